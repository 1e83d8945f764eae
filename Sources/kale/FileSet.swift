import FoundationEssentials
import Glibc

/// Files that are written together or not at all.
struct FileSet {
  /// Absolute paths and contents.
  private var files: [(path: String, bytes: [UInt8])] = []

  /// Why a file can't be written, in plain words.
  struct Failure: Error {
    /// Absolute.
    var path: String
    var reason: String
  }

  mutating func add(_ path: String, _ bytes: [UInt8]) {
    files.append((path, bytes))
  }

  /// Writes all files beside their places, and moves them there when none has failed.
  func write() throws(Failure) {
    var pending: [(temporary: String, path: String)] = []
    defer { for file in pending { unlink(file.temporary) } }
    for (path, bytes) in files {
      let place = Self.place(path)
      let temporary = place + ".\(getpid()).part"
      try Self.write(bytes, to: temporary, for: path)
      pending.append((temporary, place))
    }
    var replaced: [(path: String, former: Data?)] = []
    for (temporary, path) in pending {
      // After the last one nothing can fail.
      let isLast = path == pending.last?.path
      let former = isLast ? nil : try? Data(contentsOf: URL(filePath: path))
      guard rename(temporary, path) == 0 else {
        let reason = Self.reason(errno, path: path)
        for file in replaced { Self.restore(file.former, at: file.path) }
        throw Failure(path: path, reason: reason)
      }
      replaced.append((path, former))
    }
  }

  /// Where a link leads, so that it is not the link that is replaced.
  private static func place(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func write(
    _ bytes: [UInt8], to temporary: String, for path: String
  ) throws(Failure) {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(path: path, reason: reason(errno, path: path)) }
    defer { close(descriptor) }
    var status = stat()
    if stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        let failure = Failure(path: path, reason: reason(errno, path: path))
        unlink(temporary)
        throw failure
      }
      written += count
    }
  }

  private static func restore(_ former: Data?, at path: String) {
    if let former {
      try? former.write(to: URL(filePath: path), options: .atomic)
    } else {
      unlink(path)
    }
  }

  private static func reason(_ code: Int32, path: String) -> String {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory) else {
      return "there is no folder \(folder)"
    }
    if !isDirectory { return "\(folder) is not a folder" }
    switch code {
    case EACCES, EPERM: return "no permission to write in \(folder)"
    case EISDIR: return "it is a folder"
    default: return String(cString: strerror(code))
    }
  }
}
