import Testing

@testable import KaleAnalysis

@Suite struct ContextManagerTests {
  private static let setup = """
    import contextlib
    a = b = c = d = 1
    def g(): raise ValueError
    class M:
      def __enter__(self): return a
      def __exit__(self, *error):
        print(b)
    class A:
      async def __aenter__(self): return a
      async def __aexit__(self, *error): print(b)
    @contextlib.contextmanager
    def made(x):
      print(a)
      try: yield x
      except ValueError: print(b)
      finally:
        global c
        c = 2
    """

  /// Sorted names; those that are not certain end in `?`.
  private func names(_ effects: CellEffects, _ certainty: (NameEffect) -> Certainty?) -> String {
    effects.names.compactMap { name, effect in
      certainty(effect).map { $0 == .definite ? name : name + "?" }
    }.sorted().joined(separator: " ")
  }

  @Test(arguments: [
    // Whatever way leads out of the block, `__exit__` is called.
    ("with M(): g()", "M a b g", ""),
    ("with M() as x: pass", "M a b", "x"),
    ("def f():\n  with M(): return d\nf()", "M a b d", "f"),
    ("for x in range(d):\n  with M(): break", "M? a? b? d", "x?"),
    ("while d:\n  with M(): continue", "M? a? b? d", ""),
    ("with M(): raise ValueError", "M a b", ""),
    ("try:\n  with M(): raise ValueError\nexcept ValueError: y = 1", "M a? b?", "y"),
    ("async with A() as x: d", "A a b d", "x"),
    // A generator function that a decorator makes a context manager.
    ("with made(1) as x: g()", "a? b? g made", "c? x"),
    ("with made(1): c = 3\nd = c", "a? b? made", "c d"),
    ("m = made(1)", "made", "m"),
    ("@made(1)\ndef h(): pass\nh()", "a? b? made", "c? h"),
    // The end of a cell that raises through `finally`.
    ("x = 1\ntry: raise ValueError\nfinally: y = d", "d", "x y"),
    ("def f():\n  try: return d\n  finally: print(a)\nf(); b", "a b d", "f"),
  ])
  func runsWhatLeavingTheBlockRuns(cell: String, reads: String, binds: String) throws {
    let effects = try CellEffects.ofLast([Self.setup, cell])
    #expect(names(effects, \.read) == reads)
    #expect(names(effects) { $0.exits.certainty(of: .bound) } == binds)
  }

  @Test func whatAGeneratorYieldsIsBound() throws {
    let effects = try CellEffects.ofLast([
      Self.setup, "xs = []\nwith made(xs) as ys: pass", "ys.append(1)",
    ])
    #expect(effects.names["xs"]?.mutation != nil)
    #expect(effects.names["ys"]?.type == nil)
  }
}
