/// Chooses names for a Python scope: identifiers, each once, none that would hide another.
struct PythonNames {
  private var taken: Set<String>

  init(reserved: Set<String> = []) {
    taken = reserved
  }

  /// `name`, or with `suffix`, or with a number, whichever is first free.
  mutating func claim(_ name: String, suffix: String = "") -> String {
    var candidate = name
    if !isFree(candidate) && !suffix.isEmpty { candidate = name + suffix }
    var number = 2
    while !isFree(candidate) {
      candidate = "\(name)\(suffix)_\(number)"
      number += 1
    }
    taken.insert(candidate)
    return candidate
  }

  private func isFree(_ name: String) -> Bool {
    !taken.contains(name) && !PythonKeywords.all.contains(name)
  }

  /// The ASCII identifier nearest to `text` that begins with a letter, or `otherwise`.
  static func identifier(_ text: String, otherwise: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z": name.unicodeScalars.append(scalar)
      case "0"..."9", "_": if !name.isEmpty { name.unicodeScalars.append(scalar) }
      default: if !name.isEmpty && !name.hasSuffix("_") { name += "_" }
      }
    }
    return name.isEmpty ? otherwise : name
  }

  static func isOnlyUnderscores(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { $0 == "_" }
  }

  /// The built-in functions with names that a step could have.
  static let builtins: Set<String> = [
    "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray",
    "bytes", "callable", "chr", "classmethod", "compile", "complex", "copyright", "credits",
    "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "exit", "filter", "float",
    "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input",
    "int", "isinstance", "issubclass", "iter", "len", "license", "list", "locals", "map", "max",
    "memoryview", "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit",
    "range", "repr", "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod",
    "str",
    "sum", "super", "tuple", "type", "vars", "zip",
  ]
}
