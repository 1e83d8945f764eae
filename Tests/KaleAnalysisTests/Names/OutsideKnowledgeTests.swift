import Testing

@testable import KaleAnalysis

@Suite struct OutsideKnowledgeTests {
  private func table(_ text: String) throws -> Knowledge {
    var knowledge = Knowledge()
    try knowledge.add(table: text)
    return knowledge
  }

  @Test func linesOnFilesLeaveTheRestStanding() throws {
    let knowledge = try table(
      """
      lib.* : fresh dataset
      lib.load : reads-file=0,path,name suffix=.x
      lib.dump : plain mutates=1 writes-file=self   # both kinds
      .open : opens-file=self mode=0,mode
      """)
    #expect(knowledge.function("lib.load")?.type == .dataset)
    #expect(knowledge.function("lib.dump")?.mutatedArguments == [1])
    #expect(knowledge.method("open") == nil)
    let load = try #require(knowledge.outside(function: "lib.load"))
    #expect(load.suffix == ".x")
    guard case (.reads, .argument(0, ["path", "name"]))? = load.accesses.first else {
      Issue.record("lib.load reads \(load.accesses)")
      return
    }
    let dump = try #require(knowledge.outside(function: "lib.dump"))
    guard case (.writes, .receiver)? = dump.accesses.first else {
      Issue.record("lib.dump has no file")
      return
    }
    #expect(knowledge.outside(method: "open")?.mode != nil)
    #expect(knowledge.outside(function: "lib.other") == nil)
  }

  @Test(arguments: [
    "f : reads-file", "f : reads-file=", "f : reads-file=x", "f : reads-file=-1",
    "f : reads-file=0,", "f : joins-path=1", "f : mode", "f : suffix=",
  ])
  func refusesWhatItDoesNotKnow(line: String) {
    #expect(throws: Knowledge.FormatError.self) { try table(line) }
  }

  @Test(arguments: [
    ("a", "a"), ("./a//b/", "a/b"), ("a/../b", "b"), ("../a", "../a"), ("a/../../b", "../b"),
    ("/../a", "/a"), ("/", "/"), (".", "."), ("a/..", "."),
  ])
  func writesEachPathOneWay(path: String, normalized: String) {
    #expect(PathSyntax.normalized(path) == normalized)
  }

  @Test(arguments: [
    ("/data/x", "/data", true), ("/data", "/data", true), ("/database", "/data", false),
    ("/x", "/", true), ("x/y", ".", true), ("../x", ".", false), ("/x", ".", false),
    ("x", "x/y", false),
  ])
  func knowsWhatIsInAFolder(path: String, folder: String, isInside: Bool) {
    #expect(PathSyntax.isInside(path, folder) == isInside)
  }

  @Test(arguments: [
    ("a.csv", true), ("/a b/c", true), ("~/a", true), ("C:/a", true), ("", false),
    ("https://x/a.csv", false), ("s3://b/k", false), ("abfs+x://c", false), (":memory:", false),
    ("[1, 2]", false), ("<html>", false), ("a\nb", false),
  ])
  func tellsFilesFromOtherTexts(text: String, isFile: Bool) {
    #expect(PathSyntax.isLocalFile(text) == isFile)
  }

  @Test func textsGrowToAnEnd() {
    var texts = KnownTexts("a")
    let isChangedByItself = texts.formUnion(KnownTexts("a"))
    #expect(!isChangedByItself)
    for number in 0..<KnownTexts.limit { _ = texts.formUnion(KnownTexts("\(number)")) }
    #expect(texts == .tooMany)
    let growsPastTheEnd = texts.formUnion(KnownTexts("b"))
    #expect(!growsPastTheEnd)
    #expect(KnownTexts(String(repeating: "a", count: KnownTexts.lengthLimit + 1)) == .none)
    #expect(texts.combined(with: KnownTexts("b")) { $0 + $1 } == .tooMany)
    #expect(texts.combined(with: .none) { $0 + $1 } == .none)
  }
}
