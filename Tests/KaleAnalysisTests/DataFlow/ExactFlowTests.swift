import Foundation
import Testing

@testable import KaleAnalysis

/// One line of `Fixtures/pipelines.jsonl`: a tagged notebook and what exactly each step takes and hands on.
struct ExactFlow: Decodable, Sendable, CustomTestStringConvertible {
  var name: String
  var cells: [Cell]
  var steps: [String: Variables]
  /// Names among the variables that travel as import statements.
  var imports: Set<String>?
  /// What keeps the notebook from being a pipeline.
  var diagnostic: String?

  struct Cell: Decodable, Sendable {
    var tags: [String]
    var source: String
  }

  struct Variables: Decodable, Sendable, Equatable {
    var inputs: Set<String>
    var outputs: Set<String>
  }

  var testDescription: String { name }

  static func readAll() throws -> [ExactFlow] {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/pipelines", withExtension: "jsonl"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    return try lines.map { try JSONDecoder().decode(ExactFlow.self, from: Data($0.utf8)) }
  }

  var notebook: Notebook {
    .tagged(cells.map { TaggedCode($0.tags.joined(separator: " "), $0.source) })
  }
}

@Suite struct ExactFlowTests {
  @Test(arguments: try ExactFlow.readAll())
  func takesAndHandsOnExactly(_ flow: ExactFlow) throws {
    let needsMatch = flow.cells.contains { $0.source.contains("match ") }
    guard OtherPython.isNotNeeded(for: flow, since: needsMatch ? 10 : 9) else { return }
    let result = try NotebookCompiler.compile(flow.notebook)
    #expect(
      result.diagnostics.filter { $0.severity == .error }.map(\.id.rawValue)
        == [flow.diagnostic].compactMap { $0 })
    let imports = flow.imports ?? []
    #expect(result.steps.map(\.name).sorted() == flow.steps.keys.sorted())
    for step in result.steps {
      let right = try #require(flow.steps[step.name])
      let outputs = step.outputs.filter { $0.reason != .state }.map(\.name)
      #expect(Set(step.inputs.map(\.name)) == right.inputs.subtracting(imports), "\(step.name)")
      #expect(Set(outputs) == right.outputs.subtracting(imports), "\(step.name)")
      #expect(Set(step.importedNames.map(\.name)) == right.inputs.intersection(imports))
    }
  }
}
