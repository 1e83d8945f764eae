/// What the compiler's diagnostics say about proposed steps.
struct StepAdvice {
  /// Steps between which something would cross that can't.
  private(set) var merges: [ClosedRange<Int>] = []
  /// Steps that must come after others.
  private(set) var edges: [(step: Int, after: Int)] = []

  init(_ diagnostics: [Diagnostic], _ drafter: StepDrafter) {
    for diagnostic in diagnostics {
      let place = diagnostic.location.cell.flatMap(drafter.step)
      let others = diagnostic.notes.compactMap { $0.location?.cell.flatMap(drafter.step) }
      switch diagnostic.id {
      case "untransferable-value", "file-crosses-steps":
        guard let place, let first = (others + [place]).min(), let last = (others + [place]).max(),
          first < last
        else { continue }
        merges.append(first...last)
      case "unreachable-producer", "stale-value":
        guard let place else { continue }
        edges += others.filter { $0 < place }.map { (place, $0) }
      case "ambiguous-producer", "possible-change":
        let inOrder = Set(others).sorted()
        edges += zip(inOrder, inOrder.dropFirst()).map { ($1, $0) }
        if let place { edges += inOrder.filter { $0 < place }.map { (place, $0) } }
      default: break
      }
    }
  }
}
