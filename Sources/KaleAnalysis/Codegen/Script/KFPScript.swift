/// The pipeline as a Python script in the KFP v2 DSL, for people to read, run and keep.
///
/// The script compiles itself or starts a run on a server. It needs the kfp SDK and nothing of kale's:
/// the step runtime travels in it, as a function that is shipped with every component.
public struct KFPScript: Sendable {
  public let text: String

  public init(_ kfp: KFPPipeline) {
    let emitter = KFPScriptEmitter(kfp)
    let functions = kfp.functions
    // What stands above the code of the notebook; its length does not depend on the number in it.
    let above =
      [emitter.header(codeBegins: 0), emitter.constants()] + functions.runtime.map(\.source)
    let codeBegins = above.reduce(1) { $0 + $1.utf8.count(where: { $0 == 0x0A }) + 3 }
    var sections = [emitter.header(codeBegins: codeBegins), emitter.constants()]
    sections += emitter.sharedFunctions().map(\.source)
    sections += emitter.components()
    if !kfp.snapshots.isEmpty { sections.append(KFPScriptEmitter.snapshotComponent) }
    sections.append(emitter.pipelineFunction())
    sections.append(emitter.mainFunction())
    text = sections.joined(separator: "\n\n\n") + "\n"
  }

  /// The name of the file: `<pipeline name>.kfp.py`.
  public static func fileName(for pipeline: Pipeline) -> String {
    pipeline.settings.name + ".kfp.py"
  }
}

/// Writes the parts of a script; each function gives the lines of one part without blank lines around.
struct KFPScriptEmitter {
  let kfp: KFPPipeline

  init(_ kfp: KFPPipeline) {
    self.kfp = kfp
  }

  var pipeline: Pipeline { kfp.pipeline }
  var naming: KFPNaming { kfp.naming }

  /// - Parameter codeBegins: the line, 1-based, in which the runtime has ended.
  func header(codeBegins: Int) -> String {
    let script = KFPScript.fileName(for: pipeline)
    let requirements =
      (kfp.version == .tested
        ? "'kfp>=\(KFPVersion.oldestForScripts)'" : "kfp==\(kfp.version)")
      + (kfp.usesKubernetes ? " kfp-kubernetes" : "")
    let example = naming.parameters.first.map { " --param \($0.name)=..." } ?? ""
    var lines = [
      "\"\"\"\(PythonLiteral.inDocstring(pipeline.settings.name)): a Kubeflow pipeline,"
        + " made by kale from \(PythonLiteral.inDocstring(pipeline.notebookName))."
    ]
    if let description = pipeline.settings.description, !description.isEmpty {
      lines += ["", PythonLiteral.inDocstring(description)]
    }
    lines += [
      "",
      "    pip install \(requirements)",
      "    python \(script)    # compiles it to \(pipeline.settings.name).yaml",
      "    python \(script) --run --host http://localhost:8080\(example)",
      "",
      "Steps:",
    ]
    for step in pipeline.steps {
      let after = step.after.isEmpty ? "" : " (after \(step.after.joined(separator: ", ")))"
      lines.append("    \(step.name)\(after)")
    }
    lines += [
      "",
      "The code of the notebook begins in line \(codeBegins), behind the runtime that every step carries.",
      "\"\"\"",
    ]
    var types: Set<String> = []
    for component in naming.components {
      if !component.inputArtifacts.isEmpty { types.insert("Input") }
      if !component.outputArtifacts.isEmpty { types.insert("Output") }
      types.formUnion(component.inputArtifacts.map(\.type))
      types.formUnion(component.outputArtifacts.map(\.type))
    }
    let annotations = Set(naming.parameters.compactMap(\.parameter.typingName))
    if !annotations.isEmpty {
      lines.append("from typing import \(annotations.sorted().joined(separator: ", "))")
      lines.append("")
    }
    lines.append("from kfp import compiler, dsl" + (kfp.usesKubernetes ? ", kubernetes" : ""))
    if !types.isEmpty {
      lines.append("from kfp.dsl import \(types.sorted().joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  func constants() -> String {
    var lines = [
      "# The image that steps run in, and what pip installs into it for all of them.",
      "BASE_IMAGE = "
        + PythonLiteral.string(kfp.baseImage),
    ]
    let packages = pipeline.sharedRequirements
    lines +=
      packages.isEmpty
      ? ["PACKAGES = []"]
      : ["PACKAGES = ["] + packages.map { "    \(PythonLiteral.string($0))," } + ["]"]
    if kfp.claims.contains(where: \.volume.needsDefaultStorageClass) {
      lines += [
        "# The storage class of new volumes for which the notebook names none.",
        "STORAGE_CLASS = \(PythonLiteral.string(Volume.defaultStorageClass))",
      ]
    }
    return lines.joined(separator: "\n")
  }
}
