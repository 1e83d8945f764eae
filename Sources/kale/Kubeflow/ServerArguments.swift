import ArgumentParser
import KaleAnalysis

/// Options of the commands that talk to a KFP server.
struct ServerArguments: ParsableArguments {
  @Option(
    name: [.customLong("host"), .customLong("kfp_host"), .customLong("kfp-host")],
    help: ArgumentHelp(
      "Address of the KFP server (default: $KF_PIPELINES_ENDPOINT, or the one of this cluster).",
      valueName: "url"))
  var host: String?

  @Option(
    help: ArgumentHelp(
      "Namespace, where the server has several users (default: that of this pod).",
      valueName: "name"))
  var namespace: String?

  @Option(
    name: [.customLong("token-file"), .customLong("token_file")],
    help: ArgumentHelp(
      "File with the bearer token, read anew for each request (default: $KALE_KFP_TOKEN, or the token"
        + " of this pod).", valueName: "file"))
  var tokenFile: String?

  @Option(
    name: [.customLong("token-command"), .customLong("token_command")],
    help: ArgumentHelp("Shell command that prints the bearer token.", valueName: "command"))
  var tokenCommand: String?

  @Option(
    name: [.customLong("ca-file"), .customLong("ca_file")],
    help: ArgumentHelp(
      "PEM file of the authorities to trust instead of the system's.", valueName: "file"))
  var authorities: String?

  @Option(
    name: [.customLong("request-timeout"), .customLong("request_timeout")],
    help: ArgumentHelp("Seconds that the server may take to answer.", valueName: "seconds"))
  var requestSeconds = 60

  func validate() throws {
    if requestSeconds < 1 {
      throw ValidationError("--request-timeout must be at least 1, not \(requestSeconds)")
    }
    if tokenFile != nil && tokenCommand != nil {
      throw ValidationError("give --token-file or --token-command, not both")
    }
  }

  /// The first of the options that is set, as the user would write it.
  var firstSet: String? {
    let options = [
      ("--host", host), ("--namespace", namespace), ("--token-file", tokenFile),
      ("--token-command", tokenCommand), ("--ca-file", authorities),
    ]
    return options.first { $0.1 != nil }?.0
  }

  /// - Parameters:
  ///   - host: the server, where the user names none.
  ///   - namespace: likewise.
  func server(
    host otherHost: String? = nil, namespace otherNamespace: String? = nil
  ) throws(CommandFailure) -> PipelineServer {
    let address = try ServerAddress.find(host: host ?? otherHost)
    let credentials = try Credentials.find(
      tokenFile: tokenFile, tokenCommand: tokenCommand, for: address)
    let connection = try ServerConnection(
      address: address, credentials: credentials,
      options: .init(authorities: authorities, requestSeconds: requestSeconds))
    connection.onRetry = { failure, _ in
      Console.error("kale: the server \(failure.summary); trying again")
    }
    return PipelineServer(
      connection: connection,
      namespace: namespace ?? otherNamespace ?? (host == nil ? PodNamespace.current : nil))
  }
}
