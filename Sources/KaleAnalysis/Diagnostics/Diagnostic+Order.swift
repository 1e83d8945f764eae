extension Diagnostic {
  /// The diagnostics in reading order, each once.
  static func inReadingOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.sorted(by: isInReadingOrder).filter { seen.insert($0).inserted }
  }

  /// The order in which a reader of the notebook meets them: those of the whole notebook, then by
  /// cell and line; at one place the worst first.
  public static func isInReadingOrder(_ left: Self, _ right: Self) -> Bool {
    let a = left.sortKey
    let b = right.sortKey
    if a.place != b.place { return a.place.lexicographicallyPrecedes(b.place) }
    if left.severity != right.severity { return left.severity > right.severity }
    return (a.column, left.id.rawValue, left.message) < (b.column, right.id.rawValue, right.message)
  }

  private var sortKey: (place: [Int], column: Int) {
    let start = location.range?.start
    return ([location.cell ?? -1, start?.line ?? 0], start?.column ?? 0)
  }
}
