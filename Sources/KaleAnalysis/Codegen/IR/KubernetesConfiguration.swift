/// What Kubernetes does beyond KFP for an executor: `KubernetesExecutorConfig` of
/// `kubernetes_executor_config.proto`.
struct KubernetesConfiguration: Sendable {
  /// The executor's label.
  var label: String
  var mounts: [(claim: TaskSpec.Source, path: String)] = []
  var secrets: [StepConfiguration.Secret] = []
  var labels: [(key: String, value: String)] = []
  var annotations: [(key: String, value: String)] = []
  var timeoutSeconds: Int?

  init(label: String) {
    self.label = label
  }

  var isEmpty: Bool {
    mounts.isEmpty && secrets.isEmpty && labels.isEmpty && annotations.isEmpty
      && timeoutSeconds == nil
  }

  var json: JSONText {
    let metadata: [(String, JSONText?)] = [
      ("labels", Self.texts(labels)), ("annotations", Self.texts(annotations)),
    ]
    return .object(
      present: [
        ("pvcMount", mounts.isEmpty ? nil : .array(mounts.map(Self.mount))),
        ("secretAsEnv", secrets.isEmpty ? nil : .array(secrets.map(Self.secret))),
        ("podMetadata", labels.isEmpty && annotations.isEmpty ? nil : .object(present: metadata)),
        ("activeDeadlineSeconds", timeoutSeconds.map { .string(String($0)) }),
      ])
  }

  /// The platform document of the IR; nil when no executor needs it.
  static func document(_ configurations: [KubernetesConfiguration]) -> JSONText? {
    let executors = configurations.filter { !$0.isEmpty }.map { ($0.label, $0.json) }
    if executors.isEmpty { return nil }
    let deployment = JSONText.object([("executors", .object(executors))])
    return .object([
      ("platforms", .object([("kubernetes", .object([("deploymentSpec", deployment)]))]))
    ])
  }

  private static func texts(_ pairs: [(key: String, value: String)]) -> JSONText? {
    pairs.isEmpty ? nil : .object(pairs.map { ($0.key, .string($0.value)) })
  }

  // Names stand twice, as servers before and after KFP 2.14 read them.

  private static func mount(_ mount: (claim: TaskSpec.Source, path: String)) -> JSONText {
    var fields: [(String, JSONText)] = [
      ("mountPath", .string(mount.path)), ("pvcNameParameter", mount.claim.json),
    ]
    if case .constant(let value) = mount.claim {
      fields.append(("constant", JSONText(value)))
    } else if case .object(let members) = mount.claim.json {
      fields += members
    }
    return .object(fields)
  }

  private static func secret(_ secret: StepConfiguration.Secret) -> JSONText {
    .object([
      ("secretName", .string(secret.name)),
      ("secretNameParameter", TaskSpec.Source.constant(.string(secret.name)).json),
      (
        "keyToEnv",
        .array([
          .object([("secretKey", .string(secret.key)), ("envVar", .string(secret.variable))])
        ])
      ),
      ("optional", .bool(false)),
    ])
  }
}
