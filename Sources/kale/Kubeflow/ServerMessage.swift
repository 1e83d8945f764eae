import FoundationEssentials

/// What a server says of a request that it refuses, on one line of bounded length.
///
/// KFP has two forms for it, that of gRPC's gateway and, for uploads, one of its own; proxies send
/// plain text.
struct ServerMessage {
  let text: String

  /// Characters that are shown of it.
  static let limit = 300

  private struct Answer: Decodable {
    var error: String?
    var message: String?
    var errorMessage: String?
    var errorDetails: String?
  }

  init(_ body: Data) {
    let answer = try? ServerModels.decoder.decode(Answer.self, from: body)
    let said =
      answer.flatMap { $0.message ?? $0.error ?? $0.errorMessage ?? $0.errorDetails }
      ?? String(decoding: body.prefix(4 * Self.limit), as: UTF8.self)
    let words = said.split(whereSeparator: { $0.isWhitespace || $0.isASCII && $0 < " " })
    let line = words.joined(separator: " ")
    text = line.count > Self.limit ? "\(line.prefix(Self.limit))..." : line
  }
}
