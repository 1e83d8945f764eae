#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where the analysis finds the files that a notebook's code names, such as those that `%run` executes.
public struct SourceFiles: Sendable {
  private let read: @Sendable (String) -> [UInt8]?
  private let names: @Sendable (String) -> [String]

  /// - Parameters:
  ///   - list: the names in the folder at a path, those of folders with `/` at the end; empty if there is
  ///     none.
  ///   - read: the contents of the file at a path. Paths are relative to the notebook's folder or
  ///     absolute; nil if there is none.
  public init(
    list: @escaping @Sendable (String) -> [String] = { _ in [] },
    _ read: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.read = read
    names = list
  }

  /// Without any file.
  public static let none = SourceFiles { _ in nil }

  /// The regular files of at most 16 MiB, relative paths starting in `folder`.
  ///
  /// - Parameter willRead: is told of each file and folder before it is looked at, whether it is there or not.
  public static func folder(
    _ folder: String, willRead: @escaping @Sendable (String) -> Void = { _ in }
  ) -> SourceFiles {
    let read = { @Sendable (path: String) -> [UInt8]? in
      let path = PathSyntax.join(folder, path)
      willRead(path)
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= 16 << 20
      else { return nil }
      return try? NotebookFile.contents(path: path)
    }
    let list = { @Sendable (path: String) -> [String] in
      let path = PathSyntax.join(folder, path)
      willRead(path.isEmpty ? "." : path)
      return names(in: path)
    }
    return SourceFiles(list: list, read)
  }

  /// The files beside the notebook at `path`; those of the current folder where it comes from a pipe.
  public static func beside(
    _ path: String, willRead: @escaping @Sendable (String) -> Void = { _ in }
  ) -> SourceFiles {
    var status = stat()
    let isFile = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) }
    return .folder(isFile ? folder ?? "" : "", willRead: willRead)
  }

  func contents(_ path: String) -> [UInt8]? { read(path) }

  /// Sorted.
  func list(_ folder: String) -> [String] { names(folder).sorted() }

  private static func names(in folder: String) -> [String] {
    guard let entries = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard name != ".", name != "..", stat(PathSyntax.join(folder, name), &status) == 0 else {
        continue
      }
      names.append(status.st_mode & S_IFMT == S_IFDIR ? name + "/" : name)
    }
    return names
  }
}
