/// The Python file that KFP makes of a component, and the command that runs it.
///
/// As the SDK's `dsl/component_factory.py` makes them of a function of a script.
enum KFPSource {
  private static let imports = """

    import kfp
    from kfp import dsl
    from kfp.dsl import *
    from typing import *


    """

  /// The text of the file.
  static func text(
    of function: KFPFunctions.Function, with additional: [KFPFunctions.Function]
  ) -> String {
    var text = imports
    text.reserveCapacity(
      additional.reduce(imports.utf8.count + function.source.utf8.count + 2) {
        $0 + $1.source.utf8.count + 3
      })
    for other in additional { text += other.source + "\n\n\n" }
    return text + function.source + "\n\n"
  }

  /// Writes the file, which the shell gets as `$0`, and runs it with KFP's executor.
  static let run = """
    program_path=$(mktemp -d)

    printf "%s" "$0" > "$program_path/ephemeral_component.py"
    _KFP_RUNTIME=true python3 -m kfp.dsl.executor_main \
                            --component_module_path \
                            "$program_path/ephemeral_component.py" \
                            "$@"

    """

  /// Installs what the component needs, then goes on with the command that follows.
  static func install(_ packages: StepPackages, version: KFPVersion) -> String {
    let requirements = packages.requirements
    let kfp = [
      "kfp==\(version)", "--no-deps", "typing-extensions>=3.7.4,<5; python_version<\"3.9\"",
    ]
    let hasOwnKFP = requirements.contains { $0.hasPrefix("kfp") }
    let calls = (requirements.isEmpty ? [] : [requirements]) + (hasOwnKFP ? [] : [kfp])
    let commands = calls.map { requirements in
      "python3 -m pip install --quiet --no-warn-script-location \(places(packages))"
        + requirements.map(PythonLiteral.repr).joined(separator: " ")
    }
    return """

      if ! [ -x "$(command -v pip)" ]; then
          python3 -m ensurepip || python3 -m ensurepip --user || apt-get install python3-pip
      fi

      PIP_DISABLE_PIP_VERSION_CHECK=1 \(commands.joined(separator: "  &&  ")) && "$0" "$@"

      """
  }

  /// Where pip looks, to stand before the requirements.
  private static func places(_ packages: StepPackages) -> String {
    guard let index = packages.indexURLs.first else { return "" }
    let options =
      ["--index-url \(index)"] + packages.indexURLs.dropFirst().map { "--extra-index-url \($0)" }
      + packages.trustedHosts.map { "--trusted-host \($0)" }
    return options.joined(separator: " ") + " "
  }

  static func command(
    of function: KFPFunctions.Function, with additional: [KFPFunctions.Function],
    packages: StepPackages, version: KFPVersion
  ) -> [String] {
    ["sh", "-c", install(packages, version: version)]
      + ["sh", "-ec", run, text(of: function, with: additional)]
  }

  static func arguments(of function: KFPFunctions.Function) -> [String] {
    ["--executor_input", KFPPlaceholder.input, "--function_to_execute", function.name]
  }
}
