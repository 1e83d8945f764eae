/// What a notebook's own metadata say that matters here.
struct NotebookMetadata {
  /// The key that holds the pipeline's settings.
  static let pipelineKey = "kubeflow_notebook"

  /// The kernel's language as written, or as the name of the kernel tells it.
  var language: String?
  /// The kernel's version, as the file says it or as the name of the kernel tells it.
  var kernel: KernelVersion?
  /// The pipeline's settings and the key they stand under. The sample that Kale published misspells
  /// the key, so one that is all but right is taken where the right one is missing.
  var pipeline: (key: String, value: JSONValue)?

  init() {}

  /// Reads the object at the reader's position; what is no object counts as empty.
  init(_ reader: inout JSONReader) throws(JSONSyntaxError) {
    guard reader.peek() == .object else {
      try reader.skipValue()
      return
    }
    var kernel: JSONValue?
    var language: JSONValue?
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "kernelspec": kernel = try reader.readValue()
      case "language_info": language = try reader.readValue()
      case Self.pipelineKey: pipeline = (key, try reader.readValue())
      case _ where pipeline == nil && Spelling.distance(key, Self.pipelineKey) <= 2:
        pipeline = (key, try reader.readValue())
      default: try reader.skipValue()
      }
    }
    self.language =
      Self.text(language?["name"]) ?? Self.text(kernel?["language"])
      ?? Self.text(kernel?["name"]).flatMap(Self.languageOfKernel)
    self.kernel = Self.version(kernel, language)
  }

  private static func version(_ kernel: JSONValue?, _ language: JSONValue?) -> KernelVersion? {
    let said = text(language?["version"]).flatMap(KernelVersion.init(version:))
    let names = [kernel?["display_name"], kernel?["name"], kernel?["language"], language?["name"]]
    let told = names.compactMap { text($0).flatMap(KernelVersion.init(kernelName:)) }
    return said ?? told.first { $0.minor != nil } ?? told.first
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard let text = value?.string, !text.isEmpty else { return nil }
    return text
  }

  /// For files that name the kernel but not its language, as Colab's do. Kernels other than these
  /// have names that their users chose.
  private static func languageOfKernel(_ name: String) -> String? {
    switch name.lowercased() {
    case "ir": "R"
    case let name where name.hasPrefix("julia"): "Julia"
    case let name where name.hasPrefix("python"): "python"
    default: nil
    }
  }
}
