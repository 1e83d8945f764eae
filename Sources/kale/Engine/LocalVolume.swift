import KaleAnalysis

/// The folder that stands for a volume in a run on this machine.
struct LocalVolume: Sendable {
  /// How steps come to it by the path at which the volume is mounted.
  enum Access: String, Sendable {
    /// A link at that path leads to it while the run lasts.
    case mounted
    /// It is what this machine has at that path.
    case inPlace = "in-place"
    /// Paths that the notebook spells out are changed.
    case rewritten
  }

  var volume: Volume
  /// Absolute, as is the mount point.
  var folder: String
  var access: Access
  /// Why it could not be mounted.
  var reason: String?

  /// What to tell before the run.
  ///
  /// - Parameter shown: its folder as the user would name it.
  func note(shown: String) -> String {
    let name = volume.name
    let place = volume.mountPoint
    switch access {
    case .mounted:
      return "the volume \(name) is the folder \(shown), mounted at \(place) while the run lasts"
    case .inPlace:
      return "the volume \(name) is this machine's \(place)"
        + (volume.snapshot == nil ? "" : ", of which no snapshot is taken")
    case .rewritten:
      return "the volume \(name) is the folder \(shown). It can't be mounted at \(place)"
        + " (\(reason ?? "not possible")), so paths that begin with \(place) lead there where cells,"
        + " parameters and variables of the environment spell them out, and only there"
    }
  }
}

extension [LocalVolume] {
  /// The folders to which paths are changed, by the mount point that they begin with.
  var rewritten: [(mountPoint: String, folder: String)] {
    filter { $0.access == .rewritten }
      .map { ($0.volume.mountPoint.withoutTrailingSlash, $0.folder) }
      .sorted { $0.mountPoint.utf8.count > $1.mountPoint.utf8.count }
  }

  /// A path with the folder in place of the mount point that it begins with.
  func rewriting(_ path: String) -> String {
    for (mountPoint, folder) in rewritten
    where path == mountPoint || path.hasPrefix(mountPoint + "/") {
      return folder + path.dropFirst(mountPoint.count)
    }
    return path
  }

  /// The same for all strings in the value of a parameter.
  func rewriting(_ value: PipelineParameter.Value) -> PipelineParameter.Value {
    switch value {
    case .string(let text): .string(rewriting(text))
    case .list(let values): .list(values.map(rewriting))
    case .dictionary(let entries):
      .dictionary(entries.map { .init(key: $0.key, value: rewriting($0.value)) })
    case .integer, .float, .bool, .none: value
    }
  }
}

extension String {
  var withoutTrailingSlash: String {
    count > 1 && hasSuffix("/") ? String(dropLast()).withoutTrailingSlash : self
  }
}
