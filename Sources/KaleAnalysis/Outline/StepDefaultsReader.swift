/// Reads `steps_defaults` in the form of Kale's Python interface, an object: `{"limits": {"cpu": "1"}}`.
struct StepDefaultsReader {
  private var object: MetadataObject
  private(set) var diagnostics: [Diagnostic] = []

  init(_ members: [String: JSONValue]) {
    object = MetadataObject(members, path: "steps_defaults")
  }

  /// Keys with objects of texts, and the tags that say the same.
  private static let pairs = [
    ("limits", "limit"), ("requests", "request"), ("labels", "label"),
    ("annotations", "annotation"), ("env", "env"),
  ]

  /// The configuration tags that it stands for.
  mutating func read() -> [CellTag] {
    var tags: [CellTag] = []
    for (key, keyword) in Self.pairs {
      guard let value = object.value(key) else { continue }
      guard let members = value.object else {
        object.reportType(key, value, expected: "an object")
        continue
      }
      for (name, value) in members.sorted(by: { $0.key < $1.key }) {
        let text = value.string ?? value.integer.map(String.init)
        guard let text else {
          object.report(
            "`\(object.name(of: key)).\(name)` is \(value.kindName), not a string",
            fix: "write it in quotes")
          continue
        }
        add("\(keyword):\(name):\(text)", of: "\(key).\(name)", to: &tags)
      }
    }
    if let image = object.text("image") { add("image:\(image)", of: "image", to: &tags) }
    for (key, keyword) in [("retry_count", "retry"), ("timeout", "timeout")] {
      guard let value = object.value(key) else { continue }
      guard let number = value.integer else {
        object.reportType(key, value, expected: "a whole number")
        continue
      }
      // Kale's interface has 0 for "none".
      if number != 0 { add("\(keyword):\(number)", of: key, to: &tags) }
    }
    if let isEnabled = object.flag("enable_caching") { tags.append(.cache(isEnabled)) }
    diagnostics = object.diagnostics
    return tags
  }

  /// Keys that were not used, with their place.
  var unused: [String] { object.unused.map { object.name(of: $0) } }

  private mutating func add(_ text: String, of key: String, to tags: inout [CellTag]) {
    switch TagParser.parse(text) {
    case .tag(let tag): tags.append(tag)
    case .invalid(let problem, let fix):
      object.report("`\(object.name(of: key))` can't be used: \(problem)", fix: fix)
    case .foreign, .incomplete, .resembles:
      object.report("`\(object.name(of: key))` has no value", fix: "give it one, or remove it")
    }
  }
}
