/// The Python that IPython itself makes of a cell: calls on the running shell. It says what a
/// construct is but hides what it does, so the analysis reads another rendering.
extension IPythonCell {
  /// What `TransformerManager().transform_cell` returns, but for the spelling of string literals.
  package var shellText: String {
    if let magic {
      let bodyLines = lines[(magic.line + 1)...]
      var body = bodyLines.map { text($0.start..<$0.next) }.joined()
      if let last = bodyLines.last, bytes[last.next - 1] != .newline { body += "\n" }
      let arguments = [magic.name.string, magic.arguments.string, body]
      return "get_ipython().run_cell_magic(\(Self.literals(arguments)))\n"
    }
    return items.map { item in
      switch item {
      case .python(let logical):
        lines[logical.lines].map { text($0.text) + "\n" }.joined()
      case .construct(let construct):
        prefix(of: construct) + Self.shellCall(construct) + "\n"
      }
    }.joined()
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The code in front of a construct: its indent, or the target that it is assigned to.
  private func prefix(of construct: IPythonConstruct) -> String {
    lines[construct.lines].filter { $0.start < construct.start }
      .map { text($0.start..<min($0.next, construct.start)) }.joined()
  }

  private static func shellCall(_ construct: IPythonConstruct) -> String {
    let content = construct.content
    let (head, tail) = content.partitioned()
    let words = tail.words().map(tail.string)
    switch construct.kind {
    case .lineMagic: return lineMagic(head.string, tail.string)
    case .system: return "get_ipython().system(\(literals([content.string])))"
    case .systemCapture: return "get_ipython().getoutput(\(literals([content.string])))"
    case .help(isDetailed: true): return lineMagic("pinfo2", content.string)
    case .help(isDetailed: false):
      let isPattern = content.bytes.contains(UInt8(ascii: "*"))
      return lineMagic(isPattern ? "psearch" : "pinfo", content.string)
    case .usage: return "get_ipython().show_usage()"
    case .quotedCall: return "\(head.string)(\"\(words.joined(separator: "\", \""))\")"
    case .quotedRestCall: return "\(head.string)(\"\(tail.string)\")"
    case .parenthesizedCall: return "\(head.string)(\(words.joined(separator: ", ")))"
    }
  }

  private static func lineMagic(_ name: String, _ arguments: String) -> String {
    "get_ipython().run_line_magic(\(literals([name, arguments])))"
  }

  private static func literals(_ texts: [String]) -> String {
    texts.map(\.pythonLiteral).joined(separator: ", ")
  }
}
