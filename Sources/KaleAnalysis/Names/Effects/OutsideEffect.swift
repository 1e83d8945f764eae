/// Something that a cell does to the process or to the system, beside names and files.
public struct OutsideEffect: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// Sets or removes environment variables.
    case environment
    /// Sets the working directory.
    case directory
    /// Changes where modules are looked for.
    case importPath = "import-path"
    /// Seeds a random generator that all code shares.
    case randomSeed = "random-seed"
    /// Runs a program.
    case shell
    /// Waits for what somebody types.
    case userInput = "user-input"
    /// Configures IPython.
    case session
    /// Is a magic that the tables lack.
    case unknownMagic = "unknown-magic"
  }

  public var kind: Kind
  /// What does it: "os.chdir('data')", "os.environ['A']", "%cd data".
  public var detail: String
  /// Where in the cell's own code.
  public var range: SourceRange?
}
