/// Writes a cell as Python that has the cell's effects on the namespace.
struct IPythonRendering {
  struct Action {
    var construct: IPythonAction.Construct
    /// Offsets in the source.
    var range: Range<Int>
    var effects: [IPythonEffect]
  }

  let source: [UInt8]
  var text = MappedText()
  var actions: [Action] = []
  /// Offsets in the text.
  var lenientReads: [Range<Int>] = []
  /// Indent that is put in front of every statement: the inside of a function of ours.
  var indent = ""
  /// How many magics the code at hand is run by.
  private var nesting = 0
  /// Beyond that depth the code that a magic runs is not looked at.
  private static let nestingLimit = 16

  init(_ source: [UInt8]) { self.source = source }

  /// Appends a whole cell, or the body of a cell magic. Every line ends as it does in the source.
  mutating func render(_ cell: IPythonCell) {
    for line in cell.lines[..<cell.blankLines] { copyNewline(line) }
    if let magic = cell.magic {
      render(magic, of: cell)
    } else if let command = cell.automagic {
      render(command, in: cell)
    } else {
      render(items: cell)
    }
  }

  /// Appends the statements of a cell. `isInline` says that the first goes on in a line that has
  /// its indent already.
  mutating func render(items cell: IPythonCell, isInline: Bool = false) {
    for (index, item) in cell.items.enumerated() {
      let lead = isInline && index == 0 ? "" : indent
      switch item {
      case .python(let logical):
        let lines = cell.lines[logical.lines]
        if !logical.isBlankOrComment { text.insert(lead, at: lines.first!.start) }
        for line in lines { text.copy(line.start..<line.next, of: source) }
      case .construct(let construct):
        text.insert(lead, at: cell.lines[construct.lines.lowerBound].start)
        render(construct, in: cell)
      }
    }
  }

  /// Appends a construct with the code in front of it and the newlines of its lines.
  mutating func render(_ construct: IPythonConstruct, in cell: IPythonCell) {
    let lines = cell.lines[construct.lines]
    let first = lines.lastIndex { $0.start <= construct.start } ?? lines.startIndex
    for line in lines[..<first] { text.copy(line.start..<line.next, of: source) }
    text.copy(lines[first].start..<construct.start, of: source)
    note(construct, upTo: lines.last!.end)
    if case .lineMagic = construct.kind {
      let written = render(magic: construct, lines: lines[first...])
      for line in lines[(first + written)...] { copyNewline(line) }
    } else {
      render(command: construct)
      for line in lines[first...] { copyNewline(line) }
    }
  }

  private mutating func note(_ construct: IPythonConstruct, upTo end: Int) {
    let kind: IPythonAction.Construct
    var effects: [IPythonEffect] = []
    switch construct.kind {
    case .lineMagic: kind = .lineMagic(construct.content.partitioned().head.string)
    case .system, .systemCapture:
      kind = .system
      effects = [.runsProgram] + ShellFiles(construct.content.string).effects
    case .help, .usage: kind = .help
    case .quotedCall, .quotedRestCall, .parenthesizedCall: kind = .call
    }
    actions.append(Action(construct: kind, range: construct.start..<end, effects: effects))
  }

  /// What a magic does; at the limit of nesting, what an unknown one does.
  func behaviour(
    of name: String, in table: [String: MagicBehaviour]
  ) -> MagicBehaviour {
    nesting < Self.nestingLimit ? table[name] ?? .unknown : .unknown
  }

  /// Runs `body` for code that a magic runs.
  mutating func nested(_ body: (inout IPythonRendering) -> Void) {
    nesting += 1
    body(&self)
    nesting -= 1
  }

  mutating func copyNewline(_ line: CellLine) { text.copy(line.end..<line.next, of: source) }

  /// Appends what IPython's escapes other than `%` stand for.
  private mutating func render(command: IPythonConstruct) {
    let content = command.content
    switch command.kind {
    case .system: call("system", interpolating: content, at: command.start)
    case .systemCapture: call("getoutput", interpolating: content, at: command.start)
    case .help: lookUp(content, at: command.start)
    case .usage: text.insert("get_ipython().show_usage()", at: command.start)
    case .quotedCall: render(call: command, open: "(\"", between: "\", \"", close: "\")")
    case .quotedRestCall: render(call: command, open: "(\"", between: nil, close: "\")")
    case .parenthesizedCall: render(call: command, open: "(", between: ", ", close: ")")
    case .lineMagic: break
    }
  }
}
