// What can be reached from an object, and from what it can be reached.

extension Heap {
  /// Everything that can be reached from `values`, they themselves included.
  func reachable(from values: ValueSet) -> [ObjectID] {
    var seen = ObjectMarks(objects.count)
    var found: [ObjectID] = []
    for id in values.ids where seen.insert(id) { found.append(id) }
    var next = 0
    while next < found.count {
      forEachHeld(by: found[next]) { if seen.insert($0) { found.append($0) } }
      next += 1
    }
    return found
  }

  /// Lets `values` and all that can be reached from them escape.
  ///
  /// - Returns: What had not escaped before, ascending; among it what has since been stored into
  ///   objects that had.
  func escape(_ values: ValueSet) -> [ObjectID] {
    var found: [ObjectID] = []
    var pending = escapes.pending + values.ids
    escapes.pending = []
    while let id = pending.popLast() {
      guard escapes.objects.insert(id) else { continue }
      found.append(id)
      forEachHeld(by: id) { if !escapes.objects.contains($0) { pending.append($0) } }
    }
    return found.sorted()
  }

  /// Everything from which one of `targets` can be reached, they themselves included.
  func holders(of targets: some Sequence<ObjectID>) -> [ObjectID] {
    var seen = ObjectMarks(objects.count)
    var found: [ObjectID] = []
    for id in targets where seen.insert(id) { found.append(id) }
    var next = 0
    while next < found.count {
      for holder in objects[Int(found[next])].holders where seen.insert(holder) {
        found.append(holder)
      }
      next += 1
    }
    return found
  }

  /// What a search has come to, and room for what it has yet to look at.
  struct Visited {
    fileprivate var objects: ObjectMarks
    fileprivate var pending: [ObjectID] = []
  }

  /// Nothing yet.
  var nothingVisited: Visited { Visited(objects: ObjectMarks(objects.count)) }

  /// Visits everything from which `id` can be reached, itself included, that has not been seen yet.
  func forEachHolder(of id: ObjectID, unseen seen: inout Visited, _ body: (ObjectID) -> Void) {
    guard seen.objects.insert(id) else { return }
    guard !objects[Int(id)].holders.isEmpty else { return body(id) }
    seen.pending.append(id)
    while let next = seen.pending.popLast() {
      body(next)
      for holder in objects[Int(next)].holders where seen.objects.insert(holder) {
        seen.pending.append(holder)
      }
    }
  }

  func forEachHeld(by id: ObjectID, _ body: (ObjectID) -> Void) {
    objects[Int(id)].contents.ids.forEach(body)
    objects[Int(id)].aliases.forEach(body)
    if !objects[Int(id)].attributes.isEmpty {
      for (_, values) in objects[Int(id)].attributes { values.ids.forEach(body) }
    }
    switch objects[Int(id)].shape {
    case .interior(let owner): forEachHeld(by: owner, body)
    case .boundMethod(let function, let receiver):
      body(function)
      body(receiver)
    case .instance(let type): body(type)
    case .function(let code):
      for (_, value) in code.defaults { value.ids.forEach(body) }
    case .classObject(let code): code.bases.ids.forEach(body)
    case .partial(let callee, let arguments, let keywords):
      callee.ids.forEach(body)
      for value in arguments { value.ids.forEach(body) }
      for (_, value) in keywords { value.ids.forEach(body) }
    case .deferred(let call):
      body(call.function)
      for value in call.arguments { value.ids.forEach(body) }
    case .opaque, .container, .library, .builtin, .variable: break
    }
  }

  /// What has been found in search of objects that change together.
  struct Changed {
    fileprivate var aliases: ObjectMarks
    fileprivate var inside: ObjectMarks
    /// The objects whose inside is among it.
    fileprivate var owners: ObjectMarks
    fileprivate var pending: [ObjectID] = []
  }

  /// No object yet.
  var nothingChanged: Changed {
    let none = ObjectMarks(objects.count)
    return Changed(aliases: none, inside: none, owners: none)
  }

  /// Visits the objects that a change of the opaque `id` may change too: those that it may be itself,
  /// and for what may be inside of an object all that is in there.
  ///
  /// - Parameter seen: what has been visited for other changes, and is left out.
  func forEachChanged(
    with id: ObjectID, unseen seen: inout Changed, _ body: (ObjectID) -> Void
  ) {
    if case .opaque = objects[Int(id)].shape, objects[Int(id)].aliases.isEmpty { return }
    var inside: [ObjectID] = []
    seen.pending.append(id)
    while let next = seen.pending.popLast() {
      if case .interior(let owner) = objects[Int(next)].shape {
        if seen.owners.insert(owner) { inside.append(owner) }
        continue
      }
      let mayBeInside = objects[Int(next)].mayBeInsideAliases
      for alias in objects[Int(next)].aliases {
        if mayBeInside, seen.owners.insert(alias) { inside.append(alias) }
        guard seen.aliases.insert(alias) else { continue }
        body(alias)
        seen.pending.append(alias)
      }
    }
    while let next = inside.popLast() {
      forEachHeld(by: next) { held in
        guard seen.inside.insert(held) else { return }
        body(held)
        if seen.owners.insert(held) { inside.append(held) }
      }
    }
  }
}
