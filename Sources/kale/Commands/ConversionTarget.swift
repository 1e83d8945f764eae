import FoundationEssentials

/// Which files a conversion writes: a folder and the forms, or the path of one file.
enum ConversionTarget: Equatable {
  /// A path ends in `/` or is empty.
  case folder(String, [ConversionForm])
  case file(String, ConversionForm)

  /// - Parameters:
  ///   - output: what `-o` says.
  ///   - form: what `--to` says.
  ///   - isJSON: whether `--json` is given.
  init(output: String?, form: ConversionForm?, isJSON: Bool) throws(CommandFailure) {
    if isJSON && form == .py {
      throw .usage(
        "--json is a form of the compiled pipeline, not of the script\nLeave out --to py.")
    }
    let compiled: ConversionForm = isJSON ? .json : .yaml
    let forms = form.map { [$0 == .py ? .py : compiled] } ?? [.py, compiled]
    guard let output, !Self.isFolder(output) else {
      let folder = output ?? ""
      self = .folder(folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/", forms)
      return
    }
    let named = ConversionForm(fileName: output)
    if let form, form == .py {
      guard named == nil || named == .py else { throw Self.contradiction(output, "--to py") }
      self = .file(output, .py)
    } else if form != nil || isJSON {
      guard named != .py else { throw Self.contradiction(output, isJSON ? "--json" : "--to yaml") }
      self = .file(output, named == .json ? .json : compiled)
    } else if let named {
      self = .file(output, named)
    } else {
      throw .usage(
        "-o \(output): is it the script or the compiled pipeline?\n"
          + "End it in .py, .yaml or .json, or in / for a folder, or add --to.")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    return path.hasSuffix("/") || (exists && isDirectory)
  }

  private static func contradiction(_ output: String, _ option: String) -> CommandFailure {
    .usage("-o \(output) and \(option) contradict each other\nLeave out one of them.")
  }

  /// The paths as the user would name them, each with its form.
  func files(forPipeline name: String) -> [(path: String, form: ConversionForm)] {
    switch self {
    case .folder(let folder, let forms):
      forms.map { (folder + $0.fileName(forPipeline: name), $0) }
    case .file(let path, let form): [(path, form)]
    }
  }
}
