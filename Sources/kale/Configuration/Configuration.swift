import FoundationEssentials
import KaleAnalysis

/// The settings of a project: a `kale.toml`, or the table `[tool.kale]` of a `pyproject.toml`.
struct Configuration: Sendable {
  /// Settings for some of the notebooks.
  struct Override: Sendable {
    /// As in a `.gitignore` file in the configuration's folder.
    var paths: IgnoreRules
    var settings: NotebookConfiguration
  }

  /// Absolute path of the folder that the file stands in.
  let folder: String
  /// For all notebooks.
  var settings = NotebookConfiguration()
  /// How many notebooks are looked at at once.
  var jobs: Int?
  /// What is passed over when folders are searched.
  var exclude = IgnoreRules()
  /// The later ones win.
  var overrides: [Override] = []

  /// - Parameter path: absolute path of a notebook.
  func settings(for path: String) -> NotebookConfiguration {
    guard let relative = relative(path) else { return settings }
    var settings = settings
    for override in overrides where override.paths.ignoresWithin(relative) {
      settings.add(override.settings)
    }
    return settings
  }

  func excludes(_ path: String) -> Bool { relative(path).map(exclude.ignoresWithin) ?? false }

  private func relative(_ path: String) -> String? {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
  }
}

extension Configuration {
  /// - Parameters:
  ///   - path: of the file, as messages name it.
  ///   - isRequired: whether a `pyproject.toml` must have the table.
  /// - Returns: nil where there is no such file, or a `pyproject.toml` has no table for kale.
  static func read(_ path: String, isRequired: Bool = false) throws(CommandFailure) -> Self? {
    let absolute = absolutePath(path)
    guard let data = FileManager.default.contents(atPath: absolute) else { return nil }
    let isProject = path.hasSuffix("pyproject.toml")
    // Files that have nothing for kale need not even be right.
    if isProject, !isRequired, !Self.mentionsKale(data) { return nil }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .usage("\(path): it is not UTF-8 text")
    }
    do {
      var table = try TOMLReader.read(text)
      if isProject {
        guard case .table(let tool)? = table["tool"]?.value,
          let kale = tool["kale"]
        else {
          if isRequired { throw TOMLError(line: 1, message: "there is no table [tool.kale]") }
          return nil
        }
        guard case .table(let inner) = kale.value else {
          throw TOMLError(
            line: kale.line, message: "`tool.kale` must be a table, not \(kale.value.kindName)")
        }
        table = inner
      }
      let folder = absolute[..<absolute.lastIndex(of: "/")!]
      return try ConfigurationReader(folder: folder.isEmpty ? "/" : String(folder)).read(table)
    } catch let error as TOMLError {
      throw .usage(
        "\(path):\(error.line): \(error.message)\ndocs/configuration.md has the settings.")
    } catch {
      throw .internal("can't read \(path): \(error)")
    }
  }

  private static func mentionsKale(_ data: Data) -> Bool {
    [UInt8](data).firstRange(of: Array("kale".utf8)) != nil
  }
}
