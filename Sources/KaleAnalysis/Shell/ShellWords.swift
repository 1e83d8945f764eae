/// A command line cut into commands and words, as far as a shell's rules can be followed by reading.
struct ShellWords {
  struct Word: Hashable {
    var text: String
    /// A variable, a substitution or a pattern stands in it, whose value only the shell knows.
    var isComputed = false
  }

  struct Redirection: Hashable {
    var isInput: Bool
    var target: Word
  }

  /// What stands between `;`, `&&`, `||` and `|`.
  struct Command: Hashable {
    /// Without the redirections; none where there is nothing else: `> a.txt`.
    var words: [Word] = []
    var redirections: [Redirection] = []
  }

  private(set) var all: [Command] = []
  /// The words of the commands that have some.
  var commands: [[Word]] { all.map(\.words).filter { !$0.isEmpty } }
  /// It is one command, with no more than its output redirected.
  var isSimple: Bool { commands.count == 1 }

  /// - Parameter text: without IPython's `!`. `\` at the end of a line goes on in the next. Documents in the
  ///   text (`<<EOF`) are passed over.
  init(_ text: String) {
    var reader = Reader(rest: Array(text.unicodeScalars)[...])
    all = reader.read()
  }

  private struct Reader {
    private enum Target {
      case input, output
      /// A copy of another stream, as in `2>&1`, or a string.
      case none
      /// The line that ends a document; whether tabs may stand in front of it.
      case document(isIndented: Bool)
    }

    var rest: ArraySlice<Unicode.Scalar>
    private var commands: [Command] = []
    private var command = Command()
    private var word: Word?
    /// What the next word is the target of.
    private var target: Target?
    /// The documents that begin below this line.
    private var documents: [(end: String, isIndented: Bool)] = []

    init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

    mutating func read() -> [Command] {
      while let scalar = rest.popFirst() {
        switch scalar {
        case " ", "\t", "\r": endWord()
        case ";": endCommand()
        case "\n":
          endCommand()
          passDocuments()
        case "\\":
          guard let next = rest.popFirst() else { break }
          if next != "\n" { append(next) }
        case "'": quote(until: "'")
        case "\"": quote(until: "\"")
        case "#" where word == nil: rest = rest.drop { $0 != "\n" }
        case "$", "`", "{", "*", "~":
          append(scalar)
          if scalar != "~" || word?.text == "~" { word?.isComputed = true }
        case "&", "|":
          if scalar == "&", word == nil, rest.first == ">" { break }
          while rest.first == "&" || rest.first == "|" { rest.removeFirst() }
          endCommand()
        case ">", "<":
          // `pandas>=1.5` without quotes: a redirection to the shell, a requirement to its author.
          if isRequirement { append(scalar) } else { redirect(scalar) }
        default: append(scalar)
        }
      }
      endCommand()
      return commands
    }

    /// Whether a comparison of versions goes on here, behind the name of a package.
    private var isRequirement: Bool {
      guard let first = word?.text.unicodeScalars.first, first.properties.isAlphabetic,
        let next = rest.first
      else { return false }
      return next == "=" || ("0"..."9").contains(next)
    }

    private mutating func redirect(_ sign: Unicode.Scalar) {
      if let text = word?.text, text.allSatisfy(\.isNumber) { word = nil }
      endWord()
      var signs = String(Character(sign))
      while let next = rest.first, "<>&|-".unicodeScalars.contains(next),
        next != "-" || signs == "<<"
      {
        signs.unicodeScalars.append(rest.removeFirst())
      }
      target =
        switch signs {
        case ">", ">>", ">|": .output
        case "<", "<>": .input
        case "<<", "<<-": .document(isIndented: signs == "<<-")
        default: Target.none
        }
    }

    private mutating func passDocuments() {
      for document in documents {
        while !rest.isEmpty {
          var line = String(String.UnicodeScalarView(rest.prefix { $0 != "\n" }))
          rest = rest.drop { $0 != "\n" }.dropFirst()
          if document.isIndented { line = String(line.drop { $0 == "\t" }) }
          if line == document.end { break }
        }
      }
      documents = []
    }

    private mutating func quote(until end: Unicode.Scalar) {
      if word == nil { word = Word(text: "") }
      while let scalar = rest.popFirst(), scalar != end {
        if end == "\"", scalar == "\\", let next = rest.first,
          "\"\\$`\n".unicodeScalars.contains(next)
        {
          rest.removeFirst()
          append(next)
          continue
        }
        append(scalar)
        if end == "\"", scalar == "$" || scalar == "`" { word?.isComputed = true }
        if scalar == "{" { word?.isComputed = true }
      }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
      if word == nil { word = Word(text: "") }
      word?.text.unicodeScalars.append(scalar)
    }

    private mutating func endWord() {
      guard let ended = word else { return }
      word = nil
      switch target {
      case nil: command.words.append(ended)
      case .input: command.redirections.append(Redirection(isInput: true, target: ended))
      case .output: command.redirections.append(Redirection(isInput: false, target: ended))
      case .document(let isIndented): documents.append((ended.text, isIndented))
      case Target.none?: break
      }
      target = nil
    }

    private mutating func endCommand() {
      endWord()
      target = nil
      if command != Command() { commands.append(command) }
      command = Command()
    }
  }
}
