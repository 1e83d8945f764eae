import Testing

@testable import KaleAnalysis

/// A notebook, and its `file-crosses-steps` warnings as `CELL PATH <- CELL`, the reading cell first.
struct FileFlowCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var mountPoints: [String]
  var cells: [TaggedCode]
  var crossings: [String]

  init(
    _ name: String, volumes mountPoints: [String] = [], _ cells: [(String, String)],
    crossings: [String]
  ) {
    testDescription = name
    self.mountPoints = mountPoints
    self.cells = cells.map { TaggedCode($0.0, $0.1) }
    self.crossings = crossings
  }

  var notebook: Notebook {
    let volumes = mountPoints.enumerated().map { index, path in
      JSONValue.object([
        "type": .string("pvc"), "name": .string("v\(index)"), "mount_point": .string(path),
      ])
    }
    return .tagged(
      cells, metadata: .object(["pipeline_name": .string("p"), "volumes": .array(volumes)]))
  }
}

@Suite struct FileFlowTests {
  static let write = ("block:a", "open('x.csv', 'w')")
  static let read = ("block:b prev:a", "open('x.csv')")

  static let cases: [FileFlowCase] = [
    FileFlowCase("written, then read by another step", [write, read], crossings: ["1 x.csv <- 0"]),
    FileFlowCase(
      "two ways to write one path", [write, ("block:b prev:a", "open('./d/../x.csv')")],
      crossings: ["1 x.csv <- 0"]),
    FileFlowCase("within one step", [write, ("", "open('x.csv')")], crossings: []),
    FileFlowCase("read only", [("block:a", "open('x.csv')"), read], crossings: []),
    FileFlowCase(
      "written further down",
      [("block:b", "open('x.csv')"), ("block:a prev:b", "open('x.csv', 'w')")],
      crossings: []),
    FileFlowCase(
      "written anew before it is read",
      [write, ("block:b prev:a", "open('x.csv', 'w')\nopen('x.csv')")], crossings: []),
    FileFlowCase(
      "written anew after it is read",
      [write, ("block:b prev:a", "open('x.csv')\nopen('x.csv', 'w')")],
      crossings: ["1 x.csv <- 0"]),
    FileFlowCase(
      "read and changed in one", [write, ("block:b prev:a", "open('x.csv', 'r+')")],
      crossings: ["1 x.csv <- 0"]),
    FileFlowCase(
      "read twice by a step", [write, read, ("", "open('x.csv')")], crossings: ["1 x.csv <- 0"]),
    FileFlowCase(
      "read by two steps", [write, read, ("block:c prev:a", "open('x.csv')")],
      crossings: ["1 x.csv <- 0", "2 x.csv <- 0"]),
    FileFlowCase(
      "the last writer counts",
      [write, ("block:c prev:a", "open('x.csv', 'w')"), ("block:b prev:c", "open('x.csv')")],
      crossings: ["2 x.csv <- 1"]),
    FileFlowCase(
      "below a folder that is filled",
      [
        ("block:a", "import shutil\nshutil.unpack_archive('a.zip', 'data')"),
        ("block:b prev:a", "open('data/x.csv')\nopen('database')"),
      ], crossings: ["1 data/x.csv <- 0"]),
    FileFlowCase(
      "a folder in which something has been written",
      [
        ("block:a", "open('data/x.csv', 'w')\nopen('data/y/z.csv', 'w')"),
        ("block:b prev:a", "import os\nos.listdir('data')\nos.listdir('data/x')\nos.walk('da')"),
        ("block:c prev:a", "import glob\nglob.glob('data/*/?.csv')\nglob.glob('data/x.csv')"),
        (
          "block:d prev:a",
          "from pathlib import Path\nopen('data/d', 'w')\nlist(Path('data').iterdir())"
        ),
      ], crossings: ["1 data <- 0", "2 data <- 0", "2 data/x.csv <- 0", "3 data <- 0"]),
    FileFlowCase(
      "files that are looked for",
      [
        ("block:a", "!tar xf a.tar -C data\nopen('a', 'w')"),
        ("block:b prev:a", "import os\nos.path.exists('data') and os.path.isfile('a')"),
        ("block:c prev:a", "import glob\nglob.glob('*.csv')\nglob.glob('/*.csv')"),
      ], crossings: ["1 data <- 0", "1 a <- 0", "2 . <- 0"]),
    FileFlowCase(
      "below a folder that is made",
      [("block:a", "import os\nos.makedirs('d')"), ("block:b prev:a", "open('d/x.csv')")],
      crossings: []),
    FileFlowCase(
      "on a volume", volumes: ["/data/"],
      [("block:a", "open('/data/x', 'w')"), ("block:b prev:a", "open('/data//x')")], crossings: []),
    FileFlowCase(
      "beside a volume", volumes: ["/data"],
      [("block:a", "open('/database/x', 'w')"), ("block:b prev:a", "open('/database/x')")],
      crossings: ["1 /database/x <- 0"]),
    FileFlowCase(
      "a relative path is on no volume", volumes: ["/x.csv"], [write, read],
      crossings: ["1 x.csv <- 0"]),
    FileFlowCase(
      "written at the beginning of every step",
      [("functions", "open('x.csv', 'w')"), ("block:a", "pass"), read], crossings: []),
    FileFlowCase(
      "written by a function that another step calls",
      [
        ("functions", "def save(n):\n    open(f'{n}.csv', 'w')"), ("block:a", "save('x')"), read,
      ], crossings: ["2 x.csv <- 1"]),
    FileFlowCase(
      "by a path that is a parameter",
      [
        ("pipeline-parameters", "out = 'x.csv'"), ("block:a", "open(out, 'w')"),
        ("block:b prev:a", "open(out)"),
      ], crossings: ["2 x.csv <- 1"]),
    FileFlowCase(
      "a module that a magic writes",
      [("block:a", "%%writefile m.py\nx = 1"), ("block:b prev:a", "%run m.py")],
      crossings: ["1 m.py <- 0"]),
    FileFlowCase(
      "a module that another step imports",
      [
        ("block:a", "%%writefile m.py\nx = 1"), ("block:b prev:a", "import m"),
        ("block:c prev:a", "def f():\n    from m import x"),
      ],
      crossings: ["1 m.py <- 0", "2 m.py <- 0"]),
    FileFlowCase(
      "a module of which another step uses what has been imported",
      [
        ("block:a", "%%writefile m.py\nx = 1"), ("", "import m as n"),
        ("block:b prev:a", "print(n.x)"),
      ],
      crossings: ["2 m.py <- 0"]),
    FileFlowCase(
      "a package that another step imports",
      [("block:a", "open('src/p/q.py', 'w')"), ("block:b prev:a", "import numpy, p.q as r")],
      crossings: ["1 src/p/q.py <- 0"]),
    FileFlowCase(
      "an extension that another step loads",
      [("block:a", "%%writefile m.py\nx = 1"), ("block:b prev:a", "%load_ext m")],
      crossings: ["1 m.py <- 0"]),
    FileFlowCase(
      "a module that the step imports itself, others, and one that is written later",
      [
        ("block:a", "%%writefile m.py\nx = 1"), ("", "import m"),
        ("block:b prev:a", "import mm, a.m, n"), ("block:c prev:b", "open('n.py', 'w')"),
      ], crossings: []),
    FileFlowCase(
      "a profile", [("block:a", "%prun -q -T p.txt len([])"), ("block:b prev:a", "open('p.txt')")],
      crossings: ["1 p.txt <- 0"]),
    FileFlowCase(
      "an untagged notebook", [("", "open('x', 'w')"), ("", "open('x')")], crossings: []),
  ]

  @Test(arguments: cases)
  func findsCrossings(of one: FileFlowCase) throws {
    let found = try NotebookCompiler.compile(one.notebook).diagnostics
      .filter { $0.id == "file-crosses-steps" }
    let seen = found.map { diagnostic in
      let path = diagnostic.message.split(separator: "'")[3]
      let writer = diagnostic.notes[0].location?.cell ?? -1
      return "\(diagnostic.location.cell ?? -1) \(path) <- \(writer)"
    }
    #expect(seen == one.crossings)
    #expect(found.allSatisfy { $0.severity == .warning && $0.fix != nil })
  }

  @Test(
    arguments: [
      ([("block:a", "%run t.py\n%run t.py"), ("block:b", "%run t.py")], ["0 a", "1 b"]),
      ([("imports", "%run t.py"), ("block:a", "%run t.py")], ["0 every", "1 a"]),
      ([("block:a", "%%writefile t.py\nx = 1"), ("", "%run t.py")], []),
      ([("functions", "open('t.py', 'w')"), ("block:a", "%run t.py")], []),
      ([("block:a", "%run /v/t.py"), ("block:b", "%run /w/t.py")], ["1 b"]),
      ([("block:a", "open('t.py')"), ("block:b prev:a", "pass")], []),
    ] as [([(String, String)], [String])])
  func findsScriptsThatDoNotTravel(cells: [(String, String)], scripts: [String]) throws {
    let notebook = FileFlowCase("", volumes: ["/v"], cells, crossings: []).notebook
    let found = try NotebookCompiler.compile(notebook).diagnostics
      .filter { $0.id == "script-not-shipped" }
    let seen = found.map { diagnostic in
      let owner =
        diagnostic.message.contains("every step")
        ? "every" : diagnostic.message.split(separator: "'")[1]
      return "\(diagnostic.location.cell ?? -1) \(owner)"
    }
    #expect(seen == scripts)
  }

  @Test(
    arguments: [
      ([("block:a", "%%writefile m.py\nx = 1"), ("imports", "import m")], ["1 'm.py' 'a'"]),
      ([("block:a", "open('x', 'w')"), ("functions", "open('x')\nopen('x')")], ["1 'x' 'a'"]),
      ([("imports", "%%writefile m.py\nx = 1"), ("imports", "import m"), ("block:a", "m")], []),
      ([("imports", "open('x')"), ("block:a", "open('x', 'w')")], []),
      ([("block:a", "open('/v/x', 'w')"), ("imports", "open('/v/x')")], []),
    ] as [([(String, String)], [String])])
  func findsWhatIsReadAtTheBeginning(cells: [(String, String)], files: [String]) throws {
    let notebook = FileFlowCase("", volumes: ["/v"], cells, crossings: []).notebook
    let found = try NotebookCompiler.compile(notebook).diagnostics
      .filter { $0.id == "file-crosses-steps" }
    let seen = found.map { diagnostic in
      let words = diagnostic.message.split(separator: "'")
      return "\(diagnostic.location.cell ?? -1) '\(words[1])' '\(words[3])'"
    }
    #expect(seen == files)
  }

  @Test func saysWhereAndWhatToDo() throws {
    let notebook = Notebook.tagged([
      TaggedCode("block:a", "open('x.csv', 'w')"), TaggedCode("block:b", "y = open('x.csv')"),
    ])
    let result = try NotebookCompiler.compile(notebook)
    let diagnostic = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(
      diagnostic.message
        == "step 'b' reads the file 'x.csv', which step 'a' writes: on a cluster each step has files "
        + "of its own")
    #expect(diagnostic.location.range?.start == SourcePosition(line: 1, column: 4))
    #expect(
      diagnostic.notes.map(\.message) == [
        "step 'a' writes it here",
        "step 'b' does not depend on step 'a': it may run before the file is there",
      ])
    #expect(result.pipeline != nil)
  }
}
