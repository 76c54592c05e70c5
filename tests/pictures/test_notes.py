"""What stands below a picture of several waves: that its net was computed, and who was asked when, by whom."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest

from report import pipeline
from report.drawing.model import Circle, MarkRole, TextMark
from report.formats.picture_kinds import PictureName
from report.pictures.model import Picture
from report.pipeline import Product, Source

SURVEY = """\
format: 1
title: {de: Vertrauen, en: Trust}
publisher: Institut
published: 2024-06
population: {de: Erwachsene im Land, en: adults in the country}
unit: {de: Erwachsene, en: adults}
wave: w2024
waves:
  w2018: {date: 2018-05, n: 2004, source: {de: "Monitor, Mai 2018", en: "Monitor, May 2018"}}
  w2020: {date: 2020-05, n: 1011, source: {de: "Barometer, Mai 2020", en: "Barometer, May 2020"}}
  w2024: {date: 2024-06, n: 1206}
questions:
  trust:
    type: scale
    type_source: published
    topic: {de: Vertrauen, en: Trust}
    label: {de: "Wie sehr vertrauen Sie der Bahn?", en: "How much do you trust the railway?"}
    answers:
      full: {percent: 21, label: {de: voll, en: fully}}
      rather: {percent: 33, label: {de: eher, en: rather}}
      less: {percent: 30, label: {de: eher nicht, en: rather not}}
      nothing: {percent: 16, label: {de: gar nicht, en: not at all}}
    nets:
      trusts: {of: [full, rather], label: {de: Vertrauen insgesamt, en: Trust altogether}}
    earlier:
      w2018: {full: 30, rather: 31, less: 25, nothing: 14}
      w2020: {full: 27, rather: 32, less: 26, nothing: 15}
"""
BRIEFING = """\
format: 1
survey: survey.yaml
languages: [de, en]
title: {text: {de: Vertrauen, en: Trust}}
cover: {figure: trust.trusts, caption: {de: vertrauen, en: trust}}
messages: [{finding: f, figure: trust.trusts, text: {de: vertrauen, en: trust}}]
findings:
  - id: f
    question: trust
    headline: {de: "{{ trust.trusts }} vertrauen", en: "{{ trust.trusts }} trust it"}
    exhibit: {kind: KIND, answers: [trusts, full]}
    text: {de: Absatz., en: Paragraph.}
"""
SAID = {
    "de": (
        "Netto berechnet als Summe der Antworten",
        ("n = 2.004 (2018)", "n = 1.011 (2020)", "n = 1.206 (2024)"),
        ("Monitor, Mai 2018", "Barometer, Mai 2020", "Institut, Juni 2024"),
    ),
    "en": (
        "net computed as the sum of its answers",
        ("n = 2,004 (2018)", "n = 1,011 (2020)", "n = 1,206 (2024)"),
        ("Monitor, May 2018", "Barometer, May 2020", "Institut, June 2024"),
    ),
}


def pictures(folder: Path, kind: str, language: str, survey: str = SURVEY) -> tuple[Picture, ...]:
    """Those of every format, in the order of the formats."""
    answers = "[trusts]" if kind == "columns" else "[trusts, full]"
    return made(folder, survey, BRIEFING.replace("KIND", kind).replace("[trusts, full]", answers), language)


def made(folder: Path, survey: str, briefing: str, language: str) -> tuple[Picture, ...]:
    """The pictures of a survey and its briefing, in the order of the formats."""
    (folder / "survey.yaml").write_text(survey, "utf-8")
    names = ", ".join(name.value for name in PictureName)
    (folder / "briefing.yaml").write_text(f"pictures: [{names}]\n{briefing}", "utf-8")
    material = pipeline.read(Source(folder / "briefing.yaml", "briefing.yaml", "trust"))
    told = pipeline.tell(material, [language], allow_failed_claims=False)
    assert not any(fault.is_error for fault in told.faults), "\n".join(fault.as_text() for fault in told.faults)
    layouts, _ = pipeline.lay_out(told, products=(Product.CHARTS,))
    return layouts[0].pictures


def note(picture: Picture) -> str:
    """The words of its source note, in one line."""
    marks = [mark for mark in picture.drawing.marks if isinstance(mark, TextMark) and mark.role is MarkRole.SOURCE]
    lines = ("".join(mark.text for mark in line) for _, line in groupby(marks, lambda mark: mark.y))
    return re.sub(r"\s+", " ", " ".join(lines))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", ["columns", "line"])
def test_over_waves_every_picture_says_what_was_computed_and_who_was_asked_when(
    tmp_path: Path, kind: str, language: str
) -> None:
    net, counts, sources = SAID[language]

    for picture in pictures(tmp_path, kind, language):
        said = note(picture)
        assert net in said, picture.key
        assert [each for each in (*counts, *sources) if each not in said] == [], picture.key


@pytest.mark.parametrize(
    ("language", "elsewhere"),
    [("de", "n und weitere Quellen im Text zum Bild"), ("en", "n and further sources in the text beside the picture")],
)
def test_where_no_picture_has_room_for_all_of_them_it_says_where_they_stand(
    tmp_path: Path, language: str, elsewhere: str
) -> None:
    long = SURVEY.replace("Monitor,", "Verband der Erforscher des Verkehrs auf Schiene, Straße, Wasser und Luft, " * 12)

    landscape = pictures(tmp_path, "columns", language, long)[0]

    assert elsewhere in note(landscape)
    assert SAID[language][0] in note(landscape)
    assert all(each in re.sub(r"\s+", " ", landscape.text) for each in SAID[language][1])


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_note_leaves_out_who_was_asked_when_before_lines_lie_flat(tmp_path: Path, language: str) -> None:
    long = SURVEY.replace(
        "Barometer,", "Verband der Erforscher des Verkehrs auf Schiene, Straße, Wasser und Luft, " * 3
    )

    landscape = pictures(tmp_path, "line", language, long)[0]

    points = [mark.y for mark in landscape.drawing.marks if isinstance(mark, Circle) and mark.role is MarkRole.POINT]
    assert max(points) - min(points) > landscape.format.height / 5  # from 61 % down to 21 %
    assert SAID[language][1][0] not in note(landscape)
    assert SAID[language][1][0] in re.sub(r"\s+", " ", landscape.text)


def test_the_text_beside_a_picture_names_no_appendix(tmp_path: Path) -> None:
    briefing = BRIEFING.replace("KIND, answers: [trusts, full]", "line, answers: [trusts, full], waves: [w2018, w2024]")

    for picture in made(tmp_path, SURVEY, briefing, "de"):
        assert "2 von 3 Wellen" in picture.text
        assert "Anhang" not in picture.text, picture.key


STEPS = """\
    earlier:
      w2018: {full: 30, rather: 31, less: 25, nothing: 14}
      w2020: {full: 27, rather: 32, less: 26, nothing: 15}
"""
OF_GROUPS = SURVEY.replace(
    STEPS,
    """\
    segments:
      place:
        town: {full: 40, rather: 30, less: 20, nothing: 10}
        country: {full: 10, rather: 30, less: 40, nothing: 20}
""",
).replace(
    "questions:",
    """\
segments:
  place:
    label: {de: Ort, en: Place}
    columns: {town: {label: {de: Stadt, en: Town}}, country: {label: {de: Land, en: Country}}}
questions:""",
)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_picture_says_how_a_net_came_about_where_it_shows_one(tmp_path: Path, language: str) -> None:
    step = "{{ trust.full.place.town }} {{ trust.full.place.country }}"
    briefing = BRIEFING.replace("{{ trust.trusts }} vertrauen", step).replace("{{ trust.trusts }} trust it", step)
    briefing = briefing.replace(
        "messages: [{finding: f, figure: trust.trusts,", "messages: [{finding: f, figure: trust.full.place.town,"
    )
    exhibit = "{kind: grouped, by: place, answers: [trusts, full, rather, less, nothing]}"
    briefing = briefing.replace("{kind: KIND, answers: [trusts, full]}", exhibit)
    shows, says = set[PictureName](), set[PictureName]()

    for picture in made(tmp_path, OF_GROUPS, briefing, language):
        name = PictureName(picture.format.name)
        shows |= {name} if "trusts" in [cell.answer for cell in picture.drawing.shown] else set()
        said = [SAID[language][0] in text for text in (note(picture), re.sub(r"\s+", " ", picture.text))]
        assert said[0] == said[1]
        says |= {name} if all(said) else set()

    assert shows == says
    assert PictureName.STORY in shows
    assert PictureName.LANDSCAPE not in shows


def test_a_picture_says_once_what_the_sign_of_a_small_base_means(tmp_path: Path) -> None:
    few = OF_GROUPS.replace("label: {de: Stadt, en: Town}", "label: {de: Stadt, en: Town}, n: 90")
    exhibit = "{kind: bars, column: place.town, reference: total, answers: [full, rather]}"
    briefing = BRIEFING.replace("{kind: KIND, answers: [trusts, full]}", exhibit)
    briefing = briefing.replace("{{ trust.trusts }}", "{{ trust.full.place.town }}")
    briefing = briefing.replace("f, figure: trust.trusts", "f, figure: trust.full.place.town")

    for picture in made(tmp_path, few, briefing, "de"):
        assert note(picture).count("* = Basis unter 100") == 1, picture.key


LONG_QUESTION = "Was werden Sie im kommenden Jahr an Ihrer Nutzung der Bahn ändern, wenn Sie an die bisherigen denken?"
ONE_WAVE = f"""\
format: 1
language: de
title: Bahn
publisher: Institut für die Erforschung des Verkehrs auf Schiene und Straße
published: 2024-06
population: Erwachsene, die im letzten Jahr mit der Bahn gefahren sind und an beiden Befragungen teilgenommen haben
unit: Erwachsene
wave: w2024
waves: {{w2024: {{date: 2024-06, n: 1206}}}}
questions:
  plan:
    type: single
    type_source: published
    wording: exact
    topic: Verhalten
    label: {LONG_QUESTION}
    answers:
      more: {{percent: 55, label: öfter fahren}}
      less: {{percent: 45, label: seltener fahren}}
"""


@pytest.mark.parametrize(
    ("headline", "is_left_out"),
    [
        ("Verhalten: {{ plan.more }} wollen öfter fahren", False),
        (f"{LONG_QUESTION} {{{{ plan.more }}}}", True),
    ],
)
def test_what_was_asked_stands_in_the_note_unless_the_headline_says_it(
    tmp_path: Path, headline: str, is_left_out: bool
) -> None:
    briefing = f"""\
format: 1
survey: survey.yaml
languages: [de]
title: {{text: Bahn}}
cover: {{figure: plan.more, caption: wollen öfter fahren}}
messages: [{{finding: f, figure: plan.more, text: wollen öfter fahren}}]
findings:
  - {{id: f, question: plan, headline: "{headline}", exhibit: {{kind: bars}}, text: Absatz.}}
"""

    landscape = made(tmp_path, ONE_WAVE, briefing, "de")[0]

    assert (LONG_QUESTION not in note(landscape)) == is_left_out
    assert ("Thema: Verhalten" in note(landscape)) == is_left_out


def test_every_picture_cites_the_source_that_the_survey_states(tmp_path: Path) -> None:
    cited = "Institut für Verkehr, Bericht vom 8. Juli und vom 2. August 2024"
    asked = "Erwachsene im Land mit mindestens einer Fahrt mit der Bahn in den letzten zwölf Monaten vor der Befragung"
    stated = SURVEY.replace("wave: w2024", f'source: {{de: "{cited}", en: "{cited}"}}\nwave: w2024')

    found = pictures(tmp_path, "bars", "de", stated.replace("Erwachsene im Land", asked))

    assert [picture.key for picture in found if f"Quelle: {cited}" not in note(picture)] == []
