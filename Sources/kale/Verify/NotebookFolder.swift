import FoundationEssentials
import Glibc

/// The folder in which a notebook's runs work: a fresh copy of the notebook's own, so that none sees what
/// another has written and the user's files stay as they are.
///
/// The copy stands beside the original, for paths such as `../data`, and has the same path for every run.
struct NotebookFolder {
  private static let maxBytes = 1 << 30
  private static let maxFiles = 20_000

  let original: String
  /// Where runs work.
  let path: String
  /// Why it is the original, in a few words.
  let reasonForNoCopy: String?
  private let excluded: String

  /// - Parameters:
  ///   - original: absolute path of the notebook's folder.
  ///   - excluded: absolute path of a folder that is no part of it, wherever it is.
  init(_ original: String, id: String, excluding excluded: String) {
    self.original = original
    self.excluded = excluded
    let parent = URL(filePath: original).deletingLastPathComponent().path
    var budget = (bytes: Self.maxBytes, files: Self.maxFiles)
    if original == "/" || access(parent, W_OK) != 0 {
      reasonForNoCopy = "a copy can't be made beside it"
    } else if !Self.fits(original, &budget) {
      reasonForNoCopy = "it is too large to copy"
    } else {
      reasonForNoCopy = nil
    }
    path = reasonForNoCopy == nil ? "\(parent)/.kale-verify-\(id)" : original
  }

  /// Makes the copy anew. Hidden files and environments are linked: runs do not change them.
  func refresh() throws {
    guard reasonForNoCopy == nil else { return }
    remove()
    let manager = FileManager.default
    try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
    for name in try manager.contentsOfDirectory(atPath: original) {
      let source = "\(original)/\(name)"
      if source == excluded || excluded.hasPrefix(source + "/") { continue }
      if Self.isLinked(source) {
        try manager.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: source)
      } else {
        try manager.copyItem(atPath: source, toPath: "\(path)/\(name)")
      }
    }
  }

  func remove() {
    guard reasonForNoCopy == nil else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func isLinked(_ path: String) -> Bool {
    URL(filePath: path).lastPathComponent.hasPrefix(".")
      || access("\(path)/pyvenv.cfg", F_OK) == 0
  }

  /// Whether a folder is small enough to be copied for each run.
  static func isSmall(_ folder: String) -> Bool {
    var budget = (bytes: maxBytes, files: maxFiles)
    return fits(folder, &budget)
  }

  private static func fits(_ folder: String, _ budget: inout (bytes: Int, files: Int)) -> Bool {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let path = "\(folder)/\(name)"
      var status = stat()
      if isLinked(path) || lstat(path, &status) != 0 { continue }
      budget.files -= 1
      budget.bytes -= Int(status.st_size)
      if budget.files < 0 || budget.bytes < 0 { return false }
      if status.st_mode & S_IFMT == S_IFDIR, !fits(path, &budget) { return false }
    }
    return true
  }
}
