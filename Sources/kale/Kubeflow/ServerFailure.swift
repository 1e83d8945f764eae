import NIOHTTP1

/// Why a request to a KFP server has not given what was asked for.
enum ServerFailure: Error, Hashable {
  /// There was no connection: nothing has been done.
  case unreachable(String)
  /// No address is known for the name: mistyped, or this machine has lost its network.
  case unknownHost(String)
  /// Its certificate is not trusted, or the other side speaks no TLS.
  case insecure(String)
  /// No answer in so many seconds.
  case timedOut(seconds: Int)
  /// The connection ended before the answer did.
  case interrupted(String)
  /// An answer with an HTTP status of 400 or more, and what the server says.
  case refused(status: Int, message: String)
  /// It sends to another address, as to a page to log in.
  case redirected(to: String)
  /// The answer is not what KFP's API would say.
  case unexpected(String)
  /// The credentials can't be had.
  case noCredentials(CommandFailure)

  /// Whether the same request may well succeed a little later.
  var isPassing: Bool {
    switch self {
    case .unreachable, .timedOut, .interrupted: true
    case .refused(let status, _): status == 408 || status == 429 || status >= 500 && status != 501
    case .unknownHost, .insecure, .redirected, .unexpected, .noCredentials: false
    }
  }

  /// Whether the server may have done what it was asked for all the same.
  var mayBeDone: Bool {
    switch self {
    case .timedOut, .interrupted: true
    case .refused(let status, _): status == 408 || status >= 500 && status != 501
    case .unreachable, .unknownHost, .insecure, .redirected, .unexpected, .noCredentials: false
    }
  }

  static func == (one: Self, other: Self) -> Bool { one.summary == other.summary }

  func hash(into hasher: inout Hasher) { hasher.combine(summary) }

  /// What happened, in a few words that follow the server's name.
  var summary: String {
    switch self {
    case .unreachable(let reason): "can't be reached: \(reason)"
    case .unknownHost(let name): "can't be reached: there is no host \(name)"
    case .insecure(let reason): "has no connection that can be trusted: \(reason)"
    case .timedOut(let seconds): "has not answered for \(seconds) s"
    case .interrupted(let reason): "ended the connection in the middle: \(reason)"
    case .refused(let status, let message):
      "says \(status) \(Self.name(of: status))\(message.isEmpty ? "" : ": \(message)")"
    case .redirected(let place): "sends to \(place)"
    case .unexpected(let what): "answers with \(what)"
    case .noCredentials(let failure): failure.message
    }
  }

  /// What to do about it; nil where there is nothing to say.
  ///
  /// - Parameter hasCredentials: whether the request carried a token or a cookie.
  func advice(hasCredentials: Bool) -> String? {
    let login =
      hasCredentials
      ? "The token or the cookie is no longer valid, or meant for another server."
      : "Give a token (--token-file, --token-command or \(Credentials.tokenVariable)) or a cookie"
        + " (\(Credentials.cookieVariable))."
    switch self {
    case .unreachable, .unknownHost:
      return "Is --host right, and is the server, or the port-forward to it, running?"
    case .insecure:
      return
        "If the server's certificate is your organization's own, name its authority with --ca-file."
    case .timedOut: return "A longer time can be set with --request-timeout."
    case .refused(401, _), .redirected: return login
    case .refused(403, _):
      return "You are known to the server, but may not do this: is --namespace yours?"
    case .refused(404, _):
      return "Is --host the address of KFP's API, with the path of its proxy if any?"
    case .refused(413, _):
      return "A proxy before the server allows no larger upload; its limit can be raised."
    case .unexpected:
      return "Is --host the address of KFP's API? Behind a dashboard it ends with /pipeline."
    case .interrupted, .refused, .noCredentials: return nil
    }
  }

  private static func name(of status: Int) -> String {
    HTTPResponseStatus(statusCode: status).reasonPhrase
  }
}
