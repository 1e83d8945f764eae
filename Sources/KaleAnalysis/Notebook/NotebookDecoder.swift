/// Decodes nbformat 4 of any minor version, and nbformat 3 with its worksheets.
///
/// https://nbformat.readthedocs.io/en/latest/format_description.html
struct NotebookDecoder {
  var path: String

  private struct File {
    var major: JSONValue?
    var minor: JSONValue?
    var metadata = NotebookMetadata()
    /// Nil when the file has neither cells nor worksheets.
    var cells: [RawCell]?
  }

  func decode(_ bytes: [UInt8]) throws(NotebookError) -> Notebook {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].contains(where: { $0 > 0x20 }) else { throw .empty }
    if let line = Self.firstLineNotUTF8(bytes) { throw .notUTF8(line: line) }

    var reader = JSONReader(bytes, from: start)
    guard reader.peek() == .object || reader.peek() == .other else {
      throw .notNotebook(problem: "it is no object")
    }
    let file: File
    do {
      file = try readFile(&reader)
    } catch {
      throw Self.describe(error, in: bytes)
    }
    return try notebook(file)
  }

  private func notebook(_ file: File) throws(NotebookError) -> Notebook {
    guard let major = file.major else {
      throw .notNotebook(problem: "it has no format version (`nbformat`)")
    }
    guard let major = major.integer else {
      throw .notNotebook(problem: "its format version (`nbformat`) is \(major.kindName)")
    }
    guard major == 3 || major == 4 else { throw .unsupportedFormat(major: major) }
    guard let rawCells = file.cells else {
      throw .notNotebook(problem: "it has no list of \(major == 3 ? "worksheets" : "cells")")
    }
    if let language = file.metadata.language ?? rawCells.lazy.compactMap(\.language).first,
      !Self.isPython(language)
    {
      throw .otherLanguage(language)
    }
    var cells: [Cell] = []
    cells.reserveCapacity(rawCells.count)
    for (index, raw) in rawCells.enumerated() {
      cells.append(try raw.cell(index: index, major: major))
    }
    return Notebook(
      path: path, format: Notebook.Format(major: major, minor: file.minor?.integer ?? 0),
      language: file.metadata.language.map { _ in "python" },
      kernel: file.metadata.kernel,
      pipelineMetadata: file.metadata.pipeline?.value,
      pipelineMetadataKey: file.metadata.pipeline?.key, cells: cells)
  }

  private func readFile(_ reader: inout JSONReader) throws(JSONSyntaxError) -> File {
    var file = File()
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "nbformat": file.major = try reader.readValue()
      case "nbformat_minor": file.minor = try reader.readValue()
      case "metadata": file.metadata = try NotebookMetadata(&reader)
      case "cells": file.cells = try readCells(&reader)
      case "worksheets" where reader.peek() == .array:
        try reader.beginArray()
        file.cells = []
        while try reader.nextElement() { file.cells! += try readWorksheet(&reader) }
      default: try reader.skipValue()
      }
    }
    try reader.expectEnd()
    return file
  }

  private func readWorksheet(_ reader: inout JSONReader) throws(JSONSyntaxError) -> [RawCell] {
    var cells: [RawCell] = []
    guard reader.peek() == .object else {
      try reader.skipValue()
      return []
    }
    try reader.beginObject()
    while let key = try reader.nextKey() {
      if key == "cells" {
        cells = try readCells(&reader) ?? []
      } else {
        try reader.skipValue()
      }
    }
    return cells
  }

  /// Nil when the value is no array.
  private func readCells(_ reader: inout JSONReader) throws(JSONSyntaxError) -> [RawCell]? {
    guard reader.peek() == .array else {
      try reader.skipValue()
      return nil
    }
    var cells: [RawCell] = []
    try reader.beginArray()
    while try reader.nextElement() { cells.append(try RawCell(&reader)) }
    return cells
  }

  /// Languages by which kernels for Python go.
  private static func isPython(_ language: String) -> Bool {
    let name = language.lowercased()
    return ["python", "python2", "python3", "ipython", "ipython3"].contains(name)
  }
}

extension NotebookDecoder {
  /// The error with its place in the file, or the merge conflict that it comes from.
  private static func describe(_ error: JSONSyntaxError, in bytes: [UInt8]) -> NotebookError {
    let before = bytes[..<error.offset]
    let line = before.count(where: { $0 == 0x0A }) + 1
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    for marker in ["<<<<<<<", "=======", ">>>>>>>"]
    where bytes[lineStart...].starts(with: marker.utf8) {
      return .mergeConflict(line: line)
    }
    let column = String(decoding: bytes[lineStart..<error.offset], as: UTF8.self)
      .unicodeScalars.count
    return .notJSON(problem: error.problem, line: line, column: column + 1)
  }

  private static func firstLineNotUTF8(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }
}
