import Testing

@testable import KaleAnalysis

@Suite struct TextReportTests {
  private static let notebook = WrittenNotebook(
    """
    #% imports
    import pandas as pd
    #% block:load
    df = pd.read_csv('a.csv')
    for n in df: label = n
    #% skip
    df.head()
    #% block:train prev:load
    df.dropna(inplace=True)
    del label
    !ls data
    #% block:show prev:train
    print(df, exec(df))
    """)

  @Test func showsCellsStepsAndDiagnostics() throws {
    var text = TextReport(try NotebookReport(of: Self.notebook))
    let steps = """
      nb.ipynb

      ● load
      ● train
      ● show

      step   takes                 hands on
      load                         df, label, n → train
      train  df, label, n? ← load  df (changed), n (passed on) → show
      show   df, n? ← train


      """
    let diagnostics = """
      cell 4:1:11: warning: exec may bind any variable: what later steps read comes by way of this step \
      [dynamic-access]
      cell 4:1:11: warning: exec may read any variable: the step receives all that earlier steps may bind \
      [dynamic-access]

      """
    #expect(text.text == steps + diagnostics)
    text.showsCells = true
    #expect(
      text.text == steps + """
        cell   reads       binds            mutates

        imports
           0               pd

        step load
           1   pd          df, label?, n?
               file read: a.csv

        step train
           3   df, label   del label        df
               shell: !ls data

        step show
           4   df
               binds-unknown: exec
               reads-unknown: exec

        skipped: 2


        """ + diagnostics)
  }

  @Test func withoutUnicodeThereIsASCII() throws {
    var text = TextReport(try NotebookReport(of: Self.notebook))
    text.isPlain = true
    #expect(text.text.contains("* train\n"))
    #expect(text.text.contains("df, label, n? <- load"))
    let isASCII = text.text.unicodeScalars.allSatisfy(\.isASCII)
    #expect(isASCII)
  }

  @Test(arguments: [40, 60, 80, 200])
  func keepsToTheWidth(columns: Int) throws {
    let long = (0..<12).map { "a_long_name_\($0)" }
    let notebook = WrittenNotebook(
      "#% block:a_step_with_a_long_name\n\(long.joined(separator: " = ")) = []\n"
        + "#% block:another prev:a_step_with_a_long_name\nprint(\(long.joined(separator: ", ")))\n"
        + "!echo \(String(repeating: "word ", count: 30))\n"
        + "#% block:漢字 prev:another\n"
        + "漢字 = \(long[0])")
    var text = TextReport(try NotebookReport(of: notebook))
    text.columns = columns
    for line in text.text.split(separator: "\n") where !line.hasPrefix("cell 2: error") {
      #expect(String(line).displayWidth <= columns, "\(line)")
      #expect(!line.hasSuffix(" "))
    }
  }

  @Test func colorsOnlyWhereAsked() throws {
    var text = TextReport(try NotebookReport(of: Self.notebook))
    #expect(!text.text.contains("\u{1B}"))
    text.isColored = true
    #expect(text.text.contains("\u{1B}[1mnb.ipynb\u{1B}[0m"))
  }

  @Test func controlCharactersStayHarmless() throws {
    let report = try NotebookReport(of: WrittenNotebook("#%\nopen('a\u{1B}[31m')"))
    #expect(TextReport(report).text.contains("file read: a␛[31m\n"))
  }

  @Test func whatCannotBeReadIsADiagnostic() throws {
    let result = try NotebookCompiler.compile(path: "/no/such.ipynb", includesCellEffects: true)
    #expect(
      TextReport(NotebookReport(result, path: "/no/such.ipynb")).text
        == "/no/such.ipynb\n\nerror: there is no such file [notebook-not-found]\n")
  }
}

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ([], 10, []),
    (["a"], 10, ["a"]),
    (["a", "b", "c"], 4, ["a, b,", "c"]),
    (["a", "b", "c"], 3, ["a,", "b,", "c"]),
    (["ab", "cd"], 6, ["ab, cd"]),
    (["ab", "cd"], 5, ["ab,", "cd"]),
    (["abcd", "e"], 4, ["abcd,", "e"]),
    (["abcdef", "g"], 4, ["abcd", "ef,", "g"]),
    (["abcdef", "g"], 5, ["abcde", "f, g"]),
    (["漢字漢", "a"], 5, ["漢字", "漢, a"]),
    (["漢"], 1, ["漢"]),
  ])
  func wraps(words: [String], width: Int, lines: [String]) {
    #expect(TextLayout.wrap(words, width: width) == lines)
  }

  @Test func putsWordsBelowALongLabel() {
    #expect(
      TextLayout.list(["a", "b"], label: "to one, another", indent: 2, columns: 20)
        == ["  to one, another:", "      a, b"])
    #expect(
      TextLayout.list(["aa", "bb"], label: "to", indent: 2, columns: 10)
        == ["  to: aa,", "      bb"])
  }

  @Test(arguments: [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("漢字", 3, "漢…"), ("", 1, "")])
  func cuts(text: String, columns: Int, cut: String) {
    #expect(text.cut(to: columns) == cut)
  }
}
