/// Finds out what each step needs beside its code.
///
/// A step needs what its own cells and the `imports` and `functions` cells import, what the code imports
/// that has made its inputs (`ValueOrigins`), and what the runtime needs. What a command of the notebook
/// installs, it installs for the step that it stands in and for all that have a cell below it.
struct PackagePlanner {
  let outline: Outline
  let analysis: NotebookAnalysis
  let flow: DataFlow
  let backends: [BackendModule]
  let files: SourceFiles
  let standardLibrary: Set<String>
  let options: AnalysisOptions

  /// - Throws: what `options.askForPackages` throws.
  func plan(_ python: borrowing PythonInterpreter) throws -> PackagePlan {
    let symbols = analysis.symbols
    var local = LocalModules(
      files: files, folders: analysis.needs.values.flatMap(\.folders).unique(), symbols: symbols)
    let prelude = outline.cells(.imports) + outline.cells(.functions)
    let preludeNeeds = needs(of: prelude, &local, python).merging(backendNeeds(&local, python))
    var steps: [StepNeeds] = []
    let ownCells = outline.steps.indices.map { step in
      (outline.steps[step].cells + analysis.metrics.hosted[step, default: []]).sorted()
    }
    let origins = ValueOrigins(analysis: analysis, flow: flow, cells: ownCells)
    let hasImports = ownCells.joined().contains { analysis.needs[$0]?.imports.isEmpty == false }
    for step in outline.steps.indices {
      var needs = preludeNeeds.merging(needs(of: ownCells[step], &local, python))
      for item in hasImports ? origins.imports(for: step) : [] {
        needs.add(item.item, at: item.location, &local, python, standardLibrary)
      }
      for statement in flow.steps[step].imports {
        needs.add(Self.item(of: statement), at: .notebook, &local, python, standardLibrary)
      }
      needs.usesIPython = (prelude + ownCells[step]).contains {
        analysis.parsed[$0]?.transform != nil
      }
      steps.append(needs)
    }
    var plan = PackagePlan()
    try addPackages(to: &plan, steps, cells: ownCells, prelude: prelude)
    addFiles(to: &plan, steps, &local)
    return plan
  }

  // MARK: Needs

  /// What the cells import.
  private func needs(
    of cells: [Int], _ local: inout LocalModules, _ python: borrowing PythonInterpreter
  ) -> StepNeeds {
    var needs = StepNeeds()
    for cell in cells {
      guard let found = analysis.needs[cell] else { continue }
      for item in found.imports {
        needs.add(item.item, at: item.location, &local, python, standardLibrary)
      }
      needs.scripts += found.scripts.filter { !needs.scripts.contains($0) }
    }
    return needs
  }

  private func backendNeeds(
    _ local: inout LocalModules, _ python: borrowing PythonInterpreter
  ) -> StepNeeds {
    var needs = StepNeeds()
    for backend in backends {
      guard case .success(let tree) = python.parse(backend.source, symbols: analysis.symbols) else {
        continue
      }
      for item in ImportCollector(tree, analysis.symbols).imports {
        needs.add(item, at: .notebook, &local, python, standardLibrary)
      }
    }
    return needs
  }

  /// `import a.b as c`, `from a import b`.
  private static func item(of statement: String) -> ModuleImport {
    let words = statement.split(separator: " ").map(String.init)
    guard words.count > 1 else { return ModuleImport(module: "") }
    let name = words[0] == "from" && words.count > 3 ? [words[3]] : []
    return ModuleImport(module: words[1], names: name)
  }

  // MARK: Files

  private func addFiles(
    to plan: inout PackagePlan, _ steps: [StepNeeds], _ local: inout LocalModules
  ) {
    let roots = Set(steps.flatMap { $0.local.keys }).sorted()
    let isBundling = outline.settings.packages.bundlesFiles
    var shipped: Set<String> = []
    for root in roots {
      let places = steps.compactMap { $0.local[root] }
      let place = places.min { ($0.cell ?? .max) < ($1.cell ?? .max) } ?? .notebook
      guard isBundling else {
        plan.diagnostics.append(missing(root, local.place(of: root), at: place))
        continue
      }
      let (bundle, leftOut) = local.bundle(of: root)
      plan.bundles.append(bundle)
      shipped.insert(root)
      plan.diagnostics += leftOut.map { path, why in
        Diagnostic(
          "file-not-bundled", .warning,
          "'\(path)' does not travel with the module '\(root)': \(why)",
          at: place, fix: "if the steps need it, put it into their image or on a volume")
      }
    }
    if isBundling {
      for script in steps.flatMap(\.scripts).unique() {
        guard let bundle = bundle(of: script) else { continue }
        plan.bundles.append(bundle)
        shipped.insert(bundle.name)
        plan.shippedScripts.insert(PathSyntax.normalized(script.path))
      }
    }
    plan.bundlesOfSteps = steps.map { step in
      step.local.keys.filter(shipped.contains).sorted()
        + step.scripts.compactMap { bundle(of: $0)?.name }.filter(shipped.contains).unique()
    }
  }

  private func missing(_ root: String, _ place: String, at location: Diagnostic.Location)
    -> Diagnostic
  {
    Diagnostic(
      "local-module", .warning,
      "the module '\(root)' is a file of your own, '\(place)', which does not travel with the pipeline",
      at: location,
      fix:
        "let it travel with the steps that need it (kale convert --bundle), or see that their image"
        + " has it")
  }

  /// A script below the notebook's folder.
  private func bundle(of script: IPythonScript) -> SourceBundle? {
    var path = PathSyntax.normalized(script.path)
    if files.contents(path) == nil { path += ".py" }
    guard !path.hasPrefix("/"), !path.hasPrefix(".."),
      let text = files.contents(path).flatMap({ String(validating: $0, as: UTF8.self) })
    else { return nil }
    return SourceBundle(name: path, purpose: .script, files: [.init(path: path, text: text)])
  }
}

/// What a step needs, as far as imports tell.
struct StepNeeds {
  /// Dotted paths to look up, one group an import: the distribution of any will do.
  var imports: [ModuleImport: Diagnostic.Location] = [:]
  /// Roots of modules beside the notebook, each with where it is first imported.
  var local: [String: Diagnostic.Location] = [:]
  var scripts: [IPythonScript] = []
  var usesIPython = false

  mutating func add(
    _ item: ModuleImport, at location: Diagnostic.Location, _ local: inout LocalModules,
    _ python: borrowing PythonInterpreter, _ standardLibrary: Set<String>
  ) {
    let root = String(item.module.prefix { $0 != "." })
    if item.level > 0 || root.isEmpty || standardLibrary.contains(root) { return }
    var imports: Set = [item]
    if let closure = local.closure(of: item, python) {
      for root in closure.roots where self.local[root] == nil { self.local[root] = location }
      imports = closure.imports.filter {
        !standardLibrary.contains(String($0.module.prefix { $0 != "." }))
      }
    }
    for var item in imports {
      item.range = nil
      if self.imports[item] == nil { self.imports[item] = location }
    }
  }

  func merging(_ other: StepNeeds) -> StepNeeds {
    var merged = self
    merged.imports.merge(other.imports) { first, _ in first }
    merged.local.merge(other.local) { first, _ in first }
    merged.scripts += other.scripts.filter { !scripts.contains($0) }
    return merged
  }
}

extension Sequence where Element: Hashable {
  /// Each element at its first place.
  func unique() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
