"""Texts that are too long for their slide: each named at its place with how much is too much, all in one run."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.briefing.model import Briefing, Recommendation
from report.diagnostics import Diagnostic, SourceText
from report.document.model import Document
from report.formats.house_slides import HOUSE_SLIDES
from report.survey.model import Translated
from report.text.breaking import break_lines
from report.text.model import Face, Span, Style
from report.units import Color
from tests.builders import words
from tests.deck.builders import (
    FONTS,
    GERMAN,
    Bars,
    Charts,
    advice,
    at,
    briefing,
    exhibit,
    faults_of,
    finding,
    known_fact,
    laid_out,
    message,
    placed,
    recommendation,
    said,
    small_survey,
    statement,
    with_method,
    with_source,
)

TWO_LINES = (
    "Bekanntheit und Expertenstatus sind die am häufigsten genannten Ziele, "
    "den Kundenservice nennt rund ein Fünftel aller Befragten"
)
LONG = "Wort für Wort ein langer Satz " * 12


def errors(told: Briefing) -> list[str]:
    """The faults, without notes and hints."""
    return [fault.split("\n")[0] for fault in faults_of(told)]


def test_a_headline_is_named_with_what_fits() -> None:
    headline = f"{TWO_LINES} und nur wenige noch etwas anderes"

    assert headline[147:] == " etwas anderes"
    assert faults_of(briefing(findings=(finding(headline=headline),))) == [
        "briefing.yaml:7:11: error[text-too-long]: the headline is 13 characters or one line too long for its slide\n"
        "  there is room for 2 lines of 26 pt at the smallest\n"
        "  hint: about 147 characters fit"
    ]


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["Ziele", "Bekanntheit", "und", "Kundenservice", "nennt", "im"]), min_size=40))
def test_a_headline_of_120_per_cent_of_what_fits_is_refused(words: list[str]) -> None:
    fitting = max(number for number in range(1, 41) if fits(" ".join(words[:number])))
    length = 1.2 * len(" ".join(words[:fitting]))
    too_long = next(number for number in range(fitting, 41) if len(" ".join(words[:number])) >= length)

    deck, faults = laid_out(briefing(findings=(finding(headline=" ".join(words[:too_long])),)))

    assert deck is None
    assert [(fault.id, fault.location) for fault in faults] == [("text-too-long", at(7))]
    assert faults[0].message.startswith("the headline is ")


def fits(headline: str) -> bool:
    """Whether it can be set on two lines of the whole measure at the smallest size."""
    floor, measure = HOUSE_SLIDES.roles.headline[-1], HOUSE_SLIDES.measure
    style = Style(Face.BOLD, floor.size, Color.of_hex("#15203B"))
    lines = break_lines((Span(headline, style),), measure, FONTS, GERMAN, balanced=False)
    return len(lines) <= 2 and all(line.width <= measure for line in lines)


@pytest.mark.parametrize(
    ("changes", "what", "line"),
    [
        ({"title": said(LONG, 3)}, "title", 3),
        ({"glance": replace(briefing().glance, headline=said(LONG, 9))}, "headline", 9),
        ({"messages": (replace(message(), text=said(LONG, 20)),)}, "message", 20),
        ({"cover": replace(briefing().cover, caption=said(LONG, 5))}, "caption of the cover", 5),
        ({"findings": (finding(notes=((LONG, "Text."),)),)}, "lead-in of the annotation", 30),
        ({"findings": (finding(notes=(("Vorspann", LONG * 2),)),)}, "annotation", 40),
        ({"findings": (finding(shows=exhibit(title=LONG)),)}, "exhibit title", 12),
        ({"statements": (statement(LONG),)}, "statement", 7),
        ({"statements": (replace(statement(), role=words(LONG)),)}, "speaker's role", 7),
        ({"statements": (statement(shows=exhibit(title=LONG)),)}, "exhibit title", 12),
        ({"method": (said(LONG * 9, 60),)}, "method with its text", 60),
    ],
)
def test_every_text_of_a_slide_is_named_at_its_place(changes: dict[str, object], what: str, line: int) -> None:
    (first, *_) = errors(briefing(**changes))

    assert first.startswith(f"briefing.yaml:{line}:11: error[text-too-long]: the {what} is ")
    assert first.endswith(" too long for its slide")


def test_a_source_note_is_named_at_its_exhibit_where_none_of_its_words_is_long() -> None:
    (first, *_) = faults_of(briefing(), change=with_source(LONG * 2))

    assert first.startswith("briefing.yaml:12:11: error[text-too-long]: the source note of slide 3 is ")


@pytest.mark.parametrize(
    ("item", "what", "line"),
    [
        (recommendation(text=LONG), "recommendation", 50),
        (recommendation(detail=LONG), "detail of the recommendation", 51),
        (replace(recommendation(), evidence=said(LONG, 52)), "evidence", 52),
    ],
)
def test_every_text_of_a_recommendation_is_named(item: Recommendation, what: str, line: int) -> None:
    section = replace(advice(), items=(item,))

    (first, *_) = errors(briefing(recommendations=section))

    assert first.startswith(f"briefing.yaml:{line}:11: error[text-too-long]: the {what} is ")


def test_texts_that_come_from_nowhere_are_named_without_a_place() -> None:
    asked = replace(small_survey(), publisher=SourceText("Verband " * 20))

    def change(document: Document) -> Document:
        known = replace(document.method, known=(known_fact(1, "Befragte", LONG),))
        headline = replace(document.appendix.headline, text=words(LONG), continued=None)
        return replace(document, method=known, appendix=replace(document.appendix, headline=headline))

    found = faults_of(briefing(survey=asked), change=change)

    assert [error.split(" is ")[0] for error in found] == [
        "error[text-too-long]: the publisher",
        'error[text-too-long]: the fact "Befragte"',
        "error[text-too-long]: the headline",
    ]


def test_all_texts_that_are_too_long_are_told_in_one_run_from_top_to_bottom() -> None:
    told = briefing(
        title=said(LONG, 3),
        findings=(finding(headline=LONG, notes=(("Lead", LONG * 2),)),),
        messages=(message(text=LONG),),
    )

    assert [error.split(" is ")[0] for error in errors(told)] == [
        "briefing.yaml:3:11: error[text-too-long]: the title",
        "briefing.yaml:7:11: error[text-too-long]: the headline",
        "briefing.yaml:20:11: error[text-too-long]: the message",
        "briefing.yaml:40:11: error[text-too-long]: the annotation",
    ]


def test_a_label_in_the_appendix_is_named_at_its_answer() -> None:
    asked = small_survey()
    first = asked.questions[0]
    long_label = replace(first.answers[0], label=Translated({"de": SourceText(LONG * 3, ((0, at(77)),))}))
    asked = replace(asked, questions=(replace(first, answers=(long_label, *first.answers[1:])), *asked.questions[1:]))

    (error,) = errors(briefing(survey=asked))

    assert error.startswith("briefing.yaml:77:11: error[text-too-long]: the label of an answer is ")


def test_too_many_facts_are_counted_in_lines() -> None:
    def change(document: Document) -> Document:
        known = tuple(known_fact(number, f"Angabe {number}", "Text") for number in range(30))
        return replace(document, method=replace(document.method, known=known))

    assert faults_of(briefing(), change=change) == [
        "error[text-too-long]: the list of what is known of the survey is 13 lines too long for its slide"
    ]


def test_too_much_that_was_not_published_is_counted_in_lines() -> None:
    # 13 of them, 26 apart from 166 on, end at 478; their slide ends at 466.
    assert faults_of(briefing(method=()), change=with_method(unknown=13)) == [
        "error[text-too-long]: the list of what was not published is one line too long for its slide"
    ]


def test_a_message_more_than_there_is_room_for_is_refused() -> None:
    assert faults_of(briefing(messages=(message(),) * 6)) == [
        'briefing.yaml:20:11: error[too-many-messages]: there are 6 messages; "at a glance" has room for 5'
    ]


def test_a_recommendation_more_than_there_is_room_for_is_refused() -> None:
    section = replace(advice(), items=(recommendation(),) * 6)

    assert faults_of(briefing(recommendations=section)) == [
        "briefing.yaml:50:11: error[too-many-recommendations]: there are 6 recommendations; their slide has room for 5"
    ]


def test_a_chart_that_its_kind_refuses_is_a_fault_of_the_deck_and_the_other_slides_are_still_looked_at() -> None:
    fault = Diagnostic("no-room-for-annotation", "annotation 1 has no room", at(30))

    deck, faults = laid_out(briefing(title=said(LONG, 3)), Charts(Bars(fault=fault)))

    assert deck is None
    assert [found.id for found in faults] == ["text-too-long", "no-room-for-annotation"]


def test_a_kind_is_asked_about_the_whole_chart_not_about_the_rows_that_are_left() -> None:
    assert faults_of(briefing(), Charts(rows={"goals": 31})) == ["error[unsuitable-kind]: 31 rows"]


def test_where_annotations_have_no_place_only_the_kind_says_so() -> None:
    fault = Diagnostic("no-room-for-annotation", "annotation 1 has no room", at(30))

    assert [found.split(": ")[-1] for found in faults_of(briefing(), Charts(Bars(fault=fault, words_left=None)))] == [
        "annotation 1 has no room"
    ]


def test_a_warning_stops_nothing() -> None:
    headline = "Kurz:\nund dann eine zweite, sehr viel längere Zeile"

    deck, faults = laid_out(briefing(findings=(finding(headline=headline),)))

    assert deck is not None
    assert [fault.id for fault in faults] == ["uneven-headline"]


def test_nobody_is_asked_for_other_words_than_those_of_the_rules() -> None:
    headline = "Kurz:\nund dann eine zweite, sehr viel längere Zeile"

    _, faults = laid_out(briefing(findings=(finding(headline=headline),), is_by_rule=True))

    assert faults == ()


def test_a_headline_that_fits_at_its_floor_only_is_set_so() -> None:
    wanted = placed(briefing(findings=(finding(headline=TWO_LINES),))).slides[2].texts[0]
    smaller = placed(briefing(findings=(finding(headline=f"{TWO_LINES} dieser Umfrage"),))).slides[2].texts[0]

    first, (size, floor) = HOUSE_SLIDES.frame.headline, HOUSE_SLIDES.roles.headline
    assert list(wanted.baselines) == [first, first + size.pitch]
    assert list(smaller.baselines) == [first, first + floor.pitch]
    assert smaller.paragraphs[0].lines[0].spans[0].style.size == floor.size
