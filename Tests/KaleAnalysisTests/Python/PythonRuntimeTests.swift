import Foundation
import Testing

@testable import KaleAnalysis

@Suite struct PythonRuntimeTests {
  private struct Failure: Error, Equatable {
    let number: Int
  }

  @Test func returnsWhatTheBodyReturns() throws {
    #expect(try PythonRuntime.shared.run { _ in 42 } == 42)
  }

  @Test func throwsWhatTheBodyThrows() {
    #expect(throws: Failure(number: 7)) {
      try PythonRuntime.shared.run { _ in throw Failure(number: 7) }
    }
  }

  @Test func callsMayNest() throws {
    let names = try PythonRuntime.shared.run { outer in
      let symbols = SymbolTable()
      _ = outer.parse("a", symbols: symbols)
      try PythonRuntime.shared.run { inner in _ = inner.parse("b", symbols: symbols) }
      _ = outer.parse("a + c", symbols: symbols)
      return symbols.names.suffix(3)
    }
    #expect(names == ["a", "b", "c"])
  }

  @Test func concurrentCallersTakeTurns() async throws {
    let results = try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
      for number in 0..<200 {
        group.addTask {
          let names = try PythonRuntime.shared.run { python in
            let symbols = SymbolTable()
            _ = try python.parse("a_\(number) = b_\(number)", symbols: symbols).get()
            return Array(symbols.names.suffix(2))
          }
          return (number, names)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(results.count == 200)
    for (number, names) in results {
      #expect(names == ["a_\(number)", "b_\(number)"])
    }
  }

  @Test func deepSourceIsFineOnASmallStack() throws {
    final class Outcome: @unchecked Sendable {
      var kind: PythonSyntaxError.Kind?
    }
    let outcome = Outcome()
    let finished = DispatchSemaphore(value: 0)
    let thread = Thread {
      outcome.kind = try? PythonRuntime.shared.run { python in
        let source = String(repeating: "-", count: 100_000) + "1"
        return switch python.parse(source, symbols: SymbolTable()) {
        case .success: nil
        case .failure(let error): error.kind
        }
      }
      finished.signal()
    }
    thread.stackSize = 128 << 10
    thread.start()
    finished.wait()
    #expect(outcome.kind == .tooDeep)
  }

  @Test func symbolsAreSharedBetweenTrees() throws {
    let symbols = SymbolTable()
    let trees = try PythonRuntime.shared.run { python in
      try ["x = 1", "y = x"].map { try python.parse($0, symbols: symbols).get() }
    }
    let (x, y) = (symbols.intern("x"), symbols.intern("y"))
    #expect(trees.map(\.symbols) == [[x], [y, x]])
  }

  @Test func knowsItsVersion() throws {
    let version = try PythonRuntime.shared.run { $0.version }
    #expect(version >= PythonVersion(hex: 0x0309_0000))
    #expect(PythonVersion(hex: 0x030B_02F0).description == "3.11.2")
    #expect(PythonVersion(hex: 0x0309_00F0) < PythonVersion(hex: 0x030A_00F0))
  }

  @Test func knowsBuiltins() throws {
    let names = try PythonRuntime.shared.run { $0.builtinNames }
    #expect(names == names.sorted())
    #expect(Set(["print", "len", "ValueError", "True", "__import__"]).isSubset(of: names))
    #expect(!names.contains("os"))
  }

  @Test func knowsTheStandardLibrary() throws {
    let names = try PythonRuntime.shared.run { $0.standardLibraryModules }
    #expect(names == names.sorted())
    #expect(Set(["os", "sys", "json", "collections", "zipfile"]).isSubset(of: names))
    #expect(!names.contains("numpy"))
  }

  @Test func listOfOldStandardLibraryIsSorted() {
    let names = StandardLibrary.modulesOf39
    #expect(names == names.sorted())
    #expect(Set(["os", "parser", "zipfile"]).isSubset(of: names))
  }
}

/// Each in a process of its own, as a process has one interpreter.
@Suite struct PythonStartTests {
  @Test func homeWithoutALibraryIsAnError() async {
    await #expect(processExitsWith: .success) {
      setenv("KALE_PYTHON_HOME", "/nonexistent", 1)
      let error = PythonStartError.noStandardLibrary(home: "/nonexistent", version: .linked)
      #expect(throws: error) { try PythonRuntime.shared.run { _ in } }
      #expect(throws: error) { try PythonRuntime.shared.run { _ in } }
      #expect("\(error)".contains("KALE_PYTHON_HOME is /nonexistent"))
    }
  }

  @Test func brokenLibraryIsAnError() async {
    await #expect(processExitsWith: .success) {
      let version = PythonVersion.linked
      let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: home) }
      let encodings = home.appendingPathComponent(
        "lib/python\(version.major).\(version.minor)/encodings")
      try FileManager.default.createDirectory(at: encodings, withIntermediateDirectories: true)
      setenv("KALE_PYTHON_HOME", home.path, 1)
      let error = #expect(throws: PythonStartError.self) { try PythonRuntime.shared.run { _ in } }
      guard case .failed(let message, version) = error else {
        Issue.record("unexpected: \(String(describing: error))")
        return
      }
      #expect(!message.isEmpty)
    }
  }

  @Test func environmentOfPythonIsIgnored() async {
    await #expect(processExitsWith: .success) {
      for name in ["PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP"] { setenv(name, "/nonexistent", 1) }
      setenv("PYTHONVERBOSE", "1", 1)
      setenv("PATH", "/nonexistent", 1)
      let count = try PythonRuntime.shared.run { $0.builtinNames.count }
      #expect(count > 100)
    }
  }

  @Test func signalsAreLeftAlone() async {
    await #expect(processExitsWith: .success) {
      func handlers() -> [Int] {
        (1..<SIGSYS).map { number in
          var action = sigaction()
          sigaction(number, nil, &action)
          return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        }
      }
      let before = handlers()
      _ = try PythonRuntime.shared.run { $0.builtinNames.count }
      #expect(handlers() == before)
    }
  }
}
