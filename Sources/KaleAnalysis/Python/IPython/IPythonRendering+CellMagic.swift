extension IPythonRendering {
  /// Appends what a cell magic does, with its body if that is Python; a line of another body
  /// stays as an empty line.
  mutating func render(_ magic: IPythonCell.Magic, of cell: IPythonCell) {
    let line = cell.lines[magic.line]
    let body = Array(cell.lines[(magic.line + 1)...])
    let command = MagicCommand(
      name: magic.name.string, arguments: magic.arguments, start: magic.start, isAssigned: false)
    let behaviour = behaviour(of: command.name, in: MagicTable.cell)
    actions.append(
      Action(
        construct: .cellMagic(command.name), range: magic.start..<cell.lines.last!.end,
        effects: behaviour.effects))
    switch behaviour.arguments {
    case .timed(let options):
      let words = options.parse(command.arguments, untilCode: true)
      let setup = MagicCode(source, in: command.arguments, from: words.rest, lines: [line])
      renderTimed(setup, IPythonCell(source, lines: body), line: line)
      return
    case .code(let options, _):
      let words = options.parse(command.arguments, untilCode: true)
      effects += words.writtenFiles(in: command.arguments)
      renderHead(words, of: command, line: line)
      let code = MagicCode(source, in: command.arguments, from: words.rest, lines: [line])
      if let code {
        text.insert(indent, at: code.start)
        renderInline(code)
      }
      copyNewline(line)
      renderBody(body)
    case .words(let options):
      let words = options.parse(command.arguments)
      effects = effects.map { $0.naming(MagicCommand.path(at: words.rest, in: command.arguments)) }
      if behaviour.body == .python {
        renderHead(words, of: command, line: line)
        copyNewline(line)
        renderBody(body)
        renderBinds(words, of: command, after: cell.lines.last!.end)
      } else {
        renderCall(binding: words.ranges(.bind), reading: words.ranges(.read), of: command, line)
        render(textBody: body, isShell: behaviour.body == .shell)
        effects += shellFiles(of: command, body)
      }
    default:
      renderCall(binding: command.queryTarget.map { [$0] } ?? [], reading: [], of: command, line)
      render(textBody: body, isShell: false)
    }
  }

  /// Appends a call for the functions that a magic's options name.
  private mutating func renderHead(
    _ words: MagicOptions.Words, of command: MagicCommand, line: CellLine
  ) {
    let names = words.ranges(.read)
    guard !names.isEmpty else { return }
    text.insert(indent, at: line.start)
    call(
      "run_cell_magic", name: command.name, reading: names, of: command.arguments,
      at: command.start)
    text.insert("\n", at: line.end)
  }

  private mutating func renderBody(_ lines: [CellLine]) {
    guard !lines.isEmpty else { return }
    nested { $0.render(IPythonCell($0.source, lines: lines)) }
  }

  /// Appends the assignments that a magic makes after its body has run.
  private mutating func renderBinds(
    _ words: MagicOptions.Words, of command: MagicCommand, after end: Int
  ) {
    let names = words.ranges(.bind)
    guard !names.isEmpty else { return }
    endLine(at: end)
    text.insert(indent, at: end)
    bind(names, of: command)
    call("run_cell_magic", name: command.name, of: command.arguments, at: command.start)
    text.insert("\n", at: end)
  }

  /// Appends the call that stands for a magic whose body is no Python.
  private mutating func renderCall(
    binding names: [Range<Int>], reading options: [Range<Int>], of command: MagicCommand,
    _ line: CellLine
  ) {
    text.insert(indent, at: line.start)
    bind(names, of: command)
    let read = options + Interpolation(command.arguments.bytes).expressions
    call(
      "run_cell_magic", name: command.name, reading: read, of: command.arguments,
      at: command.start)
    copyNewline(line)
  }

  /// Of magics whose body a shell runs.
  private func shellFiles(of command: MagicCommand, _ body: [CellLine]) -> [IPythonEffect] {
    switch command.name {
    case "bash", "sh", "zsh", "sx", "system", "!": break
    case "script":
      let program = command.arguments.words().map(command.arguments.string).first {
        !$0.hasPrefix("-")
      }
      guard ["bash", "sh", "zsh"].contains(program) else { return [] }
    default: return []
    }
    guard let first = body.first, let last = body.last else { return [] }
    return ShellFiles(String(decoding: source[first.start..<last.end], as: UTF8.self)).effects
  }

  private mutating func render(textBody lines: [CellLine], isShell: Bool) {
    for line in lines {
      let command = JoinedText(source, from: line.start, lines: [line])
      let read = isShell ? Interpolation(command.bytes).expressions : []
      if !read.isEmpty {
        text.insert(indent, at: line.start)
        call("getoutput", reading: read, of: command, at: line.start)
      }
      copyNewline(line)
    }
  }

  /// Appends setup and body of `%%timeit` as a function, and a call of it.
  private mutating func renderTimed(_ setup: MagicCode?, _ body: IPythonCell, line: CellLine) {
    text.insert("\(indent)def \(IPythonTransform.timedFunction)():", at: line.start)
    indented { inner in
      if let setup {
        inner.text.insert("\n" + inner.indent, at: setup.start)
        inner.renderInline(setup)
      }
      if setup == nil, !body.hasStatements {
        inner.text.insert(" pass", at: line.end)
      } else if body.magic != nil {
        inner.text.insert("\n\(inner.indent)pass", at: line.end)
      }
      inner.copyNewline(line)
      inner.nested { $0.render(body) }
    }
    let end = body.lines.last?.end ?? line.end
    endLine(at: end)
    text.insert("\(indent)\(IPythonTransform.timedFunction)()\n", at: end)
  }

  /// Starts a new line unless one has been started.
  private mutating func endLine(at end: Int) {
    if let last = text.bytes.last, last != .newline, last != .carriageReturn {
      text.insert("\n", at: end)
    }
  }
}
