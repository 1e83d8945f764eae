/// Reads a file of requirements beside the notebook into the command that names it.
///
/// https://pip.pypa.io/en/stable/reference/requirements-file-format/
struct RequirementFile {
  let files: SourceFiles
  private static let depthLimit = 8

  /// The command with what its `-r` files ask for in their place; a file that can't be read is a problem
  /// of it.
  func resolved(_ command: InstallCommand) -> InstallCommand {
    var command = command
    let paths = command.requirementFiles
    command.requirementFiles = []
    for path in paths { read(path, into: &command, depth: 0) }
    return command
  }

  private func read(_ path: String, into command: inout InstallCommand, depth: Int) {
    guard depth < Self.depthLimit, !Requirement.isURL(path), let bytes = files.contents(path),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      return command.refuse("-r \(path)", "the file can't be read here")
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    for line in Self.lines(of: text) {
      if line.hasPrefix("-") {
        guard let words = ShellWords(line).commands.first,
          let more = InstallCommand(["pip", "install"].map { .init(text: $0) } + words)
        else { continue }
        command.indexURL = more.indexURL ?? command.indexURL
        command.extraIndexURLs += more.extraIndexURLs
        command.trustedHosts += more.trustedHosts
        command.problems += more.problems.map {
          .init(words: "\($0.words) in \(path)", reason: $0.reason)
        }
        for nested in more.requirementFiles {
          read(PathSyntax.join(folder, nested), into: &command, depth: depth + 1)
        }
      } else if let requirement = Requirement(Self.withoutOptions(line)) {
        command.requirements.append(requirement)
      } else {
        command.refuse("\(line) in \(path)", "it is no requirement that pip knows")
      }
    }
  }

  /// Without comments and empty lines; `\` at the end of a line goes on in the next.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var open = ""
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let isOpen = line.hasSuffix("\\")
      open += isOpen ? line.dropLast() : line
      if isOpen { continue }
      lines.append(open)
      open = ""
    }
    return (lines + [open]).map { line in
      var end = line.startIndex
      var previous: Character = " "
      while end < line.endIndex, line[end] != "#" || !previous.isWhitespace {
        previous = line[end]
        end = line.index(after: end)
      }
      return line[..<end].trimmingSpace()
    }.filter { !$0.isEmpty }
  }

  /// `name==1 --hash=sha256:...`
  private static func withoutOptions(_ line: String) -> String {
    let words = line.split(separator: " ")
    return words.prefix { !$0.hasPrefix("--") }.joined(separator: " ")
  }
}
