import Foundation
import Testing

@testable import KaleAnalysis

/// Holds our reading of a cell against the Python that IPython's own transformer makes of it.
///
/// Needs a Python before 3.12, whose `tokenize` still has error tokens, with IPython 8:
/// `KALE_TEST_PYTHON`, or `.venv/bin/python` in the package.
@Suite struct IPythonOracleTests {
  @Test(.enabled("no Python with IPython 8; set KALE_TEST_PYTHON") { IPythonOracle.find() != nil })
  func recognisesWhatIPythonDoes() throws {
    let oracle = try #require(IPythonOracle.find())
    let cells = Self.cells
    let ours = cells.map { IPythonCell($0).shellText }
    let differences = try oracle.differences(cells: cells, ours: ours)
    #expect(differences.isEmpty)
  }

  /// Every line alone, in a block, after other lines, below prompts, and the forms that only
  /// make sense in a cell.
  private static var cells: [String] {
    let embedded = lines.flatMap { line in
      [
        line, line + "\n", "if a:\n    \(line)\nb = 1", "s = '''\n\(line)\n'''\n\(line)\n",
        "\n\n  x = (1,\n\n   2)\n  \(line)\n  # c\n  \(line)", ">>> \(line)\n... y",
        "In [12]: \(line)\n    ...: y\n", "a = '\\''; b = \"#\" # it's?\n\(line)",
        "%%capture\n\(line)\n", "!echo it's\n\(line)\n", "x = {\n1: '}'}\n\(line)",
      ]
    }
    return embedded + wholeCells
  }

  private static let lines = [
    "%time y = f(x)", "%time", "%", "% time", "%%time", "%%time x", "%foo 'a' \"b\" \\n é",
    "!ls -l {a} $b", "!!ls", "!", "! ls", "!= 3", "!echo it's (", "x = !ls", "x, y = !ls",
    "x[0] = !ls", "x[{'a': 1}['a']] = !ls", "a.b = %m", "x: int = !ls", "x =!ls", "x=%m 1",
    "x = % m", "x = !!ls", "x = ! ls", "x = !=", "x = %%m", "x = %2", "x = y = !ls", "x += !ls",
    "x == !ls", "f(!ls)", "f(a=!ls)", "x; y = !ls", "if x: y = !ls", "if x: !ls", "x = \\\n  !ls",
    "x \\\n  = !ls", "x = !ls \\\n  -l \\\n  -a", "%m a \\\n  b", "!ls \\\n\n", "!ls \\",
    "foo?", "foo??", "foo???", "?foo", "??foo", "? foo", "?", "??", "foo ?", "foo? ",
    "foo? # why", "foo.bar[0][-1].baz?", "foo().bar?", "a.2b?", "1a?", "np.*load*?", "*?",
    "%timeit?", "%%time?", "%%time??", "!ls?", "a = b?", "what is this?", "it's what?",
    "x = !ls foo?", "é?", "/f 1 2", "/f", "/", "// x", ",f a  b", ",f", ",", ";f a  b", ";",
    "x = a % b", "x = 'a' '%m'", "x = f'{a!r}'", "x = rb'\\' # '", "@d", "x = 0xFF", "x = 1.5e-3",
    "lambda: x?", "x %= !ls", "!ls \u{A0}", "x = %m a\u{3000}", "%m é\u{A0}b", "a -> !ls",
    "\\\n !ls", "\\\n%m", "\\\n?a", "%time (\n)", "%timeit [\n]", "%time if x:\n  y", "(a := !ls)",
  ]

  private static let wholeCells = [
    "", "\n", "  \n \n", "x = 1", "%%time\nx = 1", "\n  \n%%time -a\n\nx = 'a'\n", "%%time",
    "%%time\n", "%%\nx", "%% time\nx", "  %%bash\n  ls\n    -l\n", "# c\n%%bash\nls",
    "%%bash --out a  \nls 'a' \"b\" \\n\t\u{1}é", ">>> %%time\n... x\n", "%%foo?\nx",
    "%%foo bar?\nx",
    "x = 'a\\\nb'\n!ls", "x = 'a\\\nb\n!ls", "x = '''a\n!ls", "(\n!ls\n", "x = )\n!ls",
    "[ins] In [1]: %time x\n    ...: y", "x\n>>> !ls", ">>>\n>>> !ls", "... a\n!ls", "!ls\n\n\n!ls",
    "!\"\"\"a?", "x = !'''a?\ny", "\u{A0}\n!ls", " \u{2003}\n\n%%m\n", "!ls \\\r\n  -l",
    "x = !ls \\\r\n  -l\r\ny", "!ls\r\nx = %m a\r\ny?\r\n", "%%bash\r\nls\r\n",
    "x = 'a\\\r\nb'\r\n!ls", "In [1]: x", "In [1]: x\n   ...: y", "()\n...", "  # c\nx = 1\n  y",
    "  # c\nx = '''\n  !ls\n'''", "x = '''\n>>> !ls\n'''", "if a:\n    \\\n  !ls",
    "In [1]: \\\nIn [2]: !ls",
    ">>> %%bash\n... ls\n>>> ", "%%bash\nls\r", "\t!ls\n\tx = %m\n",
    "if a:\n\tif b:\n\t\t!ls\n\tfoo?\n?foo", "\u{c}!ls",
  ]
}

/// IPython in a process of its own.
struct IPythonOracle {
  let python: URL

  /// The first Python of those the tests know that has the right IPython.
  static func find() -> IPythonOracle? { found }

  private static let found: IPythonOracle? = {
    let package = URL(filePath: #filePath).pathComponents.dropLast(5).dropFirst()
    let inPackage = "/" + package.joined(separator: "/") + "/.venv/bin/python"
    let candidates = [ProcessInfo.processInfo.environment["KALE_TEST_PYTHON"], inPackage]
    return candidates.compactMap { $0 }.map { IPythonOracle(python: URL(filePath: $0)) }
      .first { (try? $0.run(requirement, input: Data())) != nil }
  }()

  private static let requirement = """
    import sys, IPython
    sys.exit(IPython.version_info[0] != 8 or sys.version_info >= (3, 12))
    """

  /// The cells, each with both results, for which ours and IPython's are not the same Python.
  func differences(cells: [String], ours: [String]) throws -> [String] {
    let output = try run(Self.script, input: JSONEncoder().encode([cells, ours]))
    return try JSONDecoder().decode([String].self, from: output)
  }

  private struct Failure: Error { var status: Int32 }

  private func run(_ script: String, input: Data) throws -> Data {
    let process = Process()
    process.executableURL = python
    process.arguments = ["-W", "ignore", "-c", script]
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: input)
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return output
  }

  /// Two texts that don't parse count as the same: neither runs.
  private static let script = """
    import ast, json, sys
    from IPython.core.inputtransformer2 import TransformerManager

    def tree(text):
        try:
            return ast.dump(ast.parse(text))
        except SyntaxError:
            return None

    differences = []
    for cell, ours in zip(*json.load(sys.stdin)):
        try:
            theirs = TransformerManager().transform_cell(cell)
        except SyntaxError:
            continue
        if tree(theirs) != tree(ours):
            differences.append(f"{cell!r}: IPython {theirs!r}, ours {ours!r}")
    json.dump(differences, sys.stdout)
    """
}
