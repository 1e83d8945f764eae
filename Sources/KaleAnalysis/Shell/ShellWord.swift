/// Words of a command line as one writes them.
package enum ShellWord {
  /// The word as it is, or in quotes if a shell would take it for something else.
  package static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x40...0x5A).contains(byte)
          || (0x2B...0x39).contains(byte) || byte == 0x5F || byte >= 0x80
      }
    return isPlain
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
