import ArgumentParser
import KaleAnalysis

/// Options that win over the notebook's metadata.
struct SettingsOptions: ParsableArguments {
  @Option(
    name: [.customLong("pipeline_name"), .customLong("pipeline-name")],
    help: ArgumentHelp("Name of the pipeline.", valueName: "name"))
  var pipelineName: String?

  @Option(
    name: [.customLong("pipeline_description"), .customLong("pipeline-description")],
    help: ArgumentHelp("Description of the pipeline.", valueName: "text"))
  var pipelineDescription: String?

  @Option(
    name: [.customLong("experiment_name"), .customLong("experiment-name")],
    help: ArgumentHelp("KFP experiment of the pipeline's runs.", valueName: "name"))
  var experimentName: String?

  @Option(
    name: [.customLong("docker_image"), .customLong("docker-image")],
    help: ArgumentHelp("Image that the steps run in.", valueName: "image"))
  var dockerImage: String?

  var overrides: SettingsOverrides {
    SettingsOverrides(
      name: pipelineName, description: pipelineDescription, experiment: experimentName,
      baseImage: dockerImage)
  }

  var isSet: Bool { overrides != SettingsOverrides() }
}
