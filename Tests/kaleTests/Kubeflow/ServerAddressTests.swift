import Testing

@testable import kale

struct ServerAddressTests {
  @Test(arguments: [
    ("localhost:8080", "http://localhost:8080"),
    ("http://localhost:8080/", "http://localhost:8080"),
    ("https://kf.example.org/pipeline", "https://kf.example.org/pipeline"),
    ("https://kf.example.org/pipeline/apis/v2beta1", "https://kf.example.org/pipeline"),
    ("https://kf.example.org/pipeline/#/experiments?x=1", "https://kf.example.org/pipeline"),
    ("HTTPS://[::1]:8443", "HTTPS://[::1]:8443"),
    (" http://ml-pipeline.kubeflow.svc:8888 ", "http://ml-pipeline.kubeflow.svc:8888"),
  ])
  func formsOfAnAddress(text: String, api: String) {
    #expect(ServerAddress(text)?.api == api)
  }

  @Test(arguments: ["", "http://", "ftp://host", "http://user:word@host", "a b", "https://hö.st"])
  func noAddresses(text: String) {
    #expect(ServerAddress(text) == nil)
  }

  @Test(arguments: [
    ("http://h:80/p", "h", 80), ("https://Kf.Example.org", "kf.example.org", nil),
    ("http://[::1]:9/", "[::1]", 9),
  ])
  func hostAndPort(text: String, host: String, port: Int?) {
    #expect(ServerAddress(text)?.host == host)
    #expect(ServerAddress(text)?.port == port)
  }

  @Test func theUsersChoiceWins() throws {
    let environment = ["KF_PIPELINES_ENDPOINT": "there:1", "KUBERNETES_SERVICE_HOST": "10.0.0.1"]
    #expect(try ServerAddress.find(host: "here", environment: environment).api == "http://here")
    #expect(try ServerAddress.find(host: nil, environment: environment).api == "http://there:1")
  }

  @Test func inAClusterThereIsAServerButNoPage() throws {
    let environment = ["KUBERNETES_SERVICE_HOST": "10.0.0.1"]
    let address = try ServerAddress.find(host: nil, environment: environment)
    #expect(address.isInCluster)
    #expect(address.page(ofRun: "x") == nil)
    let page = try ServerAddress.find(
      host: nil,
      environment: environment.merging(["KF_PIPELINES_UI_ENDPOINT": "https://ui/"]) { $1 })
    #expect(page.page(ofRun: "x") == "https://ui/#/runs/details/x")
  }

  @Test func withoutAnyThereIsAMessage() {
    #expect(throws: CommandFailure.self) { try ServerAddress.find(host: nil, environment: [:]) }
  }
}
