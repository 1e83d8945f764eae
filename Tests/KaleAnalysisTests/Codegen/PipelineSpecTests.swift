import Foundation
import Testing

@testable import KaleAnalysis

@Suite struct PipelineSpecTests {
  private static func file(_ pipeline: Pipeline) throws -> PipelineSpecFile {
    PipelineSpecFile(
      KFPPipeline(pipeline, runtime: StepRuntime(source: try Fixtures.text("codegen/runtime.py"))))
  }

  /// Recorded anew with `KALE_RECORD_SNAPSHOTS=1 swift test`. That they are what the SDK compiles, the
  /// tests in `Tests/ir` say of whole notebooks, and `isWhatTheSDKCompiles` of these.
  @Test(arguments: SamplePipeline.all)
  func snapshot(sample: SamplePipeline) throws {
    let yaml = try Self.file(sample.pipeline).yaml
    let path = "codegen/\(sample.name).yaml"
    if Fixtures.isRecording { try Data(yaml).write(to: Fixtures.root.appending(path: path)) }
    #expect(try Fixtures.text(path) == String(decoding: yaml, as: UTF8.self))
  }

  @Test(
    .enabled(if: PythonProcess.withKFP != nil, "needs a python with kfp"),
    arguments: SamplePipeline.all)
  func isWhatTheSDKCompiles(sample: SamplePipeline) throws {
    let python = try #require(PythonProcess.withKFP)
    let scratch = try Scratch()
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
      let file = scratch.url.appending(path: name)
      try Data(bytes).write(to: file)
      return file.path
    }
    let kfp = KFPPipeline(
      sample.pipeline, runtime: StepRuntime(source: try Fixtures.text("codegen/runtime.py")))
    let script = try write("script.py", Array(KFPScript(kfp).text.utf8))
    let yaml = try write("native.yaml", try Self.file(sample.pipeline).yaml)
    let json = try write("native.json", try Self.file(sample.pipeline).json)
    let compiled = scratch.url.appending(path: "sdk.yaml").path
    let compilation = try PythonProcess.run([python, script, "--output", compiled])
    #expect(compilation.status == 0, "\(compilation.output)")
    for native in [yaml, json] {
      let comparison = try PythonProcess.run([
        python, Fixtures.root.deletingLastPathComponent().appending(path: "ir/compare.py").path,
        native, compiled,
      ])
      #expect(comparison.status == 0, "\(comparison.output)")
    }
  }

  @Test func theVersionIsInTheCommandAndBesideIt() throws {
    let version = try #require(KFPVersion("2.16.1"))
    let pipeline = SamplePipeline.minimal.pipeline
    let yaml = String(
      decoding: PipelineSpecFile(
        KFPPipeline(pipeline, version: version, runtime: StepRuntime(source: ""))
      ).yaml,
      as: UTF8.self)
    #expect(yaml.contains("sdkVersion: kfp-2.16.1\n"))
    #expect(yaml.contains("'kfp==2.16.1' '--no-deps'"))
    let script = KFPScript(
      KFPPipeline(pipeline, version: version, runtime: StepRuntime(source: ""))
    ).text
    #expect(script.contains("pip install kfp==2.16.1\n"))
  }

  @Test(arguments: [
    ("2.17.0", true), ("2.17", true), ("2.1.0b3", true), ("2.0.1", false), ("2.00", false),
    ("2.18.0rc1", true), ("2.5.1.post2", true),
    ("2.6.0.dev1", true), ("1.8.22", false), ("2", false), ("3.0.0", false), ("2.x", false),
    ("2.17.0 ", false), ("2.17.0'", false), ("2.17.0;ls", false), ("", false), ("2..1", false),
    ("2.17.0.1.1", false), ("2.1٣", false), ("2.17.0rc", false), ("2.1234567", false),
  ])
  func versions(text: String, isOne: Bool) {
    #expect((KFPVersion(text) != nil) == isOne)
  }
}
