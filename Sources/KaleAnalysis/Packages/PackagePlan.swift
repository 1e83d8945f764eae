/// What each step needs beside its code: packages, and files from beside the notebook.
struct PackagePlan: Sendable {
  /// In the order of the outline's steps.
  var packages: [StepPackages] = []
  var bundles: [SourceBundle] = []
  /// Names of bundles, in the order of the outline's steps.
  var bundlesOfSteps: [[String]] = []
  /// The commands of a cell that install what its step has by then, by index of the cell.
  var installs: [Int: [String]] = [:]
  /// Paths of the scripts among the bundles.
  var shippedScripts: Set<String> = []
  /// The image that fits the pinned versions, where the notebook names none.
  var image: String?
  var diagnostics: [Diagnostic] = []
}
