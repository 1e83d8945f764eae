/// The abstract objects of a notebook. One object stands for all that one place of the code creates
/// while one cell runs; what it holds only ever grows.
final class Heap {
  /// What an object is, as far as the analysis tells objects apart. Most are opaque: the shapes that
  /// say much are kept elsewhere, so that an object is small.
  enum Shape {
    /// A value of a library, or one about which nothing is known.
    case opaque
    /// The inside of an opaque object: its elements, its attributes, views of it, and whatever has
    /// been stored into it.
    case interior(of: ObjectID)
    case container(Container)
    indirect case function(FunctionCode)
    /// A function bound to the object that it is called on; for a method of a container, in the place of
    /// the function a library's path that is the name with a dot in front.
    case boundMethod(function: ObjectID, receiver: ObjectID)
    indirect case classObject(ClassCode)
    case instance(of: ObjectID)
    /// A module or something out of one, by its dotted path.
    indirect case library(LibraryPath)
    case builtin(Symbol)
    /// `functools.partial` and the like: calls what it holds with what it holds.
    indirect case partial(callee: ValueSet, arguments: [ValueSet], keywords: SymbolMap<ValueSet>)
    /// A generator or coroutine: a call whose body has not run yet.
    indirect case deferred(DeferredCall)
    /// A variable that inner functions refer to.
    case variable
  }

  enum Container: Sendable {
    case list, set, dictionary, tuple, iterator

    var isMutable: Bool { self != .tuple }
  }

  enum Role: Sendable {
    /// An object of the notebook.
    case own
    /// Made while a call was summarized: each call makes one of its own.
    case template
    /// Stands for an argument while a call is summarized.
    case placeholder
  }

  struct Object {
    var shape: Shape
    var role = Role.own
    /// It is part of the crowd.
    var isInCrowd = false
    /// How many calls in calls, each by way of a summary, it has come out of.
    var generation: Int8 = 0
    /// Elements, keys and whatever else it may hold without a name.
    var contents = ValueSet.plain
    var attributes = SymbolMap<ValueSet>()
    /// The objects that an opaque one may be itself, or a view of.
    var aliases = ObjectIDs()
    /// It may be something inside of one of these, too.
    var mayBeInsideAliases = false
    /// The objects that hold this one.
    var holders = ObjectIDs()
    /// The object that stands for its inside, once asked for.
    var interior: ObjectID?
    /// What is known of its type.
    var type: ValueType?
  }

  var objects: [Object] = []
  private var sites = OrderedMap<Site, ObjectID>()
  /// What the code being run has handed to code about which nothing is known.
  var escapes = Escapes()
  private var variables = OrderedMap<Variable, ObjectID>()
  private var isMakingTemplates = false
  /// The object that stands for any of those that crowded objects hold; nil as long as none is.
  var crowd: ObjectID?
  /// Stands for what has been stored into the crowd, and so perhaps into each of its members.
  var spreadValues: ObjectID?
  /// What has been stored into older objects while a call was summarized.
  private var templateStores: [StorePlace: ValueSet] = [:]

  /// Objects out of reach of the analysis.
  struct Escapes {
    var objects = ObjectSet()
    /// Stored into escaped objects since, and not looked at yet.
    var pending: [ObjectID] = []
  }

  /// Where an object is created: the cell being run, and the place in the code.
  struct Site: IndexKey {
    var cell: Int32
    var unit: Int32
    var offset: Int32
    /// Tells apart several objects of one place.
    var role: Int32 = 0

    var hashBits: UInt64 {
      (cell.hashBits << 32 | unit.hashBits) &* 0xBF58_476D_1CE4_E5B9
        ^ (offset.hashBits << 32 | role.hashBits) &* 0x94D0_49BB_1331_11EB
    }

    /// The cell that stands for a call of `function`, whichever cell it is in.
    static func templateCell(of function: ObjectID) -> Int32 { -100 - function }

    static let placeholderUnit: Int32 = -6
    /// The cell of functions and classes that are defined while calls are summarized: one serves all.
    static let definitionCell = Int32.min + 1
    /// The cell of placeholders that belong to no function.
    static let placeholderCell = Int32.min

    fileprivate var objectRole: Role {
      cell > Self.templateCell(of: 0)
        ? .own : unit == Self.placeholderUnit ? .placeholder : .template
    }
  }

  private struct Variable: IndexKey {
    var unit: Int32
    var scope: Int32
    var index: Int32

    var hashBits: UInt64 { unit.hashBits << 40 ^ scope.hashBits << 20 ^ index.hashBits }
  }

  subscript(id: ObjectID) -> Object {
    _read { yield objects[Int(id)] }
  }

  func create(_ shape: Shape, role: Role, type: ValueType? = nil) -> ObjectID {
    objects.append(Object(shape: shape, role: role, type: type))
    return ObjectID(objects.count - 1)
  }

  /// The object of a place, made at the first visit.
  func object(at site: Site, type: ValueType? = nil, _ shape: @autoclosure () -> Shape)
    -> ObjectID
  {
    if let known = sites[site] { return known }
    let id = create(shape(), role: site.objectRole, type: type)
    sites.append(id, for: site)
    return id
  }

  /// Past so many calls in calls, what a call makes is told apart by its shape alone: recursion would
  /// go on making more without end.
  private static let generationLimit: Int8 = 2

  /// The object that the call at `site` makes in place of `template`.
  func copy(of template: ObjectID, at site: Site) -> ObjectID {
    let shape = objects[Int(template)].shape
    let generation = objects[Int(template)].generation + 1
    var site = site
    let isExact = generation <= Self.generationLimit
    site.role = isExact ? -1 - template : -(1 << 24) - Self.number(of: shape)
    let copy = object(at: site, type: objects[Int(template)].type, shape)
    objects[Int(copy)].generation = min(generation, Self.generationLimit)
    if objects[Int(template)].mayBeInsideAliases { objects[Int(copy)].mayBeInsideAliases = true }
    return copy
  }

  /// Tells apart the shapes of which calls make objects.
  private static func number(of shape: Shape) -> Int32 {
    switch shape {
    case .container(.list): 1
    case .container(.set): 2
    case .container(.dictionary): 3
    case .container(.tuple): 4
    case .container(.iterator): 5
    case .partial: 6
    case .deferred(let call): 8 + 2 * call.function
    case .instance(let type): 9 + 2 * type
    default: 0
    }
  }

  /// Replaces what the object is, for definitions that are run again.
  func reshape(_ id: ObjectID, _ shape: Shape) {
    objects[Int(id)].shape = shape
  }

  /// The heap cell of a captured variable.
  func variable(unit: Int, scope: Int, index: Int) -> ObjectID {
    let key = Variable(unit: Int32(unit), scope: Int32(scope), index: Int32(index))
    if let known = variables[key] { return known }
    let id = create(.variable, role: .own)
    variables.append(id, for: key)
    return id
  }

  func store(_ values: ValueSet, into holder: ObjectID) {
    if case .interior(let owner) = objects[Int(holder)].shape {
      return store(values, into: owner)
    }
    noteStore(values, into: holder, nil)
    if holder == crowd { return spread(values) }
    let values = thinned(values, beside: objects[Int(holder)].contents.ids)
    guard objects[Int(holder)].contents.formUnion(values) else { return }
    link(values, to: holder)
    if isCrowded(objects[Int(holder)].contents.ids, holder) {
      objects[Int(holder)].contents = gathered(objects[Int(holder)].contents, holder)
    }
  }

  func store(_ values: ValueSet, into holder: ObjectID, attribute: Symbol) {
    noteStore(values, into: holder, attribute)
    if holder == crowd { return spread(values) }
    var values = values
    if crowd != nil, let held = objects[Int(holder)].attributes[attribute] {
      values = thinned(values, beside: held.ids)
    }
    guard objects[Int(holder)].attributes[attribute, default: .plain].formUnion(values) else {
      return
    }
    link(values, to: holder)
    if let held = objects[Int(holder)].attributes[attribute], isCrowded(held.ids, holder) {
      objects[Int(holder)].attributes[attribute] = gathered(held, holder)
    }
  }

  /// Notes that the opaque `id` may be one of `values`, or keep them, or share memory with them.
  ///
  /// - Parameter inside: whether it may be something that these hold.
  func alias(_ values: ValueSet, as id: ObjectID, inside: Bool = false) {
    if id == crowd { return values.ids.forEach(join) }
    if inside { objects[Int(id)].mayBeInsideAliases = true }
    let values = thinned(values, beside: objects[Int(id)].aliases)
    guard objects[Int(id)].aliases.formUnion(values.ids) else { return }
    link(values, to: id)
    if isCrowded(objects[Int(id)].aliases, id) {
      objects[Int(id)].aliases = gathered(ValueSet(objects[Int(id)].aliases), id).ids
    }
  }

  func link(_ values: ValueSet, to holder: ObjectID) {
    if escapes.objects.contains(holder) { escapes.pending += values.ids }
    for id in values.ids where id != holder { _ = objects[Int(id)].holders.insert(holder) }
  }

  /// The one object that stands for everything inside an opaque one.
  func interior(of id: ObjectID) -> ObjectID {
    if case .interior = objects[Int(id)].shape { return id }
    if let inner = objects[Int(id)].interior { return inner }
    let role: Role = objects[Int(id)].role == .own ? .own : .template
    let inner = create(.interior(of: id), role: role, type: objects[Int(id)].type)
    objects[Int(id)].interior = inner
    if id == crowd {
      hold(inner, by: id)
    } else {
      store(ValueSet(inner), into: id)
    }
    return inner
  }

  // MARK: Templates

  fileprivate struct StorePlace: Hashable {
    var holder: ObjectID
    /// nil for an element.
    var attribute: Symbol?
  }

  /// What has been stored into older objects since `beginTemplates`, by holder and attribute.
  var storesIntoOthers: [Summary.Store] {
    templateStores
      .map { Summary.Store(holder: $0.holder, values: $1, attribute: $0.attribute) }
      .sorted { ($0.holder, $0.attribute?.id ?? -1) < ($1.holder, $1.attribute?.id ?? -1) }
  }

  /// What `beginTemplates` sets aside.
  struct Suspended {
    fileprivate var isMakingTemplates: Bool
    fileprivate var stores: [StorePlace: ValueSet]
    fileprivate var escapes: Escapes
  }

  /// From here on, all that is made stands for what each call of a function makes.
  func beginTemplates() -> Suspended {
    let suspended = Suspended(
      isMakingTemplates: isMakingTemplates, stores: templateStores, escapes: escapes)
    isMakingTemplates = true
    templateStores = [:]
    escapes = Escapes()
    return suspended
  }

  func endTemplates(_ suspended: Suspended) {
    isMakingTemplates = suspended.isMakingTemplates
    templateStores = suspended.stores
    escapes = suspended.escapes
  }

  private func noteStore(
    _ values: ValueSet, into holder: ObjectID, _ attribute: Symbol?
  ) {
    guard isMakingTemplates, !values.isEmpty else { return }
    if objects[Int(holder)].role != .template {
      let place = StorePlace(holder: holder, attribute: attribute)
      templateStores[place, default: .plain].formUnion(values.objects)
    }
  }

  /// Whether the object is one that library code may change in place.
  func canChange(_ id: ObjectID) -> Bool {
    switch objects[Int(id)].shape {
    case .opaque, .interior, .container, .instance, .partial, .deferred: true
    case .function, .boundMethod, .classObject, .library, .builtin, .variable: false
    }
  }

  /// Whether a change of the object may be one of anything that can be reached from it: nobody knows
  /// whether it is a new object, a view of another, or another under a new name.
  func isOpaque(_ id: ObjectID) -> Bool {
    switch objects[Int(id)].shape {
    case .opaque, .interior: true
    default: false
    }
  }
}

/// A function, lambda or generator expression as an object.
struct FunctionCode {
  /// Index of the unit whose tree holds it.
  var unit: Int
  var node: SyntaxTree.Node
  var name: Symbol?
  var isAsync: Bool
  var isGenerator: Bool
  /// Default values by parameter.
  var defaults = SymbolMap<ValueSet>()
  /// How it is bound as a class member.
  var binding: MethodBinding = .instance

  enum MethodBinding {
    case instance, staticMethod, classMethod, property
  }
}

/// A class of the notebook as an object; its members are the object's attributes.
struct ClassCode {
  var name: Symbol
  var bases: ValueSet
  /// A base, or a decorator that makes `__init__`, is not of the notebook: some of its code is unknown.
  var isPartlyForeign: Bool
}

/// Something imported: its dotted path, and the statement that imports it.
struct LibraryPath {
  var path: String
  /// nil for what was reached through an attribute.
  var statement: String?
  var isModule: Bool
  /// The module, where a star import binds it.
  var starModule: String?
}

/// A call whose body runs later.
struct DeferredCall {
  var function: ObjectID
  var arguments: [ValueSet]
  var keywords: SymbolMap<ValueSet>
  var isCoroutine: Bool
}
