import Foundation
import KaleAnalysis
import Testing

@Suite struct PythonLiteralTests {
  /// Sources that a careless literal would change.
  static let sources: [(name: String, text: String)] = [
    ("empty", ""),
    ("plain", "x = 1"),
    ("newline at the end", "x = 1\n"),
    ("only newlines", "\n\n\n"),
    ("leading newline", "\nx = 1"),
    ("single quote at the end", "x = 'a'"),
    ("double quote at the end", "x = \"a\""),
    ("triple single quotes", "x = '''a\nb'''"),
    ("triple double quotes", "def f():\n    \"\"\"Doc.\"\"\"\n    return 1"),
    ("both triple quotes", "x = '''a'''\ny = \"\"\"b\"\"\""),
    ("both, and a quote at the end", "x = '''a'''\ny = \"\"\"b\"\"\" + 'c'"),
    ("docstring and quote at the end", "\"\"\"Doc.\"\"\"\nx = 'a'"),
    ("quote at the start", "'a'.upper()"),
    ("backslash at the end", "x = 1 + \\"),
    ("backslashes", "print('\\n\\t\\\\ \\x41 \\N{BULLET} \\u00e9')"),
    ("backslash before quotes", "x = '\\''\ny = \"\\\"\""),
    ("backslash before newline", "x = 1 + \\\n    2"),
    ("line of blanks", "def f():\n    x = 1\n    \n    return x"),
    ("line of tabs", "if x:\n\t\n\ty = 1"),
    ("blanks at the end", "x = 1\n   "),
    ("blanks only", "   "),
    ("no-break space line", "x = 1\n\u{A0}\ny = 2"),
    ("tabs", "if x:\n\ty = 1"),
    ("carriage returns", "x = 1\r\ny = 2\r"),
    ("controls", "x = '\u{0}\u{1}\u{7}\u{B}\u{C}\u{1B}\u{7F}\u{85}'"),
    ("placeholder", "f'{{$.inputs}} {{x}} {{{y}}}'"),
    ("environment", "!echo $(HOME) $$ $$$ $$(X)"),
    ("workspace", "open('/kfp-workspace/x')\n/kfp-workspac/kfp-workspace/kfp-workspace"),
    ("unicode", "naïve = '変数 🎉 👩‍💻 e\u{301}'"),
    ("line separators", "x = 'a\u{2028}b\u{2029}c'"),
    ("bidirectional", "x = '\u{202E}abc\u{202C}'"),
    ("byte order mark", "\u{FEFF}x = 1"),
    ("combining mark after quotes", "x = '''\u{301}'''"),
    ("combining mark after newline", "x = 1\n\u{301}"),
    ("code for another literal", "r'''a'''"),
    ("long", String(repeating: "x = 1\n", count: 5000)),
  ]

  /// `textwrap.dedent` is what kfp does to a component's source; the Kubernetes expansion follows it.
  private static let checker = #"""
    import ast, json, re, sys, textwrap
    for line in sys.stdin.read().split("\n"):
        case = json.loads(line)
        source = "def f():\n    g(" + case["literal"] + "\n    )\n"
        assert "{{" not in source and "/kfp-workspace" not in source and not re.search(r"\$[$(]", source), case["name"]
        for text in (source, textwrap.dedent(source)):
            value = ast.literal_eval(ast.parse(text).body[0].body[0].value.args[0])
            assert value == case["text"], (case["name"], case["literal"], value)
    """#

  private func check(_ literal: (String) -> String) throws {
    let cases = try Self.sources.map { name, text in
      String(
        decoding: try JSONSerialization.data(
          withJSONObject: ["name": name, "text": text, "literal": literal(text)]), as: UTF8.self)
    }
    let outcome = try PythonProcess.run(
      ["python3", "-c", Self.checker], input: cases.joined(separator: "\n"))
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func blocksAreExact() throws {
    try check { PythonLiteral.block($0).joined(separator: "\n        ") }
  }

  @Test func stringsAreExact() throws {
    try check(PythonLiteral.string)
  }

  @Test func ordinaryCodeIsOneRawLiteral() {
    for text in ["x = 1", "x = 'a'", "def f():\n    \"\"\"Doc.\"\"\"\n\n    return '\\n'\n"] {
      #expect(PythonLiteral.block(text).count == 1)
      #expect(PythonLiteral.block(text)[0].hasPrefix("r"))
    }
  }

  @Test func onlyTheUnusualLineIsEscaped() {
    #expect(
      PythonLiteral.block("a\n  \nb") == ["r'''a\n'''", "\"  \\n\"", "r'''b'''"])
  }

  @Test(arguments: [
    (PipelineParameter.Value.float(2), "2.0"), (.float(-0.0), "-0.0"), (.float(1e-5), "1e-05"),
    (.float(.infinity), "float(\"inf\")"), (.integer(-7), "-7"), (.bool(false), "False"),
    (.none, "None"), (.list([.none, .string("a\"")]), "[None, \"a\\\"\"]"),
    (
      .dictionary([.init(key: "b", value: .float(1)), .init(key: "a", value: .list([]))]),
      "{\"b\": 1.0, \"a\": []}"
    ),
  ])
  func values(value: PipelineParameter.Value, literal: String) {
    #expect(PythonLiteral.value(value) == literal)
  }
}
