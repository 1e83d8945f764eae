import KaleAnalysis

/// `kale check --format sarif`: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
///
/// The physical location is a line of the notebook's file, as viewers know no cells; the logical location and
/// the properties tell cell, line and column.
struct CheckSARIF {
  private let notebooks: [CheckedNotebook]
  /// Ids in the order in which they occur.
  private var rules: [String] = []
  private var places: [String: Int] = [:]

  init(_ notebooks: [CheckedNotebook]) {
    self.notebooks = notebooks
    for finding in notebooks.flatMap(\.findings) where places[finding.id] == nil {
      places[finding.id] = rules.count
      rules.append(finding.id)
    }
  }

  var text: String {
    JSONText.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ]).text
  }

  private var run: JSONText {
    let driver = JSONText.object([
      ("name", .string("kale")), ("rules", .array(rules.map(rule))),
    ])
    let failures = notebooks.compactMap { notebook in
      notebook.failure.map { failure in
        JSONText.object([("level", .string("error")), ("message", message(failure.message))])
      }
    }
    return .object([
      ("tool", .object([("driver", driver)])),
      (
        "invocations",
        .array([
          .object([
            ("executionSuccessful", .bool(failures.isEmpty)),
            ("toolExecutionNotifications", .array(failures)),
          ])
        ])
      ),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(notebooks.flatMap(results))),
    ])
  }

  private func rule(_ id: String) -> JSONText {
    guard let page = DiagnosticPages.standard.page(id) else {
      return .object([("id", .string(id))])
    }
    return .object([
      ("id", .string(id)),
      ("shortDescription", message(page.summary)),
      ("help", .object([("text", .string(page.text)), ("markdown", .string(page.text))])),
      ("defaultConfiguration", .object([("level", .string(page.severity.rawValue))])),
      ("properties", .object([("tags", .strings([page.group]))])),
    ])
  }

  private func results(_ notebook: CheckedNotebook) -> [JSONText] {
    var seen: [String: Int] = [:]
    return notebook.findings.map { finding in
      // The same line may occur in several cells, and cells move; so neither number nor place counts.
      let key = "\(notebook.path)\n\(finding.id)\n\(finding.place.source ?? "")"
      seen[key, default: 0] += 1
      let fingerprint = "\(Self.hash(key)):\(seen[key]!)"
      let related = finding.notes.enumerated().compactMap { number, note in
        note.place.map { location($0, notebook, id: number + 1, text: note.message) }
      }
      return .object([
        ("ruleId", .string(finding.id)),
        ("ruleIndex", .integer(places[finding.id]!)),
        ("level", .string(finding.severity.rawValue)),
        ("message", message(notebook.message(of: finding))),
        ("locations", .array([location(finding.place, notebook)])),
        ("relatedLocations", .array(related)),
        ("partialFingerprints", .object([("kale/v1", .string(fingerprint))])),
        ("properties", .object(members(finding.place))),
      ])
    }
  }

  private func location(
    _ place: Finding.Place, _ notebook: CheckedNotebook, id: Int? = nil, text: String? = nil
  ) -> JSONText {
    var physical: [(key: String, value: JSONText)] = [
      ("artifactLocation", .object([("uri", .string(Self.uri(notebook.path)))]))
    ]
    if let line = place.fileLine {
      physical.append(
        (
          "region",
          .object([
            ("startLine", .integer(line)),
            ("endLine", .integer(max(line, place.fileEndLine ?? line))),
          ])
        ))
    }
    var members: [(key: String, value: JSONText)] = []
    if let id { members.append(("id", .integer(id))) }
    members.append(("physicalLocation", .object(physical)))
    if let cell = place.cell {
      members.append(
        (
          "logicalLocations",
          .array([
            .object([
              ("name", .string("cell \(cell)")),
              ("fullyQualifiedName", .string("cells[\(cell)]")), ("kind", .string("element")),
            ])
          ])
        ))
    }
    if let text { members.append(("message", message(text))) }
    return .object(members)
  }

  private func members(_ place: Finding.Place) -> [(key: String, value: JSONText)] {
    let numbers = [
      ("cell", place.cell), ("line", place.line), ("column", place.column),
      ("endLine", place.endLine), ("endColumn", place.endColumn),
    ]
    var members = numbers.compactMap { name, value in
      value.map { (key: name, value: JSONText.integer($0)) }
    }
    if let source = place.source { members.append((key: "source", value: .string(source))) }
    return members
  }

  private func message(_ text: String) -> JSONText { .object([("text", .string(text))]) }

  /// A reference relative to the current folder, or from the root.
  static func uri(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    let escaped = path.utf8.map { byte in
      let isPlain =
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || "-._~/".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain
        ? String(decoding: [byte], as: UTF8.self) : "%" + (digits.count == 1 ? "0" : "") + digits
    }
    return (path.hasPrefix("/") ? "file://" : "") + escaped.joined()
  }

  /// FNV-1a in 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  private static func hash(_ text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
