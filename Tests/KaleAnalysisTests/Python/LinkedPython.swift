import Foundation

@testable import KaleAnalysis

/// Where the linked Python is installed.
enum LinkedPython {
  /// The folder of its standard library; nil if that is in a zip.
  static let library = find("lib/python\(minor)", isDirectory: true)

  /// Its executable; nil if only its library is installed.
  static let executable = find("bin/python\(minor)", isDirectory: false)

  private static let minor = "\(PythonVersion.linked.major).\(PythonVersion.linked.minor)"

  /// Looks upwards from libpython, as CPython does.
  private static func find(_ path: String, isDirectory: Bool) -> URL? {
    guard let maps = FileHandle(forReadingAtPath: "/proc/self/maps")?.readDataToEndOfFile(),
      let line = String(decoding: maps, as: UTF8.self).split(separator: "\n")
        .first(where: { $0.contains("/libpython3") }),
      let start = line.firstIndex(of: "/")
    else { return nil }
    var folder = URL(filePath: String(line[start...])).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      var found: ObjCBool = false
      let candidate = folder.appending(path: path)
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &found),
        found.boolValue == isDirectory
      {
        return candidate
      }
    }
    return nil
  }
}
