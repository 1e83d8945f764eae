/// Chooses what pip is asked for so that an import succeeds.
struct RequirementChooser {
  enum Choice {
    case requirement(Requirement)
    case nothing
    /// It is to be pinned, and not installed.
    case missing(String)
    /// The distribution is a folder of the user's.
    case editable(String)
  }

  /// What the notebook itself asks for, by normalised name: the last one that tells more than the name.
  let requested: [String: Requirement]
  let installed: InstalledPackages?
  let arePinned: Bool

  init(requested: [Requirement], installed: InstalledPackages?, arePinned: Bool) {
    self.installed = installed
    self.arePinned = arePinned
    var named: [String: Requirement] = [:]
    for requirement in requested
    where requirement.isSpecific || named[requirement.name]?.isSpecific != true {
      named[requirement.name] = requirement
    }
    if arePinned, let installed {
      for (name, requirement) in named where !requirement.isSpecific {
        guard let version = installed.versions[name] else { continue }
        named[name] = Self.pinned(requirement.text, version)
      }
    }
    self.requested = named
  }

  func choice(for item: ModuleImport) -> Choice {
    if let requested = item.paths.lazy.compactMap(requestedProvider).first {
      return .requirement(requested)
    }
    if let installed, let provider = item.paths.lazy.compactMap({ installed.providers[$0] }).first {
      if provider.isEditable { return .editable(provider.distribution) }
      return choice(of: provider.distribution, version: provider.version)
    }
    if item.isOptional { return .nothing }
    guard let name = item.paths.lazy.compactMap(Distributions.distribution).first else {
      return .nothing
    }
    if let installed, arePinned {
      return installed.versions[Requirement.normalized(name)].map {
        .requirement(Self.pinned(name, $0))
      } ?? .missing("'\(item.module)'")
    }
    return choice(of: name, version: nil)
  }

  /// A distribution that is needed whatever the code imports.
  func distribution(_ name: String) -> Choice {
    choice(of: name, version: installed?.versions[name])
  }

  private func choice(of name: String, version: String?) -> Choice {
    let normalized = Requirement.normalized(name)
    if let requested = requested[normalized] { return .requirement(requested) }
    if arePinned, let version { return .requirement(Self.pinned(name, version)) }
    return .requirement(Requirement(name: normalized, text: name, isSpecific: false))
  }

  /// What the notebook installs that provides a module, where several distributions do.
  private func requestedProvider(of module: String) -> Requirement? {
    let root = String(module.prefix { $0 != "." })
    return Distributions.alternatives[root, default: []].lazy
      .compactMap { requested[Requirement.normalized($0)] }.first
  }

  private static func pinned(_ name: String, _ version: String) -> Requirement {
    Requirement(
      name: Requirement.normalized(name),
      text: "\(name)==\(InstalledPackages.published(version))", isSpecific: true)
  }
}
