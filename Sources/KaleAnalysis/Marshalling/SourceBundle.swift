/// Files from beside the notebook that travel with the steps that need them.
public struct SourceBundle: Sendable, Hashable {
  public enum Purpose: Sendable {
    /// A module, to be imported.
    case module
    /// A file that the cells name by its path from the working directory.
    case script
  }

  public struct File: Sendable, Hashable {
    /// Relative: to a folder of the import path, or to the working directory.
    public var path: String
    public var text: String

    public init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// The module's name, or the script's path.
  public var name: String
  public var purpose: Purpose
  /// Sorted by path.
  public var files: [File]

  public init(name: String, purpose: Purpose, files: [File]) {
    self.name = name
    self.purpose = purpose
    self.files = files
  }
}
