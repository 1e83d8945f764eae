import FoundationEssentials
import Testing

@testable import KaleAnalysis

@Suite struct NotebookReaderTests {
  private func decode(_ json: String) throws -> Notebook {
    try NotebookReader.decode(data: Data(json.utf8), path: "nb.ipynb")
  }

  @Test func decodesVersion4() throws {
    let notebook = try decode(
      #"""
      {
       "cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# Title\n", "text"]},
        {"cell_type": "code", "execution_count": 1, "metadata": {"tags": ["block:a", "prev:b"]},
         "outputs": [{"data": {"application/json": {"loss": NaN, "tags": ["x"]}}}],
         "source": "x = 1"},
        {"cell_type": "raw", "metadata": {"tags": null}, "source": []}
       ],
       "metadata": {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "kubeflow_notebook": {"pipeline_name": "p"},
        "language_info": {"name": "python", "version": "3.11.7"}
       },
       "nbformat": 4, "nbformat_minor": 5
      }
      """#)
    #expect(notebook.format == Notebook.Format(major: 4, minor: 5))
    #expect(notebook.language == "python")
    #expect(notebook.kernel == KernelVersion(major: 3, minor: 11))
    #expect(notebook.pipelineMetadata == .object(["pipeline_name": .string("p")]))
    #expect(notebook.cells.map(\.kind) == [.markdown, .code, .raw])
    #expect(notebook.cells.map(\.index) == [0, 1, 2])
    #expect(notebook.cells.map(\.source) == ["# Title\ntext", "x = 1", ""])
    #expect(notebook.cells.map(\.tags) == [[], ["block:a", "prev:b"], []])
  }

  @Test func decodesVersion3() throws {
    let notebook = try decode(
      #"""
      {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [
        {"cells": [
          {"cell_type": "heading", "level": 2, "metadata": {}, "source": ["Load"]},
          {"cell_type": "code", "collapsed": false, "input": ["a = 1\n", "b = 2"],
           "language": "python", "metadata": {"tags": ["imports"]}, "outputs": [],
           "prompt_number": 1}],
         "metadata": {}},
        {"cells": [{"cell_type": "html", "metadata": {}, "source": "<b>"}]}]}
      """#)
    #expect(notebook.format.major == 3)
    #expect(notebook.cells.map(\.kind) == [.markdown, .code, .markdown])
    #expect(notebook.cells.map(\.source) == ["## Load", "a = 1\nb = 2", "<b>"])
    #expect(notebook.cells[1].tags == ["imports"])
  }

  @Test func toleratesAByteOrderMark() throws {
    let notebook = try decode("\u{FEFF}" + #"{"cells": [], "nbformat": 4, "nbformat_minor": 2}"#)
    #expect(notebook.cells.isEmpty)
  }

  @Test func takesTheMetadataKeyAsPublished() throws {
    let notebook = try decode(
      #"{"cells": [], "metadata": {"kubeflow_noteobok": {"a": 1}}, "nbformat": 4}"#)
    #expect(notebook.pipelineMetadata == .object(["a": .integer(1)]))
    #expect(notebook.pipelineMetadataKey == "kubeflow_noteobok")
  }

  @Test(arguments: [true, false]) func prefersTheRightMetadataKey(isFirst: Bool) throws {
    let members = [#""kubeflow_notebook": 1"#, #""kubeflow_noteobok": 2"#]
    let list = (isFirst ? members : members.reversed()).joined(separator: ", ")
    let notebook = try decode(#"{"cells": [], "metadata": {\#(list)}, "nbformat": 4}"#)
    #expect(notebook.pipelineMetadata == .integer(1))
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var name: String
    var json: String
    var id: Diagnostic.ID
    /// What the message must tell.
    var fact: String
    var cell: Int?
    var testDescription: String { name }
  }

  static func withCells(_ cells: String) -> String {
    #"{"cells": [\#(cells)], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}"#
  }

  static func withMetadata(_ metadata: String) -> String {
    #"{"cells": [], "metadata": \#(metadata), "nbformat": 4, "nbformat_minor": 4}"#
  }

  static let refusals = [
    Refusal(name: "empty", json: "", id: "notebook-empty", fact: "empty"),
    Refusal(name: "white space", json: "\n \n", id: "notebook-empty", fact: "empty"),
    Refusal(
      name: "syntax", json: "{\n \"é\": 1,\n \"é\" 2}", id: "notebook-not-json",
      fact: "line 3, column 6"),
    Refusal(name: "Python script", json: "import os\n", id: "notebook-not-json", fact: "line 1"),
    Refusal(name: "cut off", json: "{\n\"cells\": [", id: "notebook-not-json", fact: "too early"),
    Refusal(
      name: "merge conflict", json: "{\n<<<<<<< HEAD\n\"nbformat\": 4\n=======\n",
      id: "notebook-merge-conflict", fact: "line 2"),
    Refusal(
      name: "too deep",
      json: withCells(#"{"outputs": \#(String(repeating: "[", count: 600))"#),
      id: "notebook-not-json", fact: "512"),
    Refusal(name: "list", json: "[1]", id: "not-a-notebook", fact: "no object"),
    Refusal(name: "other JSON", json: #"{"a": 1}"#, id: "not-a-notebook", fact: "nbformat"),
    Refusal(
      name: "version is no number", json: #"{"nbformat": "4", "cells": []}"#, id: "not-a-notebook",
      fact: "a string"),
    Refusal(
      name: "no cells", json: #"{"nbformat": 4, "cells": {}}"#, id: "not-a-notebook",
      fact: "no list of cells"),
    Refusal(
      name: "no worksheets", json: #"{"nbformat": 3}"#, id: "not-a-notebook",
      fact: "no list of worksheets"),
    Refusal(
      name: "version 2", json: #"{"nbformat": 2, "worksheets": []}"#, id: "unsupported-nbformat",
      fact: "2"),
    Refusal(
      name: "version 5", json: #"{"nbformat": 5, "cells": []}"#, id: "unsupported-nbformat",
      fact: "5"),
    Refusal(
      name: "cell is no object",
      json: withCells(#"{"cell_type": "code", "source": ""}, 7"#), id: "malformed-cell",
      fact: "no object", cell: 1),
    Refusal(
      name: "cell without type", json: withCells(#"{"source": ""}"#), id: "malformed-cell",
      fact: "cell_type", cell: 0),
    Refusal(
      name: "cell of unknown type", json: withCells(#"{"cell_type": "heading", "source": ""}"#),
      id: "malformed-cell", fact: "heading", cell: 0),
    Refusal(
      name: "cell without source", json: withCells(#"{"cell_type": "code"}"#),
      id: "malformed-cell", fact: "no source", cell: 0),
    Refusal(
      name: "source is a number", json: withCells(#"{"cell_type": "code", "source": 3}"#),
      id: "malformed-cell", fact: "a number", cell: 0),
    Refusal(
      name: "line is null", json: withCells(#"{"cell_type": "code", "source": ["a", null]}"#),
      id: "malformed-cell", fact: "null", cell: 0),
    Refusal(
      name: "tags are a string",
      json: withCells(#"{"cell_type": "code", "source": "", "metadata": {"tags": "imports"}}"#),
      id: "malformed-cell", fact: "tags", cell: 0),
    Refusal(
      name: "tag is a number",
      json: withCells(#"{"cell_type": "code", "source": "", "metadata": {"tags": [1]}}"#),
      id: "malformed-cell", fact: "tags", cell: 0),
    Refusal(
      name: "R by kernel", json: withMetadata(#"{"kernelspec": {"language": "R", "name": "ir"}}"#),
      id: "unsupported-language", fact: "in R;"),
    Refusal(
      name: "R by the kernel's name only", json: withMetadata(#"{"kernelspec": {"name": "ir"}}"#),
      id: "unsupported-language", fact: "in R;"),
    Refusal(
      name: "Julia by language", json: withMetadata(#"{"language_info": {"name": "julia"}}"#),
      id: "unsupported-language", fact: "julia"),
    Refusal(
      name: "Julia in version 3",
      json: #"{"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": "", "#
        + #""language": "julia"}]}]}"#,
      id: "unsupported-language", fact: "julia"),
  ]

  @Test(arguments: refusals) func refuses(_ test: Refusal) throws {
    let error = #expect(throws: Diagnostic.self) { try decode(test.json) }
    let diagnostic = try #require(error)
    #expect(diagnostic.id == test.id)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.message.contains(test.fact), "\(diagnostic.message)")
    #expect(diagnostic.location.cell == test.cell)
    #expect(diagnostic.fix != nil)
  }

  @Test(arguments: ["python", "Python", "ipython", "python3"])
  func acceptsPythonByAnyName(_ name: String) throws {
    let notebook = try decode(Self.withMetadata(#"{"language_info": {"name": "\#(name)"}}"#))
    #expect(notebook.language == "python")
  }

  @Test func takesUnknownKernelsForPython() throws {
    let notebook = try decode(Self.withMetadata(#"{"kernelspec": {"name": "conda-env-x"}}"#))
    #expect(notebook.language == nil)
  }

  @Test func refusesBytesThatAreNoUTF8() {
    let data = Data(Array("{\n\"a\": \"".utf8) + [0xE9] + Array("\"}".utf8))
    let error = #expect(throws: Diagnostic.self) {
      try NotebookReader.decode(data: data, path: "nb.ipynb")
    }
    #expect(error?.id == "notebook-not-utf8")
    #expect(error?.message.contains("line 2") == true)
  }

  /// Neither a file that was cut off nor one with a damaged byte may do worse than to be refused.
  @Test func survivesDamage() {
    let bytes = Array(
      Self.withCells(
        #"{"cell_type": "code", "metadata": {"tags": ["a"]}, "source": ["\ud83d\ude00\n", "é"]}"#
      ).utf8)
    for length in bytes.indices {
      #expect(throws: Diagnostic.self, "\(length) bytes") {
        try NotebookReader.decode(data: Data(bytes[..<length]), path: "nb.ipynb")
      }
    }
    for index in bytes.indices {
      for byte: UInt8 in [0, 0x0A, 0x22, 0x2C, 0x5B, 0x5C, 0x7D, 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] = byte
        let result = Result { try NotebookReader.decode(data: Data(damaged), path: "nb.ipynb") }
        if case .success(let notebook) = result { #expect(notebook.cells.count <= 1) }
      }
    }
  }

  @Test func replacesLoneSurrogates() throws {
    let notebook = try decode(
      Self.withCells(#"{"cell_type": "code", "source": ["s = '\ud800'"]}"#))
    #expect(notebook.cells[0].source == "s = '\u{FFFD}'")
  }

  @Test func readsFiles() throws {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appending(path: "kale-\(UUID().uuidString).ipynb")
    try Data(Self.withCells(#"{"cell_type": "code", "source": "x"}"#).utf8)
      .write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let path = file.path(percentEncoded: false)
    let notebook = try NotebookReader.read(path: path)
    #expect(notebook.path == path)
    #expect(notebook.cells.map(\.source) == ["x"])

    let missing = #expect(throws: Diagnostic.self) { try NotebookReader.read(path: path + "x") }
    #expect(missing?.id == "notebook-not-found")
    let directory = #expect(throws: Diagnostic.self) {
      try NotebookReader.read(path: folder.path(percentEncoded: false))
    }
    #expect(directory?.id == "notebook-is-directory")
    let device = #expect(throws: Diagnostic.self) { try NotebookReader.read(path: "/dev/null") }
    #expect(device?.id == "notebook-empty")
  }

  @Test func tellsWhyAFileCannotBeRead() throws {
    let link = FileManager.default.temporaryDirectory
      .appending(path: "kale-\(UUID().uuidString).ipynb").path(percentEncoded: false)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: link)
    defer { try? FileManager.default.removeItem(atPath: link) }
    let error = #expect(throws: Diagnostic.self) { try NotebookReader.read(path: link) }
    #expect(error?.id == "notebook-unreadable")
    #expect(error?.message.contains("symbolic links") == true)
  }
}
