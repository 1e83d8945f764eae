// Iterators of the builtins, which do their work when something asks for elements.

extension Interpreter {
  /// The iterator that `map`, `zip` and the like make; nil where there is no code to run later, as of
  /// lists.
  func makeIterator(
    _ id: ObjectID, _ name: Symbol, _ arguments: CallArguments, at node: SyntaxTree.Node
  ) -> ValueSet? {
    let isLazy =
      name == names.map || name == names.filter
      || arguments.all.ids.contains { id in
        switch heap[id].shape {
        case .deferred, .instance, .container(.iterator), .function, .boundMethod: true
        default: false
        }
      }
    guard isLazy else { return nil }
    let call = DeferredCall(
      function: id, arguments: arguments.positional + [arguments.spread],
      keywords: arguments.keywords, isCoroutine: false)
    let iterator = heap.object(at: site(node, role: 9), .deferred(call))
    heap.reshape(iterator, .deferred(call))
    heap.store(arguments.all, into: iterator)
    return ValueSet(iterator)
  }

  /// Has an iterator of the builtin `name` do its work; yields its elements.
  func advance(_ name: Symbol, _ call: DeferredCall, at node: SyntaxTree.Node) -> ValueSet {
    let spread = call.arguments.last ?? .plain
    // `it = map(f, it)` in a loop holds itself.
    guard iteratorDepth < 4, steps < Self.stepLimit else { return .plain }
    iteratorDepth += 1
    steps += 1
    defer { iteratorDepth -= 1 }
    let arguments = call.arguments.dropLast()
    guard let first = arguments.first else { return contents(of: spread) }
    let rest = arguments.dropFirst().map { iterate($0, at: node) }
    switch name {
    case names.map:
      return self.call(
        first, CallArguments(positional: rest, spread: contents(of: spread)), at: node)
    case names.filter:
      let elements = rest.first ?? contents(of: spread)
      self.call(first, CallArguments(positional: [elements]), at: node)
      return elements
    case names.zip, names.enumerate:
      var elements = contents(of: spread)
      for values in [iterate(first, at: node)] + rest { elements.formUnion(values) }
      guard elements != .plain else { return .plain }
      let tuple = heap.object(at: site(node, role: 10), .container(.tuple))
      heap.store(elements, into: tuple)
      return ValueSet(tuple)
    default:
      let isCallback = arguments.count > 1
      return isCallback
        ? self.call(first, CallArguments(), at: node) : iterate(first, at: node)
    }
  }

  /// Uses up iterators, generators and instances among the arguments of a call; yields the elements.
  func consume(_ values: ValueSet, by name: String, at node: SyntaxTree.Node) -> ValueSet {
    var result = ValueSet.plain
    for id in values.ids {
      switch heap[id].shape {
      case .deferred(let call):
        mutate(ValueSet(id), .knownMutator(name), at: node)
        maybe { result.formUnion(runDeferred(call, at: node)) }
      case .container(.iterator): mutate(ValueSet(id), .knownMutator(name), at: node)
      case .instance: result.formUnion(iterate(ValueSet(id), at: node))
      default: break
      }
    }
    return result
  }
}
