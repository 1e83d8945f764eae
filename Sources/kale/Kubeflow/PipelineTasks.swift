import FoundationEssentials

/// The tasks of a pipeline as its IR on a server has them.
struct PipelineTasks: Decodable {
  struct Task {
    /// The key in the IR.
    var name: String
    /// What people see.
    var displayName: String
    var after: [String]
  }

  /// None where the IR has another form. Each behind those that it waits for, else by name.
  var tasks: [Task]

  /// With a platform document the IR is one of two members.
  private struct Package: Decodable {
    var pipelineSpec: Spec?
    var root: Root?
  }

  private struct Spec: Decodable {
    var root: Root?
  }

  private struct Root: Decodable {
    var dag: DAG?
  }

  private struct DAG: Decodable {
    var tasks: [String: TaskSpec]?
  }

  private struct TaskSpec: Decodable {
    var taskInfo: TaskInfo?
    var dependentTasks: [String]?
  }

  private struct TaskInfo: Decodable {
    var name: String?
  }

  init(from decoder: any Decoder) throws {
    let package = try? Package(from: decoder)
    var rest = (package?.pipelineSpec?.root ?? package?.root)?.dag?.tasks ?? [:]
    var tasks: [Task] = []
    var placed: Set<String> = []
    while !rest.isEmpty {
      let ready = rest.filter { placed.isSuperset(of: $0.value.dependentTasks ?? []) }
      // A cycle or a task that is missing: the server's affair.
      for (name, spec) in (ready.isEmpty ? rest : ready).sorted(by: { $0.key < $1.key }) {
        tasks.append(
          Task(
            name: name, displayName: spec.taskInfo?.name ?? name,
            after: spec.dependentTasks ?? []))
        placed.insert(name)
        rest[name] = nil
      }
    }
    self.tasks = tasks
  }
}
