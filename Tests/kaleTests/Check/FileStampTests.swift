import Foundation
import Testing

@testable import kale

@Suite struct FileStampTests {
  private let scratch: Scratch
  private var path: String { scratch.path + "/file" }

  init() throws {
    scratch = try Scratch()
  }

  @Test func aFileThatHasJustChangedIsNotSettled() throws {
    // The clock may run on between the two calls, so one of many tries is enough.
    let young = try (0..<50).map { _ in
      try scratch.write("text", to: "file")
      return FileStamp(path: path)
    }
    #expect(young.contains { !$0.isSettled })
    usleep(30_000)
    #expect(FileStamp(path: path).isSettled)
  }

  @Test func wholeSecondsTakeLonger() throws {
    try scratch.write("", to: "file")
    var times = [timespec(), timespec()]
    for index in times.indices { times[index].tv_sec = time(nil) }
    utimensat(AT_FDCWD, path, times, 0)
    usleep(30_000)
    #expect(!FileStamp(path: path).isSettled)
  }

  @Test func aMissingFileIsAStateToo() throws {
    let missing = FileStamp(path: path)
    #expect(missing.isSettled && missing.isCurrent)
    try scratch.write("", to: "file")
    #expect(!missing.isCurrent)
    let present = FileStamp(path: path)
    #expect(present.isCurrent)
    unlink(path)
    #expect(!present.isCurrent && missing.isCurrent)
  }

  @Test func aFolderChangesWithItsNames() throws {
    let folder = FileStamp(path: scratch.path)
    usleep(30_000)
    try scratch.write("", to: "file")
    #expect(!folder.isCurrent)
  }

  @Test func whatChangesWhileItIsReadIsNotSettled() throws {
    try scratch.write("", to: "file")
    usleep(30_000)
    let stamps = FileStamps()
    stamps.add(path)
    #expect(stamps.settled?.map(\.path) == [path])
    try scratch.write("text", to: "file")
    stamps.add(path)
    #expect(stamps.settled == nil)
  }

  @Test func aStampSurvivesItsJSON() throws {
    try scratch.write("text", to: "file")
    let data = try JSONEncoder().encode([FileStamp(path: path), FileStamp(path: "/no/such")])
    #expect(try JSONDecoder().decode([FileStamp].self, from: data).allSatisfy(\.isCurrent))
  }
}
