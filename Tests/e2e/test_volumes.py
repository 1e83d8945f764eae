"""The local stand-in for volumes: folders, mounted at their path or found by rewritten paths."""

import json
import os
import signal
import subprocess
import sys
import time
import uuid

import pytest
from notebooks import write_notebook
from pipelines import LocalRun


@pytest.fixture
def place():
    """A mount point that nothing else has, and that must be gone in the end."""
    path = f"/kale-test-{uuid.uuid4().hex[:12]}"
    if not os.access("/", os.W_OK):
        pytest.skip("the root folder can't be written: nothing can be mounted there")
    yield path
    assert not os.path.lexists(path), "the mount point was left behind"


def volume(place, **members):
    return {
        "type": "new_pvc", "name": "data", "mount_point": place, "size": 1, "size_type": "Gi",
        "storage_class_name": "s", **members,
    }  # fmt: skip


@pytest.fixture
def run(kale, tmp_path):
    count = 0

    def run(text, volumes, *arguments, status=0):
        nonlocal count
        count += 1
        if text:
            write_notebook(tmp_path / "n.ipynb", text, {"volumes": volumes})
        folder = tmp_path / f"run{count}"
        done = kale(
            "run", "n.ipynb", "--run-dir", folder, "--python", sys.executable, *arguments, folder=tmp_path
        )
        assert done.returncode == status, done.stdout + done.stderr
        return LocalRun(folder, done)

    return run


def cached(run):
    return {step["name"] for step in run.record()["steps"] if step["cached"]}


WRITE_AND_READ = """
# %% pipeline-parameters
word = "one"
# %% step:write
with open("PLACE/file.txt", "w") as file:
    print(word, file=file)
# %% step:read prev:write
print(open("PLACE/file.txt").read())
"""


def test_a_volume_is_mounted_while_the_run_lasts(run, place, tmp_path):
    snapshot = {"snapshot": True, "snapshot_name": "data-1"}
    text = WRITE_AND_READ.replace("PLACE", place)
    done = run(text, [volume(place, **snapshot)])
    assert done.printed()["read"] == "one\n\n"
    assert f"the volume data is the folder .kale/volumes/data, mounted at {place}" in done.process.stderr
    assert (tmp_path / ".kale/volumes/data/file.txt").read_text() == "one\n"
    assert (tmp_path / ".kale/snapshots/data-1/file.txt").read_text() == "one\n"
    assert "Snapshot data-1 of data: .kale/snapshots/data-1" in done.process.stdout
    record = done.record()
    assert record["volumes"] == [
        {"name": "data", "mount_point": place, "folder": str(tmp_path / ".kale/volumes/data"), "access": "mounted"}
    ]
    assert [s["name"] for s in record["snapshots"]] == ["data-1"]
    # What an earlier run has left is replaced.
    run(None, None, "--param", "word=two")
    assert (tmp_path / ".kale/snapshots/data-1/file.txt").read_text() == "two\n"


def test_a_new_claim_is_empty_at_the_start(run, place, tmp_path):
    text = "# %% step:a\nimport os\nos.mkdir('PLACE/made')\n# %% step:b prev:a\nprint(os.listdir('PLACE'))"
    text = text.replace("PLACE", place)
    for _ in range(2):
        assert run(text, [volume(place)]).printed()["b"] == "['made']\n"
    own = tmp_path / "own"
    own.mkdir()
    (own / "kept").touch()
    assert "made" in run(None, None, "--volume", f"data={own}").printed()["b"]
    assert sorted(os.listdir(own)) == ["kept", "made"], "a folder of one's own is never emptied"


def test_a_reader_of_a_new_claim_is_kept_if_it_gets_the_same(run, place):
    text = WRITE_AND_READ.replace("PLACE", place)
    run(text, [volume(place)])
    assert cached(run(None, None)) == {"read"}
    assert cached(run(None, None, "--param", "word=two")) == set()


def test_kept_results_know_what_is_on_a_volume(run, place, tmp_path):
    text = WRITE_AND_READ.replace("PLACE", place)
    claim = volume(place, type="pvc")
    assert cached(run(text, [claim])) == set()
    assert cached(run(None, None)) == {"write", "read"}
    assert run(None, None, "--param", "word=two").printed()["read"] == "two\n\n"
    # The file is no longer as the first run's step has left it.
    third = run(None, None)
    assert third.printed()["read"] == "one\n\n" and "write" not in cached(third)
    (tmp_path / ".kale/volumes/data/file.txt").write_text("by hand\n")
    fourth = run(None, None)
    assert fourth.printed()["read"] == "one\n\n" and "write" not in cached(fourth)
    other = tmp_path / "other"
    other.mkdir()
    assert "write" not in cached(run(None, None, "--volume", f"data={other}"))
    assert (other / "file.txt").read_text() == "one\n"


REWRITTEN = """
# %% pipeline-parameters
target = "PLACE/sub"
# %% imports
import os, pathlib
FOLDER = pathlib.Path("PLACE")
# %% step:write env:OUT:PLACE/env.txt
os.makedirs(target, exist_ok=True)
(FOLDER / "a.txt").write_text("a")
open(f"PLACE/sub/{1}.txt", "w").write("b")
pathlib.Path(os.environ["OUT"]).write_text("c")
open("PLACEelse.txt", "w").write("no") if False else None
!echo shell > PLACE/shell.txt
# %% step:read prev:write
print(sorted(os.listdir("PLACE")), os.listdir("PLACE/sub"), "see PLACE")
print(open(b"PLACE/a.txt").read(), len(f"x{'PLACE'}"), "PLACEelse")
import traceback
try:
    open("PLACE/missing")
except OSError as error:
    print(traceback.extract_tb(error.__traceback__)[-1].line)
"""


@pytest.mark.parametrize("isolated", [[], ["--isolated"]], ids=["forked", "isolated"])
def test_paths_are_rewritten_where_nothing_can_be_mounted(isolated, run, tmp_path):
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "own.txt").write_text("mine")
    text = REWRITTEN.replace("PLACE", str(taken))
    done = run(text, [volume(str(taken), type="pv")], *isolated)
    folder = tmp_path / ".kale/volumes/data"
    assert done.printed()["read"].splitlines() == [
        f"['a.txt', 'env.txt', 'shell.txt', 'sub'] ['1.txt'] see {taken}",
        f"a {1 + len(str(folder))} {taken}else",
        f'open("{taken}/missing")',
    ]
    assert "It can't be mounted at" in done.process.stderr and "there is something else" in done.process.stderr
    assert [path.name for path in taken.iterdir()] == ["own.txt"]
    again = run(None, None, *isolated)
    assert cached(again) == {"read"}, "the other one starts a program"


def test_a_claim_that_this_machine_has_is_used_as_it_is(run, tmp_path):
    taken = tmp_path / "taken"
    taken.mkdir()
    text = WRITE_AND_READ.replace("PLACE", str(taken))
    claim = {"type": "pvc", "name": "data", "mount_point": str(taken), "snapshot": True, "snapshot_name": "s"}
    done = run(text, [claim])
    assert f"the volume data is this machine's {taken}, of which no snapshot" in done.process.stderr
    assert (taken / "file.txt").exists() and done.record()["snapshots"] == []
    assert not (tmp_path / ".kale/volumes/data").exists()


def test_a_folder_of_ones_own(run, place, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "in.txt").write_text("here")
    text = f"# %% step:a\nprint(open('{place}/deep/in.txt').read())"
    run(text, [volume(place + "/deep")], "--volume", f"data={own}")
    assert not (tmp_path / ".kale/volumes/data").exists()


@pytest.mark.parametrize(
    "setting, said",
    [
        ("data", "--volume data: write NAME=FOLDER"),
        ("other=.", "there is no volume other\nThe volumes are data."),
        ("data=nowhere", "--volume data=nowhere: there is no such folder"),
    ],
)
def test_mistakes(setting, said, run, place):
    assert said in run("# %% step:a\nx = 1", [volume(place)], "--volume", setting, status=64).process.stderr


def test_a_failed_run_takes_no_snapshot(run, place, tmp_path):
    text = "# %% step:a\nraise ValueError"
    done = run(text, [volume(place, snapshot=True, snapshot_name="s")], status=1)
    assert done.record()["snapshots"] == [] and not (tmp_path / ".kale/snapshots").exists()


def start(kale, folder, *arguments):
    return subprocess.Popen(
        [kale.path, "run", "n.ipynb", "--python", sys.executable, "--no-cache", *arguments], cwd=folder,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def wait_for(condition):
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it did not come to that")


WAITING = """
# %% step:a
import os, time
open(f"PLACE/{os.getpid()}.started", "w").close()
while not os.path.exists("PLACE/go"):
    time.sleep(0.05)
print(len([n for n in os.listdir("PLACE") if n.endswith("started")]))
"""


def test_runs_at_once(kale, place, tmp_path):
    """Two of one project share the volume; one of another project gets its own."""
    folders = [tmp_path / "one", tmp_path / "one", tmp_path / "two"]
    processes = []
    for number, folder in enumerate(folders):
        folder.mkdir(exist_ok=True)
        claim = volume(place, type="pv")
        write_notebook(folder / "n.ipynb", WAITING.replace("PLACE", place), {"volumes": [claim]})
        processes.append(start(kale, folder, "--run-dir", str(folder / f"run{number}")))
        data, expected = folder / ".kale/volumes/data", 2 if number == 1 else 1
        wait_for(lambda: data.exists() and len(list(data.glob("*.started"))) == expected)
    assert os.readlink(place) == str(tmp_path / "one/.kale/volumes/data")
    for folder in set(folders):
        (folder / ".kale/volumes/data/go").touch()
    outcomes = [process.communicate(timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], outcomes
    assert "another run uses the path" in outcomes[2][1]
    printed = [(f / f"run{n}/steps/a/stdout.txt").read_text() for n, f in enumerate(folders)]
    assert printed == ["2\n", "2\n", "1\n"]


def test_a_new_claim_belongs_to_one_run(kale, place, tmp_path):
    write_notebook(tmp_path / "n.ipynb", WAITING.replace("PLACE", place), {"volumes": [volume(place)]})
    processes = []
    for number, name in enumerate(["data", "data-2"]):
        processes.append(start(kale, tmp_path, "--run-dir", str(tmp_path / f"run{number}")))
        wait_for(lambda: list((tmp_path / ".kale/volumes" / name).glob("*.started")))
    for name in ("data", "data-2"):
        (tmp_path / ".kale/volumes" / name / "go").touch()
    outcomes = [process.communicate(timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outcomes
    assert [(tmp_path / f"run{n}/steps/a/stdout.txt").read_text() for n in (0, 1)] == ["1\n", "1\n"]


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL])
def test_a_stopped_run(ending, kale, run, place, tmp_path):
    write_notebook(tmp_path / "n.ipynb", WAITING.replace("PLACE", place), {"volumes": [volume(place)]})
    process = start(kale, tmp_path)
    wait_for(lambda: list((tmp_path / ".kale/volumes/data").glob("*.started")))
    process.send_signal(ending)
    process.communicate(timeout=30)
    assert os.path.lexists(place) == (ending == signal.SIGKILL)
    # What a killed run has left, the next one takes for what it is, even one of another project.
    done = run(f"# %% step:a\nopen('{place}/x', 'w').close()", [volume(place, name="other")])
    assert done.record()["volumes"][0]["access"] == "mounted"


def test_clean(kale, run, place, tmp_path):
    run(WRITE_AND_READ.replace("PLACE", place), [volume(place, snapshot=True, snapshot_name="s")])
    kale("clean", folder=tmp_path)
    assert (tmp_path / ".kale/volumes/data/file.txt").exists() and (tmp_path / ".kale/snapshots/s").exists()
    done = kale("clean", "--volumes", folder=tmp_path)
    assert done.returncode == 0 and "volumes and snapshots" in done.stdout
    assert not (tmp_path / ".kale/volumes").exists() and not (tmp_path / ".kale/snapshots").exists()
    assert kale("clean", "--volumes", "--cache", folder=tmp_path).returncode == 64


@pytest.mark.parametrize("mounted", [True, False], ids=["mounted", "rewritten"])
def test_verify(mounted, kale, place, tmp_path):
    if not mounted:
        place = str(tmp_path / "taken")
        os.mkdir(place)
    folder = tmp_path / ".kale/volumes/data"
    folder.mkdir(parents=True)
    (folder / "file.txt").write_text("start")
    text = """
# %% step:a
with open("PLACE/file.txt", "a") as file:
    file.write(" more")
before = open("PLACE/file.txt").read()
# %% step:b prev:a
print(before, open("PLACE/file.txt").read())
    """.replace("PLACE", place)
    write_notebook(tmp_path / "n.ipynb", text, {"volumes": [volume(place)]})
    done = kale("verify", "n.ipynb", "--python", sys.executable, "--format", "json", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["equal"] is True
    assert ("can't be mounted" in done.stdout) != mounted
    assert (folder / "file.txt").read_text() == "start", "verifying leaves the volume as it is"
