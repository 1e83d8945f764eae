import Foundation
import Testing

@testable import KaleAnalysis
@testable import kale_oracle

/// Holds the scopes of a cell, and what each name in them refers to, against CPython's symbol table.
@Suite struct ScopeTests {
  struct Source: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var since: Int

    init(_ name: String, _ text: String, since: Int = 9) {
      testDescription = name
      self.text = text
      self.since = since
    }
  }

  @Test(arguments: rules + corners)
  func followsTheRule(_ source: Source) throws {
    guard OtherPython.isNotNeeded(for: source, since: source.since) else { return }
    #expect(try differences(in: source.text) == [])
  }

  /// Every module at the top of the standard library that is on disk.
  @Test(
    .enabled(if: LinkedPython.library != nil, "the linked Python's standard library is in a zip"))
  func agreesOnTheStandardLibrary() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: LinkedPython.library!, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "py" }
    var differing: [String] = []
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      if try !differences(in: text).isEmpty { differing.append(file.lastPathComponent) }
    }
    #expect(files.count > 100)
    #expect(differing.sorted() == [])
  }

  private func differences(in source: String) throws -> [ScopeComparison.Difference] {
    try PythonRuntime.shared.run { python in
      let symbols = SymbolTable()
      let tree = try python.parse(source, symbols: symbols).get()
      let scopes = ScopeBuilder.build(tree, symbols: symbols)
      return try ScopeComparison(scopes, of: tree, symbols, source: source, python).differences
    }
  }
}
