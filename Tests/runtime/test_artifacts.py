"""Artifacts are complete or absent, and what is wrong is said in words."""
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from harness import RUNTIME

BAD = [
    ("lock", "import threading\nx = threading.Lock()", "(type _thread.lock)", "cannot pickle '_thread.lock' object"),
    ("lock in a container", "import threading\nx = {'a': [1, {'lock': threading.Lock()}]}", "x['a'][1]['lock'] (type _thread.lock)", ""),
    ("lock in an attribute", "import threading\nclass C: pass\nx = C(); x.guard = threading.Lock()", "x.guard (type _thread.lock)", "type C"),
    ("generator", "x = (i for i in 'ab')", "(type generator)", "make it a list"),
    ("file for reading", "open('f', 'w').close(); x = open('f')", "(type _io.TextIOWrapper)", "hand on its path"),
    ("file for writing", "x = open('f', 'wb')", "(type _io.BufferedWriter)", "hand on its path"),
    ("file in a list", "x = [open('f', 'w')]", "x[0] (type _io.TextIOWrapper)", "hand on its path"),
    ("socket", "import socket\nx = socket.socket()", "(type socket.socket)", ""),
    ("connection", "import sqlite3\nx = sqlite3.connect(':memory:')", "(type sqlite3.Connection)", ""),
    ("lock in a closure", "import threading\ndef make():\n    lock = threading.Lock()\n    return lambda: lock\nx = make()", "x.lock (type _thread.lock)", ""),
    ("thread", "import threading\nx = threading.Thread()", "(type threading.Thread)", ""),
    ("broken __reduce__", "class C:\n    def __reduce__(self):\n        raise OSError('no way')\nx = C()", "(type C)", "OSError: no way"),
    ("iterator of a generator", "x = map(str, (i for i in 'a'))", "(type map)", "generator"),
]  # fmt: skip


@pytest.mark.parametrize("make, first, second", [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_a_value_that_cannot_be_saved(flow, make, first, second):
    error = flow.fail("load", make + "\nok = 1", outputs=["ok", "x"], consumers=["train", "eval"])
    assert error.startswith("kale: step 'load' cannot hand on 'x' (type ")
    assert "which steps 'train', 'eval' need" in error
    assert first in error and second in error and "Traceback" not in error


def test_an_absent_output_leaves_the_name_undefined(flow):
    flow.step("make", "x = 1\ndel x\nif 0:\n    y = 2", outputs=["x", "y"])
    result = flow.run("use", "print('x' in globals())\ntry:\n    y\nexcept NameError as e:\n    print(e)",
                      inputs=["x", "y"])  # fmt: skip
    assert result.out == "False\nname 'y' is not defined\n"
    assert result.err == ""
    error = flow.fail("fail", "x", inputs=["x"])
    assert "NameError: name 'x' is not defined" in error
    assert sys.version_info < (3, 10) or "step 'make' left 'x' undefined" in error


def test_an_absent_input_leaves_the_binding_of_the_prelude(make_flow):
    flow = make_flow(functions=["x = 'prelude'"])
    flow.step("make", "del x", outputs=["x"])
    flow.step("use", "assert x == 'prelude'", inputs=["x"])


def test_a_missing_file(flow):
    flow.step("make", "x = 1", outputs=["x"])
    flow.path("x").unlink()
    error = flow.fail("use", "x", inputs=["x"])
    assert error.startswith("kale: step 'use' cannot load 'x', which step 'make' produced: FileNotFoundError")


MAKE = "x = [bytes(5000), bytearray(9000)]\nimport array; y = array.array('d', range(3000))"


@pytest.mark.parametrize("position", [0.0, 0.2, 0.5, 0.8, 0.97, 0.999])
def test_corruption_is_detected(flow, position):
    flow.step("make", MAKE, outputs=["x"])
    data = bytearray(flow.path("x").read_bytes())
    data[int(len(data) * position)] ^= 1
    flow.path("x").write_bytes(data)
    error = flow.fail("use", "x", inputs=["x"])
    assert "cannot load 'x', which step 'make' produced: the file is " in error
    assert "Traceback" not in error


@pytest.mark.parametrize("length", [0, 3, 8, 30, 0.3, 0.9, -1])
def test_truncation_is_detected(flow, length):
    flow.step("make", MAKE, outputs=["x"])
    data = flow.path("x").read_bytes()
    length = int(len(data) * length) if isinstance(length, float) else length
    flow.path("x").write_bytes(data[:length])
    error = flow.fail("use", "x", inputs=["x"])
    assert "the file is" in error and "Traceback" not in error


def test_a_file_of_another_program(flow):
    flow.step("make", "x = 1", outputs=["x"])
    flow.path("x").write_text("x" * 500)
    assert "not an artifact of kale" in flow.fail("use", "x", inputs=["x"])


def index_of(path):
    data = path.read_bytes()
    return json.loads(data[-48 - int.from_bytes(data[-48:-40], "little"):-48])  # fmt: skip


def rewrite(path, **changes):
    """Change the index of an artifact consistently."""
    import hashlib

    data = path.read_bytes()
    length = int.from_bytes(data[-48:-40], "little")
    index = index_of(path)
    index.update(changes)
    new = json.dumps(index).encode()
    tail = len(new).to_bytes(8, "little") + hashlib.sha256(new).digest() + data[-8:]
    path.unlink()
    path.write_bytes(data[: -48 - length] + new + tail)


def test_another_python_is_refused(flow):
    flow.step("make", "x = 1", outputs=["x"])
    rewrite(flow.path("x"), python="2.7")
    error = flow.fail("use", "x", inputs=["x"])
    assert "it was written by Python 2.7, and this step runs Python %d.%d" % sys.version_info[:2] in error


def test_another_format_is_refused(flow):
    flow.step("make", "x = 1", outputs=["x"])
    rewrite(flow.path("x"), format=99)
    assert "format 99" in flow.fail("use", "x", inputs=["x"])


def test_a_package_that_the_consumer_lacks(flow):
    package = flow.directory / "lib"
    package.mkdir()
    (package / "only_here.py").write_text("class A: pass")
    env = {"PYTHONPATH": str(package)}
    flow.step("make", "import only_here\nx = only_here.A()", outputs=["x"], env=env)
    error = flow.fail("use", "x", inputs=["x"])
    assert "No module named 'only_here'; add the package to the image of this step" in error


def test_one_output_that_fails_takes_the_others_with_it(flow):
    make = "import threading\na = bytes(99999)\nb = [1]\nc = threading.Lock()\nd = [b]"
    flow.fail("make", make, outputs=["a", "b", "c", "d"])


def test_a_step_that_fails_leaves_no_output_of_an_earlier_run(flow):
    flow.step("make", "x = 1", outputs=["x"])
    flow.fail("make", "x = 1\n1 / 0", outputs=["x"])


def test_a_full_disk(flow):
    """A limit on the size of files stands in for it."""
    limit = (
        "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50000, 50000))\n"
    )
    error = flow.fail("make", limit + "small = 1\nbig = bytearray(10 ** 6)", outputs=["small", "big"])
    assert "kale: step 'make' cannot save 'big': OSError" in error


def test_a_file_system_without_room(flow):
    """Of a size that the array does not fit into, in memory."""
    pytest.importorskip("numpy")
    folder = flow.directory / "make"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("this user may not mount a file system")
    try:
        make = "import numpy\nsmall = 1\nbig = numpy.ones(10 ** 6)\nmany = list(range(10 ** 6))"
        for name in ("big", "many"):
            error = flow.fail("make", make, outputs=["small", name])
            assert error == "kale: step 'make' cannot save %r: OSError: [Errno 28] No space left on device\n" % name
            assert list(folder.iterdir()) == []
    finally:
        subprocess.run(["umount", str(folder)], check=True)


LIMIT = "import resource, numpy\nx = numpy.ones((3000, 3000))[::2, ::2]\n" \
    "limit = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize() + 10 ** 6\n" \
    "resource.setrlimit(resource.RLIMIT_AS, (limit, limit))\n"  # fmt: skip


def test_out_of_memory(flow):
    """In a cell it is the cell's error; a value that takes more memory to save is named."""
    pytest.importorskip("numpy")
    error = flow.fail("cell", LIMIT + "y = bytearray(10 ** 9)", outputs=["x"])
    assert '<titanic.ipynb cell 0>", line 5, in <module>\n    y = bytearray' in error and "MemoryError" in error
    error = flow.fail("save", LIMIT, outputs=["x"])
    assert error.startswith("kale: step 'save' cannot hand on 'x' (type numpy.ndarray), which step 'next' needs: ")
    assert "MemoryError" in error and "Traceback" not in error


def test_equal_values_have_equal_digests(flow):
    """By which a later step can be known to have the same inputs."""
    make = (
        "import collections, datetime\nclass C:\n    def __init__(self):\n        self.x = [1]\n    def m(self):\n"
        "        return self.x\nP = collections.namedtuple('P', 'a b')\ndef f(a, *, k=[2]):\n    return C\n"
        "x = [C(), P(1, 2), f, lambda: f, datetime.date(2024, 1, 2), {'k': 1.5}, bytearray(9999)]"
    )
    digests = []
    for _ in range(2):
        flow.cells = 0
        flow.step("make", make, outputs=["x"])
        digests.append(index_of(flow.path("x"))["digest"])
    assert digests[0] == digests[1]
    flow.cells = 0
    flow.step("make", make + "\nx[0].x = [2]", outputs=["x"])
    assert index_of(flow.path("x"))["digest"] not in digests


def test_an_artifact_describes_its_variables(flow):
    pytest.importorskip("pandas")
    make = "import numpy as np, pandas as pd\na = np.ones((2, 3))\nd = pd.DataFrame({'u': [1, 2]})\nt = 'text'\no = object()"
    flow.step("make", make, outputs=["a", "d", "t", "o"])
    found = {name: index_of(flow.path(name))["members"][name] for name in "adto"}
    assert found["a"] == {
        "type": "numpy.ndarray", "shape": [2, 3], "dtype": "float64", "length": 2, "bytes": 48,
        "preview": "array([[1., 1., 1.],\n       [1., 1., 1.]])",
    }  # fmt: skip
    assert found["d"]["shape"] == [2, 1] and found["d"]["columns"] == {"u": "int64"} and "0  1" in found["d"]["preview"]
    assert found["t"] == {"type": "str", "length": 4, "preview": "'text'"}
    assert found["o"] == {"type": "object"}


def test_a_change_of_a_mapped_array_stays_in_the_step(flow):
    pytest.importorskip("numpy")
    flow.step("make", "import numpy\nx = numpy.ones(10 ** 6)", outputs=["x"])
    before = flow.path("x").read_bytes()
    flow.step("use", "import mmap, gc\nx[:] = 5\nassert x.sum() == 5e6", inputs=["x"])
    assert flow.path("x").read_bytes() == before


def test_a_killed_step_leaves_no_artifact_under_its_name(flow):
    """The value's own pickling gives the moment: the file is open and half written."""
    source = (
        "import os, signal\nclass Killer:\n    def __reduce__(self):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "big = list(range(10 ** 5))\nx = [big, Killer()]"
    )
    result = flow.run("make", source, outputs=["big", "x"])
    assert result.status == -signal.SIGKILL
    assert not flow.path("x").exists() and not flow.path("big").exists()


def test_what_a_killed_step_left_does_not_harm_the_next_run(flow):
    (flow.directory / "make").mkdir()
    (flow.directory / "make" / "a.kale-part").write_text("old")
    os.link(str(flow.directory / "make" / "a.kale-part"), str(flow.directory / "make" / "b.kale-part"))
    flow.step("make", "a = [1]; b = [2]", outputs=["a", "b"])
    flow.step("use", "assert a == [1] and b == [2]", inputs=["a", "b"])


def test_artifacts_of_another_directory_and_of_no_directory(flow):
    flow.step("make", "import os\nos.makedirs('d', exist_ok=True)\nos.chdir('d')\nx = 1", outputs=["x"])
    assert flow.path("x").exists()


def test_a_group_is_loaded_once(flow):
    make = (
        "class Loud:\n    def __setstate__(self, s):\n        print('loaded')\n    def __getstate__(self):\n"
        "        return 1\na = Loud(); b = [a]; c = [b]"
    )
    flow.step("make", make, outputs=["a", "b", "c"])
    assert flow.step("use", "assert c[0][0] is a", inputs=["a", "b", "c"]) == "loaded\n"


def test_copies_serve_where_hard_links_do_not(flow):
    (flow.directory / "lib").mkdir()
    (flow.directory / "lib" / "sitecustomize.py").write_text(
        "import os\ndef link(*_):\n    raise OSError('no links')\nos.link = link"
    )
    env = {"PYTHONPATH": str(flow.directory / "lib")}
    flow.step("make", "a = [1]; b = [a]", outputs=["a", "b"], env=env)
    assert not os.path.samefile(str(flow.path("a")), str(flow.path("b")))
    flow.step("use", "assert b[0] is a", inputs=["a", "b"])


def test_large_arrays_are_written_without_a_copy(flow):
    """Peak memory of producer and consumer stays below two copies."""
    pytest.importorskip("numpy")
    peak = "\nimport resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    base = int(flow.step("base", "import numpy as np" + peak, imports=["import numpy"]))
    make = "import numpy as np\nx = np.ones(25_000_000)\ny = 1"
    measure = "import atexit, resource\natexit.register(lambda: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024));"
    made = int(flow.step("make", measure + "\n" + make, outputs=["x", "y"]))
    used = int(flow.step("use", measure, inputs=["x"]))
    assert made - base < 300 and used - base < 300  # the array has 191 MiB


def test_load_gives_the_value_to_people(flow):
    flow.step("make", "a = [1]; b = {'a': a}\nk = 3\ndef f():\n    return k", outputs=["a", "b", "f"])
    code = (
        "import importlib.util, sys\n"
        "spec = importlib.util.spec_from_file_location('kale_runtime', %r)\n"
        "m = importlib.util.module_from_spec(spec); sys.modules['kale_runtime'] = m\n"
        "sys.dont_write_bytecode = True; spec.loader.exec_module(m)\n"
        "assert m.load(%r) == [1] and m.load(%r) == {'a': [1]} and m.load(%r, 'b') == {'a': [1]}\n"
        "assert m.load(%r)() == 3\n"
        "try:\n    m.load(%r, 'zz')\nexcept KeyError:\n    print('fine')\n"
        % (str(RUNTIME), *(str(flow.path(n)) for n in "abafa"))
    )
    out = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
    assert out.stdout == b"fine\n"


def test_artifacts_can_be_read_by_others(flow):
    flow.step("make", "import os\nos.umask(0o022)\nx = 1", outputs=["x"])
    assert flow.path("x").stat().st_mode & 0o777 == 0o644


def test_the_runtime_can_be_embedded():
    """It stands inside a raw literal in three single quotes, in generated files."""
    source = RUNTIME.read_bytes()
    assert b"'" * 3 not in source and b"\t" not in source and max(source) < 128
    assert len(source) < 84000  # of the 128 KiB that one argument of a process can have
    assert not [line for line in source.split(b"\n") if line != line.rstrip()]
    assert not source.rstrip().endswith((b"'", b"\\"))
