"""Values of libraries that plain pickling gets wrong, or can't save.

Most of the libraries are large. What is not installed is skipped; scripts/test leaves it out, and says so.
"""
import importlib.util
import os
import pathlib

import pytest

# library, name, the statements that make x and y, what must hold in the next step
CASES = [
    ("scipy", "a sparse matrix", "import scipy.sparse; x = scipy.sparse.eye(3, format='csr'); y = x.data", "y.fill(2) is None and x.sum() == 6"),
    ("sklearn", "a model in use", "from sklearn.linear_model import LinearRegression as L; x = L().fit([[0], [1]], [0, 1]); y = x.coef_",
     "y is x.coef_ and round(x.predict([[3]])[0]) == 3"),
    ("torch", "a view", "a = torch.arange(6.); x, y = a, a[1:]", "y.fill_(9) is y and x[3] == 9"),
    ("torch", "with numpy", "import numpy; x = numpy.zeros(3); y = torch.from_numpy(x)", "y.fill_(9) is y and x[2] == 9"),
    ("torch", "a large tensor", "x = torch.ones(100, 200).T; y = [x]", "y[0] is x and x.shape == (200, 100) and x.sum() == 20000"),
    ("torch", "a gradient", "x = torch.nn.Linear(2, 1); x(torch.ones(3, 2)).sum().backward(); y = 0",
     "x.weight.grad.tolist() == [[3., 3.]] and x.weight.requires_grad"),
    ("torch", "model and optimizer",
     "x = torch.nn.Linear(2, 1); y = torch.optim.Adam(x.parameters()); x(torch.ones(3, 2)).sum().backward(); y.step()",
     "(y.param_groups[0]['params'][0] is x.weight and len(y.state) == 2 and y.step() is None)"),
    ("torch", "tied weights", "x = torch.nn.Linear(2, 2); y = torch.nn.Linear(2, 2); y.weight = x.weight", "x.weight is y.weight"),
    ("torch", "a schedule", "x = torch.optim.SGD([torch.ones(1, requires_grad=True)], 1.); y = torch.optim.lr_scheduler.StepLR(x, 1)",
     "x.step() or y.step() or (y.optimizer is x and abs(x.param_groups[0]['lr'] - .1) < 1e-9)"),
    ("torch", "what has a graph", "x = (torch.ones(2, requires_grad=True) * 2).sum(); y = 0", "x.item() == 4 and not x.requires_grad"),
    ("torch", "bfloat16 and an empty tensor", "x = torch.ones(3, dtype=torch.bfloat16); y = torch.empty(0, 3)",
     "x.dtype is torch.bfloat16 and x.sum() == 3 and y.shape == (0, 3)"),
    ("torch", "a compiled script", "x = torch.jit.script(torch.nn.Linear(2, 1)); y = 0", "x(torch.ones(1, 2)).shape == (1, 1)"),
    ("torch", "a class of the notebook",
     "class Net(torch.nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.l = torch.nn.Linear(2, 1)\n"
     "    def forward(self, v):\n        return self.l(v)\nx = Net(); y = x.l",
     "y is x.l and x(torch.ones(1, 2)).shape == (1, 1)"),
    ("torch", "random numbers", "torch.manual_seed(1); x = torch.get_rng_state(); y = 0", "(torch.get_rng_state() == x).all()"),
    ("torch", "a device that is not here",
     "import numpy\nclass Far:\n    def __reduce__(self):\n        import kale_runtime\n"
     "        return kale_runtime._new_tensor, (numpy.zeros(8, 'u1'), 'cuda:0', torch.float32, 0, (2,), (1,), torch.Tensor, False)\n"
     "x = Far(); y = 0", "x.shape == (2,)"),
    ("pyarrow", "the size of a part", "x = pyarrow.table({'a': list(range(100000))}).slice(5, 3); y = 0",
     "x.get_total_buffer_size() < 1000"),
    ("pyarrow", "a part of a table", "x = pyarrow.table({'a': list(range(100000))}).slice(5, 3); y = 0", "x['a'].to_pylist() == [5, 6, 7]"),
    ("polars", "a table", "x = polars.DataFrame({'a': [1, None], 'b': ['u', 'v'], 'c': [.5, 1.]}); y = x.lazy()",
     "x['a'].to_list() == [1, None] and x.schema['b'] == polars.String and y.collect().equals(x)"),
    ("polars", "a table with categories", "x = polars.DataFrame({'a': polars.Series(['u'], dtype=polars.Categorical)}); y = 0",
     "x.schema['a'] == polars.Categorical"),
    ("xgboost", "a matrix", "import numpy; x = xgboost.DMatrix(numpy.ones((4, 2)), label=[0, 1, 0, 1]); y = 0",
     "x.num_row() == 4 and x.get_label().tolist() == [0, 1, 0, 1]"),
    ("xgboost", "a model", "import numpy; x = xgboost.XGBRegressor(n_estimators=2).fit(numpy.eye(3), [1, 2, 3]); y = x.get_booster()",
     "x.predict([[1, 0, 0]]).shape == (1,) and y.num_boosted_rounds() == 2"),
    ("lightgbm", "a data set in use", "import numpy; x = lightgbm.Dataset(numpy.random.rand(50, 2), label=[0, 1] * 25).construct(); y = 0",
     "x.num_data() == 50 and lightgbm.train({'verbose': -1, 'objective': 'binary'}, x, 2).num_trees() == 2"),
    ("keras", "a model", "x = keras.Sequential([keras.layers.Input((2,)), keras.layers.Dense(1)]); x.compile('sgd', 'mse'); y = [x]",
     "y[0] is x and x.count_params() == 3"),
    ("pyspark", "a table", "s = pyspark.sql.SparkSession.builder.master('local[1]').getOrCreate(); x = s.createDataFrame([(1, 'a')], 'n int, t string'); y = s",
     "x.collect()[0].t == 'a' and y.range(3).count() == 3"),
]  # fmt: skip

REPORTS = os.environ.get("KALE_TEST_REPORTS")
ABSENT = {case[0] for case in CASES if importlib.util.find_spec(case[0]) is None} if REPORTS else set()
for name in ABSENT:
    (pathlib.Path(REPORTS) / (name + ".absent")).write_text("the backends for %s, which is not installed" % name)
CASES = [case for case in CASES if case[0] not in ABSENT]


@pytest.mark.parametrize(
    "library, make, condition",
    [(library, *rest) for library, _, *rest in CASES],
    ids=["%s, %s" % case[:2] for case in CASES],
)
def test_library(flow, library, make, condition):
    pytest.importorskip(library)
    flow.prelude = [("imports", "import %s%s" % (library, ".sql" if library == "pyspark" else ""))]
    flow.step("make", make, outputs=["x", "y"])
    flow.step("use", "assert " + condition, inputs=["x", "y"])


OWN = """
import kale_runtime
class Handle:
    def __init__(self, number):
        self.number, self.lock = number, __import__('threading').Lock()
@kale_runtime.backend("my_backends.Handle")
def save(handle):
    return Handle, (handle.number,)
def read(path):
    return Other(int(open(path).read()))
class Other(Handle):
    pass
kale_runtime.file_backend("my_backends.Other", save=lambda h, path: open(path, "w").write(str(h.number)), load=read)
"""


def test_backends_of_the_user(flow):
    backends = [{"name": "my_backends", "source": OWN}]
    make = "import my_backends\nx = my_backends.Handle(3)\ny = [x, my_backends.Other(4)]"
    flow.step("make", make, outputs=["x", "y"], backends=backends)
    check = "assert x.number == 3 and y[0] is x and type(y[1]).__name__ == 'Other' and y[1].number == 4"
    flow.step("use", check, inputs=["x", "y"], backends=backends)
