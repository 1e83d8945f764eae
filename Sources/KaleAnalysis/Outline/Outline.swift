/// What the tags and the metadata of a notebook say: which cell belongs to which step, and how the
/// pipeline is set up. Cells are named by their index among all cells of the notebook.
public struct Outline: Sendable {
  /// What a code cell is for.
  public enum Role: Sendable, Hashable {
    case imports, functions, parameters, metrics, skip
    /// The cell's code goes into each of the named steps.
    case steps([String])
    /// In a notebook without any tag of ours, or above the first one (which is an error).
    case untagged
  }

  /// The role of each code cell, in notebook order. Markdown and raw cells have none.
  public var roles: [(cell: Int, role: Role)]
  /// The steps in the order of their first cells.
  public var steps: [Step]
  public var settings: PipelineSettings
  /// Those of the `parameters` cells whose values override the others', ascending: what Papermill
  /// has added to the notebook.
  public var injectedParameters: [Int]
  /// Steps that were meant to be several have become one, so that no cell is certain to be where its
  /// author wants it. Any other error leaves the rest of the outline to be analysed.
  public var hasCollidingNames: Bool

  public init(
    roles: [(cell: Int, role: Role)], steps: [Step], settings: PipelineSettings,
    injectedParameters: [Int] = [], hasCollidingNames: Bool = false
  ) {
    self.roles = roles
    self.steps = steps
    self.settings = settings
    self.injectedParameters = injectedParameters
    self.hasCollidingNames = hasCollidingNames
  }

  /// No tag is one of this tool's: the notebook was never meant to be a pipeline.
  public var isUntagged: Bool {
    roles.allSatisfy { [.untagged, .parameters, .skip].contains($0.role) }
  }

  /// The cells of a role, in notebook order.
  public func cells(_ role: Role) -> [Int] {
    roles.filter { $0.role == role }.map(\.cell)
  }
}

/// A step as its tags define it.
public struct Step: Sendable {
  /// Normalised: matches `[_a-z][_a-z0-9]*`.
  public var name: String
  /// Indices of its cells, ascending.
  public var cells: [Int]
  /// The names of the steps in its `prev:` tags, each an existing step, without repetition.
  public var after: [String]
  public var configuration: StepConfiguration

  public init(
    name: String, cells: [Int], after: [String] = [], configuration: StepConfiguration = .init()
  ) {
    self.name = name
    self.cells = cells
    self.after = after
    self.configuration = configuration
  }
}

/// The step configuration tags (`limit:`, `image:`, `env:`, ...).
public struct StepConfiguration: Sendable, Hashable {
  /// By resource name (`cpu`, `memory`, `nvidia.com/gpu`, ...), quantity as written.
  public var limits: [String: String] = [:]
  public var requests: [String: String] = [:]
  public var labels: [String: String] = [:]
  public var annotations: [String: String] = [:]
  public var image: String?
  public var caching: Bool?
  public var retries: Int?
  public var timeoutSeconds: Int?
  public var environment: [String: String] = [:]
  public var secrets: [Secret] = []

  public struct Secret: Sendable, Hashable {
    public var name: String
    public var key: String
    public var variable: String

    public init(name: String, key: String, variable: String) {
      self.name = name
      self.key = key
      self.variable = variable
    }
  }

  public init() {}
}

/// The settings of the pipeline as a whole, from the metadata and the command line.
public struct PipelineSettings: Sendable {
  /// Letters, digits and `-`.
  public var name: String
  public var description: String?
  public var experiment: String?
  /// Image of every step that has none of its own.
  public var baseImage: String?
  public var volumes: [Volume]
  /// Python files that tell how values are saved, relative to the notebook's folder.
  public var backends: [String]
  public var packages: PackageSettings

  public init(
    name: String, description: String? = nil, experiment: String? = nil, baseImage: String? = nil,
    volumes: [Volume] = [], backends: [String] = [], packages: PackageSettings = .init()
  ) {
    self.name = name
    self.description = description
    self.experiment = experiment
    self.baseImage = baseImage
    self.volumes = volumes
    self.backends = backends
    self.packages = packages
  }
}

/// How the steps' images come by what the code imports.
public struct PackageSettings: Sendable, Hashable {
  /// Whether steps install anything; false where the image has it all.
  public var areInstalled = true
  /// Whether requirements name the versions of the interpreter at hand.
  public var arePinned = false
  /// Whether modules and scripts beside the notebook travel with the steps.
  public var bundlesFiles = false
  /// What every step gets beside what its code asks for, as arguments of `pip install`.
  public var additional: [String] = []

  public init() {}
}

/// A volume that every step mounts.
public struct Volume: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// A claim bound to an existing persistent volume.
    case persistentVolume = "pv"
    /// An existing claim.
    case claim = "pvc"
    /// A claim made for the run.
    case newClaim = "new_pvc"
  }

  public var kind: Kind
  public var name: String
  public var mountPoint: String
  /// With its unit, e.g. "5Gi"; nil for an existing claim.
  public var size: String?
  public var storageClass: String?
  /// As Kubernetes calls it, e.g. "ReadWriteMany"; nil when the notebook does not say.
  public var accessMode: String?
  public var annotations: [String: String]
  /// Name of the snapshot to take at the end, or nil.
  public var snapshot: String?

  public init(
    kind: Kind, name: String, mountPoint: String, size: String? = nil, storageClass: String? = nil,
    accessMode: String? = nil, annotations: [String: String] = [:], snapshot: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.mountPoint = mountPoint
    self.size = size
    self.storageClass = storageClass
    self.accessMode = accessMode
    self.annotations = annotations
    self.snapshot = snapshot
  }
}
