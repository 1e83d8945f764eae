import FoundationEssentials
import Glibc
import KaleAnalysis

/// What `kale check` has found in notebooks, kept in the user's cache folder: a notebook is looked at again only
/// when something has changed that the answer depends on.
///
/// Those are the program, the options and the configuration, which make the key of an answer, and files: the
/// notebook, what its code runs, tables of knowledge. Their stamps are kept with the answer. What can't be kept
/// is not, without a word: the cache only saves time. Each answer has a file of its own, so that several
/// processes can use the cache at once; what nobody has used for a month goes, as in Go's build cache.
struct CheckCache {
  private struct Key: Encodable {
    /// Size and time of the executable: what makes another build of kale.
    var program: String
    var python: UInt32
    var pythonHome: String?
    var directory: String
    var path: String
    var configuration: NotebookConfiguration
    var knowledge: [String]
    var analyzer: String?
    var overrides: [String?]
    var select: [String]
    var ignore: [String]
    var isStrict: Bool?
    var format: String
    /// Where messages are made for people.
    var columns: Int?
    var isColored: Bool?
  }

  private struct Entry: Codable {
    /// The whole key, since two of them might share a file's name.
    var key: String
    var files: [FileStamp]
    var notebook: CheckedNotebook
  }

  private static let secondsADay = 24 * 60 * 60
  private static let daysKept = 30

  /// Absolute.
  private let folder: String
  private let options: Check
  private let program: String
  private let directory = FileManager.default.currentDirectoryPath
  private let terminal: Terminal?
  private let environment: [String: String]

  /// nil where nothing can be kept: the user does not want it, there is no folder for it, or the answers depend on
  /// what has no stamp.
  init?(_ options: Check) {
    let environment = ProcessInfo.processInfo.environment
    var executable = stat()
    guard options.cache, !options.fix, let folder = Self.folder(environment),
      stat("/proc/self/exe", &executable) == 0
    else { return nil }
    self.folder = folder
    self.options = options
    self.environment = environment
    program =
      "\(executable.st_size) \(executable.st_mtim.tv_sec).\(executable.st_mtim.tv_nsec)"
    terminal = options.format == .text ? Terminal(descriptor: STDERR_FILENO) : nil
  }

  /// `$KALE_CACHE_DIR`, else `kale` in the user's folder for caches, after the XDG Base Directory Specification.
  private static func folder(_ environment: [String: String]) -> String? {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let chosen = value("KALE_CACHE_DIR") { return absolutePath(chosen) + "/check" }
    // Relative paths are to be ignored, the specification says.
    if let caches = value("XDG_CACHE_HOME"), caches.hasPrefix("/") { return caches + "/kale/check" }
    return value("HOME").map { "\($0)/.cache/kale/check" }
  }

  /// What was found in the notebook, if that is what would be found now.
  func find(_ path: String) -> CheckedNotebook? {
    guard let key = key(path) else { return nil }
    let file = file(key)
    guard let data = FileManager.default.contents(atPath: file),
      let entry = try? JSONDecoder().decode(Entry.self, from: data),
      entry.key == key, entry.files.allSatisfy(\.isCurrent)
    else { return nil }
    touch(file)
    return entry.notebook
  }

  /// The files that the answer for a notebook depends on whatever its code.
  func inputs(_ path: String) -> [String] {
    let configured = try? options.analysis.configuration.settings(for: path)
    return [path] + (configured.map(options.analysis.tables) ?? [])
  }

  /// - Parameter files: all that was read on the way, with the stamps from before.
  func keep(_ notebook: CheckedNotebook, _ files: FileStamps) {
    guard notebook.failure == nil, notebook.exitCode <= 1, let key = key(notebook.path),
      let files = files.settled,
      let data = try? JSONEncoder().encode(Entry(key: key, files: files, notebook: notebook))
    else { return }
    if access(folder, F_OK) != 0 {
      // It holds lines of code, which are nobody else's business.
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    var set = FileSet()
    set.add(file(key), [UInt8](data))
    try? set.write()
  }

  /// Removes what nobody has used for a month. Looks at most once a day.
  func trim() {
    let stamp = folder + "/trimmed"
    guard access(folder, W_OK) == 0, Self.age(stamp).map({ $0 > Self.secondsADay }) ?? true else {
      return
    }
    guard FileManager.default.createFile(atPath: stamp, contents: nil) else { return }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let file = "\(folder)/\(name)"
      if let age = Self.age(file), age > Self.daysKept * Self.secondsADay { unlink(file) }
    }
  }

  /// Lets it look used; once a day is enough.
  private func touch(_ file: String) {
    if let age = Self.age(file), age > Self.secondsADay { utimensat(AT_FDCWD, file, nil, 0) }
  }

  /// Seconds since the last change; nil where there is no such file.
  private static func age(_ file: String) -> Int? {
    var status = stat()
    return stat(file, &status) == 0 ? time(nil) - status.st_mtim.tv_sec : nil
  }

  /// nil where the answer for this notebook can't be kept.
  private func key(_ path: String) -> String? {
    var status = stat()
    guard let configuration = try? options.analysis.configuration.settings(for: path),
      // What an interpreter finds in its packages has no stamp.
      !(options.analysis.resolveImports ?? configuration.resolveImports ?? false),
      stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    let overrides = options.settings
    let key = Key(
      program: program, python: PythonVersion.linked.hex,
      pythonHome: environment["KALE_PYTHON_HOME"], directory: directory, path: path,
      configuration: configuration, knowledge: options.analysis.knowledge,
      analyzer: options.analysis.analyzer?.rawValue,
      overrides: [
        overrides.pipelineName, overrides.pipelineDescription, overrides.experimentName,
        overrides.dockerImage,
      ],
      select: options.selection.select, ignore: options.selection.ignore,
      isStrict: options.selection.strict, format: options.format.rawValue,
      columns: terminal?.columns, isColored: terminal?.isColored)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(key)).map { String(decoding: $0, as: UTF8.self) }
  }

  private func file(_ key: String) -> String {
    // FNV-1a: Swift's own hashes differ from process to process.
    let hash = key.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "\(folder)/\(String(hash, radix: 16)).json"
  }
}
