import ArgumentParser

extension PipelineServer {
  /// Does something with the server; what it fails with becomes a message for people.
  func talking<Result>(_ work: (PipelineServer) throws -> Result) throws -> Result {
    do {
      return try work(self)
    } catch let failure as ServerFailure {
      throw message(failure)
    }
  }

  private func message(_ failure: ServerFailure) -> CommandFailure {
    if case .noCredentials(let failure) = failure { return failure }
    let advice = failure.advice(hasCredentials: connection.hasCredentials)
    let text = "the server at \(connection.address.api) \(failure.summary)"
    return CommandFailure(
      message: [text, advice].compactMap(\.self).joined(separator: "\n"), code: .serverFailure)
  }
}

extension ExitCode {
  /// The server can't be reached, or doesn't do what it was asked for.
  static let serverFailure = ExitCode(69)
}
