/// Reads the tags of all code cells. Those of markdown and raw cells mean nothing.
struct TagReader {
  private(set) var diagnostics: [Diagnostic] = []
  /// For each normalised step name the spelling of the first step tag that has it, and its cell.
  private var spellings: [String: (written: String, cell: Int)] = [:]
  /// Spellings already spoken of, so that each is reported once.
  private var reported: Set<String> = []
  /// For each step name as it is written, the tags that have it.
  private var mentions: [String: [(tag: String, cell: Int)]] = [:]

  mutating func read(_ notebook: Notebook) -> [TaggedCell] {
    for cell in notebook.cells where cell.kind == .code {
      for tag in cell.tags {
        switch TagParser.parse(tag) {
        case .tag(.step(let name)), .tag(.previous(let name)):
          mentions[name.written, default: []].append((tag, cell.index))
        default: break
        }
      }
    }
    return notebook.cells.filter { $0.kind == .code }.map { cell in
      TaggedCell(cell, tags: cell.tags.compactMap { read($0, cell: cell.index) })
    }
  }

  private mutating func read(_ text: String, cell: Int) -> CellTag? {
    let location = Diagnostic.Location(cell: cell)
    switch TagParser.parse(text) {
    case .tag(let tag):
      switch tag {
      case .step(let name):
        checkForm(name, cell: cell)
        checkCollision(name, cell: cell)
      case .previous(let name): checkForm(name, cell: cell)
      default: break
      }
      return tag
    case .foreign: return nil
    case .resembles(let meant):
      diagnostics.append(
        Diagnostic(
          "unknown-tag", .warning, "the tag `\(text)` is ignored; did you mean `\(meant)`?",
          at: location, fix: "change the tag to \(meant), or remove it",
          edits: isComplete(meant) ? [.replace(text, with: meant, cell: cell)] : []))
    case .incomplete(let form):
      diagnostics.append(
        Diagnostic(
          "incomplete-tag", .warning,
          "the tag `\(text)` is ignored: it is not of the form `\(form)`",
          at: location, fix: "write \(form), or remove the tag"))
    case .invalid(let problem, let fix):
      diagnostics.append(
        Diagnostic(
          "invalid-tag", .error, "the tag `\(text)` can't be used: \(problem)", at: location,
          fix: fix))
    }
    return nil
  }

  /// Whether it is a tag, not one with a word in it that stands for a name.
  private func isComplete(_ tag: String) -> Bool {
    if case .tag = TagParser.parse(tag), !tag.hasSuffix(":NAME") { true } else { false }
  }

  /// The changes by which every tag that has the name gets its normalised form; none if that makes one
  /// step of two.
  private func renaming(_ name: StepName) -> [TagEdit] {
    let isTaken = mentions.keys.contains {
      $0 != name.written && StepName($0).normalized == name.normalized
    }
    if isTaken { return [] }
    return mentions[name.written, default: []].compactMap { tag, cell in
      tag.unicodeScalars.firstIndex(of: ":").map {
        .replace(
          tag, with: tag[..<tag.unicodeScalars.index(after: $0)] + name.normalized, cell: cell)
      }
    }
  }

  private mutating func checkForm(_ name: StepName, cell: Int) {
    guard name.form != .canonical, reported.insert(name.written).inserted else { return }
    let fix = "name it \(name.normalized) in every tag"
    let location = Diagnostic.Location(cell: cell)
    if name.form == .invalid {
      diagnostics.append(
        Diagnostic(
          "invalid-step-name", .error,
          "`\(name.written)` can't name a step: "
            + "small letters, digits and `_` can, with no digit first", at: location, fix: fix,
          edits: renaming(name)))
    } else {
      diagnostics.append(
        Diagnostic(
          "step-name-normalized", .warning,
          "the step `\(name.written)` is called `\(name.normalized)` in the pipeline",
          at: location, fix: fix, edits: renaming(name)))
    }
  }

  private mutating func checkCollision(_ name: StepName, cell: Int) {
    guard let first = spellings[name.normalized] else {
      spellings[name.normalized] = (name.written, cell)
      return
    }
    guard first.written != name.written, reported.insert("= " + name.written).inserted else {
      return
    }
    diagnostics.append(
      Diagnostic(
        "step-name-collision", .error,
        "the steps `\(first.written)` and `\(name.written)` would both be called "
          + "`\(name.normalized)`", at: Diagnostic.Location(cell: cell),
        notes: [
          Diagnostic.Note(
            "`\(first.written)` is named here", at: Diagnostic.Location(cell: first.cell))
        ],
        fix: "name one of them otherwise; if they are one step, write it alike in both tags"))
  }
}
