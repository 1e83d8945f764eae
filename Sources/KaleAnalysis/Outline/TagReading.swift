/// What one tag of a cell turns out to be.
enum TagReading: Equatable {
  case tag(CellTag)
  /// Not ours, or ours without any effect (`block:` with no name).
  case foreign
  /// Not ours, but so near to a tag of ours that it was hardly meant otherwise.
  case resembles(String)
  /// Our keyword without all the parts that `form` shows; another tool may well use it.
  case incomplete(form: String)
  /// Ours beyond doubt, with a value that can't be used.
  case invalid(problem: String, fix: String)
}
