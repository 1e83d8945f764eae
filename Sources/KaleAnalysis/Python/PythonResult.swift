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

  /// The identifiers, each passed through `transform`, in the order of their indices.
  func names<T>(_ transform: (String) -> T) -> [T] {
    UnsafeBufferPointer(start: result.pointee.names, count: Int(result.pointee.name_count))
      .map { transform(string($0)) }
  }

  func string(_ span: kale_span) -> String {
    let start = result.pointee.text + Int(span.offset)
    return String(
      decoding: UnsafeBufferPointer(start: start, count: Int(span.length)), as: UTF8.self)
  }
}
