import FoundationEssentials
import Glibc
import KaleAnalysis

/// Reads `NAME=FOLDER`, which folder stands for a volume.
enum VolumeArguments {
  /// Below the current folder.
  static let folder = ".kale/volumes"
  static let snapshots = ".kale/snapshots"

  /// - Returns: absolute folders by the volume's name.
  static func folders(
    _ settings: [String], for volumes: [Volume]
  ) throws(CommandFailure) -> [String: String] {
    var folders: [String: String] = [:]
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .usage("--volume \(setting): write NAME=FOLDER")
      }
      let name = String(parts[0])
      guard volumes.contains(where: { $0.name == name }) else {
        let names = volumes.map(\.name).joined(separator: ", ")
        throw .usage(
          "--volume \(setting): there is no volume \(name)\n"
            + (names.isEmpty ? "The notebook has none." : "The volumes are \(names)."))
      }
      let path = absolutePath(String(parts[1])).withoutTrailingSlash
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw .usage("--volume \(setting): there is no such folder")
      }
      folders[name] = path
    }
    return folders
  }

  /// A path as the user would name it.
  static func shown(_ path: String) -> String {
    let current = FileManager.default.currentDirectoryPath
    return path.hasPrefix(current + "/") ? String(path.dropFirst(current.count + 1)) : path
  }
}
