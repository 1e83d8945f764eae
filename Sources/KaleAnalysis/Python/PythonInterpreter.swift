import CPython

/// CPython, seen from the one thread that may call it; `PythonRuntime` hands it out.
public struct PythonInterpreter: ~Copyable {
  /// For the functions of the C module, on this thread.
  let python: OpaquePointer
  /// What an analysis of code for this Python begins with.
  public let vocabulary: Vocabulary

  init(_ python: OpaquePointer, _ vocabulary: Vocabulary) {
    self.python = python
    self.vocabulary = vocabulary
  }

  public var version: PythonVersion { .linked }

  /// Parses the text of a cell, at most 1 MiB, as Python that may `await` at its top level.
  ///
  /// What CPython's compiler reports rather than its parser, such as `return` outside of a function,
  /// is no error here. The tree's identifiers are interned in `symbols`.
  public func parse(
    _ source: String, symbols: SymbolTable
  ) -> Result<SyntaxTree, PythonSyntaxError> {
    let result = PythonResult(
      withBytes(of: source) { kale_parse(python, $0.baseAddress, $0.count) })
    if let error = result.error {
      return .failure(PythonSyntaxError(error, of: result, in: source))
    }
    let words = result.words
    return .success(
      SyntaxTree(
        words: words, symbols: result.symbols(in: symbols), text: result.text,
        root: SyntaxTree.Node(offset: words[0])))
  }

  /// Has CPython parse a source and throws the tree away; benchmarks compare with it.
  package func parseOnly(_ source: String) {
    withBytes(of: source) { kale_parse_only(python, $0.baseAddress, $0.count) }
  }

  /// CPython's own symbol tables of a source: a second parse.
  public func scopes(of source: String) -> Result<ScopeTable, PythonSyntaxError> {
    let result = PythonResult(
      withBytes(of: source) { kale_symbols(python, $0.baseAddress, $0.count) })
    if let error = result.error {
      return .failure(PythonSyntaxError(error, of: result, in: source))
    }
    return .success(ScopeTable(words: result.words, names: result.names))
  }

  /// The names in module `builtins`, sorted.
  public var builtinNames: [String] { Self.builtinNames(python) }

  static func builtinNames(_ python: OpaquePointer) -> [String] {
    PythonResult(kale_builtin_names(python)).names.sorted()
  }

  /// The top-level modules of the standard library, sorted.
  public var standardLibraryModules: [String] {
    let names = PythonResult(kale_standard_library(python)).names
    return names.isEmpty ? StandardLibrary.modulesOf39 : names.sorted()
  }

  private func withBytes<T>(
    of source: String, _ body: (UnsafeBufferPointer<UInt8>) -> T
  ) -> T {
    var source = source
    return source.withUTF8(body)
  }
}
