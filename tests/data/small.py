"""A small sound data set that tests change."""

from __future__ import annotations

from pathlib import Path

_EXERCISE = """\
id: {id}
name: {name}
summary: One foot goes down and comes back.
goal: control
level: {level}
position: supine
equipment:
  - any_of:
      - mat
primary_muscles:
  - muscle: rectus abdominis
aliases:
  - heel tap {id}
setup: Lie down.
steps:
  - Brace.
  - Lower one foot.
feel: In the belly.
mistakes:
  - error: The back arches
    fix: Go less far.
breathing: Breathe quietly.
dose:
  sets: 2
  reps: 8
  rep_s: 5
  rest_s: 30
  per_side: true
  per_week: 3
  tempo: slow
  basis: Our judgment.
{versions}
evidence:
  statement: Nobody has tested it.
  certainty: very-low
  refs:
    - hu2011aslr
poses:
  - frame: start
    step: 0
    view: side
    support: back
    trunk_lean: -90
    trunk_flexion: 0
    head_flexion: 0
    hip_flexion: {{right: 90, left: 90}}
    knee_flexion: {{right: 90, left: 90}}
    ankle_dorsiflexion: {{right: 0, left: 0}}
    shoulder_flexion: {{right: 0, left: 0}}
    elbow_flexion: {{right: 0, left: 0}}
    props:
      - mat
reviewed: 2026-01-01
"""

_PATTERN = """\
id: {id}
name: {id}
summary: Something was found.
order: {order}
findings:
  - The thigh stays up.
{when}
meaning: It may be short.
try_first:
  - Stretch it.
avoid:
  - Forcing it.
refer_if:
  - It hurts.
certainty: low
reviewed: 2026-01-01
"""

SMALL = {
    "exercises/toe-tap.yml": _EXERCISE.format(
        id="toe-tap", name="Toe tap", level=2, versions="progressions:\n  - dead-bug"
    ),
    "exercises/dead-bug.yml": _EXERCISE.format(
        id="dead-bug", name="Dead bug", level=3, versions="regressions:\n  - toe-tap"
    ),
    "references/hu2011aslr.yml": """\
id: hu2011aslr
authors:
  - Hu H
title: Is the psoas a hip flexor in the active straight leg raise?
year: 2011
doi: 10.1007/s00586-010-1508-5
design: emg
read: abstract
""",
    "findings/length.yml": """\
id: length
name: Leg hang
question: Where does the thigh stay?
order: 1
answers:
  - id: level
    name: Level
  - id: above
    name: Above level
how: Look from the side.
""",
    "patterns/short.yml": _PATTERN.format(
        id="short", order=1, when="when:\n  - - finding: length\n      answers:\n        - above"
    ),
    "patterns/no-clear-pattern.yml": _PATTERN.format(id="no-clear-pattern", order=2, when=""),
    "treatments/walking.yml": """\
id: walking
name: Walking
plain_name: Walking
category: exercise
population: adults
group: any back pain
verdict: recommended
verdict_basis: One trial.
certainty: low
summary: It may help.
effects:
  - outcome: pain
    measures: pain
    comparison: no advice
    against: no treatment or usual care
    time: 6 months
    term: medium
    points: -5
    ci_low: -8
    ci_high: -1
    reported: 5 of 100 points less
    certainty: low
    ref: hu2011aslr
harms: None known.
burden: Shoes.
clinical: One trial.
refs:
  - hu2011aslr
reviewed: 2026-01-01
""",
}
"""File name under the data folder → text."""


def write(data: Path) -> Path:
    """Write the small data set into a folder."""
    for name, text in SMALL.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return data
