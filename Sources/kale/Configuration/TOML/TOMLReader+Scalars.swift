// Numbers, true and false, dates and times.

extension TOMLReader {
  mutating func readScalar() throws(TOMLError) -> TOMLValue {
    var word = readWord()
    // A space may stand between a date and a time.
    if Self.isDate(word), peek == 0x20, offset + 1 < bytes.count,
      (0x30...0x39).contains(bytes[offset + 1])
    {
      offset += 1
      word += " " + readWord()
    }
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: break
    }
    if let integer = Self.integer(word) {
      guard let integer else { throw failure("the number \(word) is too large") }
      return .integer(integer)
    }
    if let float = Self.float(word) { return .float(float) }
    if Self.isTime(word) { return .time(word) }
    throw failure(
      word.isEmpty ? "expected a value" : "'\(word)' is no value; a string needs quotes")
  }

  private mutating func readWord() -> String {
    let word = bytes[offset...].prefix {
      $0 > 0x20 && !",]}#=".utf8.contains($0)
    }
    offset += word.count
    return String(decoding: word, as: UTF8.self)
  }

  /// nil for what is no integer; an inner nil for one that is too large.
  private static func integer(_ word: String) -> Int?? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
      guard let digits = digits(word.dropFirst(2), radix: radix) else { return nil }
      return .some(Int(digits, radix: radix))
    }
    let isSigned = word.first == "-" || word.first == "+"
    guard let digits = digits(word.dropFirst(isSigned ? 1 : 0), radix: 10),
      digits == "0" || !digits.hasPrefix("0")
    else { return nil }
    return .some(Int((word.first == "-" ? "-" : "") + digits))
  }

  /// The digits without the underscores, which must stand between digits.
  private static func digits(_ text: Substring, radix: Int) -> String? {
    let groups = text.split(separator: "_", omittingEmptySubsequences: false)
    let isWellFormed = groups.allSatisfy { group in
      !group.isEmpty
        && group.utf8.allSatisfy {
          Int(String(decoding: [$0], as: UTF8.self), radix: radix) != nil && $0 != 0x2B
            && $0 != 0x2D
        }
    }
    return isWellFormed ? groups.joined() : nil
  }

  private static func float(_ word: String) -> Double? {
    let isSigned = word.first == "-" || word.first == "+"
    let body = word.dropFirst(isSigned ? 1 : 0)
    let sign = word.first == "-" ? -1.0 : 1.0
    if body == "inf" { return sign * .infinity }
    if body == "nan" { return .nan }
    let parts = body.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 || mantissa.count == 2,
      let whole = digits(mantissa[0], radix: 10), whole == "0" || !whole.hasPrefix("0")
    else { return nil }
    var text = whole
    if mantissa.count == 2 {
      guard let fraction = digits(mantissa[1], radix: 10) else { return nil }
      text += "." + fraction
    }
    if parts.count == 2 {
      let isSigned = parts[1].first == "-" || parts[1].first == "+"
      guard let exponent = digits(parts[1].dropFirst(isSigned ? 1 : 0), radix: 10) else {
        return nil
      }
      text += "e" + parts[1].prefix(isSigned ? 1 : 0) + exponent
    }
    return Double(text).map { sign * $0 }
  }

  /// RFC 3339: a date, a time, or both with or without an offset.
  private static func isTime(_ word: String) -> Bool {
    if isDate(word) { return true }
    guard word.utf8.count > 10, isDate(String(word.prefix(10))) else { return isClock(word[...]) }
    let separator = word.dropFirst(10).first
    guard separator == " " || separator == "T" || separator == "t" else { return false }
    var clock = word.dropFirst(11)
    if clock.last == "Z" || clock.last == "z" {
      clock.removeLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let offset = clock[sign...].dropFirst()
      guard offset.utf8.count == 5, isClock(offset + ":00") else { return false }
      clock = clock[..<sign]
    }
    return isClock(clock)
  }

  private static func isDate(_ word: String) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = number(parts[0]),
      let month = number(parts[1]), let day = number(parts[2]), (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return year > 0 && (1...days[month - 1]).contains(day)
  }

  /// `07:32:00`, with or without a fraction of a second.
  private static func isClock(_ word: Substring) -> Bool {
    let halves = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count == 2, number(halves[1]) == nil { return false }
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [2, 2, 2], let hour = number(parts[0]),
      let minute = number(parts[1]), let second = number(parts[2])
    else { return false }
    return hour < 24 && minute < 60 && second < 60
  }

  /// Of digits alone; long ones are cut.
  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits.prefix(9))
  }
}
