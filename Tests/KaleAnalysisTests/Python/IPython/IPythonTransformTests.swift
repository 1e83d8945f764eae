import Testing

@testable import KaleAnalysis

/// What a cell in IPython's syntax becomes.
struct TransformCase: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String
  var python: String
  var testDescription: String { name }

  init(_ name: String, _ source: String, _ python: String) {
    (self.name, self.source, self.python) = (name, source, python)
  }
}

private let shell = "get_ipython()"

@Suite struct IPythonTransformTests {
  @Test(arguments: [
    TransformCase("time", "%time y = f(x)", "y = f(x)"),
    TransformCase("time, indented", "if a:\n    %time y = f(x)\n", "if a:\n    y = f(x)\n"),
    TransformCase("time, compound", "%time for i in x: f(i)", "for i in x: f(i)"),
    TransformCase("time, continued", "%time y = f(x, \\\n  z)\nw", "y = f(x, \\\n  z)\nw"),
    TransformCase("time, continued at once", "%time \\\n  f(x)", "f(x)\n"),
    TransformCase("time of a comment", "if a:\n  %time # why\nx", "if a:\n  pass # why\nx"),
    TransformCase("time, white space behind", "%time f(x)\u{A0}\u{3000} \ny", "f(x)\ny"),
    TransformCase("time, bare", "%time", "\(shell).run_line_magic('time')"),
    TransformCase("time, assigned", "y = %time f(x)", "y = (f(x))"),
    TransformCase("time of a command", "%time !ls $x", "\(shell).system('%s' % ((x),))"),
    TransformCase("time of a magic", "%time %env A=1", "\(shell).run_line_magic('env')"),
    TransformCase("prun, options", "%prun -l 5 -s cumulative f(x)", "f(x)"),
    TransformCase(
      "prun, assigned", "p = %prun -r f(x)", "p = \(shell).run_line_magic('prun', (f(x)))"),
    TransformCase(
      "lprun reads the functions", "%lprun -f g y = f(x)",
      "\(shell).run_line_magic('lprun', '%s' % ((g),))\ny = f(x)"),
    TransformCase("timeit, expression", "%timeit f(x)", "(lambda: (f(x)))()"),
    TransformCase("timeit, comment", "%timeit f(x); # slow", "(lambda: (f(x)))()"),
    TransformCase(
      "timeit of a comment", "%timeit -n 1 # why",
      "def __ipython_timeit__():\n pass # why\n__ipython_timeit__()"),
    TransformCase("timeit, options", "%timeit -n 10 -r3 -q f(x)", "(lambda: (f(x)))()"),
    TransformCase("timeit, negative", "%timeit -x", "(lambda: (-x))()"),
    TransformCase("timeit, continued", "%timeit f(x, \\\n  y)\n", "(lambda: (f(x, \\\n  y)))()\n"),
    TransformCase(
      "timeit, assigned", "r = %timeit -o f(x)",
      "r = \(shell).run_line_magic('timeit', (lambda: (f(x)))())"),
    TransformCase(
      "timeit, statement", "for i in a:\n  %timeit y = i\n",
      "for i in a:\n  def __ipython_timeit__():\n   y = i\n  __ipython_timeit__()\n"),
    TransformCase(
      "timeit of a command", "%timeit !ls",
      "def __ipython_timeit__():\n \(shell).system()\n__ipython_timeit__()"),
  ])
  func code(_ c: TransformCase) throws { try check(c) }

  @Test(arguments: [
    TransformCase("system", "!ls -l", "\(shell).system()"),
    TransformCase("system, captured", "!!ls", "\(shell).getoutput()"),
    TransformCase("system, assigned", "x = !ls", "x = \(shell).getoutput()"),
    TransformCase("system, unpacked", "x, y = !ls", "x, y = \(shell).getoutput()"),
    TransformCase("system, to an item", "x[0] =!ls", "x[0] =\(shell).getoutput()"),
    TransformCase("system, annotated", "x: int = !ls", "x: int = \(shell).getoutput()"),
    TransformCase("system, in a block", "if a: x = !ls", "if a: x = \(shell).getoutput()"),
    TransformCase(
      "system, behind a joined line", "x = \\\n  !ls", "x = \\\n  \(shell).getoutput()"),
    TransformCase("expression", "!echo {x + 1}", "\(shell).system('%s' % ((x + 1),))"),
    TransformCase("slice", "!echo {x[1:2]!r}", "\(shell).system('%s' % ((x[1:2]),))"),
    TransformCase("attribute", "!echo $x.y/z", "\(shell).system('%s' % ((x.y),))"),
    TransformCase("two", "!cp {a} $b", "\(shell).system('%s%s' % ((a),(b),))"),
    TransformCase("no expression", "!awk '{print $1}' f", "\(shell).system()"),
    TransformCase("one of two is none", "!echo $x {y z}", "\(shell).system()"),
    TransformCase("unpaired brace", "!echo $x }", "\(shell).system()"),
    TransformCase("escapes", "!echo {{x}} $$y '$z'", "\(shell).system()"),
    TransformCase("JSON", #"!curl -d '{"a": 1}' $x"#, "\(shell).system()"),
    TransformCase(
      "continued", "x = !echo \\\n  {a} \\\n  {b}\ny",
      "x = \(shell).getoutput('%s%s' % ((a),(b),))\n\n\ny"),
    TransformCase(
      "continued inside of an expression", "!echo {a + \\\n b}",
      "\(shell).system('%s' % ((a +   b),))\n"),
    TransformCase("unpaired quote and bracket", "!echo it's (\nx = 1", "\(shell).system()\nx = 1"),
  ])
  func commands(_ c: TransformCase) throws { try check(c) }

  @Test(arguments: [
    TransformCase("help", "foo.bar?", "foo.bar"),
    TransformCase("detailed help", "foo[0]??", "foo[0]"),
    TransformCase("help in front", "?foo", "foo"),
    TransformCase("help with a wildcard", "np.lin*.a*?", "np"),
    TransformCase("help for a pattern", "a*?", "pass"),
    TransformCase("help for a magic", "%time?", "pass"),
    TransformCase("help for a cell magic", "%%time??", "pass"),
    TransformCase("help for a keyword", "if?", "pass"),
    TransformCase("help at an assignment", "a = b?", "b"),
    TransformCase("general help", "?", "\(shell).show_usage()"),
    TransformCase("call", "/f 1 x", "f(1, x)"),
    TransformCase("quoting call", ",f a  b", "f(\"a\", \"b\")"),
    TransformCase("call that quotes all", ";f a  b", "f(\"a  b\")"),
    TransformCase("Python prompts", ">>> if a:\n...     !ls\n", "if a:\n    \(shell).system()\n"),
    TransformCase(
      "IPython prompts", "In [1]: if a:\n   ...:     !ls\n", "if a:\n    \(shell).system()\n"),
    TransformCase("common indent", "\n  a = 1\n  !ls", "\na = 1\n\(shell).system()"),
    TransformCase("in a string", "x = '''\n!ls\n'''\n!ls", "x = '''\n!ls\n'''\n\(shell).system()"),
    TransformCase("in a comment", "# !ls\nx # %a\n!ls", "# !ls\nx # %a\n\(shell).system()"),
    TransformCase(
      "modulo", "x = (a\n% b)\ny = a % b\n!ls", "x = (a\n% b)\ny = a % b\n\(shell).system()"),
    TransformCase("CRLF", "!ls\r\nx = !a\r\n", "\(shell).system()\r\nx = \(shell).getoutput()\r\n"),
  ])
  func otherForms(_ c: TransformCase) throws { try check(c) }

  @Test(arguments: [
    TransformCase("environment", "%env A=$b", "\(shell).run_line_magic('env', '%s' % ((b),))"),
    TransformCase("unknown", "%foo $a b", "\(shell).run_line_magic('foo', '%s' % ((a),))"),
    TransformCase("assigned", "a.b = %foo c", "a.b = \(shell).run_line_magic('foo')"),
    TransformCase(
      "store", "%store x y", "\(shell).run_line_magic('store', '%s%s' % ((x),(y),))"),
    TransformCase("restore", "%store -r x y", "x = y = \(shell).run_line_magic('store')"),
    TransformCase("forget", "%store -d x", "\(shell).run_line_magic('store')"),
    TransformCase("delete", "%xdel x", "del x"),
    TransformCase("import", "%aimport a.b, -c", "import a.b"),
    TransformCase("shell assignment", "%sc -l x=ls", "x = \(shell).run_line_magic('sc')"),
    TransformCase("query", "%sql x << select 1", "x = \(shell).run_line_magic('sql')"),
    TransformCase(
      "R", "%R -i a,b -o c f()", "c = \(shell).run_line_magic('R', '%s%s' % ((a),(b),))"),
    TransformCase("help magic", "%pinfo a.b", "\(shell).run_line_magic('pinfo', '%s' % ((a.b),))"),
    TransformCase("automagic", "pip install $x", "\(shell).run_line_magic('pip', '%s' % ((x),))"),
  ])
  func lineMagics(_ c: TransformCase) throws { try check(c) }

  @Test(arguments: [
    TransformCase("time", "%%time\nx = 1\n", "\nx = 1\n"),
    TransformCase("below blank lines", "\n\n%%time\nx = 1", "\n\n\nx = 1"),
    TransformCase(
      "below a comment", "# c\n%%time\nx = 1", "# c\n\(shell).run_line_magic('%time')\nx = 1"),
    TransformCase(
      "capture", "%%capture out\n!ls\n",
      "\n\(shell).system()\nout = \(shell).run_cell_magic('capture')\n"),
    TransformCase("capture without a name", "%%capture --no-stderr\nx = 1", "\nx = 1"),
    TransformCase(
      "nested", "%%capture o\n%%time\nx = 1",
      "\n\nx = 1\no = \(shell).run_cell_magic('capture')\n"),
    TransformCase("prun with a statement", "%%prun -q x = 1\ny", "x = 1\ny"),
    TransformCase(
      "timeit", "%%timeit -n 3 a = 1\nif a:\n  s = '''\nt'''\n",
      "def __ipython_timeit__():\n a = 1\n if a:\n   s = '''\nt'''\n__ipython_timeit__()\n"),
    TransformCase(
      "timeit, empty", "%%timeit\n# c",
      "def __ipython_timeit__(): pass\n# c\n__ipython_timeit__()\n"),
    TransformCase(
      "timeit of nothing", "%%timeit\n%%time\n",
      "def __ipython_timeit__():\n pass\n\n__ipython_timeit__()\n"),
    TransformCase(
      "script", "%%bash -s $x --out o --err e\nls {\n",
      "o = e = \(shell).run_cell_magic('bash', '%s' % ((x),))\n\n"),
    TransformCase(
      "shell", "%%!\nls $x\n'\n",
      "\(shell).run_cell_magic('!')\n\(shell).getoutput('%s' % ((x),))\n\n"),
    TransformCase("text", "%%html\n<b>{x}</b>", "\(shell).run_cell_magic('html')\n"),
    TransformCase("file", "%%writefile a.py\nimport b", "\(shell).run_cell_magic('writefile')\n"),
    TransformCase("unknown", "%%foo --out x\n1 2", "x = \(shell).run_cell_magic('foo')\n"),
    TransformCase("query", "%%sql x <<\nselect", "x = \(shell).run_cell_magic('sql')\n"),
  ])
  func cellMagics(_ c: TransformCase) throws { try check(c) }

  /// Repetition makes neither the stack nor the output grow without bounds.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["%%time\n", "%time ", "%timeit ", "!ls (\n", "x = !ls \\\n", "(", "!{("])
  func bearsRepetition(_ piece: String) {
    let source = String(repeating: piece, count: 3_000)
    #expect(IPythonTransform(source).python.utf8.count < 8 * source.utf8.count)
  }

  /// What isn't IPython's comes out as it is, for the parser to complain.
  @Test(arguments: [
    "f(!ls)", "x = y = !ls", "x = %%foo", "print 'a'", "x; !ls", "x += !ls", "foo ?", "a ? b",
    "x = '''\n!ls", "x = (a,\n!ls)", "x = rf'\\'\n", "[\n%a\n]",
  ])
  func leavesAlone(_ source: String) {
    let transform = IPythonTransform(source)
    #expect(transform.python == source)
    #expect(transform.actions.isEmpty)
  }
}

/// Compares, and asks CPython whether the result is Python.
private func check(_ c: TransformCase) throws {
  let python = IPythonTransform(c.source).python
  #expect(python == c.python)
  try PythonRuntime.shared.run { _ = try $0.parse(python, symbols: SymbolTable()).get() }
}
