// Objects that hold too many others to keep them apart.

extension Heap {
  /// Objects that one object keeps apart. Past it, the crowd takes the place of all data among them: in
  /// code whose calls hand everything on to everything, what objects hold grew with their square.
  private static let crowdLimit = 64

  /// Whether the object stands for many, so that what is done to it is done to some of them only.
  func isMany(_ id: ObjectID) -> Bool { id == crowd || id == spreadValues }

  func isCrowded(_ held: ObjectIDs, _ holder: ObjectID) -> Bool {
    guard held.count > Self.crowdLimit, objects[Int(holder)].role == .own else { return false }
    return crowd.map { !held.contains($0) } ?? true
  }

  /// The values without the data among them, which joins the crowd if that is `beside` them already.
  func thinned(_ values: ValueSet, beside held: ObjectIDs) -> ValueSet {
    guard let crowd, held.contains(crowd) else { return values }
    return withoutData(values)
  }

  /// The values with the crowd in the place of the data among them.
  func gathered(_ values: ValueSet, _ holder: ObjectID) -> ValueSet {
    let crowd = crowd ?? create(.opaque, role: .own)
    self.crowd = crowd
    var rest = withoutData(values)
    rest.insert(crowd)
    link(ValueSet(crowd), to: holder)
    return rest
  }

  private func withoutData(_ values: ValueSet) -> ValueSet {
    guard values.ids.contains(where: { $0 != crowd && isData($0) }) else { return values }
    var rest = ValueSet(texts: values.texts)
    for id in values.ids {
      if id != crowd && isData(id) { join(id) } else { rest.insert(id) }
    }
    return rest
  }

  /// Makes an object part of the crowd.
  func join(_ id: ObjectID) {
    guard let crowd, id != crowd, !objects[Int(id)].isInCrowd else { return }
    objects[Int(id)].isInCrowd = true
    _ = objects[Int(crowd)].aliases.insert(id)
    link(ValueSet(id), to: crowd)
    if let spreadValues { hold(spreadValues, by: owner(id)) }
  }

  /// Stores the values into the crowd: any of its members may hold them.
  func spread(_ values: ValueSet) {
    guard let crowd, !values.isEmpty else { return }
    if let spreadValues { return alias(values, as: spreadValues) }
    let inside = create(.opaque, role: .own)
    spreadValues = inside
    hold(inside, by: crowd)
    for id in objects[Int(crowd)].aliases { hold(inside, by: owner(id)) }
    alias(values, as: inside)
  }

  /// The object of which `id` is the inside, or itself.
  private func owner(_ id: ObjectID) -> ObjectID {
    if case .interior(let owner) = objects[Int(id)].shape { owner } else { id }
  }

  func hold(_ id: ObjectID, by holder: ObjectID) {
    if id != holder, objects[Int(holder)].contents.insert(id) { link(ValueSet(id), to: holder) }
  }

  /// Whether one of several objects can stand for the object: it has no code, and what is known of it
  /// as a value makes no difference to how it travels.
  private func isData(_ id: ObjectID) -> Bool {
    if case .untransferable = objects[Int(id)].type { return false }
    switch objects[Int(id)].shape {
    case .opaque, .interior, .container: return true
    case .function, .boundMethod, .classObject, .instance, .library, .builtin, .partial, .deferred,
      .variable:
      return false
    }
  }
}
