@testable import KaleAnalysis

/// A notebook written as one text: a line `#% TAGS` begins a cell, `«...»` marks a place in it.
struct WrittenNotebook: Sendable {
  private(set) var cells: [TaggedCode] = []
  /// In the order of the text.
  private(set) var marks: [Diagnostic.Location] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#%") {
        cells.append(TaggedCode(String(line.dropFirst(2)), ""))
      } else if !cells.isEmpty {
        append(line)
      }
    }
  }

  private mutating func append(_ line: Substring) {
    let cell = cells.count - 1
    if !cells[cell].source.isEmpty { cells[cell].source += "\n" }
    let number = cells[cell].source.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    var text = ""
    var start = SourcePosition(line: number, column: 0)
    for character in line {
      let position = SourcePosition(line: number, column: text.utf8.count)
      switch character {
      case "«": start = position
      case "»":
        let range = SourceRange(start: start, end: position)
        marks.append(Diagnostic.Location(cell: cell, range: range))
      default: text.append(character)
      }
    }
    cells[cell].source += text
  }

  func compile() throws -> CompilationResult { try NotebookCompiler.compile(.tagged(cells)) }
}

extension Pipeline {
  /// Each step's data flow in a line: `STEP: INPUT<PRODUCER... -> OUTPUT...`, a question mark behind
  /// an input that may be absent, `{PARAMETER}` and `[IMPORT]` among the inputs.
  var flow: [String] {
    steps.map { step in
      let inputs = step.inputs.filter { input in isVariable(input.name, of: input.producer) }
        .map { "\($0.name)\($0.isCertain ? "" : "?")<\($0.producer)" }
      let outputs = step.outputs.filter { $0.reason != .state }.map(\.name)
      let words =
        ["\(step.name):"] + step.parameters.map { "{\($0)}" } + step.imports.map { "[\($0)]" }
        + inputs + ["->"] + outputs
      return words.joined(separator: " ")
    }
  }

  private func isVariable(_ name: String, of producer: String) -> Bool {
    let output = steps.first { $0.name == producer }?.outputs.first { $0.name == name }
    return output?.reason != .state
  }
}
