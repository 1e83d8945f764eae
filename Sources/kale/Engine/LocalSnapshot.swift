import FoundationEssentials
import Glibc

/// A copy of a volume's folder, which stands for its snapshot.
struct LocalSnapshot: Sendable {
  var name: String
  var volume: String
  /// Absolute.
  var path: String
  /// Why there is none.
  var error: String?

  /// Copies the folder, in the place of what an earlier run has left under the name.
  ///
  /// - Parameter folder: absolute path of the folder of all snapshots.
  init(of volume: LocalVolume, named name: String, in folder: String) {
    self.name = name
    self.volume = volume.volume.name
    path = "\(folder)/\(name)"
    let manager = FileManager.default
    let draft = "\(folder)/.\(name)-\(getpid())"
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try manager.copyItem(atPath: volume.folder, toPath: draft)
      if access(path, F_OK) == 0 { try manager.removeItem(atPath: path) }
      try manager.moveItem(atPath: draft, toPath: path)
    } catch {
      try? manager.removeItem(atPath: draft)
      let code = (error as? CocoaError)?.underlying as? POSIXError
      self.error = code.map { String(cString: strerror($0.code.rawValue)) } ?? "\(error)"
    }
  }
}
