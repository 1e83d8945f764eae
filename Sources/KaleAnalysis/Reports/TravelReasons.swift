/// Why variables travel between steps, with the places in the cells that make them.
struct TravelReasons {
  struct Reason: Sendable, Hashable {
    /// "read", "bound": to be followed by the place.
    var text: String
    /// 0-based among all cells of the notebook.
    var cell: Int?
    /// 1-based in the cell.
    var line: Int?
  }

  private let effects: [Int: CellEffects]

  init(_ report: NotebookReport, _ result: CompilationResult) {
    effects = result.cellEffects
  }

  /// Why a step takes a variable: where it first needs it.
  func reason(of input: StepReport.Input, in step: StepReport) -> Reason {
    for cell in step.cells {
      guard let effect = effects[cell]?.names[input.name] else { continue }
      if effect.read != nil {
        return Reason(text: "read", cell: cell, line: effect.readRange?.start.line)
      }
      if let mutation = effect.mutation {
        return Reason(text: "changed in place", cell: cell, line: mutation.range?.start.line)
      }
    }
    if step.outputs.contains(where: { $0.name == input.name }) {
      return Reason(text: "handed on to later steps")
    }
    return Reason(text: "needed by code that the step calls, or by what shares objects with it")
  }

  /// Why a step hands a variable on: where it last writes it.
  func reason(of output: StepReport.Output, in step: StepReport) -> Reason {
    if output.transfer == .import {
      return Reason(text: "imported again by each step that needs it")
    }
    for cell in step.cells.reversed() {
      guard let effect = effects[cell]?.names[output.name] else { continue }
      if effect.mayBind {
        return Reason(text: "bound", cell: cell, line: effect.bindRange?.start.line)
      }
      if let mutation = effect.mutation {
        let how =
          switch mutation.reason {
          case .knownMutator(let name): "changed in place by \(name)"
          case .unknownCallee(let name): "perhaps changed in place by \(name)"
          case .attributeStore, .itemStore, .inPlaceOperator, .callee: "changed in place"
          }
        return Reason(text: how, cell: cell, line: mutation.range?.start.line)
      }
    }
    return output.reason == .passedOn
      ? Reason(text: "passed on as it was received")
      : Reason(text: "shares objects with what the step changes")
  }
}
