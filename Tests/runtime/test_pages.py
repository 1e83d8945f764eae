"""What cells show that is more than text becomes a page."""
import pytest

from harness import IPython

RICH = "class Rich:\n    def _repr_html_(self):\n        return '<b>rich</b>'\n    def __repr__(self):\n        return 'plain'\n"
SHOWN = [
    ("last value", RICH + "Rich()", "plain\n", "<b>rich</b>"),
    ("display", RICH + "display(Rich())", "plain\n", "<b>rich</b>"),
    ("display of IPython", RICH, "from IPython.display import display, HTML", "display(Rich(), HTML('<i>x</i>'))",
     "plain\n<IPython.core.display.HTML object>\n", "<i>x</i>"),
    ("in IPython's syntax", IPython("!true\n" + RICH + "display(Rich())"), "plain\n", "<b>rich</b>"),
    ("a table", "import pandas as pd\npd.DataFrame({'a': [1]})", "   a\n0  1\n", "<table"),
    ("a figure", "import matplotlib.pyplot as plt", "plt.plot([1, 2])\nplt.title('t');\nprint('after')",
     "after\n<Figure size 640x480 with 1 Axes>\n", "data:image/png;base64,"),
    ("a figure that is shown", "import matplotlib.pyplot as plt", "plt.plot([1, 2])\nplt.show()\nprint('after')",
     "<Figure size 640x480 with 1 Axes>\nafter\n", "data:image/png;base64,"),
]  # fmt: skip


@pytest.mark.parametrize("cells, text, html", [(s[1:-2], *s[-2:]) for s in SHOWN], ids=[s[0] for s in SHOWN])
def test_page(flow, cells, text, html):
    for library in ("pandas", "matplotlib", "IPython"):
        if any(library in cell for cell in cells) or (library == "IPython" and isinstance(cells[0], IPython)):
            pytest.importorskip(library)
    page = flow.directory / "page.html"
    assert flow.step("run", *cells, page=str(page)) == text
    assert html in page.read_text() and "titanic.ipynb, step run" in page.read_text()


def test_there_is_no_page_where_all_is_text(flow):
    page = flow.directory / "page.html"
    out = flow.step("run", "import sys\n[1, 'two']", "print('IPython' in sys.modules)", page=str(page))
    assert out == "[1, 'two']\nFalse\n" and not page.exists()


def test_each_cell_draws_on_a_figure_of_its_own(flow):
    pytest.importorskip("matplotlib")
    cells = "import matplotlib.pyplot as plt\nplt.plot([1]);", "print(plt.get_fignums())"
    assert flow.step("run", *cells) == "<Figure size 640x480 with 1 Axes>\n[]\n"


def test_figures_for_a_backend_that_the_notebook_names_stay_open(flow):
    pytest.importorskip("matplotlib")
    cells = "import matplotlib\nmatplotlib.use('svg')\nimport matplotlib.pyplot as plt\nplt.plot([1]);", "print(plt.get_fignums())"
    assert flow.step("run", *cells) == "[1]\n"
