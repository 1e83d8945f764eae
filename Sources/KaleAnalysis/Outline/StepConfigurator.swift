/// Collects the configuration tags of a step over the defaults of all steps.
struct StepConfigurator {
  /// What holds for every step that says nothing else.
  var defaults: [CellTag]
  private(set) var diagnostics: [Diagnostic] = []

  init(defaults: [CellTag]) {
    self.defaults = defaults
  }

  mutating func configuration(of step: StepDraft) -> StepConfiguration {
    var own = StepConfiguration()
    for (tag, cell) in step.configuration {
      let isRepeated = own.value(of: tag).map { $0 != tag } ?? false
      if isRepeated { reportConflict(tag, cell: cell, step: step.name) }
      own.apply(tag)
    }
    for tag in defaults where own.value(of: tag) == nil { own.apply(tag) }
    return own
  }

  private mutating func reportConflict(_ tag: CellTag, cell: Int, step: String) {
    diagnostics.append(
      Diagnostic(
        "conflicting-configuration", .warning,
        "the step `\(step)` sets its \(tag.subject) twice; this tag wins",
        at: Diagnostic.Location(cell: cell), fix: "keep one of the two tags"))
  }
}

extension StepConfiguration {
  /// The tag that would set what is set already where `tag` would set it; nil when nothing is.
  fileprivate func value(of tag: CellTag) -> CellTag? {
    switch tag {
    case .limit(let resource, _):
      limits[resource].map { .limit(resource: resource, quantity: $0) }
    case .request(let resource, _):
      requests[resource].map { .request(resource: resource, quantity: $0) }
    case .label(let key, _): labels[key].map { .label(key: key, value: $0) }
    case .annotation(let key, _): annotations[key].map { .annotation(key: key, value: $0) }
    case .image: image.map(CellTag.image)
    case .cache: caching.map(CellTag.cache)
    case .retry: retries.map(CellTag.retry)
    case .timeout: timeoutSeconds.map { .timeout(seconds: $0) }
    case .environment(let name, _):
      environment[name].map { .environment(name: name, value: $0) }
    case .secret(let secret):
      secrets.first { $0.variable == secret.variable }.map(CellTag.secret)
    case .step, .previous, .imports, .functions, .parameters, .metrics, .skip, .injectedParameters:
      nil
    }
  }

  fileprivate mutating func apply(_ tag: CellTag) {
    switch tag {
    case .limit(let resource, let quantity): limits[resource] = quantity
    case .request(let resource, let quantity): requests[resource] = quantity
    case .label(let key, let value): labels[key] = value
    case .annotation(let key, let value): annotations[key] = value
    case .image(let name): image = name
    case .cache(let isEnabled): caching = isEnabled
    case .retry(let times): retries = times
    case .timeout(let seconds): timeoutSeconds = seconds
    case .environment(let name, let value): environment[name] = value
    case .secret(let secret):
      secrets.removeAll { $0.variable == secret.variable }
      secrets.append(secret)
    case .step, .previous, .imports, .functions, .parameters, .metrics, .skip, .injectedParameters:
      break
    }
  }
}

extension CellTag {
  /// What a configuration tag sets, for messages.
  fileprivate var subject: String {
    switch self {
    case .limit(let resource, _): "limit of \(resource)"
    case .request(let resource, _): "request of \(resource)"
    case .label(let key, _): "label \(key)"
    case .annotation(let key, _): "annotation \(key)"
    case .image: "image"
    case .cache: "caching"
    case .retry: "number of retries"
    case .timeout: "time limit"
    case .environment(let name, _): "environment variable \(name)"
    case .secret(let secret): "environment variable \(secret.variable)"
    case .step, .previous, .imports, .functions, .parameters, .metrics, .skip, .injectedParameters:
      "role"
    }
  }
}
