/// A code cell with its tags understood.
struct TaggedCell {
  var index: Int
  var tags: [CellTag]
  /// False for a cell of white space and comments.
  var hasCode: Bool

  init(_ cell: Cell, tags: [CellTag]) {
    index = cell.index
    self.tags = tags
    hasCode = cell.source.split(whereSeparator: \.isNewline).contains { line in
      guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
      return first != "#"
    }
  }

  /// The normalised names in its step tags, in order, each once.
  var stepNames: [String] {
    var names: [String] = []
    for case .step(let name) in tags where !names.contains(name.normalized) {
      names.append(name.normalized)
    }
    return names
  }

  /// The roles that its other tags give it.
  var otherRoles: [Outline.Role] {
    var roles: [Outline.Role] = []
    for tag in tags {
      let role: Outline.Role
      switch tag {
      case .imports: role = .imports
      case .functions: role = .functions
      case .parameters, .injectedParameters: role = .parameters
      case .metrics: role = .metrics
      case .skip: role = .skip
      default: continue
      }
      if !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  /// Whether it has a tag by which only this tool tells a cell's role. `skip` and Papermill's tags
  /// are found in notebooks that have never been meant for it.
  var isOurs: Bool {
    tags.contains { tag in
      switch tag {
      case .step, .imports, .functions, .metrics: true
      default: false
      }
    }
  }
}
