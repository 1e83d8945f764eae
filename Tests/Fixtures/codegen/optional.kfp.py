"""optional: a Kubeflow pipeline, made by kale from optional.ipynb.

    pip install 'kfp>=2.15'
    python optional.kfp.py    # compiles it to optional.yaml
    python optional.kfp.py --run --host http://localhost:8080 --param limit=...

Steps:
    check

The code of the notebook begins in line 59, behind the runtime that every step carries.
"""
from typing import Optional

from kfp import compiler, dsl


# The image that steps run in, and what pip installs into it for all of them.
BASE_IMAGE = "python:3.11"
PACKAGES = []


def kale_runtime_source():
    """The code that takes a step's inputs, runs its cells and saves its outputs.

    It is shipped with every component, so that the steps need no package of kale's. It is
    packed, as Kubernetes limits the size of a pipeline; this prints it:

        python optional.kfp.py --show-runtime
    """
    import base64
    import zlib

    return zlib.decompress(base64.b64decode("""
eJyNVMtu2zAQvOsrCJ4kQPAHGFWAXnrspbkFAUFTq5owXyCpxEWQf89SYiUxcuMSsECCs7O7M0tT
Sr+TEMERP5ooNZDBehIhxHAkTnFpiJPioiC0xFgiziAu4UApraR21sd8W1WVUDwE8gupjhXB1cNA
GJNGRsbqAGpAAq4h0UQ4WXvpfloDzQxOK2EOCUK6CVlevHAv+QnrwNs3ylhCMEaPBPcay8T9exkh
jRsjlj0d7Bg3JwFK/d1riF6KRPv03G5+1dKF4x6TRfBFGy9cjbvylyqfEugZSSfYyuWBzcJlrhB5
BA0mbpjgCqJeLtpPzM1KNnVYFOV4POPX234U4FuCn4jidI9+X+usz4E7B6av65Wg2aSYdbuRQ1gT
Rg0eZURteM8jv2loFv5OmmRITiJND1ds2o5eIPKC546mCaV45/7EszXdD67CLtNk6pKnoNmm0qiN
AjZIBTnj3FCE69YEh9O8BgXhpYv/j5cG/VMK+hwirNbc9P/Ez0NYyKzs75uC5nn9JCiit03iY57I
NsHpXa/iY4XbKVhhab1KBFikr+dWqT/RhvBAkmgl9IvJn/8ZDsryvk6BTVFK4c9SzeRhmWF6Daif
mwzLUzHQbwlK3iaa9wecDZqAtNk/lzsC5AG9o8DrlwrkVvtRu/qWGi3ZC7D4tlSSnS3pEZAtvkXc
VB/Pw8Gy
""")).decode()


def kale_runtime():
    """The code of kale_runtime_source, as a module."""
    import sys
    import types

    if "kale_runtime" not in sys.modules:
        module = types.ModuleType("kale_runtime")
        sys.modules["kale_runtime"] = module
        exec(compile(kale_runtime_source(), "<kale_runtime>", "exec"), module.__dict__)
    return sys.modules["kale_runtime"]


@dsl.component(
    base_image=BASE_IMAGE,
    packages_to_install=PACKAGES,
    additional_funcs=[kale_runtime_source, kale_runtime],
)
def check(
    limit: Optional[str] = None,
):
    step = kale_runtime().Step("check", notebook="optional.ipynb")
    step.parameter("limit", limit)

    # cell 0
    step.cell(0, r'''assert limit is None''')

    step.run()


@dsl.pipeline(name="optional")
def optional(
    limit: Optional[str] = None,
):
    check_task = check(limit=limit)


def main(pipeline):
    """Compiles the pipeline, or runs it on a KFP server."""
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

    parameters = {
        "limit": str,
    }
    parser = argparse.ArgumentParser(
        description="Compiles the pipeline optional, or runs it with --run.")
    parser.add_argument("--output", type=pathlib.Path, metavar="FILE",
                        default=pathlib.Path(__file__).with_name("optional.yaml"),
                        help="where to write the compiled pipeline")
    parser.add_argument("--param", action="append", default=[], metavar="NAME=VALUE",
                        help="value of a parameter: " + (", ".join(parameters) or "there is none"))
    parser.add_argument("--run", action="store_true", help="run it on the server at --host")
    parser.add_argument("--host", help="address of the KFP server, e.g. http://localhost:8080"
                                     " (default: $KF_PIPELINES_ENDPOINT, or the one of this cluster)")
    parser.add_argument("--experiment", default="Default")
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
        comment, _, document = path.read_text().rpartition("\ncomponents:\n")
        if any(line[:1] != "#" or not line.isprintable() for line in comment.split("\n")):
            path.write_text("components:\n" + document)

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
        package = pathlib.Path(folder, "optional.yaml")
        compile_to(package)
        run = client.create_run_from_pipeline_package(
            str(package), arguments=values, experiment_name=arguments.experiment,
            namespace=arguments.namespace)
    print(run.run_id)


if __name__ == "__main__":
    main(optional)
