import Foundation
import Testing

@testable import KaleAnalysis

/// Cases that the linked Python can't try, as their grammar or what they show is another's.
///
/// `scripts/test` runs the tests with every Python of the machine and tells what none of them tried.
enum OtherPython {
  /// Whether the linked Python can try `example` of the running test. Else says so on standard
  /// output and in the file that `KALE_TEST_LEFT_OUT` names.
  static func isNotNeeded(
    for example: some CustomTestStringConvertible, since first: Int, through last: Int? = nil
  ) -> Bool {
    let linked = PythonVersion.linked
    if first <= linked.minor && linked.minor <= last ?? linked.minor { return true }
    let needed = first > linked.minor ? "3.\(first)" : "3.\(last!) or older"
    let line = "\(Test.current?.name ?? "") \(example.testDescription): needs Python \(needed)\n"
    print("left out: \(line)", terminator: "")
    if let path = ProcessInfo.processInfo.environment["KALE_TEST_LEFT_OUT"],
      let file = fopen(path, "a")
    {
      fputs(line, file)
      fclose(file)
    }
    return false
  }
}
