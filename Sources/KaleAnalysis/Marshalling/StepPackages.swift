/// What pip installs in a step's container before the step starts.
public struct StepPackages: Sendable, Hashable {
  /// As pip takes them, e.g. `pandas==2.2.2`, each distribution once.
  public var requirements: [String]
  /// Where pip looks for packages: the first in place of PyPI, the others beside it. Empty for PyPI.
  public var indexURLs: [String]
  /// Hosts that pip trusts without a valid certificate.
  public var trustedHosts: [String]

  public init(
    _ requirements: [String] = [], indexURLs: [String] = [], trustedHosts: [String] = []
  ) {
    self.requirements = requirements
    self.indexURLs = indexURLs
    self.trustedHosts = trustedHosts
  }
}

extension Pipeline {
  /// The requirements that all steps have, in the order of the first step's.
  public var sharedRequirements: [String] {
    guard let first = steps.first else { return [] }
    return first.packages.requirements.filter { requirement in
      steps.allSatisfy { $0.packages.requirements.contains(requirement) }
    }
  }

  /// The requirements of a step in the order in which pip gets them: what all steps share, then its own.
  public func requirements(of step: PipelineStep) -> (shared: [String], own: [String]) {
    let shared = sharedRequirements
    return (shared, step.packages.requirements.filter { !shared.contains($0) })
  }
}
