/// One thing that a task is set to, apart from its inputs and its place among the tasks.
enum KFPSetting: Sendable, Hashable {
  case displayName(String)
  case cpuRequest(String)
  case memoryRequest(String)
  case cpuLimit(String)
  case memoryLimit(String)
  case accelerator(type: String, count: Int)
  case retries(Int)
  case caching(Bool)
  case environment(name: String, value: String)
  case secret(StepConfiguration.Secret)
  case timeout(seconds: Int)
  case label(key: String, value: String)
  case annotation(key: String, value: String)

  /// What a step's tags say, in a steady order.
  static func of(_ configuration: StepConfiguration) -> [KFPSetting] {
    var settings = KFPResources(configuration).settings
    if let retries = configuration.retries { settings.append(.retries(retries)) }
    if let caching = configuration.caching { settings.append(.caching(caching)) }
    settings += sorted(configuration.environment).map {
      .environment(name: $0.key, value: $0.value)
    }
    settings += configuration.secrets.map(KFPSetting.secret)
    if let timeout = configuration.timeoutSeconds { settings.append(.timeout(seconds: timeout)) }
    settings += sorted(configuration.labels).map { .label(key: $0.key, value: $0.value) }
    settings += sorted(configuration.annotations).map { .annotation(key: $0.key, value: $0.value) }
    return settings
  }

  private static func sorted(_ texts: [String: String]) -> [(key: String, value: String)] {
    texts.sorted { $0.key < $1.key }
  }

  /// Whether it is set by kfp-kubernetes, and stands in the IR's document for the platform.
  var isKubernetes: Bool {
    switch self {
    case .secret, .timeout, .label, .annotation: true
    case .displayName, .cpuRequest, .memoryRequest, .cpuLimit, .memoryLimit, .accelerator,
      .retries, .caching, .environment:
      false
    }
  }
}
