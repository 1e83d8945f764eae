/// The options a magic takes, as far as they name variables or have to be told from what follows.
struct MagicOptions: Sendable {
  /// What the word behind an option, or a word without one, is.
  enum Role: Sendable { case flag, text, read, bind, delete, importedModule, writtenFile }

  var roles: [String: Role] = [:]
  /// What words are that belong to no option.
  var positional = Role.text

  /// The single-letter options of a `getopt` string, in which a colon follows those with a value.
  ///
  /// - Parameters:
  ///   - functions: options whose values are names of functions.
  ///   - files: options whose values are paths of files that are written.
  static func letters(
    _ specification: String, functions: String = "", files: String = ""
  ) -> MagicOptions {
    var roles: [String: Role] = [:]
    var previous: Character?
    for character in specification {
      if character == ":" {
        roles["-\(previous!)"] =
          functions.contains(previous!) ? .read : files.contains(previous!) ? .writtenFile : .text
      } else {
        roles["-\(character)"] = .flag
      }
      previous = character
    }
    return MagicOptions(roles: roles)
  }

  /// Words of a command line that name variables or modules.
  struct Words {
    /// Ranges in the text, by role, in order.
    var found: [(role: Role, range: Range<Int>)] = []
    /// Where the first word starts that belongs to no option.
    var rest: Int

    func ranges(_ role: Role) -> [Range<Int>] { found.filter { $0.role == role }.map(\.range) }

    func writtenFiles(in text: JoinedText) -> [IPythonEffect] {
      ranges(.writtenFile).map { .writesFile(MagicCommand.path(at: $0.lowerBound, in: text)) }
    }
  }

  /// Reads a command line. With `untilCode`, everything from the first word that belongs to no
  /// option on is code, and is left alone.
  func parse(_ text: JoinedText, untilCode: Bool = false) -> Words {
    let words = text.words(quoting: !untilCode)
    var result = Words(rest: text.bytes.count)
    var isRestKnown = false
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if let (role, value) = option(word, in: text) {
        if role == .flag { continue }
        if let value {
          result.add(role, value, text)
        } else if index < words.count {
          result.add(role, words[index], text)
          index += 1
        }
        continue
      }
      if !isRestKnown { result.rest = word.lowerBound }
      isRestKnown = true
      if untilCode { break }
      result.add(positional, word, text)
    }
    return result
  }

  /// The role of an option and its value if that is part of the same word (`-n10`, `--out=x`).
  private func option(_ word: Range<Int>, in text: JoinedText) -> (Role, value: Range<Int>?)? {
    let bytes = text.bytes[word]
    guard bytes.count > 1, bytes.first == UInt8(ascii: "-") else { return nil }
    if bytes.starts(with: "--".utf8) {
      let end = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.endIndex
      let role = roles[text.string(word.lowerBound..<end)]
      guard let role else { return roles.keys.contains { $0.hasPrefix("--") } ? (.flag, nil) : nil }
      return (role, end < word.upperBound ? end + 1..<word.upperBound : nil)
    }
    guard bytes[word.lowerBound + 1].isWord, !bytes[word.lowerBound + 1].isDigit else { return nil }
    var at = word.lowerBound + 1
    while at < word.upperBound {
      guard let role = roles["-" + text.string(at..<(at + 1))] else { return nil }
      at += 1
      if role != .flag { return (role, at < word.upperBound ? at..<word.upperBound : nil) }
    }
    return (.flag, nil)
  }
}

extension MagicOptions.Words {
  /// Notes a word, or its parts if commas divide it into several names.
  fileprivate mutating func add(_ role: MagicOptions.Role, _ word: Range<Int>, _ text: JoinedText) {
    guard role != .text, role != .flag, role != .writtenFile else {
      found.append((role, word))
      return
    }
    let parts = text.bytes[word].split(separator: UInt8(ascii: ","))
    for part in parts {
      switch role {
      case .read: guard PythonExpression.isValid(part) else { continue }
      case .bind, .delete: guard PythonExpression.isIdentifier(part) else { continue }
      case .importedModule, .flag, .text, .writtenFile: break
      }
      found.append((role, part.startIndex..<part.endIndex))
    }
  }
}
