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
    expect(seen.get_by_text("Stop and go to the emergency department now").first).to_be_visible()
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
    expect(page.locator(".plan-status")).to_contain_text("made by a newer version of the site")


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
    thrice, daily = found
    assert thrice["RRULE"] == "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=12"
    assert daily["RRULE"] == "FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;COUNT=28"
    assert (thrice["DTSTART"], daily["DTSTART"]) == ("20261123T073000", "20261122T073000")
    assert re.fullmatch(r"2026112\dT\d{6}Z", thrice["DTSTAMP"])
    assert re.fullmatch(r"PT\d+M", thrice["DURATION"])
    assert thrice["SUMMARY"] == r"A\, b\; c\\d: Bridge\, Half-kneeling hip flexor stretch"
    assert note.replace(",", r"\,").replace(";", r"\;") in thrice["DESCRIPTION"]
    assert daily["DESCRIPTION"].endswith(f"#{link}")
    for event in events:
        assert event.count("BEGIN:VALARM") == event.count("END:VALARM") == event.count("END:VEVENT") == 1
    start = datetime.strptime(thrice["DTSTART"], "%Y%m%dT%H%M%S")
    assert start.weekday() == 0
    assert start - datetime(2026, 11, 21) < timedelta(days=8)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_four_exercises_print_on_two_sheets(reader: Reader, paper: str) -> None:
    follow(
        reader, item(MARCH, "Left leg only, slowly", reps=8), item(BRIDGE), item(BIRD), item(HOLD, hold=45),
        title="Hip plan", greeting="Start gently. Skip a day if you are sore.",
    )  # fmt: skip
    page = reader.page
    sheets = len(re.findall(rb"/Type /Page\b", page.pdf(format=paper)))
    assert 1 <= sheets <= 2
    page.emulate_media(media="print")
    for hidden in (
        ".plan-tools",
        ".plan-calendar",
        ".plan-act",
        ".plan-today",
        ".plan-change",
        "#good-to-know",
    ):
        assert not any(one.is_visible() for one in page.locator(hidden).all()), hidden
    for shown in (
        ".plan-qr",
        ".plan-lines",
        ".plan-dose",
        ".plan-frames img",
        ".plan-safety .urgent",
        ".reviewed",
    ):
        expect(page.locator(shown).first).to_be_visible()
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    assert page.locator(".plan-steps li").first.evaluate(size) >= 15.9  # 12 points
    page.emulate_media(media="screen")
    page.get_by_label("Large print").check()
    page.emulate_media(media="print")
    assert page.locator(".plan-steps li").first.evaluate(size) >= 21.2  # 16 points


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


def test_an_odd_number_is_put_inside_its_limits(reader: Reader) -> None:
    page = reader.open(f"{PLAN}#add=bridge")
    reps = page.get_by_label("Reps: Bridge")
    for typed, kept in (("999", "60"), ("-4", "1"), ("", "1")):
        reps.fill(typed)
        reps.press("Tab")
        expect(reps).to_have_value(kept)


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
