#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of a notebook's file.
///
/// Read by the system's own calls: `Data(contentsOf:)` refuses pipes (`kale check --nb <(...)`), and
/// its errors don't tell why in words for people.
enum NotebookFile {
  static func contents(path: String) throws(NotebookError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    while true {
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        let length = read(file, buffer.baseAddress, buffer.count)
        if length < 0 { code = errno }
        count = max(length, 0)
      }
      if code == EINTR { continue }
      if code != 0 { throw failure(code) }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  private static func failure(_ code: Int32) -> NotebookError {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EISDIR: .isDirectory
    default: .unreadable(reason: String(cString: strerror(code)))
    }
  }
}
