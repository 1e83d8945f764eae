import Testing

@testable import KaleAnalysis

/// A container of more objects than are kept apart: what happens to one may happen to each, and nothing
/// that may happen is lost.
@Suite struct CrowdTests {
  private static let count = 200
  private static let names = (0..<count).map { "x\($0)" }
  /// Binds `x0`, `x1`, ... to objects of their own, and `all` to a list of them.
  private static let crowd =
    names.map { "\($0) = []\n" }.joined() + "all = [\(names.joined(separator: ", "))]"

  @Test(arguments: [
    "all[0].append(1)",
    "for x in all:\n    x[0] = 1",
    "y = all[::-1]\ny[3].append(1)",
    "def f(p):\n    p[0].append(1)\nf(all)",
    "unknown(all)",
    "[x.sort() for x in all]",
    "first, *rest = all\nrest[0] += [1]",
    "all.extend([[] for _ in range(3)])\nall.pop().append(1)",
    "sorted(all, key=len)[0].append(1)",
    "all2 = all + [[]]\nall2[0].append(1)",
    "d = dict(enumerate(all))\nd[0].append(1)",
  ])
  func changesOfElementsAreSeen(cell: String) throws {
    let effects = try CellEffects.ofLast([Self.crowd, cell])
    for name in ["x0", "x100", "x199", "all"] { #expect(effects.names[name]?.mutation != nil) }
    #expect(effects.names["x0"]?.mutation?.certainty == .maybe)
  }

  @Test func whatIsStoredIntoAnElementIsFoundInEach() throws {
    let effects = try CellEffects.ofLast([
      Self.crowd, "v = []", "for x in all:\n    x.append(v)", "x7[0].append(1)",
    ])
    #expect(effects.names["v"]?.mutation != nil)
  }

  @Test func codeInTheCrowdIsCalled() throws {
    let effects = try CellEffects.ofLast([
      Self.crowd, "def f():\n    return total\nall.append(f)\nall.append([f])\ntotal = 1",
      "all[3]()",
    ])
    #expect(effects.names["total"]?.read != nil)
  }

  @Test func theRestIsKeptApart() throws {
    let effects = try CellEffects.ofLast([Self.crowd, "other = []", "all[0].append(1)"])
    #expect(effects.names["other"] == nil)
  }

  @Test func aChangeOfOneNamedElementIsCertain() throws {
    let effects = try CellEffects.ofLast([Self.crowd, "x5.append(1)"])
    #expect(effects.names["x5"]?.mutation?.certainty == .definite)
    #expect(effects.names["x6"] == nil)
  }
}
