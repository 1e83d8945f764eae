import Testing

@testable import KaleAnalysis

@Test func internsEachNameOnce() {
  let table = SymbolTable()
  let x = table.intern("x")
  #expect(table.intern("y") != x)
  #expect(table.intern("x") == x)
  #expect(table.name(x) == "x")
}
