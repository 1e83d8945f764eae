#!/usr/bin/env python3
"""Writes Sources/KaleAnalysis/Names/Knowledge/StarImportTable.swift: what `from MODULE import *` binds.

    scripts/star_imports.py PYTHON3.9 ... PYTHON3.13 --libraries .venv/bin/python

The standard library is that of the Pythons given, which should be all minor versions that kale knows; the names
of other libraries are those of the versions that the last one has.
"""

import argparse
import json
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

RESULT = Path(__file__).parent.parent / "Sources/KaleAnalysis/Names/Knowledge/StarImportTable.swift"

LIBRARIES = """
  matplotlib.pylab matplotlib.pyplot numpy numpy.fft numpy.linalg numpy.random pandas pylab
  scipy.constants scipy.fft scipy.integrate scipy.interpolate scipy.linalg scipy.optimize scipy.signal
  scipy.special scipy.stats sklearn.cluster sklearn.datasets sklearn.ensemble sklearn.linear_model
  sklearn.metrics sklearn.pipeline sklearn.preprocessing sympy sympy.abc
""".split()

# Nobody imports all of these, or importing them does something.
LEFT_OUT = {"antigravity", "this", "idlelib", "lib2to3", "test", "turtledemo", "ensurepip", "encodings",
            "distutils", "pydoc_data", "msilib", "venv", "sre_compile", "sre_constants", "sre_parse"}

MODULES = """
import json, pkgutil, sys, sysconfig
names = set(sys.builtin_module_names) | {m.name for m in pkgutil.iter_modules(
    [sysconfig.get_path("stdlib"), sysconfig.get_path("stdlib") + "/lib-dynload"])}
import collections, concurrent, ctypes, importlib, json, logging, multiprocessing, os, tkinter, unittest, urllib, xml
for package in (collections, concurrent, ctypes, importlib, json, logging, multiprocessing, tkinter, unittest, urllib):
    names |= {f"{package.__name__}.{m.name}" for m in pkgutil.iter_modules(package.__path__)}
names |= {"os.path", "html.parser", "http.client", "xml.dom", "xml.dom.minidom", "xml.etree.ElementTree"}
print(json.dumps(sorted(names)))
"""

NAMES = """
import importlib, json, sys, types
module = importlib.import_module(sys.argv[1])
names = getattr(module, "__all__", None)
if names is None:
    names = [name for name in vars(module) if name[0] != "_"]
libraries = [m for m in map(sys.modules.get, sys.argv[2:]) if m]
def origin(name):
    value = getattr(module, name)
    if isinstance(value, types.ModuleType):
        return value.__name__
    for library in libraries:
        if getattr(library, name, library) is value:
            return f"{library.__name__}.{name}"
    return f"{sys.argv[1]}.{name}"
print(json.dumps({name: origin(name) for name in names}))
"""


def run(python: str, code: str, *arguments: str):
    """What the code prints, as JSON; None where it fails."""
    command = [python, "-W", "ignore", "-c", code, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return json.loads(result.stdout.splitlines()[-1]) if result.returncode == 0 else None


def exports(python: str, modules: list[str], origins: list[str] = []) -> dict[str, dict[str, str]]:
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda module: run(python, NAMES, module, *origins), modules)
    return {module: names for module, names in zip(modules, found) if names is not None}


def is_wanted(module: str) -> bool:
    parts = module.split(".")
    return parts[0] not in LEFT_OUT and not any(part[0] == "_" for part in parts) and parts[-1] != "tests"


def line(module: str, versions: list[dict[str, str]], is_open: bool) -> str:
    words = []
    for name in sorted(set().union(*versions)):
        if not name.isidentifier():
            continue
        origin = next(names[name] for names in versions if name in names)
        word = name if all(name in names for names in versions) else f"{name}?"
        words.append(word if origin == f"{module}.{name}" else f"{word}={origin}")
    text = f"{module}{'+' if is_open else ''}: {' '.join(words)}"
    return textwrap.fill(text, 99, initial_indent="    ", subsequent_indent="      ", break_long_words=False,
                         break_on_hyphens=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pythons", nargs="+")
    parser.add_argument("--libraries", required=True)
    options = parser.parse_args()
    standard = []
    for python in options.pythons:
        standard.append(exports(python, [module for module in run(python, MODULES) if is_wanted(module)]))
    modules = sorted(set().union(*standard))
    lines = [line(m, [version[m] for version in standard if m in version], False) for m in modules]
    libraries = exports(options.libraries, LIBRARIES, ["numpy", "matplotlib.pyplot"])
    lines += [line(module, [names], True) for module, names in libraries.items()]
    lacking = set(LIBRARIES) - set(libraries)
    if lacking:
        sys.exit(f"error: {options.libraries} lacks {', '.join(sorted(lacking))}")
    versions = [run(p, "import sys, json; print(json.dumps('%d.%d' % sys.version_info[:2]))") for p in options.pythons]
    packages = sorted({module.split(".")[0] for module in LIBRARIES} - {"pylab"})
    installed = run(
        options.libraries, "import json, sys; from importlib.metadata import version\n"
        "print(json.dumps([version({'sklearn': 'scikit-learn'}.get(p, p)) for p in sys.argv[1:]]))", *packages)
    sources = (f"Written by scripts/star_imports.py from the standard libraries of Python {', '.join(versions)} and from "
               f"{', '.join(f'{p} {v}' for p, v in zip(packages, installed))}.")
    comment = textwrap.fill(sources, 99, initial_indent="  /// ", subsequent_indent="  /// ")
    RESULT.write_text(f'''\
extension StarImports {{
  /// What `from MODULE import *` binds: a paragraph a module, its further lines indented. A name with `?`
  /// is not there in every version; `NAME=PATH` is another module's PATH under this name. A module with
  /// `+` is that of one version only: others may have other names besides.
  ///
{comment}
  // A string, as the compiler takes a minute over an embedded resource of this size.
  static let standardTable = """
{chr(10).join(lines)}
    """
}}
''')
    print(f"{RESULT}: {len(lines)} modules, {RESULT.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
