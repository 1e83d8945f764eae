"""`kale report --format html` in a browser: what it shows, what clicking does, and whether everyone can
use it."""

import json
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

# The large page is made once.
pytestmark = pytest.mark.xdist_group("page")
NOTEBOOK = Path(__file__).resolve().parents[2] / "examples/titanic/titanic.ipynb"


def browser_path() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    path = browser_path()
    if not path:
        pytest.fail("There is no Chromium; scripts/setup installs it.", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=["light", "dark"])
def open_page(request, browser, tmp_path):
    """Opens a page without a network; whatever the console has to say fails the test."""
    messages = []
    context = browser.new_context(
        color_scheme=request.param, viewport={"width": 1400, "height": 900}, offline=True)

    def open_page(path: Path, fragment: str = ""):
        page = context.new_page()
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("request", lambda r: r.url.startswith("file:") or messages.append(r.url))
        page.goto(path.as_uri() + fragment)
        return page

    yield open_page
    context.close()
    assert messages == []


def report(kale, notebook: Path, folder: Path) -> Path:
    page = folder / "report.html"
    subprocess.run([kale, "report", notebook, "--format", "html", "-o", page], check=True,
                   capture_output=True)
    return page


@pytest.fixture(scope="session")
def titanic(kale, tmp_path_factory):
    return report(kale, NOTEBOOK, tmp_path_factory.mktemp("titanic"))


@pytest.fixture(scope="session")
def large(kale, tmp_path_factory):
    """200 steps with 2,000 cells."""
    choose = random.Random(1)
    cells = []
    for step in range(200):
        before = sorted({max(0, step - choose.randint(1, 6)) for _ in range(2)}) if step else []
        for number in range(10):
            tags = [f"block:step_{step:03}"] + [f"prev:step_{other:03}" for other in before]
            source = f"v{step}_{number} = {number}\nprint(f'{{v{step}_{number}}}')  # <i>"
            if number == 0:
                source = "\n".join([source] + [f"v{step}_0 += v{other}_9" for other in before])
            cells.append({"cell_type": "code", "source": source, "outputs": [], "execution_count": None,
                          "metadata": {"tags": tags if number == 0 else []}})
    folder = tmp_path_factory.mktemp("large")
    notebook = folder / "large.ipynb"
    notebook.write_text(
        json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": cells}))
    return report(kale, notebook, folder)


def test_everyone_can_use_it(open_page, titanic, large):
    from axe_playwright_python.sync_playwright import Axe

    for path in (titanic, large):
        found = Axe().run(open_page(path)).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []


def test_a_variable_lights_its_path(open_page, titanic):
    page = open_page(titanic)
    page.locator("#step-loaddata a[data-var=train_df]").first.click()
    lit = page.locator(".edge.lit")
    ends = {(e.get_attribute("data-from"), e.get_attribute("data-to")) for e in lit.all()}
    assert ("loaddata", "datapreprocessing") in ends and ("featureengineering", "svm") in ends
    assert all(to != "results" for _, to in ends)
    assert page.locator("#light").inner_text().startswith("train_df: from loaddata, ")
    assert page.locator("a.lit").count() > 3
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0 and page.locator("#light").inner_text() == ""
    assert open_page(titanic, "#var-test_df").locator(".edge.lit").count() > 1


def test_a_step_leads_to_its_cells(open_page, titanic):
    page = open_page(titanic)
    page.locator(".graph a[aria-label='Step svm']").click()
    assert page.url.endswith("#step-svm")
    assert page.locator("#step-svm").bounding_box()["y"] < 200
    page.locator("#step-svm a", has_text="featureengineering").first.click()
    assert page.url.endswith("#step-featureengineering")


def test_by_keyboard(open_page, titanic):
    page = open_page(titanic)
    page.locator(".graph a").first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#step-loaddata")
    page.keyboard.press("/")
    page.keyboard.type("random_forest")
    shown = page.locator("section.step:visible")
    expect(shown).to_have_count(2)  # the step that makes it, and the one that takes it
    expect(page.locator("g.step.faded")).to_have_count(7)
    page.keyboard.press("Escape")
    expect(shown).to_have_count(9)
    page.keyboard.type("random_forest")
    expect(shown).to_have_count(2)
    page.locator(".graph a[aria-label='Step svm']").click()
    expect(page.locator("#step-svm")).to_be_in_viewport()
    expect(shown).to_have_count(9)


def test_every_link_leads_somewhere(open_page, titanic, large):
    for path in (titanic, large):
        text = path.read_text()
        targets = set(re.findall(r' id="([^"]*)"', text))
        assert len(targets) == len(re.findall(r' id="', text))
        assert {link for link in re.findall(r' href="#([^"]*)"', text)} <= targets


@pytest.mark.parametrize("which", ["titanic", "large"])
def test_nothing_overlaps(open_page, request, which):
    page = open_page(request.getfixturevalue(which))
    boxes = page.evaluate("""() => [...document.querySelectorAll('g.step')].map(step => {
        const box = step.querySelector('rect').getBoundingClientRect();
        const texts = [...step.querySelectorAll('text')].map(t => t.getBoundingClientRect());
        return {box: [box.left, box.top, box.right, box.bottom],
                fits: texts.every(t => t.left >= box.left && t.right <= box.right
                                       && t.top >= box.top - 1 && t.bottom <= box.bottom + 1)};
    })""")
    assert len(boxes) == (9 if which == "titanic" else 200)
    assert all(entry["fits"] for entry in boxes)
    boxes = [entry["box"] for entry in boxes]
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:number]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_text_of_a_notebook_stays_text(kale, open_page, tmp_path):
    source = "x = '</code><script>alert(1)</script>'\ny = \"<!-- &amp; ]]>\"  # <b>"
    notebook = tmp_path / "<i>&'.ipynb"
    notebook.write_text(json.dumps({
        "nbformat": 4, "nbformat_minor": 4, "metadata": {},
        "cells": [{"cell_type": "code", "source": source, "outputs": [], "execution_count": None,
                   "metadata": {}}]}))
    page = open_page(report(kale, notebook, tmp_path))
    assert page.locator("pre code").inner_text() == source
    assert page.title() == f"{notebook}: report"
    assert page.locator("h1").inner_text() == str(notebook)


def test_a_narrow_screen_scrolls_down_only(browser, titanic):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(titanic.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
