import ArgumentParser
import KaleAnalysis

@main
struct Kale: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kale",
    abstract: "Turns a tagged Jupyter notebook into a Kubeflow pipeline.",
    usage: """
      kale <subcommand>
      kale --nb NOTEBOOK [options]
      """,
    discussion: """
      kale tag train.ipynb        propose steps for a notebook without tags
      kale check train.ipynb      what is wrong with the notebook
      kale explain star-import    what a message means, and what to do
      kale run train.ipynb        run its steps on this machine
      kale verify train.ipynb     whether the pipeline does what the notebook does
      kale convert train.ipynb    write the pipeline for Kubeflow
      kale report train.ipynb     what each cell reads, binds and changes
      kale compare notebooks/     the exact analysis against a heuristic
      kale logs                   what the steps of the last run printed
      kale show last STEP NAME    a variable that a step has handed on
      kale upload train.ipynb     upload the pipeline to a KFP server
      kale run train.ipynb --on kfp
                                  run it there
      kale status                 how far the last run there has come
      kale stop                   stop it
      kale clean                  remove runs and kept results
      kale completions bash       script that completes these commands

      The form of Kale's tutorials, with underscores or hyphens alike:
      kale --nb train.ipynb       write the pipeline for Kubeflow
        --upload_pipeline         and upload it to the KFP server
        --run_pipeline            and run it there
        --kfp_host HOST           address of the server
        --experiment_name NAME    KFP experiment of the runs
        --pipeline_name NAME      instead of the name in the notebook
        --pipeline_description TEXT
        --docker_image IMAGE      image that the steps run in
        --python PATH             the Python that has kfp and the notebook's packages
        --pin                     ask for the versions of packages that it has
        --bundle                  ship modules and scripts beside the notebook
        --no_packages             install nothing: the image has it all
        --debug                   tell what is done
      """,
    subcommands: [
      Tag.self, Convert.self, Check.self, Run.self, Verify.self, Report.self, Compare.self,
      Logs.self, Show.self, Clean.self, Upload.self, Status.self, Stop.self, Explain.self,
      Completions.self, TutorialForm.self,
    ],
    defaultSubcommand: TutorialForm.self)

  /// Like the library's, but a mistake in the arguments is told in two lines, not with the usage.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exit(withError: code)
    } catch let failure as CommandFailure {
      Console.error("kale: \(failure.message)")
      exit(withError: failure.code)
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      let advice = advice(CommandLine.arguments.dropFirst().first)
      Console.error("kale: \(message(for: error))\n\(advice)")
      exit(withError: ExitCode.validationFailure)
    }
  }

  /// What to do after a call that was not understood.
  private static func advice(_ firstArgument: String?) -> String {
    guard let firstArgument, firstArgument.hasSuffix(".ipynb") else { return "See 'kale --help'." }
    let notebook = ShellWord.quoted(firstArgument)
    return "Write 'kale run \(notebook)' or 'kale convert \(notebook)'."
  }
}
