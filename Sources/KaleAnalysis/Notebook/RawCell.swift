/// A cell as the file has it, before its format version is known.
struct RawCell {
  private var isObject = false
  private var type: JSONValue?
  private var source: JSONValue?
  /// The code of a code cell in nbformat 3.
  private var input: JSONValue?
  private var tags: JSONValue?
  /// Of a heading in nbformat 3.
  private var level: JSONValue?
  /// The language of a code cell in nbformat 3.
  private(set) var language: String?
  private var hasFailed = false

  init(_ reader: inout JSONReader) throws(JSONSyntaxError) {
    guard reader.peek() == .object else {
      try reader.skipValue()
      return
    }
    isObject = true
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "cell_type": type = try reader.readValue()
      case "source": source = try reader.readValue()
      case "input": input = try reader.readValue()
      case "level": level = try reader.readValue()
      case "language": language = try reader.readValue().string
      case "metadata" where reader.peek() == .object:
        try reader.beginObject()
        while let key = try reader.nextKey() {
          if key == "tags" { tags = try reader.readValue() } else { try reader.skipValue() }
        }
      case "outputs" where reader.peek() == .array: try readOutputs(&reader)
      default: try reader.skipValue()
      }
    }
  }

  private mutating func readOutputs(_ reader: inout JSONReader) throws(JSONSyntaxError) {
    try reader.beginArray()
    while try reader.nextElement() {
      guard reader.peek() == .object else {
        try reader.skipValue()
        continue
      }
      try reader.beginObject()
      while let key = try reader.nextKey() {
        guard key == "output_type", reader.peek() == .string else {
          try reader.skipValue()
          continue
        }
        let type = try reader.readString()
        hasFailed = hasFailed || type == "error" || type == "pyerr"
      }
    }
  }

  /// The cell, with what nbformat 3 has beyond nbformat 4 converted as Jupyter converts it.
  func cell(index: Int, major: Int) throws(NotebookError) -> Cell {
    guard isObject else { throw .malformedCell(index: index, problem: "it is no object") }
    guard let type = type?.string else {
      throw .malformedCell(index: index, problem: "it has no type (`cell_type`)")
    }
    let kind: Cell.Kind
    switch (type, major) {
    case ("code", _): kind = .code
    case ("raw", _): kind = .raw
    case ("markdown", _), ("html", 3), ("heading", 3): kind = .markdown
    default: throw .malformedCell(index: index, problem: "its type is `\(type)`")
    }
    var text = try text(kind == .code && major == 3 ? input ?? source : source, index: index)
    if type == "heading" {
      text = String(repeating: "#", count: min(max(level?.integer ?? 1, 1), 6)) + " " + text
    }
    return Cell(
      index: index, kind: kind, source: text, tags: try tags(index: index), hasFailed: hasFailed)
  }

  /// The text of a cell: one string, or a list of strings that are joined as they are.
  private func text(_ value: JSONValue?, index: Int) throws(NotebookError) -> String {
    switch value {
    case .string(let text): return text
    case .array(let lines):
      var text = ""
      for line in lines {
        guard let line = line.string else {
          throw .malformedCell(index: index, problem: "its source has \(line.kindName) in it")
        }
        text += line
      }
      return text
    case nil: throw .malformedCell(index: index, problem: "it has no source")
    case let other?: throw .malformedCell(index: index, problem: "its source is \(other.kindName)")
    }
  }

  private func tags(index: Int) throws(NotebookError) -> [String] {
    guard let tags, tags != .null else { return [] }
    guard let elements = tags.array else {
      throw .malformedCell(index: index, problem: "its tags are \(tags.kindName), not a list")
    }
    var names: [String] = []
    for element in elements {
      guard let name = element.string else {
        throw .malformedCell(index: index, problem: "one of its tags is \(element.kindName)")
      }
      names.append(name)
    }
    return names
  }
}
