/// Why there is no Python interpreter in this process.
public enum PythonStartError: Error, Sendable, Hashable, CustomStringConvertible {
  /// `KALE_PYTHON_HOME` names a directory without the standard library of the linked version.
  case noStandardLibrary(home: String, version: PythonVersion)
  /// CPython refused to start, with its own message.
  case failed(message: String, version: PythonVersion)
  /// The system gave no thread, with the error number.
  case noThread(errno: Int32)

  public var description: String {
    switch self {
    case .noStandardLibrary(let home, let version):
      """
      KALE_PYTHON_HOME is \(home), which has no lib/python\(version.major).\(version.minor): \
      set it to the prefix of a Python \(version.major).\(version.minor), or unset it
      """
    case .failed(let message, let version):
      """
      Python \(version) did not start: \(message). Is its standard library installed? On Debian: \
      apt install libpython\(version.major).\(version.minor)-stdlib. If it is in an unusual place, \
      set KALE_PYTHON_HOME to the directory above its lib/python\(version.major).\(version.minor)
      """
    case .noThread(let number):
      "the thread for Python did not start: error \(number)"
    }
  }
}
