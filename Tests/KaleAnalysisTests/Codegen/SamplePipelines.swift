import KaleAnalysis
import Testing

/// Pipelines made by hand, each for one side of the emitters.
struct SamplePipeline: Sendable, CustomTestStringConvertible {
  var name: String
  var pipeline: Pipeline
  /// Whether kfp's local runner can run it: it has no volumes.
  var runsLocally = true

  var testDescription: String { name }

  init(_ name: String, runsLocally: Bool = true, _ pipeline: Pipeline?) {
    guard let pipeline else { preconditionFailure("the steps of \(name) form a cycle") }
    self.name = name
    self.pipeline = pipeline
    self.runsLocally = runsLocally
  }

  static let all = [minimal, diamond, configured, volumes, names, parameters, optional]

  static let minimal = SamplePipeline(
    "minimal",
    Pipeline(
      settings: PipelineSettings(name: "minimal"), notebookName: "minimal.ipynb", parameters: [],
      prelude: [],
      steps: [PipelineStep(name: "hello", cells: [CodeCell(index: 0, source: "print('hello')")])]))

  /// Data, an order without data, metrics, a mutated variable, a prelude.
  static let diamond = SamplePipeline(
    "diamond",
    Pipeline(
      settings: PipelineSettings(
        name: "diamond", description: "Two ways from \"load\" to evaluate", experiment: "shapes",
        baseImage: "python:3.11-slim"),
      notebookName: "diamond.ipynb",
      parameters: [PipelineParameter(name: "lr", defaultValue: .float(2))],
      prelude: [
        CodeCell(index: 0, source: "import math\nimport json as j"),
        CodeCell(index: 2, source: "def double(x):\n    \"\"\"Doubles.\"\"\"\n    return 2 * x"),
      ],
      bundles: [
        SourceBundle(
          name: "helpers", purpose: .module,
          files: [.init(path: "helpers/__init__.py", text: "LIMIT = 3\n")])
      ],
      steps: [
        PipelineStep(
          name: "load", cells: [CodeCell(index: 3, source: "df = [1.0, 2.0]")],
          outputs: [
            StepOutput(name: "df", consumers: ["clean", "train"], artifactType: .dataset)
          ], packages: StepPackages(["cloudpickle", "pandas==2.2.2"]), bundles: ["helpers"]),
        PipelineStep(
          name: "clean",
          cells: [
            CodeCell(index: 4, source: "df.append(double(3.0))"), CodeCell(index: 6, source: "df"),
          ],
          after: ["load"], inputs: [StepInput(name: "df", producer: "load")],
          outputs: [
            StepOutput(
              name: "df", consumers: ["evaluate"], reason: .mutated, artifactType: .dataset)
          ], packages: StepPackages(["cloudpickle"])),
        PipelineStep(
          name: "train", cells: [CodeCell(index: 7, source: "model = {'w': sum(df) * lr}\n")],
          after: ["load"], parameters: ["lr"], inputs: [StepInput(name: "df", producer: "load")],
          outputs: [StepOutput(name: "model", consumers: ["evaluate"], artifactType: .model)],
          packages: StepPackages(
            ["cloudpickle", "scikit-learn"],
            indexURLs: ["https://pypi.org/simple", "https://index.example/simple"])),
        PipelineStep(
          name: "evaluate",
          cells: [
            CodeCell(index: 8, source: "accuracy = model['w'] / len(df)\nassert accuracy == 2.0")
          ],
          after: ["clean", "train"], imports: ["import json as j"],
          inputs: [
            StepInput(name: "df", producer: "clean"),
            StepInput(name: "model", producer: "train", isCertain: false),
          ], metrics: ["accuracy"], packages: StepPackages(["cloudpickle"])),
        PipelineStep(
          name: "notify",
          cells: [
            CodeCell(
              index: 9, source: "print('done')", installs: ["pip install rich"])
          ],
          after: ["evaluate"], packages: StepPackages(["cloudpickle", "ipython", "rich"])),
      ]))

  static let configured = SamplePipeline(
    "configured",
    Pipeline(
      settings: PipelineSettings(name: "configured"), notebookName: "configured.ipynb",
      parameters: [], prelude: [],
      steps: [
        PipelineStep(
          name: "train", cells: [CodeCell(index: 0, source: "print('train')")],
          configuration: {
            var configuration = StepConfiguration()
            configuration.limits = ["cpu": "500m", "memory": "1.5Gi", "nvidia.com/gpu": "1"]
            configuration.requests = ["cpu": "0.25"]
            configuration.labels = ["team": "ml"]
            configuration.annotations = ["sidecar.istio.io/inject": "false"]
            configuration.image = "pytorch/pytorch:2.4.0"
            configuration.caching = false
            configuration.retries = 3
            configuration.timeoutSeconds = 3600
            configuration.environment = ["STAGE": "train", "GREETING": "say \"hi\""]
            configuration.secrets = [.init(name: "creds", key: "password", variable: "PASSWORD")]
            return configuration
          }())
      ]))

  static let volumes = SamplePipeline(
    "volumes", runsLocally: false,
    Pipeline(
      settings: PipelineSettings(
        name: "volumes",
        volumes: [
          Volume(kind: .claim, name: "shared", mountPoint: "/shared"),
          Volume(
            kind: .newClaim, name: "work", mountPoint: "/work", size: "1Gi",
            annotations: ["owner": "ml"], snapshot: "work-snapshot"),
          Volume(
            kind: .newClaim, name: "fast", mountPoint: "/fast", size: "5Gi", storageClass: "ssd",
            accessMode: "rwm"),
          Volume(
            kind: .persistentVolume, name: "archive", mountPoint: "/archive", size: "10Gi",
            accessMode: "rom"),
        ]),
      notebookName: "volumes.ipynb", parameters: [], prelude: [],
      steps: [
        PipelineStep(name: "first", cells: [CodeCell(index: 0, source: "x = 1")]),
        PipelineStep(
          name: "second", cells: [CodeCell(index: 1, source: "y = 1")], after: ["first"]),
        PipelineStep(name: "third", cells: [CodeCell(index: 2, source: "z = 1")], after: ["first"]),
      ]))

  /// Names of steps and variables that Python or KFP would take amiss.
  static let names: SamplePipeline = {
    let variables = [
      "Output", "X", "_", "_if", "_private", "dsl", "données", "données_", "kale_runtime", "kfp",
      "list", "self", "step", "x_path", "変数",
    ]
    let steps = ["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"]
    return SamplePipeline(
      "names",
      Pipeline(
        settings: PipelineSettings(name: "import"), notebookName: "na\"me\\s {{x}}.ipynb",
        parameters: [
          PipelineParameter(name: "seed", defaultValue: .integer(1)),
          PipelineParameter(name: "self", defaultValue: .string("me")),
          PipelineParameter(name: "kubernetes", defaultValue: .bool(true)),
          PipelineParameter(name: "load_task", defaultValue: .integer(2)),
        ],
        prelude: [],
        steps: [
          PipelineStep(
            name: "start",
            cells: [
              CodeCell(
                index: 0, source: variables.map { "\($0) = '\($0)'" }.joined(separator: "\n"))
            ],
            outputs: variables.map { StepOutput(name: $0, consumers: steps) })
        ]
          + steps.enumerated().map { index, name in
            PipelineStep(
              name: name,
              cells: [
                CodeCell(
                  index: index + 1,
                  source: (variables.map { "assert \($0) == '\($0)' if '\($0)' != 'self' else 1" }
                    + ["seed"])
                    .joined(separator: "\n"))
              ],
              after: ["start"], parameters: ["seed", "kubernetes"],
              inputs: variables.map { StepInput(name: $0, producer: "start") },
              outputs: [StepOutput(name: "list", consumers: [], reason: .mutated)])
          }))
  }()

  static let parameters = SamplePipeline(
    "parameters",
    Pipeline(
      settings: PipelineSettings(name: "parameters"), notebookName: "parameters.ipynb",
      parameters: [
        PipelineParameter(name: "count", defaultValue: .integer(-3)),
        PipelineParameter(name: "rate", defaultValue: .float(1e-5)),
        PipelineParameter(name: "whole", defaultValue: .float(2)),
        PipelineParameter(
          name: "text", defaultValue: .string("it's \"quoted\"\n\\ é {{x}} $(HOME) $$")),
        PipelineParameter(name: "flag", defaultValue: .bool(true)),
        PipelineParameter(name: "columns", defaultValue: .list([.string("a"), .integer(1)])),
        PipelineParameter(
          name: "options",
          defaultValue: .dictionary([
            .init(key: "k", value: .integer(1)), .init(key: "a", value: .list([.bool(false)])),
          ])),
      ],
      prelude: [],
      steps: [
        PipelineStep(
          name: "check",
          cells: [
            CodeCell(
              index: 1,
              source: """
                assert count == -3 and type(count) is int
                assert rate == 1e-05
                assert whole == 2.0 and type(whole) is float
                assert text == 'it\\'s "quoted"\\n\\\\ é {{x}} $(HOME) $$', text
                assert flag is True
                assert repr(columns) == repr(['a', 1]), columns
                assert repr(options) == repr({'k': 1, 'a': [False]}), options
                """)
          ],
          parameters: [
            "count", "rate", "whole", "text", "flag", "columns", "options",
          ])
      ]))

  /// kfp's local runner can't leave out a value.
  static let optional = SamplePipeline(
    "optional", runsLocally: false,
    Pipeline(
      settings: PipelineSettings(name: "optional"), notebookName: "optional.ipynb",
      parameters: [PipelineParameter(name: "limit", defaultValue: .none)], prelude: [],
      steps: [
        PipelineStep(
          name: "check", cells: [CodeCell(index: 0, source: "assert limit is None")],
          parameters: ["limit"])
      ]))
}
