import FoundationEssentials
import Glibc

/// A script that an interpreter runs to answer something, as JSON.
struct PythonQuestion {
  /// The option that it is asked for, for messages.
  let option: String
  /// What it does, for messages: "importing a, b".
  let activity: String
  /// Its first argument is the file to write the answer to.
  let script: String
  /// Seconds after which the interpreter is stopped.
  var patience = 120.0

  /// - Parameter python: absolute path of the interpreter.
  func ask<Answer: Decodable>(
    _ python: String, _ arguments: [String], for answer: Answer.Type
  ) throws(CommandFailure) -> Answer {
    let folder = FileManager.default.temporaryDirectory
    let output = folder.appending(path: "kale-answer-\(UUID().uuidString).json").path
    defer { unlink(output) }
    let ending = try run(python, ["-c", script, output] + arguments)
    guard case .exited(0) = ending,
      let data = try? Data(contentsOf: URL(filePath: output)),
      let answer = try? JSONDecoder().decode(Answer.self, from: data)
    else {
      throw .usage("\(option): \(python) gave no answer\nName another with --python.")
    }
    return answer
  }

  private func run(_ python: String, _ arguments: [String]) throws(CommandFailure)
    -> ChildProcess.Ending
  {
    let process: ChildProcess
    do {
      process = try ChildProcess(
        program: python, arguments: arguments, environment: ProcessInfo.processInfo.environment,
        output: "/dev/null", errors: "/dev/null")
    } catch {
      throw .usage("can't start \(python): \(error.message)")
    }
    for _ in 0..<Int(patience * 100) {
      if let ending = process.ending() { return ending }
      usleep(10_000)
    }
    process.signalGroup(SIGKILL)
    _ = process.waitForEnding()
    throw .usage("\(option): \(activity) with \(python) takes longer than \(Int(patience)) seconds")
  }
}
