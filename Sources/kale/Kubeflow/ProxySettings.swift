import AsyncHTTPClient
import FoundationEssentials

/// The HTTP proxy that the environment prescribes: `http_proxy`, `https_proxy`, `no_proxy`, as curl reads
/// them.
enum ProxySettings {
  static func proxy(
    for address: ServerAddress,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> HTTPClient.Configuration.Proxy? {
    guard let (host, port) = endpoint(for: address, environment: environment) else { return nil }
    return .server(host: host, port: port)
  }

  /// Host and port of the proxy; nil where the server is to be reached without one.
  static func endpoint(
    for address: ServerAddress, environment: [String: String]
  ) -> (host: String, port: Int)? {
    let isSecure = address.api.hasPrefix("https:")
    // HTTP_PROXY in capitals can be set by whoever calls a CGI script.
    let names = isSecure ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
    let value = (names + ["all_proxy", "ALL_PROXY"]).lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let value, !isExcluded(address.host, environment: environment),
      let proxy = ServerAddress(value)
    else { return nil }
    return (proxy.host, proxy.port ?? 1080)
  }

  private static func isExcluded(_ host: String, environment: [String: String]) -> Bool {
    let list = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
    return list.split(separator: ",").contains { entry in
      let name = String(entry).trimmingWhitespace().drop { $0 == "." }.lowercased()
      return name == "*" || !name.isEmpty && (host == name || host.hasSuffix(".\(name)"))
    }
  }
}
