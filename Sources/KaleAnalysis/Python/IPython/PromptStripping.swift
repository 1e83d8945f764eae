/// What IPython removes from a pasted cell before it looks at it: leading blank lines, the indent
/// that the first line sets, and the prompts of a Python or IPython session.
enum PromptStripping {
  /// The cell's lines without their prompts, and how many leading lines are blank.
  static func strip(_ lines: [CellLine], of bytes: [UInt8]) -> (lines: [CellLine], blank: Int) {
    let blank = lines.prefix { $0.isBlank(in: bytes) }.count
    guard blank < lines.count else { return (lines, lines.count) }
    var kept = Array(lines[blank...])
    stripIndent(&kept, bytes)
    strip(&kept, bytes, first: classic(allowingContinuation: false), any: classic())
    strip(&kept, bytes, first: interactive, any: interactive)
    return (lines[..<blank] + kept, blank)
  }

  /// Whether a line of code loses something: then the cell isn't the Python that it looks like, as
  /// `In [1]: x` does, or a string whose lines start with the indent of the first.
  static func changesCode(of source: String) -> Bool {
    var source = source
    guard source.withUTF8(mayHavePrompts) else { return false }
    let bytes = Array(source.utf8)
    let lines = CellLine.split(bytes)
    return zip(lines, strip(lines, of: bytes).lines).contains { line, stripped in
      line.start != stripped.start && !line.isBlankOrComment(in: bytes)
    }
  }

  /// False for nearly all cells: they start without white space, and have none of the ends of a prompt.
  private static func mayHavePrompts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, !first.isSpace, first != .newline, first != .carriageReturn
    else {
      return true
    }
    for index in bytes.indices.dropFirst() {
      switch bytes[index] {
      case UInt8(ascii: ">"): if bytes[index - 1] == UInt8(ascii: ">") { return true }
      case UInt8(ascii: "."): if bytes[index - 1] == UInt8(ascii: ".") { return true }
      case UInt8(ascii: ":"): if bytes[index - 1] == UInt8(ascii: "]") { return true }
      default: break
      }
    }
    return false
  }

  /// Finds the end of a prompt that starts a line.
  private typealias Prompt = (ArraySlice<UInt8>) -> Int?

  private static func stripIndent(_ lines: inout [CellLine], _ bytes: [UInt8]) {
    let indent = bytes[lines[0].text].prefix { $0 == 0x20 || $0 == 0x09 }
    guard !indent.isEmpty else { return }
    for index in lines.indices where bytes[lines[index].text].starts(with: indent) {
      lines[index].start += indent.count
    }
  }

  /// Strips all lines if the first or the second shows that there are prompts.
  private static func strip(
    _ lines: inout [CellLine], _ bytes: [UInt8], first: Prompt, any: Prompt
  ) {
    let hasPrompts =
      first(bytes[lines[0].text]) != nil || (lines.count > 1 && any(bytes[lines[1].text]) != nil)
    guard hasPrompts else { return }
    for index in lines.indices {
      if let end = any(bytes[lines[index].text]) { lines[index].start = end }
    }
  }

  /// `>>>` and `...`, followed by a space or nothing.
  private static func classic(allowingContinuation: Bool = true) -> Prompt {
    { line in
      guard line.starts(with: ">>>".utf8) || (allowingContinuation && line.starts(with: "...".utf8))
      else { return nil }
      let end = line.startIndex + 3
      if end == line.endIndex { return end }
      return line[end] == 0x20 ? end + 1 : nil
    }
  }

  /// `In [1]: `, after a mode of the vi editor if there is one, or any run of dots and a colon.
  private static func interactive(_ line: ArraySlice<UInt8>) -> Int? {
    var rest = line
    for mode in ["[nav] ", "[ins] ", " "] where rest.starts(with: mode.utf8) {
      rest = rest.dropFirst(mode.utf8.count)
      break
    }
    if rest.starts(with: "In [".utf8) {
      let digits = rest.dropFirst(4).prefix(while: \.isDigit)
      let tail = rest[digits.endIndex...]
      if !digits.isEmpty, tail.starts(with: "]: ".utf8) { return tail.startIndex + 3 }
    }
    let dots = line.drop(while: \.isSpace).prefix { $0 == UInt8(ascii: ".") }
    guard dots.count >= 3, dots.endIndex < line.endIndex, line[dots.endIndex] == UInt8(ascii: ":")
    else { return nil }
    let end = dots.endIndex + 1
    return end < line.endIndex && line[end] == 0x20 ? end + 1 : end
  }
}
