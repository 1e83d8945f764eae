import Testing

@testable import KaleAnalysis

@Suite struct StepGraphTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var cells: [TaggedCode]
    /// For each step its name and those it waits for.
    var edges: [String]
    var diagnostics: [String] = []
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "prev before the step tag, repeated", cells: ["block:a", "prev:a block:b prev:a"],
      edges: ["a <", "b < a"]),
    Case(
      name: "a step that is defined further down", cells: ["block:a prev:b", "block:b"],
      edges: ["a < b", "b <"]),
    Case(
      name: "prevs of all cells of a step unite",
      cells: ["block:a", "block:b", "block:c prev:a", "prev:b"],
      edges: ["a <", "b <", "c < a b"]),
    Case(
      name: "a cell of two steps", cells: ["block:a", "block:a block:b prev:a"],
      edges: ["a <", "b < a"]),
    Case(
      name: "prev is normalised too",
      cells: ["block:Load", "block:b prev:load", "block:c prev:LOAD"],
      edges: ["load <", "b < load", "c < load"],
      diagnostics: ["warning step-name-normalized 0", "warning step-name-normalized 2"]),
    Case(
      name: "unknown step", cells: ["block:train", "block:b prev:trian"],
      edges: ["train <", "b <"],
      diagnostics: ["error unknown-step 1"]),
    Case(
      name: "a step in a skipped cell is unknown", cells: ["block:a skip", "block:b prev:a"],
      edges: ["b <"], diagnostics: ["error unknown-step 1"]),
    Case(
      name: "cycle", cells: ["block:a prev:c", "block:b prev:a", "block:c prev:b"],
      edges: ["a < c", "b <", "c < b"], diagnostics: ["error step-cycle 1"]),
    Case(
      name: "cycle beside a diamond",
      cells: [
        "block:a", "block:b prev:a", "block:c prev:a", "block:d prev:b prev:c prev:e",
        "block:e prev:d",
      ],
      edges: ["a <", "b < a", "c < a", "d < b c e", "e <"], diagnostics: ["error step-cycle 4"]),
    Case(
      name: "a step before itself", cells: ["block:a prev:a"], edges: ["a <"],
      diagnostics: ["error step-cycle 0"]),
    Case(
      name: "a leftover in a later cell of the step",
      cells: ["block:a", "prev:a", "block:a prev:a"],
      edges: ["a <"], diagnostics: ["warning redundant-prev 1", "warning redundant-prev 2"]),
  ]

  @Test(arguments: cases) func connects(_ test: Case) {
    let (outline, diagnostics) = OutlineBuilder.build(.tagged(test.cells))
    let edges = outline.steps.map { ([$0.name, "<"] + $0.after).joined(separator: " ") }
    #expect(edges == test.edges)
    #expect(diagnostics.outline == test.diagnostics)
  }

  @Test func namesTheCycle() {
    let (_, diagnostics) = OutlineBuilder.build(
      .tagged(["block:a prev:c", "block:b prev:a", "block:c prev:b"]))
    #expect(diagnostics.first?.message.contains("a → c → b → a") == true)
  }

  @Test func suggestsTheNearestName() {
    let (_, diagnostics) = OutlineBuilder.build(
      .tagged(["block:train", "block:b prev:trian", "block:c prev:nothing"]))
    #expect(diagnostics.first?.fix == "change the tag to prev:train")
    #expect(diagnostics.last?.notes.first?.message.contains("train, b") == true)
  }

  @Test func refusesCollidingNames() {
    let (outline, diagnostics) = OutlineBuilder.build(
      .tagged(["block:load-data", "block:load_data", "block:load-data"]))
    #expect(outline.hasCollidingNames)
    #expect(
      diagnostics.outline == ["warning step-name-normalized 0", "error step-name-collision 1"])
    #expect(diagnostics.last?.notes.first?.location?.cell == 0)
  }

  @Test func survivesLongChains() {
    let cells = (0..<3000).map { TaggedCode("block:s\($0) prev:s\(($0 + 1) % 3000)") }
    #expect(OutlineBuilder.build(.tagged(cells)).diagnostics.outline == ["error step-cycle 2999"])
  }
}
