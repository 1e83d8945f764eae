// Files that calls of known functions read and write by known paths.

extension Interpreter {
  /// Notes what the call does with files; returns its result, with the string that it is known to be.
  func noteFiles(
    _ known: OutsideKnowledge, _ receiver: ValueSet, _ arguments: CallArguments,
    _ result: ValueSet, at node: SyntaxTree.Node
  ) -> ValueSet {
    for (access, place) in known.accesses {
      let paths = values(at: place, receiver, arguments)?.texts.list ?? []
      for path in paths where run.state.isReachable {
        for kind in kinds(of: access, known, receiver, arguments) {
          let isBare = kind == .write && !path.hasSuffix(known.suffix)
          let folder = access == .readsPattern ? PathSyntax.folder(ofPattern: path) : nil
          noteFile(
            folder == nil ? kind : .readFolder, folder ?? (isBare ? path + known.suffix : path),
            at: node)
        }
      }
    }
    var result = result
    switch known.result {
    case .path: result.texts = pathTexts(receiver, arguments, at: node)
    case .formatted: result.texts = formattedTexts(receiver, arguments)
    case nil: break
    }
    return result
  }

  func noteFile(_ kind: FileAccess.Kind, _ path: String, at node: SyntaxTree.Node) {
    if path.contains(Summary.unknownText) { run.usesTexts = true }
    guard PathSyntax.isLocalFile(path) else { return }
    run.files.append(FileAccess(kind: kind, path: path, range: place(of: node)))
  }

  /// nil where the call has nothing at the place.
  func values(
    at place: OutsideKnowledge.Place, _ receiver: ValueSet, _ arguments: CallArguments
  ) -> ValueSet? {
    guard case .argument(let position, let keywords) = place else {
      return place == .receiver ? receiver : nil
    }
    if position < arguments.positional.count { return arguments.positional[position] }
    return keywords.lazy.compactMap { arguments.keywords[self.symbols.intern($0)] }.first
  }

  private func kinds(
    of access: OutsideKnowledge.Access, _ known: OutsideKnowledge, _ receiver: ValueSet,
    _ arguments: CallArguments
  ) -> [FileAccess.Kind] {
    switch access {
    case .reads, .readsPattern: return [.read]
    case .readsFolder: return [.readFolder]
    case .writes: return [.write]
    case .writesFolder: return [.writeFolder]
    case .opens:
      guard let mode = known.mode.flatMap({ values(at: $0, receiver, arguments) }) else {
        return [.read]
      }
      let modes = mode.texts.list
      return modes.isEmpty ? [.read, .write] : modes.flatMap(OutsideKnowledge.kinds(ofMode:))
    }
  }

  /// The receiver and the arguments as one path.
  private func pathTexts(
    _ receiver: ValueSet, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> KnownTexts {
    let isSpread =
      tree.kind(node) == .call
      && tree[node, Field.Call.args].contains { tree.kind($0!) == .starred }
    var parts = arguments.positional.map(\.texts)
    if receiver != .plain { parts.insert(receiver.texts, at: 0) }
    guard !isSpread, let first = parts.first else { return .none }
    return parts.dropFirst().reduce(first) { $0.combined(with: $1, PathSyntax.join) }
  }
}
