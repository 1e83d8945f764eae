/// Where the parts of a JSON text stand, in offsets of bytes.
enum JSONSpan {
  struct Object {
    /// Behind the opening brace.
    var contentStart: Int
    var members: [Member] = []
  }

  struct Member {
    var key: String
    var keyStart: Int
    var keyEnd: Int
    var value: Range<Int>
    /// Of a value that is an object.
    var object: Object?
    /// Of a value that is an array: its elements, and their text where they are strings.
    var elements: [(range: Range<Int>, string: String?)]?
  }
}

extension JSONReader {
  /// Reads an object and remembers where its parts are; `depth` levels of objects inside it as well.
  ///
  /// - Parameter lists: keys whose elements are wanted where the value is an array.
  mutating func readSpan(
    depth: Int, lists: Set<String> = ["tags"]
  ) throws(JSONSyntaxError) -> JSONSpan.Object {
    try beginObject()
    var object = JSONSpan.Object(contentStart: offset)
    var keyStart = startOfNext(behind: offset)
    while let key = try nextKey() {
      // What stands between the key and here is white space and a colon.
      var keyEnd = offset - 1
      while bytes[keyEnd - 1] != UInt8(ascii: "\"") { keyEnd -= 1 }
      let kind = peek()
      let start = offset
      var member = JSONSpan.Member(
        key: key, keyStart: keyStart, keyEnd: keyEnd, value: start..<start)
      if kind == .object, depth > 0 {
        member.object = try readSpan(depth: depth - 1, lists: lists)
      } else if kind == .array, lists.contains(key) {
        member.elements = try readElementSpans()
      } else {
        try skipValue()
      }
      member.value = start..<offset
      object.members.append(member)
      keyStart = startOfNext(behind: offset)
    }
    return object
  }

  private mutating func readElementSpans() throws(JSONSyntaxError)
    -> [(range: Range<Int>, string: String?)]
  {
    var elements: [(range: Range<Int>, string: String?)] = []
    try beginArray()
    while try nextElement() {
      _ = peek()
      let start = offset
      let value = try readValue()
      elements.append((start..<offset, value.string))
    }
    return elements
  }

  /// Where the next key is: behind white space, a comma and white space.
  private func startOfNext(behind offset: Int) -> Int {
    bytes[offset...].firstIndex { ![0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ",")].contains($0) }
      ?? bytes.endIndex
  }
}

/// Where a notebook's file has its cells.
enum NotebookLayout {
  /// In the order in which `NotebookDecoder` numbers them.
  ///
  /// - Parameter lists: keys of a cell whose elements are wanted where the value is an array.
  static func cells(
    in bytes: [UInt8], lists: Set<String> = ["tags"]
  ) throws(JSONSyntaxError) -> [JSONSpan.Object] {
    var cells: [JSONSpan.Object] = []
    var reader = JSONReader(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      if key == "cells", reader.peek() == .array {
        cells = try read(&reader, lists)
      } else if key == "worksheets", reader.peek() == .array {
        cells = []
        try reader.beginArray()
        while try reader.nextElement() { cells += try worksheet(&reader, lists) }
      } else {
        try reader.skipValue()
      }
    }
    return cells
  }

  private static func worksheet(
    _ reader: inout JSONReader, _ lists: Set<String>
  ) throws(JSONSyntaxError) -> [JSONSpan.Object] {
    var cells: [JSONSpan.Object] = []
    guard reader.peek() == .object else {
      try reader.skipValue()
      return []
    }
    try reader.beginObject()
    while let key = try reader.nextKey() {
      if key == "cells", reader.peek() == .array {
        cells = try read(&reader, lists)
      } else {
        try reader.skipValue()
      }
    }
    return cells
  }

  private static func read(
    _ reader: inout JSONReader, _ lists: Set<String>
  ) throws(JSONSyntaxError) -> [JSONSpan.Object] {
    var cells: [JSONSpan.Object] = []
    try reader.beginArray()
    while try reader.nextElement() { cells.append(try reader.readSpan(depth: 1, lists: lists)) }
    return cells
  }
}
