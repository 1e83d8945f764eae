import FoundationEssentials
import Glibc
import KaleAnalysis

/// The volumes of a run on this machine: folders, mounted as far as that is possible.
///
/// Mounting is a symbolic link at the mount point. It is made where there is nothing, and removed when the
/// last run ends that uses it. Where there is something else, or no permission, paths are rewritten.
///
/// A claim that is made for the run is empty at its start and belongs to this run alone, as on a cluster.
final class LocalVolumes {
  private(set) var volumes: [LocalVolume] = []
  private var mounts: [Mount] = []
  /// Of folders that belong to this run.
  private var locks: [MountLock] = []

  private struct Mount {
    var path: String
    var target: String
    /// Folders made to hold the link, the outermost first.
    var parents: [String]
    var lock: MountLock
  }

  /// - Parameters:
  ///   - chosen: absolute folders by name of the volume.
  ///   - root: absolute path of the folder that holds those of all other volumes.
  init(_ declared: [Volume], chosen: [String: String], root: String) throws {
    // An outer mount point is there before what lies below it.
    let order = declared.indices.sorted {
      declared[$0].mountPoint.utf8.count < declared[$1].mountPoint.utf8.count
    }
    var made: [Int: LocalVolume] = [:]
    for index in order {
      made[index] = try add(declared[index], chosen: chosen[declared[index].name], root: root)
    }
    volumes = declared.indices.map { made[$0]! }
  }

  deinit { release() }

  private func add(_ volume: Volume, chosen: String?, root: String) throws -> LocalVolume {
    let place = volume.mountPoint.withoutTrailingSlash
    if chosen == nil, volume.kind == .claim, Self.isFolder(place), mountedTarget(place) == nil {
      return LocalVolume(volume: volume, folder: place, access: .inPlace)
    }
    var folder = chosen ?? "\(root)/\(volume.name)"
    if chosen == nil {
      if volume.kind == .newClaim { folder = try emptied(folder) }
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    if let real = Self.resolved(place), real == Self.resolved(folder), mountedTarget(place) == nil {
      return LocalVolume(volume: volume, folder: folder, access: .inPlace)
    }
    let reason = mount(folder, at: place)
    return LocalVolume(
      volume: volume, folder: folder, access: reason == nil ? .mounted : .rewritten, reason: reason)
  }

  /// The folder, or one like it that no other run uses, with nothing in it.
  private func emptied(_ folder: String) throws -> String {
    for number in 1... {
      let candidate = number == 1 ? folder : "\(folder)-\(number)"
      guard let lock = MountLock(path: candidate) else { break }
      guard lock.takeAlone() else { continue }
      locks.append(lock)
      if Self.exists(candidate) { try FileManager.default.removeItem(atPath: candidate) }
      return candidate
    }
    return folder
  }

  // MARK: Mounting

  /// Why it can't be done; nil when it is.
  private func mount(_ folder: String, at place: String) -> String? {
    guard let lock = MountLock(path: place) else { return "its lock can't be made" }
    guard lock.takeAlone() else {
      lock.share()
      guard mountedTarget(place) == folder else { return "another run uses the path" }
      mounts.append(Mount(path: place, target: folder, parents: [], lock: lock))
      return nil
    }
    if let left = mountedTarget(place), left == lock.target { unlink(place) }
    if Self.exists(place) { return "there is something else" }
    let parents = Self.missingParents(of: place)
    for (index, parent) in parents.enumerated() where mkdir(parent, 0o755) != 0 {
      let why = String(cString: strerror(errno))
      for made in parents[..<index].reversed() { rmdir(made) }
      return why
    }
    guard symlink(folder, place) == 0 else {
      let why = String(cString: strerror(errno))
      for made in parents.reversed() { rmdir(made) }
      return why
    }
    lock.target = folder
    lock.share()
    mounts.append(Mount(path: place, target: folder, parents: parents, lock: lock))
    return nil
  }

  /// Takes the links away that no other run uses.
  func release() {
    for mount in mounts.reversed() where mount.lock.takeAlone() {
      if mountedTarget(mount.path) == mount.target { unlink(mount.path) }
      for parent in mount.parents.reversed() { rmdir(parent) }
    }
    mounts = []
    locks = []
  }

  // MARK: Looking

  /// What a link leads to, as it is written; nil for what is no link.
  private func mountedTarget(_ path: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: path)
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The outermost first.
  private static func missingParents(of path: String) -> [String] {
    var missing: [String] = []
    var parent = URL(filePath: path).deletingLastPathComponent().path.withoutTrailingSlash
    while parent != "/", !exists(parent) {
      missing.insert(parent, at: 0)
      parent = URL(filePath: parent).deletingLastPathComponent().path.withoutTrailingSlash
    }
    return missing
  }
}
