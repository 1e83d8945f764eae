/// The names that KFP gives tasks: made of the names of functions, and numbered from the second of a
/// kind on.
///
/// As `maybe_rename_for_k8s` and `make_name_unique_by_adding_index` in the SDK's `dsl/utils.py`.
struct KFPTaskNames {
  private var taken: Set<String> = []
  /// The next number to try, by name.
  private var next: [String: Int] = [:]

  mutating func claim(_ function: String) -> String {
    let name = Self.resourceName(function)
    var candidate = name
    while taken.contains(candidate) {
      let number = next[name, default: 2]
      candidate = "\(name)-\(number)"
      next[name] = number + 1
    }
    taken.insert(candidate)
    return candidate
  }

  /// Small letters and digits, and one `-` for whatever stands between them.
  static func resourceName(_ text: String) -> String {
    text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
      .split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }
}
