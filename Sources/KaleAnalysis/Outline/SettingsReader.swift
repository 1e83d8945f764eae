/// Reads the pipeline's settings from the notebook's metadata and the command line.
struct SettingsReader {
  private(set) var diagnostics: [Diagnostic] = []
  /// Configuration of every step that sets nothing else.
  private(set) var stepDefaults: [CellTag] = []
  private var unusedDefaults: [String] = []

  /// Without a step nobody needs to know how the pipeline came by its name.
  mutating func read(
    _ notebook: Notebook, overrides: SettingsOverrides, hasSteps: Bool
  ) -> PipelineSettings {
    reportSpelling(of: notebook)
    var metadata = MetadataObject(members(of: notebook))
    let name = metadata.text("pipeline_name")
    let description = metadata.text("pipeline_description")
    let experiment = experiment(&metadata)
    let image = image(&metadata)
    var volumeReader = VolumeReader(
      storageClass: storageClass(&metadata),
      accessMode: AccessMode.read(metadata.text("volume_access_mode"), &metadata))
    let volumes = volumeReader.read(metadata.list("volumes"))
    let backends = backends(&metadata)
    let packages = packages(&metadata, overrides)
    readStepDefaults(&metadata)
    ignoreSwitchedOff(&metadata)

    diagnostics += metadata.diagnostics + volumeReader.diagnostics
    reportUnused(metadata.unused + unusedDefaults + volumeReader.unused)
    return PipelineSettings(
      name: pipelineName(overrides.name ?? name, file: notebook.path, hasSteps: hasSteps),
      description: overrides.description ?? description,
      experiment: overrides.experiment ?? experiment ?? overrides.defaultExperiment,
      baseImage: overrides.baseImage ?? image ?? overrides.defaultBaseImage,
      volumes: volumes, backends: backends, packages: packages)
  }

  private mutating func members(of notebook: Notebook) -> [String: JSONValue] {
    guard let metadata = notebook.pipelineMetadata, metadata != .null else { return [:] }
    if let members = metadata.object { return members }
    diagnostics.append(
      Diagnostic(
        "invalid-metadata", .error,
        "`\(NotebookMetadata.pipelineKey)` in the notebook's metadata is \(metadata.kindName), "
          + "not an object", fix: "make it an object, or remove it"))
    return [:]
  }

  /// Kale's editor keeps the experiment twice: as a name, and as an object with a name and an id.
  private func experiment(_ metadata: inout MetadataObject) -> String? {
    let names = [metadata.text("pipeline_experiment"), metadata.text("experiment_name")]
    let experiment = metadata.value("experiment")
    let other = (experiment?.string ?? experiment?["name"]?.string)?.trimmingSpace()
    return names.lazy.compactMap(\.self).first ?? (other == "" ? nil : other)
  }

  private func image(_ metadata: inout MetadataObject) -> String? {
    let images = ["docker_image", "base_image"].map { key -> String? in
      guard let image = metadata.text(key) else { return nil }
      if KubernetesSyntax.isImage(image) { return image }
      metadata.report(
        "`\(key)` is `\(image)`, which is no name of an image",
        fix: "write it as docker pull takes it: python:3.11")
      return nil
    }
    return images[1] ?? images[0]
  }

  private func storageClass(_ metadata: inout MetadataObject) -> String? {
    guard let name = metadata.text("storage_class_name") else { return nil }
    if KubernetesSyntax.isResourceName(name) { return name }
    metadata.report(
      "`storage_class_name`: Kubernetes does not take `\(name)` as a name",
      fix: "use small letters, digits, `-` and `.`")
    return nil
  }

  private func packages(
    _ metadata: inout MetadataObject, _ overrides: SettingsOverrides
  ) -> PackageSettings {
    var settings = PackageSettings()
    settings.areInstalled =
      (metadata.flag("install_packages") ?? true) && !overrides.installsNoPackages
    settings.arePinned = metadata.flag("pin_packages") ?? false || overrides.pinsPackages
    settings.bundlesFiles = metadata.flag("bundle") ?? false || overrides.bundlesFiles
    for element in metadata.list("packages") {
      if let text = element.string {
        settings.additional.append(text)
      } else {
        metadata.report(
          "`packages` holds \(element.kindName), not a requirement",
          fix: "write each as pip takes it: \"pyarrow>=15\"")
      }
    }
    return settings
  }

  /// One path, or a list of them.
  private func backends(_ metadata: inout MetadataObject) -> [String] {
    if let path = metadata.value("backends")?.string { return path.isEmpty ? [] : [path] }
    return metadata.list("backends").compactMap { element in
      if element.string == nil {
        metadata.report(
          "`backends` holds \(element.kindName), not the path of a Python file",
          fix: "name files beside the notebook")
      }
      return element.string
    }
  }

  private mutating func readStepDefaults(_ metadata: inout MetadataObject) {
    if let isEnabled = metadata.flag("enable_caching") { stepDefaults.append(.cache(isEnabled)) }
    if let members = metadata.value("steps_defaults")?.object {
      var reader = StepDefaultsReader(members)
      stepDefaults += reader.read()
      diagnostics += reader.diagnostics
      unusedDefaults = reader.unused
      return
    }
    for element in metadata.list("steps_defaults") {
      let text = element.string ?? ""
      if case .tag(let tag) = TagParser.parse(text), tag.isConfiguration {
        stepDefaults.append(tag)
      } else {
        diagnostics.append(
          Diagnostic(
            "invalid-metadata", .error,
            element.string == nil
              ? "`steps_defaults` holds \(element.kindName), not a tag"
              : "`steps_defaults` holds `\(text)`, which does not configure a step",
            fix: "use tags such as label:KEY:VALUE or limit:RESOURCE:QUANTITY"))
      }
    }
  }

  /// The details of a search for hyperparameters mean nothing while it is switched off.
  private func ignoreSwitchedOff(_ metadata: inout MetadataObject) {
    if !metadata.isSwitchedOn("katib_run") { metadata.ignore("katib_metadata") }
  }

  private mutating func pipelineName(
    _ written: String?, file path: String, hasSteps: Bool
  ) -> String {
    let file = PipelineName.fromFile(path)
    guard let written else {
      guard hasSteps else { return file }
      diagnostics.append(
        Diagnostic(
          "default-pipeline-name", .note, "the pipeline is called `\(file)`, after the notebook",
          fix: "set `pipeline_name` in the notebook's metadata, or --pipeline_name"))
      return file
    }
    guard let name = PipelineName.normalize(written) else {
      diagnostics.append(
        Diagnostic(
          "invalid-pipeline-name", .error, "`\(written)` can't name a pipeline",
          fix: "use letters, digits and `-`: \(file)"))
      return file
    }
    if name != written {
      diagnostics.append(
        Diagnostic(
          "pipeline-name-normalized", .warning, "the pipeline `\(written)` is called `\(name)`",
          fix: "use letters, digits and `-`: \(name)"))
    }
    return name
  }
}

extension SettingsReader {
  private mutating func reportSpelling(of notebook: Notebook) {
    guard let key = notebook.pipelineMetadataKey, key != NotebookMetadata.pipelineKey else {
      return
    }
    diagnostics.append(
      Diagnostic(
        "misspelt-metadata-key", .warning,
        "the metadata `\(key)` is taken for `\(NotebookMetadata.pipelineKey)`",
        fix: "rename the key to \(NotebookMetadata.pipelineKey)"))
  }

  private mutating func reportUnused(_ keys: [String]) {
    guard !keys.isEmpty else { return }
    let known = [
      "pipeline_name", "pipeline_experiment", "experiment_name", "pipeline_description",
      "docker_image", "base_image", "volumes", "steps_defaults", "storage_class_name",
      "volume_access_mode", "enable_caching", "backends", "packages", "install_packages",
      "pin_packages", "bundle",
    ]
    let notes = keys.compactMap { key in
      Spelling.nearest(to: key, in: known).map {
        Diagnostic.Note("did you mean `\($0)` by `\(key)`?")
      }
    }
    diagnostics.append(
      Diagnostic(
        "unused-metadata", .note,
        "these settings of `\(NotebookMetadata.pipelineKey)` are not used: "
          + keys.joined(separator: ", "), notes: notes))
  }
}
