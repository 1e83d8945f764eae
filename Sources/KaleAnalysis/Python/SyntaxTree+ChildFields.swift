extension SyntaxTree {
  struct AnyChildField: Sendable {
    let index: Int32
    let isList: Bool
  }

  /// The fields that hold nodes, by kind number, in the order of `kinds.def`.
  static let childFields: [[AnyChildField]] = {
    func one(_ index: Int32) -> AnyChildField { AnyChildField(index: index, isList: false) }
    func many(_ index: Int32) -> AnyChildField { AnyChildField(index: index, isList: true) }
    return [
      [],
      [many(0)],  // Module
      [one(1), many(2), many(3), one(4), many(5)],  // FunctionDef
      [one(1), many(2), many(3), one(4), many(5)],  // AsyncFunctionDef
      [many(1), many(2), many(3), many(4), many(5)],  // ClassDef
      [one(0)],  // Return
      [many(0)],  // Delete
      [many(0), one(1)],  // Assign
      [one(0), many(1), one(2)],  // TypeAlias
      [one(0), one(2)],  // AugAssign
      [one(0), one(1), one(2)],  // AnnAssign
      [one(0), one(1), many(2), many(3)],  // For
      [one(0), one(1), many(2), many(3)],  // AsyncFor
      [one(0), many(1), many(2)],  // While
      [one(0), many(1), many(2)],  // If
      [many(0), many(1)],  // With
      [many(0), many(1)],  // AsyncWith
      [one(0), many(1)],  // Match
      [one(0), one(1)],  // Raise
      [many(0), many(1), many(2), many(3)],  // Try
      [many(0), many(1), many(2), many(3)],  // TryStar
      [one(0), one(1)],  // Assert
      [many(0)],  // Import
      [many(1)],  // ImportFrom
      [],  // Global
      [],  // Nonlocal
      [one(0)],  // Expr
      [],  // Pass
      [],  // Break
      [],  // Continue
      [many(1)],  // BoolOp
      [one(0), one(1)],  // NamedExpr
      [one(0), one(2)],  // BinOp
      [one(1)],  // UnaryOp
      [one(0), one(1)],  // Lambda
      [one(0), one(1), one(2)],  // IfExp
      [many(0), many(1)],  // Dict
      [many(0)],  // Set
      [one(0), many(1)],  // ListComp
      [one(0), many(1)],  // SetComp
      [one(0), one(1), many(2)],  // DictComp
      [one(0), many(1)],  // GeneratorExp
      [one(0)],  // Await
      [one(0)],  // Yield
      [one(0)],  // YieldFrom
      [one(0), many(2)],  // Compare
      [one(0), many(1), many(2)],  // Call
      [one(0), one(2)],  // FormattedValue
      [one(0), one(2)],  // Interpolation
      [many(0)],  // JoinedStr
      [many(0)],  // TemplateStr
      [],  // Constant
      [one(0)],  // Attribute
      [one(0), one(1)],  // Subscript
      [one(0)],  // Starred
      [],  // Name
      [many(0)],  // List
      [many(0)],  // Tuple
      [one(0), one(1), one(2)],  // Slice
      [one(0), one(1), many(2)],  // comprehension
      [one(0), many(2)],  // ExceptHandler
      [many(0), many(1), one(2), many(3), many(4), one(5), many(6)],  // arguments
      [one(1)],  // arg
      [one(1)],  // keyword
      [],  // alias
      [one(0), one(1)],  // withitem
      [one(0), one(1), many(2)],  // match_case
      [one(0)],  // MatchValue
      [],  // MatchSingleton
      [many(0)],  // MatchSequence
      [many(0), many(1)],  // MatchMapping
      [one(0), many(1), many(3)],  // MatchClass
      [],  // MatchStar
      [one(0)],  // MatchAs
      [many(0)],  // MatchOr
      [one(1), one(2)],  // TypeVar
      [one(1)],  // ParamSpec
      [one(1)],  // TypeVarTuple
    ]
  }()
}
