import CPython
import Glibc

/// The one Python interpreter of this process and the one thread that it lives on.
///
/// Both start with the first use, in some 7 ms. `KALE_PYTHON_HOME` in the environment says where the
/// standard library is, if it is neither near libpython nor where libpython was built for.
public final class PythonRuntime: Sendable {
  public static let shared = PythonRuntime()

  /// What CPython's parser and compiler need for the deepest source that they accept.
  private static let stackSize = 16 << 20

  private struct Process: @unchecked Sendable {
    let thread: OwnerThread
    /// Used on `thread` only.
    let python: OpaquePointer
    let vocabulary: Vocabulary

    func interpreter() -> PythonInterpreter { PythonInterpreter(python, vocabulary) }
  }

  private let process: Result<Process, PythonStartError>

  private init() {
    process = Result { () throws(PythonStartError) in
      let thread = try OwnerThread(stackSize: Self.stackSize)
      var started: Result<OpaquePointer, PythonStartError>?
      thread.run { started = Self.start() }
      let python = try started!.get()
      var vocabulary = Vocabulary.language
      thread.run { vocabulary = Vocabulary(builtins: PythonInterpreter.builtinNames(python)) }
      return Process(thread: thread, python: python, vocabulary: vocabulary)
    }
  }

  private static func start() -> Result<OpaquePointer, PythonStartError> {
    var report = kale_start()
    let home = getenv("KALE_PYTHON_HOME").flatMap { $0.pointee == 0 ? nil : $0 }
    if let python = kale_python_start(home, &report) { return .success(python) }
    let detail = withUnsafeBytes(of: report.detail) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let isMissing = report.status == Int32(KALE_START_NO_LIBRARY.rawValue)
    return .failure(
      isMissing
        ? .noStandardLibrary(home: detail, version: .linked)
        : .failed(message: detail, version: .linked))
  }

  /// Runs `body` on the interpreter's thread and returns what it returns.
  ///
  /// The caller waits. Concurrent callers take turns; a call from within `body` runs at once.
  /// Throws `PythonStartError` if there is no interpreter, else what `body` throws.
  public func run<T: Sendable>(
    _ body: (borrowing PythonInterpreter) throws -> T
  ) throws -> T {
    let process = try process.get()
    if process.thread.isCurrent { return try body(process.interpreter()) }
    var outcome: Result<T, any Error>?
    process.thread.run {
      outcome = Result { try body(process.interpreter()) }
    }
    return try outcome!.get()
  }
}
