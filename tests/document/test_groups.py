"""Groups in a story without an author: what the exhibit leaves out is counted where it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from report.diagnostics import SourceText
from report.document.model import FindingSection
from report.survey.model import Survey
from tests.builders import MULTIPLE, Percent, finding, question, story, survey, wave
from tests.document.telling import briefing_of, document_of, told

NAMES = ("north", "south", "east", "west", "centre", "coast")


def by_place(groups: int, *, now: Percent) -> Survey:
    """Nine answers by so many groups; `now`: the shares of all who were asked, None where they are not known."""
    answers = "abcdefghi"
    shares: Mapping[str, Mapping[str, Percent]] = {
        name: {answer: 80 - 5 * place - 6 * number for number, answer in enumerate(answers)}
        for place, name in enumerate(NAMES[:groups])
    }
    asked = question("q", dict.fromkeys(answers, now), type=MULTIPLE, segments={"place": shares})
    beside = question("z", {"a": 60, "b": 40})
    return survey(asked, beside, segments={"place": dict.fromkeys(NAMES)})


def section(of: Survey, language: str) -> FindingSection:
    """The finding that shows the groups."""
    parts = document_of(briefing_of(of, language)).parts
    findings = [each for each in parts if isinstance(each, FindingSection)]
    return next(each for each in findings if each.exhibit.chart.kind == "grouped")


@pytest.mark.parametrize("now", [40, None])
@pytest.mark.parametrize(
    ("language", "said"), [("de", "4 von 6 Gruppen, alle: Anhang"), ("en", "4 of 6 groups, all: appendix")]
)
def test_groups_that_are_not_shown_are_counted(now: Percent, language: str, said: str) -> None:
    parts = [part.text.replace("\u00a0", " ") for part in section(by_place(6, now=now), language).source.topic]

    assert parts.count(said) == 1


@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_is_said_of_groups_where_all_are_shown(language: str) -> None:
    topic = section(by_place(4, now=40), language).source.topic

    assert not any("Gruppen" in part.text or "groups" in part.text for part in topic)


@pytest.mark.parametrize(
    ("published", "said"), [(4, "nicht veröffentlicht: centre, coast"), (2, "nicht veröffentlicht: 4 weitere Gruppen")]
)
def test_groups_of_which_nothing_came_out_are_named_or_counted(published: int, said: str) -> None:
    assert said in [part.text for part in section(by_place(published, now=40), "de").source.topic]
    assert not any("veröffentlicht:" in part.text for part in section(by_place(6, now=40), "de").source.topic)


def test_the_exhibit_holds_every_answer_that_groups_gave_so_that_what_has_no_room_is_counted() -> None:
    chart = section(by_place(4, now=40), "de").exhibit.chart

    assert sorted(row.id for row in chart.rows) == list("abcdefghi")


PARTLY = survey(
    question(
        "q",
        {"a": 60, "b": 50, "c": 40, "d": 30},
        type=MULTIPLE,
        earlier={"w2014": {"a": 55, "b": 45}, "w2015": {"a": 57, "b": 48}},
        segments={"place": {"north": {"a": 58, "b": 51}, "south": {"a": 62, "b": 49}}},
    ),
    segments={"place": dict.fromkeys(NAMES[:2])},
    waves=[wave("w2014"), wave("w2015"), wave("w2016")],
)


def shown(
    kind: str,
    language: str = "de",
    *,
    by: Sequence[str] = (),
    waves: Sequence[str] = (),
    answers: Sequence[str] = (),
    of: Survey = PARTLY,
) -> FindingSection:
    """The finding that shows groups or waves."""
    asked = finding("f", "q", kind=kind, answers=answers)
    exhibit = replace(asked.exhibit, by=tuple(map(SourceText, by)), waves=tuple(map(SourceText, waves)))
    parts = told(story(of, replace(asked, exhibit=exhibit)), language).parts
    (section,) = (each for each in parts if isinstance(each, FindingSection))
    return section


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "in den gezeigten Gruppen nicht veröffentlicht: C, D"), ("en", "not published of the groups shown: C, D")],
)
def test_answers_of_which_no_group_has_a_figure_stand_in_the_note_alone(language: str, said: str) -> None:
    section = shown("grouped", language, by=["place"])

    assert [row.id for row in section.exhibit.chart.rows] == ["a", "b"]
    assert [part.text for part in section.source.topic].count(said) == 1


def test_so_they_do_in_a_story_by_rule() -> None:
    asked = question(
        "q",
        {"a": 60, "b": 50, "c": 40, "d": 30},
        type=MULTIPLE,
        segments={"place": {"north": {"a": 40, "b": 51}, "south": {"a": 62, "b": 49}}},
    )
    of = survey(asked, segments={"place": dict.fromkeys(NAMES[:2])})

    topic = [part.text for part in section(of, "de").source.topic]

    assert "in den gezeigten Gruppen nicht veröffentlicht: C, D" in topic


def test_so_do_answers_of_which_no_wave_that_is_shown_has_one() -> None:
    section = shown("grouped", waves=["w2014", "w2015"])

    assert [row.id for row in section.exhibit.chart.rows] == ["a", "b"]
    assert "in den gezeigten Wellen nicht veröffentlicht: C, D" in [part.text for part in section.source.topic]


def test_an_answer_that_the_author_lists_is_shown_even_without_a_figure() -> None:
    section = shown("grouped", by=["place"], answers=["a", "c"])

    assert [row.id for row in section.exhibit.chart.rows] == ["a", "c"]
    assert not any("nicht veröffentlicht:" in part.text for part in section.source.topic)


def test_beside_all_who_were_asked_every_answer_of_theirs_is_shown() -> None:
    section = shown("table", by=["place"])

    assert [row.id for row in section.exhibit.chart.rows] == list("abcd")
    assert not any("nicht veröffentlicht:" in part.text for part in section.source.topic)


def test_where_a_table_tells_how_many_were_asked_shorter_forms_of_its_note_do_not_repeat_it() -> None:
    counted = replace(PARTLY, n=1004, segments=survey(segments={"place": {"north": 400, "south": 604}}).segments)

    in_table, in_bars = (shown(kind, by=["place"], of=counted).source.forms for kind in ("table", "grouped"))

    assert "n\u00a0=\u00a0604 (south)" in in_table[0].base[0].text
    assert (in_table[1].topic, in_table[1].base[0].text) == (in_table[0].topic, "Basis: Marketingverantwortliche")
    assert "n\u00a0=\u00a0604 (south)" in in_bars[1].base[0].text


@pytest.mark.parametrize(
    ("language", "elsewhere"), [("de", "n im Text zum Bild"), ("en", "n in the text beside the picture")]
)
def test_beside_the_only_source_a_picture_says_that_n_alone_stands_in_its_text(language: str, elsewhere: str) -> None:
    shortest = section(by_place(4, now=40), language).picture.note.forms[-1]

    assert shortest.base[1].text.endswith("2016")
    assert shortest.base[2].text == elsewhere


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ["ohne Strich, da nicht veröffentlicht: B, C", "ohne Strich, da nicht abgefragt: D"]),
        ("en", ["no line, as not published: B, C", "no line, as not asked: D"]),
    ],
)
def test_rows_whose_earlier_share_nobody_knows_are_named_where_others_have_a_tick(
    language: str, said: list[str]
) -> None:
    asked = question("q", {"a": 40, "b": 30, "c": 20, "d": 10}, type=MULTIPLE, earlier={"w2014": {"a": 35}})
    last = replace(asked.answers[-1], not_asked_in=("w2014",))
    told_of = finding("f", "q", kind="bars")
    held = replace(told_of, exhibit=replace(told_of.exhibit, references=(SourceText("w2014"),)))
    of = survey(replace(asked, answers=(*asked.answers[:-1], last)), waves=[wave("w2014"), wave("w2016")])

    parts = told(story(of, held), language).parts

    (shown,) = [part for part in parts if isinstance(part, FindingSection)]
    for note in (shown.source.topic, shown.picture.note.topic):
        assert [part.text for part in note if "Strich," in part.text or "line," in part.text] == said
