"""An IPython shell without the outside world: it runs a notebook's cells as a kernel does, but starts
no other program, and of the magics runs only those that are harmless.
"""

from __future__ import annotations

import ast
import re
import signal
import sys
from contextlib import contextmanager

from IPython.core.compilerop import CachingCompiler
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import DollarFormatter, SList
from traitlets.config import Config

# Magics that run as they are, and those that are accepted and do nothing.
RUN_MAGICS = {
    *("time", "timeit", "capture", "prun", "pylab", "precision", "config", "env", "set_env"),
    *("cd", "pwd", "pushd", "popd", "writefile", "file", "run"),
}
IDLE_MAGICS = {
    *("matplotlib", "load_ext", "reload_ext", "autoreload", "pinfo", "pinfo2", "psource", "pdoc"),
    *("pfile", "pdef", "who", "whos", "history", "hist", "load", "loadpy", "pip", "conda", "xmode"),
    *("automagic", "lsmagic", "magic", "quickref", "html", "HTML", "javascript", "js", "latex"),
    *("svg", "SVG", "markdown", "ls", "ll", "cat", "less", "more", "man", "mkdir", "rm", "cp", "mv"),
    *("colors", "doctest_mode", "gui", "pdb", "debug", "alias", "page", "save", "tb", "notebook"),
}
MAGIC_CALLS = ("run_line_magic", "run_cell_magic")


class CellTimeout(BaseException):
    """The cell has run for too long."""


class NamespaceFormatter(DollarFormatter):
    """Expands `{expr}` and `$name` with the namespace itself, where IPython takes a copy: so the
    lookups are those of code whose globals are the namespace.
    """

    def __init__(self, namespace: dict):
        super().__init__()
        self._namespace = namespace

    def vformat(self, format_string, args, kwargs):
        own = self._namespace
        # IPython adds the variables of the function that it is called from.
        inner = {name: held for name, held in kwargs.items() if own.get(name, self) is not held}
        result = []
        for text, field, specification, conversion in self.parse(format_string):
            result.append(text)
            if field is not None:
                value = eval(field, own, inner or own)
                value = self.convert_field(value, conversion)
                result.append(self.format_field(value, self.vformat(specification, args, kwargs)))
        return "".join(result)


class CellCompiler(CachingCompiler):
    """Names code after its cell."""

    cell = 0

    def get_code_name(self, raw_code, transformed_code, number):
        return f"<cell {self.cell}>"


class ObservedShell(InteractiveShell):
    _raised: BaseException | None = None

    def __init__(self, **options):
        config = Config()
        config.HistoryManager.enabled = False
        config.AliasManager.default_aliases = []
        config.InteractiveShell.colors = "NoColor"
        self.compiler_class = CellCompiler
        super().__init__(config=config, **options)
        self.display_formatter.active_types = self.display_formatter.format_types
        for name in IDLE_MAGICS:
            self.register_magic_function(idle, "line_cell", name)
        self._timeit = self.find_line_magic("timeit")
        self.register_magic_function(self._time_once, "line_cell", "timeit")
        self.register_magic_function(self._run_unprofiled, "line_cell", "prun")

    def _time_once(self, line, cell=None):
        """Like %timeit, which runs a statement for a second or more, but once."""
        line = re.sub(r"(?<!\S)-[nr] ?\d+\s*", "", line)
        return self._timeit("-n1 -r1 " + line, cell)

    def _run_unprofiled(self, line, cell=None):
        """Like %prun without the profiler, which can keep the tracer from seeing calls."""
        options = self._timeit.__self__.parse_options
        _, statement = options(line, "D:l:rs:T:q", list_all=True, posix=False)
        exec(self.transform_cell(statement + "\n" + (cell or "")), self.user_ns)

    def var_expand(self, cmd, depth=0, formatter=None):
        return super().var_expand(cmd, depth + 1, NamespaceFormatter(self.user_ns))

    def system(self, cmd):
        self.var_expand(cmd, depth=1)
        self.user_ns["_exit_code"] = 0

    def getoutput(self, cmd, split=True, depth=0):
        self.var_expand(cmd, depth=depth + 1)
        return SList() if split else ""

    def showtraceback(self, *_, **__):
        """Instead of showing what was raised, keeps it: other magics than %time go on after it, and
        %time does so in this version of IPython alone.
        """
        self._raised = self._raised or sys.exc_info()[1]
        if sys._getframe(1).f_code.co_name == "time":
            raise self._raised

    def enable_gui(self, gui=None):
        pass

    def unsupported(self, source: str) -> str | None:
        """The first magic in a cell that this shell does not have; None where it has them all."""
        try:
            tree = ast.parse(self.transform_cell(source))
        except (SyntaxError, ValueError):
            return None
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                name = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
                if node.func.attr in MAGIC_CALLS and name not in RUN_MAGICS | IDLE_MAGICS:
                    return name
        return None

    def run_limited(self, source: str, index: int, seconds: float) -> BaseException | None:
        """Runs the cell at `index`; what ended it early, if anything did."""
        self.compile.cell = index
        self._raised = None
        try:
            with time_limit(seconds):
                result = self.run_cell(source, store_history=True)
        except BaseException as error:  # a time-out between two parts of the shell, or an exit
            return error
        return result.error_before_exec or result.error_in_exec or self._raised


def idle(*_):
    pass


@contextmanager
def time_limit(seconds: float):
    def expire(*_):
        raise CellTimeout

    signal.signal(signal.SIGALRM, expire)
    # Again and again, in case the code catches everything.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
