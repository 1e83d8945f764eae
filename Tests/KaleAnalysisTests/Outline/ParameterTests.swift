import Testing

@testable import KaleAnalysis

@Suite struct ParameterTests {
  private struct Reading: Sendable {
    var parameters: [PipelineParameter]
    var diagnostics: [Diagnostic]
  }

  private func read(_ cells: [String], injected: Set<Int> = []) throws -> Reading {
    try PythonRuntime.shared.run { python in
      let symbols = SymbolTable()
      var reader = ParameterReader(symbols: symbols)
      for (cell, source) in cells.enumerated() {
        let tree = try python.parse(source, symbols: symbols).get()
        reader.read(tree, cell: cell, isInjected: injected.contains(cell))
      }
      return Reading(parameters: reader.parameters, diagnostics: reader.diagnostics)
    }
  }

  private static func integers(_ values: KeyValuePairs<String, Int>) -> [PipelineParameter] {
    values.map { PipelineParameter(name: $0.key, defaultValue: .integer($0.value)) }
  }

  @Test(
    arguments: [
      ("1", .integer(1)), ("-1", .integer(-1)), ("+1", .integer(1)), ("--1", .integer(1)),
      ("1_000", .integer(1000)), ("0x10", .integer(16)),
      ("-9223372036854775808", .integer(.min)), ("0.5", .float(0.5)), ("-1e-3", .float(-0.001)),
      ("3.", .float(3)), ("True", .bool(true)), ("False", .bool(false)), ("'a'", .string("a")),
      (#""it's \"é\"\n""#, .string("it's \"é\"\n")), ("'a' 'b'", .string("ab")),
      ("'a' + 'b' 'c' + 'd'", .string("abcd")), ("('a' + ('b' + 'c'))", .string("abc")),
      ("[]", .list([])),
      ("[1, -2.5, 'x', None]", .list([.integer(1), .float(-2.5), .string("x"), .none])),
      ("[[1], [2]]", .list([.list([.integer(1)]), .list([.integer(2)])])), ("{}", .dictionary([])),
      (
        "{'a': 1, 'b': {'c': [True]}, 'a': 2}",
        .dictionary([
          .init(key: "b", value: .dictionary([.init(key: "c", value: .list([.bool(true)]))])),
          .init(key: "a", value: .integer(2)),
        ])
      ),
    ] as [(String, PipelineParameter.Value)])
  func readsValues(source: String, value: PipelineParameter.Value) throws {
    let reading = try read(["x = " + source])
    #expect(reading.parameters == [PipelineParameter(name: "x", defaultValue: value)])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      ("a = 1; b = 2", ["a": 1, "b": 2]), ("a = b = 1", ["a": 1, "b": 1]),
      ("a, b = 1, 2", ["a": 1, "b": 2]), ("(a, [b, c]) = 1, (2, 3)", ["a": 1, "b": 2, "c": 3]),
      ("a: int = 1", ["a": 1]), ("a = 1\nb = 2\na = 3", ["a": 3, "b": 2]),
      ("# comment\n'text'\na = 1  # why\npass", ["a": 1]), ("", [:]),
    ] as [(String, KeyValuePairs<String, Int>)])
  func readsAssignments(source: String, values: KeyValuePairs<String, Int>) throws {
    #expect(try read([source]).parameters == Self.integers(values))
  }

  @Test func makesAFloatOfAnAnnotatedInteger() throws {
    let reading = try read(["rate: float = 1"])
    #expect(reading.parameters == [PipelineParameter(name: "rate", defaultValue: .float(1))])
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    /// What is at fault stands between « and ».
    var source: String
    var fact: String
    var testDescription: String { source }
  }

  static let refusals = [
    Refusal(source: "x = «None»", fact: "None"),
    Refusal(source: "a = 1; x = «f'{a}'»", fact: "when the cell runs"),
    Refusal(source: "x = ['é', «f(1)»]", fact: "computed"),
    Refusal(source: "x = «y»", fact: "computed"),
    Refusal(source: "x = «60 * 60»", fact: "computed"),
    Refusal(source: "x = «'a' + 1»", fact: "computed"),
    Refusal(source: "x = 'a' + «y»", fact: "computed"),
    Refusal(source: "x = «not True»", fact: "computed"),
    Refusal(source: "x = «-'a'»", fact: "computed"),
    Refusal(source: "x = «(1, 2)»", fact: "tuple"),
    Refusal(source: "x = «{1, 2}»", fact: "set"),
    Refusal(source: "x = «b'a'»", fact: "bytes"),
    Refusal(source: "x = «1j»", fact: "complex"),
    Refusal(source: "x = «1e999»", fact: "finite"),
    Refusal(source: "x = «9223372036854775808»", fact: "64 bits"),
    Refusal(source: "x = {«1»: 2}", fact: "keys"),
    Refusal(source: "x = {**«y»}", fact: "keys"),
    Refusal(source: "x = «[i for i in y]»", fact: "computed"),
    Refusal(source: "«x: int»", fact: "no value"),
    Refusal(source: "«x.y» = 1", fact: "plain name"),
    Refusal(source: "«x[0]» = 1", fact: "plain name"),
    Refusal(source: "a, b = «'xy'»", fact: "which of the names"),
    Refusal(source: "a, *b = «1, 2»", fact: "which of the names"),
    Refusal(source: "a, b = «1, 2, 3»", fact: "which of the names"),
    Refusal(source: "«import os»", fact: "import"),
    Refusal(source: "«x += 1»", fact: "only assign"),
    Refusal(source: "«print(1)»", fact: "only assign"),
    Refusal(source: "«if y:\n  x = 1»", fact: "only assign"),
  ]

  @Test(arguments: refusals) func refuses(_ test: Refusal) throws {
    let source = test.source.filter { $0 != "«" && $0 != "»" }
    let reading = try read([source + "\nlast = 1"])
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.outline == ["error invalid-parameter 0"])
    #expect(diagnostic.message.contains(test.fact), "\(diagnostic.message)")
    #expect(reading.parameters.last?.name == "last")

    let text = SourceText(source)
    let range = try #require(diagnostic.location.range)
    let opening = try #require(test.source.firstIndex(of: "«"))
    #expect(text.column(of: range.start) == test.source[..<opening].count + 1)
    let end = test.source.split(separator: "»", omittingEmptySubsequences: false)[0]
      .filter { $0 != "«" }
    let lines = SourceText(String(end)).lines
    #expect(
      range.end == SourcePosition(line: lines.count, column: lines[lines.count - 1].utf8.count))
  }

  @Test func readsLongSums() throws {
    let reading = try read(["x = " + Array(repeating: "'a'", count: 500).joined(separator: "+")])
    #expect(
      reading.parameters.first?.defaultValue == .string(String(repeating: "a", count: 500)))
  }

  @Test func lastAssignmentWinsAcrossCells() throws {
    let reading = try read(["a = 1\nb = 2", "a = 3"])
    #expect(reading.parameters == Self.integers(["a": 3, "b": 2]))
  }

  @Test func injectedValuesWin() throws {
    let reading = try read(
      ["# Parameters\na = 10\nrate = 2\nc = 4", "a = 1\nrate = 0.5\nb = 2"], injected: [0])
    #expect(
      reading.parameters == [
        PipelineParameter(name: "a", defaultValue: .integer(10)),
        PipelineParameter(name: "rate", defaultValue: .float(2)),
        PipelineParameter(name: "b", defaultValue: .integer(2)),
        PipelineParameter(name: "c", defaultValue: .integer(4)),
      ])
  }
}
