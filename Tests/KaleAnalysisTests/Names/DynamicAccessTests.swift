import Foundation
import Testing

@testable import KaleAnalysis

/// Names that code handles as strings: `exec`, `eval`, `globals()` and the like.
@Suite struct DynamicAccessTests {
  struct Example: Sendable, CustomTestStringConvertible {
    /// Cells, separated by `---`.
    var cells: String
    /// What the last one does, in the form of `CellEffects.outline`.
    var outline: String

    init(_ cells: String, _ outline: String) {
      self.cells = cells
      self.outline = outline
    }

    var testDescription: String { cells }
    var sources: [String] { cells.components(separatedBy: "\n---\n") }
  }

  private static let setup = "x = [1]\ny = 2\n---\n"

  static let literals = [
    Example("exec('x = y + 1')", "reads y, binds x"),
    Example("exec('import json\\ndef f():\\n  return json')", "binds f, binds json"),
    Example("exec('x.append(y)')", "reads x, reads y, mutates x"),
    Example("exec('del x')", "reads x, deletes x"),
    Example("z = eval('x')\nz.append(1)", "reads x, mutates x, binds z"),
    Example("z = eval('  x')", "reads x, binds z"),
    Example("exec(\"exec('x = y')\")", "reads y, binds x"),
    Example("if y: exec('x = 3')", "reads y, binds? x"),
    Example("exec('x = 1', globals())", "binds x"),
    Example("exec('x = 1', globals(), locals())", "binds x"),
    Example("exec('x = 1', None)", "binds x"),
    Example("exec('z = x', {})", ""),
    Example("n = {}\n---\nexec('z = x', n)", "reads n, mutates n"),
    Example("n = {}\n---\nexec(y, n)", "reads n, mutates n, reads y"),
    Example("n = {}\n---\nexec('z = x', globals(), n)", "reads n, mutates n, reads? x"),
    Example("def f(): exec('z = x')\nf()", "binds f, reads x"),
    Example("def f():\n  x = 1\n  exec('z = x')\nf()", "binds f"),
    Example("def f(x): return eval('x + y')\nf(1)", "binds f, reads y"),
    Example("def f():\n  exec('global z; z = y')\nf()", "binds f, reads y, binds z"),
    Example("def f():\n  exec('return 1')\n  return x\nf()", "binds f, reads x"),
    Example("f = lambda y: eval('x')\nf(1)", "binds f, reads x"),
    Example("import builtins\nbuiltins.eval('x')", "binds builtins, ? 2:0 reads-unknown eval"),
    Example("exec('x =')", "? 1:0 reads-unknown exec, ? 1:0 binds-unknown exec"),
    Example("eval('x = 1')", "? 1:0 reads-unknown eval"),
    Example(
      "a = f'{y}'\nexec(a)", "binds a, reads y, ? 2:0 reads-unknown exec, ? 2:0 binds-unknown exec"),
    Example(
      "class A:\n  exec('z = x')", "binds A, ? 2:2 reads-unknown exec, ? 2:2 binds-unknown exec"),
    Example("def exec(code): pass\nexec('z = 1')", "binds exec"),
  ]

  static let symbols = [
    Example("import sympy\nsympy.var('a b, c')", "binds a, binds b, binds c, binds sympy"),
    Example(
      "from sympy import *\n---\na, c = var('a,b'), 1", "binds a, binds b, binds c, reads var"),
    Example("from sympy import var as v\ndef f(): v('a')\nf()", "binds a, binds f, binds v"),
    Example("import sympy\nsympy.var('a:3')", "binds sympy, ? 2:0 binds-unknown sympy.var"),
    Example("import sympy\nsympy.var(y)", "binds sympy, reads y, ? 2:0 binds-unknown sympy.var"),
    Example(
      "import sympy\nsympy.init_session()", "binds sympy, ? 2:0 binds-unknown sympy.init_session"),
    Example("from sympy import symbols\nsymbols('a b')", "binds symbols"),
  ]

  static let dictionary = [
    Example("globals()['z'] = y", "reads y, binds z"),
    Example("globals()['z'] += y", "reads y, reads z, binds z"),
    Example("a = globals()['x']\na.append(1)", "binds a, reads x, mutates x"),
    Example("del globals()['x']", "reads x, deletes x"),
    Example("globals().get('x').append(1)", "reads x, mutates x"),
    Example("globals().setdefault('z', y)", "reads y, reads z, binds? z"),
    Example("globals().pop('x')", "reads x, deletes x"),
    Example("globals().pop('z', None)", "reads z, deletes z"),
    Example("globals().update(a=y, b=1)", "binds a, binds b, reads y"),
    Example("globals().update({'a': y}, b=1)", "binds a, binds b, reads y"),
    Example("globals().__setitem__('z', 1)", "binds z"),
    Example("'x' in globals()", "reads? x"),
    Example("'x' not in globals().keys()", "reads? x"),
    Example("if 'z' in dir(): del z", "reads? z, deletes? z"),
    Example("if 'z' not in globals(): z = 1", "reads? z, binds? z"),
    Example("g = globals()\n---\ng['z'] = g['y']", "reads g, reads y, binds z"),
    Example("def f(n): globals()[n] = 1\nf('z')", "binds f, ? 2:0 binds-unknown globals()"),
    Example("def f(): globals()['z'] = 1\nf()", "binds f, binds z"),
    Example("def f(g): g['z'] = 1\nf(globals())", "binds f, binds z"),
    Example("locals()['z'] = 1", "binds z"),
    Example("vars()['z'] = 1", "binds z"),
    Example("def f():\n  locals()['z'] = 1\nf()", "binds f"),
    Example("f = lambda: 1\n---\nf.__globals__['z'] = 1", "reads f, binds z"),
    Example("get_ipython().user_ns['z'] = 1", "binds z"),
    Example("globals()[y] = 1", "reads y, ? 1:0 binds-unknown globals()"),
    Example("globals()[y]", "reads y, ? 1:0 reads-unknown globals()"),
    Example("del globals()[y]", "reads y, ? 1:4 deletes-unknown globals()"),
    Example("y in globals()", "reads y, ? 1:0 reads-unknown globals()"),
    Example("globals()['no name'] = 1", "? 1:0 binds-unknown globals()"),
    Example("for k in globals(): pass", "binds? k, ? 1:0 reads-unknown globals()"),
    Example("dict(**globals())", "? 1:5 reads-unknown globals()"),
    Example("print(globals())", "? 1:0 reads-unknown globals()"),
    Example("globals()", "? 1:0 reads-unknown globals()"),
    Example("globals().update(y)", "reads y, ? 1:0 binds-unknown globals()"),
    Example(
      "globals().clear()",
      "? 1:0 reads-unknown globals(), ? 1:0 binds-unknown globals(), ? 1:0 deletes-unknown globals()"
    ),
    Example("globals()[str(y)].append(1)", "reads y, mutates? x, ? 1:0 reads-unknown globals()"),
  ]

  static let module = [
    Example("import sys\nsetattr(sys.modules[__name__], 'z', y)", "binds sys, reads y, binds z"),
    Example("import sys\na = getattr(sys.modules['__main__'], 'x')", "binds a, binds sys, reads x"),
    Example("import __main__\n__main__.z = __main__.y", "binds __main__, reads y, binds z"),
    Example("import __main__ as m\ndel m.x", "binds m, reads x, deletes x"),
    Example("import __main__ as m\ndelattr(m, 'x')", "binds m, reads x, deletes x"),
    Example("import __main__ as m\nhasattr(m, 'x')", "binds m, reads? x"),
    Example("import __main__ as m\nvars(m)['z'] = m.__dict__['y']", "binds m, reads y, binds z"),
    Example("from __main__ import x as a\na.append(1)", "binds a, reads x, mutates x"),
    Example(
      "import sys\nsetattr(sys.modules[__name__], y, 1)",
      "binds sys, reads y, ? 2:0 binds-unknown setattr"),
    Example("import numpy as m\nsetattr(m, 'z', 1)", "binds m"),
  ]

  @Test(arguments: literals + symbols + dictionary + module)
  func followsNamesInStrings(_ example: Example) throws {
    let effects = try CellEffects.ofLast(
      (Self.setup + example.cells).components(separatedBy: "\n---\n"))
    let expected = Set(example.outline.components(separatedBy: ", ").filter { !$0.isEmpty })
    #expect(effects.outline == expected)
  }
}

extension CellEffects {
  /// A line an effect: `reads x`, `binds? y` for what may be, `? LINE:COLUMN KIND CAUSE` for what is not
  /// known.
  var outline: Set<String> {
    var lines: Set<String> = []
    func add(_ what: String, _ name: String, _ certainty: Certainty?) {
      if let certainty { lines.insert("\(what)\(certainty == .maybe ? "?" : "") \(name)") }
    }
    for (name, effect) in names {
      add("reads", name, effect.read)
      add("binds", name, effect.exits.certainty(of: .bound))
      add("deletes", name, effect.exits.certainty(of: .deleted))
      add("mutates", name, effect.mutation?.certainty)
    }
    for access in dynamic {
      let start = access.range?.start
      lines.insert(
        "? \(start?.line ?? 0):\(start?.column ?? 0) \(access.kind.rawValue) \(access.cause)")
    }
    return lines
  }
}
