import FoundationEssentials
import Testing

@testable import kale

struct ServerRunStateTests {
  private func decode<Model: Decodable>(_ type: Model.Type, _ json: String) throws -> Model {
    try ServerModels.decoder.decode(type, from: Data(json.utf8))
  }

  private let spec = """
    {"root": {"dag": {"tasks": {
      "b": {"dependentTasks": ["a"], "taskInfo": {"name": "Second"}},
      "a": {"taskInfo": {"name": "a"}}, "c": {"dependentTasks": ["b"]}}}}}
    """

  @Test func tasksStandInTheOrderOfTheirRun() throws {
    for json in [spec, "{\"pipeline_spec\": \(spec), \"platform_spec\": {}}"] {
      let tasks = try decode(PipelineTasks.self, json).tasks
      #expect(tasks.map(\.name) == ["a", "b", "c"])
      #expect(tasks.map(\.displayName) == ["a", "Second", "c"])
    }
  }

  @Test(arguments: ["{}", "[]", #"{"root": 1}"#, #"{"root": {"dag": {"tasks": {"a": 1}}}}"#])
  func anotherFormHasNoTasks(json: String) throws {
    #expect(try decode(PipelineTasks.self, json).tasks.isEmpty)
  }

  @Test func aCycleIsShownToo() throws {
    let json =
      #"{"root": {"dag": {"tasks": {"a": {"dependentTasks": ["b"]}, "b": {"dependentTasks": ["a"]}}}}}"#
    #expect(try decode(PipelineTasks.self, json).tasks.count == 2)
  }

  private func run(_ state: String, _ details: String) throws -> ServerModels.Run {
    try decode(
      ServerModels.Run.self,
      """
      {"run_id": "r", "state": "\(state)", "created_at": "2026-01-01T00:00:00Z",
       "finished_at": "1970-01-01T00:00:00Z", "run_details": {"task_details": [\(details)]}}
      """)
  }

  @Test func theLastAttemptCounts() throws {
    let state = ServerRunState(
      try run(
        "RUNNING",
        """
        {"display_name": "a", "state": "FAILED", "start_time": "2026-01-01T00:00:00Z",
         "end_time": "2026-01-01T00:00:05Z"},
        {"display_name": "a", "state": "SUCCEEDED", "start_time": "2026-01-01T00:00:10Z",
         "end_time": "2026-01-01T00:00:12.5Z"},
        {"display_name": "Second", "state": "RUNNING", "start_time": "2026-01-01T00:00:20Z"}
        """), tasks: try decode(PipelineTasks.self, spec),
      now: try Date("2026-01-01T00:00:30Z", strategy: .iso8601))
    #expect(state.steps.map(\.status) == [.succeeded, .running, .pending])
    #expect(state.steps.map(\.seconds) == [2.5, 10, 0])
  }

  @Test(arguments: [
    ("FAILED", [StepStatus.succeeded, .failed, .skipped]),
    ("CANCELED", [.succeeded, .failed, .cancelled]), ("RUNNING", [.succeeded, .failed, .pending]),
  ])
  func stepsThatDidNotRun(run: String, statuses: [StepStatus]) throws {
    let details =
      #"{"display_name": "a", "state": "SUCCEEDED"}, {"display_name": "b", "state": "FAILED", "error": {"message": "no\nmore"}}"#
    let state = ServerRunState(
      try self.run(run, details), tasks: try decode(PipelineTasks.self, spec))
    #expect(state.steps.map(\.status) == statuses)
    #expect(state.steps[1].error == "no")
  }

  @Test func withoutThePipelineTheServersListIsShown() throws {
    let details = ["root", "root-driver", "a-driver", "a", "executor"]
      .map { #"{"display_name": "\#($0)", "state": "RUNNING"}"# }.joined(separator: ",")
    let state = ServerRunState(try run("RUNNING", details), tasks: nil)
    #expect(state.steps.map(\.name) == ["a"])
  }
}
