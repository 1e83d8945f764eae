import CPython
import Testing

@testable import KaleAnalysis

/// Our trees and scopes against those of `python3`'s own modules.
@Suite(
  .enabled(if: LinkedPython.executable != nil, "needs an executable of the linked Python"))
struct DifferentialTests {
  private static let reference = ReferencePython(executable: LinkedPython.executable!)

  private static let answers = Result {
    let answers = try reference.answers(for: SyntaxSample.accepted.map(\.source))
    return Dictionary(
      uniqueKeysWithValues: zip(SyntaxSample.accepted.map(\.name), answers))
  }

  @Test(arguments: SyntaxSample.all)
  func treeIsThatOfAST(_ sample: SyntaxSample) throws {
    guard OtherPython.isNotNeeded(for: sample, since: sample.since) else { return }
    let dump = try PythonRuntime.shared.run { python in
      let symbols = SymbolTable()
      return try python.parse(sample.source, symbols: symbols).get().dump(symbols)
    }
    #expect(try dump == Self.answers.get()[sample.name]?.tree)
  }

  @Test(arguments: SyntaxSample.all)
  func scopesAreThoseOfSymtable(_ sample: SyntaxSample) throws {
    guard OtherPython.isNotNeeded(for: sample, since: sample.since) else { return }
    let dump = try PythonRuntime.shared.run { python in
      try python.scopes(of: sample.source).get().dump()
    }
    #expect(try dump == Self.answers.get()[sample.name]?.scopes)
  }

  @Test func samplesHaveEveryKindOfNode() throws {
    let names = NodeKind.allCases.map { String(cString: kale_kind_name($0.rawValue)) }
    let expected = Set(try Self.reference.classes(of: names))
    let found = try SyntaxSample.accepted.reduce(into: Set<String>()) { found, sample in
      let tree = try PythonRuntime.shared.run { python in
        try python.parse(sample.source, symbols: SymbolTable()).get()
      }
      found.formUnion(tree.allKinds)
    }
    #expect(found == expected)
  }
}

extension SyntaxTree {
  /// Names of the kinds that occur.
  fileprivate var allKinds: Set<String> {
    var kinds: Set<String> = []
    var pending = [root]
    while let node = pending.popLast() {
      kinds.insert(String(cString: kale_kind_name(kind(node).rawValue)))
      for (_, field) in kind(node).fields {
        switch field {
        case .child(let field): pending += [self[node, field]].compactMap(\.self)
        case .children(let field): pending += self[node, field].compactMap(\.self)
        default: break
        }
      }
    }
    return kinds
  }
}
