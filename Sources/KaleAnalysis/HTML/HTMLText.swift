/// Pieces of HTML pages.
enum HTMLText {
  /// Text as it may stand between tags and in quoted attributes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // Not allowed in HTML: shown as what stands for a character that can't be shown.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `<table>` with a caption, a row of headings and rows of cells, which are HTML. The first cell of each
  /// row is its heading; numbers are set to the right.
  static func table(caption: String, heads: [String], rows: [[String]], numbersFrom: Int? = nil)
    -> String
  {
    func cells(_ row: [String]) -> String {
      row.enumerated().map { index, cell in
        let kind = numbersFrom.map { index >= $0 } ?? false ? " class=\"number\"" : ""
        return index == 0 ? "<th scope=\"row\">\(cell)</th>" : "<td\(kind)>\(cell)</td>"
      }.joined()
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(escaped(caption))"><table>
      <caption>\(escaped(caption))</caption>
      <thead><tr>\(heads.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined())</tr></thead>
      <tbody>
      \(rows.map { "<tr>\(cells($0))</tr>" }.joined(separator: "\n"))
      </tbody></table></div>
      """
  }

  /// A whole page that needs nothing from elsewhere.
  ///
  /// - Parameters:
  ///   - body: HTML, to stand inside of `<main>`.
  ///   - style: further rules.
  ///   - script: code to run once the page is there.
  static func page(title: String, body: String, style: String = "", script: String = "") -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
    <style>
    \(commonStyle)\(style.isEmpty ? "" : "\n" + style)
    </style>
    </head>
    <body>
    <main>
    \(body)
    </main>
    \(script.isEmpty ? "" : "<script>\n\(script)\n</script>\n")</body>
    </html>

    """
  }

  /// Colours for light and dark, with contrasts of 4.5:1 and more for text.
  private static let commonStyle = """
    :root {
      color-scheme: light dark;
      --page: #ffffff; --panel: #f5f6f8; --line: #d5d9e0; --text: #1c2430; --dim: #566070;
      --accent: #0b57a4; --good: #17693a; --bad: #b3261e; --warn: #8a5300; --mark: #fff1b8;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #14181f; --panel: #1d232d; --line: #3a4352; --text: #e6e9ee; --dim: #a3adbb;
        --accent: #7db8f7; --good: #74cf94; --bad: #ff9a91; --warn: #f0b860; --mark: #4d430f;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--page); color: var(--text);
      font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
    main { max-width: 76rem; margin: 0 auto; padding: 1.5rem; }
    h1 { font-size: 1.5rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
    code, pre { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
    table { border-collapse: collapse; }
    caption { text-align: left; color: var(--dim); padding-bottom: .25rem; }
    th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
      border-bottom: 1px solid var(--line); }
    th { font-weight: 600; }
    td.number { text-align: right; font-variant-numeric: tabular-nums; }
    .scroll { overflow-x: auto; margin: .5rem 0 1rem; }
    .dim { color: var(--dim); }
    .bad { color: var(--bad); }
    .good { color: var(--good); }
    a { color: var(--accent); }
    summary { cursor: pointer; overflow-wrap: anywhere; }
    details { border-bottom: 1px solid var(--line); padding: .35rem 0; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    """
}
