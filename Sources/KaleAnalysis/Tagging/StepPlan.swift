/// Steps as they are proposed, before they are tags.
struct StepPlan {
  /// The role of each code cell that gets one.
  var roles: [Int: Outline.Role]
  var names: [String]
  /// By step: the numbers of the steps that it comes after.
  var after: [[Int]]

  /// All tags of the cells whose tags are other than they are in `notebook`.
  ///
  /// A cell without a tag joins the tagged one above, so only the first of several gets one.
  func tags(for notebook: Notebook) -> [Int: [String]] {
    var tags: [Int: [String]] = [:]
    var open: Outline.Role?
    var pending = Set(names.indices)
    for cell in notebook.cells where cell.kind == .code {
      guard let role = roles[cell.index] else { continue }
      let isGiven = role == .skip || role == .parameters && TaggedCell.holdsParameters(cell)
      let own = isGiven ? [] : self.tags(role, open: open, &pending)
      if role != .skip { open = role }
      if !own.isEmpty { tags[cell.index] = cell.tags + own }
    }
    return tags
  }

  private func tags(
    _ role: Outline.Role, open: Outline.Role?, _ pending: inout Set<Int>
  ) -> [String] {
    switch role {
    case .imports: return open == role ? [] : ["imports"]
    case .functions: return open == role ? [] : ["functions"]
    case .parameters: return open == role ? [] : ["pipeline-parameters"]
    case .metrics, .skip, .untagged: return []
    case .steps(let own):
      var tags = open == role && own.count == 1 ? [] : own.map { "block:\($0)" }
      // In a cell of several steps a `prev:` would be theirs all.
      if own.count == 1, let step = names.firstIndex(of: own[0]), pending.remove(step) != nil {
        tags += after[step].map { "prev:\(names[$0])" }
      }
      return tags
    }
  }
}

extension TaggedCell {
  /// Whether its tags say that the cell holds parameters.
  fileprivate static func holdsParameters(_ cell: Cell) -> Bool {
    let readings = cell.tags.map(TagParser.parse)
    return readings.contains(.tag(.parameters)) || readings.contains(.tag(.injectedParameters))
  }
}
