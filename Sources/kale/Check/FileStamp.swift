import Glibc
import Synchronization

/// What tells whether a file or folder has changed without reading it, as Git's index and Ruff's cache have it.
struct FileStamp: Codable, Equatable, Sendable {
  /// Relative to the current folder, or absolute.
  let path: String
  /// Device, inode, size and the times of the last change of content and of the inode; nil where there is no
  /// such file.
  private let state: String?
  /// A file that has just changed may change again within one tick of the file system's clock, unseen.
  let isSettled: Bool

  init(path: String) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else {
      (state, isSettled) = (nil, true)
      return
    }
    let (modified, changed) = (status.st_mtim, status.st_ctim)
    state = """
      \(status.st_dev) \(status.st_ino) \(status.st_size) \(modified.tv_sec).\(modified.tv_nsec) \
      \(changed.tv_sec).\(changed.tv_nsec)
      """
    isSettled = Self.isPast(modified) && Self.isPast(changed)
  }

  /// Whether the file is now as it was when this was taken.
  var isCurrent: Bool { FileStamp(path: path).state == state }

  private static func isPast(_ time: timespec) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = Double(now.tv_sec - time.tv_sec) + Double(now.tv_nsec - time.tv_nsec) / 1e9
    // Linux takes times at its clock's ticks, of 10 ms at most; some file systems keep whole seconds, or two.
    return age > (time.tv_nsec == 0 ? 2 : 0.02)
  }

  private enum CodingKeys: CodingKey {
    case path, state
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    path = try container.decode(String.self, forKey: .path)
    state = try container.decodeIfPresent(String.self, forKey: .state)
    isSettled = true
  }
}

/// Takes the stamps of files before they are read.
final class FileStamps: Sendable {
  private let stamps = Mutex<[String: FileStamp]>([:])

  /// A file that is read twice has the stamp of the first time.
  func add(_ path: String) {
    stamps.withLock { stamps in
      if stamps[path] == nil { stamps[path] = FileStamp(path: path) }
    }
  }

  /// Those of all files, if none has changed since, or so lately that it might have; else nil.
  var settled: [FileStamp]? {
    let stamps = stamps.withLock { $0.values.sorted { $0.path < $1.path } }
    return stamps.allSatisfy { $0.isSettled && $0.isCurrent } ? stamps : nil
  }
}
