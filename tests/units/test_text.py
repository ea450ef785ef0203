"""Text of records: what is let in, and how it comes out."""

from __future__ import annotations

from macros.templating import sentence, sourced
from macros.text import Text, cited, escape, inline, plain


def test_emphasis_is_the_only_markup() -> None:
    assert inline("a *soft* and **strong** word") == "a <em>soft</em> and <strong>strong</strong> word"


def test_stars_that_are_no_emphasis_stay_stars() -> None:
    assert inline("2 * 3 * 4") == "2 &#42; 3 &#42; 4"


def test_markdown_and_html_come_out_as_characters() -> None:
    assert escape("<a> [b](c) `d` _e_") == "&#60;a&#62; &#91;b&#93;(c) &#96;d&#96; &#95;e&#95;"


def test_a_first_character_can_open_no_block() -> None:
    assert [escape(text)[:2] for text in ("- a", "??? a", "1. a", "#a")] == ["&#"] * 4


def test_plain_words_are_left_alone() -> None:
    words = "Hold 10–30 s (30–60 s when older), 2–4 times; stop at 5/10."
    assert escape(words) == words


def test_plain_drops_the_marks_and_keeps_the_words() -> None:
    assert plain("a *soft* and **strong** word") == "a soft and strong word"


def test_source_marks_stay_marks_and_nothing_else_gets_through() -> None:
    text = "*Half* did.[^koes2007sciatica][^a-b] A [b] and [^Not one]."
    assert cited(text) == ("koes2007sciatica", "a-b")
    assert inline(text) == (
        "<em>Half</em> did.[^koes2007sciatica][^a-b] A &#91;b&#93; and &#91;&#94;Not one&#93;."
    )
    assert plain(text) == "Half did. A [b] and [^Not one]."


def test_a_text_without_marks_rests_on_the_sources_of_its_record() -> None:
    assert sourced("Half did.", ("a2011",)) == "Half did.[^a2011]"
    assert sourced("Half did.[^b2012]", ("a2011",)) == "Half did.[^b2012]"


def test_a_full_stop_stands_before_the_marks() -> None:
    assert sentence("half did[^a2011][^b2012]") == "Half did.[^a2011][^b2012]"
    assert sentence("half did.[^a2011]") == "Half did.[^a2011]"


def test_sentence_closes_a_fragment_and_keeps_its_type() -> None:
    closed = sentence(Text("*soft* words"))
    assert closed == "*soft* words."
    assert isinstance(closed, Text)
    assert sentence("is it so?") == "Is it so?"
