/// The Python code that runs a step: it travels in every script, and the local engine starts it.
public enum StepRuntime {
  public static let source = String(decoding: PackageResources.step_runtime_py, as: UTF8.self)
}
