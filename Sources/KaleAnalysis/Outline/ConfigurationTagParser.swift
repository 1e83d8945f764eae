/// Parses the tags that configure a step: `limit:`, `image:`, `env:`, ...
struct ConfigurationTagParser {
  var keyword: String
  /// What follows the first colon.
  var value: String
  /// The complete form, for messages.
  var form: String

  func parse() -> TagReading {
    switch keyword {
    case "limit": resource { .limit(resource: $0, quantity: $1) }
    case "request": resource { .request(resource: $0, quantity: $1) }
    case "label": label()
    case "annotation": annotation()
    case "image": image()
    case "cache": cache()
    case "retry": retry()
    case "timeout": timeout()
    case "env": environment()
    default: secret()
    }
  }

  /// The value up to its first colon and behind it; nil without a colon or without a key.
  private func pair() -> (key: String, value: String)? {
    let scalars = value.unicodeScalars
    guard let colon = scalars.firstIndex(of: ":"), colon != value.startIndex else { return nil }
    return (
      value[..<colon].trimmingSpace(), value[scalars.index(after: colon)...].trimmingSpace()
    )
  }

  private func resource(_ tag: (String, String) -> CellTag) -> TagReading {
    guard let (resource, quantity) = pair(), !quantity.isEmpty else {
      return .incomplete(form: form)
    }
    guard KubernetesSyntax.isLabelKey(resource) else {
      return .invalid(
        problem: "`\(resource)` is no name of a resource",
        fix: "name cpu, memory, nvidia.com/gpu or another resource of the cluster")
    }
    if resource.lowercased() == "gpu" {
      return .invalid(
        problem: "`\(resource)` does not say whose GPU",
        fix: "write \(keyword):nvidia.com/gpu:\(quantity) or \(keyword):amd.com/gpu:\(quantity)")
    }
    guard KubernetesSyntax.isQuantity(quantity) else {
      return .invalid(
        problem: "`\(quantity)` is no quantity",
        fix: "write a number with or without a unit: 500m, 2, 512Mi, 4Gi")
    }
    if resource.contains("/"), Int(quantity) == nil {
      return .invalid(
        problem: "\(resource) is counted in whole numbers, not in `\(quantity)`",
        fix: "write a whole number")
    }
    return .tag(tag(resource, quantity))
  }

  private func label() -> TagReading {
    guard let (key, value) = pair() else { return .incomplete(form: form) }
    guard KubernetesSyntax.isLabelKey(key) else { return invalidKey(key) }
    guard KubernetesSyntax.isLabelValue(value) else {
      return .invalid(
        problem: "Kubernetes does not take `\(value)` as the value of a label",
        fix: "use at most 63 letters, digits, `-`, `_` and `.`, or an annotation")
    }
    return .tag(.label(key: key, value: value))
  }

  private func annotation() -> TagReading {
    guard let (key, value) = pair() else { return .incomplete(form: form) }
    guard KubernetesSyntax.isLabelKey(key) else { return invalidKey(key) }
    return .tag(.annotation(key: key, value: value))
  }

  private func invalidKey(_ key: String) -> TagReading {
    .invalid(
      problem: "Kubernetes does not take `\(key)` as a key",
      fix: "use at most 63 letters, digits, `-`, `_` and `.`, optionally behind `DOMAIN/`")
  }

  private func image() -> TagReading {
    if value.isEmpty { return .incomplete(form: form) }
    guard KubernetesSyntax.isImage(value) else {
      return .invalid(
        problem: "`\(value)` is no name of an image",
        fix: "write it as docker pull takes it: image:python:3.11")
    }
    return .tag(.image(value))
  }

  private func cache() -> TagReading {
    switch value {
    case "enabled": .tag(.cache(true))
    case "disabled": .tag(.cache(false))
    case "": .incomplete(form: form)
    default:
      .invalid(
        problem: "caching is enabled or disabled, not `\(value)`",
        fix: "write cache:enabled or cache:disabled")
    }
  }

  private func retry() -> TagReading {
    if value.isEmpty { return .incomplete(form: form) }
    // KFP counts in 32 bits.
    guard let times = Int32(value).map(Int.init), times >= 0 else {
      return .invalid(
        problem: "`\(value)` is no number of retries", fix: "write a whole number: retry:3")
    }
    return .tag(.retry(times))
  }

  private func timeout() -> TagReading {
    if value.isEmpty { return .incomplete(form: form) }
    guard let seconds = Int(value), seconds > 0 else {
      return .invalid(
        problem: "`\(value)` is no number of seconds",
        fix: "write the seconds as a whole number: timeout:3600")
    }
    return .tag(.timeout(seconds: seconds))
  }

  private func environment() -> TagReading {
    guard let (name, value) = pair() else { return .incomplete(form: form) }
    guard KubernetesSyntax.isVariableName(name) else { return invalidVariable(name) }
    return .tag(.environment(name: name, value: value))
  }

  private func secret() -> TagReading {
    let parts = value.split(separator: ":", omittingEmptySubsequences: false)
      .map { $0.trimmingSpace() }
    guard parts.count == 3, !parts.contains("") else { return .incomplete(form: form) }
    guard KubernetesSyntax.isResourceName(parts[0]) else {
      return .invalid(
        problem: "Kubernetes does not take `\(parts[0])` as the name of a secret",
        fix: "use small letters, digits, `-` and `.`")
    }
    guard KubernetesSyntax.isVariableName(parts[2]) else { return invalidVariable(parts[2]) }
    return .tag(
      .secret(StepConfiguration.Secret(name: parts[0], key: parts[1], variable: parts[2])))
  }

  private func invalidVariable(_ name: String) -> TagReading {
    .invalid(
      problem: "`\(name)` is no name of an environment variable",
      fix: "use letters, digits and `_`, with no digit first")
  }
}
