/// A Jupyter notebook: what its author wrote, and of the outputs only whether they are errors.
public struct Notebook: Sendable {
  /// The path by which it was opened, for messages.
  public var path: String
  /// nbformat version of the file.
  public var format: Format
  /// Language of the kernel in lower case ("python"), or nil when the file does not say.
  public var language: String?
  /// Version of the kernel, or nil when the file does not say.
  public var kernel: KernelVersion?
  /// Metadata key `kubeflow_notebook`, as it stands; nil when absent.
  public var pipelineMetadata: JSONValue?
  /// The key as the file spells it; nil stands for the right spelling.
  public var pipelineMetadataKey: String?
  public var cells: [Cell]

  public struct Format: Sendable, Hashable {
    public var major: Int
    public var minor: Int

    public init(major: Int, minor: Int) {
      self.major = major
      self.minor = minor
    }
  }

  public init(
    path: String, format: Format = Format(major: 4, minor: 5), language: String? = "python",
    kernel: KernelVersion? = nil, pipelineMetadata: JSONValue? = nil,
    pipelineMetadataKey: String? = nil, cells: [Cell]
  ) {
    self.path = path
    self.format = format
    self.language = language
    self.kernel = kernel
    self.pipelineMetadata = pipelineMetadata
    self.pipelineMetadataKey = pipelineMetadataKey
    self.cells = cells
  }
}

/// A cell of a notebook.
public struct Cell: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case code, markdown, raw
  }

  /// 0-based position among all cells of the notebook.
  public var index: Int
  public var kind: Kind
  public var source: String
  public var tags: [String]
  /// Its saved output has an error in it: when it was last run, it failed.
  public var hasFailed: Bool

  public init(
    index: Int, kind: Kind, source: String, tags: [String] = [], hasFailed: Bool = false
  ) {
    self.index = index
    self.kind = kind
    self.source = source
    self.tags = tags
    self.hasFailed = hasFailed
  }
}
