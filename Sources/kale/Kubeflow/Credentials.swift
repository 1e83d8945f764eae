import FoundationEssentials

/// Something that must never be shown: its description is not its value.
struct SecretText: Sendable, CustomStringConvertible, CustomReflectable {
  private let value: String

  /// nil for what can't stand in a header: nothing, or text with line breaks or control characters.
  init?(_ text: String) {
    let text = text.trimmingWhitespace()
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    value = text
  }

  /// The secret itself, for a header alone.
  var revealed: String { value }

  var description: String { "***" }

  var customMirror: Mirror { Mirror(self, children: []) }

  /// The text with the secret blotted out, wherever it stands in it.
  func redacted(in text: String) -> String {
    text.split(separator: value, omittingEmptySubsequences: false).joined(separator: "***")
  }
}

/// How a user proves to a server who they are.
struct Credentials: Sendable {
  /// Where the bearer token comes from.
  enum TokenSource: Sendable {
    case fixed(SecretText)
    /// Read anew for each request, as Kubernetes replaces such files.
    case file(String)
    /// A command for the shell that prints it. It runs once, and again when the token is refused.
    case command(String)
  }

  var token: TokenSource?
  var cookie: SecretText?

  /// The projected token of a pod, which `pipelines.kubeflow.org` is the audience of.
  static let clusterTokenFile = "/var/run/secrets/kubeflow/pipelines/token"

  static let tokenVariable = "KALE_KFP_TOKEN"
  static let cookieVariable = "KALE_KFP_COOKIE"

  /// What the user has chosen, else what the environment holds. The token of the pod goes to servers in
  /// its cluster only.
  static func find(
    tokenFile: String?, tokenCommand: String?, for address: ServerAddress,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(CommandFailure) -> Credentials {
    var credentials = Credentials()
    if let tokenFile {
      credentials.token = .file(tokenFile)
    } else if let tokenCommand {
      credentials.token = .command(tokenCommand)
    } else if let text = environment[tokenVariable], !text.isEmpty {
      credentials.token = .fixed(try secret(text, of: tokenVariable))
    } else if address.isInCluster {
      let path = environment["KF_PIPELINES_SA_TOKEN_PATH"] ?? clusterTokenFile
      if FileManager.default.fileExists(atPath: path) { credentials.token = .file(path) }
    }
    if let text = environment[cookieVariable], !text.isEmpty {
      credentials.cookie = try secret(text, of: cookieVariable)
    }
    return credentials
  }

  var isEmpty: Bool { token == nil && cookie == nil }

  private static func secret(
    _ text: String, of variable: String
  ) throws(CommandFailure) -> SecretText {
    guard let secret = SecretText(text) else {
      throw .usage(
        "\(variable) has a line break in it, or another character that no header may have")
    }
    return secret
  }
}
