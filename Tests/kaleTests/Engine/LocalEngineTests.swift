import Foundation
import Glibc
import KaleAnalysis
import Testing

@testable import kale

/// Serialized: an engine handles the signals of the whole process.
@Suite(.serialized) struct LocalEngineTests {
  /// A step of one cell.
  private static func step(
    _ name: String, _ source: String, after: [String] = [], inputs: [StepInput] = [],
    outputs: [String] = [], parameters: [String] = [], metrics: [String] = [],
    configure: (inout StepConfiguration) -> Void = { _ in }
  ) -> PipelineStep {
    var configuration = StepConfiguration()
    configure(&configuration)
    return PipelineStep(
      name: name, cells: [CodeCell(index: 0, source: source)], after: after,
      parameters: parameters, inputs: inputs,
      outputs: outputs.map { StepOutput(name: $0, consumers: []) }, metrics: metrics,
      configuration: configuration)
  }

  /// One that has what steps need. Not made standard: its own path is what finds its packages.
  private static let python =
    ProcessInfo.processInfo.environment["KALE_TEST_PYTHON"]
    ?? #filePath.replacing(/Tests\/kaleTests\/.*/, with: ".venv/bin/python")

  private struct Watcher: RunDisplay {
    var onUpdate: ([RunRecord.Step]) -> Void = { _ in }
    mutating func update(_ steps: [RunRecord.Step]) { onUpdate(steps) }
  }

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "work"), withIntermediateDirectories: true)
  }

  private func run(
    _ steps: [PipelineStep], parameters: [PipelineParameter] = [], jobs: Int = 4,
    python: String? = nil, isIsolated: Bool = false, cache: String? = nil,
    grace: Duration = .seconds(3), directory: String = "/run",
    onUpdate: @escaping ([RunRecord.Step]) -> Void = { _ in }
  ) throws -> RunRecord {
    let pipeline = try #require(
      Pipeline(
        settings: PipelineSettings(name: "test"), notebookName: "test.ipynb",
        parameters: parameters, prelude: [], steps: steps))
    var engine = try LocalEngine(
      pipeline: pipeline,
      options: LocalEngine.Options(
        python: python ?? Self.python, jobs: jobs, directory: scratch.path + directory, id: "id",
        workingDirectory: scratch.path + "/work",
        parameters: parameters.map { ($0.name, $0.defaultValue) },
        isIsolated: isIsolated, cache: cache, grace: grace))
    var watcher = Watcher(onUpdate: onUpdate)
    return try engine.run(display: &watcher)
  }

  private func statuses(_ record: RunRecord) -> [String: StepStatus] {
    Dictionary(uniqueKeysWithValues: record.steps.map { ($0.name, $0.status) })
  }

  @Test func valuesTravel() throws {
    let record = try run([
      Self.step("a", "import os\nx = [1]\nprint(os.getcwd())", outputs: ["x"]),
      Self.step(
        "b", "x.append(2)", after: ["a"], inputs: [StepInput(name: "x", producer: "a")],
        outputs: ["x"]),
      Self.step(
        "c", "assert x == [1, 2]\nscore = 0.5", after: ["b"],
        inputs: [StepInput(name: "x", producer: "b")], metrics: ["score"]),
    ])
    #expect(record.status == .succeeded)
    #expect(try scratch.text("run/steps/a/stdout.txt").hasSuffix("/work\n"))
    #expect(scratch.exists("run/steps/b/outputs/x"))
    #expect(record.steps[2].metrics.map(\.name) == ["score"])
  }

  @Test func parametersKeepTheirTypesAndOrder() throws {
    let record = try run(
      [
        Self.step(
          "a",
          """
          assert repr((n, f, s, b, xs, d, z)) == repr(
              (1, 2.0, 'a"\\n\\u00e9', True, [1, 1.0], {'b': 1, 'a': 2}, None)), (n, f, s, b, xs, d, z)
          """, parameters: ["n", "f", "s", "b", "xs", "d", "z"])
      ],
      parameters: [
        PipelineParameter(name: "n", defaultValue: .integer(1)),
        PipelineParameter(name: "f", defaultValue: .float(2)),
        PipelineParameter(name: "s", defaultValue: .string("a\"\né")),
        PipelineParameter(name: "b", defaultValue: .bool(true)),
        PipelineParameter(name: "xs", defaultValue: .list([.integer(1), .float(1)])),
        PipelineParameter(
          name: "d",
          defaultValue: .dictionary([
            .init(key: "b", value: .integer(1)), .init(key: "a", value: .integer(2)),
          ])),
        PipelineParameter(name: "z", defaultValue: .none),
      ])
    let errors = try scratch.text("run/steps/a/stderr.txt")
    #expect(record.status == .succeeded, "\(errors)")
  }

  /// Each of the two waits for the other: they can't succeed one after the other.
  @Test func independentStepsRunAtOnce() throws {
    func meet(_ own: String, _ other: String) -> String {
      """
      import os, time
      open('\(own)', 'w').close()
      end = time.monotonic() + 20
      while not os.path.exists('\(other)'):
          assert time.monotonic() < end, 'alone'
          time.sleep(0.01)
      """
    }
    let steps = [Self.step("a", meet("a", "b")), Self.step("b", meet("b", "a"))]
    #expect(try run(steps, jobs: 2).status == .succeeded)
  }

  @Test func noMoreStepsRunThanJobs() throws {
    let alone = """
      import os, time
      os.mkdir('lock')
      time.sleep(0.2)
      os.rmdir('lock')
      """
    let steps = ["a", "b", "c"].map { Self.step($0, alone) }
    #expect(try run(steps, jobs: 1).status == .succeeded)
  }

  @Test func aFailureStopsItsDescendantsOnly() throws {
    let record = try run([
      Self.step("bad", "print('before')\nraise ValueError('on purpose')"),
      Self.step("child", "pass", after: ["bad"]),
      Self.step("grandchild", "pass", after: ["child"]),
      Self.step("other", "pass"),
      Self.step("friend", "pass", after: ["other"]),
    ])
    #expect(
      statuses(record) == [
        "bad": .failed, "child": .skipped, "grandchild": .skipped, "other": .succeeded,
        "friend": .succeeded,
      ])
    #expect(record.status == .failed)
    #expect(record.steps.first?.error == "exit status 1")
    #expect(try scratch.text("run/steps/bad/stdout.txt") == "before\n")
    #expect(try scratch.text("run/steps/bad/stderr.txt").contains("ValueError: on purpose"))
  }

  private static let failsTwice = """
    import os
    count = len(os.listdir('.'))
    open(f'attempt{count}', 'w').close()
    assert count == 2, count
    """

  @Test(
    arguments: [(2, StepStatus.succeeded, 3), (1, .failed, 2), (nil, .failed, 1)]
      as [(Int?, StepStatus, Int)])
  func retries(retries: Int?, status: StepStatus, attempts: Int) throws {
    let record = try run([Self.step("flaky", Self.failsTwice) { $0.retries = retries }])
    #expect(record.steps[0].status == status)
    #expect(record.steps[0].attempts == attempts)
    #expect((record.steps[0].error == nil) == (status == .succeeded))
  }

  /// The step ignores SIGTERM and has a child: both must be gone.
  @Test func aTimeoutEndsTheWholeProcessGroup() throws {
    let record = try run(
      [
        Self.step(
          "slow",
          """
          import signal, subprocess, time
          signal.signal(signal.SIGTERM, signal.SIG_IGN)
          child = subprocess.Popen(['sleep', '100'])
          with open('pid', 'w') as file:
              file.write(str(child.pid))
          time.sleep(100)
          """
        ) { $0.timeoutSeconds = 1 },
        Self.step("next", "pass", after: ["slow"]),
      ], grace: .milliseconds(300))
    #expect(statuses(record) == ["slow": .failed, "next": .skipped])
    #expect(record.steps[0].error == "timed out after 1 s")
    #expect(record.steps[0].seconds < 20)
    let child = try #require(Int32(try scratch.text("work/pid")))
    #expect(!isRunning(child))
  }

  /// A killed orphan may stay a zombie for as long as nobody reaps it.
  private func isRunning(_ process: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return false
    }
    return !status.contains(") Z ")
  }

  @Test func cancelling() throws {
    var isSent = false
    let record = try run(
      [
        Self.step("done", "pass"),
        Self.step(
          "long", "import time\nopen('started', 'w').close()\ntime.sleep(100)", after: ["done"]),
        Self.step("later", "pass", after: ["long"]),
      ]
    ) { [scratch] _ in
      if !isSent && scratch.exists("work/started") {
        isSent = true
        kill(getpid(), SIGINT)
      }
    }
    #expect(statuses(record) == ["done": .succeeded, "long": .cancelled, "later": .cancelled])
    #expect(record.status == .cancelled)
    #expect(try json()["status"] as? String == "cancelled")
  }

  @Test func theStepsEnvironmentIsSet() throws {
    let record = try run([
      Self.step("a", "import os\nassert os.environ['STAGE'] == 'dev'\nassert os.environ['PATH']") {
        $0.environment = ["STAGE": "dev"]
      }
    ])
    #expect(record.status == .succeeded)
  }

  @Test func anInterpreterThatCanNotStart() throws {
    try scratch.write("#!/nonexistent/python\n", to: "python")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.path + "/python")
    let record = try run(
      [Self.step("a", "pass"), Self.step("b", "pass", after: ["a"])],
      python: scratch.path + "/python")
    #expect(statuses(record) == ["a": .failed, "b": .skipped])
    #expect(record.steps[0].error?.hasPrefix("can't start ") == true)
  }

  private func json() throws -> [String: Any] {
    let data = try Data(contentsOf: scratch.url.appending(path: "run/run.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// At every moment `run.json` is whole and tells how far the run is.
  @Test func theRecordOnDisk() throws {
    var seen: Set<String> = []
    _ = try run(
      [
        Self.step("a", "import time\nx = 1\ntime.sleep(0.3)", outputs: ["x"]),
        Self.step("b", "score = 2\nassert False", after: ["a"]),
      ], parameters: [PipelineParameter(name: "lr", defaultValue: .float(1))]
    ) { _ in
      let steps = (try? json())?["steps"] as? [[String: Any]]
      #expect(steps?.count == 2)
      seen.formUnion(steps?.compactMap { $0["status"] as? String } ?? [])
    }
    #expect(seen == ["pending", "running", "succeeded", "failed"])
    let record = try json()
    #expect(
      Set(record.keys) == [
        "id", "pipeline", "notebook", "status", "started", "ended", "seconds", "python", "jobs",
        "process", "isolation", "parameters", "volumes", "snapshots", "steps",
      ])
    #expect(record["pipeline"] as? String == "test")
    #expect(record["status"] as? String == "failed")
    let steps = try #require(record["steps"] as? [[String: Any]])
    #expect(steps[0]["outputs"] as? [String: String] == ["x": "steps/a/outputs/x"])
    #expect(steps[0]["stdout"] as? String == "steps/a/stdout.txt")
    #expect((steps[0]["seconds"] as? Double ?? 0) >= 0.3)
    #expect(steps[1]["outputs"] as? [String: String] == [:])
    #expect(steps[1]["error"] as? String == "exit status 1")
  }
}
