import ArgumentParser

/// What a pipeline can be written as.
enum ConversionForm: String, ExpressibleByArgument, CaseIterable {
  /// A Python script for the KFP SDK.
  case py
  /// The compiled pipeline.
  case yaml
  /// The compiled pipeline as lines of JSON; asked for by `--json`, in the place of `yaml`.
  case json

  /// Those that `--to` takes.
  static var allValueStrings: [String] { [py, yaml].map(\.rawValue) }

  init?(argument: String) {
    guard Self.allValueStrings.contains(argument) else { return nil }
    self.init(rawValue: argument)
  }

  /// The form that a file's name stands for.
  init?(fileName: String) {
    switch fileName.split(separator: ".").last {
    case "py": self = .py
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    default: return nil
    }
  }

  func fileName(forPipeline name: String) -> String {
    self == .py ? name + ".kfp.py" : "\(name).\(rawValue)"
  }
}
