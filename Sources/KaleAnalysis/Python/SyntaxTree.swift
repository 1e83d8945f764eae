/// The syntax tree of one cell: CPython's own, flattened into one array of 32-bit words.
///
/// A node at word offset `o` is `kind, line, column, end line, end column, fields...`, with the
/// numbering and the fields of `NodeKind` and `Field`. Lines are 1-based, columns 0-based UTF-8 bytes;
/// both are 0 for kinds that have no position (`arguments`, `comprehension`, ...).
public struct SyntaxTree: Sendable {
  /// A node, as its word offset in the tree. Never 0.
  public struct Node: Sendable, Hashable {
    package let offset: Int32

    package init(offset: Int32) { self.offset = offset }
  }

  /// Word 0 is unused, so that 0 can say "absent".
  let words: [Int32]
  /// The identifiers of the tree, by the index that its words hold.
  let symbols: [Symbol]
  /// The texts of constants, UTF-8.
  let text: [UInt8]
  /// The `Module` node.
  public let root: Node

  static let headerLength: Int32 = 5

  /// A module without statements.
  static let empty = SyntaxTree(
    words: [0, NodeKind.module.rawValue, 0, 0, 0, 0, 0], symbols: [], text: [],
    root: Node(offset: 1))

  public func kind(_ node: Node) -> NodeKind {
    NodeKind(rawValue: words[Int(node.offset)])!
  }

  /// The node's place in the text that was parsed, or nil for kinds without one.
  public func range(_ node: Node) -> SourceRange? {
    let at = Int(node.offset)
    guard words[at + 1] > 0 else { return nil }
    return SourceRange(
      start: SourcePosition(line: Int(words[at + 1]), column: Int(words[at + 2])),
      end: SourcePosition(line: Int(words[at + 3]), column: Int(words[at + 4])))
  }

  public subscript(node: Node, field: ChildField) -> Node? {
    let offset = word(node, field.index)
    return offset == 0 ? nil : Node(offset: offset)
  }

  public subscript(node: Node, field: ChildListField) -> NodeList {
    NodeList(words: words, offset: word(node, field.index))
  }

  public subscript(node: Node, field: NameField) -> Symbol? {
    let index = word(node, field.index)
    return index == 0 ? nil : symbols[Int(index) - 1]
  }

  public subscript(node: Node, field: NameListField) -> [Symbol] {
    list(node, field.index).map { symbols[Int($0) - 1] }
  }

  public subscript(node: Node, field: NumberField) -> Int32 { word(node, field.index) }

  public subscript(node: Node, field: NumberListField) -> [Int32] { Array(list(node, field.index)) }

  public subscript(node: Node, field: ConstantField) -> Constant {
    let at = Int(node.offset + Self.headerLength + field.index)
    let bytes = text[Int(words[at + 1])..<Int(words[at + 1] + words[at + 2])]
    return Constant(kind: Constant.Kind(rawValue: words[at])!, bytes: bytes)
  }

  /// The type of the literal that a `Constant` node is.
  func constantKind(_ node: Node) -> Constant.Kind {
    Constant.Kind(rawValue: word(node, Field.Constant.value.index))!
  }

  private func word(_ node: Node, _ index: Int32) -> Int32 {
    words[Int(node.offset + Self.headerLength + index)]
  }

  private func list(_ node: Node, _ index: Int32) -> ArraySlice<Int32> {
    let offset = Int(word(node, index))
    return offset == 0 ? [] : words[(offset + 1)...(offset + Int(words[offset]))]
  }
}

/// The children in a list field. An element is nil where Python has `None`.
public struct NodeList: Sendable, RandomAccessCollection {
  let words: [Int32]
  let offset: Int32

  public var startIndex: Int { 0 }
  public var endIndex: Int { offset == 0 ? 0 : Int(words[Int(offset)]) }

  public subscript(position: Int) -> SyntaxTree.Node? {
    let child = words[Int(offset) + 1 + position]
    return child == 0 ? nil : SyntaxTree.Node(offset: child)
  }
}

/// A literal of the source.
public struct Constant: Sendable {
  /// The type of the literal, numbered as `enum kale_constant` in the C module.
  public enum Kind: Int32, Sendable {
    case none = 1
    case `true`, `false`, ellipsis, int, float, complex, string, bytes
  }

  public let kind: Kind
  /// `string`: its value in UTF-8 (lone surrogates replaced by U+FFFD); `bytes`: its value; `int`,
  /// `float`, `complex`: Python's `repr`, but hexadecimal for an int of more than 3,000 hexadecimal
  /// digits; otherwise empty.
  public let bytes: ArraySlice<UInt8>

  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Operators in `BinOp`, `AugAssign`, `UnaryOp`, `BoolOp` and `Compare`, numbered as
/// `enum kale_operator` in the C module, spelled as in Python's `ast`.
public enum Operator: Int32, Sendable, CaseIterable {
  case add = 1
  case sub, mult, matMult, div, mod, pow, lShift, rShift, bitOr, bitXor, bitAnd, floorDiv
  case invert, not, uAdd, uSub
  case and, or
  case eq, notEq, lt, ltE, gt, gtE, `is`, isNot, `in`, notIn
}

/// What an expression in target position is for, numbered as `enum kale_context` in the C module.
public enum ExpressionContext: Int32, Sendable {
  case load = 1
  case store, del
}
