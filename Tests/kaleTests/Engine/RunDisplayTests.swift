import Foundation
import KaleAnalysis
import Testing

@testable import kale

@Suite struct RunDisplayTests {
  private static func record(_ statuses: [(String, StepStatus)]) -> RunRecord {
    RunRecord(
      id: "id", pipeline: "p", notebook: "n.ipynb", python: "python3", jobs: 1, parameters: [],
      steps: statuses.map { name, status in
        RunRecord.Step(
          name: name, after: [], status: status, attempts: status == .pending ? 0 : 1,
          error: status == .failed ? String(repeating: "very long ", count: 20) : nil, outputs: [])
      })
  }

  private final class Screen {
    var text = ""
  }

  @Test(arguments: [false, true])
  func liveLinesFitTheTerminal(isColored: Bool) {
    let screen = Screen()
    let terminal = Terminal(canRedraw: true, isColored: isColored, columns: 40, rows: 24)
    var display = LiveRunDisplay(terminal: terminal) { screen.text += $0 }
    display.update(Self.record([("first", .running), ("second", .pending)]).steps)
    #expect(!screen.text.contains("\u{1B}[3A"))
    screen.text = ""
    display.update(Self.record([("first", .failed), ("second", .skipped)]).steps)
    #expect(screen.text.hasPrefix("\u{1B}[3A"))
    #expect(screen.text.contains("\u{1B}[31m") == isColored)
    for line in screen.text.split(separator: "\n") {
      #expect(line.replacing(/\u{1B}\[[0-9]*[A-Zm]|\r/, with: "").count <= 40)
    }
  }

  @Test func plainLinesTellEachChangeOnce() {
    let screen = Screen()
    var display = PlainRunDisplay(stepCount: 2) { screen.text += $0 }
    display.update(Self.record([("first", .pending), ("second", .pending)]).steps)
    for _ in 0..<2 {
      display.update(Self.record([("first", .running), ("second", .pending)]).steps)
    }
    for _ in 0..<2 {
      display.update(Self.record([("first", .succeeded), ("second", .skipped)]).steps)
    }
    #expect(
      screen.text == """
        first: started
        first: succeeded in 0.0 s
        second: skipped, because a step before it failed

        """)
  }

  @Test(arguments: [
    (["TERM": "xterm", "NO_COLOR": "1"], false), (["TERM": "dumb"], false), ([:], false),
  ])
  func noColorWithoutATerminal(environment: [String: String], isColored: Bool) {
    let terminal = Terminal(descriptor: -1, environment: environment)
    #expect(terminal.isColored == isColored)
    #expect(!terminal.canRedraw)
    #expect(terminal.columns == 80)
  }

  @Test func idsSortByTime() {
    let early = RunDirectory.newID(at: Date(timeIntervalSince1970: 1_738_367_999))
    let late = RunDirectory.newID(at: Date(timeIntervalSince1970: 1_738_368_000))
    #expect(early < late)
    #expect(early.hasPrefix("20250131T235959Z-"))
    #expect(early == "20250131T235959Z-0000")
    // Runs of the same second, too.
    let times = [0.0, 0.25, 0.26, 0.999, 1.0, 1.5].map { 1_738_367_999 + $0 }
    let ids = times.map { RunDirectory.newID(at: Date(timeIntervalSince1970: $0)) }
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    #expect(ids[1] == "20250131T235959Z-4000")
  }
}
