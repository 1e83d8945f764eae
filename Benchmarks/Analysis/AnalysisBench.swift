import FoundationEssentials
import Glibc
import KaleAnalysis

/// Times the analysis of real cells against CPython's bare parse of the same cells, in one process.
///
///     kale-bench [--rounds N] [--cells N] NOTEBOOK-OR-FOLDER...
///     kale-bench --scaling [NOTEBOOK-OR-FOLDER...]      one long notebook against notebooks of 100 cells
@main
struct AnalysisBench {
  static func main() throws {
    var rounds = 7
    var limit = Int.max
    var paths: [String] = []
    var arguments = CommandLine.arguments.dropFirst()[...]
    var isScaling = false
    while let argument = arguments.popFirst() {
      switch argument {
      case "--rounds": rounds = arguments.popFirst().flatMap { Int($0) } ?? rounds
      case "--cells": limit = arguments.popFirst().flatMap { Int($0) } ?? limit
      case "--scaling": isScaling = true
      default: paths.append(argument)
      }
    }
    let notebooks = notebooks(below: paths, limit: limit)
    if isScaling { return try scaling(notebooks.flatMap(\.self), rounds: rounds) }
    try PythonRuntime.shared.run { python in
      ratio(notebooks, rounds: rounds, python)
    }
  }

  /// The code cells of each notebook that can be read, up to `limit` cells in all.
  private static func notebooks(below paths: [String], limit: Int) -> [[Cell]] {
    var files: [String] = []
    for path in paths {
      let inside = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
      files += inside.filter { $0.hasSuffix(".ipynb") }.map { "\(path)/\($0)" }.sorted()
      if path.hasSuffix(".ipynb") { files.append(path) }
    }
    var notebooks: [[Cell]] = []
    var count = 0
    for file in files where count < limit {
      guard let notebook = try? NotebookReader.read(path: file) else { continue }
      let cells = Array(notebook.cells.filter { $0.kind == .code }.prefix(limit - count))
      count += cells.count
      if !cells.isEmpty { notebooks.append(cells) }
    }
    return notebooks
  }

  private static func ratio(
    _ notebooks: [[Cell]], rounds: Int, _ python: borrowing PythonInterpreter
  ) {
    var parse = Double.infinity
    var trees = Double.infinity
    var whole = Double.infinity
    for _ in 0...rounds {
      var start = cpuTime()
      for cells in notebooks {
        for cell in cells { python.parseOnly(cell.source) }
      }
      parse = min(parse, cpuTime() - start)
      start = cpuTime()
      for cells in notebooks {
        let symbols = SymbolTable(python.vocabulary)
        for cell in cells { _ = python.parse(cell.source, symbols: symbols) }
      }
      trees = min(trees, cpuTime() - start)
      start = cpuTime()
      for cells in notebooks { analyze(cells, python) }
      whole = min(whole, cpuTime() - start)
    }
    let count = notebooks.reduce(0) { $0 + $1.count }
    print(
      "analysis: \(rounded(whole / parse)) times bare parse (\(count) cells in \(notebooks.count) notebooks,"
        + " CPU \(milliseconds(whole)) against \(milliseconds(parse));"
        + " its syntax trees alone: \(rounded(trees / parse)))")
  }

  private static func analyze(_ cells: [Cell], _ python: borrowing PythonInterpreter) {
    _ = CellSequence(python).analyze(cells, python)
  }

  // MARK: Scaling

  /// Times `cells` as one notebook against the same cells as notebooks of 100.
  private static func scaling(_ cells: [Cell], rounds: Int) throws {
    let cells = cells.isEmpty ? SyntheticNotebook.cells(10_000) : cells
    try PythonRuntime.shared.run { python in
      var short = Double.infinity
      var long = Double.infinity
      for _ in 0..<rounds {
        var start = cpuTime()
        for first in stride(from: 0, to: cells.count, by: 100) {
          analyze(Array(cells[first..<min(first + 100, cells.count)]), python)
        }
        short = min(short, cpuTime() - start)
        start = cpuTime()
        analyze(cells, python)
        long = min(long, cpuTime() - start)
      }
      var usage = rusage()
      getrusage(RUSAGE_SELF.rawValue, &usage)
      print(
        "scaling: a notebook of \(cells.count) cells takes \(rounded(long / short)) times as long as notebooks"
          + " of 100 (CPU \(milliseconds(long)) against \(milliseconds(short))),"
          + " peak memory \(usage.ru_maxrss / 1024) MB")
    }
  }

  // MARK: Time

  /// User and system time of this process, in seconds.
  private static func cpuTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func rounded(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }

  private static func milliseconds(_ seconds: Double) -> String {
    "\((seconds * 100_000).rounded() / 100) ms"
  }
}
