/// Cuts a notebook's cells into steps: at headings where there are enough of them, else where few
/// variables cross.
struct StepCutter {
  /// As many steps as one still takes in at a glance.
  private static let maxSteps = 8
  /// Without headings there is less reason to cut.
  private static let maxPlainSteps = 4

  private let cells: [CellFacts]
  private let ties: CellTies
  /// By place, numbered by the cell behind it; nil without a heading.
  private let levels: [Int?]

  init(_ cells: [CellFacts], _ ties: CellTies, _ headings: SectionHeadings) {
    self.cells = cells
    self.ties = ties
    levels = cells.indices.map { number in
      number == 0
        ? nil
        : headings.highest(between: cells[number - 1].index, and: cells[number].index)?.level
    }
  }

  /// The numbers of the cells at which steps begin, the first one's included.
  func cuts() -> [Int] {
    guard cells.count > 1 else { return cells.isEmpty ? [] : [0] }
    let open = cells.indices.dropFirst().filter { !ties.isClosed[$0] }
    let headed = open.filter { levels[$0] != nil }
    // The lowest headings of which there are not too many; between two levels, some of the lower.
    for level in Set(headed.compactMap { levels[$0] }).sorted(by: >) {
      let places = headed.filter { levels[$0]! <= level }
      if places.count >= 2, places.count < Self.maxSteps {
        return [0] + reduced(places, to: Self.maxSteps - 1)
      }
    }
    if headed.count >= 2 { return [0] + reduced(headed, to: Self.maxSteps - 1) }
    return [0] + reduced(open, to: Self.maxPlainSteps - 1)
  }

  /// Gives up the weakest places, one after the other.
  private func reduced(_ places: [Int], to count: Int) -> [Int] {
    let crossing = crossing
    var places = places
    while let weakest = places.indices.min(by: {
      strength(of: $0, in: places, crossing) < strength(of: $1, in: places, crossing)
    }) {
      let isWeak = strength(of: weakest, in: places, crossing) < 0 && places.count > 2
      guard places.count > count || isWeak else { break }
      places.remove(at: weakest)
    }
    return places
  }

  /// High headings count, and so does the work on both sides; variables that cross count against it.
  private func strength(of index: Int, in places: [Int], _ crossing: [Int]) -> Int {
    let place = places[index]
    let start = index == 0 ? 0 : places[index - 1]
    let end = index + 1 < places.count ? places[index + 1] : cells.count
    let smaller = min(size(start..<place), size(place..<end))
    let heading = levels[place].map { max(7 - $0, 1) * 6 } ?? 0
    return heading + min(smaller, 15) * 2 - 3 - min(crossing[place], 10)
  }

  private func size(_ range: Range<Int>) -> Int {
    cells[range].reduce(0) { $0 + max($1.traits.size, 1) }
  }

  /// How many variables have their value from before each place and are read behind it.
  private var crossing: [Int] {
    var names = Array(repeating: Set<String>(), count: cells.count + 1)
    var writer: [String: Int] = [:]
    for (number, cell) in cells.enumerated() {
      for name in cell.reads {
        guard let first = writer[name], first < number else { continue }
        for place in (first + 1)...number { names[place].insert(name) }
      }
      for name in cell.writes where cell.effects.names[name]?.kinds != .import {
        writer[name] = number
      }
    }
    return names.map(\.count)
  }
}
