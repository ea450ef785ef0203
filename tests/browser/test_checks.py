"""The two step-by-step checks, over http and from the disk."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.library import Library
from macros.models import Finding, Pattern, RedFlag, Urgency
from macros.selfcheck import decide
from macros.triage import Given, Where, Who, result, screens
from tests.browser.reader import Reader

SIGNS = "red-flags/check.html"
FINDINGS = "tight-or-weak/check.html"

REASSURING = re.compile(
    r"you are (?:fine|ok|okay|safe|healthy|well)|all[- ]clear|nothing (?:serious|to worry|dangerous)|no need to worry"
    r"|don’t worry|not dangerous|is harmless|all is well|you can relax|rules? out a serious",
    re.IGNORECASE,
)
"""What a check must never tell somebody about themselves; “can’t rule out” is taken out first."""


def _press(page: Page, name: str) -> None:
    """Tab to a button of the check and press Enter: the keyboard alone."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "document.activeElement.closest('.check') && document.activeElement.tagName === 'BUTTON'"
            " ? document.activeElement.textContent : ''"
        )
        if focused == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"no way to “{name}” by keyboard")


def _title(page: Page) -> str:
    return page.locator("#question").inner_text()


def _address(flags: list[RedFlag], **given: list[str]) -> str:
    """The address of a finished check: no to everything else."""
    answered = {id for ids in given.values() for id in ids}
    no = [flag.id for flag in flags if flag.id not in answered]
    parts = [f"{reply.replace('_', '-')}={','.join(ids)}" for reply, ids in given.items()]
    return "&".join([*parts, f"no={','.join(no)}"])


def _asked(library: Library, where: Where = "back", who: Who = "adult") -> list[RedFlag]:
    shown = screens(library.all(RedFlag), library.all(Urgency), where, who)
    return [flag for screen in shown for flag in screen.flags]


def _start(reader: Reader, where: str, who: str) -> Page:
    page = reader.open(SIGNS)
    page.locator("#question").evaluate("title => title.focus()")
    _press(page, where)
    _press(page, who)
    return page


@pytest.mark.everywhere
def test_signs_by_keyboard_to_a_result_without_a_yes(reader: Reader, library: Library) -> None:
    page = _start(reader, "Back", "A grown-up")
    seen = 0
    while not page.locator(".check.done").count():
        assert page.evaluate("document.activeElement.id") == "question"
        single = page.get_by_role("button", name="Not sure", exact=True).count()
        _press(page, "No" if single else "None of these")
        seen += 1
        assert seen <= 30
    assert seen == len(screens(library.all(RedFlag), library.all(Urgency), "back", "adult"))
    assert _title(page) == "None of these signs: that is good news"
    said = page.locator(".check").inner_text()
    assert "Most new back pain has no serious cause" in said
    assert "This check can’t be certain" in said
    assert "A serious cause can be there without any of these signs" in said
    assert "What would change this" in said
    assert "When to come back" in said
    assert "Result: all answers no; a serious cause is not ruled out" in said
    for address in ("../treatments/index.html", "../start/how-long.html"):
        assert page.locator(f".check a[href='{address}']").count() == 1
    assert not REASSURING.search(said.replace("can’t rule out", ""))


def test_an_emergency_ends_it_at_once(reader: Reader, library: Library) -> None:
    page = _start(reader, "Hip or groin", "A grown-up")
    expect(page.locator("[data-progress]")).to_have_text(re.compile(r"^1 of \d+$"))
    _press(page, "Change in peeing")
    expect(page.locator(".check [data-body]")).to_contain_text("You leak without wanting to")
    _press(page, "Yes")
    expect(page.locator("#question")).to_have_text("Emergency now")
    box = page.locator(".check section.urgent")
    flag = library.get(RedFlag, "bladder-change")
    expect(box).to_have_attribute("data-urgency", "emergency-now")
    expect(box).to_contain_text(flag.action)
    expect(box).not_to_contain_text("What it may be")
    expect(page.locator(".summary")).to_contain_text(flag.suspects)
    expect(page.locator(".summary")).to_contain_text("the check ended early")
    page.locator("#question").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#question")).to_contain_text("Is one of these new?")


def test_being_worse_raises_the_urgency(reader: Reader, library: Library) -> None:
    page = reader.open(SIGNS)
    given = _address(_asked(library), yes=["fever"])
    reader.open(f"{SIGNS}#where=back&who=adult&{given}")
    page.reload()
    expect(page.locator("#question")).to_have_text("Is one of these true too?")
    page.get_by_role("button", name="Not sure", exact=True).click()
    expect(page.locator("#question")).to_have_text("Emergency now")
    expect(page.locator(".check")).to_contain_text("Here that counts as yes")
    page.go_back()
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.locator("#question")).to_have_text("Today")


def test_every_sign_alone_leads_to_what_the_rules_say(reader: Reader, library: Library) -> None:
    flags, levels = library.all(RedFlag), library.all(Urgency)
    cases: list[tuple[str, str]] = []
    for who in ("adult", "child", "pregnant"):
        asked = _asked(library, "both", who)
        for flag, reply in product(asked, ("yes", "unsure")):
            for also in ("yes", "unsure", "no") if flag.upgrade else (None,):
                worse = {("worse" if also == "yes" else f"worse_{also}"): [flag.id]} if also else {}
                if also == "yes":
                    worse = {"worse_yes": [flag.id]}
                address = _address(asked, **{reply: [flag.id]})
                address += "".join(f"&{key.replace('_', '-')}={flag.id}" for key in worse)
                most, _ = result({flag.id: Given(reply, also)}, flags, levels)  # type: ignore[arg-type]
                cases.append((f"#where=both&who={who}&{address}", most.name if most else ""))
    page = reader.open(SIGNS)
    said = page.evaluate(
        """async cases => {
          const found = [];
          for (const [address] of cases) {
            const changed = new Promise(done => addEventListener("hashchange", done, { once: true }));
            location.hash = address;
            await changed;
            const done = document.querySelector(".check.done");
            const trouble = document.querySelector(".trouble").textContent;
            found.push(done && !trouble ? document.getElementById("question").textContent : "unfinished: " + trouble);
          }
          return found;
        }""",
        cases,
    )
    wrong = [
        (address[:80], name, got)
        for (address, name), got in zip(cases, said, strict=True)
        if got != (name or "No yes, but something to mention")
    ]
    assert wrong == []


def test_a_raised_sign_asks_for_the_haste_it_was_raised_to(reader: Reader, library: Library) -> None:
    """What its own level asks for, “within two weeks” perhaps, isn't said under a more urgent heading."""
    page = reader.open(SIGNS)
    for flag in library.all(RedFlag):
        if not flag.upgrade:
            continue
        who: Who = "child" if flag.id.startswith("child") else "adult"
        asked = _asked(library, "both", who)
        if flag.id not in [one.id for one in asked]:
            who, asked = "pregnant", _asked(library, "both", "pregnant")
        given = f"{_address(asked, yes=[flag.id])}&worse-yes={flag.id}"
        reader.open(f"{SIGNS}#where=both&who={who}&{given}")
        urgency = library.get(Urgency, flag.upgrade.urgency)
        expect(page.locator("#question")).to_have_text(urgency.name)
        said = page.locator(".check section.urgent").inner_text().split("\n")
        words = [line for line in said if line.strip() and line != flag.name]
        assert words[0] == urgency.action, flag.id
        assert "Do this" not in " ".join(words), flag.id
        assert words[1].startswith("Why so soon: you said yes to this too:"), flag.id


@pytest.mark.parametrize(
    ("who", "page_of_theirs"), [("child", "children.html"), ("pregnant", "pregnancy.html")]
)
def test_children_and_pregnancy_get_their_own_advice(
    reader: Reader, library: Library, who: Who, page_of_theirs: str
) -> None:
    page = reader.open(f"{SIGNS}#where=hip&who={who}&{_address(_asked(library, 'hip', who))}")
    expect(page.locator(".check.done")).to_be_visible()
    assert page.locator(f".check a[href='{page_of_theirs}']").count() == 1
    assert not REASSURING.search(page.locator(".check").inner_text().replace("can’t rule out", ""))


def test_the_summary_can_be_copied_and_printed(reader: Reader, library: Library) -> None:
    page = reader.open(
        f"{SIGNS}#where=back&who=adult&{_address(_asked(library), yes=['weight-loss'], unsure=['not-better-six-weeks'])}"
        "&worse-no=not-better-six-weeks&time=2026-11-21T10:36/2026-11-21T10:38"
    )
    text = page.locator(".summary").inner_text()
    assert "Answered: 2026-11-21 10:36 to 2026-11-21 10:38" in text
    assert "Pain: back. About: a grown-up." in text
    assert "Result: Today" in text
    assert "- Weight loss without trying (Unexplained weight loss): yes" in text
    assert "NOT SURE\n- No better after weeks" in text
    assert "Change in peeing" in text.partition("\nNO\n")[2]
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard',"
        " { value: { writeText: text => { window.copied = text; return Promise.resolve(); } } })"
    )
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".tools [role=status]")).to_have_text("Copied.")
    assert page.evaluate("window.copied").strip() == text.strip()
    page.locator("#whole-list").evaluate("list => list.open = true")  # as the theme does before it prints
    page.emulate_media(media="print")
    expect(page.locator(".summary")).to_be_visible()
    expect(page.locator("#whole-list")).to_be_hidden()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()


def test_signs_address_round_trip(reader: Reader) -> None:
    page = _start(reader, "Back", "Somebody pregnant, or who gave birth in the last 6 weeks")
    page.get_by_role("button", name="No", exact=True).or_(
        page.get_by_role("button", name="None of these")
    ).click()
    at, title = page.url, _title(page)
    page.reload()
    assert _title(page) == title
    page.go_back()
    assert _title(page) != title
    page.go_forward()
    assert (page.url, _title(page)) == (at, title)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("#where=back&who=adult&yes=no-such-sign", True),
        ("#where=back&who=adult&x=1", True),
        ("#where=back&who=adult&worse-yes=fever", True),
        ("#where=back&who=adult&no=child-limp", True),
        ("#where=moon", False),
        ("#yes=%00,<b>,__proto__", False),
        ("#where=back&who=adult&__proto__=x", True),
        ("#where=back&who=adult&constructor=fever&worse-toString=fever", True),
        ("#where=back&who=adult&yes=constructor&at=__proto__", True),
        ("#where=constructor&who=hasOwnProperty", False),
        ("#nothing-here", False),
        ('#"%"=&', False),
    ],
)
def test_a_broken_address_of_the_signs_is_said(reader: Reader, address: str, kept: bool) -> None:
    page = reader.open(SIGNS + address)
    expect(page.locator(".trouble")).to_contain_text("kept" if kept else "starts anew")
    expect(page.locator("#question")).to_contain_text(
        "Is one of these new?" if kept else "Where does it hurt?"
    )


def test_two_answers_to_one_sign_count_as_the_careful_one(reader: Reader) -> None:
    page = reader.open(f"{SIGNS}#where=back&who=adult&no=aorta&yes=aorta")
    expect(page.locator("#question")).to_have_text("Emergency now")
    expect(page.locator(".trouble")).to_contain_text("Part of the address")


@pytest.mark.everywhere
def test_findings_by_keyboard_to_a_pattern(reader: Reader, library: Library) -> None:
    page = reader.open(FINDINGS)
    page.locator("#question").evaluate("title => title.focus()")
    _press(page, "I have gone through them: none fits me")
    for _ in range(6):
        assert page.evaluate("document.activeElement.id") == "question"
        _press(page, "No, or it does not apply" if "pregnancy" in _title(page) else "No")
    assert page.locator(".check .pictures img").count() >= 2
    _press(page, "Above level, on two days")
    _press(page, "About equally long on both sides")
    pattern = library.get(Pattern, "short-strong")
    expect(page.locator("#question")).to_have_text(pattern.name)
    shown = page.locator(".check")
    for text in (pattern.summary, pattern.try_first[0], pattern.avoid[0], pattern.refer_if[0]):
        expect(shown).to_contain_text(text)
    expect(shown.locator(".certainty")).to_be_visible()
    assert shown.locator("a[href='../programs/short-hip-flexors.html']").count() == 1
    reader.open("index.html")
    page.go_back()
    expect(page.locator("#question")).to_have_text(pattern.name)


def test_a_warning_sign_ends_the_findings(reader: Reader) -> None:
    page = reader.open(FINDINGS)
    assert page.locator(".check a[href='../red-flags/check.html']").count() == 1
    page.get_by_role("button", name="I have gone through them: one or more fits").click()
    expect(page.locator("#question")).to_have_text("Stop first: warning signs")
    stop = page.locator(".check section.urgent")
    expect(stop).to_contain_text("How soon you need help depends on which one fits.")
    assert stop.get_attribute("data-urgency") is None
    assert stop.locator("a").evaluate_all("all => all.map(one => one.getAttribute('href'))") == [
        "../red-flags/check.html",
        "../red-flags/index.html",
    ]
    assert "Emergency now" not in page.locator(".check").inner_text()
    assert page.locator(".check a[href^='../programs']").count() == 0


def test_every_combination_leads_where_the_reference_does(reader: Reader, library: Library) -> None:
    findings = library.all(Finding)
    patterns = library.all(Pattern)
    given = [
        {finding.id: answer for finding, answer in zip(findings, picked, strict=True)}
        for picked in product(*([answer.id for answer in finding.answers] for finding in findings))
    ]
    page = reader.open(FINDINGS)
    said: list[Any] = page.evaluate(
        "given => given.map(answers => document.getElementById('findings-check').walk(answers).pattern)",
        given,
    )
    assert said == [decide(answers, patterns).id for answers in given]


def test_findings_address_round_trip(reader: Reader) -> None:
    page = reader.open(f"{FINDINGS}#warning-sign=no&new-weakness=no&joint=yes")
    expect(page.locator("#question")).to_have_text("Hip joint as the limit")
    expect(page.locator(".trouble")).to_be_hidden()
    page.get_by_role("button", name="← Back").click()
    assert page.url.endswith("#warning-sign=no&new-weakness=no")
    page.reload()
    expect(page.locator("[data-progress]")).to_have_text(re.compile(r"^Question 3 of at most \d+$"))
    page.go_back()
    expect(page.locator("#question")).to_have_text("Hip joint as the limit")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("#warning-sign=no&new-weakness=maybe", True),
        ("#warning-sign=no&length=above", True),
        ("#warning-sign=no&warning-sign=yes", True),
        ("#warning-sign=no&moon=full", True),
        ("#joint=yes", False),
        ("#__proto__=no&constructor=no", False),
        ("#nothing-here", False),
        ('#"%E0=&', False),
    ],
)
def test_a_broken_address_of_the_findings_is_said(reader: Reader, address: str, kept: bool) -> None:
    page = reader.open(FINDINGS + address)
    expect(page.locator(".trouble")).to_contain_text("kept" if kept else "starts anew")
    title = page.locator("#question")
    expect(title).to_contain_text("Has a leg become weak lately" if kept else "First: warning signs")


@pytest.mark.parametrize("address", [SIGNS, FINDINGS])
def test_without_a_script_they_are_lists(browser: Browser, root: str, library: Library, address: str) -> None:
    reader = Reader(browser, root, java_script_enabled=False)
    page = reader.open(address)
    expect(page.locator(".check")).to_be_hidden()
    text = page.locator("#whole-list").inner_text()
    if address == SIGNS:
        for flag in library.all(RedFlag):
            assert flag.name in text
            assert flag.question in text
            assert flag.signs == () or flag.signs[-1] in text
    else:
        for finding in library.all(Finding):
            assert finding.question in text
        for pattern in library.all(Pattern):
            assert pattern.name in text
            assert pattern.try_first[-1].replace("**", "").split("[^")[0] in text
    reader.context.close()


@pytest.mark.parametrize("address", [SIGNS, FINDINGS])
def test_buttons_are_big_and_nothing_scrolls_sideways(browser: Browser, root: str, address: str) -> None:
    reader = Reader(browser, root, viewport={"width": 360, "height": 780})
    page = reader.open(address)
    for _ in range(4):
        for button in page.locator(".check button:visible").all():
            box = button.bounding_box()
            assert box
            assert box["height"] >= 44, button.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.locator(".check [data-body] button").first.click()
    reader.context.close()


@pytest.mark.parametrize("address", [SIGNS, FINDINGS])
def test_no_check_ever_says_that_all_is_well(reader: Reader, address: str) -> None:
    page = reader.open(address)
    said = page.locator("article").evaluate("node => node.textContent").replace("can’t rule out", "")
    assert not REASSURING.search(said), REASSURING.findall(said)
