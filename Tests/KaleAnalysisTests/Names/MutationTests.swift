import Testing

@testable import KaleAnalysis

@Suite struct MutationTests {
  /// Sorted names that the last cell changes; those that are not certain end in `?`.
  private func mutated(_ cells: [String]) throws -> String {
    let effects = try CellEffects.ofLast(cells)
    return effects.names.compactMap { name, effect in
      effect.mutation.map { $0.certainty == .definite ? name : name + "?" }
    }.sorted().joined(separator: " ")
  }

  @Test(arguments: [
    ("a = []", "a.append(1)", "a"),
    ("a = []\nb = a", "a.append(1)", "a b"),
    ("a = []\nb = []\nd = a if c else b", "a.append(1)", "a d?"),
    ("a = []\nb = []\nd = a if c else b", "d.append(1)", "a? b? d?"),
    ("a = []\nd = []\nif c: d.append(a)", "a.append(1)", "a d?"),
    ("a = [[], []]\nb = a[0]\nd = a[1]", "b.append(1)", "a? b? d?"),
    ("a = []", "if c: a.append(1)", "a?"),
    ("a = []\ndef f(): a.append(1)", "f()", "a"),
    ("a = [[]]", "a[0].append(1); a.append(2)", "a"),
  ])
  func certainIsWhatHappensToTheOneObjectOfAName(setup: String, cell: String, names: String) throws
  {
    #expect(try mutated(["c = 1", setup, cell]) == names)
  }

  @Test(arguments: [
    "[self.x for i in y]", "(lambda: self)()", "list(self.x for i in y)",
  ])
  func theVariablesOfAMethodAreNewWithEachCall(body: String) throws {
    let type = """
      y = [1]
      class K:
        def __init__(self, x): self.x = x
        def show(self): return \(body)
      """
    #expect(try mutated([type, "k = K(1)"]) == "")
    #expect(try !mutated([type, "k = K(1)\nk.x = 2\nk.show()"]).contains("K"))
    #expect(try mutated([type, "k = K(1)", "k.x = 2"]) == "k")
  }

  @Test func aClosureHoldsTheVariablesAroundIt() throws {
    let maker = "def make(xs):\n  def add(x): xs.append(x)\n  return add\nys = []\nadd = make(ys)"
    #expect(try mutated([maker, "ys.append(1)"]).contains("ys"))
    #expect(try mutated([maker, "ys.append(1)"]).contains("add?"))
    #expect(try mutated([maker, "add(1)"]).contains("ys?"))
  }
}
