import Foundation
import Testing

@testable import KaleAnalysis

/// Holds `docs/diagnostics.md` against the ids in the sources.
@Suite struct DiagnosticsPageTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A section of the page: its id, and the words in front of the example message.
  private struct Section {
    var id: String
    var severity: String?
  }

  /// An id in the sources, and the severity that is spelled out beside it.
  private struct Emission: Hashable {
    var id: String
    var severity: String?
  }

  private func sections() throws -> [Section] {
    let page = try String(
      contentsOf: Self.root.appending(path: "docs/diagnostics.md"), encoding: .utf8)
    return page.split(separator: "\n### ").dropFirst().map { text in
      let title = text.prefix { $0 != "\n" }
      let example = text.firstMatch(of: /\n> (error|warning|note): ./)
      return Section(
        id: title.trimmingCharacters(in: CharacterSet(charactersIn: "`")),
        severity: example.map { String($0.1) })
    }
  }

  /// Ids stand as a literal where a `Diagnostic` is made, or in a declaration of type `Diagnostic.ID`.
  private func emissions() throws -> (all: Set<Emission>, unread: [String]) {
    var all: Set<Emission> = []
    var unread: [String] = []
    for path in try swiftFiles() {
      let text = try String(contentsOf: path, encoding: .utf8)
      for made in text.matches(of: /\bDiagnostic\(\s*"([^"]+)",\s*(?:\.(\w+),)?/) {
        all.insert(Emission(id: String(made.1), severity: made.2.map { String($0) }))
      }
      for declared in text.matches(of: /: Diagnostic\.ID = "([^"]+)"/) {
        all.insert(Emission(id: String(declared.1)))
      }
      for function in text.matches(of: /-> Diagnostic\.ID \{\n([\s\S]*?)\n  \}/) {
        for literal in function.1.matches(of: /: "([^"]+)"/) {
          all.insert(Emission(id: String(literal.1)))
        }
      }
      let isComputed = text.contains(/[^.\w]Diagnostic\(\s*[^"\s]/)
      if isComputed, !text.contains("Diagnostic.ID") { unread.append(path.lastPathComponent) }
    }
    return (all, unread)
  }

  private func swiftFiles() throws -> [URL] {
    let sources = Self.root.appending(path: "Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  @Test func hasEveryIDOnce() throws {
    let (emissions, unread) = try emissions()
    let emitted = Set(emissions.map(\.id))
    let sections = try sections().map(\.id)
    #expect(unread.isEmpty, "these files take ids from where this test does not look")
    #expect(emitted.count > 50)
    #expect(emitted.subtracting(sections).sorted() == [], "the page lacks these")
    #expect(Set(sections).subtracting(emitted).sorted() == [], "no source emits these")
    #expect(Set(sections).count == sections.count)
  }

  @Test func showsEachWithItsSeverity() throws {
    let emissions = try emissions().all
    for section in try sections() {
      let shown = try #require(section.severity, "\(section.id) has no example")
      let known = emissions.filter { $0.id == section.id }.map(\.severity)
      #expect(known.contains(nil) || known.contains(shown), "\(section.id) is no \(shown)")
    }
  }
}
