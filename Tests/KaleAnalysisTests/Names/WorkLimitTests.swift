import Testing

@testable import KaleAnalysis

/// A cell that takes more work than the analysis gives it: what follows is known by names alone, and
/// nothing that may happen is lost.
@Suite struct WorkLimitTests {
  private static let work = String(repeating: "0 + 1\n", count: Interpreter.stepLimit)

  @Test(arguments: [
    ("def f(p):\n    return p", "y = f(x)\ny.append(1)"),
    ("def f(p):\n    p.append(1)", "f(x)"),
    ("def f():\n    return x", "y = f()\ny.append(1)"),
    ("def f():\n    x.append(1)", "f()"),
    ("box = []\ndef f(p):\n    box.append(p)", "f(x)\nbox[0].append(1)"),
    ("def f(p):\n    return [p]\ndef g(p):\n    return f(p)", "g(x)[0].append(1)"),
    ("class C:\n    def m(self, p):\n        return p", "C().m(x).append(1)"),
  ])
  func changesAreStillSeen(functions: String, cell: String) throws {
    let effects = try CellEffects.ofLast(["x = []", "\(Self.work)\(functions)\n\(cell)"])
    #expect(effects.names["x"]?.mutation != nil)
  }

  @Test func namesAreStillRead() throws {
    let effects = try CellEffects.ofLast([
      "x = y = 1", Self.work + "def f():\n    global y\n    y = x\nf()",
    ])
    #expect(effects.names["x"]?.read == .maybe)
    #expect(effects.names["y"]?.exits == [.bound, .untouched])
  }
}
