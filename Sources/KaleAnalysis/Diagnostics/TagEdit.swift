/// A change of one cell's tags.
public struct TagEdit: Sendable, Hashable {
  public enum Change: Sendable, Hashable {
    case add(String)
    case remove(String)
    case replace(String, with: String)
  }

  /// Index of the cell, 0-based among all cells.
  public var cell: Int
  public var change: Change

  public init(cell: Int, _ change: Change) {
    self.cell = cell
    self.change = change
  }

  static func add(_ tag: String, cell: Int) -> Self { TagEdit(cell: cell, .add(tag)) }

  static func remove(_ tag: String, cell: Int) -> Self { TagEdit(cell: cell, .remove(tag)) }

  static func replace(_ tag: String, with other: String, cell: Int) -> Self {
    TagEdit(cell: cell, .replace(tag, with: other))
  }

  /// The tags after the change; nil where there is nothing to change.
  func applied(to tags: [String]) -> [String]? {
    switch change {
    case .add(let tag): return tags.contains(tag) ? nil : tags + [tag]
    case .remove(let tag): return tags.contains(tag) ? tags.filter { $0 != tag } : nil
    case .replace(let tag, let other):
      guard let place = tags.firstIndex(of: tag) else { return nil }
      var tags = tags
      tags[place] = other
      return tags
    }
  }

  /// What to do: "add the tag prev:clean to cell 7".
  public var instruction: String {
    switch change {
    case .add(let tag): "add the tag \(tag) to cell \(cell)"
    case .remove(let tag): "remove the tag \(tag) from cell \(cell)"
    case .replace(let tag, let other): "change the tag \(tag) of cell \(cell) to \(other)"
    }
  }

  /// What was done: "added the tag prev:clean".
  public var report: String {
    switch change {
    case .add(let tag): "added the tag \(tag)"
    case .remove(let tag): "removed the tag \(tag)"
    case .replace(let tag, let other): "changed the tag \(tag) to \(other)"
    }
  }
}
