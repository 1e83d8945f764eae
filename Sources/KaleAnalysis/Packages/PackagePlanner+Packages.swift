// From imports and install commands to requirements.

extension PackagePlanner {
  /// An install command with what its files ask for, and where it is in the notebook.
  private struct Install {
    var command: InstallCommand
    /// nil for what the metadata ask for.
    var line: InstallLine?
  }

  func addPackages(
    to plan: inout PackagePlan, _ steps: [StepNeeds], cells: [[Int]], prelude: [Int]
  ) throws {
    let installs = installs(&plan)
    let settings = outline.settings.packages
    guard settings.areInstalled else {
      plan.packages = steps.map { _ in StepPackages() }
      return
    }
    let known = try installed(for: steps, installs)
    if settings.arePinned, let known { plan.image = "python:\(known.pythonVersion)" }
    let chooser = RequirementChooser(
      requested: installs.flatMap(\.command.requirements), installed: known,
      arePinned: settings.arePinned)
    var reported: Set<String> = []
    for (step, needs) in steps.enumerated() {
      var names: [String: Requirement] = [:]
      func add(_ choice: RequirementChooser.Choice, at location: Diagnostic.Location) {
        switch choice {
        case .requirement(let requirement): names[requirement.name] = requirement
        case .nothing: break
        case .missing(let what):
          if reported.insert(what).inserted {
            plan.diagnostics.append(notInstalled(what, known, at: location))
          }
        case .editable(let name):
          if reported.insert(name).inserted {
            plan.diagnostics.append(editable(name, at: location))
          }
        }
      }
      add(chooser.distribution("cloudpickle"), at: .notebook)
      if needs.usesIPython { add(chooser.distribution("ipython"), at: .notebook) }
      for (item, location) in needs.imports.sorted(by: Self.isBefore) {
        add(chooser.choice(for: item), at: location)
      }
      var packages = StepPackages()
      for install in installs where applies(install, to: cells[step], prelude) {
        for requirement in install.command.requirements {
          names[requirement.name] = chooser.requested[requirement.name] ?? requirement
        }
        packages.add(install.command)
      }
      packages.requirements = names.values.map(\.text)
        .sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
      plan.packages.append(packages)
    }
  }

  private static func isBefore(
    _ first: (key: ModuleImport, value: Diagnostic.Location),
    _ second: (key: ModuleImport, value: Diagnostic.Location)
  ) -> Bool {
    let cells = (first.value.cell ?? .max, second.value.cell ?? .max)
    if cells.0 != cells.1 { return cells.0 < cells.1 }
    return (first.key.module, first.key.names.joined()) < (
      second.key.module, second.key.names.joined()
    )
  }

  /// All of the notebook, in its order, and what there is to say of them.
  private func installs(_ plan: inout PackagePlan) -> [Install] {
    let files = RequirementFile(files: files)
    var installs: [Install] = []
    let additional = outline.settings.packages.additional
    if !additional.isEmpty,
      let command = InstallCommand(
        (["pip", "install"] + additional.flatMap(Self.words)).map { .init(text: $0) })
    {
      let resolved = files.resolved(command)
      plan.diagnostics += resolved.problems.map { problem in
        Diagnostic(
          "invalid-metadata", .error,
          "`packages` holds `\(problem.words)`, which can't be installed: \(problem.reason)",
          fix: "write each as pip takes it: \"pyarrow>=15\"")
      }
      installs.append(Install(command: resolved))
    }
    for cell in analysis.needs.keys.sorted() {
      for line in analysis.needs[cell]!.installs {
        let command = files.resolved(line.command)
        plan.diagnostics += command.problems.map { notHonoured($0, at: line.location) }
        if command.isConda, !command.requirements.isEmpty {
          plan.diagnostics.append(condaNote(command, at: line.location))
        }
        if let text = line.skippable, command.problems.isEmpty {
          plan.installs[cell, default: []].append(text)
        }
        installs.append(Install(command: command, line: line))
      }
    }
    return installs
  }

  /// `-r requirements.txt` and the like are two words, `name; python_version < "3.9"` is one.
  private static func words(_ text: String) -> [String] {
    text.hasPrefix("-") ? text.split(separator: " ").map(String.init) : [text]
  }

  private func applies(_ install: Install, to cells: [Int], _ prelude: [Int]) -> Bool {
    guard let cell = install.line?.location.cell, !prelude.contains(cell) else { return true }
    return cells.contains { $0 >= cell }
  }

  /// What the interpreter says of all that the steps import.
  private func installed(for steps: [StepNeeds], _ installs: [Install]) throws -> InstalledPackages?
  {
    guard let ask = options.askForPackages,
      outline.settings.packages.arePinned || options.alwaysAsksForPackages
    else { return nil }
    let modules = Set(steps.flatMap { $0.imports.keys.flatMap(\.paths) })
    let names = Set(installs.flatMap { $0.command.requirements.map(\.name) })
      .union(["cloudpickle", "ipython"])
    return try ask(modules.sorted(), names.sorted())
  }

  // MARK: Diagnostics

  private func notHonoured(_ problem: InstallCommand.Problem, at location: Diagnostic.Location)
    -> Diagnostic
  {
    Diagnostic(
      "install-not-honoured", .warning,
      "'\(problem.words)' is not installed before the step starts: \(problem.reason)", at: location,
      fix: "if the steps need it, put it into their image")
  }

  private func condaNote(_ command: InstallCommand, at location: Diagnostic.Location) -> Diagnostic
  {
    let names = Listing.and(command.requirements.map { "'\($0.text)'" })
    return Diagnostic(
      "conda-install", .note, "in the pipeline \(names) will come from PyPI, by pip", at: location)
  }

  private func notInstalled(
    _ what: String, _ installed: InstalledPackages?, at location: Diagnostic.Location
  ) -> Diagnostic {
    Diagnostic(
      "package-not-installed", .error,
      "\(what) is not installed for \(installed?.python ?? "the interpreter"), so its version can't"
        + " be pinned",
      at: location,
      fix: "install it there, name another interpreter with --python, or convert without --pin")
  }

  private func editable(_ name: String, at location: Diagnostic.Location) -> Diagnostic {
    Diagnostic(
      "editable-package", .warning,
      "the package \(name) is installed from a folder of your own, from which no step can get it",
      at: location, fix: "see that the image has it, or publish it in an index")
  }
}

extension StepPackages {
  /// Adds the places that a command looks for packages in; what comes later wins.
  fileprivate mutating func add(_ command: InstallCommand) {
    let pypi = "https://pypi.org/simple"
    if let url = command.indexURL {
      indexURLs = [url] + indexURLs.dropFirst().filter { $0 != url }
    }
    if !command.extraIndexURLs.isEmpty, indexURLs.isEmpty { indexURLs = [pypi] }
    indexURLs += command.extraIndexURLs.filter { !indexURLs.contains($0) }
    trustedHosts += command.trustedHosts.filter { !trustedHosts.contains($0) }
  }
}
