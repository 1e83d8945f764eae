import FoundationEssentials
import KaleAnalysis

/// What a run on this machine does otherwise than a run in Kubernetes.
enum LocalNotes {
  static func notes(
    for pipeline: Pipeline,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> [String] {
    var notes = pipeline.settings.volumes.map { volume in
      "the volume \(volume.name) is not mounted here: steps see this machine's \(volume.mountPoint)"
        + (volume.snapshot == nil ? "" : ", and no snapshot is taken")
    }
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
