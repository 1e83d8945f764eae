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
