/// The Python code that runs a step: it travels in every script, and the local engine starts it.
public struct StepRuntime: Sendable {
  /// One Python module.
  public let source: String
  /// The source as it travels.
  let packed: String

  public init(source: String) {
    self.source = source
    packed = PackedText.lines(source)
  }

  /// The files of Resources/runtime, one after another.
  public static let current = StepRuntime(
    source: [
      PackageResources.head_py, PackageResources.pickling_py, PackageResources.backends_py,
      PackageResources.libraries_py, PackageResources.sharing_py, PackageResources.references_py,
      PackageResources.description_py, PackageResources.artifacts_py, PackageResources.state_py,
      PackageResources.classification_py, PackageResources.display_py, PackageResources.cells_py,
      PackageResources.step_py, PackageResources.faults_py, PackageResources.main_py,
    ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n\n"))
}
