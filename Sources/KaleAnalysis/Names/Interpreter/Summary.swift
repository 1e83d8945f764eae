/// What calling a function of the notebook does, found by running its body once.
///
/// Each parameter holds a placeholder, an object of its own; where the summary is applied, the
/// arguments take the placeholders' place, as what names hold takes that of theirs, and each object that the body makes is made anew.
/// Once made, it is not changed.
final class Summary {
  /// What the call does to one name of the notebook's namespace.
  struct Use {
    var name: Symbol
    var read: Certainty?
    var exits: ExitStates
    var kinds: BindingKinds
    /// What it may hold afterwards, where the call may bind it.
    var values: ValueSet
  }

  /// What an object that the call makes holds.
  struct Part {
    var contents = ValueSet.plain
    var aliases = ValueSet.plain
    var attributes = SymbolMap<ValueSet>()
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
  var changes: [ObjectChange] = []
  var stores: [Store] = []
  var result = ValueSet.plain
  /// What the call makes, by the object of the body's run that stands for it.
  var made = OrderedMap<ObjectID, Part>()
  /// For the parameters by position, then for `*args` and `**kwargs`.
  var placeholders: [ObjectID] = []
  /// Placeholders handed to unknown code.
  var escapedPlaceholders: [ObjectID] = []
  /// Names whose values it hands to unknown code.
  var escapedNames: [Symbol] = []
  /// Notebook code handed to unknown code, which may call it.
  var escaped = OrderedSet<Interpreter.Callable>()
  var createdFunctions = ObjectSet()
  var calledFunctions = ObjectSet()
  var files = FileEffects()
  var outside: [OutsideEffect] = []
  var dynamic: [DynamicAccess] = []
  var importedModules: Set<String> = []
  /// What it does with files, or the string that it returns, depends on strings that it gets.
  var usesTexts = false
  /// The names that it reads.
  var dependencies: [Dependency] = []

  /// What was known of a name that the body reads. Only code and strings are looked at: for all else the
  /// name has a placeholder.
  struct Dependency {
    var name: Symbol
    /// nil where it held no code.
    var code: ValueSet?
    var texts: KnownTexts
  }

  /// How much work it is to apply it, as a number of values.
  private(set) lazy var size =
    uses.count + changes.count + stores.reduce(0) { $0 + $1.values.ids.count }
    + made.values.reduce(0) { $0 + $1.contents.ids.count + $1.aliases.ids.count }

  /// The string that stands for any that a parameter may hold.
  static let unknownText = "\u{0}"
}
