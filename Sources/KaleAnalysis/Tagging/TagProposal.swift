/// Steps for a notebook that has none.
public struct TagProposal: Sendable {
  /// All tags of the cells that get new ones, by index of the cell.
  public var tags: [Int: [String]] = [:]
  /// The compilation of the notebook with these tags; it has no error, unless there are `problems`.
  public var result: CompilationResult
  /// Warnings about cells that are left out of the pipeline.
  public var leftOut: [Diagnostic] = []
  /// Errors that leave no steps to propose.
  public var problems: [Diagnostic] = []
}

extension TagProposal {
  /// The steps for people, a line each, with the cells of each and what it comes after.
  public func text(columns: Int = 80) -> String {
    guard let outline = result.outline else { return "" }
    var table = TextTable(["step", "cells", "after"])
    for (name, role) in [
      ("parameters", Outline.Role.parameters), ("imports", .imports), ("functions", .functions),
    ] {
      let cells = outline.cells(role)
      if !cells.isEmpty { table.add([["(\(name))"], Self.ranges(cells), []]) }
    }
    for step in outline.steps { table.add([[step.name], Self.ranges(step.cells), step.after]) }
    let skipped = outline.cells(.skip).filter { result.notebook?.cells[$0].source.isBlank == false }
    if !skipped.isEmpty { table.add([["(skip)"], Self.ranges(skipped), []]) }
    return table.lines(columns: columns).map { $0 + "\n" }.joined()
  }

  /// "3", "5-7".
  private static func ranges(_ cells: [Int]) -> [String] {
    var ranges: [ClosedRange<Int>] = []
    for cell in cells {
      if let last = ranges.last, last.upperBound + 1 == cell {
        ranges[ranges.count - 1] = last.lowerBound...cell
      } else {
        ranges.append(cell...cell)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
  }
}
