/// What an interpreter says of the packages that are installed for it.
public struct InstalledPackages: Sendable, Hashable {
  /// A distribution that provides a module.
  public struct Provider: Sendable, Hashable {
    public var distribution: String
    /// As its metadata has it, e.g. `2.4.0+cpu`.
    public var version: String
    /// It is a folder of the user's (`pip install -e`), which no index has.
    public var isEditable: Bool

    public init(distribution: String, version: String, isEditable: Bool = false) {
      self.distribution = distribution
      self.version = version
      self.isEditable = isEditable
    }
  }

  /// The interpreter as the user knows it.
  public var python: String
  /// `3.12`.
  public var pythonVersion: String
  /// By the module that was asked about, as it was asked. One that is not installed is absent.
  public var providers: [String: Provider]
  /// By normalised name of the distribution that was asked about.
  public var versions: [String: String]

  public init(
    python: String, pythonVersion: String, providers: [String: Provider] = [:],
    versions: [String: String] = [:]
  ) {
    self.python = python
    self.pythonVersion = pythonVersion
    self.providers = providers
    self.versions = versions
  }

  /// The version as an index has it: `2.4.0` for a build `2.4.0+cpu`.
  static func published(_ version: String) -> String {
    String(version.prefix { $0 != "+" })
  }
}
