/// One use of IPython's syntax: what it is, where it stands, and what it does beyond the Python
/// that the transformed cell has in its place.
public struct IPythonAction: Sendable, Hashable {
  public enum Construct: Sendable, Hashable {
    /// `%name …`, also without its `%` in a cell of one line, as IPython's automagic allows.
    case lineMagic(String)
    /// `%%name …`, which takes the whole cell.
    case cellMagic(String)
    /// `!command`, `!!command`, `name = !command`.
    case system
    /// `name?`, `?name`, `?`.
    case help
    /// `,f a b`, `;f a b`, `/f a b`.
    case call
  }

  public var construct: Construct
  /// Where it stands in the cell as the user wrote it.
  public var range: SourceRange
  /// Its first line.
  public var text: String
  public var effects: [IPythonEffect]
}

/// Something that a magic or a command does which no Python code in the transformed cell shows.
public enum IPythonEffect: Sendable, Hashable {
  /// May read any name of the namespace.
  case readsUnknown
  /// May bind any name: `%macro`, `%store -r` without names.
  case bindsUnknown
  /// May unbind any name: `%reset`.
  case deletesUnknown
  /// Runs a program: `!command`, `%%bash`, `%pip`.
  case runsProgram
  /// Sets environment variables.
  case changesEnvironment
  /// Sets the working directory.
  case changesDirectory
  /// Writes a file; nil if its path is not literal.
  case writesFile(String?)
  /// Writes files below a folder.
  case writesFolder(String)
  /// Reads a file; nil if its path is not literal.
  case readsFile(String?)
  /// Executes a file; nil if its path is not literal.
  case runsFile(IPythonScript?)
  /// Configures IPython itself: an extension, a display, a debugger.
  case changesSession
  /// The magic is none that the table has; it was taken to do nothing to the namespace.
  case unknownMagic
}
