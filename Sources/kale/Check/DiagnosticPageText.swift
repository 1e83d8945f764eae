import KaleAnalysis

/// A page about a diagnostic as text for a terminal.
struct DiagnosticPageText {
  private let page: DiagnosticPages.Page
  private let terminal: Terminal

  init(_ page: DiagnosticPages.Page, _ terminal: Terminal) {
    self.page = page
    self.terminal = terminal
  }

  var text: String {
    var text = terminal.paint(page.id, .bold) + " (\(page.severity.rawValue))\n"
    var paragraph: [Substring] = []
    var isCode = false
    func flush() {
      guard !paragraph.isEmpty else { return }
      text += "\n" + shown(paragraph.joined(separator: " ")) + "\n"
      paragraph = []
    }
    for line in page.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        flush()
        if !isCode { text += "\n" }
        isCode.toggle()
      } else if isCode {
        text += "    \(line)\n"
      } else if line.isEmpty {
        flush()
      } else {
        if line.hasPrefix("- ") { flush() }
        paragraph.append(line)
      }
    }
    flush()
    return text
  }

  private func shown(_ paragraph: String) -> String {
    let isMessage = paragraph.hasPrefix("> ")
    let text = Self.plain(isMessage ? String(paragraph.dropFirst(2)) : paragraph)
    let indent = isMessage ? "    " : ""
    let columns = max(min(terminal.columns, 100) - indent.count, 20)
    return Self.wrapped(text, columns: columns).map {
      indent + (isMessage ? terminal.paint($0, .yellow) : $0)
    }.joined(separator: "\n")
  }

  /// Links become their text with the page behind it, and emphasis goes.
  private static func plain(_ text: String) -> String {
    text.replacing("*(--fix)*", with: "`kale check --fix` does it.")
      .replacing(/\[([^\]]+)\]\(([a-z-]+\.md)(#[^)]*)?\)/) { link in
        link.1 == link.2 ? "docs/\(link.2)" : "\(link.1) (docs/\(link.2))"
      }
  }

  /// Lines of at most so many columns, as far as words allow.
  static func wrapped(_ text: String, columns: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = String(word)
      } else if lines[lines.count - 1].count + 1 + word.count <= columns {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
