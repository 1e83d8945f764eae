/// Gives every code cell its role: that of its own tags, or that of the nearest tagged cell above.
struct CellMerger {
  private(set) var roles: [(cell: Int, role: Outline.Role)] = []
  /// In the order of their first cells.
  private(set) var steps: [StepDraft] = []
  private(set) var injectedParameters: [Int] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Where in `steps` a name is.
  private var numbers: [String: Int] = [:]
  /// What an untagged cell joins here.
  private var open: (role: Outline.Role, cell: Int)?
  /// Untagged cells with code above the first tagged one.
  private var orphans: [Int] = []

  mutating func merge(_ cells: [TaggedCell]) {
    let isTagged = cells.contains(where: \.isOurs)
    for cell in cells { merge(cell, inTaggedNotebook: isTagged) }
    reportOrphans()
  }

  private mutating func merge(_ cell: TaggedCell, inTaggedNotebook isTagged: Bool) {
    let others = cell.otherRoles
    let role: Outline.Role
    if others.contains(.skip) {
      role = .skip
    } else if let first = others.first {
      role = first
      if cell.tags.contains(.injectedParameters) {
        injectedParameters.append(cell.index)
      } else {
        open = (role, cell.index)
      }
      reportConflict(cell, role: role)
    } else if !cell.stepNames.isEmpty {
      role = .steps(cell.stepNames)
      open = (role, cell.index)
    } else {
      role = isTagged ? inherited(by: cell) : .untagged
    }
    roles.append((cell.index, role))
    if role != .skip { attach(cell, to: role) }
  }

  private mutating func inherited(by cell: TaggedCell) -> Outline.Role {
    guard let open else {
      guard cell.hasCode else { return .skip }
      orphans.append(cell.index)
      return .untagged
    }
    if case .steps(let names) = open.role, names.count > 1, cell.hasCode {
      let list = Listing.and(names.map { "`\($0)`" })
      diagnostics.append(
        Diagnostic(
          "ambiguous-untagged-cell", .error,
          "this cell has no tag, and the tagged cell above belongs to several steps: \(list)",
          at: Diagnostic.Location(cell: cell.index),
          notes: [
            Diagnostic.Note(
              "this is the tagged cell", at: Diagnostic.Location(cell: open.cell))
          ],
          fix: "tag cell \(cell.index) with block:\(names[0]), or with the step that it belongs to"
        ))
    }
    return open.role
  }

  /// Hands the cell, its `prev:` and its configuration tags to its steps.
  private mutating func attach(_ cell: TaggedCell, to role: Outline.Role) {
    guard case .steps(let names) = role else { return reportMisplaced(cell, role: role) }
    for name in names {
      let at = numbers[name] ?? steps.endIndex
      if at == steps.endIndex {
        steps.append(StepDraft(name: name))
        numbers[name] = at
      }
      steps[at].cells.append(cell.index)
      for tag in cell.tags {
        switch tag {
        case .previous(let previous):
          // Of the steps that share a cell, one may well come before the others.
          if names.count > 1, previous.normalized == name { continue }
          steps[at].previous.append((previous, cell.index))
        case _ where tag.isConfiguration: steps[at].configuration.append((tag, cell.index))
        default: break
        }
      }
    }
  }
}

extension CellMerger {
  private mutating func reportOrphans() {
    guard let first = orphans.first else { return }
    let cells = Listing.and(orphans.map(String.init))
    let message =
      orphans.count == 1
      ? "this code stands above the first tagged cell and belongs to no step"
      : "the code of the cells \(cells) stands above the first tagged cell and belongs to no step"
    diagnostics.append(
      Diagnostic(
        "untagged-code", .error, message, at: Diagnostic.Location(cell: first),
        fix: "tag \(orphans.count == 1 ? "it" : "each") with imports or functions (runs in every "
          + "step), block:NAME (belongs to a step) or skip (stays out of the pipeline)"))
  }

  private mutating func reportConflict(_ cell: TaggedCell, role: Outline.Role) {
    var ignored = cell.otherRoles.filter { $0 != role }.map { "`\($0.name)`" }
    ignored += cell.stepNames.map { "`block:\($0)`" }
    guard !ignored.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        "conflicting-tags", .warning,
        "the cell is taken for `\(role.name)`, so its tag \(Listing.and(ignored)) is ignored",
        at: Diagnostic.Location(cell: cell.index), fix: "keep one of these tags"))
  }

  private mutating func reportMisplaced(_ cell: TaggedCell, role: Outline.Role) {
    guard role != .untagged else { return }
    for tag in cell.tags {
      let what: String
      if case .previous(let name) = tag {
        what = "the tag `prev:\(name.written)`"
      } else if tag.isConfiguration {
        what = "a tag that configures a step"
      } else {
        continue
      }
      diagnostics.append(
        Diagnostic(
          "misplaced-tag", .warning,
          "\(what) has no effect on a cell that belongs to `\(role.name)`, not to a step",
          at: Diagnostic.Location(cell: cell.index), fix: "move the tag to a cell of the step"))
    }
  }
}

extension Outline.Role {
  /// As reports spell it.
  var name: String {
    switch self {
    case .imports: "imports"
    case .functions: "functions"
    case .parameters: "parameters"
    case .metrics: "metrics"
    case .skip: "skip"
    case .steps: "step"
    case .untagged: "untagged"
    }
  }
}

extension CellTag {
  /// Whether it configures a step, rather than telling what a cell is for.
  var isConfiguration: Bool {
    switch self {
    case .limit, .request, .label, .annotation, .image, .cache, .retry, .timeout, .environment,
      .secret:
      true
    case .step, .previous, .imports, .functions, .parameters, .metrics, .skip, .injectedParameters:
      false
    }
  }
}
