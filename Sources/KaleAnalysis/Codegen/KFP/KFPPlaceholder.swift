/// What KFP replaces in the texts that it gets, wherever they come from.
enum KFPPlaceholder {
  /// All that KFP's launcher is given: `kfp/dsl/placeholders.py`, and `getPlaceholders` of the backend's
  /// `launcher_v2.go`.
  static let input = "{{$}}"

  /// Whether a part of the text would be taken for a value of the run, or, by the SDK, for the output of
  /// a task.
  static func isIn(_ text: String) -> Bool {
    text.hasText("{{$") || text.hasText("{{channel:")
  }
}
