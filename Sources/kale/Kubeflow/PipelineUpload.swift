import FoundationEssentials
import KaleAnalysis

/// A pipeline on its way to a server.
struct PipelineUpload {
  let pipeline: Pipeline
  let server: PipelineServer

  /// Uploads it, as a new version where the server knows its name, and says so.
  ///
  /// - Parameter version: name of the version; nil for one that tells the time.
  func upload(version: String? = nil) throws -> PipelineServer.Upload {
    let name = pipeline.settings.name
    let package = PipelineSpecFile(KFPPipeline(pipeline)).yaml
    let version = version ?? UniqueName.make(name)
    let upload = try server.talking { server in
      try server.requireNamespace()
      return try server.upload(
        Data(package), name: name, description: pipeline.settings.description, version: version)
    }
    Console.print(
      upload.isNew
        ? "Uploaded \(name), a new pipeline." : "Uploaded \(name), version \(upload.versionName).")
    return upload
  }
}
