import Testing

@testable import KaleAnalysis

@Suite struct TagParserTests {
  @Test(
    arguments: [
      ("imports", .imports), (" imports ", .imports), ("functions", .functions),
      ("parameters", .parameters), ("pipeline-parameters", .parameters),
      ("injected-parameters", .injectedParameters), ("pipeline-metrics", .metrics),
      ("skip", .skip), ("block:train", .step(StepName("train"))),
      ("step: train", .step(StepName("train"))), ("prev:load", .previous(StepName("load"))),
      ("limit:nvidia.com/gpu:2", .limit(resource: "nvidia.com/gpu", quantity: "2")),
      ("limit:cpu:500m", .limit(resource: "cpu", quantity: "500m")),
      ("request:memory:1.5Gi", .request(resource: "memory", quantity: "1.5Gi")),
      ("limit:memory:1e9", .limit(resource: "memory", quantity: "1e9")),
      ("label:app.kubernetes.io/name:x", .label(key: "app.kubernetes.io/name", value: "x")),
      ("label:a:", .label(key: "a", value: "")),
      ("annotation:a:http://b:8080", .annotation(key: "a", value: "http://b:8080")),
      ("image:registry:5000/a/b:1.2", .image("registry:5000/a/b:1.2")),
      ("cache:enabled", .cache(true)), ("cache:disabled", .cache(false)),
      ("retry:0", .retry(0)), ("timeout:3600", .timeout(seconds: 3600)),
      ("env:URL:http://x", .environment(name: "URL", value: "http://x")),
      ("env:EMPTY:", .environment(name: "EMPTY", value: "")),
      // Combining marks belong to the value, whatever they would combine with.
      ("env:A:\u{301}b", .environment(name: "A", value: "\u{301}b")),
      ("annotation:a:b \u{301} ", .annotation(key: "a", value: "b \u{301}")),
      ("secret:s3:access-key:KEY", .secret(.init(name: "s3", key: "access-key", variable: "KEY"))),
    ] as [(String, CellTag)])
  func recognizes(text: String, tag: CellTag) {
    #expect(TagParser.parse(text) == .tag(tag))
  }

  @Test(
    arguments: [
      "", "block:", "step:", "prev:", "hide-input", "remove_cell", "in", "out", "raises-exception",
      "slideshow", "todo", "exports", "skip-execution", "nbsphinx:hidden", "image", "label", ":x",
    ])
  func leavesOtherTagsAlone(text: String) {
    #expect(TagParser.parse(text) == .foreign)
  }

  @Test(
    arguments: [
      ("blok:train", "block:train"), ("Block:train", "block:train"), ("steps:a", "step:a"),
      ("perv:load", "prev:load"), ("import", "imports"), ("Imports", "imports"),
      ("function", "functions"), ("pipeline-parameter", "pipeline-parameters"),
      ("pipline-metrics", "pipeline-metrics"), ("skip:", "skip"), ("block", "block:NAME"),
      ("block=train", "block:train"), ("prev-load", "prev:load"), ("limits:cpu:1", "limit:cpu:1"),
      ("anotation:a:b", "annotation:a:b"),
    ])
  func suggests(text: String, meant: String) {
    #expect(TagParser.parse(text) == .resembles(meant))
  }

  @Test(
    arguments: [
      "limit:cpu", "limit::1", "limit:cpu:", "request:", "label:fig", "annotation:x", "image:",
      "cache:", "retry:", "timeout:", "env:dev", "env::x", "secret:a:b", "secret:a:b:C:d",
      "secret:a::C",
    ])
  func ignoresIncompleteTags(text: String) {
    guard case .incomplete = TagParser.parse(text) else {
      Issue.record("\(TagParser.parse(text))")
      return
    }
  }

  @Test(
    arguments: [
      "limit:cpu:lots", "limit:cpu:-1", "limit:cpu:1.2.3", "limit:cpu:5GiB", "limit:gpu:1",
      "limit:nvidia.com/gpu:0.5", "limit:a/b/c:1", "label:a:b c", "label:-a:b",
      "label:a:\(String(repeating: "b", count: 64))", "annotation:Ä:b", "cache:no", "retry:-1",
      "retry:many", "timeout:0", "timeout:30m", "env:1A:x", "env:A-B:x", "secret:S:k:V",
      "secret:s:k:V W",
    ])
  func refusesUnusableValues(text: String) {
    guard case .invalid = TagParser.parse(text) else {
      Issue.record("\(TagParser.parse(text))")
      return
    }
  }

  @Test(
    arguments: [
      ("train", "train", .canonical), ("_a1", "_a1", .canonical),
      ("Load-Data", "load_data", .unusual), ("1st", "_1st", .invalid),
      ("load data", "load_data", .invalid), ("naïve", "na_ve", .invalid), ("_-", "__", .unusual),
    ] as [(String, String, StepName.Form)])
  func normalizesStepNames(written: String, normalized: String, form: StepName.Form) {
    #expect(StepName(written).normalized == normalized)
    #expect(StepName(written).form == form)
  }
}
