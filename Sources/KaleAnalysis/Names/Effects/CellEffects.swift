/// How sure an effect is: on some executions, or on every one that ends normally.
public enum Certainty: Sendable, Comparable {
  case maybe, definite
}

/// What a cell may have done to a name at its normal end.
public struct ExitStates: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let untouched = ExitStates(rawValue: 1)
  public static let bound = ExitStates(rawValue: 2)
  public static let deleted = ExitStates(rawValue: 4)

  /// How surely the name is in `state` (one of the three) at exit; nil when it cannot be.
  public func certainty(of state: ExitStates) -> Certainty? {
    self == state ? .definite : contains(state) ? .maybe : nil
  }
}

/// How a bound name got its value: it decides how the value travels.
public struct BindingKinds: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let `import` = BindingKinds(rawValue: 1)
  public static let function = BindingKinds(rawValue: 2)
  public static let classDefinition = BindingKinds(rawValue: 4)
  public static let constant = BindingKinds(rawValue: 8)
  public static let value = BindingKinds(rawValue: 16)
}

/// Why an object is taken to be changed in place.
public typealias MutationReason = ChangeReason<String>

/// Why an object is taken to be changed in place; `Name` stands for the names of callees.
public enum ChangeReason<Name: Sendable & Hashable>: Sendable, Hashable {
  case attributeStore, itemStore, inPlaceOperator
  /// A method that is known to change its receiver, or a function known to change an argument.
  case knownMutator(Name)
  /// Code of the notebook, called here.
  case callee
  /// Code of a library about which nothing is known.
  case unknownCallee(Name)

  /// Whether the change is a guess, because the callee is not known.
  public var isGuess: Bool {
    if case .unknownCallee = self { return true }
    return false
  }

  /// The same reason with other names.
  func named<Other>(_ name: (Name) -> Other) -> ChangeReason<Other> {
    switch self {
    case .attributeStore: .attributeStore
    case .itemStore: .itemStore
    case .inPlaceOperator: .inPlaceOperator
    case .knownMutator(let callee): .knownMutator(name(callee))
    case .callee: .callee
    case .unknownCallee(let callee): .unknownCallee(name(callee))
    }
  }
}

/// What one cell does to one name of the notebook's namespace.
public struct NameEffect: Sendable {
  /// Whether its value on entry is looked up; nil for no.
  public var read: Certainty?
  /// Where it is first looked up.
  public var readRange: SourceRange?
  /// A name that is missing at the first lookup does no harm there: `!echo {name}`.
  public var isReadLenient = false
  public var exits: ExitStates = .untouched
  /// Where it is first bound or deleted.
  public var bindRange: SourceRange?
  public var mutation: Mutation?
  public var kinds: BindingKinds = []
  /// The statements that bind it, where it is bound by imports alone.
  public var imports: [String] = []
  /// The module whose star import binds it.
  public var starModule: String?
  /// What its value is known to be at exit, where the cell binds it.
  public var type: ValueType?

  public struct Mutation: Sendable {
    public var certainty: Certainty
    public var reason: MutationReason
    public var range: SourceRange?
  }

  public var mayBind: Bool { exits.contains(.bound) }
  public var mayDelete: Bool { exits.contains(.deleted) }
}

/// A read of what a kernel keeps of the cells that have run: `_`, `Out`.
struct HistoryRead: Sendable {
  var name: String
  var certainty: Certainty
  var range: SourceRange?
}

/// What calling a function has as effect on the namespace.
public struct CallSummary: Sendable {
  public var reads: [String: Certainty] = [:]
  public var binds: [String: Certainty] = [:]
  public var deletes: [String: Certainty] = [:]
  public var mutates: [String: Certainty] = [:]

  public init() {}
}

/// An access to the namespace that depends on the run.
public struct DynamicAccess: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case readsUnknown = "reads-unknown"
    case bindsUnknown = "binds-unknown"
    case deletesUnknown = "deletes-unknown"
  }

  public var kind: Kind
  /// What does it: "exec", "globals()", "%run", "from m import *".
  public var cause: String
  public var range: SourceRange?

  var isStarImport: Bool { cause.hasSuffix("import *") }
}

/// The effects of one cell, run after all earlier cells of the notebook. Section 1 of the design:
/// reads, exit states, mutations, binding kinds, call summaries, dynamic accesses.
public struct CellEffects: Sendable {
  public var names: [String: NameEffect] = [:]
  /// What calling each callable does that the cell has bound, methods as "Class.method".
  public var calls: [String: CallSummary] = [:]
  /// Read by lambdas, generators and the like that the cell has created and not run.
  public var deferredReads: Set<String> = []
  public var dynamic: [DynamicAccess] = []
  /// Star imports of the cell as statements.
  public var starImports: [String] = []
  /// Roots of the modules that the cell's code imports, functions included.
  public var importedModules: Set<String> = []
  /// For each name that the cell reads or binds and whose value may run code of the notebook when it
  /// is called: the names that this code reads.
  public var callReads: [String: Set<String>] = [:]
  /// For each name that the cell binds or changes in place: the other names whose values may have a
  /// changeable object in common with it afterwards.
  public var sharing: [String: Set<String>] = [:]
  public var files = FileEffects()
  /// The reads of what a kernel keeps of earlier cells, where no cell has bound the name.
  var historyReads: [HistoryRead] = []
  /// Each once, in no fixed order.
  public var outside: [OutsideEffect] = []

  public init() {}
}
