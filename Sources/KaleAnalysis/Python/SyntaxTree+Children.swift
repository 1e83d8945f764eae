extension SyntaxTree {
  /// Calls `body` for every child node of `node`, in the order of the fields.
  package func forEachChild(of node: Node, _ body: (Node) -> Void) {
    for field in Self.childFields[Int(words[Int(node.offset)])] {
      let word = words[Int(node.offset + Self.headerLength + field.index)]
      guard word != 0 else { continue }
      if field.isList {
        let count = words[Int(word)]
        for child in words[Int(word + 1)..<Int(word + 1 + count)] where child != 0 {
          body(Node(offset: child))
        }
      } else {
        body(Node(offset: word))
      }
    }
  }

  /// Calls `body` for every `arg` of an `arguments` node, in the order of the parameters.
  func forEachArgument(of arguments: Node, _ body: (Node) -> Void) {
    for argument in self[arguments, Field.Arguments.posonlyargs] { body(argument!) }
    for argument in self[arguments, Field.Arguments.args] { body(argument!) }
    if let argument = self[arguments, Field.Arguments.vararg] { body(argument) }
    for argument in self[arguments, Field.Arguments.kwonlyargs] { body(argument!) }
    if let argument = self[arguments, Field.Arguments.kwarg] { body(argument) }
  }

  /// How many parameters of an `arguments` node have a name of their own: all but `*args`, `**kwargs`.
  func namedParameterCount(_ arguments: Node) -> Int {
    self[arguments, Field.Arguments.posonlyargs].count + self[arguments, Field.Arguments.args].count
      + self[arguments, Field.Arguments.kwonlyargs].count
  }
}
