extension KFPScriptEmitter {
  /// The script's own command line.
  func mainFunction() -> String {
    let settings = pipeline.settings
    let parsers = naming.parameters.map {
      "        \(PythonLiteral.string($0.name)): \(parser($0.parameter)),"
    }
    let table = parsers.isEmpty ? "{}" : "{\n" + parsers.joined(separator: "\n") + "\n    }"
    return """
      def main(pipeline):
          \"""Compiles the pipeline, or runs it on a KFP server.\"""
          import argparse
          import json
          import pathlib

          def boolean(text):
              values = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
              if text.lower() not in values:
                  raise ValueError("not true or false")
              return values[text.lower()]

          def of_type(kind):
              def parse(text):
                  value = json.loads(text)
                  if not isinstance(value, kind):
                      raise ValueError(f"not a JSON {'list' if kind is list else 'object'}")
                  return value
              return parse

          parameters = \(table)
          parser = argparse.ArgumentParser(
              description="Compiles the pipeline \(inHelp(settings.name)), or runs it with --run.")
          parser.add_argument("--output", type=pathlib.Path, metavar="FILE",
                              default=pathlib.Path(__file__).with_name(\(PythonLiteral.string(settings.name + ".yaml"))),
                              help="where to write the compiled pipeline")
          parser.add_argument("--param", action="append", default=[], metavar="NAME=VALUE",
                              help="value of a parameter: " + (", ".join(parameters) or "there is none"))
          parser.add_argument("--run", action="store_true", help="run it on the server at --host")
          parser.add_argument("--host", help="address of the KFP server, e.g. http://localhost:8080"
                                           " (default: $KF_PIPELINES_ENDPOINT, or the one of this cluster)")
          parser.add_argument("--experiment", default=\(PythonLiteral.string(settings.experiment ?? "Default")))
          parser.add_argument("--namespace", help="namespace of the run, where there are several users")
          parser.add_argument("--token", help="bearer token, where the server asks for one")
          parser.add_argument("--show-runtime", action="store_true",
                              help="print the code that every step carries")
          arguments = parser.parse_args()
          if arguments.show_runtime:
              print(kale_runtime_source(), end="")
              return

          values = {}
          for setting in arguments.param:
              name, _, text = setting.partition("=")
              if name not in parameters:
                  parser.error(f"no parameter {name!r}; there is: {', '.join(parameters) or 'none'}")
              try:
                  values[name] = parameters[name](text)
              except ValueError as error:
                  parser.error(f"parameter {name}: {text!r}: {error}")

          def compile_to(path):
              compiler.Compiler().compile(pipeline, str(path), pipeline_parameters=values or None)
              # kfp shows description and defaults in a comment, out of which some texts would break.
              comment, _, document = path.read_text().rpartition("\\ncomponents:\\n")
              if any(line[:1] != "#" or not line.isprintable() for line in comment.split("\\n")):
                  path.write_text("components:\\n" + document)

          if not arguments.run:
              compile_to(arguments.output)
              print(arguments.output)
              return

          import tempfile

          from kfp.client import Client

          try:
              client = Client(host=arguments.host, namespace=arguments.namespace or "kubeflow",
                              existing_token=arguments.token)
          except Exception as error:
              parser.error(f"can't reach the KFP server: {error}; is --host right?")
          with tempfile.TemporaryDirectory() as folder:
              package = pathlib.Path(folder, \(PythonLiteral.string(settings.name + ".yaml")))
              compile_to(package)
              run = client.create_run_from_pipeline_package(
                  str(package), arguments=values, experiment_name=arguments.experiment,
                  namespace=arguments.namespace)
          print(run.run_id)


      if __name__ == "__main__":
          main(\(naming.function))
      """
  }

  /// The Python function that reads a value of the parameter's type from the command line.
  private func parser(_ parameter: PipelineParameter) -> String {
    switch parameter.defaultValue {
    case .integer: "int"
    case .float: "float"
    case .string, .none: "str"
    case .bool: "boolean"
    case .list: "of_type(list)"
    case .dictionary: "of_type(dict)"
    }
  }

  /// In an argparse description: `%` and quotes mean something there.
  private func inHelp(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "%" && $0 != "\"" && $0 != "\\" })
    )
  }
}
