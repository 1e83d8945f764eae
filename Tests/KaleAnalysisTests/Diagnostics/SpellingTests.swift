import Testing

@testable import KaleAnalysis

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("", "abc", 3), ("abc", "abd", 1), ("abc", "ab", 1),
      ("abc", "acb", 1), ("kitten", "sitting", 3), ("notebook", "noteobok", 1),
    ])
  func measures(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
    #expect(Spelling.distance(right, left) == distance)
  }

  @Test(
    arguments: [
      ("trian", "train"), ("prepoces", "preprocess"), ("tr", nil), ("exports", nil),
      ("evaluate", nil),
    ])
  func suggests(word: String, nearest: String?) {
    #expect(Spelling.nearest(to: word, in: ["train", "imports", "preprocess"]) == nearest)
  }
}
