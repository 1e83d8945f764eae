import FoundationEssentials

/// The notebooks that the arguments of a command stand for: files as they are named, folders with all
/// notebooks in them. Hidden files and folders, such as Jupyter's `.ipynb_checkpoints`, are passed over,
/// and links to folders are not followed.
struct NotebookSearch {
  /// Those of a folder in the order of their names, byte by byte.
  private(set) var paths: [String] = []
  private(set) var hasFolders = false
  /// The folders among the arguments in which there is no notebook.
  private(set) var emptyFolders: [String] = []

  init(_ arguments: [String]) {
    for argument in arguments {
      guard Self.isFolder(argument) else {
        paths.append(argument)
        continue
      }
      hasFolders = true
      let found = Self.notebooks(in: argument)
      if found.isEmpty { emptyFolders.append(argument) }
      paths += found
    }
  }

  private static func notebooks(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return sorted.filter { !$0.hasPrefix(".") }.flatMap { name in
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      guard isFolder(path) else { return name.hasSuffix(".ipynb") ? [path] : [] }
      let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
      return isLink ? [] : notebooks(in: path)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
