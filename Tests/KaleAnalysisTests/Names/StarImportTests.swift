import Foundation
import Testing

@testable import KaleAnalysis

@Suite struct StarImportTests {
  @Test func bindsTheNamesOfTheStandardLibrary() throws {
    let effects = try CellEffects.ofLast(["from math import *\nfrom os.path import *"])
    #expect(effects.dynamic.isEmpty)
    #expect(effects.starImports.isEmpty)
    #expect(effects.names["join"]?.exits == .bound)
    #expect(effects.names["join"]?.imports == ["from os.path import join"])
    #expect(effects.names["join"]?.starModule == "os.path")
    // Python 3.11 has it, 3.10 has not.
    #expect(effects.names["cbrt"]?.exits == [.untouched, .bound])
    #expect(effects.names["_path"] == nil)
  }

  @Test func hidesBuiltins() throws {
    let effects = try CellEffects.ofLast(["from math import *", "pow(2, 3)"])
    #expect(effects.outline == ["reads pow"])
  }

  @Test func staysOpenForOtherLibraries() throws {
    let effects = try CellEffects.ofLast(["from numpy import *"])
    #expect(effects.names["sum"]?.exits == .bound)
    #expect(effects.starImports == ["from numpy import *"])
    #expect(effects.dynamic.map(\.kind) == [.bindsUnknown])
  }

  @Test func leadsNamesBackToTheirOrigin() throws {
    let cells = ["from pylab import *\na = zeros(3)", "add.at(a, [0], 1)"]
    #expect(try CellEffects.ofLast(cells).outline == ["mutates a", "reads a", "reads add"])
  }

  @Test func knowsWhatPylabBinds() throws {
    let cell = "%pylab inline\na = array([1])\nplot(a)"
    let effects = try CellEffects.ofLast([cell])
    #expect(effects.names["array"]?.imports == ["from numpy import array"])
    #expect(effects.names["figsize"]?.exits == .bound)
    #expect(effects.starImports == ["from matplotlib.pylab import *", "from numpy import *"])
    #expect(
      try CellEffects.ofLast([cell, "title(add.at(a, [0], 1))"]).outline
        == ["mutates a", "reads a", "reads add", "reads title"])
    let few = try CellEffects.ofLast(["if len([1]):\n    %pylab --no-import-all"])
    #expect(few.names["np"]?.exits == [.untouched, .bound])
    #expect(few.names["plt"]?.imports == ["import matplotlib.pyplot as plt"])
    #expect(few.dynamic.isEmpty && few.names["array"] == nil)
  }

  @Test(arguments: [
    ("from helpers import *\nx", ["reads? x", "? 1:0 binds-unknown from helpers import *"]),
    ("x\nfrom helpers import *", ["reads x", "? 2:0 binds-unknown from helpers import *"]),
    ("from .a import *", ["? 1:0 binds-unknown from .a import *"]),
  ])
  func mayBindAnyNameOfAnUnknownModule(cell: String, outline: [String]) throws {
    #expect(try CellEffects.ofLast([cell]).outline == Set(outline))
  }

  @Test func prefersWhatAnInterpreterSays() {
    var imports = StarImports(
      table: """
        m: a b?
          c=n.d
        o+: e
        """)
    let names = imports.module("m")?.names
    #expect(
      names == [
        .init(name: "a", path: "m.a"), .init(name: "b", path: "m.b", isCertain: false),
        .init(name: "c", path: "n.d"),
      ])
    #expect(imports.module("m")?.isOpen == false)
    #expect(imports.module("o")?.isOpen == true)
    #expect(imports.module("p") == nil)
    imports.add(["o": ["f": "o.f"]])
    #expect(imports.module("o")?.names == [.init(name: "f", path: "o.f")])
    #expect(imports.module("o")?.isOpen == false)
  }

  @Test func asksForEachModuleOnce() throws {
    var options = AnalysisOptions()
    options.askForExports = { modules in
      #expect(modules == ["helpers", "math"])
      return ["helpers": ["helped": "helpers.helped"]]
    }
    let notebook = WrittenNotebook(
      """
      #% block:a
      from helpers import *
      def f():
        from math import floor
      from math import *
      from .own import *
      #% block:b prev:a
      from helpers import *
      print(helped, floor)
      """)
    let result = try NotebookCompiler.compile(.tagged(notebook.cells), options: options)
    #expect(result.diagnostics.filter { $0.severity != .note }.isEmpty)
    #expect(result.diagnostics.filter { $0.id == "star-import" }.count == 1)
  }
}
