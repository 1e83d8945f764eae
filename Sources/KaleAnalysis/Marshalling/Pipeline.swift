/// A pipeline ready to be written or run: every step with its code, what it takes and what it hands on.
///
/// The one value that everything after the analysis takes. Its steps are in an order in which they
/// can run, so a cycle cannot be expressed.
public struct Pipeline: Sendable {
  public var settings: PipelineSettings
  /// The notebook's file name, for comments and messages.
  public var notebookName: String
  public var parameters: [PipelineParameter]
  /// The `imports` cells, then the `functions` cells: the beginning of every step.
  public var prelude: [CodeCell]
  /// How values of the user's types are saved: in every step, before it takes its inputs.
  public var backends: [BackendModule]
  /// Files from beside the notebook that steps need, each under a name of its own.
  public var bundles: [SourceBundle]
  /// Each step stands behind all the steps in its `after`.
  public private(set) var steps: [PipelineStep]

  /// Sorts `steps` topologically, keeping the given order where it is free; nil if they form a cycle
  /// or name a step that is not there.
  public init?(
    settings: PipelineSettings, notebookName: String, parameters: [PipelineParameter],
    prelude: [CodeCell], backends: [BackendModule] = [],
    bundles: [SourceBundle] = [], steps: [PipelineStep]
  ) {
    self.settings = settings
    self.notebookName = notebookName
    self.parameters = parameters
    self.prelude = prelude
    self.backends = backends
    self.bundles = bundles
    var sorted: [PipelineStep] = []
    var placed: Set<String> = []
    var rest = steps
    while !rest.isEmpty {
      guard let next = rest.firstIndex(where: { placed.isSuperset(of: $0.after) }) else {
        return nil
      }
      let step = rest.remove(at: next)
      placed.insert(step.name)
      sorted.append(step)
    }
    self.steps = sorted
  }

  /// Has every step run, whatever the server has kept of an earlier run.
  public mutating func disableCaching() {
    for index in steps.indices { steps[index].configuration.caching = false }
  }

  /// The pipeline of the steps that come before one, without it; nil if there is no such step.
  public func before(_ name: String) -> Pipeline? {
    guard let step = steps.first(where: { $0.name == name }) else { return nil }
    var needed = Set(step.after)
    for other in steps.reversed() where needed.contains(other.name) {
      needed.formUnion(other.after)
    }
    var pipeline = self
    pipeline.steps.removeAll { !needed.contains($0.name) }
    return pipeline
  }
}

/// A parameter of the pipeline with its default value.
public struct PipelineParameter: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    case integer(Int)
    case float(Double)
    case string(String)
    case bool(Bool)
    case list([Value])
    /// Keys are strings; pairs in source order.
    case dictionary([Entry])
    case none

    public struct Entry: Sendable, Hashable {
      public var key: String
      public var value: Value

      public init(key: String, value: Value) {
        self.key = key
        self.value = value
      }
    }
  }

  /// The notebook's name for it, a Python identifier.
  public var name: String
  public var defaultValue: Value

  public init(name: String, defaultValue: Value) {
    self.name = name
    self.defaultValue = defaultValue
  }
}

/// The source of one code cell, as the notebook has it.
public struct CodeCell: Sendable, Hashable {
  /// What the cell is for.
  public enum Kind: String, Sendable {
    case imports, functions, step
  }

  /// 0-based among all cells of the notebook.
  public var index: Int
  public var source: String
  public var kind: Kind
  /// Whether it has IPython syntax (magics, `!`, `?`) and so needs IPython to run.
  public var usesIPython: Bool
  /// Its commands that do no more than to install packages which the step's image has by then, as the
  /// shell gets them: `pip install xgboost`.
  public var installs: [String]

  public init(
    index: Int, source: String, kind: Kind = .step, usesIPython: Bool = false,
    installs: [String] = []
  ) {
    self.index = index
    self.source = source
    self.kind = kind
    self.usesIPython = usesIPython
    self.installs = installs
  }
}

/// A step of a pipeline: one container, one process.
public struct PipelineStep: Sendable {
  public var name: String
  /// The step's own cells, in notebook order, without the prelude.
  public var cells: [CodeCell]
  /// The steps that must have ended before: every `prev` tag and every producer.
  public var after: [String]
  /// Names of the pipeline parameters that it takes.
  public var parameters: [String]
  /// Import statements to run before its inputs are loaded, e.g. `import json as j`.
  public var imports: [String]
  /// The names that another step has bound by such an import, sorted by name.
  public var importedNames: [StepInput]
  /// Sorted by name.
  public var inputs: [StepInput]
  /// Sorted by name.
  public var outputs: [StepOutput]
  /// Names of this step's outcome that are reported as KFP metrics.
  public var metrics: [String]
  /// What it reports beside numbers.
  public var classifications: [ClassificationMetric]
  /// Whether its cells may show figures, tables or other things that are more than text.
  public var mayShowMore: Bool
  /// What its image may lack.
  public var packages: StepPackages
  /// Names of the pipeline's `bundles` that it needs, in their order.
  public var bundles: [String]
  public var configuration: StepConfiguration

  public init(
    name: String, cells: [CodeCell], after: [String] = [], parameters: [String] = [],
    imports: [String] = [], importedNames: [StepInput] = [], inputs: [StepInput] = [],
    outputs: [StepOutput] = [], metrics: [String] = [],
    classifications: [ClassificationMetric] = [], mayShowMore: Bool = false,
    packages: StepPackages = .init(), bundles: [String] = [],
    configuration: StepConfiguration = .init()
  ) {
    self.name = name
    self.cells = cells
    self.after = after
    self.parameters = parameters
    self.imports = imports
    self.importedNames = importedNames
    self.inputs = inputs
    self.outputs = outputs
    self.metrics = metrics
    self.classifications = classifications
    self.mayShowMore = mayShowMore
    self.packages = packages
    self.bundles = bundles
    self.configuration = configuration
  }
}

/// A variable that a step receives.
public struct StepInput: Sendable, Hashable {
  public var name: String
  /// The one step whose artifact of this name it takes.
  public var producer: String
  /// False when the step reads it on some paths only: then its absence is tolerated.
  public var isCertain: Bool

  public init(name: String, producer: String, isCertain: Bool = true) {
    self.name = name
    self.producer = producer
    self.isCertain = isCertain
  }
}

/// A variable that a step hands on.
public struct StepOutput: Sendable, Hashable {
  /// Why it is an output.
  public enum Reason: String, Sendable {
    case bound, mutated
    case passedOn = "passed-on"
    /// No variable, but what a process has beside them: random numbers, environment, directory.
    case state
  }

  /// The KFP artifact type that fits the value.
  public enum ArtifactType: String, Sendable {
    case dataset = "Dataset"
    case model = "Model"
    case artifact = "Artifact"
  }

  public var name: String
  /// The steps that take it, sorted.
  public var consumers: [String]
  public var reason: Reason
  public var artifactType: ArtifactType
  /// Whether a consumer takes variables of other steps too, which may share objects with this one that
  /// came from a step before both.
  public var isJoined: Bool

  public init(
    name: String, consumers: [String], reason: Reason = .bound,
    artifactType: ArtifactType = .artifact, isJoined: Bool = false
  ) {
    self.name = name
    self.consumers = consumers
    self.reason = reason
    self.artifactType = artifactType
    self.isJoined = isJoined
  }
}
