import Testing

@testable import KaleAnalysis

@Suite struct IPythonActionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var construct: IPythonAction.Construct
    var effects: [IPythonEffect]
    var testDescription: String { source }

    init(_ source: String, _ construct: IPythonAction.Construct, _ effects: IPythonEffect...) {
      (self.source, self.construct, self.effects) = (source, construct, effects)
    }
  }

  @Test(arguments: [
    Case("!ls", .system, .runsProgram),
    Case("x = !ls", .system, .runsProgram),
    Case("foo?", .help),
    Case("/f x", .call),
    Case("%time x", .lineMagic("time")),
    Case("%cd data", .lineMagic("cd"), .changesDirectory),
    Case("cd data", .lineMagic("cd"), .changesDirectory),
    Case("%env", .lineMagic("env")),
    Case("%env A=1", .lineMagic("env"), .changesEnvironment),
    Case(
      "%run a.py", .lineMagic("run"),
      .runsFile(IPythonScript(path: "a.py", hasOwnNamespace: true))),
    Case(
      "%run -i 'a b.py'", .lineMagic("run"),
      .runsFile(IPythonScript(path: "a b.py", hasOwnNamespace: false))),
    Case(
      "%run -ti -N 2 a -m -i", .lineMagic("run"),
      .runsFile(IPythonScript(path: "a", hasOwnNamespace: false))),
    Case(
      "%run -n a.py -i", .lineMagic("run"),
      .runsFile(IPythonScript(path: "a.py", hasOwnNamespace: true))),
    Case(
      "%run ../a.ipynb x", .lineMagic("run"),
      .runsFile(IPythonScript(path: "../a.ipynb", hasOwnNamespace: false))),
    Case("%run {x}.ipynb", .lineMagic("run"), .runsFile(nil)),
    Case("%run -m a", .lineMagic("run"), .runsFile(nil)),
    Case("%run", .lineMagic("run"), .runsFile(nil)),
    Case("%store -r", .lineMagic("store"), .bindsUnknown),
    Case("%store -r x", .lineMagic("store")),
    Case("%store x > a.txt", .lineMagic("store"), .writesFile("a.txt")),
    Case("%reset -f", .lineMagic("reset"), .deletesUnknown),
    Case("%pylab inline", .lineMagic("pylab"), .changesSession),
    Case("x = %pylab", .lineMagic("pylab"), .changesSession, .bindsUnknown),
    Case("%load_ext foo", .lineMagic("load_ext"), .changesSession),
    Case("%foo", .lineMagic("foo"), .unknownMagic),
    Case("x = %time y = 1", .lineMagic("time"), .readsUnknown, .bindsUnknown),
    Case("%%bash\nls", .cellMagic("bash"), .runsProgram),
    Case("%%writefile -a a.py\nx", .cellMagic("writefile"), .writesFile("a.py")),
    Case("%%writefile {d}/a.py\nx", .cellMagic("writefile"), .writesFile(nil)),
    Case("%%foo\nx", .cellMagic("foo"), .unknownMagic),
  ])
  func tells(_ c: Case) {
    let actions = IPythonTransform(c.source).actions
    #expect(actions.map(\.construct) == [c.construct])
    #expect(actions.map(\.effects) == [c.effects])
  }

  @Test func listsActionsWhereTheyStand() {
    let actions = IPythonTransform("%%time\nif a:\n  x = !ls \\\n    b\ny?").actions
    #expect(actions.map(\.construct) == [.cellMagic("time"), .system, .help])
    #expect(
      actions.map { "\($0.range.start.line):\($0.range.start.column)" } == ["1:0", "3:6", "5:0"])
    #expect(actions.map { "\($0.range.end.line):\($0.range.end.column)" } == ["5:2", "4:5", "5:2"])
  }

  @Test func marksReadsThatMayFail() {
    let transform = IPythonTransform("!echo $a {b}\nc?\nd")
    let lines = transform.python.split(separator: "\n")
    let read = transform.lenientReads.map { range in
      let line = lines[range.start.line - 1].utf8
      return String(
        decoding: line.dropFirst(range.start.column).prefix(
          range.end.column - range.start.column), as: UTF8.self)
    }
    #expect(read == ["a", "b", "c"])
  }
}
