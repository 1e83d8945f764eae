/// What calling a function of the notebook does, found by running its body once.
///
/// Each parameter holds a placeholder, an object of its own; where the summary is applied, the
/// arguments take the placeholders' place, and each object that the body makes is made anew.
struct Summary {
  /// What the call does to one name of the notebook's namespace.
  struct Use {
    var name: Symbol
    var read: Certainty?
    var exits: ExitStates
    var kinds: BindingKinds
    /// What it may hold afterwards, where the call may bind it.
    var values: ValueSet
  }

  /// Objects that the call makes reachable from one that was there before.
  struct Store {
    var holder: ObjectID
    var values: ValueSet
    /// nil for an element.
    var attribute: Symbol?
  }

  var uses: [Use] = []
  /// Ascending by object.
  var mutations: [(object: ObjectID, mutation: NameEffect.Mutation)] = []
  var stores: [Store] = []
  var result = ValueSet.plain
  /// For the parameters by position, then for `*args` and `**kwargs`.
  var placeholders: [ObjectID] = []
  /// Placeholders handed to unknown code.
  var escapedPlaceholders: [ObjectID] = []
  /// Notebook code handed to unknown code, which may call it.
  var escaped: Set<Interpreter.Callable> = []
  var createdFunctions: [ObjectID] = []
  var calledFunctions: Set<ObjectID> = []
  var files = FileEffects()
  var dynamic: [DynamicAccess] = []
  var importedModules: Set<String> = []
  /// What it does with files, or the string that it returns, depends on strings that it gets.
  var usesTexts = false
  /// The names whose values it depends on, with what they held.
  var dependencies: [(name: Symbol, values: ValueSet)] = []

  /// The string that stands for any that a parameter may hold.
  static let unknownText = "\u{0}"
}
