/// Python source text that evaluates to a given value, exactly.
///
/// The text may become part of a component's source, which on its way to the interpreter passes
/// through `textwrap.dedent`, KFP, Kubernetes and Argo. So no literal contains what these would change:
/// lines of blanks only, `{{` (a placeholder), `$(` and `$$` (an expansion of an environment variable),
/// `/kfp-workspace` (the folder that `kfp.local` puts in its place).
public enum PythonLiteral {
  /// A literal on one line, in double quotes.
  public static func string(_ text: String) -> String {
    // Most literals are names.
    if text.utf8.allSatisfy({ isWordByte($0) }) { return "\"\(text)\"" }
    var literal = "\""
    var previous: Unicode.Scalar?
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case "\t": literal += "\\t"
      case "\r": literal += "\\r"
      case "/" where rest.starts(with: workspace.dropFirst().unicodeScalars):
        literal += hexadecimal(scalar)
      case "{" where previous == "{", "$" where previous == "$", "(" where previous == "$":
        literal += hexadecimal(scalar)
      default:
        if isPrintable(scalar) {
          literal.unicodeScalars.append(scalar)
        } else {
          literal += hexadecimal(scalar)
        }
      }
      previous = scalar
    }
    return literal + "\""
  }

  static let workspace = "/kfp-workspace"

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// As Python's `repr` writes a string: in single quotes if it can.
  static func repr(_ text: String) -> String {
    let quote: Unicode.Scalar = text.hasText("'") && !text.hasText("\"") ? "\"" : "'"
    var literal = String(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", quote: literal += "\\\(scalar)"
      case "\n": literal += "\\n"
      case "\t": literal += "\\t"
      case "\r": literal += "\\r"
      default:
        if isPrintable(scalar) {
          literal.unicodeScalars.append(scalar)
        } else {
          literal += hexadecimal(scalar)
        }
      }
    }
    return literal + String(quote)
  }

  public static func bool(_ value: Bool) -> String { value ? "True" : "False" }

  /// With a point or an exponent, so that Python reads a float: `2.0`, `1e-05`.
  public static func float(_ value: Double) -> String {
    if value.isNaN { return "float(\"nan\")" }
    if value.isInfinite { return value < 0 ? "float(\"-inf\")" : "float(\"inf\")" }
    return value.description
  }

  public static func value(_ value: PipelineParameter.Value) -> String {
    switch value {
    case .integer(let integer): String(integer)
    case .float(let double): float(double)
    case .string(let text): string(text)
    case .bool(let flag): bool(flag)
    case .list(let values): "[" + values.map(self.value).joined(separator: ", ") + "]"
    case .dictionary(let entries):
      "{" + entries.map { string($0.key) + ": " + self.value($0.value) }.joined(separator: ", ")
        + "}"
    case .none: "None"
    }
  }

  public static func list(_ texts: [String]) -> String {
    "[" + texts.map(string).joined(separator: ", ") + "]"
  }

  /// A dictionary of strings, sorted by key.
  public static func dictionary(_ texts: [String: String]) -> String {
    "{"
      + texts.sorted { $0.key < $1.key }.map { string($0.key) + ": " + string($0.value) }
      .joined(separator: ", ") + "}"
  }

  /// The text on one line and harmless in a docstring.
  static func inDocstring(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "/"
      case "\"": result += "'"
      default:
        result.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
      }
    }
    return result
  }

  static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let (prefix, width) =
      switch scalar.value {
      case ...0xFF: ("\\x", 2)
      case ...0xFFFF: ("\\u", 4)
      default: ("\\U", 8)
      }
    return prefix + String(repeating: "0", count: width - digits.count) + digits
  }

  /// As `str.isprintable`: no control or format character, no blank but the space.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: scalar == " "
    default: true
    }
  }
}
