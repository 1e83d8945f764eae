/// A step while its cells are being gathered.
struct StepDraft {
  var name: String
  var cells: [Int] = []
  /// Its `prev:` tags with the cells that have them.
  var previous: [(name: StepName, cell: Int)] = []
  /// Its configuration tags with the cells that have them.
  var configuration: [(tag: CellTag, cell: Int)] = []
}
