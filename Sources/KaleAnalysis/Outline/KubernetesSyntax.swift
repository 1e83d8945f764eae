/// The forms of names and values that a Kubernetes API server accepts.
///
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ and, for labels and
/// quantities, `apimachinery/pkg/util/validation` and `apimachinery/pkg/api/resource`.
enum KubernetesSyntax {
  /// The name of an object: a DNS subdomain of RFC 1123.
  static func isResourceName(_ text: String) -> Bool {
    (1...253).contains(text.utf8.count)
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        isEnclosed(part, by: isLowerAlphanumeric) { isLowerAlphanumeric($0) || $0 == "-" }
      }
  }

  /// The key of a label or an annotation, or the name of a resource: `NAME` or `DOMAIN/NAME`.
  static func isLabelKey(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, (1...63).contains(name.utf8.count), parts.count <= 2 else {
      return false
    }
    let isDomain = parts.count == 1 || isResourceName(String(parts[0]))
    return isDomain && isEnclosed(name, by: isAlphanumeric, isLabelCharacter)
  }

  static func isLabelValue(_ text: String) -> Bool {
    text.isEmpty
      || text.utf8.count <= 63 && isEnclosed(text[...], by: isAlphanumeric, isLabelCharacter)
  }

  /// `[HOST[:PORT]/]NAME[/NAME...][:TAG][@DIGEST]`, of the grammar in
  /// https://pkg.go.dev/github.com/distribution/reference
  static func isImage(_ text: String) -> Bool {
    guard text.utf8.count <= 512 else { return false }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.count == 1 || isDigest(parts[1]) else { return false }
    var path = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    if path.count > 1, path[0].contains(where: { $0 == "." || $0 == ":" }) || path[0] == "localhost"
    {
      let host = path.removeFirst().split(separator: ":", omittingEmptySubsequences: false)
      guard host.count <= 2, host.count == 1 || isPort(host[1]),
        isEnclosed(host[0], by: isAlphanumeric, { isLabelCharacter($0) && $0 != "_" })
      else { return false }
    }
    let last = (path.popLast() ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard last.count <= 2, last.count == 1 || isTag(last[1]) else { return false }
    return (path + last.prefix(1)).allSatisfy {
      isEnclosed($0, by: isLowerAlphanumeric) { isLabelCharacter($0) && !("A"..."Z").contains($0) }
    }
  }

  private static func isPort(_ text: Substring) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
  }

  private static func isTag(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first, text.utf8.count <= 128 else { return false }
    return (isAlphanumeric(first) || first == "_")
      && text.unicodeScalars.allSatisfy(isLabelCharacter)
  }

  private static func isDigest(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].utf8.count >= 32
      && parts[1].allSatisfy(\.isHexDigit)
  }

  static func isVariableName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy { isAlphanumeric($0) || $0 == "_" }
  }

  /// An amount that is not negative: a decimal number, then a unit or an exponent or nothing.
  static func isQuantity(_ text: String) -> Bool {
    let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard number.contains(where: \.isNumber), number.count(where: { $0 == "." }) <= 1 else {
      return false
    }
    let unit = text.dropFirst(number.count)
    if units.contains(unit) { return true }
    guard let exponent = unit.first, exponent == "e" || exponent == "E" else { return false }
    return Int(unit.dropFirst()) != nil
  }

  private static let units: Set<Substring> = [
    "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei",
  ]

  private static func isLowerAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    isLowerAlphanumeric(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isLabelCharacter(_ scalar: Unicode.Scalar) -> Bool {
    isAlphanumeric(scalar) || scalar == "-" || scalar == "_" || scalar == "."
  }

  /// Whether `text` is not empty, has `edge` at both ends and `inside` throughout.
  private static func isEnclosed(
    _ text: Substring, by edge: (Unicode.Scalar) -> Bool, _ inside: (Unicode.Scalar) -> Bool
  ) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    return edge(first) && edge(last) && text.unicodeScalars.allSatisfy(inside)
  }
}
