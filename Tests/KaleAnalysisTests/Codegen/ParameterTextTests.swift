import KaleAnalysis
import Testing

@Suite struct ParameterTextTests {
  typealias Value = PipelineParameter.Value

  @Test(arguments: [
    (Value.integer(0), "42", Value.integer(42)), (.integer(0), "-1", .integer(-1)),
    (.float(0), "1", .float(1)), (.float(0), "1e-3", .float(0.001)),
    (.string(""), "a=b \"c\"", .string("a=b \"c\"")), (.none, "x", .string("x")),
    (.bool(false), "True", .bool(true)), (.bool(true), "no", .bool(false)),
    (.list([]), "[1, 2.0, \"a\", null]", .list([.integer(1), .float(2), .string("a"), .none])),
    (
      .dictionary([]), "{\"b\": {\"x\": true}, \"a\": []}",
      .dictionary([
        .init(key: "b", value: .dictionary([.init(key: "x", value: .bool(true))])),
        .init(key: "a", value: .list([])),
      ])
    ),
  ])
  func reads(defaultValue: Value, text: String, value: Value) throws {
    let parameter = PipelineParameter(name: "p", defaultValue: defaultValue)
    #expect(try parameter.value(from: text) == value)
  }

  @Test(arguments: [
    (Value.integer(0), "1.5"), (.integer(0), ""), (.float(0), "fast"), (.float(0), "nan"),
    (.bool(true), "maybe"), (.list([]), "{}"), (.list([]), "[1"), (.list([]), "[1] 2"),
    (.dictionary([]), "[]"), (.dictionary([]), "{'a': 1}"),
  ])
  func refuses(defaultValue: Value, text: String) {
    let parameter = PipelineParameter(name: "p", defaultValue: defaultValue)
    #expect(throws: ParameterTextError.self) { try parameter.value(from: text) }
  }
}
