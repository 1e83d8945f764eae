/// The version of Python that a notebook's kernel has, as far as the metadata tell.
public struct KernelVersion: Sendable, Hashable, CustomStringConvertible {
  public var major: Int
  /// Nil where only the major version is known.
  public var minor: Int?

  public init(major: Int, minor: Int?) {
    self.major = major
    self.minor = minor
  }

  /// Reads a version such as "3.12.1" or "2.7".
  init?(version: String) {
    let parts = version.split(separator: ".").prefix(2).map { $0.prefix(while: \.isNumber) }
    guard let major = parts.first.flatMap({ Int($0) }) else { return nil }
    self.init(major: major, minor: parts.count > 1 ? Int(parts[1]) : nil)
  }

  /// Finds the version in the name of a kernel, such as "Python 3.12 (ipykernel)", "python3" or
  /// "py310".
  init?(kernelName: String) {
    let name = Array(kernelName.lowercased().utf8)
    for start in name.indices where start == 0 || !name[start - 1].isWord {
      var rest = name[start...]
      guard rest.starts(with: "py".utf8) else { continue }
      rest = rest.dropFirst(rest.starts(with: "python".utf8) ? 6 : 2)
      rest = rest.drop { $0.isIndent || $0 == UInt8(ascii: "-") }
      guard let major = rest.first, major == UInt8(ascii: "2") || major == UInt8(ascii: "3") else {
        continue
      }
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst() }
      let minor = rest.prefix(while: \.isDigit)
      guard minor.count <= 2 else { continue }
      self.init(
        major: Int(major - UInt8(ascii: "0")), minor: Int(String(decoding: minor, as: UTF8.self)))
      return
    }
    return nil
  }

  /// "Python 3.12", or "Python 2".
  public var description: String { "Python \(major)" + (minor.map { ".\($0)" } ?? "") }

  func isNewer(than version: PythonVersion) -> Bool {
    (major, minor ?? 0) > (version.major, version.minor)
  }
}
