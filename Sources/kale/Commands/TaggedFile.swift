import FoundationEssentials
import Glibc
import KaleAnalysis

/// A notebook's file whose tags are changed.
struct TaggedFile {
  /// The notebook as it was read from the file.
  let notebook: Notebook

  /// Writes the file with other tags, and else as it is.
  ///
  /// - Parameters:
  ///   - tags: all tags that the cells shall have, by index of the cell.
  ///   - output: the file to write; nil for the notebook itself.
  func write(_ tags: [Int: [String]], to output: String? = nil) throws {
    var status = stat()
    guard stat(notebook.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw CommandFailure.usage("\(notebook.path) is no file whose tags can be changed")
    }
    do {
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: absolutePath(notebook.path))))
      let current = try NotebookReader.decode(data: Data(bytes), path: notebook.path)
      guard current.cells == notebook.cells else {
        throw CommandFailure(
          message: "\(notebook.path) has been changed meanwhile\nNothing is written; try again.",
          code: .notebookErrors)
      }
      let file = try NotebookTagWriter(bytes).file(with: tags)
      let path = output ?? notebook.path
      if path == notebook.path, file == bytes { return }
      try check(file, has: tags)
      try NotebookFile.replace(path: path, with: file)
    } catch let failure as CommandFailure {
      throw failure
    } catch let diagnostic as Diagnostic {
      let path = output ?? notebook.path
      let advice = diagnostic.fix.map { "\n" + $0.prefix(1).uppercased() + $0.dropFirst() + "." }
      throw CommandFailure.usage("\(path): \(diagnostic.message)\(advice ?? "")")
    }
  }

  /// What is written must be read as it was meant.
  private func check(_ file: [UInt8], has tags: [Int: [String]]) throws {
    let written = try NotebookReader.decode(data: Data(file), path: notebook.path)
    var meant = notebook.cells
    for (cell, tags) in tags { meant[cell].tags = tags }
    guard written.cells == meant else {
      throw CommandFailure.internal("the tags of \(notebook.path) can't be changed safely")
    }
  }
}
