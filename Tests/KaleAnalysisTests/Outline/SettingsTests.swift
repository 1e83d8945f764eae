import Testing

@testable import KaleAnalysis

@Suite struct SettingsTests {
  private func build(
    _ metadata: String, overrides: SettingsOverrides = SettingsOverrides(),
    cells: [TaggedCode] = ["block:a"]
  ) throws -> (outline: Outline, diagnostics: [Diagnostic]) {
    var reader = JSONReader(Array(metadata.utf8))
    let notebook = Notebook.tagged(cells, metadata: try reader.readValue())
    return OutlineBuilder.build(notebook, overrides: overrides)
  }

  @Test func readsTheSettings() throws {
    let (outline, diagnostics) = try build(
      #"""
      {"pipeline_name": "titanic-ml", "pipeline_description": " Who survives ",
       "pipeline_experiment": "Titanic", "docker_image": "a/b:1", "volumes": []}
      """#)
    #expect(outline.settings.name == "titanic-ml")
    #expect(outline.settings.description == "Who survives")
    #expect(outline.settings.experiment == "Titanic")
    #expect(outline.settings.baseImage == "a/b:1")
    #expect(diagnostics.isEmpty)
  }

  @Test func takesTheCommandLineFirst() throws {
    let (outline, diagnostics) = try build(
      #"{"pipeline_name": "a b", "experiment_name": "x", "docker_image": "y"}"#,
      overrides: SettingsOverrides(
        name: "n", description: "d", experiment: "e", baseImage: "i"))
    #expect(outline.settings.name == "n")
    #expect(outline.settings.description == "d")
    #expect(outline.settings.experiment == "e")
    #expect(outline.settings.baseImage == "i")
    #expect(diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      (#"{"experiment_name": "a", "experiment": {"id": "1", "name": "b"}}"#, "a"),
      (#"{"experiment_name": "", "experiment": {"id": "new", "name": "b"}}"#, "b"),
      (#"{"pipeline_experiment": "a", "experiment_name": "b"}"#, "a"),
      (#"{"experiment": {"id": "", "name": ""}}"#, nil),
    ])
  func findsTheExperiment(metadata: String, experiment: String?) throws {
    #expect(try build(metadata).outline.settings.experiment == experiment)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var metadata: String
    var pipeline = "my-nb"
    var diagnostics: [String]
    /// What one of the messages, notes or fixes tells.
    var fact = ""
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "null", metadata: "null", diagnostics: ["note default-pipeline-name"], fact: "my-nb"),
    Case(
      name: "no object", metadata: "[]",
      diagnostics: ["error invalid-metadata", "note default-pipeline-name"], fact: "a list"),
    Case(
      name: "empty name", metadata: #"{"pipeline_name": " "}"#,
      diagnostics: ["note default-pipeline-name"]),
    Case(
      name: "name with other characters", metadata: #"{"pipeline_name": "_Titanic ML v1.2_"}"#,
      pipeline: "Titanic-ML-v1-2", diagnostics: ["warning pipeline-name-normalized"],
      fact: "Titanic-ML-v1-2"),
    Case(
      name: "name of other characters only", metadata: #"{"pipeline_name": "數據"}"#,
      diagnostics: ["error invalid-pipeline-name"]),
    Case(
      name: "wrong types", metadata: #"{"pipeline_name": 3, "volumes": "x", "docker_image": []}"#,
      diagnostics: [
        "error invalid-metadata", "error invalid-metadata", "error invalid-metadata",
        "note default-pipeline-name",
      ], fact: "`volumes` is a string, not a list"),
    Case(
      name: "unused keys, once",
      metadata:
        #"{"pipeline_name": "p", "autosnapshot": true, "katib_run": true, "katib_metadata": {"a": 1}}"#,
      pipeline: "p", diagnostics: ["note unused-metadata"],
      fact: "autosnapshot, katib_metadata, katib_run"),
    Case(
      name: "unused keys that ask for nothing",
      metadata:
        #"{"pipeline_name": "p", "autosnapshot": false, "katib_run": false, "katib_metadata": {"a": 1}, "x": null, "y": ""}"#,
      pipeline: "p", diagnostics: []),
    Case(
      name: "misspelt key", metadata: #"{"pipeline_name": "p", "docker_imgae": "x"}"#,
      pipeline: "p", diagnostics: ["note unused-metadata"],
      fact: "did you mean `docker_image` by `docker_imgae`?"),
    Case(
      name: "defaults of the steps that are none",
      metadata: #"{"pipeline_name": "p", "steps_defaults": ["block:a", 3, "label:a:b"]}"#,
      pipeline: "p", diagnostics: ["error invalid-metadata", "error invalid-metadata"],
      fact: "`block:a`"),
  ]

  @Test(arguments: cases) func reports(_ test: Case) throws {
    let (outline, diagnostics) = try build(test.metadata)
    #expect(outline.settings.name == test.pipeline)
    #expect(diagnostics.outline == test.diagnostics)
    let texts = diagnostics.flatMap { [$0.message, $0.fix ?? ""] + $0.notes.map(\.message) }
    #expect(test.fact.isEmpty || texts.contains { $0.contains(test.fact) }, "\(texts)")
  }

  @Test func reportsTheKeyAsPublished() {
    var notebook = Notebook.tagged(["block:a"])
    notebook.pipelineMetadataKey = "kubeflow_noteobok"
    #expect(
      OutlineBuilder.build(notebook).diagnostics.outline == ["warning misspelt-metadata-key"])
  }

  @Test func needsNoNameWithoutSteps() throws {
    let (outline, diagnostics) = try build("{}", cells: [""])
    #expect(outline.settings.name == "my-nb")
    #expect(diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      ("a/b/My Notebook_2.ipynb", "My-Notebook-2"), ("x.y.ipynb", "x-y"), ("数据.ipynb", "pipeline"),
      (".ipynb", "ipynb"),
    ])
  func namesThePipelineAfterTheFile(path: String, name: String) {
    #expect(PipelineName.fromFile(path) == name)
  }

  @Test func configuresSteps() throws {
    let (outline, diagnostics) = try build(
      #"""
      {"pipeline_name": "p", "enable_caching": false,
       "steps_defaults": ["label:team:ml", "limit:cpu:1", "retry:2"]}
      """#,
      cells: [
        "block:a limit:cpu:4 request:memory:1Gi image:i:1", "env:A:1 secret:s:k:B timeout:60",
        "block:b cache:enabled annotation:x:y",
      ])
    var first = StepConfiguration()
    first.limits = ["cpu": "4"]
    first.requests = ["memory": "1Gi"]
    first.image = "i:1"
    first.environment = ["A": "1"]
    first.secrets = [StepConfiguration.Secret(name: "s", key: "k", variable: "B")]
    first.timeoutSeconds = 60
    first.labels = ["team": "ml"]
    first.retries = 2
    first.caching = false
    var second = StepConfiguration()
    second.limits = ["cpu": "1"]
    second.annotations = ["x": "y"]
    second.labels = ["team": "ml"]
    second.retries = 2
    second.caching = true
    #expect(outline.steps.map(\.configuration) == [first, second])
    #expect(diagnostics.isEmpty)
  }

  @Test func reportsConflictingConfiguration() throws {
    let (outline, diagnostics) = try build(
      #"{"pipeline_name": "p"}"#,
      cells: ["block:a limit:cpu:1 image:x", "limit:cpu:2 image:x", "limit:memory:1Gi"])
    #expect(outline.steps[0].configuration.limits == ["cpu": "2", "memory": "1Gi"])
    #expect(diagnostics.outline == ["warning conflicting-configuration 1"])
    #expect(diagnostics[0].message.contains("limit of cpu"))
  }
}
