"""What `kale check` keeps of its findings: served again only when nothing has changed that they depend on."""

import json
import os
import time
from pathlib import Path

import pytest
from notebooks import write_notebook

RUNS_SCRIPT = """
# %% block:load
%run helper.py
print(value)
# %% block:train prev:load
model = value + nowhere
"""
FORMATS = ["text", "json", "github", "sarif", "junit"]


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("KALE_CACHE_DIR", str(folder))
    return folder / "check"


@pytest.fixture
def folder(tmp_path, cache) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    write_notebook(folder / "uses.ipynb", RUNS_SCRIPT)
    write_notebook(folder / "fine.ipynb", "\n# %% block:load\nrows = [1, 2]\n")
    (folder / "helper.py").write_text("value = 1\n")
    time.sleep(0.05)  # What has just been written is not kept.
    return folder


@pytest.fixture
def check(kale, folder):
    def check(*arguments) -> str:
        done = kale("check", *(arguments or ["."]), folder=folder)
        assert done.returncode in (0, 1), done.stdout + done.stderr
        return f"{done.returncode}\n{done.stdout}{done.stderr}"

    return check


def entries(cache: Path) -> list[Path]:
    return sorted(cache.glob("*.json"))


def mark(cache: Path) -> None:
    """Changes what is kept, so that one can see whether it is served."""
    assert entries(cache)
    for path in entries(cache):
        entry = json.loads(path.read_text())
        entry["notebook"]["text"] += "SERVED\n"
        path.write_text(json.dumps(entry))


@pytest.mark.parametrize("format", FORMATS)
def test_the_output_is_the_same(check, format):
    plain = check(".", "--format", format, "--no-cache")
    assert [check(".", "--format", format) for _ in range(3)] == [plain] * 3


def test_what_has_not_changed_is_served(check, cache, folder):
    first = check()
    assert "SERVED" not in first
    mark(cache)
    assert check().count("SERVED") == 2
    # One notebook alone, too; its path is as it was.
    assert "SERVED" in check("./fine.ipynb")
    # And without the other's being looked at again.
    write_notebook(folder / "fine.ipynb", "\n# %% block:load\nrows = [1, 2, 3]\n")
    assert check().count("SERVED") == 1


def rewrite(path: Path, text: str) -> None:
    """Other text of the same length, with the old time of change."""
    former = path.stat()
    assert len(text.encode()) == former.st_size
    path.write_text(text)
    os.utime(path, ns=(former.st_atime_ns, former.st_mtime_ns))


def replace(path: Path, text: str) -> None:
    """As editors save: a new file takes the place of the old one."""
    other = path.with_suffix(".new")
    other.write_text(text)
    other.replace(path)


CHANGES = {
    "notebook": lambda folder: rewrite(
        folder / "uses.ipynb", (folder / "uses.ipynb").read_text().replace("nowhere", "valueer")),
    "script": lambda folder: rewrite(folder / "helper.py", "other = 1\n"),
    "script replaced": lambda folder: replace(folder / "helper.py", "value = 2\n"),
    "script removed": lambda folder: (folder / "helper.py").unlink(),
    "configuration": lambda folder: (folder / "kale.toml").write_text("strict = true\n"),
    "permissions": lambda folder: (folder / "uses.ipynb").chmod(0o600),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(check, cache, folder, change):
    check()
    mark(cache)
    CHANGES[change](folder)
    after = check("./uses.ipynb")
    assert "SERVED" not in after
    assert after == check("./uses.ipynb", "--no-cache")


def test_a_file_that_appears_is_seen(check, cache, folder):
    (folder / "helper.py").unlink()
    before = check("uses.ipynb")
    mark(cache)
    assert "SERVED" in check("uses.ipynb")
    (folder / "helper.py").write_text("value = 1\n")
    after = check("uses.ipynb")
    assert "SERVED" not in after and after != before


def test_a_table_of_knowledge_is_an_input(check, cache, folder):
    table = folder / "table.txt"
    table.write_text("helper : complete\n")
    time.sleep(0.05)
    check("uses.ipynb", "--knowledge", table)
    mark(cache)
    assert "SERVED" in check("uses.ipynb", "--knowledge", table)
    rewrite(table, "helpeg : complete\n")
    assert "SERVED" not in check("uses.ipynb", "--knowledge", table)


# Words that make another question of it, by the option that they stand for; None: the answer does not depend on it.
OPTIONS = {
    "--select": ["--select", "unresolved"],
    "--ignore": ["--ignore", "unresolved"],
    "--strict": ["--strict"],
    "--no-strict": ["--no-strict"],
    "--analyzer": ["--analyzer", "heuristic"],
    "--knowledge": ["--knowledge", "helper.txt"],
    "--config": ["--config", "other.toml"],
    "--resolve-imports": ["--resolve-imports"],
    "--pipeline-name": ["--pipeline-name", "other"],
    "--pipeline-description": ["--pipeline-description", "other"],
    "--experiment-name": ["--experiment-name", "other"],
    "--docker-image": ["--docker-image", "other"],
    "--fix": ["--fix"],
    "--no-cache": ["--no-cache"],
    "--format": None,  # test_formats_are_apart
    "--jobs": None,
    "--cache": None,
    "--no-resolve-imports": None,
    "--no-config": None,
    "--python": None,
    "--worker": None,
    "--help": None,
}


def test_every_option_is_known(kale, tmp_path):
    """A new option must come into the key of what is kept, or be said not to matter."""
    done = kale("check", "--experimental-dump-help", folder=tmp_path)
    command = json.loads(done.stdout)["command"]
    names = {
        name["name"].replace("_", "-")
        for one in command["arguments"]
        for name in one.get("names", [])
        if name["kind"] == "long"
    }
    assert {f"--{name}" for name in names} == set(OPTIONS)


@pytest.mark.parametrize("option", [name for name, words in OPTIONS.items() if words])
def test_other_options_are_another_question(check, cache, folder, option):
    (folder / "helper.txt").write_text("helper : complete\n")
    (folder / "other.toml").write_text("strict = true\n")
    time.sleep(0.05)
    check("uses.ipynb")
    mark(cache)
    assert "SERVED" not in check("uses.ipynb", *OPTIONS[option])
    assert "SERVED" in check("uses.ipynb")


def test_formats_are_apart(check, cache):
    check("uses.ipynb", "--format", "json")
    check("uses.ipynb", "--format", "text")
    assert len(entries(cache)) == 2


@pytest.mark.parametrize("words", [["--no-cache"], ["--fix"], ["--resolve-imports"]], ids=" ".join)
def test_some_answers_are_not_kept(check, cache, words):
    check("uses.ipynb", "fine.ipynb", *words)
    assert entries(cache) == []


def test_files_that_are_missing_are_not_kept(kale, cache, folder):
    assert kale("check", "none.ipynb", folder=folder).returncode == 64
    assert entries(cache) == []


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": "", "files": [], "notebook": {}}', "\0" * 100])
def test_a_damaged_cache_does_no_harm(check, cache, damage):
    first = check()
    for path in entries(cache):
        path.write_text(damage)
    assert check() == first
    mark(cache)
    assert "SERVED" in check()


def test_another_notebooks_answer_is_not_taken(check, cache):
    """Two keys may have one hash: what counts is the key."""
    plain = check()
    one, other = entries(cache)
    texts = one.read_text(), other.read_text()
    one.write_text(texts[1])
    other.write_text(texts[0])
    assert check() == plain


@pytest.mark.parametrize("place", ["/proc/nowhere", "helper.py"])
def test_without_a_place_it_works_all_the_same(check, folder, monkeypatch, place):
    plain = check(".", "--no-cache")
    monkeypatch.setenv("KALE_CACHE_DIR", place)
    assert check() == plain
    assert (folder / "helper.py").read_text() == "value = 1\n"


def test_the_place_follows_xdg(kale, folder, tmp_path, monkeypatch):
    monkeypatch.delenv("KALE_CACHE_DIR")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name, expected in [
        (str(tmp_path / "xdg"), tmp_path / "xdg/kale/check"),
        ("relative", tmp_path / "home/.cache/kale/check"),
        ("", tmp_path / "home/.cache/kale/check"),
    ]:
        monkeypatch.setenv("XDG_CACHE_HOME", name)
        kale("check", "fine.ipynb", folder=folder)
        assert entries(expected)
        assert expected.stat().st_mode & 0o777 == 0o700


def test_what_nobody_uses_goes(check, cache):
    check()
    used, unused = entries(cache)
    fine = used if "fine.ipynb" in used.read_text() else unused
    days = 24 * 60 * 60
    long_ago = time.time() - 40 * days
    for path in entries(cache):
        os.utime(path, (long_ago, long_ago))
    os.utime(cache / "trimmed", (time.time() - 2 * days,) * 2)
    check("./fine.ipynb")
    assert entries(cache) == [fine]
    assert time.time() - fine.stat().st_mtime < days
