/// Which PyPI distributions provide the modules that code imports.
public enum Distributions {
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
      } && !root.isEmpty && !root.hasPrefix("_")
    let isFromPyPI = !sharedNamespaces.contains(root) && root != runtimeModule
    return isName && isFromPyPI ? root : nil
  }
}
