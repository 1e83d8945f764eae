import CMalloc
import Glibc
import KaleAnalysis

/// Compiles the notebooks that `Tests/fuzz/analyzer.py` names on the standard input, in lines
/// `ROUNDS PATH`, and answers each with a line on the standard output: `ok IDS` with the ids of its
/// diagnostics, `wrong PROBLEM`, or none when the notebook ends this process.
@main
struct Worker {
  /// CPU seconds after which a notebook is taken to hang, and the process ends with a backtrace.
  let limit: Int

  static func main() {
    signal(SIGPROF, giveUp)
    let worker = Worker(limit: CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10)
    while let fields = readLine()?.split(separator: " ", maxSplits: 1), fields.count == 2 {
      print(worker.answer(to: String(fields[1]), rounds: Int(fields[0]) ?? 1))
      fflush(nil)
    }
  }

  /// Until it has settled, an allocator without leaks may count some more in use with every round.
  private static let settlingRounds = 40

  /// - Parameter rounds: how often to compile the notebook. When the heap is larger after each than
  ///   after the one before, memory leaks.
  private func answer(to path: String, rounds: Int) -> String {
    var answer = ""
    var sizes: [Int] = []
    func grows() -> Bool {
      let last = sizes.suffix(rounds)
      return rounds > 4 && zip(last, last.dropFirst()).allSatisfy(<)
    }
    func compile(rounds: Int) {
      for _ in 0..<rounds {
        setTimer(seconds: limit)
        answer = Self.compile(path)
        setTimer(seconds: 0)
        sizes.append(mallinfo2().uordblks)
      }
    }
    compile(rounds: rounds)
    if grows() { compile(rounds: Self.settlingRounds) }
    return grows() ? "wrong the heap grows each time: \(sizes)" : answer
  }

  private func setTimer(seconds: Int) {
    var timer = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: seconds, tv_usec: 0))
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  /// The whole way of a notebook, as the tool's commands go it.
  private static func compile(_ path: String) -> String {
    do {
      var result = try NotebookCompiler.compile(path: path)
      if let pipeline = result.pipeline {
        let kfp = KFPPipeline(pipeline)
        result.diagnostics += kfp.diagnostics
        if let error = try syntaxError(in: KFPScript(kfp).text) { return "wrong script: \(error)" }
      }
      var renderer = result.notebook.map(DiagnosticRenderer.init) ?? DiagnosticRenderer(path: path)
      for columns in [20, 80] {
        renderer.columns = columns
        _ = renderer.render(result.diagnostics)
      }
      return "ok " + Set(result.diagnostics.map(\.id.rawValue)).sorted().joined(separator: ",")
    } catch {
      return "wrong \(error)"
    }
  }

  /// What CPython has against a script; its size is no fault.
  private static func syntaxError(in script: String) throws -> String? {
    try PythonRuntime.shared.run { python in
      guard case .failure(let error) = python.parse(script, symbols: SymbolTable()),
        error.kind != .tooLarge
      else { return nil }
      return error.message
    }
  }
}

/// Not in a type, as it runs on whichever thread the signal meets. A trap, and not `abort`, because
/// Swift's backtraces follow the stack from there.
private func giveUp(signal: Int32) {
  _ = write(STDERR_FILENO, "hang\n", 5)
  preconditionFailure()
}
