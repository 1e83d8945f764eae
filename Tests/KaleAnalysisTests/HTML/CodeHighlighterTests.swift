import Testing

@testable import KaleAnalysis

@Suite struct CodeHighlighterTests {
  /// HTML without its tags.
  private func text(_ html: String) -> String {
    html.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  @Test(arguments: [
    (
      "for x in 'a # b': # c",
      "<b>for</b> x <b>in</b> <span class=\"string\">&#39;a # b&#39;</span>: <span class=\"comment\"># c</span>"
    ),
    ("x = 1.5e3 % 2", "x = <span class=\"number\">1.5e3</span> % <span class=\"number\">2</span>"),
    (
      "%time x\n  !ls <a>",
      "<span class=\"magic\">%time x</span>\n  <span class=\"magic\">!ls &lt;a&gt;</span>"
    ),
    (
      "rb'\\'' + f'''\n{x}'''",
      "<span class=\"string\">rb&#39;\\&#39;&#39;</span> + <span class=\"string\">f&#39;&#39;&#39;\n{x}&#39;&#39;&#39;</span>"
    ),
    ("'open\nnext", "<span class=\"string\">&#39;open</span>\n<span>next</span>"),
  ])
  func marks(source: String, html: String) {
    let wanted = html.replacing("<span>next</span>", with: "next")
    #expect(CodeHighlighter.html(source) == wanted)
  }

  @Test(arguments: ["", "\\", "'''", "f'{", "é = \"\u{2028}\"\r\n\tx", "\u{1F600} # '\n'"])
  func noTextIsLost(source: String) {
    #expect(text(CodeHighlighter.html(source)) == source)
  }

  @Test func namesAreLinkedWhereTheyStand() {
    let source = "df = load()\nprint(df, 'df', f'{df}')"
    let link = "<a href=\"#x\">"
    let places = [(1, 0), (2, 6), (2, 18)].map { SourcePosition(line: $0.0, column: $0.1) }
    let html = CodeHighlighter.html(
      source, links: Dictionary(uniqueKeysWithValues: places.map { ($0, link) }))
    #expect(html.components(of: link) == 3)
    #expect(html.contains("&#39;df&#39;"))
    #expect(text(html) == source)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
