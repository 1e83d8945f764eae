import KaleAnalysis

/// The `--param NAME=VALUE` arguments.
enum ParameterArguments {
  /// The value of every parameter of the pipeline: the last one given, else the default.
  static func values(
    _ arguments: [String], for parameters: [PipelineParameter]
  ) throws(CommandFailure) -> [(name: String, value: PipelineParameter.Value)] {
    let given = try given(arguments, for: parameters)
    return parameters.map { ($0.name, given[$0.name] ?? $0.defaultValue) }
  }

  /// The last value given of each parameter that has been given one.
  static func given(
    _ arguments: [String], for parameters: [PipelineParameter]
  ) throws(CommandFailure) -> [String: PipelineParameter.Value] {
    var given: [String: PipelineParameter.Value] = [:]
    for argument in arguments {
      guard let sign = argument.unicodeScalars.firstIndex(of: "=") else {
        throw .usage("--param \(argument): write it as NAME=VALUE")
      }
      let name = String(argument[..<sign])
      let text = String(argument[argument.unicodeScalars.index(after: sign)...])
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        let names = parameters.map(\.name).joined(separator: ", ")
        throw .usage(
          "--param \(argument): the pipeline has no parameter \(name)\n"
            + (names.isEmpty ? "It has no parameters." : "Its parameters are \(names)."))
      }
      do {
        given[name] = try parameter.value(from: text)
      } catch {
        throw .usage("--param \(argument): \(name) must be \(error.expected)")
      }
    }
    return given
  }
}
