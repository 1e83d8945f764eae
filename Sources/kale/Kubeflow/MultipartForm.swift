import FoundationEssentials

/// A body of one file, as a browser's form would send it (RFC 7578).
struct MultipartForm {
  let contentType: String
  let data: Data

  /// - Parameters:
  ///   - field: name of the form's field.
  ///   - fileName: of printable ASCII without quotes and backslashes.
  init(field: String, fileName: String, content: Data) {
    let boundary = "kale-\(UUID().uuidString)"
    contentType = "multipart/form-data; boundary=\(boundary)"
    var data = Data(
      """
      --\(boundary)\r
      Content-Disposition: form-data; name="\(field)"; filename="\(fileName)"\r
      Content-Type: application/octet-stream\r
      \r

      """.utf8)
    data += content
    data += Data("\r\n--\(boundary)--\r\n".utf8)
    self.data = data
  }
}
