/// Finds names for steps: in small letters, digits and `_`, each once.
struct StepNamer {
  private static let maxLength = 28
  /// Words of Python and of the names that a KFP script uses for itself.
  private static let reserved: Set = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not",
    "or", "pass", "raise", "return", "try", "while", "with", "yield", "true", "false", "none",
    "match",
    "case", "type", "print", "dsl", "kfp", "pipeline", "imports", "functions",
  ]

  private var taken: Set<String> = []

  /// - Parameters:
  ///   - heading: the text of a heading, with its Markdown.
  ///   - variables: what the step makes, the most wanted first.
  mutating func name(heading: String?, variables: [String], number: Int) -> String {
    let variable = variables.lazy.map { StepName($0) }.first { $0.form != .invalid }
    let made = variable.map { String("make_\($0.normalized)".prefix(Self.maxLength)) }
    let base = heading.flatMap(Self.slug) ?? made ?? "step_\(number)"
    var name = Self.reserved.contains(base) ? "\(base)_step" : base
    var suffix = 2
    while !taken.insert(name).inserted {
      name = "\(base)_\(suffix)"
      suffix += 1
    }
    return name
  }

  /// nil where no word is left that can be spelled so.
  static func slug(_ heading: String) -> String? {
    var text = heading.replacing(/<[^>]*>/, with: " ")
    text = text.replacing(/!?\[([^\]]*)\]\([^)]*\)/) { String($0.1) }
    text = text.replacing(/\$[^$]*\$/, with: " ")
    text = text.replacing(/&[a-z]+;/, with: " ")
    text = text.replacing(
      /^\s*(?:(?:[Ss]tep|[Pp]art|[Ss]ection|[Cc]hapter)\s+)?[0-9IVX]+(?:\.[0-9]+)*\s*[.):]\s*/,
      with: "")
    var words: [String] = []
    var length = 0
    for word in text.lowercased().split(whereSeparator: {
      !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’"
    }) {
      let plain = String(word.unicodeScalars.compactMap(Self.plain).map(Character.init))
      if plain.isEmpty { continue }
      if words.count == 1, small.contains(words[0]) { words = [] }
      guard words.isEmpty || length + plain.count + 1 <= maxLength else { break }
      words.append(String(plain.prefix(maxLength)))
      length += plain.count + 1
    }
    while let last = words.last, words.count > 1, small.contains(last) || last.count == 1 {
      words.removeLast()
    }
    guard let first = words.first, words.contains(where: { $0.contains { $0.isLetter } }) else {
      return nil
    }
    return (first.first!.isNumber ? "_" : "") + words.joined(separator: "_")
  }

  /// A letter without its accent, if there is one in `a` to `z`; a digit.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) { return scalar }
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return nil }
    let letter = name.dropFirst(prefix.count).prefix { $0 != " " }.lowercased().unicodeScalars
    return letter.count == 1 ? letter.first : nil
  }

  /// Words that say nothing at an end.
  private static let small: Set = [
    "a", "an", "the", "and", "or", "of", "to", "in", "on", "for", "with", "by", "at", "from", "is",
    "as",
    "our", "your", "using", "vs", "some", "its", "s",
  ]
}
