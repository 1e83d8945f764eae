/// What there is to say of each diagnostic beyond its message: the sections of `docs/diagnostics.md`.
public struct DiagnosticPages: Sendable {
  /// The page of one diagnostic.
  public struct Page: Sendable, Hashable {
    public var id: String
    /// The heading above it, such as "Tags".
    public var group: String
    /// That of the message that it shows.
    public var severity: Diagnostic.Severity
    /// Markdown below the heading with the id.
    public var text: String

    /// The first sentence, without markup.
    public var summary: String {
      let paragraph = text.split(separator: "\n\n").first ?? ""
      let line = String(paragraph.replacing("\n", with: " "))
      return line.firstRange(of: ". ").map { String(line[..<$0.lowerBound]) + "." } ?? line
    }
  }

  /// In the order of the document.
  public let pages: [Page]
  private let places: [String: Int]

  public static let standard = DiagnosticPages(
    String(decoding: PackageResources.diagnostics_md, as: UTF8.self))

  init(_ document: String) {
    var pages: [Page] = []
    var group = ""
    for part in ("\n" + document).split(separator: "\n## ").dropFirst() {
      let sections = part.split(separator: "\n### ")
      group = String(part.prefix { $0 != "\n" })
      for section in sections.dropFirst() {
        let title = section.prefix { $0 != "\n" }
        let text = section.dropFirst(title.count).drop(while: \.isNewline)
        pages.append(
          Page(
            id: title.filter { $0 != "`" }, group: group, severity: Self.severity(text),
            text: text.trimmingTrailingNewlines()))
      }
    }
    self.pages = pages
    places = Dictionary(
      pages.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public var ids: [String] { pages.map(\.id) }

  public func contains(_ id: String) -> Bool { places[id] != nil }

  public func page(_ id: String) -> Page? { places[id].map { pages[$0] } }

  /// The id that a user may have meant.
  public func nearest(to id: String) -> String? { Spelling.nearest(to: id, in: ids) }

  private static func severity(_ text: Substring) -> Diagnostic.Severity {
    for severity in [Diagnostic.Severity.error, .warning] where text.contains("\n> \(severity): ") {
      return severity
    }
    return .note
  }
}

extension Substring {
  fileprivate func trimmingTrailingNewlines() -> String {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
