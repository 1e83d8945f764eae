/// Changes the tags of cells in a notebook's file and leaves every other byte as it is.
///
/// A tag that stays keeps its spelling, and new text follows the file's own layout: line ends, indentation
/// and the space around commas and colons.
public struct NotebookTagWriter {
  private let bytes: [UInt8]
  private let cells: [JSONSpan.Object]

  /// - Parameter bytes: those of a notebook that `NotebookReader` can read.
  /// - Throws: the diagnostic that reading it would give.
  public init(_ bytes: [UInt8]) throws(Diagnostic) {
    self.bytes = bytes
    do {
      cells = try NotebookLayout.cells(in: bytes)
    } catch {
      throw NotebookError.notNotebook(problem: error.problem).diagnostic
    }
  }

  /// The file with other tags.
  ///
  /// - Parameter tags: all tags that the cells shall have, by index of the cell.
  public func file(with tags: [Int: [String]]) -> [UInt8] {
    let changes = tags.compactMap { cell, tags in
      cells.indices.contains(cell) ? change(of: cells[cell], to: tags) : nil
    }
    var file: [UInt8] = []
    var end = 0
    for change in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      file += bytes[end..<change.range.lowerBound] + change.text
      end = change.range.upperBound
    }
    return file + bytes[end...]
  }

  private struct Change {
    var range: Range<Int>
    var text: [UInt8]
  }

  private func change(of cell: JSONSpan.Object, to tags: [String]) -> Change? {
    let style = JSONLayout(bytes, of: cell)
    guard let metadata = cell.members.last(where: { $0.key == "metadata" }) else {
      guard !tags.isEmpty else { return nil }
      let value = style.object(style.array(tags, depth: 2), depth: 1)
      // What stands in front of the next member is there already.
      return Change(
        range: cell.contentStart..<cell.contentStart,
        text: style.margin(1) + style.member("metadata", value) + style.comma)
    }
    guard let object = metadata.object, let last = object.members.last else {
      guard !tags.isEmpty else { return nil }
      let members = style.object(style.array(tags, depth: 2), depth: 1)
      return Change(range: metadata.value, text: members)
    }
    let inner = JSONLayout(bytes, of: object)
    if let old = object.members.last(where: { $0.key == "tags" }) {
      let text = inner.array(tags, depth: 1, replacing: old)
      return Array(bytes[old.value]) == text ? nil : Change(range: old.value, text: text)
    }
    guard !tags.isEmpty else { return nil }
    let member = inner.member("tags", inner.array(tags, depth: 1))
    let end = last.value.upperBound
    return Change(range: end..<end, text: inner.comma + inner.margin(1) + member)
  }
}
