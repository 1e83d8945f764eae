/// The modules that are files beside the notebook.
struct LocalModules {
  /// What importing a module comes to: files of the user's, and what these import in turn.
  struct Closure {
    /// Roots of the local modules that it needs, itself included.
    var roots: Set<String> = []
    /// What these import and is not local.
    var imports: Set<ModuleImport> = []
  }

  private let files: SourceFiles
  private let symbols: SymbolTable
  /// Where modules are looked for, relative to the notebook's folder.
  private let folders: [String]
  private var homes: [String: String] = [:]
  private var closures: [String: Closure] = [:]

  /// - Parameter folders: what the notebook adds to the import path.
  init(files: SourceFiles, folders: [String], symbols: SymbolTable) {
    self.files = files
    self.symbols = symbols
    self.folders = [""] + folders
  }

  /// The closure of an import; nil when it is not of a local module.
  mutating func closure(
    of item: ModuleImport, _ python: borrowing PythonInterpreter
  ) -> Closure? {
    guard item.level == 0 else { return nil }
    var closure = Closure()
    var isLocal = false
    for path in item.paths.reversed() {
      guard let found = self.closure(of: path, python) else { continue }
      isLocal = true
      closure.roots.formUnion(found.roots)
      closure.imports.formUnion(found.imports)
    }
    return isLocal ? closure : nil
  }

  private mutating func closure(
    of path: String, _ python: borrowing PythonInterpreter
  ) -> Closure? {
    if let known = closures[path] { return known }
    guard !sources(of: path).isEmpty else { return nil }
    var closure = Closure()
    var visited: Set<String> = []
    var pending = [path]
    while let module = pending.popLast() {
      guard visited.insert(module).inserted else { continue }
      let sources = sources(of: module)
      if sources.isEmpty { continue }
      closure.roots.insert(Self.root(of: module))
      for source in sources {
        guard let text = text(source.path),
          case .success(let tree) = python.parse(text, symbols: symbols)
        else { continue }
        for item in ImportCollector(tree, symbols).imports {
          let absolute = Self.absolute(item, in: source.package)
          let local = absolute.paths.filter { !self.sources(of: $0).isEmpty }
          pending += local
          if local.isEmpty && item.level == 0 { closure.imports.insert(absolute) }
        }
      }
    }
    closures[path] = closure
    return closure
  }

  /// The files that importing a dotted path runs, each with the package that relative imports in it
  /// start from; empty when the path leads to none.
  private mutating func sources(of path: String) -> [(path: String, package: [Substring])] {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    guard !parts.isEmpty, !parts.contains(""), let home = home(of: parts) else { return [] }
    var found: [(path: String, package: [Substring])] = []
    for count in 1...parts.count {
      let package = Array(parts[..<count])
      let stem = PathSyntax.join(home, package.joined(separator: "/"))
      if exists("\(stem)/__init__.py") {
        found.append(("\(stem)/__init__.py", package))
      } else if exists("\(stem).py") {
        found.append(("\(stem).py", Array(package.dropLast())))
        break
      }
    }
    return found
  }

  /// The folder in which the root of a dotted path is. A folder without `__init__.py` counts only where
  /// the path leads to a file in it.
  private mutating func home(of parts: [Substring]) -> String? {
    let root = String(parts[0])
    if let known = homes[root] { return known }
    let home = folders.first { folder in
      let stem = PathSyntax.join(folder, root)
      return exists("\(stem)/__init__.py") || exists("\(stem).py")
    }
    if let home {
      homes[root] = home
      return home
    }
    guard parts.count > 1 else { return nil }
    let found = folders.first { folder in
      let stem = PathSyntax.join(folder, parts.prefix(2).joined(separator: "/"))
      return exists("\(stem)/__init__.py") || exists("\(stem).py")
    }
    if let found { homes[root] = found }
    return found
  }

  private func exists(_ path: String) -> Bool { files.contents(path) != nil }

  private func text(_ path: String) -> String? {
    files.contents(path).flatMap { String(validating: $0, as: UTF8.self) }
  }

  private static func root(of path: String) -> String { String(path.prefix { $0 != "." }) }

  /// A relative import as if it were written with the package's name.
  private static func absolute(_ item: ModuleImport, in package: [Substring]) -> ModuleImport {
    guard item.level > 0 else { return item }
    let base = package.dropLast(item.level - 1).joined(separator: ".")
    var absolute = item
    absolute.level = 0
    absolute.module = [base, item.module].filter { !$0.isEmpty }.joined(separator: ".")
    return absolute
  }

  // MARK: Bundles

  /// Where a module is, for messages: `helpers.py`, `src/pkg/`.
  mutating func place(of root: String) -> String {
    let stem = PathSyntax.join(homes[root] ?? "", root)
    return exists("\(stem).py") && !exists("\(stem)/__init__.py") ? "\(stem).py" : "\(stem)/"
  }

  /// The files of a module: its one, or all that its folder holds; and those left out, with the reason.
  mutating func bundle(of root: String) -> (SourceBundle, leftOut: [(path: String, why: String)]) {
    var bundle = SourceBundle(name: root, purpose: .module, files: [])
    var leftOut: [(path: String, why: String)] = []
    guard let home = homes[root] else {
      return (bundle, leftOut)
    }
    func add(_ path: String) {
      let place = PathSyntax.join(home, path)
      if let text = text(place), text.utf8.count <= Self.largestFile {
        bundle.files.append(.init(path: path, text: text))
      } else {
        leftOut.append((place, text(place) == nil ? "it is no text" : "it is too large"))
      }
    }
    let isPackage = exists(PathSyntax.join(home, "\(root)/__init__.py"))
    if !isPackage, exists(PathSyntax.join(home, "\(root).py")) {
      add("\(root).py")
      return (bundle, leftOut)
    }
    var pending = [root]
    while let folder = pending.popLast() {
      for entry in files.list(PathSyntax.join(home, folder))
      where !entry.hasPrefix(".") && !entry.hasPrefix("__pycache__") && !entry.hasSuffix(".pyc") {
        if entry.hasSuffix("/") {
          pending.append("\(folder)/\(entry.dropLast())")
        } else {
          add("\(folder)/\(entry)")
        }
      }
    }
    bundle.files.sort { $0.path < $1.path }
    return (bundle, leftOut)
  }

  /// Bytes. A step's whole code has less room than two such.
  private static let largestFile = 60_000
}
