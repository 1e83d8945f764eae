import FoundationEssentials
import Testing

@testable import KaleAnalysis

@Suite struct JSONReaderTests {
  struct Accepted: Sendable, CustomTestStringConvertible {
    var name: String
    var json: String
    var value: JSONValue
    var testDescription: String { name }
  }

  static let accepted = [
    Accepted(name: "integer", json: " -12 ", value: .integer(-12)),
    Accepted(name: "fraction", json: "1.5e2", value: .number(150)),
    Accepted(name: "beyond 64 bits", json: "9223372036854775808", value: .number(0x1p63)),
    Accepted(name: "out of range", json: "1e999", value: .number(.infinity)),
    Accepted(name: "infinity", json: "-Infinity", value: .number(-.infinity)),
    Accepted(
      name: "escapes", json: #""a\"\\\/\b\f\n\r\t\u00e9""#,
      value: .string("a\"\\/\u{8}\u{C}\n\r\té")),
    Accepted(name: "surrogate pair", json: #""\ud83d\ude00""#, value: .string("😀")),
    Accepted(name: "lone high surrogate", json: #""\ud800x""#, value: .string("\u{FFFD}x")),
    Accepted(name: "lone low surrogate", json: #""\udc00""#, value: .string("\u{FFFD}")),
    Accepted(
      name: "high surrogate before another escape", json: #""\ud800\u0041""#,
      value: .string("\u{FFFD}A")),
    Accepted(
      name: "two high surrogates before a low one", json: #""\ud83d\ud83d\ude00""#,
      value: .string("\u{FFFD}😀")),
    Accepted(
      name: "containers", json: #"{"a": [], "b": [1, {"c": null}], "a": true}"#,
      value: .object(["a": .bool(true), "b": .array([.integer(1), .object(["c": .null])])])),
  ]

  @Test(arguments: accepted) func reads(_ test: Accepted) throws {
    var reader = JSONReader(Array(test.json.utf8))
    #expect(try reader.readValue() == test.value)
    try reader.expectEnd()
  }

  /// What is skipped must end where it ends when it is read.
  @Test(arguments: accepted) func skips(_ test: Accepted) throws {
    var reader = JSONReader(Array(test.json.utf8))
    try reader.skipValue()
    try reader.expectEnd()
  }

  @Test func readsNotANumber() throws {
    var reader = JSONReader(Array("NaN".utf8))
    guard case .number(let value) = try reader.readValue() else {
      Issue.record("not a number")
      return
    }
    #expect(value.isNaN)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var json: String
    var offset: Int
    var testDescription: String { json.prefix(20) + "" }
  }

  static let refused = [
    Refused(json: "", offset: 0), Refused(json: "{", offset: 1), Refused(json: "[1, 2", offset: 5),
    Refused(json: "[1,]", offset: 3), Refused(json: "[1 2]", offset: 3),
    Refused(json: "[,1]", offset: 1), Refused(json: #"{"a" 1}"#, offset: 5),
    Refused(json: "{a: 1}", offset: 1), Refused(json: #"{"a": tru}"#, offset: 6),
    Refused(json: "01", offset: 1), Refused(json: "1.", offset: 2), Refused(json: "1e", offset: 2),
    Refused(json: "-", offset: 1), Refused(json: "\"a", offset: 2),
    Refused(json: "\"a\nb\"", offset: 2), Refused(json: #""\x""#, offset: 2),
    Refused(json: #""\u12g4""#, offset: 5), Refused(json: "[]]", offset: 2),
    Refused(json: "[}", offset: 1), Refused(json: "'a'", offset: 0),
    Refused(json: String(repeating: "[", count: 100_000), offset: JSONReader.maximumDepth + 1),
  ]

  @Test(arguments: refused) func refuses(_ test: Refused) {
    for isRead in [true, false] {
      var reader = JSONReader(Array(test.json.utf8))
      let error = #expect(throws: JSONSyntaxError.self) {
        if isRead { _ = try reader.readValue() } else { try reader.skipValue() }
        try reader.expectEnd()
      }
      #expect(error?.offset == test.offset, "read: \(isRead)")
    }
  }

  @Test func decodesByCodable() throws {
    let json = #"{"a": [1, 1.5, "x", true, null]}"#
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
    #expect(
      value["a"]
        == .array([.integer(1), .number(1.5), .string("x"), .bool(true), .null]))
  }
}
