import FoundationEssentials
import KaleAnalysis

/// What a run on this machine does otherwise than a run in Kubernetes.
enum LocalNotes {
  static func notes(
    for pipeline: Pipeline, _ volumes: [LocalVolume],
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> [String] {
    var notes = volumes.map { $0.note(shown: VolumeArguments.shown($0.folder)) }
    for step in pipeline.steps {
      for secret in step.configuration.secrets where environment[secret.variable] == nil {
        notes.append(
          "the secret \(secret.name) is not known here: set \(secret.variable) in the environment"
            + " if the step \(step.name) needs it")
      }
    }
    return notes
  }
}
