/// A file that `%run` executes.
public struct IPythonScript: Sendable, Hashable {
  /// As the magic has it, taken from the notebook's folder.
  public var path: String
  /// It runs in a namespace of its own, whose names the notebook gets in the end; else in the
  /// notebook's, as if its code stood here.
  public var hasOwnNamespace: Bool

  public init(path: String, hasOwnNamespace: Bool) {
    self.path = path
    self.hasOwnNamespace = hasOwnNamespace
  }

  /// Notebooks, and files in IPython's syntax, never have a namespace of their own.
  static func isInteractive(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasSuffix(".ipynb") || path.hasSuffix(".ipy")
  }
}
