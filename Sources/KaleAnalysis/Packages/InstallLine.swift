/// A command of a cell that installs packages.
struct InstallLine {
  var command: InstallCommand
  var location: Diagnostic.Location
  /// The whole line as the shell gets it, white space folded; nil where it does more than to install.
  var skippable: String?

  /// The installing commands of a cell, in their order.
  static func find(in cell: ParsedCell, source: String) -> [InstallLine] {
    guard let actions = cell.transform?.actions else { return [] }
    let lines = SourceText(source)
    return actions.flatMap { action -> [InstallLine] in
      let location = Diagnostic.Location(cell: cell.index, range: action.range)
      switch action.construct {
      case .system, .lineMagic("pip"), .lineMagic("conda"), .lineMagic("mamba"),
        .lineMagic("micromamba"), .lineMagic("uv"):
        let text = lines.text(in: action.range).drop { "!% \t".contains($0) }
        let shell = ShellWords(String(text))
        let commands = shell.commands.compactMap(InstallCommand.init)
        let isSkippable = shell.isSimple && commands.count == 1
        return commands.map {
          InstallLine(
            command: $0, location: location, skippable: isSkippable ? folded(text) : nil)
        }
      case .cellMagic("bash"), .cellMagic("sh"), .cellMagic("script"):
        let body = lines.text(in: action.range).drop { !$0.isNewline }
        return ShellWords(String(body)).commands.compactMap(InstallCommand.init).map {
          InstallLine(command: $0, location: location)
        }
      default: return []
      }
    }
  }

  private static func folded(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).filter { $0 != "\\" }.joined(separator: " ")
  }
}
