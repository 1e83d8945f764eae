"""Variables that share an object keep sharing it over the steps."""

from notebooks import run_whole, write_notebook
from pipelines import compile_with_kfp, run_with_kfp

TABLES = """
# %% imports
import pandas as pd
# %% step:load
train_df = pd.DataFrame({"Name": ["Ada", "Bo"], "Age": [36.0, None]})
test_df = pd.DataFrame({"Name": ["Cy"], "Age": [None]})
data = [train_df, test_df]
# %% step:change prev:load
for dataset in data:
    dataset["Age"] = dataset["Age"].fillna(20).astype(int)
    dataset["Initial"] = dataset["Name"].str[0]
# %% step:read prev:change
print(train_df)
print(test_df["Initial"].tolist(), data[0] is train_df, data[1] is test_df)
"""


def test_tables_changed_through_a_list(kale, tmp_path):
    notebook = write_notebook(tmp_path / "tables.ipynb", TABLES)
    expected = run_whole(notebook)
    assert expected["read"].endswith("['C'] True True\n")

    assert kale.run(notebook, tmp_path).printed() == expected
    compiled = compile_with_kfp(kale.convert(notebook, tmp_path))
    assert run_with_kfp(compiled, tmp_path).printed() == expected
