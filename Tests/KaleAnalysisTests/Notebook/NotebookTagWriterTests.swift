import Foundation
import Testing

@testable import KaleAnalysis

/// Tags are changed in the file's own layout, and nothing else is.
@Suite struct NotebookTagWriterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// `«OLD|NEW»` marks what is changed, and to what.
    var file: String
    /// Of the first code cells.
    var tags: [[String]]
    /// Line ends in the file; the text above has LF.
    var lineEnd: String

    init(_ name: String, _ file: String, _ tags: [[String]], lineEnd: String = "\n") {
      testDescription = name
      self.file = file
      self.tags = tags
      self.lineEnd = lineEnd
    }

    private func text(_ side: KeyPath<(Substring, Substring), Substring>) -> String {
      var text = ""
      for part in file.split(separator: "«", omittingEmptySubsequences: false) {
        guard let end = part.firstIndex(of: "»"), let bar = part.firstIndex(of: "|") else {
          text += part
          continue
        }
        text += (part[..<bar], part[part.index(after: bar)..<end])[keyPath: side]
        text += part[part.index(after: end)...]
      }
      return text.replacing("\n", with: lineEnd)
    }

    var before: [UInt8] { Array(text(\.0).utf8) }
    var after: [UInt8] { Array(text(\.1).utf8) }
  }

  static let cases = [
    Case(
      "Jupyter's layout, a tag more",
      """
      {
       "cells": [
        {
         "cell_type": "code",
         "execution_count": 3,
         "metadata": {
          "tags": [
           "block:caf\\u00e9"«|,
           "prev:a"»
          ]
         },
         "outputs": [{"text": "tags: [1]"}],
         "source": ["x = 1\\n", "y = 2"]
        }
       ],
       "metadata": {"b": 1, "a": 1.50, "unicode": "\\u00e4 ä"},
       "nbformat": 4,
       "nbformat_minor": 5
      }

      """, [["block:café", "prev:a"]]),
    Case(
      "no tags among other metadata",
      """
      {
        "nbformat": 4, "nbformat_minor": 2, "metadata": {},
        "cells": [
          {
            "metadata": {
              "collapsed": false«|,
              "tags": [
                "block:a",
                "prev:b"
              ]»
            },
            "cell_type": "code", "source": ""
          }
        ]
      }
      """, [["block:a", "prev:b"]]),
    Case(
      "empty metadata, lines that end in CR LF",
      """
      {"cells": [
      \t{
      \t\t"cell_type": "code",
      \t\t"metadata": «{}|{
      \t\t\t"tags": [
      \t\t\t\t"skip"
      \t\t\t]
      \t\t}»,
      \t\t"source": "a"
      \t}
      ], "nbformat": 4, "metadata": null}

      """, [["skip"]], lineEnd: "\r\n"),
    Case(
      "no metadata at all",
      """
      {"nbformat": 4, "cells": [
        {«|
          "metadata": {
            "tags": [
              "a"
            ]
          },»
          "cell_type": "code", "source": "x"}]}
      """, [["a"]]),
    Case(
      "all on one line, without spaces",
      """
      {"cells":[{«|"metadata":{"tags":["a","b"]},»"cell_type":"code","source":""},\
      {"cell_type":"code","metadata":«{}|{"tags":["c"]}»,"source":""},\
      {"cell_type":"code","metadata":{"x":1«|,"tags":["d"]»},"source":""},\
      {"cell_type":"code","metadata":{"tags":["e"«|,"f"»]},"source":""}],"nbformat":4}
      """, [["a", "b"], ["c"], ["d"], ["e", "f"]]),
    Case(
      "all on one line, with spaces",
      """
      {"cells": [{«|"metadata": {"tags": ["a", "b"]}, »"cell_type": "code", "source": ""}, \
      {"cell_type": "code", "metadata": {"x": 1«|, "tags": ["d"]»}, "source": ""}], "nbformat": 4}
      """, [["a", "b"], ["d"]]),
    Case(
      "metadata on the line of its key",
      """
      {
        "cells": [
          {
            "cell_type": "code",
            "metadata": {"x": 1«|, "tags": ["d", "e"]»},
            "source": ""
          },
          {
            "cell_type": "code",
            "metadata": {"tags": [ "x", «"y"|"z", "\\"q\\\\"» ]},
            "source": ""
          },
          {
            "cell_type": "code",
            "metadata": {"tags": «[]|["d"]»},
            "source": ""
          }
        ],
        "nbformat": 4
      }
      """, [["d", "e"], ["x", "z", "\"q\\"], ["d"]]),
    Case(
      "tags that go",
      """
      {"nbformat": 4, "cells": [
       {"cell_type": "code", "source": "", "metadata": {"tags": [«"a", |»"b"]}},
       {"cell_type": "code", "source": "", "metadata": {"tags": [«"a", "b"|»]}},
       {"cell_type": "code", "source": "", "metadata": {}},
       {"cell_type": "code", "source": "", "metadata": null}
      ]}
      """, [["b"], [], [], []]),
    Case(
      "an empty list, and metadata that are null",
      """
      {"nbformat": 4, "cells": [
       {
        "metadata": {
         "tags": «[]|[
          "a"
         ]»
        },
        "cell_type": "code", "source": ""
       },
       {
        "metadata": «null|{
         "tags": [
          "b"
         ]
        }»,
        "cell_type": "code", "source": ""
       }
      ]}
      """, [["a"], ["b"]]),
    Case(
      "the last of keys that stand twice",
      """
      {"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "metadata": {"tags": ["x"]}, \
      "metadata": {"tags": [], "tags": «[]|["a"]»}}]}
      """, [["a"]]),
    Case(
      "worksheets of nbformat 3",
      """
      {
       "nbformat": 3,
       "worksheets": [
        {
         "cells": [
          {
           "cell_type": "code",
           "input": [
            "x"
           ],
           "metadata": «{}|{
            "tags": [
             "a"
            ]
           }»
          }
         ]
        },
        {"cells": [{"cell_type": "code", "input": "", "metadata": «{}|{"tags": ["b"]}»}]}
       ]
      }
      """, [["a"], ["b"]]),
  ]

  @Test(arguments: cases)
  func changesTheTagsOnly(_ test: Case) throws {
    let tags = Dictionary(uniqueKeysWithValues: test.tags.enumerated().map { ($0, $1) })
    let file = try NotebookTagWriter(test.before).file(with: tags)
    #expect(String(decoding: file, as: UTF8.self) == String(decoding: test.after, as: UTF8.self))
    #expect(file == test.after)
    let notebook = try NotebookReader.decode(data: Data(file), path: "nb.ipynb")
    #expect(notebook.cells.map(\.tags) == test.tags)
    #expect(try NotebookTagWriter(file).file(with: tags) == file, "a second time changes nothing")
  }

  @Test func keepsWhatIsNotAsked() throws {
    for test in Self.cases {
      #expect(try NotebookTagWriter(test.before).file(with: [:]) == test.before)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let test = Self.cases[0]
    #expect(
      try NotebookTagWriter(mark + test.before).file(with: [0: test.tags[0]]) == mark + test.after)
  }

  @Test func refusesWhatIsNoJSON() {
    #expect(throws: Diagnostic.self) { try NotebookTagWriter(Array("{".utf8)) }
  }
}
