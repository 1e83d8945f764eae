import Testing

@testable import KaleAnalysis

/// What the plan says of values beside their names.
@Suite struct PipelinePlanTests {
  @Test func marksWhatMeetsOthersWhereBranchesJoin() {
    func step(_ name: String, _ inputs: [(String, String)], _ outputs: [(String, [String])])
      -> PipelineStep
    {
      PipelineStep(
        name: name, cells: [],
        inputs: inputs.map { StepInput(name: $0.0, producer: $0.1) },
        outputs: outputs.map { StepOutput(name: $0.0, consumers: $0.1) })
    }
    let steps = JoinedOutputs.marked(in: [
      step("load", [], [("x", ["left", "right", "join"])]),
      step("left", [("x", "load")], [("y", ["join"]), ("log", ["end"])]),
      step("right", [("x", "load")], [("z", ["join"])]),
      step("join", [("x", "load"), ("y", "left"), ("z", "right")], [("w", ["end2"])]),
    ])
    let joined = steps.flatMap { step in step.outputs.filter(\.isJoined).map(\.name) }
    #expect(joined == ["y", "z"])
  }

  @Test func readsBackends() {
    let files = SourceFiles { $0 == "lib/mine.py" ? Array("x = 1\n".utf8) : nil }
    let (modules, diagnostics) = BackendModule.read(
      ["lib/mine.py", "absent.py", "my-own.py", "data.txt"], from: files)
    #expect(modules == [BackendModule(name: "mine", source: "x = 1\n")])
    #expect(diagnostics.map(\.id) == Array(repeating: "invalid-backends", count: 3))
    #expect(diagnostics[0].message.contains("absent.py"))
  }

  @Test func stepsBeforeOneAreAPipelineOfTheSameKind() throws {
    func step(_ name: String, after: [String] = []) -> PipelineStep {
      PipelineStep(name: name, cells: [], after: after)
    }
    let backend = BackendModule(name: "mine", source: "x = 1\n")
    let pipeline = try #require(
      Pipeline(
        settings: PipelineSettings(name: "p"), notebookName: "n.ipynb", parameters: [], prelude: [],
        backends: [backend],
        steps: [
          step("load"), step("aside"), step("clean", after: ["load"]),
          step("train", after: ["clean"]), step("report", after: ["train", "aside"]),
        ]))
    let before = try #require(pipeline.before("train"))
    #expect(before.steps.map(\.name) == ["load", "clean"])
    #expect(before.backends == [backend])
    #expect(pipeline.before("load")?.steps.isEmpty == true)
    #expect(pipeline.before("nowhere") == nil)
  }
}
