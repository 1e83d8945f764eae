import Foundation
import Testing

@testable import kale

@Suite struct PythonExecutableTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for folder in ["project/notebooks/deep", "elsewhere", "bin"] {
      try FileManager.default.createDirectory(
        at: scratch.url.appending(path: folder), withIntermediateDirectories: true)
    }
    try makeProgram("bin/python3")
  }

  private func makeProgram(_ path: String) throws {
    let url = scratch.url.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try scratch.write("#!/bin/sh\n", to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
  }

  private func find(_ directory: String, from current: String, choice: String? = nil) throws
    -> String
  {
    let python = try PythonExecutable.find(
      choice: choice, directory: scratch.path + "/" + directory,
      currentDirectory: scratch.path + "/" + current, path: scratch.path + "/bin")
    return String(python.dropFirst(scratch.path.count + 1))
  }

  @Test func nearestVirtualEnvironmentWins() throws {
    #expect(try find("project/notebooks/deep", from: "project") == "bin/python3")
    try makeProgram("project/.venv/bin/python")
    #expect(try find("project/notebooks/deep", from: "project") == "project/.venv/bin/python")
    #expect(try find("project", from: "project") == "project/.venv/bin/python")
    #expect(try find("elsewhere", from: "project") == "project/.venv/bin/python")
    #expect(try find("project/notebooks", from: "elsewhere") == "bin/python3")
    try makeProgram("project/notebooks/.venv/bin/python")
    #expect(
      try find("project/notebooks/deep", from: "project") == "project/notebooks/.venv/bin/python")
  }

  @Test func aChoiceIsAPathOrAName() throws {
    #expect(try find("project", from: "project", choice: "python3") == "bin/python3")
    try makeProgram("project/tools/python")
    #expect(
      try find("elsewhere", from: "project", choice: "tools/python") == "project/tools/python")
    #expect(throws: PythonExecutable.Failure.self) {
      try find("project", from: "project", choice: "tools")
    }
    #expect(throws: PythonExecutable.Failure.self) {
      try find("project", from: "project", choice: "./notebooks")
    }
  }
}
