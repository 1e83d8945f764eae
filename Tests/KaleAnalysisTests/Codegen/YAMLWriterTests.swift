import Foundation
import Testing

@testable import KaleAnalysis

@Suite struct YAMLWriterTests {
  private static func yaml(_ value: JSONText) -> String {
    var writer = YAMLWriter()
    writer.write(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func block() {
    let value = JSONText.object([
      ("name", .string("a b")), ("none", .null), ("flags", .array([.bool(true), .bool(false)])),
      ("nested", .object([("list", .array([.object([("a", .integer(1)), ("b", .number(2))])]))])),
      ("lists", .array([.array([.integer(1)]), .array([])])), ("empty", .object([])),
      ("text", .string("one\n  two\n")), ("kept", .array([.string("\na\n\n")])),
      ("cut", .string(" a\nb")), ("last", .string("it's: \u{85}")),
    ])
    #expect(
      Self.yaml(value) == """
        name: a b
        none: null
        flags:
        - true
        - false
        nested:
          list:
          - a: 1
            b: 2.0
        lists:
        -
          - 1
        - []
        empty: {}
        text: |
          one
            two
        kept:
        - |2+

          a

        cut: |2-
           a
          b
        last: "it's: \\x85"

        """)
  }

  /// What could be taken for something else, and what readers would change or refuse.
  static let texts: [String] = [
    "", " ", "a", " a", "a ", "a: b", "a:", ":a", "a #b", "#a", "- a", "-", "---", "...", "? a",
    "?",
    "!a", "&a", "*a", "%a", "@a", "`a", "{a", "[a", "a]", "a,", ",a", "|", ">", "'", "\"", "''",
    "\\",
    "null", "Null", "NULL", "~", "true", "True", "yes", "Yes", "no", "on", "off", "y", "N", "=",
    "<<",
    "1", "-1", "+1", "1.5", ".5", "1e5", "1e-05", "0x1F", "0o17", "0b1", "1_000", "1:30",
    "12:30:45",
    ".inf", "-.inf", ".nan", "2026-01-01", "2001-12-14t21:59:43.10-05:00", "é", "変数", "😀", "a\tb",
    "\ta", "a\t", "\n", "\n\n", "a\n", "a\n\n", "\na", " \na", "a\n ", "a\n \n", "a\n b\n",
    "\n a\n",
    "a\n\tb\n", "\ta\nb\n", "\n\ta\nb", "a\r\nb", "a\rb", "\u{0}", "\u{1}", "\u{7}", "\u{1B}",
    "\u{7F}", "\u{85}", "\u{A0}",
    "\u{AD}", "\u{2028}", "\u{2029}", "a\u{2028}b\n", "\u{FEFF}", "a\n\u{FEFF}b\n", "\u{FFFE}",
    "\u{FFFF}", "\u{FFFD}", "\u{E000}", "\u{D7FF}", "\u{10000}", "\u{10FFFF}", "{{$}}", "$(a)",
    "a\n---\nb\n", "a\n...\n", "a\n# b\n", "key: |\n  x\n", "'a'\n\"b\"\n", "e\u{301}", "👩‍👩‍👧‍👦",
    String(repeating: "x", count: 5000), String(repeating: "ab ", count: 5000),
    String(repeating: "x", count: 2000) + "\n", "\u{600}", "\u{202E}",
  ]

  /// Long texts that begin alike.
  static let alike: [String] = {
    let beginning = String(repeating: "line of text\n\n  é more\n", count: 1000)
    let other = String(repeating: "other line\n", count: 2000)
    return [
      beginning, beginning + "a", beginning + "a\n", beginning + "\n\n", beginning + " ",
      beginning + "\u{85}", beginning + "b\n \nc", beginning, other, other + "é",
      other + "\u{2028}",
      "\n" + other, "\n" + other + "x", " " + other, String(other.dropLast(3)), beginning + other,
      String(beginning.dropLast(4)) + "x", other + "\n", String(repeating: "\n", count: 20000),
    ]
  }()

  @Test func everyStringComesBack() throws {
    let value = JSONText.object(
      [
        ("values", .array(Self.texts.map(JSONText.string))),
        ("alike", .array(Self.alike.map(JSONText.string))),
        ("elsewhere", .object([("alike", .array(Self.alike.map(JSONText.string)))])),
        ("keys", .object(Self.texts.map { ($0, .object([($0, .array([.string($0)]))])) })),
        (
          "numbers",
          .array([
            .number(1e-5), .number(1e16), .number(.leastNonzeroMagnitude), .number(-0.0),
            .number(2),
          ])
        ),
      ])
    let outcome = try PythonProcess.run(
      [
        try #require(PythonProcess.withKFP), "-c",
        """
        import json, sys, yaml
        yaml_text, json_text = sys.stdin.buffer.read().decode().split("\\n\\x1e\\n")
        expected = json.loads(json_text)
        for loader in (yaml.SafeLoader, yaml.CSafeLoader):
            found = yaml.load(yaml_text, loader)
            for kind, values in expected.items():
                pairs = zip(values, found[kind])
                if isinstance(values, dict):
                    pairs = zip(values.items(), found[kind].items())
                for one, other in pairs:
                    assert repr(one) == repr(other), (kind, one, other)
            assert found == expected
        """,
      ], input: Self.yaml(value) + "\n\u{1E}\n" + value.line)
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
