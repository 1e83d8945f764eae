/// The abstract objects of a notebook. One object stands for all that one place of the code creates
/// while one cell runs; what it holds only ever grows.
struct Heap {
  /// What an object is, as far as the analysis tells objects apart.
  enum Shape {
    /// A value of a library, or one about which nothing is known.
    case opaque
    /// The inside of an opaque object: its elements, its attributes, views of it, and whatever has
    /// been stored into it.
    case interior(of: ObjectID)
    case container(Container)
    case function(FunctionCode)
    case boundMethod(function: ObjectID, receiver: ObjectID)
    case classObject(ClassCode)
    case instance(of: ObjectID)
    /// A module or something out of one, by its dotted path.
    case library(LibraryPath)
    case builtin(Symbol)
    /// `functools.partial` and the like: calls what it holds with what it holds.
    case partial(callee: ValueSet, arguments: [ValueSet], keywords: [Symbol: ValueSet])
    /// A generator or coroutine: a call whose body has not run yet.
    case deferred(DeferredCall)
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
    /// Elements, keys and whatever else it may hold without a name.
    var contents = ValueSet.plain
    var attributes: [Symbol: ValueSet] = [:]
    /// The objects that an opaque one may be itself, or a view of.
    var aliases = ValueSet.plain
    /// The objects that hold this one.
    var holders = ValueSet.plain
    /// The object that stands for its inside, once asked for.
    var interior: ObjectID?
    /// What is known of its type.
    var type: ValueType?
  }

  private(set) var objects: [Object] = []
  private var sites: [Site: ObjectID] = [:]
  /// What the code being run has handed to code about which nothing is known.
  var escapes = Escapes()
  private var variables: [Variable: ObjectID] = [:]
  private var isMakingTemplates = false
  /// What has been stored into older objects while a call was summarized.
  private(set) var templateStores: [Summary.Store] = []

  /// Objects out of reach of the analysis.
  struct Escapes {
    var objects: Set<ObjectID> = []
    /// Stored into escaped objects since, and not looked at yet.
    var pending: [ObjectID] = []
  }

  /// Where an object is created: the cell being run, and the place in the code.
  struct Site: Hashable {
    var cell: Int32
    var unit: Int32
    var offset: Int32
    /// Tells apart several objects of one place.
    var role: Int32 = 0

    /// The cell that stands for a call of `function`, whichever cell it is in.
    static func templateCell(of function: ObjectID) -> Int32 { -100 - function }

    static let placeholderUnit: Int32 = -6

    fileprivate var objectRole: Role {
      cell > Self.templateCell(of: 0)
        ? .own : unit == Self.placeholderUnit ? .placeholder : .template
    }
  }

  private struct Variable: Hashable {
    var unit: Int32
    var scope: Int32
    var index: Int32
  }

  subscript(id: ObjectID) -> Object { objects[Int(id)] }

  private mutating func create(_ shape: Shape, role: Role, type: ValueType? = nil) -> ObjectID {
    objects.append(Object(shape: shape, role: role, type: type))
    return ObjectID(objects.count - 1)
  }

  /// The object of a place, made at the first visit.
  mutating func object(at site: Site, type: ValueType? = nil, _ shape: @autoclosure () -> Shape)
    -> ObjectID
  {
    if let known = sites[site] { return known }
    let id = create(shape(), role: site.objectRole, type: type)
    sites[site] = id
    return id
  }

  /// Replaces what the object is, for definitions that are run again.
  mutating func reshape(_ id: ObjectID, _ shape: Shape) {
    objects[Int(id)].shape = shape
  }

  /// The heap cell of a captured variable.
  mutating func variable(unit: Int, scope: Int, index: Int) -> ObjectID {
    let key = Variable(unit: Int32(unit), scope: Int32(scope), index: Int32(index))
    if let known = variables[key] { return known }
    let id = create(.variable, role: .own)
    variables[key] = id
    return id
  }

  mutating func store(_ values: ValueSet, into holder: ObjectID) {
    if case .interior(let owner) = objects[Int(holder)].shape {
      return store(values, into: owner)
    }
    noteStore(values, into: holder, nil)
    if objects[Int(holder)].contents.formUnion(values) { link(values, to: holder) }
  }

  mutating func store(_ values: ValueSet, into holder: ObjectID, attribute: Symbol) {
    noteStore(values, into: holder, attribute)
    if objects[Int(holder)].attributes[attribute, default: .plain].formUnion(values) {
      link(values, to: holder)
    }
  }

  /// Notes that the opaque `id` may be one of `values`, or keep them, or share memory with them.
  mutating func alias(_ values: ValueSet, as id: ObjectID) {
    if objects[Int(id)].aliases.formUnion(values) { link(values, to: id) }
  }

  private mutating func link(_ values: ValueSet, to holder: ObjectID) {
    if escapes.objects.contains(holder) { escapes.pending += values.ids }
    for id in values.ids where id != holder { objects[Int(id)].holders.insert(holder) }
  }

  /// The one object that stands for everything inside an opaque one.
  mutating func interior(of id: ObjectID) -> ObjectID {
    if case .interior = objects[Int(id)].shape { return id }
    if let inner = objects[Int(id)].interior { return inner }
    let role: Role = objects[Int(id)].role == .own ? .own : .template
    let inner = create(.interior(of: id), role: role, type: objects[Int(id)].type)
    objects[Int(id)].interior = inner
    store(ValueSet(inner), into: id)
    return inner
  }

  // MARK: Templates

  /// What `beginTemplates` sets aside.
  struct Suspended {
    fileprivate var isMakingTemplates: Bool
    fileprivate var stores: [Summary.Store]
    fileprivate var escapes: Escapes
  }

  /// From here on, all that is made stands for what each call of a function makes.
  mutating func beginTemplates() -> Suspended {
    let suspended = Suspended(
      isMakingTemplates: isMakingTemplates, stores: templateStores, escapes: escapes)
    isMakingTemplates = true
    templateStores = []
    escapes = Escapes()
    return suspended
  }

  mutating func endTemplates(_ suspended: Suspended) {
    isMakingTemplates = suspended.isMakingTemplates
    templateStores = suspended.stores
    escapes = suspended.escapes
  }

  private mutating func noteStore(
    _ values: ValueSet, into holder: ObjectID, _ attribute: Symbol?
  ) {
    guard isMakingTemplates, !values.isEmpty else { return }
    if objects[Int(holder)].role != .template {
      templateStores.append(
        Summary.Store(holder: holder, values: values.objects, attribute: attribute))
    }
  }

  // MARK: Reachability

  /// Everything that can be reached from `values`, they themselves included.
  func reachable(from values: ValueSet) -> Set<ObjectID> {
    var found = Set(values.ids)
    var pending = values.ids
    while let id = pending.popLast() {
      forEachHeld(by: objects[Int(id)]) { inner in
        if found.insert(inner).inserted { pending.append(inner) }
      }
    }
    return found
  }

  /// Lets `values` and all that can be reached from them escape.
  ///
  /// - Returns: What had not escaped before, ascending; among it what has since been stored into
  ///   objects that had.
  mutating func escape(_ values: ValueSet) -> [ObjectID] {
    var found: [ObjectID] = []
    var pending = escapes.pending + values.ids
    escapes.pending = []
    while let id = pending.popLast() {
      guard escapes.objects.insert(id).inserted else { continue }
      found.append(id)
      forEachHeld(by: objects[Int(id)]) { pending.append($0) }
    }
    return found.sorted()
  }

  /// Everything from which one of `targets` can be reached, they themselves included.
  func holders(of targets: some Sequence<ObjectID>) -> Set<ObjectID> {
    var found = Set(targets)
    var pending = Array(found)
    while let id = pending.popLast() {
      for holder in objects[Int(id)].holders.ids where found.insert(holder).inserted {
        pending.append(holder)
      }
    }
    return found
  }

  /// Visits everything from which `id` can be reached, itself included, that has not been seen yet.
  func forEachHolder(of id: ObjectID, unseen seen: inout Set<ObjectID>, _ body: (ObjectID) -> Void)
  {
    guard seen.insert(id).inserted else { return }
    var pending = [id]
    while let next = pending.popLast() {
      body(next)
      for holder in objects[Int(next)].holders.ids where seen.insert(holder).inserted {
        pending.append(holder)
      }
    }
  }

  private func forEachHeld(by object: Object, _ body: (ObjectID) -> Void) {
    object.contents.ids.forEach(body)
    object.aliases.ids.forEach(body)
    for values in object.attributes.values { values.ids.forEach(body) }
    switch object.shape {
    case .interior(let owner): forEachHeld(by: objects[Int(owner)], body)
    case .boundMethod(let function, let receiver):
      body(function)
      body(receiver)
    case .instance(let type): body(type)
    case .function(let code):
      for value in code.defaults.values { value.ids.forEach(body) }
    case .classObject(let code): code.bases.ids.forEach(body)
    case .partial(let callee, let arguments, let keywords):
      callee.ids.forEach(body)
      for value in arguments { value.ids.forEach(body) }
      for value in keywords.values { value.ids.forEach(body) }
    case .deferred(let call):
      body(call.function)
      for value in call.arguments { value.ids.forEach(body) }
    case .opaque, .container, .library, .builtin, .variable: break
    }
  }

  /// What has been visited in search of objects that change together.
  struct Visited {
    fileprivate var aliases: Set<ObjectID> = []
    fileprivate var inside: Set<ObjectID> = []
  }

  /// The objects that a change of the opaque `id` may change too: those that it may be itself, and
  /// for the inside of an object all that is in there.
  ///
  /// - Parameter seen: what has been visited for other changes, and is left out.
  func changed(with id: ObjectID, unseen seen: inout Visited) -> [ObjectID] {
    var found: [ObjectID] = []
    var aliases = [id]
    var inside: [ObjectID] = []
    while let next = aliases.popLast() {
      if case .interior(let owner) = objects[Int(next)].shape {
        inside.append(owner)
        continue
      }
      for alias in objects[Int(next)].aliases.ids where seen.aliases.insert(alias).inserted {
        found.append(alias)
        aliases.append(alias)
      }
    }
    while let next = inside.popLast() {
      forEachHeld(by: objects[Int(next)]) { held in
        guard seen.inside.insert(held).inserted else { return }
        found.append(held)
        inside.append(held)
      }
    }
    return found
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
  var defaults: [Symbol: ValueSet] = [:]
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
  /// A base is not of the notebook, so inherited code is unknown.
  var hasForeignBase: Bool
}

/// Something imported: its dotted path, and the statement that imports it.
struct LibraryPath {
  var path: String
  /// nil for what was reached through an attribute.
  var statement: String?
  var isModule: Bool
}

/// A call whose body runs later.
struct DeferredCall {
  var function: ObjectID
  var arguments: [ValueSet]
  var keywords: [Symbol: ValueSet]
  var isCoroutine: Bool
}
