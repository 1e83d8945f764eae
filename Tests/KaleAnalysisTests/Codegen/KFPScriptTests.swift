import Foundation
import KaleAnalysis
import Testing

@Suite struct KFPScriptTests {
  private static func kfp(_ pipeline: Pipeline) throws -> KFPPipeline {
    KFPPipeline(pipeline, runtime: StepRuntime(source: try Fixtures.text("codegen/runtime.py")))
  }

  private static func script(_ pipeline: Pipeline) throws -> KFPScript {
    KFPScript(try kfp(pipeline))
  }

  /// Recorded anew with `KALE_RECORD_SNAPSHOTS=1 swift test`.
  @Test(arguments: SamplePipeline.all)
  func snapshot(sample: SamplePipeline) throws {
    let text = try Self.script(sample.pipeline).text
    let path = "codegen/\(sample.name).kfp.py"
    if Fixtures.isRecording {
      try Data(text.utf8).write(to: Fixtures.root.appending(path: path))
    }
    #expect(try Fixtures.text(path) == text)
  }

  @Test(arguments: SamplePipeline.all)
  func isValidPython(sample: SamplePipeline) throws {
    let outcome = try PythonProcess.run(
      ["python3", "-W", "error", "-c", "import sys; compile(sys.stdin.read(), 'script', 'exec')"],
      input: try Self.script(sample.pipeline).text)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test(
    .enabled(if: PythonProcess.withKFP != nil, "needs a python with kfp"),
    arguments: SamplePipeline.all)
  func compilesWithKFP(sample: SamplePipeline) throws {
    let scratch = try Scratch()
    let file = scratch.url.appending(path: KFPScript.fileName(for: sample.pipeline))
    try Data(try Self.script(sample.pipeline).text.utf8).write(to: file)
    let python = try #require(PythonProcess.withKFP)
    let outcome = try PythonProcess.run([python, "-W", "error::SyntaxWarning", file.path])
    #expect(outcome.status == 0, "\(outcome.output)")
    let compiled = scratch.url.appending(path: sample.pipeline.settings.name + ".yaml")
    let yaml = String(decoding: try Data(contentsOf: compiled), as: UTF8.self)
    #expect(yaml.contains("schemaVersion: 2.1.0"))
    #expect(
      yaml.components(separatedBy: "--function_to_execute").count - 1
        >= sample.pipeline.steps.count)
  }

  @Test(
    .enabled(if: PythonProcess.withKFP != nil, "needs a python with kfp"),
    arguments: SamplePipeline.all.filter(\.runsLocally))
  func runsWithKFPLocal(sample: SamplePipeline) throws {
    try Self.runWithKFPLocal(try Self.script(sample.pipeline))
  }

  @Test(
    .enabled(if: PythonProcess.withCloudpickle, "needs a python with kfp and cloudpickle"),
    arguments: SamplePipeline.all.filter(\.runsLocally))
  func runsWithTheStepRuntime(sample: SamplePipeline) throws {
    try Self.runWithKFPLocal(KFPScript(KFPPipeline(sample.pipeline)))
  }

  @Test(.enabled(if: PythonProcess.withKFP != nil, "needs a python with kfp"))
  func showsTheRuntime() throws {
    let scratch = try Scratch()
    let file = scratch.url.appending(path: "script.py")
    let script = KFPScript(KFPPipeline(SamplePipeline.minimal.pipeline))
    try Data(script.text.utf8).write(to: file)
    let python = try #require(PythonProcess.withKFP)
    let outcome = try PythonProcess.run([python, "-W", "ignore", file.path, "--show-runtime"])
    #expect(outcome.status == 0)
    #expect(outcome.output == StepRuntime.current.source)
  }

  private static func runWithKFPLocal(_ script: KFPScript) throws {
    let scratch = try Scratch()
    let file = scratch.url.appending(path: "script.py")
    // No package is installed, so that the test needs no network.
    let text = script.text
      .replacing(/packages_to_install=PACKAGES( \+ \[[^\]]*\])?/, with: "install_kfp_package=False")
      .replacing(/[ ]{4}pip_(index_urls|trusted_hosts)=.*\n/, with: "")
    try Data(text.utf8).write(to: file)
    let python = try #require(PythonProcess.withKFP)
    let outcome = try PythonProcess.run(
      [
        python, "-W", "ignore", "-c",
        """
        import importlib.util, sys
        from kfp import local
        local.init(local.SubprocessRunner(use_venv=False), pipeline_root=sys.argv[2])
        spec = importlib.util.spec_from_file_location("script", sys.argv[1])
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        from kfp.dsl.graph_component import GraphComponent
        pipelines = [value for value in vars(module).values() if isinstance(value, GraphComponent)]
        assert len(pipelines) == 1, pipelines
        pipelines[0]()
        """, file.path, scratch.url.appending(path: "out").path,
      ])
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  /// What KFP hands on, against a default, gives a value with the types of the default.
  @Test(arguments: [
    ("[1.0, 2.0]", "[1, 2]", "[1, 2]"), ("[3.0, 4.5]", "[1, 2]", "[3, 4.5]"),
    ("[3, 4]", "[0.5]", "[3.0, 4.0]"), ("[3.0, 4]", "[0.5, 1]", "[3.0, 4]"),
    ("{'a': 1.0, 'b': [2.0]}", "{'b': [2], 'a': 1}", "{'b': [2], 'a': 1}"),
    ("{'a': {'x': 5.0}, 't': True}", "{'a': {'x': 1}}", "{'a': {'x': 5}, 't': True}"),
    ("['a', None, 1.0]", "[]", "['a', None, 1]"),
  ])
  func numbersKeepTheTypesOfTheDefault(value: String, defaultValue: String, result: String) throws {
    let text = try Self.script(SamplePipeline.parameters.pipeline).text
    let start = try #require(text.range(of: "def kale_typed("))
    let end = try #require(text.range(of: "\n\n\n", range: start.upperBound..<text.endIndex))
    let outcome = try PythonProcess.run(
      ["python3", "-"],
      input: """
        \(text[start.lowerBound..<end.lowerBound])
        result = repr(kale_typed(\(value), \(defaultValue)))
        assert result == repr(\(result)), result
        """)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func warnsOfAStepThatCanNotStart() throws {
    var sample = SamplePipeline.minimal.pipeline
    #expect(try Self.kfp(sample).diagnostics.isEmpty)
    sample = try #require(
      Pipeline(
        settings: sample.settings, notebookName: "big.ipynb", parameters: [], prelude: [],
        steps: [
          PipelineStep(
            name: "big",
            cells: [CodeCell(index: 4, source: String(repeating: "x = 1\n", count: 22_000))])
        ]))
    let diagnostics = try Self.kfp(sample).diagnostics
    #expect(diagnostics.map(\.id) == ["step-too-large"])
    #expect(diagnostics.first?.location.cell == 4)
  }

  /// KFP's server passes the container of a step as JSON, in which a quote takes two bytes and `<` six.
  @Test(arguments: [("x = 1\n", 15_000, 0), ("\"\"\"\"\"\"", 15_000, 1), ("a<b>c&", 6_500, 1)])
  func takesTheSizeThatTheServerSees(text: String, count: Int, warnings: Int) throws {
    let minimal = SamplePipeline.minimal.pipeline
    let source = String(repeating: text, count: count)
    let pipeline = try #require(
      Pipeline(
        settings: minimal.settings, notebookName: "big.ipynb", parameters: [], prelude: [],
        steps: [PipelineStep(name: "big", cells: [CodeCell(index: 0, source: source)])]))
    let ids = try Self.kfp(pipeline).diagnostics.map(\.id)
    #expect(ids == Array(repeating: "step-too-large", count: warnings))
  }

  @Test func warnsOfAPipelineThatKubernetesCanNotStore() throws {
    let minimal = SamplePipeline.minimal.pipeline
    func ids(_ count: Int) throws -> [Diagnostic.ID] {
      let steps = (0..<count).map { number in
        PipelineStep(
          name: "s\(number)",
          cells: [CodeCell(index: number, source: String(repeating: "x = 1\n", count: 10_000))])
      }
      let pipeline = try #require(
        Pipeline(
          settings: minimal.settings, notebookName: "big.ipynb", parameters: [], prelude: [],
          steps: steps))
      return try Self.kfp(pipeline).diagnostics.map(\.id)
    }
    #expect(try ids(18).isEmpty)
    #expect(try ids(25) == ["pipeline-too-large"])
  }

  @Test(arguments: [
    (["memory": "lots"], 1), (["cpu": "2x"], 1), (["ephemeral-storage": "1Gi"], 1),
    (["nvidia.com/gpu": "1", "amd.com/gpu": "1"], 1), (["nvidia.com/gpu": "half"], 1),
    (["cpu": "1.5", "memory": "2.5Gi", "amd.com/gpu": "2"], 0),
  ])
  func warnsOfResourcesThatKFPLacks(limits: [String: String], count: Int) throws {
    var configuration = StepConfiguration()
    configuration.limits = limits
    let pipeline = try #require(
      Pipeline(
        settings: PipelineSettings(name: "p"), notebookName: "n.ipynb", parameters: [], prelude: [],
        steps: [PipelineStep(name: "a", cells: [], configuration: configuration)]))
    let diagnostics = try Self.kfp(pipeline).diagnostics
    #expect(diagnostics.count == count)
    #expect(diagnostics.allSatisfy { $0.id == "unsupported-resource" })
  }

  @Test func warnsOfAnAssumedStorageClass() throws {
    #expect(
      try Self.kfp(SamplePipeline.volumes.pipeline).diagnostics.map(\.id) == ["storage-class"])
  }
}
