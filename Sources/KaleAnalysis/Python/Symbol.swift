import Glibc

/// An interned Python identifier. Equal symbols of one `SymbolTable` are equal names.
public struct Symbol: Sendable, Hashable, Comparable {
  public let id: Int32

  public init(id: Int32) {
    self.id = id
  }

  public static func < (left: Self, right: Self) -> Bool { left.id < right.id }
}

/// The identifiers of one analysis, numbered from 0 in the order in which they were met.
public final class SymbolTable {
  /// The names that it began with.
  let vocabulary: Vocabulary
  private(set) var contents: Contents

  /// - Parameter vocabulary: Of the Python whose code is analyzed, `PythonInterpreter.vocabulary`.
  public init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    contents = vocabulary.symbols
  }

  /// A table for parsing alone: it knows no builtins.
  public convenience init() {
    self.init(.language)
  }

  public var names: [String] { contents.names }

  public func name(_ symbol: Symbol) -> String { contents.names[Int(symbol.id)] }

  /// The symbol of `name`, new or known. `name` must be NFKC-normalised, as CPython's parser gives it.
  public func intern(_ name: String) -> Symbol { contents.intern(name) }

  /// As `intern(_:)` of a string, from its UTF-8.
  func intern(_ name: UnsafeBufferPointer<UInt8>) -> Symbol { contents.intern(name) }
}

extension SymbolTable {
  /// A hash table from names to their numbers.
  struct Contents: Sendable {
    private(set) var names: [String] = []
    /// The UTF-8 of all names, one after the other, and where each begins and the last ends.
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]
    /// Open addressing with linear probing: for each slot 1 + the number of a name, or 0.
    private var slots: [Int32] = Array(repeating: 0, count: 2_048)

    mutating func intern(_ name: String) -> Symbol {
      var name = name
      return name.withUTF8 { intern($0) }
    }

    mutating func intern(_ name: UnsafeBufferPointer<UInt8>) -> Symbol {
      var slot = slot(of: name)
      while slots[slot] != 0 {
        let id = slots[slot] - 1
        if isName(id, name) { return Symbol(id: id) }
        slot = (slot + 1) & (slots.count - 1)
      }
      let id = Int32(names.count)
      slots[slot] = id + 1
      names.append(String(decoding: name, as: UTF8.self))
      bytes += name
      starts.append(Int32(bytes.count))
      if names.count * 2 > slots.count { grow() }
      return Symbol(id: id)
    }

    private func isName(_ id: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
      let start = Int(starts[Int(id)])
      guard Int(starts[Int(id) + 1]) - start == name.count else { return false }
      guard let other = name.baseAddress else { return true }
      return bytes.withUnsafeBufferPointer {
        memcmp($0.baseAddress! + start, other, name.count) == 0
      }
    }

    private mutating func grow() {
      slots = Array(repeating: 0, count: slots.count * 4)
      bytes.withUnsafeBufferPointer { bytes in
        for id in names.indices {
          let name = bytes[Int(starts[id])..<Int(starts[id + 1])]
          var slot = slot(of: UnsafeBufferPointer(rebasing: name))
          while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
          slots[slot] = Int32(id) + 1
        }
      }
    }

    /// FNV-1a.
    private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    }
  }
}
