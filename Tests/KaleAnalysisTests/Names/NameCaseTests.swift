import Testing

@testable import KaleAnalysis

/// Holds the effects of a cell against what running it in CPython has shown. There is no list of
/// accepted differences: where a case says that its answer depends on the run, the analysis is
/// right too when it reports the dynamic access.
@Suite struct NameCaseTests {
  @Test(arguments: try NameCase.readAll())
  func foreseesWhatRunningShows(_ example: NameCase) throws {
    guard OtherPython.isNotNeeded(for: example, since: example.since, through: example.last) else {
      return
    }
    let differences = try PythonRuntime.shared.run { python in
      example.differences(from: try example.analyze(python))
    }
    #expect(differences.isEmpty)
  }
}
