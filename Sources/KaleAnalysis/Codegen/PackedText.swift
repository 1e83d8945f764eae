import CZlib
import FoundationEssentials

/// A text as Python's `zlib.decompress(base64.b64decode(...))` unpacks it.
enum PackedText {
  /// Lines of base64, each with a line feed at its end.
  static func lines(_ text: String) -> String {
    Data(compressed(Array(text.utf8)))
      .base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]) + "\n"
  }

  /// In zlib's format, RFC 1950.
  private static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var count = compressBound(uLong(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, written in
      let status = compress2(
        buffer.baseAddress, &count, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION)
      // There is room by `compressBound`, so only memory can be missing.
      precondition(status == Z_OK, "zlib has no memory")
      written = Int(count)
    }
  }
}
