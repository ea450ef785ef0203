"""The log on the device, and the blocks for clinicians that a device keeps open."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import Reader

LOG = "exercising/my-log.html"


def write(page: Page, day: str, pain: int, done: str = "") -> None:
    form = page.locator("#log form")
    form.get_by_label("Day").fill(day)
    form.get_by_label("Pain").fill(str(pain))
    form.get_by_label("What I did").fill(done)
    page.get_by_role("button", name="Keep this day").press("Enter")
    expect(page.locator("#log [role=status]")).to_contain_text("is kept")


def saved(page: Page, button: str) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


@pytest.mark.everywhere
def test_entries_stay_and_go(reader: Reader) -> None:
    page = reader.open(LOG)
    page.get_by_label("My task (").fill("walk to the shop")
    write(page, "2026-11-01", 6, "walked")
    write(page, "2026-11-02", 5)
    page.reload()
    expect(page.get_by_role("row", name=re.compile("2026-11-01"))).to_contain_text("walked")
    expect(page.get_by_label("My task (")).to_have_value("walk to the shop")
    expect(page.get_by_role("img", name=re.compile("Lines of pain"))).to_be_visible()
    page.get_by_role("button", name="Delete 2026-11-01").press("Enter")
    expect(page.get_by_role("row", name=re.compile("2026-11-01"))).to_have_count(0)
    everything = page.get_by_role("button", name=re.compile("[Dd]elete everything"))
    everything.press("Enter")
    expect(page.get_by_role("row", name=re.compile("2026-11-02"))).to_have_count(1)
    everything.press("Enter")
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    assert page.evaluate("localStorage.length") == page.evaluate(
        "Object.keys(localStorage).filter(key => !key.startsWith('my-log')).length"
    )


def test_a_deleted_day_can_come_back(reader: Reader) -> None:
    page = reader.open(LOG)
    for day in ("2026-11-01", "2026-11-02", "2026-11-03"):
        write(page, day, 6, f"walked on {day}")
    before = page.evaluate("localStorage.getItem('my-log')")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_hidden()
    page.get_by_role("button", name="Delete 2026-11-02").press("Enter")
    expect(page.locator("#log [role=status]")).to_have_text("2026-11-02 is deleted.")
    expect(page.locator(":focus")).to_contain_text("2026-11-01")
    expect(undo).to_be_in_viewport()
    undo.press("Enter")
    expect(page.locator("#log [role=status]")).to_have_text("2026-11-02 is back.")
    expect(page.locator(":focus")).to_contain_text("walked on 2026-11-02")
    expect(undo).to_be_hidden()
    assert json.loads(page.evaluate("localStorage.getItem('my-log')")) == json.loads(before)
    for day, then in (("2026-11-01", "2026-11-02"), ("2026-11-03", "2026-11-02"), ("2026-11-02", "My log")):
        page.get_by_role("button", name=f"Delete {day}").press("Enter")
        expect(page.locator(":focus")).to_contain_text(then)


@pytest.mark.everywhere
def test_files_carry_everything(reader: Reader, tmp_path: Path) -> None:
    page = reader.open(LOG)
    odd = 'said "ouch", then\nrested; <b>no markup</b>'
    page.evaluate(
        "text => localStorage.setItem('my-log', JSON.stringify({version: 1, task: 'shop',"
        " days: {'2026-10-01': {pain: 3, stiffness: 0, task: 10, done: text}, '2026-10-02': {done: ''}}}))",
        odd,
    )
    page.reload()
    before = page.evaluate("localStorage.getItem('my-log')")
    files = {"log.json": saved(page, "Save as a file"), "log.csv": saved(page, "Save as a table (CSV)")}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
        page.evaluate("localStorage.setItem('my-log', JSON.stringify({version: 1, task: 'shop', days: {}}))")
        page.reload()
        page.get_by_label("Load a file").set_input_files(tmp_path / name)
        expect(page.locator("#log [role=status]")).to_contain_text("2 days taken in")
        assert json.loads(page.evaluate("localStorage.getItem('my-log')")) == json.loads(before), name
    expect(page.locator("#log b")).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", "{", "could not be read"),
        ("a.json", '{"version": 2, "days": {}}', "not a log of this page"),
        ("a.json", '{"version": 1, "days": {"2026-02-31": {}}}', "“2026-02-31” is not a day"),
        ("a.json", '{"version": 1, "days": {"2026-02-01": {"pain": 11}}}', "pain is “11”, expected 0 to 10"),
        ("a.csv", "day,pain\n__proto__,3\n", "“__proto__” is not a day"),
        ("a.json", '{"version": 1, "days": {"constructor": {}}}', "“constructor” is not a day"),
        ("a.csv", "pain,day\n3,2026-01-01\n", "must begin with “day”"),
        ("a.csv", 'day,pain,stiffness,task,done\n2026-01-01,3,,,a "b\n', "line 2 has a stray quotation mark"),
    ],
)
def test_a_file_that_is_no_log_changes_nothing(
    reader: Reader, tmp_path: Path, name: str, text: str, message: str
) -> None:
    page = reader.open(LOG)
    write(page, "2026-11-01", 6)
    (tmp_path / name).write_text(text, encoding="utf-8")
    page.get_by_label("Load a file").set_input_files(tmp_path / name)
    expect(page.locator("#log [role=status]")).to_contain_text(message)
    expect(page.get_by_role("row", name=re.compile("2026-11-01"))).to_have_count(1)


def test_an_unreadable_log_is_kept_aside(reader: Reader) -> None:
    page = reader.open(LOG)
    page.evaluate("localStorage.setItem('my-log', '{broken')")
    page.reload()
    expect(page.locator("#log [role=status]")).to_contain_text("kept aside")
    assert page.evaluate("localStorage.getItem('my-log-unreadable')") == "{broken"


def test_without_javascript_there_is_paper(browser: Browser, root: str) -> None:
    reader = Reader(browser, root, java_script_enabled=False)
    page = reader.open(LOG)
    page.get_by_role("link", name="the week on paper").click()
    expect(page).to_have_url(re.compile(r"log\.html#table$"))
    reader.context.close()


def test_a_device_or_an_address_can_open_the_blocks_for_clinicians(reader: Reader) -> None:
    page = reader.open("exercises/psoas-march.html")
    block = page.locator("details#for-clinicians")
    expect(block).not_to_have_attribute("open", "")
    block.locator("summary").press("Enter")
    page.get_by_role("button", name="Open these blocks on every page").press("Enter")
    reader.open("treatments/exercise-chronic.html")
    expect(block).to_have_attribute("open", "")
    reader.open("treatments/exercise-chronic.html?view=plain")
    expect(block).not_to_have_attribute("open", "")
    reader.open("exercises/psoas-march.html")
    page.get_by_role("button", name="Keep these blocks closed on this device").press("Enter")
    reader.open("exercises/psoas-march.html?view=clinician")
    expect(block).to_have_attribute("open", "")
