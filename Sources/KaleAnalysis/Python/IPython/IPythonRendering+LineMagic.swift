extension IPythonRendering {
  /// Appends what a line magic does; `lines` starts with the line of its `%`. Returns how many
  /// newlines of these lines are written already.
  mutating func render(magic: IPythonConstruct, lines: ArraySlice<CellLine>) -> Int {
    let (head, arguments) = magic.content.partitioned()
    let command = MagicCommand(
      name: head.string, arguments: arguments, start: magic.start, isAssigned: magic.isAssigned)
    let behaviour = behaviour(of: command.name, in: MagicTable.line)
    effects = behaviour.effects + Self.shellFiles(of: command)
    switch behaviour.arguments {
    case .words(let options): render(words: options.parse(arguments), of: command)
    case .code(let options, let yieldsValue):
      let words = options.parse(arguments, untilCode: true)
      effects += words.writtenFiles(in: arguments)
      guard let code = MagicCode(source, in: arguments, from: words.rest, lines: lines) else {
        call("run_line_magic", name: command.name, of: arguments, at: command.start)
        break
      }
      let read = words.ranges(.read)
      return withIndent(from: lines.first!.start, upTo: magic.start) {
        $0.render(code: code, reading: read, of: command, yieldsValue: yieldsValue)
      }
    case .timed(let options):
      let words = options.parse(arguments, untilCode: true)
      guard let code = MagicCode(source, in: arguments, from: words.rest, lines: lines) else {
        call("run_line_magic", name: command.name, of: arguments, at: command.start)
        break
      }
      return withIndent(from: lines.first!.start, upTo: magic.start) {
        $0.render(timed: code, of: command)
      }
    case .store: renderStore(command)
    case .shellAssignment: render(binding: command.shellTarget, of: command)
    case .query: render(binding: command.queryTarget, of: command)
    case .script:
      effects.append(.runsFile(command.script))
      render(binding: nil, of: command)
    case .environment:
      if command.setsEnvironment { effects.append(.changesEnvironment) }
      render(binding: nil, of: command)
    case .pylab: renderPylab(command)
    }
    return 0
  }

  /// Of magics that hand their line to a shell.
  private static func shellFiles(of command: MagicCommand) -> [IPythonEffect] {
    switch command.name {
    case "cat", "cp", "mv", "less", "more":
      ShellFiles("\(command.name) \(command.arguments.string)").effects
    case "sx", "system": ShellFiles(command.arguments.string).effects
    default: []
    }
  }

  /// What the construct does that was noted last.
  var effects: [IPythonEffect] {
    get { actions[actions.count - 1].effects }
    set { actions[actions.count - 1].effects = newValue }
  }

  private mutating func render(words: MagicOptions.Words, of command: MagicCommand) {
    let deleted = words.ranges(.delete)
    let modules = words.ranges(.importedModule).filter { command.isModule($0) }
    effects = effects.map { $0.naming(MagicCommand.path(at: words.rest, in: command.arguments)) }
    if let keyword = !deleted.isEmpty ? "del " : !modules.isEmpty ? "import " : nil,
      !command.isAssigned
    {
      text.insert(keyword, at: command.start)
      for (index, range) in (deleted + modules).enumerated() {
        if index > 0 { text.insert(", ", at: command.arguments.offset(range.lowerBound)) }
        copy(range, of: command.arguments)
      }
    } else {
      let read = words.ranges(.read) + Interpolation(command.arguments.bytes).expressions
      bind(words.ranges(.bind), of: command)
      call(
        "run_line_magic", name: command.name, reading: read, of: command.arguments,
        at: command.start)
    }
  }

  /// Appends a call that binds a name, if one is given.
  private mutating func render(binding target: Range<Int>?, of command: MagicCommand) {
    bind(target.map { [$0] } ?? [], of: command)
    call(
      "run_line_magic", name: command.name, interpolating: command.arguments, at: command.start)
  }

  /// Appends the call, and the imports that it makes in the namespace (IPython's `import_pylab`).
  private mutating func renderPylab(_ command: MagicCommand) {
    render(binding: nil, of: command)
    // Statements have no place there.
    if command.isAssigned { return effects.append(.bindsUnknown) }
    var imports = [
      "import numpy, matplotlib", "from matplotlib import pylab, mlab, pyplot",
      "import numpy as np", "import matplotlib.pyplot as plt",
    ]
    let words = command.arguments.words().map(command.arguments.string)
    if !words.contains("--no-import-all") {
      imports += ["from matplotlib.pylab import *", "from numpy import *"]
    }
    imports += [
      "from IPython.core.pylabtools import figsize, getfigs", "from IPython.display import display",
    ]
    for statement in imports { text.insert("; " + statement, at: command.start) }
  }

  /// Appends `name = ` for each name.
  mutating func bind(_ names: [Range<Int>], of command: MagicCommand) {
    for name in names where PythonExpression.isIdentifier(command.arguments.bytes[name]) {
      copy(name, of: command.arguments)
      text.insert(" = ", at: command.arguments.offset(name.upperBound))
    }
  }

  /// `%store -r a b` binds the names, `%store a` reads them, `%store -r` binds what it finds.
  private mutating func renderStore(_ command: MagicCommand) {
    let words = command.arguments.words()
    let options = words.filter { command.arguments.bytes[$0.lowerBound] == UInt8(ascii: "-") }
    let names = words.filter { word in
      !options.contains(word) && PythonExpression.isIdentifier(command.arguments.bytes[word])
    }
    switch options.first.map(command.arguments.string) {
    case "-r":
      if names.isEmpty { effects.append(.bindsUnknown) }
      bind(names, of: command)
      call("run_line_magic", name: command.name, of: command.arguments, at: command.start)
    case nil:
      let target = words.dropFirst().firstIndex { command.arguments.bytes[$0.lowerBound] == 0x3E }
      if let target { effects.append(.writesFile(command.redirectedPath(words[target...]))) }
      call(
        "run_line_magic", name: command.name,
        reading: target == nil ? names : Array(names.prefix(1)),
        of: command.arguments, at: command.start)
    default:
      call("run_line_magic", name: command.name, of: command.arguments, at: command.start)
    }
  }
}
