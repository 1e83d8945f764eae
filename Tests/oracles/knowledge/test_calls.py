"""The tables of library calls, held against real calls: what they don't call a change is none, `plain` results can't be
changed in place, and `fresh` ones share nothing with what the call got."""

import ast
import copy
import pickle
from pathlib import Path

import matplotlib
import numpy as np
import pandas as pd
import pytest
import scipy.sparse
import scipy.stats
import sklearn.base
import sklearn.cluster
import sklearn.decomposition
import sklearn.linear_model
import sklearn.metrics
import sklearn.model_selection
import sklearn.preprocessing

matplotlib.use("agg")
import matplotlib.pyplot as plt  # noqa: E402

TABLE = Path(__file__).parents[3] / "Sources/KaleAnalysis/Resources/knowledge.txt"
RESULTS = {"plain", "fresh", "holds", "view", "element", "self", "list", "set", "dict", "tuple", "iterator", "pairs"}


def read_table() -> dict[str, set[str]]:
    entries: dict[str, set[str]] = {}
    for line in TABLE.read_text().splitlines():
        names, colon, effects = line.partition("#")[0].partition(" : ")
        words = {word for word in effects.split() if "-" not in word.split("=")[0]} - {"mode", "suffix"}
        words = {word for word in words if not word.startswith(("mode=", "suffix="))}
        if colon and (words or not effects.split()):
            entries |= {name: words for name in names.split()}
    return entries


ENTRIES = read_table()


def known_function(path: str) -> set[str]:
    parts = path.split(".")
    for pattern in (path, f"{parts[0]}.*.{parts[-1]}"):
        if pattern in ENTRIES:
            return ENTRIES[pattern]
    for length in range(len(parts) - 1, 0, -1):
        prefix = ".".join(parts[:length])
        if parts[-1][0].isupper() and f"{prefix}.^" in ENTRIES:
            return ENTRIES[f"{prefix}.^"]
        if f"{prefix}.*" in ENTRIES:
            return ENTRIES[f"{prefix}.*"]
    raise AssertionError(f"{path} is in no table")


def known_method(name: str, receiver) -> set[str]:
    if type(receiver).__module__.split(".")[0] in ("numpy", "pandas") and f".{name}@dataset" in ENTRIES:
        return ENTRIES[f".{name}@dataset"]
    assert f".{name}" in ENTRIES, f".{name} is in no table"
    return ENTRIES[f".{name}"]


def values() -> dict:
    """What the calls work on, made anew for each."""
    frame = pd.DataFrame({"k": ["u", "v", "u", "v"], "n": [3.0, 1.0, 2.0, np.nan], "i": [1, 2, 3, 4]})
    times = pd.Series([1.0, 2.0, 3.0, 4.0], index=pd.date_range("2020-01-01", periods=4))
    solid = plt.figure().add_subplot(projection="3d")
    figure, axes = plt.subplots()
    return {
        "a": np.array([3.0, 1.0, 2.0, 5.0]), "b": np.array([1.0, 2.0, 3.0, 4.0]), "o": np.zeros(4),
        "m": np.arange(16.0).reshape(4, 4), "n": [3, 1, 2], "d": {"x": 1}, "df": frame, "s": frame["n"], "t": times,
        "other": pd.DataFrame({"k": ["u", "w"], "z": [1, 2]}), "g": frame.groupby("k"), "text": frame["k"].str,
        "X": np.arange(20.0).reshape(10, 2) % 7, "y": np.arange(10) % 2,
        "model": sklearn.linear_model.LogisticRegression(), "scaler": sklearn.preprocessing.StandardScaler(),
        "line": sklearn.linear_model.LinearRegression().fit(np.arange(8.0).reshape(4, 2), [1, 2, 3, 5]),
        "sp": scipy.sparse.csr_matrix(np.eye(4)), "fig": figure, "ax": axes, "rng": np.random.default_rng(0),
        "ax3": solid,
    }


CALLS = """
np.add(a, b)            np.add(a, b, o)         np.sqrt(a, o)           np.add.at(a, [0], 1)    np.subtract.at(a, [1], 2)
np.copyto(o, a)         np.put(a, [0], 9)       np.place(a, a > 1, 0)   np.putmask(a, a > 1, 0) np.fill_diagonal(m, 0)
np.random.shuffle(a)    rng.permutation(a)      rng.normal(0, 1, 3)     rng.choice(a, 2)        np.random.permutation(a)
np.sort(a)              np.argsort(a)           np.unique(a)            np.where(a > 1, a, b)   np.concatenate([a, b])
np.cumsum(a)            np.cumsum(a, 0, None, o) np.clip(a, 1, 2)       np.clip(a, 1, 2, o)     np.round(a)
np.sum(a)               np.mean(m, 0)           np.max(m, 0, o)         np.dot(m, m)            np.linalg.inv(m + np.eye(4))
np.reshape(a, (2, 2))   np.ravel(m)             np.flip(a)              np.diag(m)              np.nan_to_num(a)
np.asarray(a)           np.transpose(m)         np.split(a, 2)          np.broadcast_to(a, (2, 4)) np.real(a)
np.stack([a, b])        np.vstack([a, b])       np.interp(2.5, b, a)    np.histogram(a)         np.polyfit(b, a, 1)
np.array(a)             np.percentile(a, 50)    np.isnan(a)             np.outer(a, b)          np.meshgrid(a, b)
a.sort()                a.fill(0)               a.put([0], 9)           a.copy()                a.tolist()
a.sum()                 a.mean()                a.argsort()             a.reshape(2, 2)         a.astype(float)
m.ravel()               m.diagonal()            m.flatten()             a.round()               m.swapaxes(0, 1)
df.head(2)              df.describe()           df.dropna()             df.fillna(0)            df.drop(columns="n")
df.sort_values("n")     df.reset_index()        df.set_index("k")       df.rename(columns={"n": "p"}) df.copy()
df.merge(other)         df.query("i > 1")       df.assign(q=1)          df.astype({"i": float}) df.isna()
df.pivot_table(index="k", values="i") df.melt(id_vars="k") df.corr(numeric_only=True) df.sum(numeric_only=True) df.nunique()
df.reindex([3, 2, 1])   df.add_prefix("c_")     df.add_suffix("_c")     df.combine_first(df)    df.select_dtypes("number")
df.memory_usage()       df.duplicated()         df.drop_duplicates()    df.explode("k")         df.sample(2, random_state=0)
df.to_dict()            df.to_records()         df.to_numpy()           df.info(buf=__import__("io").StringIO()) df.nlargest(1, "i")
df.pop("n")             df.insert(0, "q", 1)    df.update(df)           df.isin([1])            df.replace(1, 5)
df.plot(x="i", y="n")   df.hist()               df.transpose()          df.stack()              df.groupby("k")
df.apply(len)           df.agg({"i": "sum"})    df.shift(1)             df.round(1)             s.clip(0, 2)
s.add(1)                s.sub(1)                s.mul(2)                s.div(2)                 s.subtract(1)
s.rdiv(1)               s.pct_change()          s.map(abs)              s.value_counts()        s.unique()
s.rank()                s.diff()                s.cumsum()              s.interpolate()         s.mean()
s.between(1, 2)         s.to_frame()            s.isna()                s.tolist()              s.plot()
t.asfreq("D")           t.resample("2D")        t.rolling(2)            t.to_period("M")        t.tz_localize("UTC")
g.mean(numeric_only=True) g.agg("first")        g.transform("first")    g.size()                g.get_group("u")
text.len()              text.upper()            text.extract("(u)")     text.contains("u")      text.split("u")
pd.concat([df, df])     pd.merge(df, other)     pd.get_dummies(df)      pd.to_numeric(s)        pd.cut(s, 2)
pd.isna(df)             pd.crosstab(df.k, df.i) pd.date_range("2020", periods=2) pd.to_datetime(["2020-01-01"]) pd.melt(df)
model.fit(X, y)         scaler.fit(X)           scaler.fit_transform(X) line.predict(b.reshape(2, 2)) line.score(b.reshape(2, 2), [1, 2])
line.get_params()       model.set_params(C=2.0) sklearn.base.clone(model) sklearn.metrics.accuracy_score(y, y) sklearn.metrics.confusion_matrix(y, y)
sklearn.model_selection.train_test_split(X, y) sklearn.model_selection.cross_val_score(model, X, y, cv=2)
sklearn.model_selection.GridSearchCV(model, {"C": [1.0]}) sklearn.preprocessing.scale(X)
sklearn.cluster.KMeans(2, n_init=1).fit(X) sklearn.decomposition.PCA(1).fit_transform(X)
sp.toarray()            sp.tocsr()              sp.tocsc()              sp.todense()            sp.setdiag(2)
scipy.stats.norm.rvs(size=2) scipy.stats.linregress(b, a) scipy.stats.zscore(a)
ax.plot(a, b)           ax.scatter(a, b)        ax.hist(a)              ax.bar(a, b)            ax.set_title("x")
ax.set_xlabel("x")      ax.imshow(m)            ax.contourf(m)          ax.pcolormesh(m)        ax.get_xlim()
ax.errorbar(a, b)       ax.fill_between(a, b)   ax.legend()             ax.set_ylim(0, 1)       ax.hlines(a, 0, 1)
ax3.plot_surface(m, m, m) ax3.scatter3D(a, b, a) ax3.plot_wireframe(m, m, m) ax3.contour3D(m, m, m) ax3.set_zlabel("z")
plt.plot(a, b)          plt.hist(a)             plt.title("x")          plt.imshow(m)           plt.scatter(a, b)
fig.add_axes([0, 0, 1, 1]) fig.suptitle("x")    fig.get_axes()          fig.set_size_inches(3, 3) fig.tight_layout()
n.append(1)             n.sort()                n.copy()                d.update(y=1)           d.get("x")
"""
MODULES = {"np": "numpy", "pd": "pandas", "plt": "matplotlib.pyplot", "sklearn": "sklearn", "scipy": "scipy"}


def calls() -> list[str]:
    found, text = [], " ".join(CALLS.split("\n"))
    while text := text.strip():
        depth = 0
        for end, character in enumerate(text):
            depth += character in "([{"
            depth -= character in ")]}"
            if depth == 0 and character in ")" and text[end + 1:end + 2] in ("", " "):
                break
        found.append(text[:end + 1])
        text = text[end + 1:]
    return found


def dotted(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return MODULES.get(node.id)
    root = dotted(node.value) if isinstance(node, ast.Attribute) else None
    return root and f"{root}.{node.attr}"


def picture(value) -> bytes:
    """Tells values apart that a user would."""
    if isinstance(value, (matplotlib.figure.Figure, matplotlib.axes.Axes)):
        return b"".join(repr(part.get_label()).encode() for part in value.get_children())
    if isinstance(value, (pd.DataFrame, pd.Series)):
        return pickle.dumps((value.to_dict(), list(value.index)))
    return pickle.dumps(value)


def arrays(value, depth: int = 2):
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, np.matrix) or scipy.sparse.issparse(value):
        yield value.data if scipy.sparse.issparse(value) else np.asarray(value)
    elif isinstance(value, (list, tuple)) and depth:
        for item in value:
            yield from arrays(item, depth - 1)


def is_immutable(value) -> bool:
    return value is None or isinstance(value, (int, float, str, np.generic)) or (
        isinstance(value, tuple) and all(map(is_immutable, value)))


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("call", calls())
def test_call_does_what_the_table_says(call):
    names = values()
    scope = {"np": np, "pd": pd, "plt": plt, "sklearn": sklearn, "scipy": scipy, **names}
    node = ast.parse(call, mode="eval").body
    path = dotted(node.func)
    receiver = None if path else eval(compile(ast.Expression(node.func.value), call, "eval"), scope)
    effects = known_function(path) if path else known_method(node.func.attr, receiver)
    arguments = [eval(compile(ast.Expression(part), call, "eval"), scope) for part in node.args]
    keywords = {part.arg: eval(compile(ast.Expression(part.value), call, "eval"), scope) for part in node.keywords}

    plots = ("fig", "ax", "ax3")
    draws = path or node.func.attr in ("plot", "hist") or any(receiver is names[name] for name in plots)
    before = {name: picture(value) for name, value in names.items() if name not in ("g", "text")}
    function = getattr(receiver, node.func.attr) if not path else eval(
        compile(ast.Expression(node.func), call, "eval"), scope)
    result = function(*arguments, **keywords)

    places = [int(word[8:]) for word in effects if word.startswith("mutates=")]
    mutable = [arguments[place] for place in places if place < len(arguments)]
    if "mutates" in effects:
        mutable.append(receiver)
    for name, picture_before in before.items():
        if any(value is names[name] for value in mutable) or draws and name in plots:
            continue
        assert picture(names[name]) == picture_before, f"changes {name}"
    kind = next(iter(effects & RESULTS), "fresh")
    if kind == "plain":
        assert is_immutable(result)
    elif kind == "self":
        assert result is receiver
    elif kind == "fresh":
        # What it is to put its result in it may return.
        got = [receiver, *arguments, *keywords.values()]
        got = [value for value in got if not is_immutable(value) and not any(value is out for out in mutable)]
        assert all(result is not value for value in got)
        for made in arrays(result):
            assert not any(np.shares_memory(made, array) for value in got for array in arrays(value))


def test_the_table_is_read():
    assert "mutates=0" in known_function("numpy.hypot.at")
    assert known_function("numpy.sqrt") >= {"fresh", "mutates=1"}
    assert copy.copy(known_method("plot", pd.Series([1]))) == {"fresh", "calls"}
