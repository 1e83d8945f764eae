import CPython

/// One result of the C module: owns its memory, frees it once.
struct PythonResult: ~Copyable {
  private let result: UnsafeMutablePointer<kale_result>

  /// Takes ownership.
  init(_ result: UnsafeMutablePointer<kale_result>) {
    self.result = result
  }

  deinit {
    kale_result_free(result)
  }

  /// What went wrong, or nil. Its spans lie in `text`.
  var error: kale_error? {
    result.pointee.error.kind == Int32(KALE_ERROR_NONE.rawValue) ? nil : result.pointee.error
  }

  var words: [Int32] {
    Array(UnsafeBufferPointer(start: result.pointee.words, count: Int(result.pointee.word_count)))
  }

  var text: [UInt8] {
    Array(UnsafeBufferPointer(start: result.pointee.text, count: Int(result.pointee.text_length)))
  }

  /// The identifiers, in the order of their indices.
  var names: [String] { spans.map { string($0) } }

  /// The symbols of the identifiers, in the order of their indices.
  func symbols(in table: SymbolTable) -> [Symbol] { spans.map { table.intern(bytes($0)) } }

  func string(_ span: kale_span) -> String { String(decoding: bytes(span), as: UTF8.self) }

  private var spans: UnsafeBufferPointer<kale_span> {
    UnsafeBufferPointer(start: result.pointee.names, count: Int(result.pointee.name_count))
  }

  private func bytes(_ span: kale_span) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: result.pointee.text + Int(span.offset), count: Int(span.length))
  }
}
