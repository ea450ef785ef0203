"""The rules of the check for warning signs: what is asked, and what the answers add up to."""

from __future__ import annotations

import json
import re
from itertools import product
from typing import get_args

import pytest

from macros.library import Library
from macros.models import RedFlag, Urgency
from macros.triage import (
    IN_DOUBT,
    ONLY,
    OWN,
    TOPICS,
    Given,
    Reply,
    Screen,
    Where,
    Who,
    by_order,
    counts,
    result,
    screens,
    script_data,
    seconds,
    tables,
)
from tests.building import ROOT

WAYS: list[tuple[Where, Who]] = list(product(get_args(Where), get_args(Who)))


@pytest.fixture
def flags(library: Library) -> list[RedFlag]:
    return library.all(RedFlag)


@pytest.fixture
def levels(library: Library) -> list[Urgency]:
    return library.all(Urgency)


def _asked(shown: list[Screen]) -> list[RedFlag]:
    return [flag for screen in shown for flag in screen.flags]


def test_every_sign_alone_gives_at_least_its_urgency(flags: list[RedFlag], levels: list[Urgency]) -> None:
    order = {level.id: level.order for level in levels}
    for flag in flags:
        no = {other.id: Given("no") for other in flags}
        for also in (None, *get_args(Reply)) if flag.upgrade else (None,):
            most, found = result(no | {flag.id: Given("yes", also)}, flags, levels)
            assert most, flag.id
            assert found == [flag]
            assert most.order <= order[flag.urgency], flag.id
            if flag.upgrade and also == "yes":
                assert most.order <= order[flag.upgrade.urgency], flag.id


def test_the_most_urgent_answer_wins(flags: list[RedFlag], levels: list[Urgency]) -> None:
    order = {level.id: level.order for level in levels}
    for one, other in product(flags, repeat=2):
        most, found = result({one.id: Given("yes"), other.id: Given("yes")}, flags, levels)
        assert most
        assert most.order == min(order[one.urgency], order[other.urgency])
        assert {flag.id for flag in found} == {one.id, other.id}
        assert [order[flag.urgency] for flag in found] == sorted(order[flag.urgency] for flag in found)


def test_not_sure_counts_as_yes_where_waiting_may_harm(flags: list[RedFlag], levels: list[Urgency]) -> None:
    order = {level.id: level.order for level in levels}
    for flag in flags:
        found = counts(flag, Given("unsure"), levels)
        assert (found is not None) == (order[flag.urgency] <= IN_DOUBT), flag.id
        if flag.upgrade:
            worse = counts(flag, Given("unsure", "unsure"), levels)
            urgent = min(order[flag.urgency], order[flag.upgrade.urgency])
            assert (worse.order if worse else 9) == (urgent if urgent <= IN_DOUBT else 9), flag.id


def test_doubt_never_asks_for_less_than_no_nor_more_than_yes(
    flags: list[RedFlag], levels: list[Urgency]
) -> None:
    for flag in flags:
        for also in (None, *get_args(Reply)) if flag.upgrade else (None,):
            orders = [
                found.order if (found := counts(flag, Given(reply, also), levels)) else 9
                for reply in ("yes", "unsure", "no")
            ]
            assert orders == sorted(orders), flag.id
            assert orders[-1] == 9


def test_no_answer_counts_for_nothing_but_never_for_health(
    flags: list[RedFlag], levels: list[Urgency]
) -> None:
    assert result({}, flags, levels) == (None, [])
    assert result({flag.id: Given("no") for flag in flags}, flags, levels) == (None, [])


@pytest.mark.parametrize(("where", "who"), WAYS)
def test_every_way_asks_in_the_order_of_urgency_and_nothing_twice(
    flags: list[RedFlag], levels: list[Urgency], where: Where, who: Who
) -> None:
    order = {level.id: level.order for level in levels}
    shown = screens(flags, levels, where, who)
    for screen in shown:
        assert len({flag.urgency for flag in screen.flags}) == 1
    orders = [order[flag.urgency] for flag in _asked(shown)]
    assert orders == sorted(orders)
    ids = [flag.id for flag in _asked(shown)]
    assert len(ids) == len(set(ids))
    assert set(OWN[who]) <= set(ids)
    own = [
        any(flag.id in OWN[who] for flag in screen.flags)
        for screen in shown
        if order[screen.flags[0].urgency] == 1
    ]
    assert own == sorted(own, reverse=True), "their own signs come first"


@pytest.mark.parametrize(("where", "who"), WAYS)
def test_every_emergency_sign_is_asked_of_everybody_it_can_hit(
    flags: list[RedFlag], levels: list[Urgency], where: Where, who: Who
) -> None:
    asked = {flag.id for flag in _asked(screens(flags, levels, where, who))}
    urgent = {flag.id for flag in flags if flag.urgency == by_order(levels)[0].id}
    assert urgent - asked == {id for id in urgent if ONLY.get(id, who) != who}


def test_pain_everywhere_asks_everything(flags: list[RedFlag], levels: list[Urgency]) -> None:
    asked = {flag.id for who in get_args(Who) for flag in _asked(screens(flags, levels, "both", who))}
    assert asked == {flag.id for flag in flags}


@pytest.mark.parametrize(("where", "who"), WAYS)
def test_it_is_short(flags: list[RedFlag], levels: list[Urgency], where: Where, who: Who) -> None:
    shown = screens(flags, levels, where, who)
    assert len(shown) <= 30
    assert seconds(shown) <= (180 if who == "adult" else 240)
    assert max(len(screen.flags) for screen in shown) <= 5


def test_a_new_sign_gets_a_screen_of_its_own(flags: list[RedFlag], levels: list[Urgency]) -> None:
    new = flags[0].model_copy(update={"id": "new-sign", "region": "both", "urgency": "same-day"})
    shown = screens([*flags, new], levels, "back", "adult")
    assert [screen.flags for screen in shown if new in screen.flags] == [(new,)]


def test_topics_name_signs_that_exist_once(flags: list[RedFlag]) -> None:
    named = [id for topic in TOPICS for id in topic.ids]
    assert len(named) == len(set(named))
    assert {*named, *ONLY, *(id for ids in OWN.values() for id in ids)} <= {flag.id for flag in flags}


@pytest.mark.parametrize(("who", "name"), [("child", "children"), ("pregnant", "pregnancy")])
def test_own_signs_are_those_of_their_page(who: Who, name: str) -> None:
    page = (ROOT / f"docs/red-flags/{name}.md").read_text(encoding="utf-8")
    called = re.search(r"\{\{ red_flags\((.*?)\) \}\}", page)
    assert called
    assert set(re.findall(r'"([a-z-]+)"', called[1])) == set(OWN[who])


def test_the_tables_say_what_the_rules_say(flags: list[RedFlag], levels: list[Urgency]) -> None:
    table = json.loads(script_data(tables(flags, levels)))
    names = [level["id"] for level in table["levels"]]
    assert names == [level.id for level in by_order(levels)]
    for flag, row in zip(flags, table["counts"], strict=True):
        for reply in ("yes", "unsure"):
            for also in (None, *get_args(Reply)) if flag.upgrade else (None,):
                found = counts(flag, Given(reply, also), levels)
                said = row.get(reply if also is None else f"{reply}+{also}")
                assert (names[said] if said is not None else None) == (found.id if found else None), flag.id


def test_data_can_not_end_its_script_element() -> None:
    made = script_data({"a": "</script><!--", "b": "{{ x }}"})
    assert "<" not in made
    assert "{{" not in made
    assert json.loads(made)["a"] == "</script><!--"
