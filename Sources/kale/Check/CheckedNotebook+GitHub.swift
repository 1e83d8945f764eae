// Workflow commands, which GitHub shows beside the lines of a pull request:
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions

extension CheckedNotebook {
  /// One command a line, with a line feed after each; empty where there is nothing to tell.
  var githubLines: String {
    findings.map { finding in
      let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      var properties = [("file", path)]
      if let line = finding.place.fileLine {
        properties.append(("line", String(line)))
        if let end = finding.place.fileEndLine, end > line {
          properties.append(("endLine", String(end)))
        }
      }
      properties.append(("title", "kale: \(finding.id)"))
      let list = properties.map { "\($0.0)=\(Self.escaped($0.1, isProperty: true))" }
      let message = Self.escaped(message(of: finding), isProperty: false)
      return "::\(command) \(list.joined(separator: ","))::\(message)\n"
    }.joined()
  }

  /// A message for people who don't see the cell: where it is, the notes and what to do.
  func message(of finding: Finding) -> String {
    var lines = [Self.place(finding.place).map { "\($0): " } ?? ""]
    lines[0] += finding.message
    for note in finding.notes {
      let place = note.place.flatMap(Self.place).map { "\($0): " } ?? ""
      lines.append("note: \(place)\(note.message)")
    }
    if let fix = finding.fix { lines.append("fix: \(fix)") }
    return lines.joined(separator: "\n")
  }

  /// "cell 7:3:12"
  static func place(_ place: Finding.Place) -> String? {
    guard let cell = place.cell else { return nil }
    guard let line = place.line, let column = place.column else { return "cell \(cell)" }
    return "cell \(cell):\(line):\(column)"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
