/// The comments of a notebook that ask for silence: `# kale: ignore[id]`, `# kale: ignore[id, other-id]`.
///
/// Behind code one is for the diagnostics of its line; on a line of its own above the cell's code for all of
/// the cell's; on a line of its own further down for those of the next line that has code.
public struct IgnoreComments: Sendable {
  private struct Comment: Sendable {
    var cell: Int
    /// nil for the whole cell.
    var line: Int?
    var range: SourceRange
    var ids: [String]
  }

  private var comments: [Comment] = []
  private var malformed: [Diagnostic] = []

  public init(_ notebook: Notebook) {
    for cell in notebook.cells where cell.kind == .code && cell.source.hasText("kale:") {
      read(cell)
    }
  }

  /// What is left of the diagnostics, in reading order, with what there is to say about the comments.
  ///
  /// Whether a comment is of use is known only where no error has kept the analysis from finding all there
  /// is, so only then is an unused one told.
  ///
  /// - Parameter keepsErrors: whether errors are told though a comment asks for silence, as a command has to
  ///   that can't go on for them.
  public func applied(to diagnostics: [Diagnostic], keepsErrors: Bool) -> [Diagnostic] {
    guard !comments.isEmpty || !malformed.isEmpty else { return diagnostics }
    var used: Set<[String]> = []
    var rest: [Diagnostic] = []
    for diagnostic in diagnostics {
      let matching = comments.indices.filter { covers(comments[$0], diagnostic) }
      for index in matching { used.insert(["\(index)", diagnostic.id.rawValue]) }
      if matching.isEmpty || (keepsErrors && diagnostic.severity == .error) {
        rest.append(diagnostic)
      }
    }
    rest += malformed
    if !diagnostics.contains(where: { $0.severity == .error }) {
      for (index, comment) in comments.enumerated() {
        let unused = comment.ids.filter { !used.contains(["\(index)", $0]) }
        guard !unused.isEmpty else { continue }
        rest.append(
          Diagnostic(
            "unused-ignore", .note,
            "there is nothing here to ignore: \(Listing.and(unused))",
            at: Diagnostic.Location(cell: comment.cell, range: comment.range),
            fix: "remove \(unused.count == comment.ids.count ? "the comment" : "it from the list")")
        )
      }
    }
    return rest.sorted(by: Diagnostic.isInReadingOrder)
  }

  private func covers(_ comment: Comment, _ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.location.cell == comment.cell, comment.ids.contains(diagnostic.id.rawValue)
    else { return false }
    guard let line = comment.line else { return true }
    guard let range = diagnostic.location.range else { return false }
    return (range.start.line...max(range.start.line, range.end.line)).contains(line)
  }

  private mutating func read(_ cell: Cell) {
    let source = SourceText(cell.source)
    let found = PythonComments.find(in: source)
    let alone = Set(found.lazy.filter(\.isAlone).map(\.line))
    func hasCode(_ line: Int) -> Bool {
      guard let text = source.line(line), !alone.contains(line) else { return false }
      return !text.allSatisfy(\.isWhitespace)
    }
    let first = (1...source.lines.count).first { line in
      hasCode(line) && source.line(line)?.hasPrefix("%%") != true
    }
    for comment in found {
      guard let (ids, column, length) = parse(comment, cell) else { continue }
      let line: Int?
      if !comment.isAlone {
        line = comment.line
      } else if comment.line < first ?? .max {
        line = nil
      } else {
        line = (comment.line..<source.lines.count + 1).first(where: hasCode) ?? comment.line
      }
      comments.append(
        Comment(
          cell: cell.index, line: line,
          range: Self.range(line: comment.line, column: column, length: length), ids: ids))
    }
  }

  private static func range(line: Int, column: Int, length: Int) -> SourceRange {
    SourceRange(
      start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + length))
  }

  /// The ids that are known, and where the comment stands in its line; nil for any other comment.
  private mutating func parse(
    _ comment: PythonComments.Comment, _ cell: Cell
  ) -> (ids: [String], column: Int, length: Int)? {
    var column = comment.column
    // Others may share the line: `# noqa # kale: ignore[star-import]`.
    for part in comment.text.split(separator: "#", omittingEmptySubsequences: false) {
      defer { column += part.utf8.count + 1 }
      let text = part.drop(while: \.isWhitespace)
      guard text.hasPrefix("kale:") else { continue }
      let order = text.dropFirst(5).drop(while: \.isWhitespace)
      let word = order.prefix { $0.isLetter }
      guard word == "ignore" || Spelling.nearest(to: String(word), in: ["ignore"]) != nil else {
        return nil
      }
      let place = Diagnostic.Location(
        cell: cell.index,
        range: Self.range(line: comment.line, column: column, length: part.utf8.count + 1))
      let list = order.dropFirst(word.count).drop(while: \.isWhitespace)
      guard word == "ignore", list.first == "[", let end = list.firstIndex(of: "]") else {
        malformed.append(
          Diagnostic(
            "invalid-ignore", .warning, "the comment is not of the form `# kale: ignore[ID]`",
            at: place, fix: "name the ids that the messages end with: # kale: ignore[star-import]"))
        return nil
      }
      let ids = list[..<end].dropFirst().split(
        separator: ",", omittingEmptySubsequences: false
      ).map {
        String($0.drop(while: \.isWhitespace)).trimmingSpace()
      }
      let known = ids.filter { id in
        if DiagnosticPages.standard.contains(id) { return true }
        let nearest = Spelling.nearest(to: id, in: DiagnosticPages.standard.ids)
        malformed.append(
          Diagnostic(
            "invalid-ignore", .warning, "there is no message with the id `\(id)`", at: place,
            fix: nearest.map { "write \($0)" } ?? "see what there is: kale explain"))
        return false
      }
      return known.isEmpty ? nil : (known, column, part.utf8.count + 1)
    }
    return nil
  }
}
