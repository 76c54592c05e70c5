"""What does not fit is told with its place in the source, all of it in one run."""

import re
from dataclasses import replace

from report.briefing.model import Recommendation
from report.diagnostics import Diagnostic, Location
from report.survey.model import Translated
from tests.builders import plain
from tests.summary.briefings import PLACE, Charts, big_figure, briefing, finding, laid_out, message, said, words

LONG_WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzgebungsverfahrensordnungen"


def faults_of(told: object, charts: Charts | None = None) -> list[str]:
    """The faults as they are printed."""
    _, faults = laid_out(told, charts)  # type: ignore[arg-type]
    return [fault.as_text() for fault in faults]


def test_a_headline_of_more_lines_than_there_is_room_for_is_told_by_how_much_it_is_too_long() -> None:
    fits = "Bekanntheit ist das am häufigsten genannte Ziel der befragten Unternehmen in diesem Jahr"
    too_long = f"{fits} und den Kundenservice nennen die wenigsten"

    assert faults_of(briefing(finding(headline=fits))) == []
    assert too_long[121:] == " wenigsten"
    assert faults_of(briefing(finding(headline=too_long))) == [
        "briefing.yaml:7:11: error[text-too-long]: the headline is 9 characters or one line too long for its place "
        "in the summary\n"
        "    7 |       de: the line of the text\n"
        "      |           ^\n"
        "  there is room for 3 lines\n"
        "  hint: about 121 characters fit"
    ]
    assert faults_of(briefing(finding(headline=too_long[:121]))) == []


def test_a_headline_of_120_per_cent_of_what_fits_is_refused() -> None:
    text = ""
    while not faults_of(briefing(finding(headline=f"{text} Kommunikation".strip()))):
        text = f"{text} Kommunikation".strip()

    _, (fault, *_) = laid_out(briefing(finding(headline=(text + " Kommunikation" * 20)[: int(len(text) * 1.2)])))
    assert fault.id == "text-too-long"


def test_all_faults_of_a_summary_are_told_at_once() -> None:
    told = briefing(
        finding("a", headline=words(40)),
        replace(finding("b"), headline=said(words(40), replace(PLACE, line=9))),
        messages=(message(), replace(message(), text=said(words(60)))),
        title=said(words(60)),
    )

    heads = [re.sub(r"\d+ (character|line)s", r"… \1s", line.splitlines()[0]) for line in faults_of(told)]
    assert [head.partition("error")[2] for head in heads] == [
        f"[text-too-long]: the {what} is … characters or … lines too long for its place in the summary"
        for what in ("title", "message", "headline", "headline")
    ]


def test_a_word_wider_than_its_column_is_named() -> None:
    unbreakable = "X" * 60

    (fault, *_) = faults_of(briefing(finding(annotations=((unbreakable, "Text."),))))

    head, *_, hint = fault.splitlines()
    assert head.startswith(f'briefing.yaml:7:11: error[text-too-long]: "{unbreakable[:39]}…" in the annotation is ')
    assert head.endswith("pt wider than its place in the summary")
    assert hint == "  hint: choose a shorter word, or show by soft hyphens where it may be divided"


def test_a_german_compound_wider_than_its_column_is_divided() -> None:
    assert faults_of(briefing(finding(annotations=((LONG_WORD, "Text."),)))) == []


def test_an_exhibit_that_leaves_no_page_to_its_block_names_the_finding() -> None:
    (fault,) = faults_of(briefing(finding("goals", headline="Kurz"), recommendations=None), Charts({"goals": 29}))

    assert fault.splitlines()[0] == (
        'briefing.yaml:7:11: error[block-too-tall]: finding "goals" is 766 pt high in the summary, '
        "where a page has room for 730 pt"
    )
    assert fault.splitlines()[-1] == "  hint: show fewer answers, or shorten its texts"
    # headline 21, title 21 and chart 13 lower, 29 rows of 24.5
    assert 21 + 21 + 13 + 29 * 24.5 == 765.5


def test_annotations_that_end_below_the_page_are_told() -> None:
    (fault,) = faults_of(briefing(finding(annotations=(("Lead", words(150)),) * 3)))

    assert "error[text-too-long]: the annotations are " in fault
    assert " lines too long for a page of the summary" in fault


def test_a_short_title_that_the_foot_has_no_room_for_is_told_where_it_is_written() -> None:
    place = Location("survey.yaml", 5, 14)
    base = briefing()
    told = replace(base, survey=replace(base.survey, short_title=Translated(plain(words(20)).by_language, place)))

    (fault,) = faults_of(told)

    assert fault == (
        "survey.yaml:5:14: error[text-too-long]: the short title is 73 characters too long for the foot of the "
        "summary's pages\n  hint: about 101 characters fit; without `short_title` it is the title that stands there"
    )


def test_charts_that_cannot_be_drawn_are_told_together_with_texts_that_are_too_long() -> None:
    refusal = Diagnostic("too-many-rows", "`bars` shows at most 30 answers", PLACE)

    summary, faults = laid_out(briefing(finding("a"), finding("b", headline=words(40))), Charts(fault=refusal))

    assert summary is None
    assert [fault.id for fault in faults] == ["too-many-rows", "too-many-rows", "text-too-long"]


def test_few_messages_have_room_for_more_lines_each_than_many() -> None:
    rows = [replace(message(), text=said(words(14), replace(PLACE, line=line))) for line in range(1, 6)]

    assert faults_of(briefing(messages=tuple(rows[:4]))) == []
    assert len(faults_of(briefing(messages=tuple(rows)))) == 5


def test_recommendations_that_no_page_holds_are_told() -> None:
    item = Recommendation(("goals",), said("Text"), said(words(120)), big_figure("own"), said("der Unternehmen"))
    base = briefing()
    assert base.recommendations

    (fault,) = faults_of(replace(base, recommendations=replace(base.recommendations, items=(item,) * 5)))

    assert "error[block-too-tall]: the list of recommendations is " in fault
