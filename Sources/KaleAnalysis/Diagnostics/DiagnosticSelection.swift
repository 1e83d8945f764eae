/// Which diagnostics a user wants to be told.
public struct DiagnosticSelection: Sendable, Hashable, Codable {
  /// What a user has written is neither an id nor the beginning of one.
  public struct UnknownID: Error, Hashable {
    public var text: String
    /// The id that may be meant.
    public var nearest: String?
  }

  /// Ids or beginnings of ids; empty for all.
  public var selected: [String] = []
  /// Likewise. It wins over `selected`.
  public var ignored: [String] = []

  public init() {}

  public init(select: [String], ignore: [String]) throws(UnknownID) {
    let ids = select.isEmpty && ignore.isEmpty ? [] : DiagnosticPages.standard.ids
    for text in select + ignore where text.isEmpty || !ids.contains(where: { $0.hasPrefix(text) }) {
      throw UnknownID(text: text, nearest: Spelling.nearest(to: text, in: ids))
    }
    selected = select
    ignored = ignore
  }

  public func contains(_ id: Diagnostic.ID) -> Bool {
    (selected.isEmpty || selected.contains { id.rawValue.hasPrefix($0) })
      && !ignored.contains { id.rawValue.hasPrefix($0) }
  }
}
