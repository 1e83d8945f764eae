/// A release of the kfp SDK, as pip names it.
public struct KFPVersion: Sendable, Hashable, CustomStringConvertible {
  public let description: String

  private init(unchecked description: String) {
    self.description = description
  }

  /// The release that generated pipelines are tested with.
  public static let tested = KFPVersion(unchecked: "2.17.0")

  /// The oldest kfp that has all that the script uses.
  public static let oldestForScripts = "2.15"

  /// The oldest whose executor needs no other package, as steps install none with it.
  public static let oldest = KFPVersion(unchecked: "2.1.0")

  /// nil unless `text` is a release of kfp 2 that steps can run with: `2.17.0`, `2.17`, `2.18.0rc1`.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0] == "2", Self.isNumber(parts[1]), Int(parts[1]) != 0
    else { return nil }
    guard parts.count == 2 || Self.isPatch(parts[2]) else { return nil }
    description = text
  }

  /// `0`, `3`, or that and a pre-release or a later build: `0b2`, `0rc1`, `1.post1`, `0.dev3`.
  private static func isPatch(_ text: Substring) -> Bool {
    let number = text.prefix { $0.isASCII && $0.isNumber }
    var suffix = text.dropFirst(number.count)
    guard isNumber(number) else { return false }
    if suffix.isEmpty { return true }
    guard let word = [".post", ".dev", "rc", "a", "b"].first(where: suffix.hasPrefix) else {
      return false
    }
    suffix = suffix.dropFirst(word.count)
    return isNumber(suffix)
  }

  private static func isNumber(_ text: Substring) -> Bool {
    (1...6).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
