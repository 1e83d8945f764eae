/// Which PyPI distributions provide the modules that code imports.
public enum Distributions {
  /// What pip must install so that the code runs.
  ///
  /// - Parameters:
  ///   - modules: dotted names as imported, e.g. `google.cloud.storage`.
  ///   - standardLibrary: roots of the modules that come with Python.
  ///   - localModules: roots of the modules that are files beside the notebook.
  ///   - usesIPython: whether a cell has IPython syntax.
  /// - Returns: Requirements, sorted without regard to case. cloudpickle is always among them: the
  ///   step runtime needs it.
  public static func requirements(
    modules: Set<String>, standardLibrary: Set<String>, localModules: Set<String>,
    usesIPython: Bool
  ) -> [String] {
    var requirements: Set<String> = ["cloudpickle"]
    if usesIPython { requirements.insert("ipython") }
    for module in modules {
      let root = String(module.prefix { $0 != "." })
      if root.isEmpty || standardLibrary.contains(root) || localModules.contains(root) { continue }
      if let distribution = distribution(of: module) { requirements.insert(distribution) }
    }
    return requirements.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
  }

  /// The distribution of the longest known prefix of `module`, else one with the root's name; nil
  /// for a namespace that many distributions share and for names that can't be distributions.
  static func distribution(of module: String) -> String? {
    var prefix = Substring(module)
    while true {
      if let known = distributionOfModule[String(prefix)] { return known }
      guard let dot = prefix.lastIndex(of: ".") else { break }
      prefix = prefix[..<dot]
    }
    let root = String(prefix)
    let isName =
      root.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x5F
      } && !root.hasPrefix("_")
    return isName && !sharedNamespaces.contains(root) ? root : nil
  }
}
