"""Finds the CPythons that kale can be linked with. Run by the system's Python.

    pythons.py use PREFIX   prepares building with one; prints three lines: its name and prefix, the
                            folder to build in, and the folder of its libpython. Only the first for
                            the system's Python, which is built with in SwiftPM's own folder.
    pythons.py list         a line for each but the system's on this machine: name, prefix, and why
                            it can't be used, if so, separated by tabs. The variable
                            KALE_TEST_PYTHONS, prefixes separated by colons, replaces the search.

PREFIX is the folder of an installation or the path of a python.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).resolve().parents[1]

# Those that kale is tested with; it refuses older ones.
VERSIONS = [(3, minor) for minor in range(9, 14)]

# Asked of the Python itself: its .pc file and its Makefile tell where it was built for, and it may
# have moved since.
QUESTION = """
import json, sys, sysconfig
get, base = sysconfig.get_config_var, sys.base_prefix
print(json.dumps({
    "implementation": sys.implementation.name,
    "version": sys.version_info[:3],
    "base": base,
    "abi": get("LDVERSION") or "%d.%d" % sys.version_info[:2],
    "includes": [sysconfig.get_path("include"), sysconfig.get_path("platinclude")],
    "libraries": [base + "/lib", base + "/lib64", "%s/lib/%s" % (base, get("MULTIARCH") or ""),
                  get("LIBDIR") or ""],
}))
"""


class Unusable(Exception):
    """Why a Python can't be used."""

    def __init__(self, problem: str, advice: str):
        super().__init__(problem)
        self.advice = advice


@dataclass
class Python:
    implementation: str
    version: list[int]
    # Prefix of the installation; a virtual environment is only a view of one.
    base: str
    # "3.12", or "3.13t" for one without the global lock: what the name of its library ends with.
    abi: str
    includes: list[str]
    # Where the library may be, the likeliest first.
    libraries: list[str]

    @property
    def name(self) -> str:
        return "Python " + ".".join(map(str, self.version))

    @property
    def is_system(self) -> bool:
        return self.base == sys.base_prefix and tuple(self.version) == sys.version_info[:3]

    @property
    def library_folder(self) -> str | None:
        library = f"libpython{self.abi}.so"
        return next((folder for folder in self.libraries if Path(folder, library).exists()), None)

    @property
    def digest(self) -> str:
        """Tells installations of the same version from each other."""
        return hashlib.sha256(self.base.encode()).hexdigest()[:6]

    @property
    def build_folder(self) -> Path:
        return TREE / f".build-{self.abi}-{self.digest}"

    def check(self):
        what, minor = f"{self.name} in {self.base}", "{}.{}".format(*self.version)
        if self.implementation != "cpython":
            raise Unusable(f"{what} is {self.implementation}", "kale links CPython only.")
        if tuple(self.version[:2]) < VERSIONS[0]:
            raise Unusable(f"{what} is too old", "kale needs {}.{} or newer.".format(*VERSIONS[0]))
        if not self.library_folder:
            raise Unusable(
                f"{what} has no shared library, libpython{self.abi}.so",
                f"Install libpython{minor}-dev, or build that Python with --enable-shared.",
            )
        if not any(Path(folder, "Python.h").exists() for folder in self.includes):
            raise Unusable(f"{what} has no headers", f"Install python{minor}-dev.")

    def write_flags(self):
        """Writes the .pc file that SwiftPM reads in place of the Python's own."""
        folder = self.build_folder / "pkgconfig"
        folder.mkdir(parents=True, exist_ok=True)
        includes = [f"-I{escaped(include)}" for include in dict.fromkeys(self.includes)]
        (folder / "python3-embed.pc").write_text(
            f"Name: Python\nDescription: {self.name}\nVersion: {self.abi}\n"
            f"Libs: -L{escaped(self.library_folder)} -lpython{self.abi}\n"
            f"Cflags: {' '.join(includes)}\n"
        )


def escaped(path: str) -> str:
    return path.replace("\\", "\\\\").replace(" ", "\\ ")


def executable(prefix: Path) -> Path:
    advice = "Give the folder of an installed Python, such as /usr, or the path of its python3."
    if not prefix.exists():
        raise Unusable(f"there is no {prefix}", advice)
    if not prefix.is_dir():
        return prefix
    for program in [prefix / "bin/python3", *sorted(prefix.glob("bin/python3.*[0-9t]"))]:
        if os.access(program, os.X_OK):
            return program
    raise Unusable(f"{prefix} has no bin/python3", advice)


def describe(prefix: Path) -> Python:
    program = executable(prefix)
    # One that has moved may look for its library where that was.
    folders = [program.parent.parent / name for name in ("lib", "lib64")]
    known = os.environ.get("LD_LIBRARY_PATH")
    path = ":".join([*([known] if known else []), *map(str, folders)])
    try:
        done = subprocess.run(
            [program, "-I", "-S", "-c", QUESTION],
            env={**os.environ, "LD_LIBRARY_PATH": path}, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        if done.returncode == 0:
            return Python(**json.loads(done.stdout))
        reason = done.stderr.strip().split("\n")[-1]
    except (OSError, ValueError, TypeError, subprocess.TimeoutExpired) as error:
        reason = str(error)
    raise Unusable(f"{program} does not run as a Python", reason or "It gives no reason.")


def named() -> list[Path] | None:
    """The Pythons that KALE_TEST_PYTHONS asks for; None if it is not set."""
    names = os.environ.get("KALE_TEST_PYTHONS")
    return None if names is None else [Path(name) for name in names.split(":") if name]


def candidates():
    for folder in ["/usr/bin", *filter(None, os.environ.get("PATH", "").split(":"))]:
        yield from sorted(Path(folder).glob("python3"))
        yield from sorted(Path(folder).glob("python3.*[0-9t]"))
    yield from sorted(Path.home().glob(".pyenv/versions/*"))


def installed() -> list[Python]:
    """Each installation once, by version."""
    found = {}
    for candidate in named() if named() is not None else candidates():
        try:
            python = describe(candidate)
            found[(*python.version, python.base)] = python
        except Unusable:
            # What a search meets may be no Python; what was named should be one.
            if named() is not None:
                raise
    return [python for _, python in sorted(found.items())]


def listing():
    """(name, prefix, problem) of each installation, then of each version that is missing."""
    pythons = installed()
    names = Counter(python.name for python in pythons)
    for python in pythons:
        if python.is_system:
            continue
        problem = ""
        try:
            python.check()
        except Unusable as unusable:
            problem = str(unusable)
        name = python.name if names[python.name] == 1 else f"{python.name} ({python.digest})"
        yield name, python.base, problem
    minors = {tuple(python.version[:2]) for python in pythons} | {sys.version_info[:2]}
    where = "on this machine" if named() is None else "in KALE_TEST_PYTHONS"
    for major, minor in VERSIONS:
        if (major, minor) not in minors:
            yield f"Python {major}.{minor}", "-", f"there is no Python {major}.{minor} {where}"


def use(prefix: str):
    if "/" not in prefix and not Path(prefix).exists():
        prefix = shutil.which(prefix) or prefix
    python = describe(Path(prefix))
    python.check()
    print(f"{python.name} ({python.base})")
    if not python.is_system:
        python.write_flags()
        print(python.build_folder, python.library_folder, sep="\n")


def main() -> int:
    try:
        match sys.argv[1:]:
            case ["use", prefix]:
                use(prefix)
            case ["list"]:
                for row in listing():
                    print(*row, sep="\t")
            case _:
                print(__doc__, file=sys.stderr)
                return 64
    except Unusable as problem:
        print(f"error: {problem}\n       {problem.advice}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
