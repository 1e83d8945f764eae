import FoundationEssentials
import Testing

@testable import kale

struct ServerMessageTests {
  @Test(arguments: [
    (#"{"error": "e", "code": 5, "message": "gone", "details": []}"#, "gone"),
    (#"{"error_message": "no spec", "error_details": "more"}"#, "no spec"),
    ("upstream\n  connect\terror\u{1B}[31m", "upstream connect error [31m"), ("", ""),
    (String(repeating: "x", count: 1000), String(repeating: "x", count: 300) + "..."),
  ])
  func whatAServerSays(body: String, text: String) {
    #expect(ServerMessage(Data(body.utf8)).text == text)
  }

  @Test func aFormHasOneFile() {
    let form = MultipartForm(field: "uploadfile", fileName: "a.yaml", content: Data("x: 1\n".utf8))
    let boundary = form.contentType.split(separator: "=")[1]
    #expect(
      String(decoding: form.data, as: UTF8.self) == """
        --\(boundary)\r
        Content-Disposition: form-data; name="uploadfile"; filename="a.yaml"\r
        Content-Type: application/octet-stream\r
        \r
        x: 1
        \r
        --\(boundary)--\r

        """)
  }

  @Test func textInAnAddress() {
    #expect(PercentEncoding.encoded("a b/ü?&=+%~-._") == "a%20b%2F%C3%BC%3F%26%3D%2B%25~-._")
  }
}
