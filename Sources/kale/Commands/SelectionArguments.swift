import ArgumentParser
import KaleAnalysis

/// Options about which messages are told.
struct SelectionArguments: ParsableArguments {
  @Option(
    name: .customLong("select"),
    help: ArgumentHelp(
      "Tell only these: ids of messages or their beginnings, with commas between.",
      valueName: "ids"),
    completion: .custom { _, _, _ in DiagnosticPages.standard.ids })
  var selected: [String] = []

  @Option(
    name: .customLong("ignore"),
    help: ArgumentHelp("Don't tell these; wins over --select.", valueName: "ids"),
    completion: .custom { _, _, _ in DiagnosticPages.standard.ids })
  var ignored: [String] = []

  @Flag(inversion: .prefixedNo, help: "Take warnings for errors.")
  var strict: Bool?

  var select: [String] { Self.words(selected) }

  var ignore: [String] { Self.words(ignored) }

  func validate() throws {
    if selected.contains("") || ignored.contains("") {
      throw ValidationError("--select and --ignore need the ids of messages")
    }
    do {
      _ = try DiagnosticSelection(select: select, ignore: ignore)
    } catch {
      throw ValidationError(error.message)
    }
  }

  private static func words(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",") }.map { $0.filter { !$0.isWhitespace } }
      .filter { !$0.isEmpty }
  }
}
