/// Writes lists in sentences.
enum Listing {
  /// "a", "a and b", "a, b and c".
  static func and(_ items: [String]) -> String { join(items, by: "and") }

  /// "a", "a or b", "a, b or c".
  static func or(_ items: [String]) -> String { join(items, by: "or") }

  private static func join(_ items: [String], by word: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
