/// Reads the `volumes` of the metadata.
struct VolumeReader {
  /// For volumes without their own.
  var storageClass: String?
  var accessMode: String?
  private(set) var diagnostics: [Diagnostic] = []
  /// Keys that were not used, with their place: "volumes[0].backup".
  private(set) var unused: [String] = []

  init(storageClass: String?, accessMode: String?) {
    self.storageClass = storageClass
    self.accessMode = accessMode
  }

  /// The volumes without fault; the others are reported.
  mutating func read(_ elements: [JSONValue]) -> [Volume] {
    var volumes: [Volume] = []
    for (index, element) in elements.enumerated() {
      let path = "volumes[\(index)]"
      guard let members = element.object else {
        report("`\(path)` is \(element.kindName), not an object", fix: "describe one volume in it")
        continue
      }
      var object = MetadataObject(members, path: path, errorID: "invalid-volume")
      let volume = read(&object)
      diagnostics += object.diagnostics
      unused += object.unused.map { object.name(of: $0) }
      guard object.diagnostics.isEmpty, let volume else { continue }
      if let problem = volumes.lazy.compactMap({ $0.conflict(with: volume) }).first {
        report(problem.message, fix: problem.fix)
      } else {
        volumes.append(volume)
      }
    }
    return volumes
  }

  private mutating func read(_ object: inout MetadataObject) -> Volume? {
    let name = requiredName(&object)
    let mountPoint = mountPoint(&object)
    let kind = kind(&object, name: name)
    let size = size(&object, isRequired: kind == .newClaim || kind == .persistentVolume)
    let snapshot = snapshot(&object)
    let annotations = annotations(&object)
    let storageClass = resourceName("storage_class_name", &object) ?? storageClass
    let accessMode = AccessMode.read(object.text("volume_access_mode") ?? accessMode, &object)
    guard let kind, let name, let mountPoint else { return nil }
    return Volume(
      kind: kind, name: name, mountPoint: mountPoint, size: kind == .claim ? nil : size,
      storageClass: storageClass, accessMode: accessMode, annotations: annotations,
      snapshot: snapshot)
  }

  private mutating func report(_ message: String, fix: String) {
    diagnostics.append(Diagnostic("invalid-volume", .error, message, fix: fix))
  }
}

extension VolumeReader {
  /// Nil also for a kind that has no meaning here; that is a warning, not an error.
  private mutating func kind(_ object: inout MetadataObject, name: String?) -> Volume.Kind? {
    guard let text = object.text("type") else {
      object.report("`\(object.path)` has no `type`", fix: "set it to pv, pvc or new_pvc")
      return nil
    }
    if let kind = Volume.Kind(rawValue: text) { return kind }
    if text == "clone" {
      diagnostics.append(
        Diagnostic(
          "unsupported-volume", .warning,
          "the volume `\(name ?? object.path)` is left out: the type `clone` is specific to the "
            + "storage of one vendor (Rok)",
          fix: "if the steps need it, set its type to pvc (an existing claim) or new_pvc"))
    } else {
      object.report(
        "`\(object.name(of: "type"))` is `\(text)`", fix: "set it to pv, pvc or new_pvc")
    }
    return nil
  }

  private func requiredName(_ object: inout MetadataObject) -> String? {
    if let name = resourceName("name", &object) { return name }
    if object.diagnostics.isEmpty {
      object.report(
        "`\(object.path)` has no `name`", fix: "name the claim or the persistent volume")
    }
    return nil
  }

  private func resourceName(_ key: String, _ object: inout MetadataObject) -> String? {
    guard let name = object.text(key) else { return nil }
    if KubernetesSyntax.isResourceName(name) { return name }
    object.report(
      "`\(object.name(of: key))`: Kubernetes does not take `\(name)` as a name",
      fix: "use small letters, digits, `-` and `.`")
    return nil
  }

  private func mountPoint(_ object: inout MetadataObject) -> String? {
    guard let path = object.text("mount_point") else {
      object.report(
        "`\(object.path)` has no `mount_point`", fix: "set the folder where the steps see it")
      return nil
    }
    let isUsable = path.unicodeScalars.allSatisfy {
      $0 != ":" && $0.properties.generalCategory != .control
    }
    if path.hasPrefix("/"), PathSyntax.normalized(path) != "/", isUsable { return path }
    object.report(
      "`\(object.name(of: "mount_point"))` is `\(path)`, not an absolute path below the root",
      fix: "write a path such as /data")
    return nil
  }

  /// The size with its unit. The number may come as a string, as in the sample that Kale published.
  private func size(_ object: inout MetadataObject, isRequired: Bool) -> String? {
    let unit = object.text("size_type")
    guard let value = object.value("size"), value != .string("") else {
      if isRequired {
        object.report("`\(object.path)` has no `size`", fix: "set size, and size_type to Gi or Mi")
      }
      return nil
    }
    guard let number = value.integer ?? value.string.flatMap({ Int($0.trimmingSpace()) }),
      number > 0
    else {
      let shown = value.string.map { "`\($0)`" } ?? value.kindName
      object.report(
        "`\(object.name(of: "size"))` is \(shown), not a positive whole number",
        fix: "write the number in size and its unit in size_type: 5 and Gi")
      return nil
    }
    guard let unit, ["Gi", "Mi", "Ki"].contains(unit) else {
      object.report(
        unit.map { "`\(object.name(of: "size_type"))` is `\($0)`" }
          ?? "`\(object.path)` has a size without a `size_type`",
        fix: "set size_type to Gi, Mi or Ki")
      return nil
    }
    return "\(number)\(unit)"
  }

  private func snapshot(_ object: inout MetadataObject) -> String? {
    let name = resourceName("snapshot_name", &object)
    guard object.flag("snapshot") == true else { return nil }
    if name == nil, object.value("snapshot_name") == nil {
      object.report(
        "`\(object.path)` asks for a snapshot without a `snapshot_name`",
        fix: "name the snapshot, or set snapshot to false")
    }
    return name
  }

  /// Kale's editor stores a list of pairs, with empty ones for lines that were not filled in.
  private func annotations(_ object: inout MetadataObject) -> [String: String] {
    guard let value = object.value("annotations") else { return [:] }
    var pairs: [(String?, String?)]
    switch value {
    case .object(let members): pairs = members.map { ($0.key, $0.value.string) }
    case .array(let elements):
      pairs = elements.map { ($0["key"]?.string, $0["value"]?.string) }
    default: pairs = [(nil, nil)]
    }
    pairs.removeAll { $0.0 == "" || $0.1 == "" }
    var annotations: [String: String] = [:]
    for case (let key?, let value?) in pairs {
      annotations[key] = value
      if KubernetesSyntax.isLabelKey(key) { continue }
      object.report(
        "`\(object.name(of: "annotations"))`: Kubernetes does not take `\(key)` as a key",
        fix: "use at most 63 letters, digits, `-`, `_` and `.`, optionally behind `DOMAIN/`")
    }
    if annotations.count < pairs.count {
      object.report(
        "`\(object.name(of: "annotations"))` is not a list of pairs of a key and a value",
        fix: #"write [{"key": "KEY", "value": "VALUE"}]"#)
    }
    return annotations
  }
}

extension Volume {
  /// Why a pipeline can't have both.
  fileprivate func conflict(with other: Volume) -> (message: String, fix: String)? {
    if PathSyntax.normalized(mountPoint) == PathSyntax.normalized(other.mountPoint) {
      return (
        "the volumes `\(name)` and `\(other.name)` are both mounted at \(other.mountPoint)",
        "give each its own mount_point"
      )
    }
    if name == other.name, kind != .claim || other.kind != .claim {
      return ("two volumes are called `\(name)`", "give each its own name")
    }
    if let snapshot, snapshot == other.snapshot {
      return (
        "the snapshots of `\(name)` and `\(other.name)` are both called `\(snapshot)`",
        "give each its own snapshot_name"
      )
    }
    return nil
  }
}
