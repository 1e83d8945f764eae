"""import: a Kubeflow pipeline, made by kale from na'me/s {{x}}.ipynb.

    pip install 'kfp>=2.15'
    python import.kfp.py    # compiles it to import.yaml
    python import.kfp.py --run --host http://localhost:8080 --param seed=...

Steps:
    start
    import (after start)
    dsl (after start)
    print (after start)
    list (after start)
    _load (after start)
    load (after start)
    _ (after start)
    main (after start)
    seed (after start)

The code of the notebook begins in line 67, behind the runtime that every step carries.
"""
from kfp import compiler, dsl
from kfp.dsl import Artifact, Input, Output


# The image that steps run in, and what pip installs into it for all of them.
BASE_IMAGE = "python:3.11"
PACKAGES = []


def kale_runtime_source():
    """The code that takes a step's inputs, runs its cells and saves its outputs.

    It is shipped with every component, so that the steps need no package of kale's. It is
    packed, as Kubernetes limits the size of a pipeline; this prints it:

        python import.kfp.py --show-runtime
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
def start(
    Output_out: Output[Artifact],
    X: Output[Artifact],
    variable: Output[Artifact],
    if_out: Output[Artifact],
    private: Output[Artifact],
    dsl: Output[Artifact],
    donn_es: Output[Artifact],
    donn_es_: Output[Artifact],
    kale_runtime_out: Output[Artifact],
    kfp: Output[Artifact],
    list: Output[Artifact],
    self_out: Output[Artifact],
    step_out: Output[Artifact],
    x_path: Output[Artifact],
    variable_out: Output[Artifact],
):
    step = kale_runtime().Step("start", notebook="na\"me\\s {\x7bx}}.ipynb")
    step.output("Output", Output_out.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=Output_out.metadata)
    step.output("X", X.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=X.metadata)
    step.output("_", variable.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=variable.metadata)
    step.output("_if", if_out.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=if_out.metadata)
    step.output("_private", private.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=private.metadata)
    step.output("dsl", dsl.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=dsl.metadata)
    step.output("données", donn_es.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=donn_es.metadata)
    step.output("données_", donn_es_.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=donn_es_.metadata)
    step.output("kale_runtime", kale_runtime_out.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=kale_runtime_out.metadata)
    step.output("kfp", kfp.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=kfp.metadata)
    step.output("list", list.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=list.metadata)
    step.output("self", self_out.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=self_out.metadata)
    step.output("step", step_out.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=step_out.metadata)
    step.output("x_path", x_path.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=x_path.metadata)
    step.output("変数", variable_out.path, consumers=["import", "dsl", "print", "list", "_load", "load", "_", "main", "seed"], metadata=variable_out.metadata)

    # cell 0
    step.cell(0, r"""Output = 'Output'
X = 'X'
_ = '_'
_if = '_if'
_private = '_private'
dsl = 'dsl'
données = 'données'
données_ = 'données_'
kale_runtime = 'kale_runtime'
kfp = 'kfp'
list = 'list'
self = 'self'
step = 'step'
x_path = 'x_path'
変数 = '変数'""")

    step.run()


@dsl.component(
    base_image=BASE_IMAGE,
    packages_to_install=PACKAGES,
    additional_funcs=[kale_runtime_source, kale_runtime],
)
def import_(
    seed: int,
    kubernetes_2: bool,
    Output_2: Input[Artifact],
    X: Input[Artifact],
    variable: Input[Artifact],
    if_2: Input[Artifact],
    private: Input[Artifact],
    dsl: Input[Artifact],
    donn_es: Input[Artifact],
    donn_es_: Input[Artifact],
    kale_runtime_2: Input[Artifact],
    kfp: Input[Artifact],
    list: Input[Artifact],
    self_2: Input[Artifact],
    step_2: Input[Artifact],
    x_path: Input[Artifact],
    variable_2: Input[Artifact],
    list_out: Output[Artifact],
):
    step = kale_runtime().Step("import", notebook="na\"me\\s {\x7bx}}.ipynb")
    step.parameter("seed", seed)
    step.parameter("kubernetes", kubernetes_2)
    step.input("Output", Output_2.path, producer="start")
    step.input("X", X.path, producer="start")
    step.input("_", variable.path, producer="start")
    step.input("_if", if_2.path, producer="start")
    step.input("_private", private.path, producer="start")
    step.input("dsl", dsl.path, producer="start")
    step.input("données", donn_es.path, producer="start")
    step.input("données_", donn_es_.path, producer="start")
    step.input("kale_runtime", kale_runtime_2.path, producer="start")
    step.input("kfp", kfp.path, producer="start")
    step.input("list", list.path, producer="start")
    step.input("self", self_2.path, producer="start")
    step.input("step", step_2.path, producer="start")
    step.input("x_path", x_path.path, producer="start")
    step.input("変数", variable_2.path, producer="start")
    step.output("list", list_out.path, consumers=[], metadata=list_out.metadata)

    # cell 1
    step.cell(1, r'''assert Output == 'Output' if 'Output' != 'self' else 1
assert X == 'X' if 'X' != 'self' else 1
assert _ == '_' if '_' != 'self' else 1
assert _if == '_if' if '_if' != 'self' else 1
assert _private == '_private' if '_private' != 'self' else 1
assert dsl == 'dsl' if 'dsl' != 'self' else 1
assert données == 'données' if 'données' != 'self' else 1
assert données_ == 'données_' if 'données_' != 'self' else 1
assert kale_runtime == 'kale_runtime' if 'kale_runtime' != 'self' else 1
assert kfp == 'kfp' if 'kfp' != 'self' else 1
assert list == 'list' if 'list' != 'self' else 1
assert self == 'self' if 'self' != 'self' else 1
assert step == 'step' if 'step' != 'self' else 1
assert x_path == 'x_path' if 'x_path' != 'self' else 1
assert 変数 == '変数' if '変数' != 'self' else 1
seed''')

    step.run()


@dsl.component(
    base_image=BASE_IMAGE,
    packages_to_install=PACKAGES,
    additional_funcs=[kale_runtime_source, kale_runtime],
)
def dsl_(
    seed: int,
    kubernetes_2: bool,
    Output_2: Input[Artifact],
    X: Input[Artifact],
    variable: Input[Artifact],
    if_2: Input[Artifact],
    private: Input[Artifact],
    dsl: Input[Artifact],
    donn_es: Input[Artifact],
    donn_es_: Input[Artifact],
    kale_runtime_2: Input[Artifact],
    kfp: Input[Artifact],
    list: Input[Artifact],
    self_2: Input[Artifact],
    step_2: Input[Artifact],
    x_path: Input[Artifact],
    variable_2: Input[Artifact],
    list_out: Output[Artifact],
):
    step = kale_runtime().Step("dsl", notebook="na\"me\\s {\x7bx}}.ipynb")
    step.parameter("seed", seed)
    step.parameter("kubernetes", kubernetes_2)
    step.input("Output", Output_2.path, producer="start")
    step.input("X", X.path, producer="start")
    step.input("_", variable.path, producer="start")
    step.input("_if", if_2.path, producer="start")
    step.input("_private", private.path, producer="start")
    step.input("dsl", dsl.path, producer="start")
    step.input("données", donn_es.path, producer="start")
    step.input("données_", donn_es_.path, producer="start")
    step.input("kale_runtime", kale_runtime_2.path, producer="start")
    step.input("kfp", kfp.path, producer="start")
    step.input("list", list.path, producer="start")
    step.input("self", self_2.path, producer="start")
    step.input("step", step_2.path, producer="start")
    step.input("x_path", x_path.path, producer="start")
    step.input("変数", variable_2.path, producer="start")
    step.output("list", list_out.path, consumers=[], metadata=list_out.metadata)

    # cell 2
    step.cell(2, r'''assert Output == 'Output' if 'Output' != 'self' else 1
assert X == 'X' if 'X' != 'self' else 1
assert _ == '_' if '_' != 'self' else 1
assert _if == '_if' if '_if' != 'self' else 1
assert _private == '_private' if '_private' != 'self' else 1
assert dsl == 'dsl' if 'dsl' != 'self' else 1
assert données == 'données' if 'données' != 'self' else 1
assert données_ == 'données_' if 'données_' != 'self' else 1
assert kale_runtime == 'kale_runtime' if 'kale_runtime' != 'self' else 1
assert kfp == 'kfp' if 'kfp' != 'self' else 1
assert list == 'list' if 'list' != 'self' else 1
assert self == 'self' if 'self' != 'self' else 1
assert step == 'step' if 'step' != 'self' else 1
assert x_path == 'x_path' if 'x_path' != 'self' else 1
assert 変数 == '変数' if '変数' != 'self' else 1
seed''')

    step.run()


@dsl.component(
    base_image=BASE_IMAGE,
    packages_to_install=PACKAGES,
    additional_funcs=[kale_runtime_source, kale_runtime],
)
def print_(
    seed: int,
    kubernetes_2: bool,
    Output_2: Input[Artifact],
    X: Input[Artifact],
    variable: Input[Artifact],
    if_2: Input[Artifact],
    private: Input[Artifact],
    dsl: Input[Artifact],
    donn_es: Input[Artifact],
    donn_es_: Input[Artifact],
    kale_runtime_2: Input[Artifact],
    kfp: Input[Artifact],
    list: Input[Artifact],
    self_2: Input[Artifact],
    step_2: Input[Artifact],
    x_path: Input[Artifact],
    variable_2: Input[Artifact],
    list_out: Output[Artifact],
):
    step = kale_runtime().Step("print", notebook="na\"me\\s {\x7bx}}.ipynb")
    step.parameter("seed", seed)
    step.parameter("kubernetes", kubernetes_2)
    step.input("Output", Output_2.path, producer="start")
    step.input("X", X.path, producer="start")
    step.input("_", variable.path, producer="start")
    step.input("_if", if_2.path, producer="start")
    step.input("_private", private.path, producer="start")
    step.input("dsl", dsl.path, producer="start")
    step.input("données", donn_es.path, producer="start")
    step.input("données_", donn_es_.path, producer="start")
    step.input("kale_runtime", kale_runtime_2.path, producer="start")
    step.input("kfp", kfp.path, producer="start")
    step.input("list", list.path, producer="start")
    step.input("self", self_2.path, producer="start")
    step.input("step", step_2.path, producer="start")
    step.input("x_path", x_path.path, producer="start")
    step.input("変数", variable_2.path, producer="start")
    step.output("list", list_out.path, consumers=[], metadata=list_out.metadata)

    # cell 3
    step.cell(3, r'''assert Output == 'Output' if 'Output' != 'self' else 1
assert X == 'X' if 'X' != 'self' else 1
assert _ == '_' if '_' != 'self' else 1
assert _if == '_if' if '_if' != 'self' else 1
assert _private == '_private' if '_private' != 'self' else 1
assert dsl == 'dsl' if 'dsl' != 'self' else 1
assert données == 'données' if 'données' != 'self' else 1
assert données_ == 'données_' if 'données_' != 'self' else 1
assert kale_runtime == 'kale_runtime' if 'kale_runtime' != 'self' else 1
assert kfp == 'kfp' if 'kfp' != 'self' else 1
assert list == 'list' if 'list' != 'self' else 1
assert self == 'self' if 'self' != 'self' else 1
assert step == 'step' if 'step' != 'self' else 1
assert x_path == 'x_path' if 'x_path' != 'self' else 1
assert 変数 == '変数' if '変数' != 'self' else 1
seed''')

    step.run()


@dsl.component(
    base_image=BASE_IMAGE,
    packages_to_install=PACKAGES,
    additional_funcs=[kale_runtime_source, kale_runtime],
)
def list_(
    seed: int,
    kubernetes_2: bool,
    Output_2: Input[Artifact],
    X: Input[Artifact],
    variable: Input[Artifact],
    if_2: Input[Artifact],
    private: Input[Artifact],
    dsl: Input[Artifact],
    donn_es: Input[Artifact],
    donn_es_: Input[Artifact],
    kale_runtime_2: Input[Artifact],
    kfp: Input[Artifact],
    list: Input[Artifact],
    self_2: Input[Artifact],
    step_2: Input[Artifact],
    x_path: Input[Artifact],
    variable_2: Input[Artifact],
    list_out: Output[Artifact],
):
    step = kale_runtime().Step("list", notebook="na\"me\\s {\x7bx}}.ipynb")
    step.parameter("seed", seed)
    step.parameter("kubernetes", kubernetes_2)
    step.input("Output", Output_2.path, producer="start")
    step.input("X", X.path, producer="start")
    step.input("_", variable.path, producer="start")
    step.input("_if", if_2.path, producer="start")
    step.input("_private", private.path, producer="start")
    step.input("dsl", dsl.path, producer="start")
    step.input("données", donn_es.path, producer="start")
    step.input("données_", donn_es_.path, producer="start")
    step.input("kale_runtime", kale_runtime_2.path, producer="start")
    step.input("kfp", kfp.path, producer="start")
    step.input("list", list.path, producer="start")
    step.input("self", self_2.path, producer="start")
    step.input("step", step_2.path, producer="start")
    step.input("x_path", x_path.path, producer="start")
    step.input("変数", variable_2.path, producer="start")
    step.output("list", list_out.path, consumers=[], metadata=list_out.metadata)

    # cell 4
    step.cell(4, r'''assert Output == 'Output' if 'Output' != 'self' else 1
assert X == 'X' if 'X' != 'self' else 1
assert _ == '_' if '_' != 'self' else 1
assert _if == '_if' if '_if' != 'self' else 1
assert _private == '_private' if '_private' != 'self' else 1
assert dsl == 'dsl' if 'dsl' != 'self' else 1
assert données == 'données' if 'données' != 'self' else 1
assert données_ == 'données_' if 'données_' != 'self' else 1
assert kale_runtime == 'kale_runtime' if 'kale_runtime' != 'self' else 1
assert kfp == 'kfp' if 'kfp' != 'self' else 1
assert list == 'list' if 'list' != 'self' else 1
assert self == 'self' if 'self' != 'self' else 1
assert step == 'step' if 'step' != 'self' else 1
assert x_path == 'x_path' if 'x_path' != 'self' else 1
assert 変数 == '変数' if '変数' != 'self' else 1
seed''')

    step.run()


@dsl.component(
    base_image=BASE_IMAGE,
    packages_to_install=PACKAGES,
    additional_funcs=[kale_runtime_source, kale_runtime],
)
def _load(
    seed: int,
    kubernetes_2: bool,
    Output_2: Input[Artifact],
    X: Input[Artifact],
    variable: Input[Artifact],
    if_2: Input[Artifact],
    private: Input[Artifact],
    dsl: Input[Artifact],
    donn_es: Input[Artifact],
    donn_es_: Input[Artifact],
    kale_runtime_2: Input[Artifact],
    kfp: Input[Artifact],
    list: Input[Artifact],
    self_2: Input[Artifact],
    step_2: Input[Artifact],
    x_path: Input[Artifact],
    variable_2: Input[Artifact],
    list_out: Output[Artifact],
):
    step = kale_runtime().Step("_load", notebook="na\"me\\s {\x7bx}}.ipynb")
    step.parameter("seed", seed)
    step.parameter("kubernetes", kubernetes_2)
    step.input("Output", Output_2.path, producer="start")
    step.input("X", X.path, producer="start")
    step.input("_", variable.path, producer="start")
    step.input("_if", if_2.path, producer="start")
    step.input("_private", private.path, producer="start")
    step.input("dsl", dsl.path, producer="start")
    step.input("données", donn_es.path, producer="start")
    step.input("données_", donn_es_.path, producer="start")
    step.input("kale_runtime", kale_runtime_2.path, producer="start")
    step.input("kfp", kfp.path, producer="start")
    step.input("list", list.path, producer="start")
    step.input("self", self_2.path, producer="start")
    step.input("step", step_2.path, producer="start")
    step.input("x_path", x_path.path, producer="start")
    step.input("変数", variable_2.path, producer="start")
    step.output("list", list_out.path, consumers=[], metadata=list_out.metadata)

    # cell 5
    step.cell(5, r'''assert Output == 'Output' if 'Output' != 'self' else 1
assert X == 'X' if 'X' != 'self' else 1
assert _ == '_' if '_' != 'self' else 1
assert _if == '_if' if '_if' != 'self' else 1
assert _private == '_private' if '_private' != 'self' else 1
assert dsl == 'dsl' if 'dsl' != 'self' else 1
assert données == 'données' if 'données' != 'self' else 1
assert données_ == 'données_' if 'données_' != 'self' else 1
assert kale_runtime == 'kale_runtime' if 'kale_runtime' != 'self' else 1
assert kfp == 'kfp' if 'kfp' != 'self' else 1
assert list == 'list' if 'list' != 'self' else 1
assert self == 'self' if 'self' != 'self' else 1
assert step == 'step' if 'step' != 'self' else 1
assert x_path == 'x_path' if 'x_path' != 'self' else 1
assert 変数 == '変数' if '変数' != 'self' else 1
seed''')

    step.run()


@dsl.component(
    base_image=BASE_IMAGE,
    packages_to_install=PACKAGES,
    additional_funcs=[kale_runtime_source, kale_runtime],
)
def load(
    seed: int,
    kubernetes_2: bool,
    Output_2: Input[Artifact],
    X: Input[Artifact],
    variable: Input[Artifact],
    if_2: Input[Artifact],
    private: Input[Artifact],
    dsl: Input[Artifact],
    donn_es: Input[Artifact],
    donn_es_: Input[Artifact],
    kale_runtime_2: Input[Artifact],
    kfp: Input[Artifact],
    list: Input[Artifact],
    self_2: Input[Artifact],
    step_2: Input[Artifact],
    x_path: Input[Artifact],
    variable_2: Input[Artifact],
    list_out: Output[Artifact],
):
    step = kale_runtime().Step("load", notebook="na\"me\\s {\x7bx}}.ipynb")
    step.parameter("seed", seed)
    step.parameter("kubernetes", kubernetes_2)
    step.input("Output", Output_2.path, producer="start")
    step.input("X", X.path, producer="start")
    step.input("_", variable.path, producer="start")
    step.input("_if", if_2.path, producer="start")
    step.input("_private", private.path, producer="start")
    step.input("dsl", dsl.path, producer="start")
    step.input("données", donn_es.path, producer="start")
    step.input("données_", donn_es_.path, producer="start")
    step.input("kale_runtime", kale_runtime_2.path, producer="start")
    step.input("kfp", kfp.path, producer="start")
    step.input("list", list.path, producer="start")
    step.input("self", self_2.path, producer="start")
    step.input("step", step_2.path, producer="start")
    step.input("x_path", x_path.path, producer="start")
    step.input("変数", variable_2.path, producer="start")
    step.output("list", list_out.path, consumers=[], metadata=list_out.metadata)

    # cell 6
    step.cell(6, r'''assert Output == 'Output' if 'Output' != 'self' else 1
assert X == 'X' if 'X' != 'self' else 1
assert _ == '_' if '_' != 'self' else 1
assert _if == '_if' if '_if' != 'self' else 1
assert _private == '_private' if '_private' != 'self' else 1
assert dsl == 'dsl' if 'dsl' != 'self' else 1
assert données == 'données' if 'données' != 'self' else 1
assert données_ == 'données_' if 'données_' != 'self' else 1
assert kale_runtime == 'kale_runtime' if 'kale_runtime' != 'self' else 1
assert kfp == 'kfp' if 'kfp' != 'self' else 1
assert list == 'list' if 'list' != 'self' else 1
assert self == 'self' if 'self' != 'self' else 1
assert step == 'step' if 'step' != 'self' else 1
assert x_path == 'x_path' if 'x_path' != 'self' else 1
assert 変数 == '変数' if '変数' != 'self' else 1
seed''')

    step.run()


@dsl.component(
    base_image=BASE_IMAGE,
    packages_to_install=PACKAGES,
    additional_funcs=[kale_runtime_source, kale_runtime],
)
def step(
    seed: int,
    kubernetes_2: bool,
    Output_2: Input[Artifact],
    X: Input[Artifact],
    variable: Input[Artifact],
    if_2: Input[Artifact],
    private: Input[Artifact],
    dsl: Input[Artifact],
    donn_es: Input[Artifact],
    donn_es_: Input[Artifact],
    kale_runtime_2: Input[Artifact],
    kfp: Input[Artifact],
    list: Input[Artifact],
    self_2: Input[Artifact],
    step_2: Input[Artifact],
    x_path: Input[Artifact],
    variable_2: Input[Artifact],
    list_out: Output[Artifact],
):
    step = kale_runtime().Step("_", notebook="na\"me\\s {\x7bx}}.ipynb")
    step.parameter("seed", seed)
    step.parameter("kubernetes", kubernetes_2)
    step.input("Output", Output_2.path, producer="start")
    step.input("X", X.path, producer="start")
    step.input("_", variable.path, producer="start")
    step.input("_if", if_2.path, producer="start")
    step.input("_private", private.path, producer="start")
    step.input("dsl", dsl.path, producer="start")
    step.input("données", donn_es.path, producer="start")
    step.input("données_", donn_es_.path, producer="start")
    step.input("kale_runtime", kale_runtime_2.path, producer="start")
    step.input("kfp", kfp.path, producer="start")
    step.input("list", list.path, producer="start")
    step.input("self", self_2.path, producer="start")
    step.input("step", step_2.path, producer="start")
    step.input("x_path", x_path.path, producer="start")
    step.input("変数", variable_2.path, producer="start")
    step.output("list", list_out.path, consumers=[], metadata=list_out.metadata)

    # cell 7
    step.cell(7, r'''assert Output == 'Output' if 'Output' != 'self' else 1
assert X == 'X' if 'X' != 'self' else 1
assert _ == '_' if '_' != 'self' else 1
assert _if == '_if' if '_if' != 'self' else 1
assert _private == '_private' if '_private' != 'self' else 1
assert dsl == 'dsl' if 'dsl' != 'self' else 1
assert données == 'données' if 'données' != 'self' else 1
assert données_ == 'données_' if 'données_' != 'self' else 1
assert kale_runtime == 'kale_runtime' if 'kale_runtime' != 'self' else 1
assert kfp == 'kfp' if 'kfp' != 'self' else 1
assert list == 'list' if 'list' != 'self' else 1
assert self == 'self' if 'self' != 'self' else 1
assert step == 'step' if 'step' != 'self' else 1
assert x_path == 'x_path' if 'x_path' != 'self' else 1
assert 変数 == '変数' if '変数' != 'self' else 1
seed''')

    step.run()


@dsl.component(
    base_image=BASE_IMAGE,
    packages_to_install=PACKAGES,
    additional_funcs=[kale_runtime_source, kale_runtime],
)
def main_(
    seed: int,
    kubernetes_2: bool,
    Output_2: Input[Artifact],
    X: Input[Artifact],
    variable: Input[Artifact],
    if_2: Input[Artifact],
    private: Input[Artifact],
    dsl: Input[Artifact],
    donn_es: Input[Artifact],
    donn_es_: Input[Artifact],
    kale_runtime_2: Input[Artifact],
    kfp: Input[Artifact],
    list: Input[Artifact],
    self_2: Input[Artifact],
    step_2: Input[Artifact],
    x_path: Input[Artifact],
    variable_2: Input[Artifact],
    list_out: Output[Artifact],
):
    step = kale_runtime().Step("main", notebook="na\"me\\s {\x7bx}}.ipynb")
    step.parameter("seed", seed)
    step.parameter("kubernetes", kubernetes_2)
    step.input("Output", Output_2.path, producer="start")
    step.input("X", X.path, producer="start")
    step.input("_", variable.path, producer="start")
    step.input("_if", if_2.path, producer="start")
    step.input("_private", private.path, producer="start")
    step.input("dsl", dsl.path, producer="start")
    step.input("données", donn_es.path, producer="start")
    step.input("données_", donn_es_.path, producer="start")
    step.input("kale_runtime", kale_runtime_2.path, producer="start")
    step.input("kfp", kfp.path, producer="start")
    step.input("list", list.path, producer="start")
    step.input("self", self_2.path, producer="start")
    step.input("step", step_2.path, producer="start")
    step.input("x_path", x_path.path, producer="start")
    step.input("変数", variable_2.path, producer="start")
    step.output("list", list_out.path, consumers=[], metadata=list_out.metadata)

    # cell 8
    step.cell(8, r'''assert Output == 'Output' if 'Output' != 'self' else 1
assert X == 'X' if 'X' != 'self' else 1
assert _ == '_' if '_' != 'self' else 1
assert _if == '_if' if '_if' != 'self' else 1
assert _private == '_private' if '_private' != 'self' else 1
assert dsl == 'dsl' if 'dsl' != 'self' else 1
assert données == 'données' if 'données' != 'self' else 1
assert données_ == 'données_' if 'données_' != 'self' else 1
assert kale_runtime == 'kale_runtime' if 'kale_runtime' != 'self' else 1
assert kfp == 'kfp' if 'kfp' != 'self' else 1
assert list == 'list' if 'list' != 'self' else 1
assert self == 'self' if 'self' != 'self' else 1
assert step == 'step' if 'step' != 'self' else 1
assert x_path == 'x_path' if 'x_path' != 'self' else 1
assert 変数 == '変数' if '変数' != 'self' else 1
seed''')

    step.run()


@dsl.component(
    base_image=BASE_IMAGE,
    packages_to_install=PACKAGES,
    additional_funcs=[kale_runtime_source, kale_runtime],
)
def seed_(
    seed: int,
    kubernetes_2: bool,
    Output_2: Input[Artifact],
    X: Input[Artifact],
    variable: Input[Artifact],
    if_2: Input[Artifact],
    private: Input[Artifact],
    dsl: Input[Artifact],
    donn_es: Input[Artifact],
    donn_es_: Input[Artifact],
    kale_runtime_2: Input[Artifact],
    kfp: Input[Artifact],
    list: Input[Artifact],
    self_2: Input[Artifact],
    step_2: Input[Artifact],
    x_path: Input[Artifact],
    variable_2: Input[Artifact],
    list_out: Output[Artifact],
):
    step = kale_runtime().Step("seed", notebook="na\"me\\s {\x7bx}}.ipynb")
    step.parameter("seed", seed)
    step.parameter("kubernetes", kubernetes_2)
    step.input("Output", Output_2.path, producer="start")
    step.input("X", X.path, producer="start")
    step.input("_", variable.path, producer="start")
    step.input("_if", if_2.path, producer="start")
    step.input("_private", private.path, producer="start")
    step.input("dsl", dsl.path, producer="start")
    step.input("données", donn_es.path, producer="start")
    step.input("données_", donn_es_.path, producer="start")
    step.input("kale_runtime", kale_runtime_2.path, producer="start")
    step.input("kfp", kfp.path, producer="start")
    step.input("list", list.path, producer="start")
    step.input("self", self_2.path, producer="start")
    step.input("step", step_2.path, producer="start")
    step.input("x_path", x_path.path, producer="start")
    step.input("変数", variable_2.path, producer="start")
    step.output("list", list_out.path, consumers=[], metadata=list_out.metadata)

    # cell 9
    step.cell(9, r'''assert Output == 'Output' if 'Output' != 'self' else 1
assert X == 'X' if 'X' != 'self' else 1
assert _ == '_' if '_' != 'self' else 1
assert _if == '_if' if '_if' != 'self' else 1
assert _private == '_private' if '_private' != 'self' else 1
assert dsl == 'dsl' if 'dsl' != 'self' else 1
assert données == 'données' if 'données' != 'self' else 1
assert données_ == 'données_' if 'données_' != 'self' else 1
assert kale_runtime == 'kale_runtime' if 'kale_runtime' != 'self' else 1
assert kfp == 'kfp' if 'kfp' != 'self' else 1
assert list == 'list' if 'list' != 'self' else 1
assert self == 'self' if 'self' != 'self' else 1
assert step == 'step' if 'step' != 'self' else 1
assert x_path == 'x_path' if 'x_path' != 'self' else 1
assert 変数 == '変数' if '変数' != 'self' else 1
seed''')

    step.run()


@dsl.pipeline(name="import")
def import_pipeline(
    seed: int = 1,
    self_2: str = "me",
    kubernetes_2: bool = True,
    load_task: int = 2,
):
    start_task = start()

    import_task = import_(
        seed=seed,
        kubernetes_2=kubernetes_2,
        Output_2=start_task.outputs["Output_out"],
        X=start_task.outputs["X"],
        variable=start_task.outputs["variable"],
        if_2=start_task.outputs["if_out"],
        private=start_task.outputs["private"],
        dsl=start_task.outputs["dsl"],
        donn_es=start_task.outputs["donn_es"],
        donn_es_=start_task.outputs["donn_es_"],
        kale_runtime_2=start_task.outputs["kale_runtime_out"],
        kfp=start_task.outputs["kfp"],
        list=start_task.outputs["list"],
        self_2=start_task.outputs["self_out"],
        step_2=start_task.outputs["step_out"],
        x_path=start_task.outputs["x_path"],
        variable_2=start_task.outputs["variable_out"],
    )
    import_task.after(start_task)

    dsl_task = dsl_(
        seed=seed,
        kubernetes_2=kubernetes_2,
        Output_2=start_task.outputs["Output_out"],
        X=start_task.outputs["X"],
        variable=start_task.outputs["variable"],
        if_2=start_task.outputs["if_out"],
        private=start_task.outputs["private"],
        dsl=start_task.outputs["dsl"],
        donn_es=start_task.outputs["donn_es"],
        donn_es_=start_task.outputs["donn_es_"],
        kale_runtime_2=start_task.outputs["kale_runtime_out"],
        kfp=start_task.outputs["kfp"],
        list=start_task.outputs["list"],
        self_2=start_task.outputs["self_out"],
        step_2=start_task.outputs["step_out"],
        x_path=start_task.outputs["x_path"],
        variable_2=start_task.outputs["variable_out"],
    )
    dsl_task.after(start_task)

    print_task = print_(
        seed=seed,
        kubernetes_2=kubernetes_2,
        Output_2=start_task.outputs["Output_out"],
        X=start_task.outputs["X"],
        variable=start_task.outputs["variable"],
        if_2=start_task.outputs["if_out"],
        private=start_task.outputs["private"],
        dsl=start_task.outputs["dsl"],
        donn_es=start_task.outputs["donn_es"],
        donn_es_=start_task.outputs["donn_es_"],
        kale_runtime_2=start_task.outputs["kale_runtime_out"],
        kfp=start_task.outputs["kfp"],
        list=start_task.outputs["list"],
        self_2=start_task.outputs["self_out"],
        step_2=start_task.outputs["step_out"],
        x_path=start_task.outputs["x_path"],
        variable_2=start_task.outputs["variable_out"],
    )
    print_task.after(start_task)

    list_task = list_(
        seed=seed,
        kubernetes_2=kubernetes_2,
        Output_2=start_task.outputs["Output_out"],
        X=start_task.outputs["X"],
        variable=start_task.outputs["variable"],
        if_2=start_task.outputs["if_out"],
        private=start_task.outputs["private"],
        dsl=start_task.outputs["dsl"],
        donn_es=start_task.outputs["donn_es"],
        donn_es_=start_task.outputs["donn_es_"],
        kale_runtime_2=start_task.outputs["kale_runtime_out"],
        kfp=start_task.outputs["kfp"],
        list=start_task.outputs["list"],
        self_2=start_task.outputs["self_out"],
        step_2=start_task.outputs["step_out"],
        x_path=start_task.outputs["x_path"],
        variable_2=start_task.outputs["variable_out"],
    )
    list_task.after(start_task)

    _load_task = _load(
        seed=seed,
        kubernetes_2=kubernetes_2,
        Output_2=start_task.outputs["Output_out"],
        X=start_task.outputs["X"],
        variable=start_task.outputs["variable"],
        if_2=start_task.outputs["if_out"],
        private=start_task.outputs["private"],
        dsl=start_task.outputs["dsl"],
        donn_es=start_task.outputs["donn_es"],
        donn_es_=start_task.outputs["donn_es_"],
        kale_runtime_2=start_task.outputs["kale_runtime_out"],
        kfp=start_task.outputs["kfp"],
        list=start_task.outputs["list"],
        self_2=start_task.outputs["self_out"],
        step_2=start_task.outputs["step_out"],
        x_path=start_task.outputs["x_path"],
        variable_2=start_task.outputs["variable_out"],
    )
    _load_task.after(start_task)
    _load_task.set_display_name("_load")

    load_task_2 = load(
        seed=seed,
        kubernetes_2=kubernetes_2,
        Output_2=start_task.outputs["Output_out"],
        X=start_task.outputs["X"],
        variable=start_task.outputs["variable"],
        if_2=start_task.outputs["if_out"],
        private=start_task.outputs["private"],
        dsl=start_task.outputs["dsl"],
        donn_es=start_task.outputs["donn_es"],
        donn_es_=start_task.outputs["donn_es_"],
        kale_runtime_2=start_task.outputs["kale_runtime_out"],
        kfp=start_task.outputs["kfp"],
        list=start_task.outputs["list"],
        self_2=start_task.outputs["self_out"],
        step_2=start_task.outputs["step_out"],
        x_path=start_task.outputs["x_path"],
        variable_2=start_task.outputs["variable_out"],
    )
    load_task_2.after(start_task)
    load_task_2.set_display_name("load")

    __task = step(
        seed=seed,
        kubernetes_2=kubernetes_2,
        Output_2=start_task.outputs["Output_out"],
        X=start_task.outputs["X"],
        variable=start_task.outputs["variable"],
        if_2=start_task.outputs["if_out"],
        private=start_task.outputs["private"],
        dsl=start_task.outputs["dsl"],
        donn_es=start_task.outputs["donn_es"],
        donn_es_=start_task.outputs["donn_es_"],
        kale_runtime_2=start_task.outputs["kale_runtime_out"],
        kfp=start_task.outputs["kfp"],
        list=start_task.outputs["list"],
        self_2=start_task.outputs["self_out"],
        step_2=start_task.outputs["step_out"],
        x_path=start_task.outputs["x_path"],
        variable_2=start_task.outputs["variable_out"],
    )
    __task.after(start_task)
    __task.set_display_name("_")

    main_task = main_(
        seed=seed,
        kubernetes_2=kubernetes_2,
        Output_2=start_task.outputs["Output_out"],
        X=start_task.outputs["X"],
        variable=start_task.outputs["variable"],
        if_2=start_task.outputs["if_out"],
        private=start_task.outputs["private"],
        dsl=start_task.outputs["dsl"],
        donn_es=start_task.outputs["donn_es"],
        donn_es_=start_task.outputs["donn_es_"],
        kale_runtime_2=start_task.outputs["kale_runtime_out"],
        kfp=start_task.outputs["kfp"],
        list=start_task.outputs["list"],
        self_2=start_task.outputs["self_out"],
        step_2=start_task.outputs["step_out"],
        x_path=start_task.outputs["x_path"],
        variable_2=start_task.outputs["variable_out"],
    )
    main_task.after(start_task)

    seed_task = seed_(
        seed=seed,
        kubernetes_2=kubernetes_2,
        Output_2=start_task.outputs["Output_out"],
        X=start_task.outputs["X"],
        variable=start_task.outputs["variable"],
        if_2=start_task.outputs["if_out"],
        private=start_task.outputs["private"],
        dsl=start_task.outputs["dsl"],
        donn_es=start_task.outputs["donn_es"],
        donn_es_=start_task.outputs["donn_es_"],
        kale_runtime_2=start_task.outputs["kale_runtime_out"],
        kfp=start_task.outputs["kfp"],
        list=start_task.outputs["list"],
        self_2=start_task.outputs["self_out"],
        step_2=start_task.outputs["step_out"],
        x_path=start_task.outputs["x_path"],
        variable_2=start_task.outputs["variable_out"],
    )
    seed_task.after(start_task)


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
        "seed": int,
        "self_2": str,
        "kubernetes_2": boolean,
        "load_task": int,
    }
    parser = argparse.ArgumentParser(
        description="Compiles the pipeline import, or runs it with --run.")
    parser.add_argument("--output", type=pathlib.Path, metavar="FILE",
                        default=pathlib.Path(__file__).with_name("import.yaml"),
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
        package = pathlib.Path(folder, "import.yaml")
        compile_to(package)
        run = client.create_run_from_pipeline_package(
            str(package), arguments=values, experiment_name=arguments.experiment,
            namespace=arguments.namespace)
    print(run.run_id)


if __name__ == "__main__":
    main(import_pipeline)
