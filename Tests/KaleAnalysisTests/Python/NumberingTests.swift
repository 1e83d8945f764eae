import CPython
import Testing

@testable import KaleAnalysis

/// The numbers that Swift and C both write down are the same.
@Suite struct NumberingTests {
  /// "AsyncFunctionDef", "match_case" and "asyncFunctionDef", "matchCase" are the same.
  private func spelling(_ name: String) -> String {
    name.filter { $0 != "_" }.lowercased()
  }

  @Test(arguments: NodeKind.allCases)
  func kindHasItsNameAndFields(_ kind: NodeKind) throws {
    let name = String(cString: try #require(kale_kind_name(kind.rawValue)))
    #expect(spelling(name) == spelling("\(kind)"))
    for (index, (fieldName, field)) in kind.fields.enumerated() {
      let name = String(cString: try #require(kale_field_name(kind.rawValue, Int32(index))))
      #expect(name == fieldName)
      #expect(kale_field_word(kind.rawValue, Int32(index)) == field.index)
    }
    #expect(kale_field_name(kind.rawValue, Int32(kind.fields.count)) == nil)
  }

  @Test func thereAreNoOtherKinds() {
    #expect(kale_kind_name(0) == nil)
    #expect(kale_kind_name(Int32(NodeKind.allCases.count) + 1) == nil)
  }

  @Test func operatorsHaveTheirNames() {
    for value in Operator.allCases {
      #expect(
        kale_operator_name(value.rawValue).map { spelling(String(cString: $0)) }
          == spelling("\(value)"))
    }
    #expect(kale_operator_name(Int32(Operator.allCases.count) + 1) == nil)
  }

  @Test func contextsHaveTheirNames() {
    for value in [ExpressionContext.load, .store, .del] {
      #expect(
        kale_context_name(value.rawValue).map { spelling(String(cString: $0)) }
          == spelling("\(value)"))
    }
    #expect(kale_context_name(4) == nil)
  }

  @Test func lastNumbersOfScopesAgree() {
    #expect(ScopeTable.Block.Kind.typeVariable.rawValue == Int32(KALE_BLOCK_TYPE_VARIABLE.rawValue))
    #expect(ScopeTable.Name.Scope.cell.rawValue == Int32(KALE_SCOPE_CELL.rawValue))
    #expect(
      ScopeTable.Uses.declaredNonlocal.rawValue == Int32(KALE_NAME_NONLOCAL.rawValue))
  }
}
