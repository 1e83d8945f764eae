/// Modules whose files cells of the notebook write: `%%writefile helpers.py`. To import one is to read its file.
struct WrittenModules {
  /// As the cells have them.
  private let paths: [String]

  init(_ effects: some Sequence<CellEffects>) {
    self.init(effects.lazy.flatMap(\.files.writes))
  }

  init(_ accesses: some Sequence<FileAccess>) {
    paths = accesses.filter { $0.kind == .write && $0.path.hasSuffix(".py") }.map(\.path)
  }

  /// Adds the reads to the effects of the cells that import the modules.
  func addReads(to effects: inout [Int: CellEffects], _ needs: [Int: CellNeeds]) {
    guard !paths.isEmpty else { return }
    for (cell, needs) in needs where effects[cell] != nil {
      for item in needs.imports {
        for path in files(of: item.item.module) {
          effects[cell]!.files.insert(
            FileAccess(kind: .read, path: path, range: item.location.range))
        }
      }
    }
  }

  /// The names that the cell binds by importing such modules.
  func names(boundBy effects: CellEffects?) -> [String] {
    guard !paths.isEmpty, let effects else { return [] }
    return effects.names.filter { _, effect in
      effect.imports.contains { !files(importedBy: $0).isEmpty }
    }.map(\.key)
  }

  /// - Parameter statement: `import a.b as c`, `from a import b`.
  func files(importedBy statement: String) -> [String] {
    let words = statement.split(separator: " ")
    return words.count > 1 ? files(of: String(words[1])) : []
  }

  /// Those of the module, and of the package that it is in, in whatever folder: nothing says what the import path is.
  private func files(of module: String) -> [String] {
    let root = module.moduleRoot
    guard !root.isEmpty else { return [] }
    return paths.filter { path in
      let parts = PathSyntax.normalized(path).split(separator: "/")
      return parts.dropLast().contains { $0 == root } || parts.last == "\(root).py"
    }
  }
}
