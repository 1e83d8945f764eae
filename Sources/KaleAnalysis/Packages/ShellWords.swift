/// A command line cut into commands and words, as far as a shell's rules can be followed by reading.
struct ShellWords {
  struct Word: Hashable {
    var text: String
    /// A variable, a substitution or a pattern stands in it, whose value only the shell knows.
    var isComputed = false
  }

  /// What stands between `;`, `&&`, `||` and `|`, redirections left out.
  private(set) var commands: [[Word]] = []
  /// It is one command, with no more than its output redirected.
  var isSimple: Bool { commands.count == 1 }

  /// - Parameter line: without IPython's `!`. `\` at the end of a line goes on in the next.
  init(_ line: String) {
    var reader = Reader(rest: Array(line.unicodeScalars)[...])
    commands = reader.read()
  }

  private struct Reader {
    var rest: ArraySlice<Unicode.Scalar>
    var commands: [[Word]] = []
    var words: [Word] = []
    var word: Word?
    /// The next word is the target of a redirection.
    var isTarget = false

    mutating func read() -> [[Word]] {
      while let scalar = rest.popFirst() {
        switch scalar {
        case " ", "\t", "\r": endWord()
        case "\n", ";": endCommand()
        case "\\":
          guard let next = rest.popFirst() else { break }
          if next != "\n" { append(next) }
        case "'": quote(until: "'")
        case "\"": quote(until: "\"")
        case "#" where word == nil: rest = rest.drop { $0 != "\n" }
        case "$", "`", "{", "*":
          append(scalar)
          word?.isComputed = true
        case "&", "|":
          if scalar == "&", word == nil, rest.first == ">" { break }
          while rest.first == "&" || rest.first == "|" { rest.removeFirst() }
          endCommand()
        case ">", "<":
          // `pandas>=1.5` without quotes: a redirection to the shell, a requirement to its author.
          if isRequirement { append(scalar) } else { redirect() }
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

    private mutating func redirect() {
      if let text = word?.text, text.allSatisfy(\.isNumber) { word = nil }
      endWord()
      while rest.first == ">" || rest.first == "&" { rest.removeFirst() }
      isTarget = true
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
      if isTarget { isTarget = false } else { words.append(ended) }
    }

    private mutating func endCommand() {
      endWord()
      isTarget = false
      if !words.isEmpty { commands.append(words) }
      words = []
    }
  }
}
