import FoundationEssentials
import Glibc

/// The right to a path at which a volume is mounted: runs that use one folder there share it, and the
/// last of them removes what the first has made.
///
/// A file for each path, in the folder for temporary files, which all runs of a user hold open. It
/// holds what the link at the path leads to, so that a link which a killed run has left is known for one.
final class MountLock {
  private let file: Int32

  /// nil where the file can't be made.
  init?(path: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kale-mounts-\(getuid())")
      .path
    mkdir(folder, 0o700)
    // FNV-1a: the same in every process, unlike Swift's hashes.
    let name = path.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    file = open(
      "\(folder)/\(String(name, radix: 16))", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if file < 0 { return nil }
  }

  deinit { if file >= 0 { close(file) } }

  /// Whether no other run holds it; then this one does so alone.
  func takeAlone() -> Bool { flock(file, LOCK_EX | LOCK_NB) == 0 }

  /// Holds it together with others.
  func share() { _ = flock(file, LOCK_SH) }

  /// What the link leads to that this lock is about.
  var target: String {
    get {
      var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = pread(file, &bytes, bytes.count, 0)
      return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : ""
    }
    set {
      ftruncate(file, 0)
      let bytes = Array(newValue.utf8)
      _ = pwrite(file, bytes, bytes.count, 0)
    }
  }
}
