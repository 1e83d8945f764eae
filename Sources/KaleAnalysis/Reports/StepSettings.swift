/// What is set for a step, in words.
enum StepSettings {
  static func rows(of result: CompilationResult, step name: String) -> [(
    name: String, value: String
  )] {
    guard let configuration = result.outline?.steps.first(where: { $0.name == name })?.configuration
    else {
      return []
    }
    var rows: [(name: String, value: String)] = []
    if let image = configuration.image { rows.append(("image", image)) }
    for (label, values) in [
      ("limits", configuration.limits), ("requests", configuration.requests),
      ("labels", configuration.labels), ("annotations", configuration.annotations),
      ("environment", configuration.environment),
    ] where !values.isEmpty {
      rows.append(
        (
          label,
          values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
        ))
    }
    if let retries = configuration.retries { rows.append(("retries", String(retries))) }
    if let seconds = configuration.timeoutSeconds { rows.append(("timeout", "\(seconds) s")) }
    if let caching = configuration.caching { rows.append(("cache", caching ? "on" : "off")) }
    return rows
  }
}
