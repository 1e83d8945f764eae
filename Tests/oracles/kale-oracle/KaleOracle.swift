import Foundation
import KaleAnalysis

/// What the oracles compare: reads paths of notebooks, one a line, from the standard input, and
/// writes a line of JSON for every notebook and one for every code cell whose text is new.
@main
enum KaleOracle {
  private struct NotebookReport: Encodable {
    var notebook: String
    var codeCells = 0
    /// Why it can't be read.
    var error: String?
  }

  static func main() throws {
    var seen: Set<String> = []
    while let path = readLine() {
      let notebook: Notebook
      do {
        notebook = try NotebookReader.read(path: path)
      } catch {
        try write(NotebookReport(notebook: path, error: error.message))
        continue
      }
      let cells = notebook.cells.filter { $0.kind == .code }
      try write(NotebookReport(notebook: path, codeCells: cells.count))
      for cell in cells where seen.insert(cell.source).inserted {
        try write(PythonRuntime.shared.run { CellReport(cell, of: path, $0) })
      }
    }
  }

  private static func write(_ report: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try FileHandle.standardOutput.write(contentsOf: encoder.encode(report) + [0x0A])
  }
}
