import Testing

@testable import KaleAnalysis

/// What each step takes, from whom, and what it hands on.
@Suite struct DataFlowTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var notebook: String
    /// As `Pipeline.flow` has it.
    var flow: [String]
    var diagnostics: [String]
    /// Minor version of Python 3 that brought the syntax.
    var since: Int

    init(
      _ name: String, _ notebook: String, _ flow: [String], _ diagnostics: [String] = [],
      since: Int = 9
    ) {
      testDescription = name
      self.notebook = notebook
      self.flow = flow
      self.diagnostics = diagnostics
      self.since = since
    }
  }

  @Test(arguments: bindings + paths + code + imports + graphs + sharing)
  func flows(_ test: Case) throws {
    guard OtherPython.isNotNeeded(for: test, since: test.since) else { return }
    let result = try WrittenNotebook(test.notebook).compile()
    #expect(result.diagnostics.outline == test.diagnostics)
    #expect(result.pipeline?.flow == test.flow)
  }
}
