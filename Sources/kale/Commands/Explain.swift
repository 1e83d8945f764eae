import ArgumentParser
import Glibc
import KaleAnalysis

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a message.",
    discussion: "Without an id, lists all there are. The same text stands in docs/diagnostics.md.")

  @Argument(
    help: "The ids that messages end with, such as star-import.",
    completion: .custom { _, _, _ in DiagnosticPages.standard.ids })
  var ids: [String] = []

  func run() throws {
    let pages = DiagnosticPages.standard
    let terminal = Terminal(descriptor: STDOUT_FILENO)
    guard !ids.isEmpty else { return Console.print(Self.list(pages, terminal)) }
    var texts: [String] = []
    for id in ids {
      let word = id.filter { $0 != "[" && $0 != "]" }
      guard let page = pages.page(word) else {
        let advice = pages.nearest(to: word).map { "Did you mean \($0)?" }
        throw CommandFailure.usage(
          "no message has the id \(id)\n\(advice ?? "See what there is: kale explain")")
      }
      texts.append(DiagnosticPageText(page, terminal).text)
    }
    Console.print(texts.joined(separator: "\n"))
  }

  private static func list(_ pages: DiagnosticPages, _ terminal: Terminal) -> String {
    var text = ""
    var group = ""
    let width = pages.ids.map(\.count).max() ?? 0
    for page in pages.pages {
      if page.group != group {
        text += (group.isEmpty ? "" : "\n") + terminal.paint(page.group, .bold) + "\n"
        group = page.group
      }
      let indent = String(repeating: " ", count: width + 4)
      let lines = DiagnosticPageText.wrapped(
        page.summary, columns: max(terminal.columns - width - 4, 20))
      let id = "  " + page.id + String(repeating: " ", count: width - page.id.count + 2)
      text += id + lines.joined(separator: "\n" + indent) + "\n"
    }
    return text
  }
}
