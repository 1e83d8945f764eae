import KaleAnalysis

/// `kale check --format junit`: a test case a notebook, for the test reports of CI servers.
///
/// Errors fail the case; warnings and notes are its output, as JUnit knows no weaker kind of failure.
struct CheckJUnit {
  private let notebooks: [CheckedNotebook]

  init(_ notebooks: [CheckedNotebook]) { self.notebooks = notebooks }

  var text: String {
    let failed = notebooks.count { $0.counts.errors > 0 && $0.failure == nil }
    let broken = notebooks.count { $0.failure != nil }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let counts = "tests=\"\(notebooks.count)\" failures=\"\(failed)\" errors=\"\(broken)\""
    text += "<testsuites name=\"kale check\" \(counts)>\n"
    text += "  <testsuite name=\"kale check\" \(counts) skipped=\"0\">\n"
    for notebook in notebooks { text += testCase(notebook) }
    return text + "  </testsuite>\n</testsuites>\n"
  }

  private func testCase(_ notebook: CheckedNotebook) -> String {
    let path = Self.escaped(notebook.path)
    var text = "    <testcase classname=\"kale check\" name=\"\(path)\" file=\"\(path)\">"
    var inner = ""
    if let failure = notebook.failure {
      inner += "      <error type=\"kale\" message=\"\(Self.escaped(failure.message))\"/>\n"
    }
    // Readers differ in how they take several failures of one case, so there is one.
    let errors = notebook.findings.filter { $0.severity == .error }
    if let first = errors.first, notebook.failure == nil {
      let message = errors.count == 1 ? first.message : "\(errors.count) errors"
      let type = Self.escaped(errors.count == 1 ? first.id : "errors")
      inner += "      <failure type=\"\(type)\" message=\"\(Self.escaped(message))\">"
      inner += errors.map { line($0, notebook) }.joined() + "</failure>\n"
    }
    let others = notebook.findings.filter { $0.severity != .error }
    if !others.isEmpty {
      inner += "      <system-out>\(others.map { line($0, notebook) }.joined())</system-out>\n"
    }
    text += inner.isEmpty ? "" : "\n\(inner)    "
    return text + "</testcase>\n"
  }

  private func line(_ finding: Finding, _ notebook: CheckedNotebook) -> String {
    let file = notebook.path + (finding.place.fileLine.map { ":\($0)" } ?? "")
    return Self.escaped(
      "\(file): \(finding.severity): \(notebook.message(of: finding)) [\(finding.id)]\n")
  }

  /// XML has no way to write most control characters.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": result += "&#13;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
