import KaleAnalysis

/// What the configuration says for one notebook: defaults of the commands' options.
struct NotebookConfiguration: Sendable, Hashable, Encodable {
  var analyzer: Analyzer?
  /// Absolute paths.
  var knowledge: [String] = []
  var resolveImports: Bool?
  /// A name to look up in PATH, or an absolute path.
  var python: String?
  var select: [String] = []
  var ignore: [String] = []
  var isStrict: Bool?
  var experimentName: String?
  var dockerImage: String?

  /// Takes over what `other` sets. Its lists of what to ignore and of knowledge are added.
  mutating func add(_ other: NotebookConfiguration) {
    analyzer = other.analyzer ?? analyzer
    knowledge += other.knowledge
    resolveImports = other.resolveImports ?? resolveImports
    python = other.python ?? python
    if !other.select.isEmpty { select = other.select }
    ignore += other.ignore
    isStrict = other.isStrict ?? isStrict
    experimentName = other.experimentName ?? experimentName
    dockerImage = other.dockerImage ?? dockerImage
  }
}
