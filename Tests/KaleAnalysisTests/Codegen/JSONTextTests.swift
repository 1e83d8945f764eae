import Foundation
import Testing

@testable import KaleAnalysis

@Suite struct JSONTextTests {
  private static let value = JSONText.object([
    ("b", .array([.integer(1), .number(2), .null, .bool(true)])), ("a", .object([])),
    ("text", .string("\"\\\n\r\u{1}\u{85}\u{2028}\u{2029}é😀")),
  ])

  @Test func writesOneLine() throws {
    let line = Self.value.line
    #expect(
      line == #"{"b":[1,2.0,null,true],"a":{},"text":"\"\\\n\u000d\u0001\u0085\u2028\u2029é😀"}"#)
    #expect(line.split(whereSeparator: \.isNewline).count == 1)
  }

  @Test func bothFormsSayTheSame() throws {
    #expect(try read(Self.value.line) == read(Self.value.text))
    let text = try read(Self.value.line)?["text"] as? String
    #expect(text == "\"\\\n\r\u{1}\u{85}\u{2028}\u{2029}é😀")
  }

  private func read(_ json: String) throws -> NSDictionary? {
    try JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSDictionary
  }
}
