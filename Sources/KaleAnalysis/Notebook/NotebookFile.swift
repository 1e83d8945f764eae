#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of a notebook's file.
///
/// Read and written by the system's own calls: `Data(contentsOf:)` refuses pipes (`kale check --nb <(...)`), and
/// its errors don't tell why in words for people; its atomic writing takes the place of links.
public enum NotebookFile {
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

  /// Puts `bytes` in the place of the file's content: all of them or, when it throws, none. Links are
  /// followed, and permissions stay.
  ///
  /// - Throws: `Diagnostic` `notebook-not-written`.
  public static func replace(path: String, with bytes: [UInt8]) throws(Diagnostic) {
    let target = realpath(path, nil)
    defer { free(target) }
    let destination = target.map { String(cString: $0) } ?? path
    var mode: mode_t = 0o666
    var status = stat()
    if stat(destination, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw notWritten("it is no regular file") }
      guard access(destination, W_OK) == 0 else {
        throw notWritten(String(cString: strerror(errno)))
      }
      mode = status.st_mode & 0o7777
    }
    // In the same folder, hence in the same file system.
    let temporary = "\(destination).kale-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw notWritten(String(cString: strerror(errno))) }
    var code: Int32 = write(bytes, to: file) && fsync(file) == 0 ? 0 : errno
    if target != nil, fchmod(file, mode) != 0, code == 0 { code = errno }
    close(file)
    if code == 0, rename(temporary, destination) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw notWritten(String(cString: strerror(code)))
    }
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(file, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(file, buffer.baseAddress, buffer.count)
        #else
          Glibc.write(file, buffer.baseAddress, buffer.count)
        #endif
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  private static func notWritten(_ reason: String) -> Diagnostic {
    Diagnostic(
      "notebook-not-written", .error, "the file can't be written: \(reason)",
      fix: "check that you may write it and its folder, and that it is a file")
  }

  private static func failure(_ code: Int32) -> NotebookError {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EISDIR: .isDirectory
    default: .unreadable(reason: String(cString: strerror(code)))
    }
  }
}
