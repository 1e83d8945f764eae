/// A cell in IPython's syntax as plain Python with the same effects on the namespace.
///
/// Only a cell that does not parse as Python as it stands has to come here. Where the source has
/// something that isn't Python, `python` has the closest code: the statement that `%time` runs, or
/// a call on `get_ipython()` that reads and binds what the magic does. What no code can express is
/// in `actions`. The transform never fails; a cell that is no IPython either comes out as Python
/// that doesn't parse, and the parser's message then points into the user's text.
///
/// - Complexity: Linear in the length of the source.
public struct IPythonTransform: Sendable {
  /// The Python. A line of the source is the same line here, except around `%timeit` of a statement
  /// and behind a magic that binds a name after its body (`%%capture`).
  public let python: String
  /// What was recognised, in the order of the source.
  public let actions: [IPythonAction]
  /// Stretches of `python` that are looked up only if they can be: `{x}` and `$x` in commands, the
  /// subject of a request for help, variables to store. A name that is missing there is no error.
  public let lenientReads: [SourceRange]

  /// The function that stands for the statement of a `%timeit`: its assignments are local. Not a
  /// name of the notebook.
  public static let timedFunction = "__ipython_timeit__"

  private let text: MappedText
  private let textLines: LineStarts
  private let sourceLines: LineStarts

  /// Transforms the source of a cell.
  public init(_ source: String) {
    var rendering = IPythonRendering(Array(source.utf8))
    rendering.render(IPythonCell(source))
    let sourceLines = LineStarts(rendering.source)
    let textLines = LineStarts(rendering.text.bytes)
    python = String(decoding: rendering.text.bytes, as: UTF8.self)
    actions = rendering.actions.map { action in
      IPythonAction(
        construct: action.construct, range: sourceLines.range(of: action.range),
        text: Self.firstLine(of: rendering.source[action.range]), effects: action.effects)
    }
    lenientReads = rendering.lenientReads.map(textLines.range)
    text = rendering.text
    self.sourceLines = sourceLines
    self.textLines = textLines
  }

  /// Without white space at its end.
  private static func firstLine(of bytes: ArraySlice<UInt8>) -> String {
    var line = bytes.prefix { $0 != .newline && $0 != .carriageReturn }
    while line.last?.isSpace == true { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// The place in the user's text of a place in `python`. Where `python` has code of its own, the
  /// place of what it stands for.
  public func original(_ position: SourcePosition) -> SourcePosition {
    sourceLines.position(of: text.source(of: textLines.offset(of: position)))
  }
}

extension LineStarts {
  fileprivate func range(of offsets: Range<Int>) -> SourceRange {
    SourceRange(start: position(of: offsets.lowerBound), end: position(of: offsets.upperBound))
  }
}
