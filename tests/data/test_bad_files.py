"""Every kind of bad data file, with the whole message it must give."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from macros.library import read
from tests.data.small import SMALL, write

YEAR = date.today().year


class Bad(NamedTuple):
    """A change to one file of a small sound data set, and every message that must follow."""

    name: str
    file: str
    change: tuple[str, str] | bytes
    messages: list[str]


PATTERN = "patterns/short.yml"
EXERCISE = "exercises/toe-tap.yml"
REFERENCE = "references/hu2011aslr.yml"
TREATMENT = "treatments/walking.yml"
AT = f"data/{EXERCISE}"
TEST = "assessments/knee-lift.yml"


def _test_with(likelihood: str) -> bytes:
    """A test of which only the odds are wrong; they begin in line 18."""
    return f"""\
id: knee-lift
name: Knee lift
summary: Lift a knee.
target: weak
home_use: "yes"
home_note: A wall.
setup: Stand.
steps:
  - Lift one knee.
positive: It sinks.
negative: It stays.
cautions:
  - Hold on.
refs:
  - hu2011aslr
reviewed: 2026-01-01
likelihoods:
  - finding: The knee sinks
    target: a weak psoas
    people: students
    ref: hu2011aslr
{likelihood}
position: standing
poses:
  - frame: start
    step: 0
    view: side
    support: feet
    trunk_lean: 0
    trunk_flexion: 0
    head_flexion: 0
    hip_flexion: {{right: 0, left: 0}}
    knee_flexion: {{right: 0, left: 0}}
    ankle_dorsiflexion: {{right: 0, left: 0}}
    shoulder_flexion: {{right: 0, left: 0}}
    elbow_flexion: {{right: 0, left: 0}}
""".encode()


REF = f"data/{REFERENCE}"

CASES = [
    Bad(
        "source mark that names no reference",
        EXERCISE,
        ("feel: In the belly.", "feel: In the belly.[^hu2011alsr]"),
        [f"{AT}:18:7: [toe-tap] feel: there is no reference “hu2011alsr” (did you mean “hu2011aslr”?)"],
    ),
    Bad(
        "source mark in a short text",
        EXERCISE,
        ("name: Toe tap", "name: Toe tap[^hu2011aslr]"),
        [
            f"{AT}:2:7: [toe-tap] name: a link or footnote: name sources under refs and records under their own keys"
        ],
    ),
    Bad(
        "pattern that asks for an answer nobody can give",
        PATTERN,
        ("        - above", "        - abvoe"),
        [
            "data/patterns/short.yml:10:9: [short] when[0][0].answers: “length” has no answer “abvoe” "
            "(did you mean “above”?)"
        ],
    ),
    Bad(
        "pattern that hides those after it",
        PATTERN,
        ("when:\n  - - finding: length\n      answers:\n        - above\n", ""),
        [
            "data/patterns/short.yml:4:8: [short] order: fits every answer, so that the patterns after it are "
            "never reached: add “when”"
        ],
    ),
    Bad(
        "last pattern that not everybody reaches",
        PATTERN,
        ("order: 1", "order: 3"),
        [
            "data/patterns/no-clear-pattern.yml:4:8: [no-clear-pattern] order: fits every answer, so that the "
            "patterns after it are never reached: add “when”",
            "data/patterns/short.yml:8:3: [short] when: the last pattern in order needs to be without “when”, so "
            "that every answer leads somewhere",
        ],
    ),
    Bad(
        "question with one answer",
        "findings/length.yml",
        ("  - id: above\n    name: Above level\n", ""),
        ["data/findings/length.yml:1:1: [length] a question needs two answers or more, each with its own id"],
    ),
    Bad(
        "syntax error",
        EXERCISE,
        ("setup: Lie down.", 'setup: "Lie down.'),
        [f"{AT}:55:1: [toe-tap] not valid YAML: found unexpected end of stream"],
    ),
    Bad(
        "tab in the indentation",
        EXERCISE,
        ("  statement: ", "\tstatement: "),
        [f"{AT}:35:1: [toe-tap] a tab in the indentation: indent with spaces"],
    ),
    Bad(
        "key written twice",
        EXERCISE,
        ("feel: In the belly.", "feel: In the belly.\nfeel: In the thigh."),
        [f"{AT}:19:1: [toe-tap] feel: key written twice (first on line 18): keep one"],
    ),
    Bad(
        "file name and id differ",
        EXERCISE,
        ("id: toe-tap", "id: toe-taps"),
        [f"{AT}:1:5: [toe-tap] id: id “toe-taps” but the file is named toe-tap.yml: rename one of them"],
    ),
    Bad(
        "id not in kebab-case",
        EXERCISE,
        ("id: toe-tap", "id: Toe_tap"),
        [
            f"{AT}:1:5: [toe-tap] id: id “Toe_tap” but the file is named toe-tap.yml: rename one of them",
            f"{AT}:1:5: [toe-tap] id: “Toe_tap” is not in kebab-case (small letters, digits, single hyphens): "
            "write toe-tap",
        ],
    ),
    Bad(
        "unknown key",
        EXERCISE,
        ("breathing: ", "breating: "),
        [
            f"{AT}:1:1: [toe-tap] breathing: missing: add it (How to breathe)",
            f"{AT}:22:1: [toe-tap] breating: unknown key (did you mean “breathing”?): keys here are id, reviewed, "
            "name, aliases, summary, goal, level, position, equipment, primary_muscles, secondary_muscles, setup, "
            "steps, feel, mistakes, breathing, dose, progressions, regressions, stop_if, cautions, own_cautions, "
            "rules, suits, evidence, muscle_activity, spine_load, poses",
        ],
    ),
    Bad(
        "unknown key inside a part",
        EXERCISE,
        ("  tempo: slow", "  tempo: slow\n  reps_s: 3"),
        [
            f"{AT}:31:3: [toe-tap] dose.reps_s: unknown key (did you mean “rep_s”?): keys here are sets, reps, "
            "hold_s, duration_s, rep_s, per_side, rest_s, per_week, tempo, basis, refs"
        ],
    ),
    Bad(
        "missing field",
        EXERCISE,
        ("feel: In the belly.\n", ""),
        [f"{AT}:1:1: [toe-tap] feel: missing: add it (Where it should be felt (and where not))"],
    ),
    Bad(
        "missing field of a part",
        EXERCISE,
        ("    fix: Go less far.", "    fixes: Go less far."),
        [
            f"{AT}:20:5: [toe-tap] mistakes[0].fix: missing: add it (What to do about it)",
            f"{AT}:21:5: [toe-tap] mistakes[0].fixes: unknown key (did you mean “fix”?): keys here are error, fix",
        ],
    ),
    Bad(
        "null",
        EXERCISE,
        ("breathing: Breathe quietly.", "breathing: ~"),
        [f"{AT}:22:12: [toe-tap] breathing: empty: write a value, or leave the key out"],
    ),
    Bad(
        "nothing after the colon",
        EXERCISE,
        ("breathing: Breathe quietly.", "breathing:"),
        [f"{AT}:22:11: [toe-tap] breathing: empty: write a value, or leave the key out"],
    ),
    Bad(
        "number for text",
        EXERCISE,
        ("breathing: Breathe quietly.", "breathing: 12"),
        [f"{AT}:22:12: [toe-tap] breathing: expected text, got the number 12: write '12' in quotes"],
    ),
    Bad(
        "text for a number",
        EXERCISE,
        ("level: 2", "level: two"),
        [f"{AT}:5:8: [toe-tap] level: expected a whole number, got the text “two”"],
    ),
    Bad(
        "text for a list",
        EXERCISE,
        ("steps:\n  - Brace.\n  - Lower one foot.", "steps: Brace."),
        [f"{AT}:15:8: [toe-tap] steps: expected a list, got the text “Brace.”"],
    ),
    Bad(
        "list for text",
        EXERCISE,
        ("feel: In the belly.", "feel: [In the belly.]"),
        [f"{AT}:18:7: [toe-tap] feel: expected text, got a list"],
    ),
    Bad(
        "fraction for a whole number",
        EXERCISE,
        ("  sets: 2", "  sets: 2.5"),
        [f"{AT}:24:9: [toe-tap] dose.sets: expected a whole number, got the number 2.5"],
    ),
    Bad(
        "not one of the words",
        EXERCISE,
        ("goal: control", "goal: controll"),
        [
            f"{AT}:4:7: [toe-tap] goal: expected one of lengthen, strengthen, control, relief, aerobic; "
            "got the text “controll” (did you mean “control”?)"
        ],
    ),
    Bad(
        "empty list",
        EXERCISE,
        ("steps:\n  - Brace.\n  - Lower one foot.", "steps: []"),
        [f"{AT}:15:8: [toe-tap] steps: empty list: add an item, or leave the key out"],
    ),
    Bad(
        "item twice",
        EXERCISE,
        ("  - Lower one foot.", "  - Brace."),
        [f"{AT}:16:3: [toe-tap] steps: “Brace.” stands in the list twice"],
    ),
    Bad(
        "too many sets",
        EXERCISE,
        ("  sets: 2", "  sets: 99"),
        [f"{AT}:24:9: [toe-tap] dose.sets: expected at most 10, got the number 99"],
    ),
    Bad(
        "no repetitions",
        EXERCISE,
        ("  reps: 8", "  reps: 0"),
        [f"{AT}:25:9: [toe-tap] dose.reps: expected at least 1, got the number 0"],
    ),
    Bad(
        "seconds out of range",
        EXERCISE,
        ("  rest_s: 30", "  rest_s: 6000"),
        [f"{AT}:27:11: [toe-tap] dose.rest_s: expected at most 600, got the number 6000"],
    ),
    Bad(
        "no amount in the dose",
        EXERCISE,
        ("  reps: 8\n  rep_s: 5\n", ""),
        [f"{AT}:24:9: [toe-tap] dose.sets: no amount: write reps, hold_s or duration_s"],
    ),
    Bad(
        "dose from nowhere",
        EXERCISE,
        ("basis: Our judgment.", "basis: Usual."),
        [f"{AT}:31:10: [toe-tap] dose.basis: without refs it must say “our judgment”: add refs, or say so"],
    ),
    Bad(
        "joint angle that no human reaches",
        EXERCISE,
        ("hip_flexion: {right: 90, left: 90}", "hip_flexion: {right: 190, left: 90}"),
        [f"{AT}:47:26: [toe-tap] poses[0].hip_flexion.right: expected at most 150, got the number 190"],
    ),
    Bad(
        "points out of range",
        TREATMENT,
        ("    points: -5", "    points: -500"),
        [f"data/{TREATMENT}:18:13: [walking] effects[0].points: expected at least -100, got the number -500"],
    ),
    Bad(
        "points without their kind",
        TREATMENT,
        ("    measures: pain\n", ""),
        [
            f"data/{TREATMENT}:17:13: [walking] effects[0].points: points need measures: add, or drop the points"
        ],
    ),
    Bad(
        "two figures",
        TREATMENT,
        ("    points: -5\n", "    points: -5\n    smd: -0.5\n"),
        [
            f"data/{TREATMENT}:18:13: [walking] effects[0].points: "
            "points and smd: one effect has one figure, drop the other"
        ],
    ),
    Bad(
        "a standardized difference that is none",
        TREATMENT,
        ("    points: -5\n", "    smd: -50\n"),
        [f"data/{TREATMENT}:18:10: [walking] effects[0].smd: expected at least -5, got the number -50"],
    ),
    Bad(
        "pose of a step that doesn't exist",
        EXERCISE,
        ("    step: 0", "    step: 9"),
        [f"{AT}:40:3: [toe-tap] poses: pose “start”: there is no step 9, the last is 2"],
    ),
    Bad(
        "interval out of order",
        TREATMENT,
        ("    ci_low: -8", "    ci_low: -2"),
        [
            f"data/{TREATMENT}:19:13: [walking] effects[0].ci_low: interval out of order: "
            "expected ci_low ≤ points ≤ ci_high, got -2.0, -5.0, -1.0"
        ],
    ),
    Bad(
        "half an interval",
        TREATMENT,
        ("    ci_high: -1\n", ""),
        [
            f"data/{TREATMENT}:19:13: [walking] effects[0].ci_low: "
            "half an interval: give ci_low and ci_high, or neither"
        ],
    ),
    Bad(
        "year in the future",
        REFERENCE,
        ("year: 2011", f"year: {YEAR + 1}"),
        [f"{REF}:5:7: [hu2011aslr] year: expected a year up to {YEAR}, got {YEAR + 1}"],
    ),
    Bad(
        "review in the future",
        EXERCISE,
        ("reviewed: 2026-01-01", f"reviewed: {YEAR + 1}-12-31"),
        [
            f"{AT}:54:11: [toe-tap] reviewed: {YEAR + 1}-12-31 lies in the future: give the day of the last review"
        ],
    ),
    Bad(
        "not a date",
        EXERCISE,
        ("reviewed: 2026-01-01", "reviewed: last week"),
        [f"{AT}:54:11: [toe-tap] reviewed: expected a day like 2026-11-21, got the text “last week”"],
    ),
    Bad(
        "unknown reference",
        EXERCISE,
        ("    - hu2011aslr", "    - hu2011alsr"),
        [
            f"{AT}:38:7: [toe-tap] evidence.refs[0]: there is no reference “hu2011alsr” (did you mean “hu2011aslr”?)"
        ],
    ),
    Bad(
        "unknown exercise",
        EXERCISE,
        ("  - dead-bug", "  - dead-bugs"),
        [
            f"{AT}:33:5: [toe-tap] progressions[0]: there is no exercise “dead-bugs” (did you mean “dead-bug”?)",
            "data/exercises/dead-bug.yml:33:5: [dead-bug] regressions[0]: “toe-tap” doesn't list “dead-bug” "
            "under progressions: add it there, or drop it here",
        ],
    ),
    Bad(
        "regression that doesn't point back",
        EXERCISE,
        ("progressions:\n  - dead-bug\n", ""),
        [
            "data/exercises/dead-bug.yml:33:5: [dead-bug] regressions[0]: “toe-tap” doesn't list “dead-bug” "
            "under progressions: add it there, or drop it here"
        ],
    ),
    Bad(
        "progression that jumps",
        "exercises/dead-bug.yml",
        ("level: 3", "level: 5"),
        [f"{AT}:33:5: [toe-tap] progressions[0]: “dead-bug” is on level 5: expected 2 or one above"],
    ),
    Bad(
        "reference without identifier",
        REFERENCE,
        ("doi: 10.1007/s00586-010-1508-5\n", ""),
        [f"{REF}:1:5: [hu2011aslr] id: no identifier: add doi, pmid or url, so that readers can find it"],
    ),
    Bad(
        "malformed DOI",
        REFERENCE,
        ("doi: 10.1007/s00586-010-1508-5", "doi: https://doi.org/10.1007/x"),
        [
            f"{REF}:6:6: [hu2011aslr] doi: the text “https://doi.org/10.1007/x” is not well formed: "
            "Digital object identifier, without address: `10.1136/bmj.a171`"
        ],
    ),
    Bad(
        "malformed PMID",
        REFERENCE,
        ("design: emg", "pmid: PMID123\ndesign: emg"),
        [f"{REF}:7:7: [hu2011aslr] pmid: expected a whole number, got the text “PMID123”"],
    ),
    Bad(
        "address that isn't http",
        REFERENCE,
        ("design: emg", "url: ftp://example.org/paper\ndesign: emg"),
        [
            f"{REF}:7:6: [hu2011aslr] url: the text “ftp://example.org/paper” is not well formed: "
            "Address beginning with http:// or https://, for what has no DOI or PMID"
        ],
    ),
    Bad(
        "script as address",
        REFERENCE,
        ("design: emg", "url: javascript:alert(1)\ndesign: emg"),
        [
            f"{REF}:7:6: [hu2011aslr] url: the text “javascript:alert(1)” is not well formed: "
            "Address beginning with http:// or https://, for what has no DOI or PMID"
        ],
    ),
    Bad(
        "not UTF-8",
        REFERENCE,
        b"id: hu2011aslr\ntitle: Caf\xe9\n",
        [f"{REF}:2:11: [hu2011aslr] not UTF-8 (byte 0xe9): save the file as UTF-8"],
    ),
    Bad(
        "empty file",
        REFERENCE,
        b"",
        [f"{REF}:1:1: [hu2011aslr] the file is empty: write a record, or delete the file"],
    ),
    Bad(
        "only comments",
        REFERENCE,
        b"# nothing here\n",
        [f"{REF}:1:1: [hu2011aslr] the file is empty: write a record, or delete the file"],
    ),
    Bad(
        "a list instead of keys",
        REFERENCE,
        b"- id: hu2011aslr\n",
        [f"{REF}:1:1: [hu2011aslr] expected keys and values (id: …), got a list"],
    ),
    Bad(
        "alias bomb",
        REFERENCE,
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
        [f"{REF}:1:4: [hu2011aslr] anchor &a: write the value out where it is needed"],
    ),
    Bad(
        "tag",
        REFERENCE,
        b"id: !!python/object:os.system x\n",
        [f"{REF}:1:5: [hu2011aslr] tag tag:yaml.org,2002:python/object:os.system: plain values only"],
    ),
    Bad(
        "two documents",
        REFERENCE,
        b"id: hu2011aslr\n---\nid: other\n",
        [f"{REF}:2:1: [hu2011aslr] a second document (---): one record a file"],
    ),
    Bad(
        "nested without end",
        REFERENCE,
        b"id: " + b"[" * 2000 + b"]" * 2000,
        [f"{REF}:1:16: [hu2011aslr] nested more than 12 levels deep"],
    ),
    Bad(
        "far too large",
        REFERENCE,
        b"id: hu2011aslr\n# " + b"x" * 300_000,
        [f"{REF}:1:1: [hu2011aslr] the file has 300017 bytes; a record has at most 200000"],
    ),
    Bad(
        "HTML",
        EXERCISE,
        ("feel: In the belly.", "feel: In the <b>belly</b>."),
        [f"{AT}:18:7: [toe-tap] feel: HTML “<b>”: write plain words (*emphasis* is allowed)"],
    ),
    Bad(
        "script",
        EXERCISE,
        ("feel: In the belly.", "feel: In the belly<script>alert(1)</script>."),
        [f"{AT}:18:7: [toe-tap] feel: HTML “<script>”: write plain words (*emphasis* is allowed)"],
    ),
    Bad(
        "character reference",
        EXERCISE,
        ("feel: In the belly.", "feel: 'In the &#60;belly&#62;.'"),
        [f"{AT}:18:7: [toe-tap] feel: HTML “&#60;”: write plain words (*emphasis* is allowed)"],
    ),
    Bad(
        "Jinja expression",
        EXERCISE,
        ("feel: In the belly.", "feel: 'In the {{ config }}.'"),
        [f"{AT}:18:7: [toe-tap] feel: template code “{{{{”: write plain words"],
    ),
    Bad(
        "Jinja statement",
        EXERCISE,
        ("feel: In the belly.", "feel: 'In {% raw %} the belly.'"),
        [f"{AT}:18:7: [toe-tap] feel: template code “{{%”: write plain words"],
    ),
    Bad(
        "Markdown link",
        EXERCISE,
        ("feel: In the belly.", "feel: 'In the [belly](javascript:alert(1)).'"),
        [
            f"{AT}:18:7: [toe-tap] feel: a link or a broken source mark: name sources as "
            "[^id-of-the-reference], records under their own keys"
        ],
    ),
    Bad(
        "control character",
        EXERCISE,
        ("feel: In the belly.", "feel: In the\x07 belly."),
        [f"{AT}:18:13: [toe-tap] control character U+0007: delete it"],
    ),
    Bad(
        "control character, written as an escape",
        EXERCISE,
        ("feel: In the belly.", r'feel: "In the\a belly."'),
        [f"{AT}:18:7: [toe-tap] feel: invisible character U+0007 (control character): delete it"],
    ),
    Bad(
        "bidirectional override",
        EXERCISE,
        ("feel: In the belly.", "feel: In the \u202eylleb."),
        [f"{AT}:18:7: [toe-tap] feel: invisible character U+202E (right-to-left override): delete it"],
    ),
    Bad(
        "zero-width space",
        EXERCISE,
        ("feel: In the belly.", "feel: In the\u200b belly."),
        [f"{AT}:18:7: [toe-tap] feel: invisible character U+200B (zero width space): delete it"],
    ),
    Bad(
        "absurdly long text",
        EXERCISE,
        ("feel: In the belly.", f"feel: {'very ' * 2000}long"),
        [f"{AT}:18:7: [toe-tap] feel: 10004 characters; at most 1500 fit here: split or shorten it"],
    ),
    Bad(
        "two paragraphs",
        EXERCISE,
        ("feel: In the belly.", 'feel: "In the\\nbelly."'),
        [f"{AT}:18:7: [toe-tap] feel: a line break: one paragraph a text (use >- for long ones)"],
    ),
    Bad(
        "spaces only",
        EXERCISE,
        ("feel: In the belly.", 'feel: "  "'),
        [f"{AT}:18:7: [toe-tap] feel: empty text: write something, or leave the key out"],
    ),
    Bad(
        "YAML 1.1: no",
        EXERCISE,
        ("  per_side: true", "  per_side: no"),
        [f"{AT}:28:13: [toe-tap] dose.per_side: expected true or false, got the text “no”"],
    ),
    Bad(
        "YAML 1.1: 3:1",
        EXERCISE,
        ("  reps: 8", "  reps: 3:1"),
        [f"{AT}:25:9: [toe-tap] dose.reps: expected a whole number, got the text “3:1”"],
    ),
    Bad(
        "YAML 1.1: 012",
        EXERCISE,
        ("  reps: 8", "  reps: 012"),
        [
            f"{AT}:25:9: [toe-tap] dose.reps: 012 begins with zero: write 12 for the number, '012' for the text"
        ],
    ),
    Bad(
        "one paper under two ids",
        "references/copy2011.yml",
        SMALL[REFERENCE].replace("id: hu2011aslr", "id: copy2011").encode(),
        [
            f"{REF}:6:6: [hu2011aslr] doi: 10.1007/s00586-010-1508-5 is also the doi of “copy2011”: merge the two",
        ],
    ),
    Bad(
        "more people than there are",
        TREATMENT,
        (
            "harms: None known.",
            "frequencies:\n  - what: Were well\n    shares:\n      - count: 101\n        whom: with it\n"
            "    ref: hu2011aslr\nharms: None known.",
        ),
        [f"data/{TREATMENT}:27:7: [walking] frequencies[0].shares: 101 of 100: more than all"],
    ),
    Bad(
        "a number of people that its source doesn't have",
        TREATMENT,
        (
            "harms: None known.",
            "frequencies:\n  - what: Were well\n    shares:\n      - count: 51\n        whom: with it\n"
            "    ref: hu2011aslr\nharms: None known.",
        ),
        [
            f"data/{TREATMENT}:27:16: [walking] frequencies[0].shares[0].count: "
            "the facts of “hu2011aslr” name no number that makes 51 of 100"
        ],
    ),
    Bad(
        "guideline that is none",
        TREATMENT,
        ("burden: Shoes.", "burden: Shoes.\nguidelines:\n  - guideline: hu2011aslr\n    position: for"),
        [
            f"data/{TREATMENT}:27:16: [walking] guidelines[0].guideline: "
            "“hu2011aslr” has the design emg: expected guideline"
        ],
    ),
    Bad(
        "advice of a strength that is none",
        TREATMENT,
        (
            "burden: Shoes.",
            "burden: Shoes.\nguidelines:\n  - guideline: hu2011aslr\n    position: for\n    strength: firm",
        ),
        [
            f"data/{TREATMENT}:29:15: [walking] guidelines[0].strength: "
            "expected one of strong, weak; got the text “firm”"
        ],
    ),
    Bad(
        "odds without a number",
        TEST,
        _test_with("    number: 20"),
        [
            f"data/{TEST}:18:5: [knee-lift] likelihoods[0]: nothing to reckon with: add a ratio, "
            "or sensitivity and specificity"
        ],
    ),
    Bad(
        "ratio that belongs to no result",
        TEST,
        _test_with("    ratio: 2.5"),
        [f"data/{TEST}:18:5: [knee-lift] likelihoods[0]: ratio and result belong together: add the result"],
    ),
    Bad(
        "ratio of zero",
        TEST,
        _test_with("    result: positive\n    ratio: 0"),
        [f"data/{TEST}:23:12: [knee-lift] likelihoods[0].ratio: expected at least 0.001, got the number 0"],
    ),
    Bad(
        "ratio outside its interval",
        TEST,
        _test_with("    result: positive\n    ratio: 2.5\n    ci_low: 3\n    ci_high: 4"),
        [
            f"data/{TEST}:24:13: [knee-lift] likelihoods[0].ci_low: interval out of order: expected ci_low ≤ ratio ≤ ci_high, "
            "got 3.0, 2.5, 4.0"
        ],
    ),
    Bad(
        "sensitivity that makes a ratio infinite",
        TEST,
        _test_with("    sensitivity:\n      percent: 50\n    specificity:\n      percent: 100"),
        [
            f"data/{TEST}:18:5: [knee-lift] likelihoods[0]: 100 % gives no finite ratio: give the source’s ratio alone"
        ],
    ),
    Bad(
        "chance before that is certain",
        TEST,
        _test_with(
            "    result: positive\n    ratio: 2.5\n    start:\n      percent: 100\n      people: students\n      ref: hu2011aslr"
        ),
        [
            f"data/{TEST}:25:16: [knee-lift] likelihoods[0].start.percent: expected at most 99.99, got the number 100",
        ],
    ),
    Bad(
        "file with another ending",
        "references/lost2011.yaml",
        b"id: lost2011\n",
        ["data/references/lost2011.yaml:1:1: [lost2011.yaml] expected a file named <id>.yml"],
    ),
    Bad(
        "misspelled folder",
        "excercises/toe-tap.yml",
        b"id: toe-tap\n",
        [
            "data/excercises:1:1: [excercises] no kind of record lives in this folder (did you mean “exercises”?)"
        ],
    ),
    Bad(
        "several errors at once",
        EXERCISE,
        ("level: 2\nposition: supine", "level: 9\nposition: supin"),
        [
            f"{AT}:5:8: [toe-tap] level: expected at most 5, got the number 9",
            f"{AT}:6:11: [toe-tap] position: expected one of supine, prone, side-lying, sitting, hands and knees, "
            "kneeling, half-kneeling, standing, hanging; got the text “supin” (did you mean “supine”?)",
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_file(case: Bad, tmp_path: Path) -> None:
    data = write(tmp_path / "data")
    path = data / case.file
    path.parent.mkdir(exist_ok=True)
    if isinstance(case.change, bytes):
        path.write_bytes(case.change)
    else:
        before, after = case.change
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
    _, problems = read(data)
    assert sorted({str(problem) for problem in problems}) == sorted(case.messages)


def test_the_small_data_set_is_sound(tmp_path: Path) -> None:
    library, problems = read(write(tmp_path / "data"))
    assert problems == []
    assert set(library.records["exercise"]) == {"toe-tap", "dead-bug"}


def test_a_circle_of_progressions_is_found(tmp_path: Path) -> None:
    data = write(tmp_path / "data")
    for id, other in (("toe-tap", "dead-bug"), ("dead-bug", "toe-tap")):
        path = data / f"exercises/{id}.yml"
        lines = path.read_text(encoding="utf-8").replace("level: 3", "level: 2").split("\n")
        start = next(at for at, line in enumerate(lines) if line in ("progressions:", "regressions:"))
        lines[start : start + 2] = ["progressions:", f"  - {other}", "regressions:", f"  - {other}"]
        path.write_text("\n".join(lines), encoding="utf-8")
    _, problems = read(data)
    circles = [str(problem) for problem in problems if "circle" in problem.message]
    assert circles == [
        "data/exercises/toe-tap.yml:33:5: [toe-tap] progressions[0]: "
        "progressions lead in a circle: dead-bug → toe-tap → dead-bug"
    ]


@pytest.mark.parametrize("ending", ["bom", "crlf"])
def test_byte_order_mark_and_windows_line_ends_are_accepted(ending: str, tmp_path: Path) -> None:
    data = write(tmp_path / "data")
    path = data / EXERCISE
    content = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + content if ending == "bom" else content.replace(b"\n", b"\r\n"))
    library, problems = read(data)
    assert problems == []
    assert library.records["exercise"]["toe-tap"].label == "Toe tap"


def test_text_that_looks_like_yaml_1_1_stays_text(tmp_path: Path) -> None:
    data = write(tmp_path / "data")
    path = data / EXERCISE
    text = (
        path.read_text(encoding="utf-8")
        .replace("tempo: slow", "tempo: 3:1")
        .replace("aliases:", "aliases:\n  - no")
    )
    path.write_text(text, encoding="utf-8")
    library, problems = read(data)
    assert problems == []
    exercise = library.records["exercise"]["toe-tap"].model_dump()
    assert (exercise["dose"]["tempo"], exercise["aliases"][0]) == ("3:1", "no")
