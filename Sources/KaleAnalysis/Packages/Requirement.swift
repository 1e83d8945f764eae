/// A requirement of PEP 508, or a URL, as pip takes it.
struct Requirement: Hashable, Sendable {
  /// Normalised: small letters, `-` for `_` and `.`. For a URL without a name, the URL.
  var name: String
  /// As it is written, without white space that says nothing.
  var text: String
  /// It asks for a version, an extra or a source, not just for the package.
  var isSpecific: Bool

  /// nil for what is no requirement, or one that can't go through a shell in quotes.
  init?(_ written: String) {
    var text = written.trimmingSpace().replacingQuotes()
    guard !text.isEmpty, text.unicodeScalars.allSatisfy(Self.isHarmless) else { return nil }
    if Self.isURL(text) {
      self.init(name: text, text: text, isSpecific: true)
      return
    }
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    guard let first = name.first, let last = name.last, first.isLetter || first.isNumber,
      last.isLetter || last.isNumber
    else { return nil }
    var rest = text.dropFirst(name.count).drop { $0 == " " }
    if rest.isEmpty {
      self.init(name: Self.normalized(String(name)), text: String(name), isSpecific: false)
      return
    }
    let hasExtras = rest.first == "["
    if hasExtras {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
    }
    let marker = rest.firstIndex(of: ";") ?? rest.endIndex
    let versions = rest[..<marker].trimmingSpace()
    let isSource = versions.hasPrefix("@") && Self.isURL(versions.dropFirst().trimmingSpace())
    guard versions.isEmpty || isSource || Self.areVersions(versions) else { return nil }
    if !isSource, marker == rest.endIndex { text.removeAll { $0 == " " } }
    self.init(
      name: Self.normalized(String(name)), text: text,
      isSpecific: hasExtras || !versions.isEmpty || marker != rest.endIndex)
  }

  init(name: String, text: String, isSpecific: Bool) {
    self.name = name
    self.text = text
    self.isSpecific = isSpecific
  }

  /// https://packaging.python.org/en/latest/specifications/name-normalization/
  static func normalized(_ name: String) -> String {
    name.lowercased().split { "-_.".contains($0) }.joined(separator: "-")
  }

  static func isURL(_ text: String) -> Bool {
    ["git+", "hg+", "https://", "http://"].contains { text.hasPrefix($0) } && text.contains("://")
      && !text.contains(" ")
  }

  private static func areVersions(_ text: String) -> Bool {
    let bare = text.hasPrefix("(") && text.hasSuffix(")") ? text.dropFirst().dropLast() : text[...]
    return bare.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { clause in
      let clause = clause.trimmingSpace()
      let sign = clause.prefix { "=<>!~".contains($0) }
      let version = clause.dropFirst(sign.count).trimmingSpace()
      return ["==", ">=", "<=", "!=", "~=", ">", "<", "==="].contains(sign) && !version.isEmpty
        && version.allSatisfy {
          $0.isASCII && ($0.isLetter || $0.isNumber || ".*+!_-".contains($0))
        }
    }
  }

  /// kfp hands requirements to a shell in the quotes of Python's `repr`, which are single ones where the
  /// text has none.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F
      && !["'", "\\", "$", "`", "{", "}"].contains(scalar)
  }
}

extension String {
  /// With double quotes for single ones, which markers may have either way.
  fileprivate func replacingQuotes() -> String {
    String(map { $0 == "'" ? "\"" : $0 })
  }
}
