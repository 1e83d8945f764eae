/// What is known of a callee outside the notebook.
struct CallKnowledge: Sendable {
  enum Result: Sendable, Equatable {
    /// A number, a string, None: nothing that can be changed in place.
    case plain
    /// A new object that shares nothing with what was handed over.
    case fresh
    /// A new object that keeps its arguments.
    case holdsArguments
    /// Part of the receiver or of an argument.
    case view
    /// An element of the receiver or of an argument.
    case elements
    /// The receiver itself.
    case receiver
    /// A new container of the elements.
    case shallow(Heap.Container)
    /// An iterator over tuples of the elements.
    case pairs
  }

  var result = Result.fresh
  var type: ValueType?
  /// The result may be a mere number although the receiver is a table or an array.
  var reduces = false
  var mutatesReceiver = false
  /// Positions of the arguments that are changed in place, 0-based.
  var mutatedArguments: [Int] = []
  /// Keywords of arguments that are changed in place.
  var mutatedKeywords: [String] = []
  /// Arguments stay reachable from the receiver.
  var storesArguments = false
  /// Callables among the arguments are called.
  var callsArguments = false
  /// Iterators among the arguments are used up.
  var consumesArguments = false
  var neverReturns = false
  /// As a context manager it lets exceptions through.
  var passesExceptions = false
  /// Of a library: its functions call and keep the notebook's code as the table says, and no other way.
  var isComplete = false
}

/// The tables of known callees. `Resources/knowledge.txt` describes the format.
public struct Knowledge: Sendable {
  private var functions: [String: CallKnowledge] = [:]
  /// By the path of a package or module.
  private var families: [String: Family] = [:]
  private var methods: [String: CallKnowledge] = [:]
  private var functionOutside: [String: OutsideKnowledge] = [:]
  private var methodOutside: [String: OutsideKnowledge] = [:]

  /// What is known of all that a package has.
  private struct Family {
    /// `path.^`: of what begins with a capital letter.
    var capitalised: CallKnowledge?
    /// `path.*`: of the rest.
    var members: CallKnowledge?
    /// `path.*.last`: of the last part of longer paths.
    var inner: [String: CallKnowledge] = [:]
  }

  /// A line of a table that could not be read; `line` is 1-based.
  public struct FormatError: Error {
    public var line: Int
    public var message: String
  }

  /// The tables that come with the tool.
  public static let standard: Knowledge = {
    var knowledge = Knowledge()
    do {
      try knowledge.add(table: String(decoding: PackageResources.knowledge_txt, as: UTF8.self))
    } catch {
      preconditionFailure("knowledge.txt: \(error)")
    }
    return knowledge
  }()

  /// Adds a table, whose lines win over those that are there.
  public mutating func add(table: String) throws(FormatError) {
    let lines = table.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let words = line.prefix { $0 != UInt8(ascii: "#") }
        .split { $0 <= UInt8(ascii: " ") }.map(Substring.init)
      guard let separator = words.firstIndex(of: ":") else {
        if words.isEmpty { continue }
        throw FormatError(line: index + 1, message: "no ' : ' between names and effects")
      }
      let effects = words[(separator + 1)...]
      var entry = CallKnowledge()
      var outside = OutsideKnowledge()
      var others = 0
      for word in effects where !outside.apply(word) {
        others += 1
        guard Self.apply(word, to: &entry) else {
          throw FormatError(line: index + 1, message: "unknown effect '\(word)'")
        }
      }
      for name in words[..<separator] {
        let isMethod = name.first == "."
        let text = String(isMethod ? name.dropFirst() : name)
        if others > 0 || effects.isEmpty {
          if isMethod { methods[text] = entry } else { set(entry, for: text) }
        }
        if others < effects.count {
          if isMethod { methodOutside[text] = outside } else { functionOutside[text] = outside }
        }
      }
    }
  }

  private mutating func set(_ entry: CallKnowledge, for path: String) {
    if path.hasSuffix(".^") {
      families[String(path.dropLast(2)), default: Family()].capitalised = entry
    } else if path.hasSuffix(".*") {
      families[String(path.dropLast(2)), default: Family()].members = entry
    } else if path.hasText(".*."), let star = path.firstRange(of: ".*.") {
      families[String(path[..<star.lowerBound]), default: Family()]
        .inner[String(path[star.upperBound...])] = entry
    } else {
      functions[path] = entry
    }
  }

  private static func apply(_ word: Substring, to entry: inout CallKnowledge) -> Bool {
    switch word {
    case "plain": entry.result = .plain
    case "fresh": entry.result = .fresh
    case "holds": entry.result = .holdsArguments
    case "view": entry.result = .view
    case "element": entry.result = .elements
    case "self": entry.result = .receiver
    case "list": entry.result = .shallow(.list)
    case "set": entry.result = .shallow(.set)
    case "dict": entry.result = .shallow(.dictionary)
    case "tuple": entry.result = .shallow(.tuple)
    case "iterator": entry.result = .shallow(.iterator)
    case "pairs": entry.result = .pairs
    case "dataset": entry.type = .dataset
    case "model": entry.type = .model
    case "reduces": entry.reduces = true
    case "mutates": entry.mutatesReceiver = true
    case "stores": entry.storesArguments = true
    case "calls": entry.callsArguments = true
    case "consumes": entry.consumesArguments = true
    case "exits": entry.neverReturns = true
    case "passes": entry.passesExceptions = true
    case "complete": entry.isComplete = true
    default:
      if word.hasPrefix("mutates="), word.utf8.count > "mutates=".utf8.count {
        let argument = word.dropFirst("mutates=".count)
        if let position = Int(argument) {
          entry.mutatedArguments.append(position)
        } else {
          entry.mutatedKeywords.append(String(argument))
        }
      } else if word.hasPrefix("untransferable=") {
        let what = word.dropFirst("untransferable=".count)
        entry.type = .untransferable(what.split(separator: "-").joined(separator: " "))
      } else {
        return false
      }
    }
    return true
  }

  /// By dotted path; else by `root.*.last`; else by the longest `prefix.^` (last component capitalised)
  /// or `prefix.*`.
  func function(_ path: String) -> CallKnowledge? {
    if let exact = functions[path] { return exact }
    let dots = path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: ".") }
    guard let last = dots.last else { return nil }
    let name = path[path.utf8.index(after: last)...]
    if dots.count > 1, let known = families[String(path[..<dots[0]])]?.inner[String(name)] {
      return known
    }
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let isCapitalised = name.utf8.first.map(capitals.contains) ?? false
    for dot in dots.reversed() {
      guard let family = families[String(path[..<dot])] else { continue }
      if isCapitalised, let known = family.capitalised { return known }
      if let known = family.members { return known }
    }
    return nil
  }

  /// Whether the library of a dotted path calls and keeps nothing of the notebook's but what the tables
  /// say. Others may call the methods of whatever they get, and keep it.
  func isComplete(_ path: String) -> Bool {
    functions[path.moduleRoot]?.isComplete ?? false
  }

  /// By `name@dataset` for a table or an array, else by the name alone.
  func method(_ name: String, ofDataset isDataset: Bool = false) -> CallKnowledge? {
    if isDataset, let known = methods["\(name)@dataset"] { return known }
    return methods[name]
  }

  /// What a function does outside of the namespace, by its dotted path.
  func outside(function path: String) -> OutsideKnowledge? { functionOutside[path] }

  func outside(method name: String) -> OutsideKnowledge? { methodOutside[name] }
}
