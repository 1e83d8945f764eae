// What code does to the process and to the system, beside names and files.

extension Interpreter {
  /// Notes what the call of `name` does outside of the namespace; returns its result, with the string
  /// that it is known to be.
  func noteOutside(
    _ known: OutsideKnowledge?, named name: String, _ receiver: ValueSet,
    _ arguments: CallArguments, _ result: ValueSet, at node: SyntaxTree.Node
  ) -> ValueSet {
    guard let known else { return result }
    noteEffects(known, named: name, receiver, arguments, at: node)
    return noteFiles(known, receiver, arguments, result, at: node)
  }

  private func noteEffects(
    _ known: OutsideKnowledge, named name: String, _ receiver: ValueSet,
    _ arguments: CallArguments, at node: SyntaxTree.Node
  ) {
    for (kind, place) in known.effects where place != .item {
      let text = place.flatMap { values(at: $0, receiver, arguments)?.texts.onlyOne.list.first }
      if let text, text.contains(Summary.unknownText) { run.usesTexts = true }
      noteOutside(kind, text.map { "\(name)(\($0.pythonLiteral))" } ?? name, at: node)
      if kind == .shell, let command = text ?? spelledCommand(node) {
        noteFiles(of: command, at: node)
      }
    }
  }

  /// `wget -q URL` for `run(["wget", "-q", URL])`, as far as the code spells it out.
  private func spelledCommand(_ node: SyntaxTree.Node) -> String? {
    guard tree.kind(node) == .call, let list = tree[node, Field.Call.args].first ?? nil,
      tree.kind(list) == .list
    else { return nil }
    let words = tree[list, Field.List.elts].map { element in
      element.flatMap { tree.string($0) }.map(ShellWord.quoted) ?? "$unknown"
    }
    return words.joined(separator: " ")
  }

  private func noteFiles(of command: String, at node: SyntaxTree.Node) {
    guard !command.contains(Summary.unknownText) else { return }
    for effect in ShellFiles(command).effects {
      switch effect {
      case .readsFile(let path?): noteFile(.read, path, at: node)
      case .writesFile(let path?): noteFile(.write, path, at: node)
      case .writesFolder(let path): noteFile(.writeFolder, path, at: node)
      default: break
      }
    }
  }

  /// Notes what changing items of `holder` does: `os.environ["A"] = "1"`, `sys.path += [folder]`.
  func noteItemChange(of holder: ValueSet, key: ValueSet, at node: SyntaxTree.Node) {
    for id in holder.ids {
      guard case .library(let path) = heap[id].shape else { continue }
      let callee = callees.function(path.path)
      guard let known = callees[callee].outside else { continue }
      for (kind, place) in known.effects where place == .item {
        let text = key.texts.onlyOne.list.first
        noteOutside(kind, text.map { "\(path.path)[\($0.pythonLiteral)]" } ?? path.path, at: node)
      }
    }
  }

  private func noteOutside(_ kind: OutsideEffect.Kind, _ detail: String, at node: SyntaxTree.Node) {
    guard run.state.isReachable else { return }
    noteOutside(OutsideEffect(kind: kind, detail: detail, range: place(of: node)))
  }

  func noteOutside(_ effect: OutsideEffect) {
    if !run.outside.contains(effect) { run.outside.append(effect) }
  }
}
