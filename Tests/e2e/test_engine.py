"""The local engine: steps forked from a warm process, kept results, and what goes wrong."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from notebooks import write_notebook
from pipelines import TIMEOUT, LocalRun


@pytest.fixture
def run(kale, tmp_path):
    """Runs a notebook given as text, each time in a new run directory; results are kept."""
    count = 0

    def run(text, *arguments, status=0):
        nonlocal count
        count += 1
        notebook = write_notebook(tmp_path / "notebook.ipynb", text) if text else tmp_path / "notebook.ipynb"
        folder = tmp_path / f"run{count}"
        done = kale(
            "run", notebook, "--run-dir", folder, "--python", sys.executable, *arguments, folder=tmp_path
        )
        assert done.returncode == status, done.stdout + done.stderr
        return LocalRun(folder, done)

    return run


def isolation(run: LocalRun) -> str | None:
    return run.record()["isolation"]


def cached(run: LocalRun) -> set[str]:
    return {step["name"] for step in run.record()["steps"] if step["cached"]}


# What a fresh interpreter would do, a forked one does.

PRELUDE = """
# %% imports
import atexit, os, random, sys, warnings
import numpy as np
print("imports")
print("to stderr", file=sys.stderr)
{seed}
_ = atexit.register(lambda: print("exit"))
# %% functions
class Point: pass
def where(): return __name__, sys.modules["__main__"].__dict__ is globals()
warnings.warn("once")
# %% step:a
print(where(), os.getpid() == os.getpgid(0))
print(random.random(), np.random.rand())
p = Point()
# %% step:b
print(where(), type(p) is Point if "p" in globals() else None)
print(random.random(), np.random.rand())
"""


@pytest.mark.parametrize("seed", ["random.seed(1); np.random.seed(1)", ""], ids=["seeded", "unseeded"])
def test_a_forked_step_is_like_a_fresh_one(run, seed):
    text = PRELUDE.format(seed=seed)
    forked, fresh = run(text, "--no-cache"), run(text, "--no-cache", "--isolated")
    assert isolation(forked) is None
    outputs = [r.printed() for r in (forked, fresh)]
    errors = [(r.folder / "steps/a/stderr.txt").read_text() for r in (forked, fresh)]
    assert errors[0] == errors[1] and errors[0].count("once") == 2 and "to stderr" in errors[0]
    if seed:
        assert outputs[0] == outputs[1]
    else:  # each step draws numbers of its own
        draws = [line.split() for o in outputs for line in (o["a"].split("\n")[2], o["b"].split("\n")[2])]
        assert len({draw[0] for draw in draws}) == len({draw[1] for draw in draws}) == 4
    assert outputs[0]["a"].startswith("imports\n") and outputs[0]["a"].endswith("\nexit\n")


UNSAFE = {
    "threads": ("import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()",
                "start threads"),
    "file": ("log = open('log.txt', 'w')", "log.txt open"),
    "program": ("import subprocess\nprocess = subprocess.Popen(['sleep', '60'])", "programs that go on"),
    "generator": ("import numpy as np\nrng = np.random.default_rng()", "'rng'"),
    "temporary_folder": ("import tempfile\nfolder = tempfile.TemporaryDirectory()", "temporary folder"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNSAFE)
def test_where_forking_is_unsafe(run, name):
    source, reason = UNSAFE[name]
    done = run(f"# %% functions\n{source}\n# %% step:a\nprint(1)\n# %% step:b\nprint(2)\n", "--no-cache")
    assert reason in isolation(done) and isolation(done) in done.messages
    assert done.printed() == {"a": "1\n", "b": "2\n"}


@pytest.mark.parametrize(
    "source", ["raise ValueError('in the prelude')", "import os\nos.kill(os.getpid(), 11)"], ids=["raise", "crash"]
)
def test_a_prelude_that_fails(run, source):
    done = run(f"# %% functions\n{source}\n# %% step:a\nprint(1)\n", status=1)
    assert done.statuses() == {"a": "failed"}
    assert ("in the prelude" if "raise" in source else "signal 11") in done.messages


# Kept results

CHAIN = """
# %% imports
import os
# %% step:load
with open("data.txt") as file:
    text = file.read()
print("loads")
# %% step:count prev:load
count = len(text)
print("counts", {mark})
# %% step:tell prev:count
print("tells", count)
# %% step:other
print("other")
"""


def test_only_what_changed_runs_again(run, tmp_path):
    (tmp_path / "data.txt").write_text("abc")
    first = run(CHAIN.format(mark=1))
    assert cached(first) == set()
    again = run(None)
    assert cached(again) == {"load", "count", "tell", "other"}
    assert again.printed() == first.printed()
    assert "4 cached" in again.messages and "count: cached" in again.messages
    # The same count comes out of other code, so what follows is as it was.
    assert cached(run(CHAIN.format(mark=2))) == {"load", "tell", "other"}
    (tmp_path / "data.txt").write_text("abcd")
    changed = run(None)
    assert cached(changed) == {"other"}
    assert changed.printed()["tell"] == "tells 4\n"
    assert cached(run(None, "--no-cache")) == set()


def test_a_failed_run_goes_on_where_it_failed(run):
    text = "# %% step:a\nx = 1\nprint('a')\n# %% step:b prev:a\nassert x == {}\n# %% step:c prev:b\nprint(x)\n"
    run(text.format(2), status=1)
    assert cached(run(text.format(1))) == {"a"}


# The code of a step, and what must be done between two runs that it runs again; None if it always does.
EFFECTS = {
    "a written file that is gone": ("open('out.txt', 'w').write('x')", lambda f: (f / "out.txt").unlink()),
    "a written file that has changed": (
        "open('out.txt', 'w').write('x')", lambda f: (f / "out.txt").write_text("other")),
    "a file that appears": (
        "try: open('in.txt')\nexcept OSError: pass", lambda f: (f / "in.txt").write_text("")),
    "a file asked for": (
        "import os\nprint(os.path.exists('in.txt'))", lambda f: (f / "in.txt").write_text("")),
    "a folder with a new file": (
        "import os\nprint(len(os.listdir('data')))", lambda f: (f / "data/new").write_text("")),
    "a module of one's own": (
        "import helper\nprint(helper.x)", lambda f: (f / "helper.py").write_text("x = 22")),
    "a file that grows": ("open('log.txt', 'a').write('x')", None),
    "a program": ("import subprocess\nsubprocess.run(['true'])", None),
    "a shell": ("import os\nos.system('true')", None),
    "the network": (
        "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError: pass", None),
    "a removed file": ("import os\nif os.path.isfile('data/old'): os.remove('data/old')", None),
}  # fmt: skip


@pytest.mark.parametrize("name", EFFECTS)
def test_effects_outside(run, tmp_path, name):
    source, change = EFFECTS[name]
    (tmp_path / "data").mkdir()
    (tmp_path / "data/old").write_text("")
    (tmp_path / "log.txt").write_text("")
    (tmp_path / "helper.py").write_text("x = 1")
    text = f"# %% step:a\n{source}\n"
    first = run(text)
    if change:
        assert first.record()["steps"][0]["not_kept"] is None
        assert cached(run(None)) == {"a"}
        change(tmp_path)
    else:
        assert first.record()["steps"][0]["not_kept"]
    assert cached(run(None)) == set()


def test_the_environment_that_the_code_names(run, monkeypatch):
    text = "# %% step:a\nimport os\nprint(os.environ.get('STAGE'))\n# %% step:b\nprint(1)\n"
    monkeypatch.setenv("STAGE", "one")
    run(text)
    monkeypatch.setenv("STAGE", "two")
    again = run(None)
    assert cached(again) == {"b"} and again.printed()["a"] == "two\n"


def test_a_damaged_result_is_not_used(run, tmp_path):
    text = "# %% step:a\nx = 'value'\n# %% step:b prev:a\nprint(x)\n"
    run(text)
    (artifact,) = tmp_path.glob(".kale/cache/*/*/outputs/x")
    artifact.write_bytes(artifact.read_bytes()[:-1])
    again = run(None)
    assert "a" not in cached(again) and again.printed()["b"] == "value\n"


# Faults


def test_a_killed_step(run):
    done = run("# %% step:a\nimport os\nprint('before', flush=True)\nos.kill(os.getpid(), 9)\n", status=1)
    assert "killed by signal 9" in done.messages
    assert (done.folder / "steps/a/stdout.txt").read_text() == "before\n"


def test_out_of_memory(run):
    text = "# %% step:a\nprint('before')\nx = bytearray(1 << 31)\n# %% step:b\nprint('fine')\n"
    done = run(text, "--limit-memory", "1G", status=1)
    assert done.statuses() == {"a": "failed", "b": "succeeded"}
    assert "MemoryError" in done.messages and "cell 0" in done.messages


def test_much_output(run):
    text = "# %% step:a\nfor _ in range(100):\n    print('x' * (1 << 20))\nprint('end')\n"
    done = run(text)
    assert (done.folder / "steps/a/stdout.txt").stat().st_size == 100 * ((1 << 20) + 1) + 4
    assert cached(run(None)) == {"a"}


def alive(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def wait_for(condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_children_of_a_step_end_with_it(run, tmp_path):
    text = """
# %% step:a
import subprocess
for setsid in (False, True):
    child = subprocess.Popen(["sleep", "1000"], start_new_session=setsid)
    print(child.pid)
# %% step:b prev:a
print("next")
"""
    done = run(text)
    children = list(map(int, done.printed()["a"].split()))
    assert len(children) == 2
    wait_for(lambda: not any(map(alive, children)))


def test_a_full_disk(run, tmp_path):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, resource.RLIM_INFINITY))

    notebook = write_notebook(tmp_path / "notebook.ipynb", """
# %% step:a
import os
x = os.urandom(1 << 22)
# %% step:b prev:a
print(len(x))
""")  # fmt: skip
    command = [os.environ["KALE"], "run", notebook, "--run-dir", tmp_path / "run", "--python", sys.executable]
    done = subprocess.run(command, cwd=tmp_path, preexec_fn=limit, capture_output=True, text=True, timeout=TIMEOUT)
    assert done.returncode == 1
    assert "'x'" in done.stderr and "File too large" in done.stderr
    assert list((tmp_path / "run/steps/a/outputs").iterdir()) == []


LONG = """
# %% step:quick
x = 1
# %% step:long prev:quick
import os, subprocess, time
child = subprocess.Popen(["sleep", "1000"])
with open("pids.txt.part", "w") as file:
    file.write("%d %d" % (os.getpid(), child.pid))
os.rename("pids.txt.part", "pids.txt")
{0}
"""


@pytest.fixture
def started(tmp_path):
    """Starts a run and waits for its second step: its process, and that of the step and its child."""
    processes = []

    def start(body, *arguments):
        notebook = write_notebook(tmp_path / "notebook.ipynb", LONG.format(body))
        command = [os.environ["KALE"], "run", notebook, "--run-dir", tmp_path / "run",
                   "--python", sys.executable, *arguments]  # fmt: skip
        process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        processes.append(process)
        wait_for((tmp_path / "pids.txt").exists)
        return process, list(map(int, (tmp_path / "pids.txt").read_text().split()))

    yield start
    for process in processes:
        process.kill()


@pytest.mark.parametrize("mode", [[], ["--isolated"]], ids=["forked", "fresh"])
def test_ctrl_c(started, tmp_path, mode):
    process, steps = started("time.sleep(1000)", *mode)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=30)
    assert process.returncode == 1 and "cancelled" in out
    statuses = {s["name"]: s["status"] for s in json.loads((tmp_path / "run/run.json").read_text())["steps"]}
    assert statuses == {"quick": "succeeded", "long": "cancelled"}
    wait_for(lambda: not any(map(alive, steps)))


def test_a_second_ctrl_c_does_not_wait(started):
    body = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nopen('deaf', 'w').close()\ntime.sleep(1000)"
    process, steps = started(body)
    time.sleep(0.5)
    begin = time.monotonic()
    for _ in range(2):
        process.send_signal(signal.SIGINT)
        time.sleep(0.3)
    process.communicate(timeout=30)
    assert time.monotonic() - begin < 2.5
    wait_for(lambda: not any(map(alive, steps)))


@pytest.mark.parametrize("mode", [[], ["--isolated"]], ids=["forked", "fresh"])
def test_a_killed_engine_leaves_no_process_behind(started, tmp_path, mode):
    process, steps = started("time.sleep(1000)", *mode)
    process.kill()
    process.wait()
    wait_for(lambda: not any(map(alive, steps)))
    json.loads((tmp_path / "run/run.json").read_text())


def test_a_killed_server(started, tmp_path):
    process, steps = started("time.sleep(1000)")
    server = int(Path(f"/proc/{steps[0]}/stat").read_text().rpartition(")")[2].split()[1])
    os.kill(server, signal.SIGKILL)
    out, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "the process that started it ended (killed by signal 9" in out + errors
    wait_for(lambda: not any(map(alive, steps)))


def test_a_prelude_that_never_ends_is_timed_out(run):
    text = "# %% functions\nimport time\ntime.sleep(1000)\n# %% step:a\nprint(1)\n"
    done = run(text, "--timeout", "1", status=1)
    assert "timed out after 1 s" in done.messages


def test_two_runs_at_once(kale, tmp_path):
    notebook = write_notebook(tmp_path / "notebook.ipynb", """
# %% step:a
import time
time.sleep(0.3)
x = list(range(1000))
# %% step:b prev:a
print(sum(x))
""")  # fmt: skip
    command = [kale.path, "run", notebook, "--python", sys.executable]
    processes = [
        subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(3)
    ]
    for process in processes:
        out, _ = process.communicate(timeout=TIMEOUT)
        assert process.returncode == 0, out
    outputs = [path.read_text() for path in tmp_path.glob(".kale/runs/*/steps/b/stdout.txt")]
    assert outputs == ["499500\n"] * 3
    assert not list(tmp_path.glob(".kale/cache/draft-*"))


# Looking into runs

LOOK = """
# %% functions
class Point:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"Point({self.x})"
print("functions run")
# %% step:make
import sys
point, numbers = Point(3), list(range(5))
print("made")
print("warned", file=sys.stderr)
# %% step:fail prev:make
print(point, numbers)
assert False
"""


def test_looking_into_a_run(kale, tmp_path):
    notebook = write_notebook(tmp_path / "notebook.ipynb", LOOK)
    assert kale("run", notebook, "--python", sys.executable, folder=tmp_path).returncode == 1

    def call(*arguments, status=0):
        done = kale(*arguments, folder=tmp_path)
        assert done.returncode == status, done.stdout + done.stderr
        return done

    assert call("logs", "last", "make").stdout == call("logs", "make").stdout == "functions run\nmade\n"
    assert call("logs", "make").stderr == "warned\n"
    everything = call("logs").stdout
    assert "failed" in everything and "AssertionError" in everything and "== make: succeeded" in everything
    assert call("show", "last", "make", "point").stdout == "point: Point\nPoint(3)\n"
    assert call("show", "last", "make", "numbers").stdout == "numbers: list, length 5\n[0, 1, 2, 3, 4]\n"
    assert "numbers, point" in call("show", "last", "make", "other", status=64).stderr
    assert "make, fail" in call("logs", "last", "other", status=64).stderr

    prompt = subprocess.run(
        [kale.path, "run", notebook, "--python", sys.executable, "--shell", "fail"], cwd=tmp_path,
        input="print(point.x + 1, sum(numbers), type(point) is Point)\n", capture_output=True, text=True,
        timeout=TIMEOUT,
    )  # fmt: skip
    assert "4 10 True" in prompt.stdout and "make: cached" in prompt.stdout

    assert "2 runs" in call("clean").stdout
    assert not list(tmp_path.glob(".kale/runs/*")) and not (tmp_path / ".kale/cache").exists()
    assert "no runs" in call("logs", status=64).stderr
