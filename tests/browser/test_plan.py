"""A plan from its first exercise to the handout: built, sent as a link, followed."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.exercises import amount
from macros.library import Library
from macros.models import Exercise
from macros.plan import LEDGER, codes
from tests.browser.reader import Reader

PLAN = "plan/index.html"
LINKS = json.loads(Path(__file__).with_name("plan-links.json").read_text("utf-8"))

# Exercises with the dose and the note that they are given here.
NUMBER = {code.exercise: code.number for code in codes(LEDGER.read_text("utf-8"))}
BRIDGE, MARCH, HOLD, BIRD = (
    NUMBER[id] for id in ("bridge", "psoas-march", "half-kneeling-hip-flexor-stretch", "bird-dog")
)

RANDOM_PLANS = """
count => {
  let seed = 20261121;
  const random = below => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 2147483648 * below); };
  const words = ["hold", "the", "Chair", "slowly.", "×", "3", "each side", "<b>", "ü", "日本", "😀", "E", "U|C", "\\\\", "'", "#%"];
  const text = longest => Array.from({ length: random(9) }, () => random(4)
    ? words[random(words.length)] : String.fromCodePoint(33 + random(90))).join(" ").slice(0, longest);
  const code = window.Plan.code;
  const wrong = [];
  let unnoticed = 0;
  for (let at = 0; at < count; at += 1) {
    const plan = code.clean({ title: text(60), greeting: text(200), items: Array.from({ length: random(25) }, () => ({
      code: 1 + random(random(2) ? 100 : 40000), note: text(140),
      dose: Object.fromEntries(Object.entries(code.DOSE).filter(() => random(2)).map(([part, limits]) =>
        [part, limits[1] + random(limits[2] - limits[1] + 1)])) })) });
    const link = code.encode(plan);
    const back = code.decode("#" + link);
    if (!/^1[A-Za-z0-9_-]+[a-z0-9]$/.test(link) || !back.whole || JSON.stringify(back.plan) !== JSON.stringify(plan)) wrong.push(plan);
    const where = 1 + random(link.length - 1);
    const other = "ABCDEFGHIJKLMNOPabcdefgh01234567-_"[random(34)];
    const changed = link.slice(0, where) + other + link.slice(where + 1);
    const short = code.decode("#" + link.slice(0, where));
    if (changed !== link && code.decode("#" + changed).whole) unnoticed += 1;
    if (short && short.whole) unnoticed += 1;
  }
  return [wrong.slice(0, 3), unnoticed];
}
"""


def link_of(page: Page, plan: dict[str, object]) -> str:
    """The part after “#” for a plan, as the page itself writes it."""
    return str(page.evaluate("plan => window.Plan.code.encode(plan)", plan))


def item(code: int, note: str = "", **dose: int) -> dict[str, object]:
    return {"code": code, "dose": dose, "note": note}


def follow(reader: Reader, *items: dict[str, object], title: str = "", greeting: str = "") -> str:
    """Open the page of a plan; returns the part after “#”."""
    page = reader.open(PLAN)
    link = link_of(page, {"title": title, "greeting": greeting, "items": list(items)})
    page.evaluate("link => { location.hash = link; }", link)
    expect(page.locator(".plan-follow")).to_be_visible()
    return link


def test_thousands_of_plans_come_back_as_they_were(reader: Reader) -> None:
    page = reader.open(PLAN)
    wrong, unnoticed = page.evaluate(RANDOM_PLANS, 3000)
    assert wrong == []
    assert unnoticed <= 3  # of 6000 changes; the check has 32,749 values


@pytest.mark.everywhere
def test_published_links_open_for_ever(reader: Reader) -> None:
    page = reader.open(PLAN)
    for golden in LINKS:
        found = page.evaluate("link => window.Plan.code.decode('#' + link)", golden["link"])
        assert found == {"plan": golden["plan"], "whole": True}
        for after in ("). ", "_", "&source=mail", "%20"):
            trailing = page.evaluate("link => window.Plan.code.decode('#' + link)", golden["link"] + after)
            assert trailing["whole"], after


def test_links_are_short(reader: Reader) -> None:
    page = reader.open(PLAN)
    six = [item(code, sets=2, reps=8, rest=45) for code in (MARCH, BRIDGE, BIRD, HOLD, 5, 60)]
    greeting = (
        "Hi Anna, here is your plan for the next two weeks. Start gently, and skip a day if you are sore."
    )
    assert len(link_of(page, {"title": "Hip plan for November", "greeting": greeting, "items": six})) <= 150
    notes = [
        "Only as far as it feels easy, and without pain.",
        "Left leg first; hold on to a chair or table.",
    ]
    noted = [item(code, notes[code % 2], sets=2, reps=8, rest=45, week=4) for code in range(20, 32)]
    six_noted = link_of(page, {"title": "Hip plan for November", "greeting": greeting, "items": noted[:6]})
    twelve = link_of(page, {"title": "Hip plan for November", "greeting": greeting, "items": noted})
    assert (len(six_noted) <= 300, len(twelve) <= 600) == (True, True), (len(six_noted), len(twelve))


def test_doses_in_words_and_minutes_are_those_of_the_exercises_pages(
    reader: Reader, library: Library
) -> None:
    page = reader.open(PLAN)
    said = page.evaluate(
        "Object.fromEntries(window.Plan.records.data.exercises.map(one => [one.id,"
        " [window.Plan.records.amount(one, one.own), window.Plan.records.minutes(one, one.own)]]))"
    )
    for one in library.all(Exercise):
        assert said[one.id] == [amount(one.dose), one.dose.minutes]


@pytest.mark.everywhere
def test_from_the_start_to_a_link_for_a_client(reader: Reader, browser: Browser, root: str) -> None:
    page = reader.open("index.html")
    page.get_by_role("article").get_by_role("link", name="Exercises", exact=True).first.click()
    page.get_by_role("link", name="Psoas march with band").first.click()
    page.get_by_role("link", name="Add to a plan").click()
    status = page.locator(".plan-status")
    expect(status).to_contain_text("Psoas march with band is added. The plan has 1 exercise.")
    search = page.get_by_label("Name, or part of it")
    for words in ("bridge", "bird d", "half-kneeling hip"):
        search.fill(words)
        search.press("Enter")
    expect(status).to_contain_text("The plan has 4 exercises.")
    page.get_by_label("Reps: Psoas march with band").fill("6")
    page.get_by_label("Hold (s): Half-kneeling hip flexor stretch").fill("45")
    page.get_by_label("Note for Bridge").fill("Slowly, and stop before it hurts")
    page.get_by_label("Title").fill("Plan for Anna")
    link = page.get_by_label("The whole plan is in this link").input_value()
    assert link.startswith(f"{root}/{PLAN}#1")
    assert len(link.partition("#")[2]) < 80
    client = Reader(browser, root, viewport={"width": 360, "height": 740})
    seen = client.open(link.removeprefix(f"{root}/"))
    expect(seen.get_by_role("heading", level=1)).to_contain_text("Plan for Anna")
    names = [text.strip() for text in seen.locator(".plan-follow h2").all_inner_texts()]
    assert [name.partition(".")[0] for name in names] == ["1", "2", "3", "4"]
    expect(seen.locator("#exercise-1 ~ .plan-words .plan-dose")).to_contain_text("3 sets of 6 on each side")
    expect(seen.locator(".plan-said")).to_have_text("Slowly, and stop before it hurts")
    expect(seen.locator("#plan-safety .urgent")).to_be_visible()
    expect(seen.get_by_role("heading", name="Good to know")).to_be_hidden()
    assert seen.evaluate("document.documentElement.scrollWidth") <= 360
    assert client.errors == []
    assert client.strayed == []
    client.context.close()


def chosen(page: Page) -> list[str]:
    return [text.partition(". ")[2] for text in page.locator(".plan-row-head h3").all_inner_texts()]


def test_order_by_keys_and_by_dragging_with_undo(reader: Reader) -> None:
    page = reader.open(f"{PLAN}#add=bridge")
    for id in ("psoas-march", "bird-dog"):
        page.evaluate("id => { location.hash = 'add=' + id; }", id)
    expect(page.locator(".plan-row-head")).to_have_count(3)
    assert chosen(page) == ["Bridge", "Psoas march with band", "Bird dog"]
    page.get_by_role("button", name="Move up: Bird dog").press("Enter")
    expect(page.locator(".plan-status")).to_have_text("Bird dog is now number 2 of 3.")
    expect(page.get_by_role("button", name="Move up: Bird dog")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move down: Bird dog")).to_be_focused()
    assert chosen(page) == ["Bird dog", "Bridge", "Psoas march with band"]
    page.set_viewport_size({"width": 1000, "height": 1800})
    handle = page.locator(".plan-handle").first
    last = page.locator(".plan-row-item").last
    handle.scroll_into_view_if_needed()
    start, end = handle.bounding_box(), last.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + end["height"] - 10, steps=8)
    page.mouse.up()
    assert chosen(page) == ["Bridge", "Psoas march with band", "Bird dog"]
    page.get_by_role("button", name="Remove Bridge").press("Enter")
    assert chosen(page) == ["Psoas march with band", "Bird dog"]
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert chosen(page) == ["Bridge", "Psoas march with band", "Bird dog"]
    page.reload()
    assert chosen(page) == ["Bridge", "Psoas march with band", "Bird dog"]
    page.get_by_role("button", name="Empty the plan").click()
    expect(page.locator(".plan-empty")).to_be_visible()


def test_search_finds_other_names_and_says_what_is_there_twice(reader: Reader) -> None:
    page = reader.open(PLAN)
    search = page.get_by_label("Name, or part of it")
    search.fill("mini-band psoas")
    expect(page.locator(".plan-found button")).to_have_text(
        re.compile("Psoas march with band.*mini-band psoas march")
    )
    for _ in range(2):
        search.fill("mini-band psoas")
        search.press("Enter")
    expect(page.locator(".plan-status")).to_contain_text("is in the plan already")
    search.fill("xyzzy")
    expect(page.locator(".plan-build > .plan-spoken")).to_have_text("0 found")


def test_what_clashes_is_said_in_the_words_of_the_caution(reader: Reader, library: Library) -> None:
    page = reader.open(f"{PLAN}#add=psoas-march")
    expect(page.locator(".plan-clash")).to_have_count(0)
    page.get_by_text("Anything to be careful with?").click()
    page.get_by_label("Groin or abdominal hernia").check()
    expect(page.locator(".plan-clash")).to_have_text(
        re.compile("^Ask a clinician first. Groin or belly hernia, or recent belly surgery")
    )
    expect(page.locator(".plan-status")).to_have_text("1 warning in the plan below.")
    link = page.get_by_label("The whole plan is in this link").input_value()
    page.get_by_label("Groin or abdominal hernia").uncheck()
    assert page.get_by_label("The whole plan is in this link").input_value() == link, (
        "health is not in the link"
    )
    for id in ("bridge", "bird-dog", "dead-bug", "clamshell"):
        expect(page.locator(".plan-warning:visible")).to_have_count(0)
        page.evaluate("id => { location.hash = 'add=' + id; }", id)
        expect(page.locator(".plan-status")).to_contain_text("is added")
    expect(page.locator(".plan-warning:visible")).to_contain_text("That is 5 exercises. Two to four")


def test_a_program_becomes_a_plan(reader: Reader) -> None:
    page = reader.open("programs/weak-hip-flexors.html")
    page.get_by_role("link", name="Open as a plan").click()
    choice = page.get_by_label("Part of a program")
    expect(choice).to_be_focused()
    assert choice.evaluate("one => one.selectedOptions[0].textContent") == "Week 1: Band day (3)"
    page.get_by_role("button", name="Take it").click()
    expect(page.get_by_label("Title")).to_have_value("Band day, week 1")
    expect(page.locator(".plan-row-item")).to_have_count(3)
    expect(page.locator(".plan-dose").nth(1)).to_contain_text("3 sets of 15 on each side, 3 times a week")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".plan-empty")).to_be_visible()


def test_texts_of_a_link_never_become_html(reader: Reader) -> None:
    trick = "<img src=x onerror=alert(1)><b>hey</b>"
    follow(reader, item(MARCH, note=trick), title=trick, greeting=trick)
    page = reader.page
    expect(page.locator(".plan-said").first).to_have_text(trick)
    expect(page.get_by_role("heading", level=1)).to_contain_text(trick)
    expect(page.locator(".plan-app b, .plan-app img[src=x], h1 b, h1 img")).to_have_count(0)
    page.get_by_role("button", name="Start the timer").click()
    expect(page.locator(".plan-timer-detail")).to_contain_text(trick)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Change this plan").click()
    expect(page.get_by_label("Note for Psoas march with band")).to_have_value(trick)


def test_damaged_and_newer_links_say_so(reader: Reader) -> None:
    link = follow(reader, item(BRIDGE), item(MARCH, "a note that is long enough to be cut off"), title="Mine")
    page = reader.page
    expect(page.get_by_role("alert")).to_have_count(0)
    page.evaluate("link => { location.hash = link; }", link[:-12])
    expect(page.get_by_role("alert")).to_contain_text("Part of this link got lost or changed on its way.")
    expect(page.locator("#exercise-1")).to_have_text("1. Bridge")
    follow(reader, item(BRIDGE), item(NUMBER.__len__() + 900, "later", sets=2), title="Newer")
    expect(page.get_by_role("alert")).to_contain_text("1 exercise of this plan can’t be shown here")
    expect(page.locator("#exercise-2")).to_contain_text("Exercise number")
    expect(page.get_by_text("The plan says sets: 2.")).to_be_visible()
    page.evaluate("location.hash = '2abcdef'")
    expect(page.get_by_role("alert")).to_contain_text("made by a newer version of the site")
    expect(page.get_by_role("alert")).to_be_in_viewport()


def test_a_link_that_mail_has_mangled_still_opens(reader: Reader) -> None:
    page = reader.open(PLAN)
    decode = "link => window.Plan.code.decode(link)"
    for golden in LINKS:
        link = golden["link"]
        middle = len(link) // 2
        half, rest = link[:middle], link[middle:]
        for mangled in (
            *(half + gap + rest for gap in (" ", "\n", "\r\n  ", "%20", "=%0D%0A", "=\r\n", "%0A", "\u200b")),
            f"plan: {link}",
            f"plan:{link}.",
            f"Your plan is {half} {rest} See you on 1 December",
            "".join(f"%{ord(letter):02X}" for letter in link),
            f"%20{link}",
            f"{link}%E0%A4%A",
            f"%E0%A4%A {link}",
        ):
            found = page.evaluate(decode, "#" + mangled)
            assert found == {"plan": golden["plan"], "whole": True}, mangled
        found = page.evaluate(decode, f"https://elsewhere.example/plan/index.html%23{link}")
        assert found == {"plan": golden["plan"], "whole": True}
    # A space in the link opens the plan, and the address is mended with it.
    link = LINKS[1]["link"]
    page.evaluate("link => { location.hash = link; }", f"{link[:20]} {link[20:]}")
    expect(page.locator(".plan-follow")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.url.endswith(f"#{link}")


@pytest.mark.parametrize("hash", ["0hn3nsywOeCc", "%E0%A4%A", "hello", "1", "%23", "__proto__"])
def test_what_is_no_plan_says_so_where_it_is_seen(reader: Reader, hash: str) -> None:
    page = reader.open(f"{PLAN}#{hash}")
    alert = page.get_by_role("alert")
    expect(alert).to_have_text("This link can’t be read. Ask for it again.")
    expect(alert).to_be_in_viewport()
    page.evaluate("location.hash = 'good-to-know'")
    expect(page.locator("#good-to-know")).to_be_in_viewport()


def test_a_plan_of_which_nothing_is_left_shows_the_warning_alone(reader: Reader) -> None:
    page = reader.open(f"{PLAN}#1hn3nsyw")
    expect(page.get_by_role("alert")).to_have_count(1)
    expect(page.get_by_role("alert")).to_contain_text("Nothing of it can be read. Ask for it again.")
    expect(page.locator(".plan-follow :is(button, input)")).to_have_count(0)
    expect(page.get_by_text("done today")).to_have_count(0)


def test_names_that_every_object_has_are_no_exercises(reader: Reader) -> None:
    for id in ("constructor", "__proto__", "toString"):
        page = reader.open(f"{PLAN}#add={id}")
        page.reload()
        page.evaluate("id => { location.hash = 'add=' + id; }", id)
        expect(page.locator(".plan-status")).to_have_text(f"“{id}” is not in the list of exercises here.")
        page.evaluate("id => { location.hash = 'program=' + id; }", id)
        expect(page.locator(".plan-status")).to_have_text(f"“{id}” is not in the list of programs here.")


def test_the_timer_counts_holds_and_rests_and_ticks_off(reader: Reader) -> None:
    reader.page.clock.install(time=datetime(2026, 11, 23, 9, 0))
    follow(reader, item(HOLD, sets=2, hold=20, rest=15), item(BRIDGE, sets=1))
    page = reader.page
    page.clock.pause_at(datetime(2026, 11, 23, 9, 5))
    opener = page.get_by_role("button", name="Start with the timer")
    opener.press("Enter")
    dialog = page.get_by_role("dialog")
    label, digits = dialog.locator(".plan-timer-label"), dialog.get_by_role("timer")
    spoken = dialog.locator("[aria-live=assertive]")
    expect(dialog.get_by_role("button", name="Begin")).to_be_focused()
    expect(dialog.get_by_role("button", name="Sound is off")).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("Enter")
    expect(label).to_have_text("Get ready")
    page.clock.run_for(5300)
    expect(label).to_have_text("Hold")
    expect(spoken).to_have_text("Hold. 20 seconds. Set 1 of 2 · first side")
    page.clock.run_for(8000)
    expect(digits).to_have_text("12")
    dialog.get_by_role("button", name="Pause").press("Enter")
    page.clock.run_for(60_000)
    expect(digits).to_have_text("12")
    dialog.get_by_role("button", name="Go on").press("Enter")
    page.clock.run_for(12_300)
    expect(label).to_have_text("Change sides")
    page.clock.run_for(5300 + 20_300)
    expect(label).to_have_text("Rest")
    page.clock.run_for(15_300 + 20_300 + 5300)
    expect(spoken).to_have_text("Hold. 20 seconds. Set 2 of 2 · other side")
    page.clock.run_for(20_300)
    expect(spoken).to_contain_text("Bridge")
    expect(page.get_by_label("Done today: Half-kneeling")).to_be_checked()
    dialog.get_by_role("button", name="Begin").press("Enter")
    expect(label).to_have_text("12 repetitions")
    dialog.get_by_role("button", name="Done", exact=True).press("Enter")
    expect(label).to_have_text("That’s all for now")
    dialog.get_by_role("button", name="Close").last.press("Enter")
    expect(page.locator("dialog")).to_have_count(0)
    expect(opener).to_be_focused()
    expect(page.locator(".plan-today")).to_contain_text("2 of 2 done today")


def test_going_through_with_next_ticks_nothing(reader: Reader) -> None:
    follow(reader, item(HOLD, sets=1), item(BRIDGE, sets=1))
    page = reader.page
    page.get_by_role("button", name="Start with the timer").click()
    dialog = page.get_by_role("dialog")
    for _ in range(30):
        if not dialog.get_by_role("button", name="Next").is_visible():
            break
        dialog.get_by_role("button", name="Next").click()
    expect(dialog.locator(".plan-timer-label")).to_have_text("That’s all for now")
    dialog.get_by_role("button", name="Close").last.click()
    expect(page.locator(".plan-today")).to_contain_text("0 of 2 done today")


@pytest.mark.parametrize(("width", "height"), [(360, 740), (780, 360), (1200, 800)])
def test_the_timer_shows_one_picture_large_and_the_steps(
    browser: Browser, root: str, width: int, height: int, library: Library
) -> None:
    reader = Reader(browser, root, viewport={"width": width, "height": height})
    follow(reader, item(HOLD))
    page = reader.page
    page.get_by_role("button", name="Start the timer").click()
    dialog = page.get_by_role("dialog")
    first = dialog.locator("img").get_attribute("src")
    steps = library.get(Exercise, "half-kneeling-hip-flexor-stretch").steps
    expect(dialog.locator(".plan-timer-steps li")).to_have_count(len(steps))
    expect(dialog.locator(".plan-timer-steps li").first).to_be_in_viewport()
    dialog.get_by_role("button", name="Begin").click()
    dialog.get_by_role("button", name="Next").click()
    expect(dialog.locator(".plan-timer-label")).to_have_text("Hold")
    expect(dialog.locator("img")).to_have_count(1)
    assert dialog.locator("img").get_attribute("src") != first, "the held position, not the start"
    picture, digits, row = (
        dialog.locator(part).bounding_box() for part in ("img", "[role=timer]", ".plan-timer-row")
    )
    assert picture
    assert digits
    assert row
    assert picture["width"] >= 200
    assert picture["height"] >= 150
    assert row["y"] + row["height"] <= height
    if width > height and height < 500:
        assert digits["x"] >= picture["x"] + picture["width"]
    assert reader.errors == []
    reader.context.close()


@pytest.mark.everywhere
def test_ticks_stay_for_today_and_can_be_forgotten(reader: Reader) -> None:
    page = reader.page
    page.clock.set_fixed_time(datetime(2026, 11, 23, 9, 0))
    follow(reader, item(BRIDGE), item(MARCH))
    box = page.get_by_label("Done today: Bridge")
    expect(page.get_by_role("button", name="Forget today’s ticks")).to_be_hidden()
    box.press("Space")
    page.reload()
    expect(box).to_be_checked()
    expect(page.locator(".plan-today")).to_contain_text(
        "1 of 2 done today. Ticks stay in this browser on this device"
    )
    page.clock.set_fixed_time(datetime(2026, 11, 24, 9, 0))
    page.reload()
    expect(box).not_to_be_checked()
    box.check()
    page.get_by_role("button", name="Forget today’s ticks").click()
    expect(box).not_to_be_checked()
    assert page.evaluate("localStorage.getItem('plan-done')") is None


def test_reminders_are_a_sound_calendar_file(reader: Reader) -> None:
    note = "Längs der Wand, langsam; nicht weiter gehen, wenn es drückt, und dann zurück 😀😀"
    reader.page.clock.set_fixed_time(datetime(2026, 11, 21, 9, 0))
    link = follow(
        reader, item(BRIDGE, note=note, week=3), item(MARCH, week=7), item(HOLD, week=3), title="A, b; c\\d"
    )
    page = reader.page
    page.get_by_text("Reminders for my calendar").click()
    page.get_by_label("At what time").fill("07:30")
    page.get_by_label("For how long").select_option("4")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the calendar file").click()
    assert waiting.value.suggested_filename == "plan.ics"
    raw = Path(waiting.value.path()).read_bytes()
    assert raw.endswith(b"END:VCALENDAR\r\n")
    rows = raw.split(b"\r\n")
    assert max(map(len, rows)) <= 75
    assert all(b"\n" not in row for row in rows)
    lines = raw.replace(b"\r\n ", b"").decode("utf-8").splitlines()
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    events = [part.splitlines() for part in "\n".join(lines).split("BEGIN:VEVENT\n")[1:]]
    assert len(events) == 2
    found = [dict(line.split(":", 1) for line in reversed(event)) for event in events]
    assert len({event["UID"] for event in found}) == 2
    march, all_three = found
    assert march["RRULE"] == "FREQ=WEEKLY;BYDAY=SU,TU,TH,SA;COUNT=16"
    assert all_three["RRULE"] == "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=12"
    days = [day for event in found for day in event["RRULE"].split("BYDAY=")[1].split(";")[0].split(",")]
    assert len(days) == len(set(days)), "two reminders at the same hour"
    assert (all_three["DTSTART"], march["DTSTART"]) == ("20261123T073000", "20261122T073000")
    assert re.fullmatch(r"2026112\dT\d{6}Z", march["DTSTAMP"])
    assert re.fullmatch(r"PT\d+M", march["DURATION"])
    names = r"Bridge\, Psoas march with band\, Half-kneeling hip flexor stretch"
    assert all_three["SUMMARY"] == rf"A\, b\; c\\d: {names}"
    assert march["SUMMARY"] == r"A\, b\; c\\d: Psoas march with band"
    assert note.replace(",", r"\,").replace(";", r"\;") in all_three["DESCRIPTION"]
    assert march["DESCRIPTION"].endswith(f"#{link}")
    for event in events:
        assert event.count("BEGIN:VALARM") == event.count("END:VALARM") == event.count("END:VEVENT") == 1
    start = datetime.strptime(all_three["DTSTART"], "%Y%m%dT%H%M%S")
    assert start.weekday() == 0
    assert start - datetime(2026, 11, 21) < timedelta(days=8)


FOUR = [
    item(MARCH, "Left leg only, slowly", reps=8),
    item(BRIDGE),
    item(BIRD),
    item(HOLD, "On a mat", hold=45),
]
SIX = [*FOUR, item(NUMBER["dead-bug"]), item(NUMBER["straight-leg-raise"])]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_plans_print_on_few_sheets(reader: Reader, paper: str) -> None:
    for items, most, large in ((FOUR, 2, 3), (SIX, 3, 4)):
        follow(reader, *items, title="Hip plan", greeting="Start gently. Skip a day if you are sore.")
        page = reader.page
        size = page.get_by_label("Large print")
        size.uncheck()
        assert sheets(page, paper) <= most
        size.check()
        assert sheets(page, paper) <= large


def sheets(page: Page, paper: str) -> int:
    """How many sheets the page takes."""
    return len(re.findall(rb"/Type /Page\b", page.pdf(format=paper)))


def test_on_paper_safety_comes_first_and_nothing_is_left_out(reader: Reader, library: Library) -> None:
    follow(reader, *FOUR, title="Hip plan", greeting="Start gently. Skip a day if you are sore.")
    page = reader.page
    for on_paper in page.locator(".plan-paper-only").all():
        expect(on_paper).to_be_hidden()
    page.emulate_media(media="print")
    for hidden in (
        ".plan-tools",
        ".plan-calendar",
        ".plan-act",
        ".plan-today",
        ".plan-change",
        ".plan-safety",
        ".kit",
        ".paper .qr",
        "#good-to-know",
    ):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
    for shown in (".plan-qr", ".plan-lines", ".plan-dose", ".plan-frames img", ".reviewed"):
        expect(page.locator(shown).first).to_be_visible()
    assert "BibTeX" not in page.locator("body").inner_text()
    places = [
        page.locator(part).first.bounding_box()["y"]  # type: ignore[index]
        for part in (
            ".paper",
            "h1",
            ".plan-urgent",
            ".plan-rule:not(.plan-urgent)",
            ".plan-for",
            ".plan-item",
        )
    ]
    assert places == sorted(places)
    expect(page.locator(".paper")).to_contain_text("Iliopsoas & Back Pain · ")
    expect(page.locator(".paper")).to_contain_text("/plan/index.html")
    signs = page.locator("#plan-safety .urgent li").evaluate_all(
        "all => all.map(one => one.textContent.trim())"
    )
    assert len(signs) >= 5
    for sign in signs:
        expect(page.locator(".plan-urgent")).to_contain_text(sign)
    expect(page.locator(".plan-rule").nth(1)).to_contain_text("Stop the exercise if: Sharp, catching")
    expect(page.locator(".plan-for span")).to_have_text(["For", "From", "We look at it again on"])
    expect(page.locator(".plan-code")).to_contain_text(re.compile(r"Printed [A-Z][a-z]+ \d+, 20\d\d\."))
    expect(page.locator(".plan-careful")).to_have_count(4)
    expect(page.locator(".plan-careful").first).to_contain_text(
        "Ask a clinician first with: Groin or belly hernia, or recent belly surgery or birth."
    )
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    assert page.locator(".plan-steps li").first.evaluate(size) >= 15.9  # 12 points
    assert page.locator(".plan-rule").first.evaluate(size) >= 13.3  # 10 points
    assert page.locator(".plan-frames img").first.evaluate("one => one.getBoundingClientRect().width") >= 140


def test_large_print_is_kept_in_this_tab(reader: Reader) -> None:
    follow(reader, item(BRIDGE))
    page = reader.page
    page.get_by_label("Large print (stays on in this tab)").check()
    page.reload()
    expect(page.get_by_label("Large print")).to_be_checked()
    page.emulate_media(media="print")
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    assert page.locator(".plan-steps li").first.evaluate(size) >= 21.2  # 16 points
    page.emulate_media(media="screen")
    page.get_by_label("Large print").uncheck()
    page.reload()
    expect(page.get_by_label("Large print")).not_to_be_checked()


def test_a_code_can_be_pasted(reader: Reader) -> None:
    page = reader.open(PLAN)
    page.get_by_text("You got a link or a code?").click()
    field = page.get_by_label("Link or code")
    field.fill("nonsense")
    field.press("Enter")
    expect(page.get_by_text("That isn’t a plan.")).to_be_visible()
    field.fill(f"https://elsewhere.example/plan/index.html#{LINKS[1]['link']}")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hip plan for November")
    page.go_back()
    expect(page.locator(".plan-build")).to_be_visible()


def test_a_plan_can_be_changed_into_a_new_link(reader: Reader) -> None:
    old = follow(reader, item(BRIDGE, sets=2), item(50_000, "kept as it is", reps=9), title="Old")
    page = reader.page
    page.get_by_role("button", name="Change this plan").click()
    expect(page.get_by_label("Sets: Bridge")).to_have_value("2")
    link = page.get_by_label("The whole plan is in this link")
    assert link.input_value().partition("#")[2] == old
    page.get_by_role("button", name="Back to the dose of its page").click()
    new = page.evaluate("link => window.Plan.code.decode(link)", link.input_value())
    assert new["plan"]["items"] == [item(BRIDGE), item(50_000, "kept as it is", reps=9)]


def dose_of(page: Page) -> dict[str, int]:
    """The dose of the first exercise, as the link that the builder shows says it."""
    link = page.get_by_label("The whole plan is in this link").input_value()
    dose: dict[str, int] = page.evaluate(
        "link => window.Plan.records.dose(window.Plan.code.decode(link).plan.items[0])", link
    )
    return dose


@pytest.mark.parametrize("clicks", [1, 2])
def test_what_is_typed_takes_the_place_of_the_number(reader: Reader, clicks: int) -> None:
    page = reader.open(f"{PLAN}#add=bridge")
    reps = page.get_by_label("Reps: Bridge")
    for x in (4, 14, 30):
        reps.click(click_count=clicks, position={"x": x, "y": 20})
        page.keyboard.type("8")
        page.keyboard.press("Tab")
        expect(reps).to_have_value("8")
        assert dose_of(page)["reps"] == 8
        reps.fill("12")
        page.keyboard.press("Tab")
    sets = page.get_by_label("Sets: Bridge")
    sets.focus()
    page.keyboard.type("2")
    expect(sets).to_have_value("2")


def test_a_number_out_of_its_limits_is_said_and_not_taken(reader: Reader) -> None:
    page = reader.open(f"{PLAN}#add=bridge")
    reps = page.get_by_label("Reps: Bridge")
    said = page.locator(".plan-wrong")
    for typed in ("128", "0", "-4", "2.5", ""):
        reps.click()
        page.keyboard.press("Delete")
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
        expect(said).to_have_text("Reps: 1 to 60. The plan keeps 12.")
        expect(said).to_have_attribute("role", "status")
        expect(reps).to_have_attribute("aria-invalid", "true")
        assert dose_of(page)["reps"] == 12, typed
    page.get_by_label("Sets: Bridge").fill("11")
    expect(said).to_have_text("Sets: 1 to 10. The plan keeps 3. Reps: 1 to 60. The plan keeps 12.")
    page.get_by_label("Sets: Bridge").fill("4")
    reps.fill("20")
    expect(said).to_have_text("")
    expect(reps).not_to_have_attribute("aria-invalid", "true")
    assert dose_of(page) == {**dose_of(page), "sets": 4, "reps": 20}


NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.mark.parametrize("works", [True, False])
def test_copying_works_without_the_new_clipboard_and_is_said_beside_the_button(
    reader: Reader, works: bool
) -> None:
    reader.page.add_init_script(NO_CLIPBOARD)
    page = reader.open(f"{PLAN}#add=bridge")
    page.evaluate(
        "works => { document.execCommand = () => { window.copied = String(getSelection()); return works; }; }",
        works,
    )
    button = page.get_by_role("button", name="Copy the link")
    button.click()
    said = page.locator(".plan-copied")
    expect(said).to_have_text(
        "The link is copied." if works else re.compile("^This browser doesn’t let us copy")
    )
    expect(said).to_be_in_viewport()
    box, place = said.bounding_box(), button.bounding_box()
    assert box
    assert place
    assert abs(box["y"] - place["y"]) < 120
    link = page.get_by_label("The whole plan is in this link")
    assert page.evaluate("window.copied") == link.input_value()
    expect(button if works else link).to_be_focused()


@pytest.mark.everywhere
def test_chosen_on_cards_of_the_finder_and_brought_to_the_plan(reader: Reader) -> None:
    page = reader.open(f"{PLAN}#add=bird-dog")
    page = reader.open("exercising/find.html#goal=strengthen")
    expect(page.locator(".picked")).to_be_hidden()
    box = page.get_by_label("Add to plan: Bridge", exact=True)
    target = page.locator("label.pick", has=box).bounding_box()
    assert target
    assert target["height"] >= 44
    box.check()
    page.get_by_label("Add to plan: Bird dog").evaluate("box => box.click()")  # hidden by the filter or not
    page.get_by_label("Add to plan: Psoas march with band").check()
    link = page.get_by_role("link", name="Plan (3) →")
    expect(link).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.locator(".plan-status")).to_have_text(
        "Bridge and Psoas march with band are added. The plan has 3 exercises. Bird dog is in the plan already."
    )
    expect(page.locator(".plan-status")).to_be_in_viewport()
    assert chosen(page) == ["Bird dog", "Bridge", "Psoas march with band"]
    page.go_back()
    expect(page).to_have_url(re.compile("#goal=strengthen$"))
    expect(page.locator("fieldset[data-key=goal] [value=strengthen]")).to_be_checked()
    expect(page.get_by_label("Add to plan: Bridge", exact=True)).to_be_checked()
    page.reload()
    expect(link).to_be_visible()
    page.get_by_role("button", name="Untick all").click()
    expect(page.locator(".picked")).to_be_hidden()
    expect(page.get_by_label("Add to plan: Bridge", exact=True)).not_to_be_checked()


def test_many_are_added_at_once_and_what_is_unknown_is_said(reader: Reader) -> None:
    page = reader.open(f"{PLAN}#add=bridge%7Cno-such-one,bird-dog|bridge")
    expect(page.locator(".plan-status")).to_have_text(
        "Bridge and Bird dog are added. The plan has 2 exercises. “no-such-one” is not in the list of exercises here."
    )
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".plan-empty")).to_be_visible()
    every = page.evaluate("window.Plan.records.data.exercises.map(one => one.id).join('|')")
    page.evaluate("all => { location.hash = 'add=' + all; }", every)
    expect(page.locator(".plan-status")).to_contain_text("A plan holds at most 24 exercises: ")
    expect(page.locator(".plan-row-item")).to_have_count(24)


def test_cards_of_the_finder_stay_plain_without_javascript_and_on_paper(browser: Browser, root: str) -> None:
    plain = Reader(browser, root, java_script_enabled=False)
    expect(plain.open("exercising/find.html").get_by_text("Add to plan", exact=True)).to_have_count(0)
    plain.context.close()
    reader = Reader(browser, root)
    page = reader.open("exercising/find.html")
    page.get_by_label("Add to plan: Bridge", exact=True).check()
    page.emulate_media(media="print")
    expect(page.locator(".pick").first).to_be_hidden()
    expect(page.locator(".picked")).to_be_hidden()
    page.emulate_media(media="screen")
    page = reader.open("programs/weak-hip-flexors.html")
    opener = page.get_by_role("link", name="Open as a plan")
    assert opener.evaluate("one => one.compareDocumentPosition(document.getElementById('before')) & 4")
    page.emulate_media(media="print")
    expect(opener).to_be_hidden()
    reader.context.close()


def test_without_javascript_there_are_programs_and_exercises(browser: Browser, root: str) -> None:
    reader = Reader(browser, root, java_script_enabled=False)
    page = reader.open(f"{PLAN}#add=bridge")
    expect(page.get_by_text("Making and opening plans needs JavaScript")).to_be_visible()
    # The address opens the list.
    page.locator("#all-exercises").get_by_role("link", name="Bridge", exact=True).click()
    expect(page).to_have_url(re.compile(r"exercises/bridge\.html$"))
    reader.context.close()


def test_on_a_phone_nothing_sticks_out(browser: Browser, root: str) -> None:
    reader = Reader(browser, root, viewport={"width": 320, "height": 640})
    page = reader.open(f"{PLAN}#add=half-kneeling-hip-flexor-stretch")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.get_by_label("Name, or part of it").fill("hip")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    follow(reader, item(HOLD, "w" * 140), title="t" * 60, greeting="g" * 200)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Start the timer").click()
    page.get_by_role("button", name="Begin").click()
    box = page.locator(".plan-timer-row").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 640
    assert reader.errors == []
    reader.context.close()
