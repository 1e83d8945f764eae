/// What is known of a callee's dealings with what is outside of the namespace: files, strings that are
/// their paths, and the process.
struct OutsideKnowledge: Sendable {
  /// Where a call has something: in its receiver, or in an argument.
  enum Place: Sendable, Equatable {
    case receiver
    case argument(position: Int, keywords: [String])
    /// The key of an item that is stored or deleted, which is no call.
    case item
  }

  enum Access: Sendable {
    case reads, writes, readsFolder, writesFolder
    /// The files that a pattern of `glob` stands for.
    case readsPattern
    /// As the mode says that stands at another place; without one, it reads.
    case opens
  }

  /// What the result is, as a string.
  enum Result: Sendable {
    /// The path that `os.path.join` makes of the receiver and the arguments.
    case path
    /// `str.format`.
    case formatted
  }

  var accesses: [(access: Access, place: Place)] = []
  var mode: Place?
  /// Put behind a written path that has not got it.
  var suffix = ""
  var result: Result?
  /// The place has what tells more: the variable, the folder, the command.
  var effects: [(kind: OutsideEffect.Kind, place: Place?)] = []

  /// Adds one effect of a table; false for a word that is about something else.
  mutating func apply(_ word: Substring) -> Bool {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return false }
    let place = parts.count == 2 ? Self.place(parts[1]) : nil
    switch (parts[0], place) {
    case ("reads-file", let place?): accesses.append((.reads, place))
    case ("writes-file", let place?): accesses.append((.writes, place))
    case ("writes-folder", let place?): accesses.append((.writesFolder, place))
    case ("reads-folder", let place?): accesses.append((.readsFolder, place))
    case ("reads-pattern", let place?): accesses.append((.readsPattern, place))
    case ("opens-file", let place?): accesses.append((.opens, place))
    case ("mode", let place?): mode = place
    case ("suffix", _) where parts.count == 2: suffix = String(parts[1])
    case ("joins-path", nil): result = .path
    case ("formats-text", nil): result = .formatted
    case (let word, let place):
      guard let kind = Self.effectKinds[word], (place == nil) == (parts.count == 1) else {
        return false
      }
      effects.append((kind, place))
    }
    return true
  }

  private static let effectKinds: [Substring: OutsideEffect.Kind] = [
    "sets-environment": .environment, "sets-directory": .directory,
    "sets-import-path": .importPath, "seeds-random": .randomSeed, "runs-program": .shell,
    "asks-user": .userInput,
  ]

  /// `self`, `item`, `0` or `0,path,filename`.
  private static func place(_ text: Substring) -> Place? {
    if text == "self" { return .receiver }
    if text == "item" { return .item }
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let position = Int(words[0]), position >= 0, !words.contains("") else { return nil }
    return .argument(position: position, keywords: words.dropFirst().map(String.init))
  }

  /// What opening a file in a mode does with what is in it. `w+` and `x+` read only what they have
  /// written themselves.
  static func kinds(ofMode mode: String) -> [FileAccess.Kind] {
    switch mode.first(where: { "rwax".contains($0) }) {
    case "r": mode.contains("+") ? [.read, .write] : [.read]
    case "a": mode.contains("+") ? [.read, .write] : [.write]
    case "w", "x": [.write]
    default: []
    }
  }
}
