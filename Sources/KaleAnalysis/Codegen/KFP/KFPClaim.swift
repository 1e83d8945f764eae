/// A volume's claim: one that exists, or one that a `CreatePVC` task makes for the run.
struct KFPClaim: Sendable {
  var volume: Volume
  /// The task that makes it; nil when it exists.
  var creation: Creation?

  struct Creation: Sendable {
    /// The variable that holds the task in the pipeline's function.
    var variable: String
    var taskName: String
    var displayName: String
    var arguments: [(name: String, value: PipelineParameter.Value)]
  }

  /// The output of the creating task that has the claim's name.
  static let nameOutput = "name"
  static let storageClassArgument = "storage_class_name"

  init(volume: Volume, name: KFPNaming.Claim?) {
    self.volume = volume
    creation = name.map {
      Creation(
        variable: $0.variable, taskName: $0.taskName, displayName: "volume \(volume.name)",
        arguments: Self.arguments(for: volume))
    }
  }

  private static func arguments(
    for volume: Volume
  ) -> [(name: String, value: PipelineParameter.Value)] {
    let otherwise = volume.needsDefaultStorageClass ? Volume.defaultStorageClass : ""
    var arguments: [(name: String, value: PipelineParameter.Value)] = [
      ("pvc_name_suffix", .string("-" + volume.name)),
      ("access_modes", .list([.string(volume.kubernetesAccessMode)])),
      ("size", .string(volume.size ?? Volume.defaultSize)),
      (storageClassArgument, .string(volume.storageClass ?? otherwise)),
    ]
    if volume.kind == .persistentVolume { arguments.append(("volume_name", .string(volume.name))) }
    if !volume.annotations.isEmpty {
      let entries = volume.annotations.sorted { $0.key < $1.key }.map {
        PipelineParameter.Value.Entry(key: $0.key, value: .string($0.value))
      }
      arguments.append(("annotations", .dictionary(entries)))
    }
    return arguments
  }
}

/// A task that takes a snapshot of a volume, after the steps that no other step follows.
struct KFPSnapshot: Sendable {
  var claim: KFPClaim
  var name: String
  var taskName: String
  var displayName: String
  var after: [KFPComponent]

  static func of(_ claims: [KFPClaim], naming: KFPNaming) -> [KFPSnapshot] {
    let followed = Set(naming.components.flatMap(\.step.after))
    let last = naming.components.filter { !followed.contains($0.step.name) }
    let wanted = claims.compactMap { claim in claim.volume.snapshot.map { (claim, $0) } }
    return zip(wanted, naming.snapshotTasks).map { wanted, taskName in
      KFPSnapshot(
        claim: wanted.0, name: wanted.1, taskName: taskName,
        displayName: "snapshot of \(wanted.0.volume.name)", after: last)
    }
  }
}

extension Volume {
  static let defaultSize = "1Gi"
  static let defaultStorageClass = "standard"

  /// CreatePVC can't leave the class to the cluster.
  var needsDefaultStorageClass: Bool { kind == .newClaim && storageClass == nil }

  /// The access mode in Kubernetes' words; `ReadWriteOnce` when none is set.
  public var kubernetesAccessMode: String {
    switch accessMode?.lowercased() {
    case "rwm", "rwx": "ReadWriteMany"
    case "rom", "rox": "ReadOnlyMany"
    case nil, "", "rwo": "ReadWriteOnce"
    default: accessMode ?? "ReadWriteOnce"
    }
  }
}
