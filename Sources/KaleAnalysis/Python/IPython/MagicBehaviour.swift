/// What a magic does to the namespace, as far as it can be told from its name.
struct MagicBehaviour: Sendable {
  /// How the text behind the name is to be read.
  enum Arguments: Sendable {
    /// Words and options. `{expression}` and `$name` are put in before.
    case words(MagicOptions)
    /// Code that runs in the namespace, after options.
    case code(MagicOptions, yieldsValue: Bool)
    /// Code that runs in a function of its own, after options.
    case timed(MagicOptions)
    /// `%store x`, `%store -r x`.
    case store
    /// `%sc name=command`.
    case shellAssignment
    /// `%sql name << query`.
    case query
    /// `%run [-i] file`.
    case script
    /// `%env`, `%env name`, `%env name=value`.
    case environment
    /// `%pylab`, `%pylab --no-import-all`.
    case pylab
  }

  /// What the lines below a cell magic are.
  enum Body: Sendable {
    /// Python of this cell; binds made by options happen behind it.
    case python
    /// Text of another kind.
    case text
    /// Shell commands, in which `{expression}` and `$name` are put in.
    case shell
  }

  var arguments: Arguments
  /// Of a cell magic only.
  var body = Body.text
  var effects: [IPythonEffect] = []

  static func words(
    _ roles: [String: MagicOptions.Role] = [:], positional: MagicOptions.Role = .text,
    body: Body = .text, effects: IPythonEffect...
  ) -> MagicBehaviour {
    MagicBehaviour(
      arguments: .words(MagicOptions(roles: roles, positional: positional)), body: body,
      effects: effects)
  }

  static func code(
    _ letters: String = "", functions: String = "", files: String = "", yieldsValue: Bool = false
  ) -> MagicBehaviour {
    MagicBehaviour(
      arguments: .code(
        .letters(letters, functions: functions, files: files), yieldsValue: yieldsValue),
      body: .python)
  }

  static func timed(_ letters: String) -> MagicBehaviour {
    MagicBehaviour(arguments: .timed(.letters(letters)), body: .python)
  }

  /// A magic the table does not have: only the options that name variables by custom count.
  static let unknown = words(["--out": .bind], effects: .unknownMagic)
}
