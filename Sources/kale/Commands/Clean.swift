import ArgumentParser
import FoundationEssentials
import Glibc

struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Remove the kept results and the runs below .kale in the current folder.",
    discussion: "Runs that go on at the moment stay, and so do all that have a folder of their own."
  )

  @Flag(help: "Remove the kept results only, and no runs.")
  var cache = false

  @Flag(help: "Remove the folders of volumes and snapshots, too.")
  var volumes = false

  func validate() throws {
    if cache && volumes {
      throw ValidationError("--cache removes the kept results only, --volumes more than those")
    }
  }

  func run() throws {
    let results = absolutePath(Run.cache)
    let runs = StoredRun.directories().filter { directory in
      (try? StoredRun(directory: directory))?.isRunning != true
    }
    var folders = [results] + (cache ? [] : runs)
    if volumes {
      if StoredRun.directories().count > runs.count {
        throw CommandFailure.usage(
          "a run is going on, which may use the volumes\nWait for its end.")
      }
      folders += [VolumeArguments.folder, VolumeArguments.snapshots].map(absolutePath)
    }
    var size = DiskUsage()
    for path in folders {
      size.add(path)
      do {
        if access(path, F_OK) == 0 { try FileManager.default.removeItem(atPath: path) }
      } catch {
        throw CommandFailure.usage("can't remove \(path): \(String(cString: strerror(errno)))")
      }
    }
    let count = cache ? "" : " and \(runs.count) run\(runs.count == 1 ? "" : "s")"
    let more = volumes ? ", volumes and snapshots" : ""
    Console.print("Removed the kept results\(count)\(more): \(ByteCount(size.bytes)).")
  }
}

/// What files take, each counted once however many names it has.
private struct DiskUsage {
  private(set) var bytes = 0
  private var seen: Set<UInt64> = []

  mutating func add(_ folder: String) {
    let manager = FileManager.default
    for name in (try? manager.subpathsOfDirectory(atPath: folder)) ?? [] {
      var status = stat()
      guard lstat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        seen.insert(UInt64(status.st_ino)).inserted
      else { continue }
      bytes += Int(status.st_size)
    }
  }
}
