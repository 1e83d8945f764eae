"""Settings of libraries and of the interpreter: a step has those that the steps before have made.

As in test_backends.py, what is not installed is skipped; scripts/test leaves it out, and says so.
"""

import importlib.util
import os
import pathlib
import subprocess
import sys

import pytest

# library, what a step sets, what another then prints
SETTINGS = [
    ("decimal", "import decimal\ndecimal.getcontext().prec = 50\ndecimal.getcontext().traps[decimal.Inexact] = False",
     "import decimal\nprint(decimal.Decimal(1) / 3, decimal.getcontext().traps)"),
    ("sys", "import sys\nsys.setrecursionlimit(4321)", "import sys\nprint(sys.getrecursionlimit())"),
    ("sys", "import sys\nsys.path.append('/last')\nsys.path.insert(0, '/first')",
     "import sys\nprint(sys.path[0], sys.path[-1], sys.path.count('/last'))"),
    ("warnings", "import warnings\nwarnings.filterwarnings('error', 'mine', UserWarning)",
     "import warnings\ntry:\n    warnings.warn('MINE')\nexcept UserWarning as error:\n    print('raised', error)\nelse:\n    print('told')"),
    ("locale", "import locale\nlocale.setlocale(locale.LC_ALL, 'C')", "import locale\nprint(locale.setlocale(locale.LC_ALL))"),
    ("numpy", "import numpy as np\nnp.seterr(divide='raise')\nnp.set_printoptions(precision=2, suppress=True)",
     "import numpy as np\nprint(np.geterr(), np.array([1 / 3, 1e-9]))"),
    ("numpy", "import numpy as np\nnp.random.seed(3)\nnp.random.rand()", "import numpy as np\nprint(np.random.rand())"),
    ("random", "import random\nrandom.seed(3)\nrandom.random()", "import random\nprint(random.random())"),
    ("pandas", "import pandas as pd\npd.set_option('display.max_rows', 4)\npd.options.display.width = 30",
     "import pandas as pd\nprint(pd.DataFrame({'a': range(9)}), pd.get_option('display.width'))"),
    ("sklearn", "import sklearn\nsklearn.set_config(transform_output='pandas')",
     "import sklearn\nprint(sklearn.get_config())"),
    ("matplotlib", "import matplotlib.pyplot as plt\nplt.style.use('ggplot')\nplt.rcParams['figure.figsize'] = (3, 2)",
     "import matplotlib\nprint({n: v for n, v in dict.items(matplotlib.rcParams) if 'backend' not in n})"),
    ("torch", "import torch\ntorch.set_default_dtype(torch.float64)\ntorch.manual_seed(1)",
     "import torch\nprint(torch.ones(1).dtype, torch.rand(1))"),
    ("polars", "import polars as pl\npl.Config.set_tbl_rows(3)", "import polars as pl\nprint(pl.DataFrame({'a': range(9)}))"),
]  # fmt: skip

REPORTS = os.environ.get("KALE_TEST_REPORTS")
ABSENT = {case[0] for case in SETTINGS if importlib.util.find_spec(case[0]) is None} if REPORTS else set()
for name in ABSENT:
    (pathlib.Path(REPORTS) / (name + "-settings.absent")).write_text("the settings of %s, which is not installed" % name)
SETTINGS = [case for case in SETTINGS if case[0] not in ABSENT]
IDS = [f"{name}-{index}" for index, (name, _, _) in enumerate(SETTINGS)]
each_setting = pytest.mark.parametrize("library, make, use", SETTINGS, ids=IDS)


def whole(make, use):
    """What one process prints."""
    done = subprocess.run([sys.executable, "-c", make + "\n" + use], capture_output=True, text=True, check=True)
    assert done.stdout
    return done.stdout


@each_setting
def test_a_setting_goes_along(flow, library, make, use):
    """Also through a step that never imports the library, to one that imports it by itself."""
    pytest.importorskip(library)
    expected = whole(make, use)
    assert expected != whole("", use) or library == "locale"
    flow.step("make", make + "\nx = 1", outputs=["x"])
    flow.step("pass", "x = 2", inputs=["x"], outputs=["x"])
    assert flow.step("use", use, inputs=["x"]) == expected


@each_setting
def test_a_setting_goes_to_a_step_with_the_library(flow, library, make, use):
    pytest.importorskip(library)
    flow.step("make", make + "\nx = 1", outputs=["x"])
    assert flow.step("use", use, inputs=["x"], imports=[f"import {library}"]) == whole(make, use)


def test_steps_add_to_the_settings_of_others(flow):
    flow.step("a", "import sys\nsys.path.append('/a')\nsys.setrecursionlimit(4321)\nx = 1", outputs=["x"])
    flow.step("b", "import sys\nsys.path.append('/b')\nsys.path.insert(0, '/c')\nx = 2", inputs=["x"], outputs=["x"])
    use = "import sys\nprint(sys.path[0], sys.path[-2:], sys.getrecursionlimit())"
    assert flow.step("c", use, inputs=["x"]) == "/c ['/a', '/b'] 4321\n"


def test_a_default_that_is_set_again_goes_along(make_flow):
    pytest.importorskip("pandas")
    flow = make_flow(imports=["import pandas as pd\npd.set_option('display.max_rows', 4)"])
    flow.step("make", "pd.reset_option('display.max_rows')\nx = 1", outputs=["x"])
    assert flow.step("use", "print(pd.get_option('display.max_rows'))", inputs=["x"]) == "60\n"
    assert flow.step("other", "print(pd.get_option('display.max_rows'))") == "4\n"


def test_a_library_that_is_imported_late_is_itself(flow):
    """The hook that restores its state leaves no trace."""
    pytest.importorskip("numpy")
    flow.step("make", "import numpy as np\nnp.random.seed(1)\nx = 1", outputs=["x"])
    use = (
        "import sys, numpy, importlib.resources\n"
        "print(type(numpy.__spec__.loader).__name__, numpy.__loader__ is numpy.__spec__.loader,\n"
        "      importlib.resources.files('numpy').joinpath('__init__.py').is_file())"
    )
    assert flow.step("use", use, inputs=["x"]) == "SourceFileLoader True True\n"


def test_a_setting_that_this_version_lacks_is_told(flow):
    pytest.importorskip("pandas")
    flow.step("make", "import pandas as pd\npd.set_option('display.max_rows', 4)\nx = 1", outputs=["x"])
    use = (
        "import sys, types\npandas = types.ModuleType('pandas')\n"
        "sys.modules['pandas'] = pandas\nsys.meta_path[0].waiting['pandas'](pandas)\nprint(x)"
    )
    out = flow.run("use", use, inputs=["x"])
    assert out.out == "1\n"
    assert "settings of pandas are not those of the step before: AttributeError" in out.err
