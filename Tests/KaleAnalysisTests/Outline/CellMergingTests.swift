import Testing

@testable import KaleAnalysis

@Suite struct CellMergingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var cells: [TaggedCode]
    /// A role for each cell.
    var roles: [Outline.Role]
    var diagnostics: [String] = []
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "untagged cells join what stands above",
      cells: [
        "imports", "", "functions", "", "parameters", "", "block:a", "", "pipeline-metrics", "",
      ],
      roles: [
        .imports, .imports, .functions, .functions, .parameters, .parameters, .steps(["a"]),
        .steps(["a"]), .metrics, .metrics,
      ]),
    Case(
      name: "they look through skipped cells", cells: ["block:a", "skip", "skip prev:a", ""],
      roles: [.steps(["a"]), .skip, .skip, .steps(["a"])]),
    Case(
      name: "they look through what Papermill injects",
      cells: ["parameters", "injected-parameters", "", "block:a"],
      roles: [.parameters, .parameters, .parameters, .steps(["a"])]),
    Case(
      name: "what is injected on top opens nothing",
      cells: [TaggedCode("injected-parameters"), TaggedCode("", ""), "block:a"],
      roles: [.parameters, .skip, .steps(["a"])]),
    Case(
      name: "a step tag without a name is no tag", cells: ["block:a", "block:", "step:", "mine"],
      roles: [.steps(["a"]), .steps(["a"]), .steps(["a"]), .steps(["a"])]),
    Case(
      name: "step and block are one", cells: ["block:a step:a", "step:b"],
      roles: [.steps(["a"]), .steps(["b"])]),
    Case(
      name: "names are normalised alike", cells: ["block:Load-Data", "block:Load-Data"],
      roles: [.steps(["load_data"]), .steps(["load_data"])],
      diagnostics: ["warning step-name-normalized 0"]),
    Case(
      name: "a name that can't be used", cells: ["block:1a"], roles: [.steps(["_1a"])],
      diagnostics: ["error invalid-step-name 0"]),
    Case(
      name: "nothing is merged without tags of ours", cells: ["", "skip", "parameters", "mine"],
      roles: [.untagged, .skip, .parameters, .untagged]),
    Case(
      name: "code before the first tag",
      cells: [
        TaggedCode("", "!pip install x"), TaggedCode("", " \n"), TaggedCode("", "# note\n\n"),
        TaggedCode("skip"), TaggedCode("", "y = 1"), TaggedCode("imports"),
      ],
      roles: [.untagged, .skip, .skip, .skip, .untagged, .imports],
      diagnostics: ["error untagged-code 0"]),
    Case(
      name: "white space before the first tag", cells: [TaggedCode("", "\n"), "block:a"],
      roles: [.skip, .steps(["a"])]),
    Case(
      name: "a cell of several steps", cells: ["block:a block:b", "skip", ""],
      roles: [.steps(["a", "b"]), .skip, .steps(["a", "b"])],
      diagnostics: ["error ambiguous-untagged-cell 2"]),
    Case(
      name: "white space after a cell of several steps",
      cells: ["block:a block:b", TaggedCode("", "# end")],
      roles: [.steps(["a", "b"]), .steps(["a", "b"])]),
    Case(
      name: "a step tag beside another role", cells: ["functions block:a"], roles: [.functions],
      diagnostics: ["warning conflicting-tags 0"]),
    Case(
      name: "two roles", cells: ["imports functions"], roles: [.imports],
      diagnostics: ["warning conflicting-tags 0"]),
    Case(name: "skip wins", cells: ["block:a skip", "block:b"], roles: [.skip, .steps(["b"])]),
    Case(
      name: "tags of a step outside of one",
      cells: ["imports prev:a", "functions limit:cpu:1", "block:a"],
      roles: [.imports, .functions, .steps(["a"])],
      diagnostics: ["warning misplaced-tag 0", "warning misplaced-tag 1"]),
    Case(
      name: "near misses and unusable tags",
      cells: ["block:a blok:b", "limit:cpu:lots", "label:fig"],
      roles: [.steps(["a"]), .steps(["a"]), .steps(["a"])],
      diagnostics: ["warning unknown-tag 0", "error invalid-tag 1", "warning incomplete-tag 2"]),
  ]

  @Test(arguments: cases) func givesRoles(_ test: Case) {
    let (outline, diagnostics) = OutlineBuilder.build(.tagged(test.cells))
    #expect(outline.roles.map(\.role) == test.roles)
    #expect(outline.roles.map(\.cell) == Array(test.cells.indices))
    #expect(diagnostics.outline == test.diagnostics)
  }

  @Test func joinsCellsOfOneName() {
    let outline = OutlineBuilder.build(
      .tagged(["block:b", "block:a prev:b", "", "block:b", "block:a block:c"])
    ).outline
    #expect(outline.steps.map(\.name) == ["b", "a", "c"])
    #expect(outline.steps.map(\.cells) == [[0, 3], [1, 2, 4], [4]])
    #expect(outline.steps.map(\.after) == [[], ["b"], []])
  }

  @Test func ignoresTagsOfOtherCells() {
    let notebook = Notebook(
      path: "nb.ipynb", pipelineMetadata: .object(["pipeline_name": .string("p")]),
      cells: [
        Cell(index: 0, kind: .markdown, source: "", tags: ["block:x", "limit:cpu:lots"]),
        Cell(index: 1, kind: .code, source: "a = 1", tags: ["block:a"]),
        Cell(index: 2, kind: .raw, source: "", tags: ["skip"]),
        Cell(index: 3, kind: .code, source: "b = 1"),
      ])
    let (outline, diagnostics) = OutlineBuilder.build(notebook)
    #expect(outline.roles.map(\.cell) == [1, 3])
    #expect(outline.steps.map(\.cells) == [[1, 3]])
    #expect(diagnostics.isEmpty)
  }

  @Test func tellsInjectedParameters() {
    let outline = OutlineBuilder.build(
      .tagged(["parameters", "injected-parameters", "block:a"])
    ).outline
    #expect(outline.injectedParameters == [1])
    #expect(outline.cells(.parameters) == [0, 1])
  }

  @Test func namesEveryCellAboveTheFirstTag() {
    let (_, diagnostics) = OutlineBuilder.build(.tagged(["", "", "", "imports"]))
    #expect(diagnostics.map(\.message).contains { $0.contains("0, 1 and 2") })
    #expect(diagnostics.first?.fix?.contains("skip") == true)
  }
}
