import CPython

/// A version of CPython.
public struct PythonVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// As `sys.hexversion`: major, minor, micro in a byte each, then release level and serial.
  public let hex: UInt32

  public init(hex: UInt32) {
    self.hex = hex
  }

  public var major: Int { Int(hex >> 24) }
  public var minor: Int { Int(hex >> 16 & 0xFF) }
  public var micro: Int { Int(hex >> 8 & 0xFF) }

  /// "3.11.2".
  public var description: String { "\(major).\(minor).\(micro)" }

  public static func < (left: Self, right: Self) -> Bool { left.hex < right.hex }

  /// The version that this program is linked with, known without starting it.
  public static var linked: Self { Self(hex: kale_python_hex_version()) }
}
