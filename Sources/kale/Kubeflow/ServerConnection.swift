import AsyncHTTPClient
import FoundationEssentials
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Sends requests to a KFP server and repeats what fails in passing.
final class ServerConnection {
  struct Options: Sendable {
    /// PEM file of the authorities to trust instead of the system's.
    var authorities: String?
    /// Seconds until an answer must be there.
    var requestSeconds = 60
    /// How often a request is tried.
    var attempts = 5
    /// Seconds before the second attempt; it doubles with each one.
    var firstPause = 0.5
  }

  /// What is asked of the server. Its path begins behind `/apis/v2beta1`.
  struct Request {
    enum Body {
      case json(Data)
      case form(MultipartForm)
    }

    var method: HTTPMethod = .GET
    var path: String
    var query: [(name: String, value: String)] = []
    var body: Body?
  }

  let address: ServerAddress
  let options: Options
  private var headers: CredentialHeaders
  private let client: HTTPClient
  /// Told of every attempt that has failed and is followed by another one.
  var onRetry: (ServerFailure, _ pauseSeconds: Double) -> Void = { _, _ in }

  init(
    address: ServerAddress, credentials: Credentials, options: Options
  ) throws(CommandFailure) {
    self.address = address
    self.options = options
    headers = CredentialHeaders(credentials)
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.timeout.connect = .seconds(Int64(min(10, options.requestSeconds)))
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.proxy = ProxySettings.proxy(for: address)
    if let path = options.authorities {
      do {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(path))
        configuration.tlsConfiguration = tls
      } catch {
        throw .usage("--ca-file \(path): it can't be read as certificates in PEM form")
      }
    }
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  deinit {
    try? client.syncShutdown()
  }

  var hasCredentials: Bool { !headers.isEmpty }

  /// The body of the answer. What fails in passing is repeated with longer and longer pauses in between,
  /// but for a request that changes something and that the server may have done: whoever sends one asks
  /// first whether it has.
  func send(_ request: Request) throws(ServerFailure) -> Data {
    var pause = options.firstPause
    var attempt = 1
    while true {
      do {
        return try sendOnce(request)
      } catch {
        let isSafe = request.method == .GET || !error.failure.mayBeDone
        guard attempt < options.attempts, error.failure.isPassing, isSafe else {
          throw error.failure
        }
        self.pause(after: error.failure, seconds: max(pause, error.retryAfter ?? 0))
        pause *= 2
        attempt += 1
      }
    }
  }

  /// Waits for about so long, a minute at most, before another attempt.
  func pause(after failure: ServerFailure, seconds: Double) {
    let seconds = min(seconds * .random(in: 1...1.25), 60)
    onRetry(failure, seconds)
    usleep(UInt32(seconds * 1_000_000))
  }

  /// The failure of one attempt.
  private struct AttemptFailure: Error {
    var failure: ServerFailure
    /// Seconds that the server asks to wait.
    var retryAfter: Double?
  }

  private func sendOnce(_ request: Request) throws(AttemptFailure) -> Data {
    var response = try exchange(request, renews: false)
    if response.status == .unauthorized, headers.canRenew {
      response = try exchange(request, renews: true)
    }
    return try content(of: response)
  }

  private func exchange(
    _ request: Request, renews: Bool
  ) throws(AttemptFailure) -> HTTPClient.Response {
    var fields = HTTPHeaders([("Accept", "application/json"), ("User-Agent", "kale")])
    do {
      for header in try headers.make(renews: renews) {
        fields.add(name: header.name, value: header.value)
      }
    } catch {
      throw AttemptFailure(failure: .noCredentials(error))
    }
    var body: HTTPClient.Body?
    switch request.body {
    case nil: break
    case .json(let data):
      fields.add(name: "Content-Type", value: "application/json")
      body = .bytes(data)
    case .form(let form):
      fields.add(name: "Content-Type", value: form.contentType)
      body = .bytes(form.data)
    }
    do {
      let url = "\(address.api)/apis/v2beta1\(request.path)\(Self.text(of: request.query))"
      let sent = try HTTPClient.Request(
        url: url, method: request.method, headers: fields, body: body)
      let deadline = NIODeadline.now() + .seconds(Int64(options.requestSeconds))
      return try client.execute(request: sent, deadline: deadline).wait()
    } catch {
      throw AttemptFailure(failure: ServerFailure(error, options: options))
    }
  }

  private func content(of response: HTTPClient.Response) throws(AttemptFailure) -> Data {
    var body = response.body ?? ByteBuffer()
    let data = Data(body.readBytes(length: body.readableBytes) ?? [])
    let status = Int(response.status.code)
    if (300..<400).contains(status) {
      let place = response.headers.first(name: "Location") ?? "another address"
      throw AttemptFailure(failure: .redirected(to: headers.redacted(Self.withoutQuery(place))))
    }
    let isPage = response.headers.first(name: "Content-Type")?.hasPrefix("text/html") ?? false
    if status >= 400 {
      let message = isPage ? "" : headers.redacted(ServerMessage(data).text)
      throw AttemptFailure(
        failure: .refused(status: status, message: message),
        retryAfter: response.headers.first(name: "Retry-After").flatMap(Double.init))
    }
    if isPage { throw AttemptFailure(failure: .unexpected("a web page")) }
    return data
  }

  /// Where someone is sent to log in; the query may hold what is nobody's business.
  private static func withoutQuery(_ address: String) -> String {
    String(address.prefix { $0 != "?" })
  }

  private static func text(of query: [(name: String, value: String)]) -> String {
    query.isEmpty
      ? ""
      : "?" + query.map { "\($0.name)=\(PercentEncoding.encoded($0.value))" }.joined(separator: "&")
  }
}

extension ServerFailure {
  /// What AsyncHTTPClient and NIO throw.
  fileprivate init(_ error: any Error, options: ServerConnection.Options) {
    switch error {
    case let error as HTTPClientError: self.init(error, options: options)
    case let error as NIOConnectionError where error.connectionErrors.isEmpty:
      self = .unknownHost(error.host)
    case let error as NIOConnectionError:
      let codes = error.connectionErrors.map {
        ($0.error as? IOError).map(Self.reason) ?? "\($0.error)"
      }
      self = .unreachable(codes.first ?? "no connection")
    case let error as IOError:
      self =
        [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH].contains(error.errnoCode)
        ? .unreachable(Self.reason(error)) : .interrupted(Self.reason(error))
    case let error as NIOSSLError: self = .insecure(Self.reason(error))
    case let error as NIOSSLExtraError: self = .insecure("\(error)")
    default: self = .interrupted("\(error)")
    }
  }

  private init(_ error: HTTPClientError, options: ServerConnection.Options) {
    switch error {
    case .deadlineExceeded, .readTimeout: self = .timedOut(seconds: options.requestSeconds)
    case .connectTimeout, .httpProxyHandshakeTimeout, .getConnectionFromPoolTimeout:
      self = .unreachable("no connection in time")
    case .remoteConnectionClosed, .uncleanShutdown: self = .interrupted("no answer")
    case .tlsHandshakeTimeout: self = .insecure("no answer to the TLS handshake")
    default: self = .interrupted("\(error)")
    }
  }

  private static func reason(_ error: IOError) -> String {
    String(cString: strerror(error.errnoCode)).lowercased()
  }

  private static func reason(_ error: NIOSSLError) -> String {
    let text = "\(error)"
    if text.contains("CERTIFICATE_VERIFY_FAILED") { return "its certificate can't be verified" }
    if text.contains("WRONG_VERSION_NUMBER") {
      return "it speaks no TLS; its address begins with http://"
    }
    return "the TLS handshake failed"
  }
}
