import CPython
import Foundation
import Testing

@testable import KaleAnalysis

/// Text that CPython cannot take is an error, not a crash, and odd text that it can take is none.
@Suite struct RobustnessTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let source: String
    /// Nil if there is a tree in every version.
    let kinds: Set<PythonSyntaxError.Kind>?

    init(_ name: String, _ source: String, _ kinds: Set<PythonSyntaxError.Kind>? = nil) {
      testDescription = name
      self.source = source
      self.kinds = kinds
    }
  }

  private static func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static let accepted = [
    Case("empty", ""), Case("newline", "\n"), Case("comment", "# x"), Case("blank", "  \t \n\n"),
    Case("form feed", "\u{0C}x = 1\n\u{0C}\n"), Case("CRLF", "a\r\nb\r\n"), Case("CR", "a\rb"),
    Case("tabs", "if a:\n\tif b:\n\t\tc\n"), Case("byte order mark", "\u{FEFF}x = 1"),
    Case("byte order mark only", "\u{FEFF}"), Case("await", "await f()\n"),
    Case("async for", "async for a in b:\n  pass\n"), Case("async with", "async with a: pass"),
    Case("async comprehension", "[a async for a in b]"), Case("return", "return 1\n"),
    Case("yield", "yield x"), Case("break", "break"), Case("nonlocal", "nonlocal x"),
    Case("coding", "# coding: latin-1\nx = 'é'"), Case("unknown coding", "# coding: nothing\nx"),
    Case("invalid escape", "'\\d'"), Case("literal comparison", "x is 1; assert (1, 'a')"),
    Case("attribute chain", "a" + times(".b", 1000)), Case("sum", "1" + times("+1", 1000)),
    Case("parentheses", times("(", 80) + times(")", 80)),
    Case("long hexadecimal", "0x" + times("f", 50_000)),
    Case("long string", "'" + times("é", 500_000) + "'"),
    Case("long list", "[" + times("a,", 100_000) + "]"),
    Case("largest", "#" + times("x", (1 << 20) - 1)),
  ]

  private static let rejected = [
    Case("NUL", "a\0b", [.containsNUL]), Case("only NUL", "\0", [.containsNUL]),
    Case("NUL in a comment", "x # \0", [.containsNUL]),
    Case("too large", "#" + times("x", 1 << 20), [.tooLarge]),
    Case("two byte order marks", "\u{FEFF}\u{FEFF}x", [.syntax]),
    Case("parentheses", times("(", 201) + times(")", 201), [.syntax, .tooDeep]),
    Case("open parentheses", times("(", 100_000), [.syntax, .tooDeep]),
    Case("open brackets", times("[", 100), [.syntax]),
    Case("open braces", times("{", 100), [.syntax]),
    Case("open calls", times("f(", 100), [.syntax]),
    Case("indents", (0..<101).map { times(" ", $0) + "if x:\n" }.joined(), [.syntax]),
    Case("minus", times("-", 100_000) + "1", [.tooDeep]),
    Case("not", times("not ", 100_000) + "x", [.tooDeep]),
    Case("tilde", times("~", 100_000) + "1", [.tooDeep]),
    Case("lambda", times("lambda: ", 20_000) + "1", [.tooDeep]),
    Case("await", times("await ", 2) + "x", [.syntax]),
    Case("power", times("1**", 100_000) + "1", [.tooDeep]),
    Case("conditional", times("a if b else ", 50_000) + "c", [.tooDeep]),
    Case("walrus", times("(a:=", 250) + "1" + times(")", 250), [.syntax, .tooDeep]),
    Case("targets", times("*", 50_000) + "a = b", [.syntax, .tooDeep]),
  ]

  /// Accepted by some versions, too deep for others: never anything else.
  private static let eitherWay = [
    Case("attribute chain", "a" + times(".b", 100_000), [.tooDeep]),
    Case("sum", "1" + times("+1", 100_000), [.tooDeep]),
    Case("calls", "f" + times("()", 100_000), [.tooDeep]),
    Case("subscripts", "f" + times("[0]", 100_000), [.tooDeep]),
    Case("elif", "if a: b\n" + times("elif a: b\n", 3000), [.tooDeep]),
    Case("comparison", "a" + times(" < a", 100_000), [.tooDeep]),
    Case("and", "a" + times(" and a", 100_000), [.tooDeep]),
    Case("string parts", times("'a' ", 100_000), [.tooDeep]),
    Case("decorators", times("@a\n", 10_000) + "def f(): pass", [.tooDeep]),
  ]

  /// Parses, and has the symbol tables made, which goes as deep.
  private func outcome(_ source: String) throws -> PythonSyntaxError.Kind? {
    try PythonRuntime.shared.run { python in
      _ = python.scopes(of: source)
      switch python.parse(source, symbols: SymbolTable()) {
      case .success: return nil
      case .failure(let error): return error.kind
      }
    }
  }

  @Test(arguments: accepted)
  func accepts(_ test: Case) throws {
    #expect(try outcome(test.source) == nil)
  }

  @Test(arguments: rejected)
  func rejects(_ test: Case) throws {
    let kind = try #require(try outcome(test.source))
    #expect(test.kinds!.contains(kind))
  }

  @Test(arguments: eitherWay)
  func acceptsOrFindsTooDeep(_ test: Case) throws {
    if let kind = try outcome(test.source) {
      #expect(test.kinds!.contains(kind))
    }
  }

  @Test func columnsCountTheByteOrderMark() throws {
    let tree = try PythonRuntime.shared.run { python in
      try python.parse("\u{FEFF}é = x\ny", symbols: SymbolTable()).get()
    }
    let ranges = tree[tree.root, Field.Module.body].map { tree.range($0!)! }
    #expect(
      ranges == [
        SourceRange(
          start: SourcePosition(line: 1, column: 3), end: SourcePosition(line: 1, column: 9)),
        SourceRange(
          start: SourcePosition(line: 2, column: 0), end: SourcePosition(line: 2, column: 1)),
      ])
  }

  @Test(
    arguments: [
      ("not UTF-8", [0x78, 0xFF, 0x79]), ("cut off", [0x22, 0xC3]), ("overlong", [0xC0, 0x80]),
      ("lone surrogate", [0x22, 0xED, 0xA0, 0x80, 0x22]),
    ] as [(String, [UInt8])])
  func rejectsOtherEncodings(_ name: String, _ bytes: [UInt8]) throws {
    let kind = try PythonRuntime.shared.run { python in
      let result = PythonResult(kale_parse(python.python, bytes, bytes.count))
      return result.error.map { PythonSyntaxError.Kind($0.kind) }
    }
    #expect(kind == .invalidEncoding)
  }

  @Test func warningsAreSilent() async throws {
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      for source in [
        "'\\d'", "x is 1", "assert (1, 'a')", "1if 2else 3", "b'\\400'", "f'{x!r:\\d}'",
      ] {
        try PythonRuntime.shared.run { python in
          _ = python.parse(source, symbols: SymbolTable())
          _ = python.scopes(of: source)
        }
      }
    }
    #expect(String(decoding: result.standardErrorContent, as: UTF8.self) == "")
  }

  @Test func memoryStaysBounded() throws {
    func residentPages() throws -> Int {
      let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
      return Int(text.split(separator: " ")[1])!
    }
    func parseAll(_ rounds: Int) throws {
      try PythonRuntime.shared.run { python in
        for round in 0..<rounds {
          for sample in SyntaxSample.accepted {
            // Other names each time, as in other notebooks.
            let source = sample.source + "\nname_\(round) = 'text \(round)'\nb a"
            _ = python.parse(sample.source, symbols: SymbolTable())
            _ = python.parse(source, symbols: SymbolTable())
          }
        }
      }
    }
    try parseAll(20)
    let before = try residentPages()
    try parseAll(100)
    // 10,000 cells; one leaked tree a cell would be more than 40 MB.
    #expect(try residentPages() - before < 2_000)
  }
}
