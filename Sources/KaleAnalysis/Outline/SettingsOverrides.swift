/// Settings from the command line, which win over the notebook's metadata. Nil leaves them as they are.
public struct SettingsOverrides: Sendable, Hashable {
  public var name: String?
  public var description: String?
  public var experiment: String?
  public var baseImage: String?
  /// Each sets what it names, where it is true.
  public var installsNoPackages = false
  public var pinsPackages = false
  public var bundlesFiles = false
  /// Used where neither the command line nor the metadata name an experiment.
  public var defaultExperiment: String?
  /// Likewise of the image.
  public var defaultBaseImage: String?

  public init(
    name: String? = nil, description: String? = nil, experiment: String? = nil,
    baseImage: String? = nil
  ) {
    self.name = name
    self.description = description
    self.experiment = experiment
    self.baseImage = baseImage
  }
}
