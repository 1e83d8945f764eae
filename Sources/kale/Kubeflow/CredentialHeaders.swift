import FoundationEssentials
import Glibc

/// The headers that prove who the user is, made anew for each request.
struct CredentialHeaders {
  private let credentials: Credentials
  private var commandToken: SecretText?
  /// All secrets that have been sent, to keep them out of what is shown.
  private var sent: [SecretText] = []

  init(_ credentials: Credentials) {
    self.credentials = credentials
  }

  var isEmpty: Bool { credentials.isEmpty }

  /// Whether asking again may give another token.
  var canRenew: Bool {
    switch credentials.token {
    case .command, .file: true
    case .fixed, nil: false
    }
  }

  /// - Parameter renews: the last token was refused; a command is run again.
  mutating func make(renews: Bool = false) throws(CommandFailure) -> [(name: String, value: String)]
  {
    var headers: [(name: String, value: String)] = []
    if let token = try token(renews: renews) {
      sent.append(token)
      headers.append(("Authorization", "Bearer \(token.revealed)"))
    }
    if let cookie = credentials.cookie {
      sent.append(cookie)
      headers.append(("Cookie", cookie.revealed))
    }
    if sent.count > 8 { sent.removeFirst(sent.count - 8) }
    return headers
  }

  /// What a server says, without the secrets that it may repeat.
  func redacted(_ text: String) -> String {
    sent.reduce(text) { $1.redacted(in: $0) }
  }

  private mutating func token(renews: Bool) throws(CommandFailure) -> SecretText? {
    switch credentials.token {
    case nil: return nil
    case .fixed(let token): return token
    case .file(let path):
      guard let data = FileManager.default.contents(atPath: path) else {
        throw .usage("can't read the token file \(path)")
      }
      guard let token = SecretText(String(decoding: data, as: UTF8.self)) else {
        throw .usage("the token file \(path) is empty, or holds more than a token")
      }
      return token
    case .command(let command):
      if let commandToken, !renews { return commandToken }
      commandToken = try Self.run(command)
      return commandToken
    }
  }

  /// What a command of the shell prints. Its errors go where ours go.
  private static func run(_ command: String) throws(CommandFailure) -> SecretText {
    guard let stream = popen(command, "r") else {
      throw .internal("can't start a shell: \(String(cString: strerror(errno)))")
    }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      if count == 0 { break }
      output += chunk[..<count]
    }
    let status = pclose(stream)
    guard status == 0 else {
      let code = ChildProcess.Ending(waitStatus: status)
      throw .usage("--token-command ended with \(code == .exited(1) ? "exit status 1" : "\(code)")")
    }
    guard let token = SecretText(String(decoding: output, as: UTF8.self)) else {
      throw .usage("--token-command must print a token and nothing else")
    }
    return token
  }
}
