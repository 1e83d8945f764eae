import Testing

@testable import kale

struct CredentialsTests {
  @Test func secretsAreNotShown() throws {
    let secret = try #require(SecretText(" abc\n"))
    #expect("\(secret) \(String(reflecting: secret)) \([secret])".contains("abc") == false)
    var dumped = ""
    dump(secret, to: &dumped)
    #expect(!dumped.contains("abc"))
    #expect(secret.revealed == "abc")
    #expect(secret.redacted(in: "abc, xabcx") == "***, x***x")
  }

  @Test(arguments: ["", " \n", "a\nb", "a\u{0}b", "a\u{7F}"])
  func whatNoHeaderMayHave(text: String) {
    #expect(SecretText(text) == nil)
  }

  @Test func theTokenOfThePodStaysInTheCluster() throws {
    let environment = ["KF_PIPELINES_SA_TOKEN_PATH": "/dev/null"]
    for (host, isSent) in [
      ("http://ml-pipeline.kubeflow.svc:8888", true), ("http://elsewhere.example.org", false),
      ("http://svc.example.org", false),
    ] {
      let address = try #require(ServerAddress(host))
      let credentials = try Credentials.find(
        tokenFile: nil, tokenCommand: nil, for: address, environment: environment)
      #expect(credentials.isEmpty != isSent, "\(host)")
    }
  }
}
