import Testing

@testable import kale

struct ProxySettingsTests {
  private func proxy(_ server: String, _ environment: [String: String]) throws -> String? {
    let address = try #require(ServerAddress(server))
    return ProxySettings.endpoint(for: address, environment: environment).map {
      "\($0.host):\($0.port)"
    }
  }

  @Test func theSchemeTellsWhichOne() throws {
    let environment = ["http_proxy": "http://plain:3128", "HTTPS_PROXY": "secure:8080/"]
    #expect(try proxy("http://kf.example.org", environment) == "plain:3128")
    #expect(try proxy("https://kf.example.org", environment) == "secure:8080")
    #expect(try proxy("https://kf.example.org", ["ALL_PROXY": "http://all"]) == "all:1080")
    #expect(try proxy("http://kf.example.org", ["HTTP_PROXY": "http://cgi:1"]) == nil)
    #expect(try proxy("http://kf.example.org", ["http_proxy": ""]) == nil)
  }

  @Test(arguments: [
    ("kf.example.org", true), (".example.org", true), ("example.org, other", true), ("*", true),
    ("ample.org", false), ("", false),
  ])
  func namesWithoutOne(list: String, isExcluded: Bool) throws {
    let environment = ["http_proxy": "http://p:1", "no_proxy": list]
    #expect(try (proxy("http://KF.example.org:80", environment) == nil) == isExcluded)
  }
}
