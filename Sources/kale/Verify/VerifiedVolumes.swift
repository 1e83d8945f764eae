import FoundationEssentials
import Glibc
import KaleAnalysis

/// The volumes of the runs that are compared: each begins with what the volume's folder holds, at the same
/// path, and leaves the folder itself as it is.
final class VerifiedVolumes {
  let local: LocalVolumes
  /// What to tell of volumes that the runs share.
  private(set) var notes: [String] = []
  /// Folders that runs work in, with the one that each is a copy of.
  private var copies: [(folder: String, original: String)] = []
  private let directory: String

  /// - Parameters:
  ///   - chosen: absolute folders by name of the volume.
  ///   - directory: absolute path of the folder of all runs.
  init(_ volumes: [Volume], chosen: [String: String], directory: String) throws {
    self.directory = "\(directory)/volumes"
    let root = absolutePath(VolumeArguments.folder)
    var folders: [String: String] = [:]
    for volume in volumes {
      let isHere =
        chosen[volume.name] == nil && volume.kind == .claim
        && access(volume.mountPoint, F_OK) == 0
      let original = chosen[volume.name] ?? "\(root)/\(volume.name)"
      if isHere || !NotebookFolder.isSmall(original) {
        folders[volume.name] = isHere ? nil : original
        notes.append(
          "the runs saw each other's files in the volume \(volume.name): "
            + (isHere ? "it is this machine's \(volume.mountPoint)" : "it is too large to copy"))
        continue
      }
      let copy = "\(self.directory)/\(volume.name)"
      try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
      copies.append((copy, original))
      folders[volume.name] = copy
    }
    local = try LocalVolumes(volumes, chosen: folders, root: root)
    notes += local.volumes.filter { $0.access == .rewritten }.map {
      $0.note(shown: VolumeArguments.shown($0.folder))
    }
  }

  /// Makes the copies anew.
  func refresh() throws {
    let manager = FileManager.default
    for (folder, original) in copies {
      for name in try manager.contentsOfDirectory(atPath: folder) {
        try manager.removeItem(atPath: "\(folder)/\(name)")
      }
      for name in (try? manager.contentsOfDirectory(atPath: original)) ?? [] {
        try manager.copyItem(atPath: "\(original)/\(name)", toPath: "\(folder)/\(name)")
      }
    }
  }

  func remove() {
    local.release()
    if !copies.isEmpty { try? FileManager.default.removeItem(atPath: directory) }
  }
}
