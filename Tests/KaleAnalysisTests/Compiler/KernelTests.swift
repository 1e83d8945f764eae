import Testing

@testable import KaleAnalysis

/// What is said where the notebook's kernel is of another version than the grammar.
@Suite struct KernelTests {
  private static let linked = PythonVersion.linked
  private static let newer = KernelVersion(major: 3, minor: linked.minor + 1)

  @Test(arguments: [
    ("3.11.7", KernelVersion(major: 3, minor: 11)), ("3.13.0rc1", .init(major: 3, minor: 13)),
    ("2.7", .init(major: 2, minor: 7)), ("3", .init(major: 3, minor: nil)),
    ("3.14b1", .init(major: 3, minor: 14)), ("", nil), ("x", nil),
  ])
  func readsAVersion(_ text: String, _ version: KernelVersion?) {
    #expect(KernelVersion(version: text) == version)
  }

  @Test(arguments: [
    ("Python 3", KernelVersion(major: 3, minor: nil)),
    ("Python 3 (ipykernel)", .init(major: 3, minor: nil)),
    ("Python 3.12 (ipykernel)", .init(major: 3, minor: 12)),
    ("Python 3.9.6 64-bit ('3.9.6')", .init(major: 3, minor: 9)),
    ("python2", .init(major: 2, minor: nil)), ("python3.13", .init(major: 3, minor: 13)),
    ("py310", .init(major: 3, minor: 10)), ("Python [conda env:py27]", .init(major: 2, minor: 7)),
    ("python-2", .init(major: 2, minor: nil)), ("python-2022", nil), ("happy3", nil),
    ("Python", nil), ("conda-base-py", nil), (".venv", nil), ("R 4.3", nil),
  ])
  func findsTheVersionInAName(_ name: String, _ version: KernelVersion?) {
    #expect(KernelVersion(kernelName: name) == version)
  }

  @Test func noteTellsOfANewerKernel() throws {
    var diagnostics = try compile("x = 1", Self.newer)
    #expect(diagnostics.outline == ["note newer-kernel"])
    #expect(diagnostics[0].message.contains("\(Self.newer)"))
    #expect(diagnostics[0].message.contains("Python \(Self.linked)"))
    #expect(diagnostics[0].fix?.contains("scripts/build --python") == true)

    diagnostics = try compile("x = ) 1", Self.newer)
    #expect(diagnostics.outline == ["note newer-kernel", "error syntax-error 0"])
    #expect(diagnostics[1].notes.count == 1)
    #expect(diagnostics[1].notes[0].message.contains("the notebook's kernel is \(Self.newer)"))
    #expect(diagnostics[1].fix == "build kale with \(Self.newer): scripts/build --python PREFIX")
  }

  @Test(arguments: [
    nil, KernelVersion(major: 3, minor: linked.minor), .init(major: 3, minor: 6),
    .init(major: 3, minor: nil),
  ])
  func nothingIsSaidOfOtherKernels(_ kernel: KernelVersion?) throws {
    #expect(try compile("x = 1", kernel).isEmpty)
    let diagnostics = try compile("x = ) 1", kernel)
    #expect(diagnostics.outline == ["error syntax-error 0"])
    #expect(diagnostics[0].notes.isEmpty)
    #expect(diagnostics[0].fix == nil)
  }

  @Test(arguments: [KernelVersion(major: 2, minor: 7), .init(major: 2, minor: nil)])
  func aKernelOfPython2DecidesToo(_ kernel: KernelVersion) throws {
    let diagnostics = try compile("x = ) 1", kernel)
    #expect(diagnostics.outline == ["warning python-2-kernel", "error syntax-error 0"])
    #expect(diagnostics[1].notes.map(\.message).joined().contains("kernel is \(kernel)"))
    #expect(diagnostics[1].fix == "rewrite the cell for Python 3 (2to3 does most of it)")
  }

  private func compile(_ source: String, _ kernel: KernelVersion?) throws -> [Diagnostic] {
    var notebook = Notebook.tagged([TaggedCode("block:a", source)])
    notebook.kernel = kernel
    return try NotebookCompiler.compile(notebook).diagnostics
  }
}
