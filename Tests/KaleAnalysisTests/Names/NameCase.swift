import Foundation
import Testing

@testable import KaleAnalysis

/// One line of `Fixtures/names.jsonl`: an earlier cell, a cell, and what running it showed.
struct NameCase: Decodable, Sendable, CustomTestStringConvertible {
  var id: String
  var setup: String
  var code: String
  var reads: Set<String>
  var maybeReads: Set<String>
  var binds: Set<String>
  var maybeBinds: Set<String>
  var deletes: Set<String>
  var maybeDeletes: Set<String>
  /// What the run has changed in place, and what an unknown callee might.
  var mutates: Set<String>
  var mayMutateUnknown: Set<String>
  var calltimeReads: [String: Set<String>]
  var deferredReads: Set<String>
  /// Why the answer depends on the run; empty where it does not.
  var dynamic: String
  var minPython: String?
  var maxPython: String?

  enum CodingKeys: String, CodingKey {
    case id, setup, code, reads, binds, deletes, mutates, dynamic
    case maybeReads = "maybe_reads"
    case maybeBinds = "maybe_binds"
    case maybeDeletes = "maybe_deletes"
    case mayMutateUnknown = "may_mutate_unknown"
    case calltimeReads = "calltime_reads"
    case deferredReads = "deferred_reads"
    case minPython = "min_python"
    case maxPython = "max_python"
  }

  var testDescription: String { id }

  static func readAll() throws -> [NameCase] {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/names", withExtension: "jsonl"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    return try lines.map { try JSONDecoder().decode(NameCase.self, from: Data($0.utf8)) }
  }

  /// Minor versions of the first and last Python 3 whose grammar and rules the case has.
  var since: Int { minPython.flatMap(Self.minor) ?? 0 }
  var last: Int? { maxPython.flatMap(Self.minor) }

  private static func minor(_ version: String) -> Int? {
    version.split(separator: ".").last.flatMap { Int($0) }
  }

  /// The effects of `code` after `setup`, by the stages that a notebook goes through.
  func analyze(_ python: borrowing PythonInterpreter) throws -> CellEffects {
    let symbols = SymbolTable(python.vocabulary)
    let interpreter = Interpreter(symbols: symbols)
    var effects = CellEffects()
    for (index, source) in [setup, code].enumerated() {
      let cell = Cell(index: index, kind: .code, source: source)
      let parsed = CellParser.parse(cell, python, symbols)
      effects = interpreter.analyze(Interpreter.Unit(try parsed.mapError(Unparsed.init).get()))
    }
    return effects
  }

  struct Unparsed: Error {
    var diagnostic: Diagnostic
  }

  /// The differences between what was foreseen and what the case says; empty when exact.
  func differences(from effects: CellEffects) -> [String] {
    var found: [String] = []
    func compare(_ what: String, _ seen: Set<String>, _ right: Set<String>) {
      if seen != right { found.append("\(what) \(seen.sorted()) for \(right.sorted())") }
    }
    func names(_ matches: (NameEffect) -> Bool) -> Set<String> {
      Set(effects.names.filter { matches($0.value) }.keys)
    }
    if dynamic.isEmpty || effects.dynamic.isEmpty {
      compare("reads", names { $0.read == .definite }, reads)
      compare("maybe-reads", names { $0.read == .maybe }, maybeReads)
      compare("binds", names { $0.exits.certainty(of: .bound) == .definite }, binds)
      compare("maybe-binds", names { $0.exits.certainty(of: .bound) == .maybe }, maybeBinds)
      compare("deletes", names { $0.exits.certainty(of: .deleted) == .definite }, deletes)
      compare("maybe-deletes", names { $0.exits.certainty(of: .deleted) == .maybe }, maybeDeletes)
      compare("deferred reads", effects.deferredReads, deferredReads)
    }
    let mutated = names { $0.mutation != nil }
    if !mutated.isSuperset(of: mutates) {
      found.append("mutates misses \(mutates.subtracting(mutated).sorted())")
    }
    if !mutated.isSubset(of: mutates.union(mayMutateUnknown)) {
      found.append("mutates too much \(mutated.subtracting(mutates).sorted())")
    }
    for (name, right) in calltimeReads {
      compare("call reads of \(name)", Set(effects.calls[name, default: .init()].reads.keys), right)
    }
    return found
  }
}
