/// Compares the kernel that a notebook was written for with the grammar that its cells are parsed by.
struct KernelDiagnoser {
  /// Nil when the metadata don't tell; then there is nothing to say.
  var kernel: KernelVersion?
  var grammar: PythonVersion = .linked

  private static let rewrite = "rewrite the cell for Python 3 (2to3 does most of it)"

  /// What there is to say about the notebook as a whole.
  func diagnose() -> [Diagnostic] {
    guard let kernel else { return [] }
    if kernel.isNewer(than: grammar) {
      return [
        Diagnostic(
          "newer-kernel", .note,
          "the notebook's kernel is \(kernel), newer than the grammar of Python \(grammar) that kale "
            + "is linked with",
          fix: "if a cell has newer syntax, \(build(with: kernel))")
      ]
    }
    if kernel.major == 2 {
      return [
        Diagnostic(
          "python-2-kernel", .warning,
          "the notebook's kernel is \(kernel), and its code is read and run as Python 3",
          fix: "convert it to Python 3, and mind what differs silently, such as 7 / 2")
      ]
    }
    return []
  }

  /// Adds to the diagnostic of a syntax error in `source`, the text that was parsed, what the version
  /// of Python may have to do with it.
  func explain(_ error: PythonSyntaxError, in source: String, _ diagnostic: inout Diagnostic) {
    guard error.kind == .syntax else { return }
    if let form = Python2Form(at: error, in: source) {
      diagnostic.notes.append(Diagnostic.Note("this looks like Python 2: \(form.advice)"))
      diagnostic.fix = Self.rewrite
    } else if let kernel, kernel.major == 2 {
      diagnostic.notes.append(
        Diagnostic.Note("the notebook's kernel is \(kernel), some of whose code Python 3 refuses"))
      diagnostic.fix = Self.rewrite
    }
    if let kernel, kernel.isNewer(than: grammar) {
      diagnostic.notes.append(
        Diagnostic.Note(
          "the notebook's kernel is \(kernel): what runs there may be newer than the grammar of "
            + "Python \(grammar) that kale is linked with"))
      diagnostic.fix = diagnostic.fix ?? build(with: kernel)
    }
  }

  private func build(with kernel: KernelVersion) -> String {
    "build kale with \(kernel): scripts/build --python PREFIX"
  }
}
