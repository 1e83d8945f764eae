/// A text put together from stretches of a source and text of our own, that remembers where each
/// byte comes from. Offsets are 0-based, in UTF-8 bytes.
struct MappedText: Sendable {
  private struct Piece {
    /// Where the piece starts in the output.
    var output: Int
    /// Where it comes from; for text of our own, the place in the source that it stands for.
    var source: Int
    /// Whether the piece is the source's own bytes, so that offsets inside it differ too.
    var isCopy: Bool
  }

  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []

  mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    guard !range.isEmpty else { return }
    let follows =
      pieces.last.map { $0.isCopy && $0.source + (bytes.count - $0.output) == range.lowerBound }
    if follows != true {
      pieces.append(Piece(output: bytes.count, source: range.lowerBound, isCopy: true))
    }
    bytes += source[range]
  }

  /// Appends text that the source does not have; all of it maps to `anchor`.
  mutating func insert(_ text: String, at anchor: Int) {
    guard !text.isEmpty else { return }
    pieces.append(Piece(output: bytes.count, source: anchor, isCopy: false))
    bytes += text.utf8
  }

  /// The source offset of an output offset; the end of the output maps behind its last piece.
  func source(of output: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].output <= output { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let piece = pieces[low - 1]
    return piece.isCopy ? piece.source + (output - piece.output) : piece.source
  }
}
