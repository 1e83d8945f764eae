/// Finds what cells expect of the place that notebooks run in, and no step has: somebody who answers, Colab's own
/// modules.
struct SurroundingsDiagnoser {
  let effects: [Int: CellEffects]

  func diagnose() -> [Diagnostic] {
    effects.sorted { $0.key < $1.key }.flatMap { cell, effects in
      questions(effects, cell) + imports(effects, cell)
    }
  }

  private func questions(_ effects: CellEffects, _ cell: Int) -> [Diagnostic] {
    effects.outside.filter { $0.kind == .userInput }.map { effect in
      let isSecret = effect.detail.contains("getpass")
      return Diagnostic(
        "asks-user", .warning,
        "\(effect.detail)() waits for somebody to type, and nobody does where a step runs",
        at: Diagnostic.Location(cell: cell, range: effect.range),
        fix: isSecret
          ? "read it from an environment variable or a file that the cluster provides"
          : "make it a parameter: a cell tagged 'pipeline-parameters' gives it a value, each run another"
      )
    }
  }

  /// Only what is imported for sure: many notebooks try whether they are in Colab.
  private func imports(_ effects: CellEffects, _ cell: Int) -> [Diagnostic] {
    let found = effects.names.filter { _, effect in
      effect.exits == .bound && effect.imports.contains(where: Self.isOfColab)
    }
    guard let first = found.sorted(by: { $0.key < $1.key }).first else { return [] }
    return [
      Diagnostic(
        "colab-only", .warning,
        "'google.colab' is part of Colab: no package that a step could install has it",
        at: Diagnostic.Location(cell: cell, range: first.value.bindRange),
        fix: "leave it out, as by the tag 'skip'; a volume takes the place of Drive")
    ]
  }

  /// - Parameter statement: `import a.b as c`, `from a import b`.
  private static func isOfColab(_ statement: String) -> Bool {
    let words = statement.split { $0 == " " || $0 == "," }
    guard words.count > 1 else { return false }
    return words[1] == "google.colab" || words[1].hasPrefix("google.colab.")
      || words[1] == "google" && words.dropFirst(2).contains("colab")
  }
}
