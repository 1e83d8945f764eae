/// What proposing steps needs to know of a cell beyond its effects on names.
struct CellTraits {
  /// What the cell's statements are.
  struct Statements: OptionSet {
    let rawValue: UInt8

    static let imports = Statements(rawValue: 1)
    /// Functions and classes.
    static let definitions = Statements(rawValue: 2)
    /// A literal gets a name.
    static let constants = Statements(rawValue: 4)
    /// Sets up a library, the interpreter or IPython for all code that follows.
    static let session = Statements(rawValue: 8)
    /// A set-up that does not matter to code above it: `%matplotlib inline`, a filter of warnings.
    static let quietSession = Statements(rawValue: 16)
    static let seeds = Statements(rawValue: 32)
    /// Shows what modules say of themselves: their versions.
    static let shows = Statements(rawValue: 64)
    static let other = Statements(rawValue: 128)
  }

  var statements: Statements = []
  /// Every constant is a number, a string or a boolean.
  var hasPlainConstants = true
  var outside: OutsideUse = []
  /// Names that it binds to what can't leave the process or its place: figures, views of dictionaries.
  var stays: Set<String> = []
  /// Its first call on pyplot goes on with a figure.
  var continuesFigure = false
  var usesPyplot = false
  /// Lines of code.
  var size = 0
  /// Names and attributes that its own code mentions, outside of the functions that it defines.
  var mentions: Set<String> = []
  /// What the code of each function and class does and mentions that it defines, by name; methods by
  /// their own.
  var code: [String: (use: OutsideUse, mentions: Set<String>)] = [:]

  /// With what the functions of the notebook do that the cell mentions.
  static func closed(_ traits: [Int: CellTraits]) -> [Int: CellTraits] {
    var code: [String: (use: OutsideUse, mentions: Set<String>)] = [:]
    for cell in traits.values {
      for (name, body) in cell.code {
        code[name, default: ([], [])].use.formUnion(body.use)
        code[name, default: ([], [])].mentions.formUnion(body.mentions)
      }
    }
    var changed = true
    while changed {
      changed = false
      for (name, body) in code {
        let use = body.mentions.reduce(body.use) { $0.union(code[$1]?.use ?? []) }
        if use != body.use {
          code[name]!.use = use
          changed = true
        }
      }
    }
    return traits.mapValues { cell in
      var cell = cell
      for name in cell.mentions { cell.outside.formUnion(code[name]?.use ?? []) }
      return cell
    }
  }
}
