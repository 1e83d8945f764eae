/// An amount of memory or of data.
struct ByteCount: Sendable, Hashable {
  var bytes: Int

  init(_ bytes: Int) { self.bytes = bytes }

  /// "500M", "2G", "1.5 GB", "1000000": with units of 1000, and with an i, as in "2GiB", of 1024.
  init?(_ text: String) {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    var unit = text.dropFirst(digits.count).drop { $0 == " " }.uppercased()[...]
    if unit.hasSuffix("B") { unit.removeLast() }
    let base = unit.hasSuffix("I") ? 1024.0 : 1000
    if unit.hasSuffix("I") { unit.removeLast() }
    let units = ["", "K", "M", "G", "T"]
    guard var value = Double(digits), let power = units.firstIndex(of: String(unit)) else {
      return nil
    }
    for _ in 0..<power { value *= base }
    guard value >= 1, value < 1e18 else { return nil }
    bytes = Int(value)
  }
}

extension ByteCount: CustomStringConvertible {
  /// "512 B", "1.5 kB", "24 MB": powers of 1000.
  var description: String {
    var value = Double(bytes)
    var units = ["B", "kB", "MB", "GB", "TB"][...]
    while value >= 999.5, units.count > 1 {
      value /= 1000
      units.removeFirst()
    }
    let isWhole = bytes < 1000 || value >= 9.95
    let number = isWhole ? "\(Int(value.rounded()))" : "\((value * 10).rounded() / 10)"
    return "\(number) \(units[units.startIndex])"
  }
}
