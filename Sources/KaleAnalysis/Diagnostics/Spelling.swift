/// Finds what a misspelt word was meant to be.
public enum Spelling {
  /// Edits that turn one word into the other: a letter inserted, removed or replaced, or two
  /// neighbours swapped (optimal string alignment).
  static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left.unicodeScalars)
    let b = Array(right.unicodeScalars)
    // Rows of the table for the prefixes of `a` that end two letters ago, one ago, and here.
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(
          previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, older[j - 1] + 1)
        }
        row.append(best)
      }
      older = previous
      previous = row
    }
    return previous[b.count]
  }

  /// The candidate nearest to `word`, if it is near enough to be meant; the first of several.
  ///
  /// One edit is near enough, in words of six letters or more also two behind an equal first letter.
  public static func nearest(to word: String, in candidates: [String]) -> String? {
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where abs(candidate.count - word.count) <= 2 {
      let distance = distance(word, candidate)
      let isLong = min(candidate.count, word.count) >= 6 && candidate.first == word.first
      guard distance <= (isLong ? 2 : 1), distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }
}
