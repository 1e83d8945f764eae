import Foundation
import Testing

@testable import kale

/// Python's own reader is the judge: both take a document for the same values, or refuse it.
@Suite struct TOMLReaderTests {
  private static let documents: [String] = [
    "", "# only a comment", "a = 1", "a = 1\r\nb = 2\r\n", "a = 1\rb = 2", "a=1 # comment\n\n\n",
    "a = 1\na = 2", "a.b = 1\na.c = 2", "a.b = 1\na = 2", "a = 1\na.b = 2", "a . b = 1", "a b = 1",
    "= 1", "a", "a =", "a = \n1", "a = 1 b = 2", "\"a b\" = 1", "'a.b'.c = 1", "\"\" = 1",
    "\"\"\"a\"\"\" = 1", "1.2 = 3", "-a_ = 1", "é = 1", "\"é\" = 1", "a\u{0} = 1",
    // Strings.
    "a = \"x\"", "a = 'x'", "a = \"x", "a = \"x\ny\"", "a = \"\\b\\t\\n\\f\\r\\\"\\\\\"",
    "a = \"\\u00e9\\U0001F600\"", "a = \"\\ud800\"", "a = \"\\x41\"", "a = \"\\e\"",
    "a = \"\\u12\"", "a = '\\n'", "a = \"\"\"\nx\ny\"\"\"", "a = \"\"\"x \\\n   y\"\"\"",
    "a = \"\"\"x \\  \n\n   y\"\"\"", "a = \"\"\"x \\ y\"\"\"", "a = '''x\\\ny'''",
    "a = \"\"\"\"x\"\"\"\"", "a = \"\"\"\"\"x\"\"\"\"\"", "a = \"\"\"x\"\"\"\"\"\"",
    "a = ''''x'''''",
    "a = \"\"\"x", "a = \"\u{1}\"", "a = \"\t\"", "a = '''\r\nx\r\n'''", "a = '''\rx'''",
    "a = \"\u{7F}\"", "# \u{1}", "# \t fine", "a = ''", "a = \"\"", "a = \"a\"\"b\"",
    // Numbers.
    "a = +1", "a = -0", "a = 01", "a = 1_000", "a = _1", "a = 1_", "a = 1__0", "a = 0xDEAD_beef",
    "a = 0xg", "a = 0o17", "a = 0o8", "a = 0b101", "a = 0b2", "a = +0x1", "a = 0x", "a = 0X1",
    "a = 9223372036854775807", "a = -9223372036854775808", "a = 1.0", "a = 1.", "a = .1",
    "a = -1.5",
    "a = 1e5", "a = 1E+5", "a = 1e-2", "a = 1.5e3", "a = 1.e3", "a = 01.5", "a = 1_0.0_1",
    "a = 1._1",
    "a = 1e_5", "a = inf", "a = -inf", "a = +inf", "a = Inf", "a = 1e05", "a = 0.0", "a = 00.0",
    "a = 1 2", "a = 1-2",
    // Others.
    "a = true", "a = false", "a = True", "a = yes", "a = nil", "a = truex",
    "a = 1979-05-27", "a = 1979-05-27T07:32:00Z", "a = 1979-05-27 07:32:00", "a = 07:32:00",
    "a = 07:32:00.999", "a = 07:32", "a = 1979-02-29", "a = 2000-02-29", "a = 1979-13-01",
    "a = 1979-05-27T24:00:00", "a = 1979-05-27T07:32:00-07:00", "a = 1979-05-27T07:32:00.5+07:00",
    "a = 1979-05-27T07:32:00+25:00", "a = 1979-05-27T", "a = 1979-5-27", "a = 1979-05-27 # x",
    "a = 1979-05-27t07:32:00z", "a = 23:59:60",
    // Lists and tables.
    "a = []", "a = [1, 2]", "a = [1, 2,]", "a = [,]", "a = [1 2]", "a = [1,,2]",
    "a = [\n1, # x\n\n2\n]",
    "a = [1, 'x', [true], {b = 1}]", "a = [", "a = [1", "a = {}", "a = {b = 1, c = 2}",
    "a = {b = 1,}", "a = {b = 1\n}", "a = {,}", "a = {b = 1 c = 2}", "a = {b.c = 1, b.d = 2}",
    "a = {b = 1, b = 2}", "a = {b = {c = 1}, b.d = 2}", "a = {b = 1}\na.c = 2", "a = {b = 1}\n[a]",
    "a = {b = {}}\n[a.b.c]", "a = { }", "a = {b = [\n1\n]}", "a = [{b = 1}]\n[[a]]",
    "[a]\nb = 1", "[a]\n[a]", "[a.b]\n[a]\nc = 1", "[a]\n[a.b]\n[a]", "[ a . b ]", "[a", "[a]]",
    "[]",
    "[a] b = 1", "[a] # x", "[a.]", "[.a]", "[[a]]\nb = 1\n[[a]]\nb = 2", "[[a]]\n[a]",
    "[a]\n[[a]]",
    "[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2", "[[a.b]]\n[[a.b]]\n[a]\nc = 1", "[[a]\n]", "[ [a]]",
    "a = 1\n[a]", "a = 1\n[a.b]", "a.b = 1\n[a]", "a.b = 1\n[a.c]", "[a]\nb.c = 1\n[a.b]",
    "[a]\nb.c = 1\n[a.b.d]\ne = 1", "[a.b.c]\nz = 9\n[a]\nb.c.t = 9",
    "[a.b.c]\nz = 9\n[a]\nb.t = 9",
    "[[a.b]]\n[a.b.c]\nd = 1\n[[a.b]]", "[a]\nb = []\n[[a.b]]", "a = []\n[[a]]",
    "[a.b]\nx = 1\n[a]\nb = 2",
    "[a]\nb = 1\n[a.c]\nd = 2\n[e]", "[\"a.b\"]\nc = 1", "a = 1\n\n[b]\nc = 2\n\n[[d]]\ne = 3",
    "[a]\n[b]\n[a.c]", "[[a]]\nb.c = 1\nb.d = 2\n[[a]]\nb.c = 3", "b = {c.d = 1}\nb.c.e = 2",
    "\u{FEFF}a = 1", "a = [[[]]]", "a = \"x\" \"y\"", "a = 'x' # y",
    "a.b.c = 1\na.b.d = 2\na.e = 3",
  ]

  /// Reads a list of documents, and writes of each what it means, or null.
  private static let judge = """
    import datetime, json, sys, tomllib
    def plain(value):
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        if isinstance(value, (datetime.date, datetime.time)):
            return "time"
        return repr(value) if isinstance(value, float) else value
    def read(text):
        try:
            return plain(tomllib.loads(text))
        except (tomllib.TOMLDecodeError, RecursionError):
            return None
    print(json.dumps([read(text) for text in json.load(sys.stdin)], sort_keys=True))
    """

  private static func object(_ value: TOMLValue) -> Any {
    switch value {
    case .string(let text): text
    case .integer(let integer): integer
    case .float(let float):
      float.isInfinite ? (float < 0 ? "-inf" : "inf") : float == 100_000 ? "100000.0" : "\(float)"
    case .bool(let flag): flag
    case .time: "time"
    case .array(let elements): elements.map { object($0.value) }
    case .tables(let list): list.tables.map(object)
    case .table(let table): object(table)
    }
  }

  private static func object(_ table: TOMLTable) -> [String: Any] {
    Dictionary(uniqueKeysWithValues: table.keys.map { ($0, object(table[$0]!.value)) })
  }

  private static func json(_ value: Any) throws -> String {
    String(
      decoding: try JSONSerialization.data(
        withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed]), as: UTF8.self)
  }

  @Test func agreesWithPython() throws {
    let scratch = try Scratch()
    try scratch.write(try Self.json(Self.documents), to: "in.json")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.currentDirectoryURL = scratch.url
    process.arguments = ["-c", "python3 -c \"$0\" < in.json > out.json", Self.judge]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "needs python3 of version 3.11 or newer")
    let expected = try #require(
      try JSONSerialization.jsonObject(with: Data(scratch.text("out.json").utf8)) as? [Any])
    for (document, expected) in zip(Self.documents, expected) {
      // A mark in front of the text is no part of what Python's `loads` takes.
      let expected: Any = document.hasPrefix("\u{FEFF}") ? ["a": 1] : expected
      let table = try? TOMLReader.read(document)
      let found: Any = table.map(Self.object) ?? NSNull()
      #expect(try Self.json(found) == Self.json(expected), "\(document.debugDescription)")
    }
  }

  @Test(arguments: [
    ("a = 1\nb = ", 2), ("a = '''\n\n\nx", 4), ("[a]\n\n[a]", 3), ("a = [\n1,\n\nx]", 4),
    ("# x\r\n\r\na = !", 3), ("a = \"\"\"\\\n\n\n\"\"\"\nb", 5),
  ])
  func knowsTheLine(document: String, line: Int) throws {
    let error = #expect(throws: TOMLError.self) { _ = try TOMLReader.read(document) }
    #expect(error?.line == line)
  }

  @Test func keepsTheLinesOfKeys() throws {
    let table = try TOMLReader.read("a = 1\n\n[b]\nc = [\n1,\n2]\n[[d]]\ne = 1\n")
    guard case .table(let b)? = table["b"]?.value, case .array(let list)? = b["c"]?.value else {
      Issue.record("no table b with a list c")
      return
    }
    #expect(table["b"]?.line == 3 && b["c"]?.line == 4)
    #expect(list.map(\.line) == [5, 6])
    #expect(table["d"]?.line == 7)
  }

  @Test func refusesWhatIsTooDeep() {
    let deep = "a = " + String(repeating: "[", count: 100_000)
    #expect(throws: TOMLError.self) { _ = try TOMLReader.read(deep) }
  }
}
