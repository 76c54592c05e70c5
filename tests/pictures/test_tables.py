"""A table as the bars of a picture: title, note, n, annotations and alternative text speak of what these show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report import pipeline
from report.drawing.model import TextMark
from report.formats.picture_kinds import PictureName
from report.pictures.model import Picture
from report.pipeline import Product, Source
from tests.pictures.test_notes import note

GROUPS = {"north": ("Nordheim", 411), "south": ("Südheim", 422), "east": ("Ostheim", 433), "west": ("Westheim", 444)}
SHARES = {"yes": (52, 61, 47, 55, 44), "no": (36, 30, 41, 33, 42), "unsure": (12, 9, 12, 12, 14)}
LABELS = {"yes": "ja, gewiss", "no": "nein", "unsure": "unsicher"}


def survey(population: str) -> str:
    columns = ", ".join(f"{id}: {{label: {name}, n: {n}}}" for id, (name, n) in GROUPS.items())
    answers = "\n".join(f"      {id}: {{percent: {SHARES[id][0]}, label: '{LABELS[id]}'}}" for id in SHARES)
    groups = "\n".join(
        f"        {id}: {{{', '.join(f'{answer}: {shares[place]}' for answer, shares in SHARES.items())}}}"
        for place, id in enumerate(GROUPS, start=1)
    )
    return f"""format: 1
language: de
title: Brücken
publisher: Institut
published: 2024-06
population: {population}
unit: Erwachsene
wave: w2024
waves: {{w2024: {{date: 2024-06, n: 1710}}}}
segments:
  place: {{label: Ort, columns: {{{columns}}}}}
questions:
  bridge:
    type: single
    type_source: published
    topic: Brücke
    label: Soll die Brücke gebaut werden?
    answers:
{answers}
    segments:
      place:
{groups}
"""


def pictures(
    folder: Path,
    headline: str,
    more: str = "",
    annotations: str = "",
    kind: str = "table",
    population: str = "Erwachsene im Land",
) -> tuple[Picture, ...]:
    """Those of a chart of all groups, in every format."""
    figure = "bridge.yes" if kind == "table" else "bridge.yes.place.north"
    formats = ", ".join(name.value for name in PictureName)
    (folder / "survey.yaml").write_text(survey(population), "utf-8")
    (folder / "briefing.yaml").write_text(
        f"""format: 1
survey: survey.yaml
languages: [de]
pictures: [{formats}]
title: {{text: Brücken}}
cover: {{figure: bridge.yes, caption: wollen die Brücke}}
messages: [{{finding: f, figure: {figure}, text: wollen die Brücke}}]
findings:
  - id: f
    question: bridge
    headline: "{headline}"
    exhibit: {{kind: {kind}, by: place{more}}}
    text: Absatz.
{annotations}""",
        "utf-8",
    )
    material = pipeline.read(Source(folder / "briefing.yaml", "briefing.yaml", "bridge"))
    told = pipeline.tell(material, ["de"], allow_failed_claims=False)
    assert not any(fault.is_error for fault in told.faults), "\n".join(fault.as_text() for fault in told.faults)
    layouts, _ = pipeline.lay_out(told, products=(Product.CHARTS,))
    return layouts[0].pictures


def words_of(picture: Picture) -> str:
    """All that the picture and the text beside it say, in one line with plain blanks."""
    return re.sub(r"\s+", " ", " ".join([note(picture), picture.text, picture.drawing.alternative]))


def named(picture: Picture) -> set[str]:
    """The groups that are named, or whose n is told."""
    said = words_of(picture)
    return {id for id, (name, n) in GROUPS.items() if name in said or f"n = {n}" in said}


def test_of_all_who_were_asked_nothing_is_said_of_groups(tmp_path: Path) -> None:
    made = pictures(tmp_path, "{{ bridge.yes }} wollen die Brücke", ", emphasize: [yes.w2024]")

    assert len(made) == len(PictureName)
    for picture in made:
        said = words_of(picture)
        assert named(picture) == set()
        assert "Anteil der Erwachsenen in Prozent" in said and "n = 1.710" in said
        assert not re.search(r"Gruppe|Spalten|Anhang|Tabelle", said), said


def test_of_two_groups_of_several_the_note_names_these_and_the_total_of_the_ticks(tmp_path: Path) -> None:
    headline = "{{ bridge.yes.place.north }} in Nordheim wollen sie, {{ bridge.yes.place.west }} in Westheim"
    made = pictures(tmp_path, headline, ", emphasize: [yes.place.north], contrast: [yes.place.west]")

    assert len(made) == len(PictureName)
    for picture in made:
        assert named(picture) == {"north", "west"}
        assert note(picture).count("2 von 4 Gruppen") == 1 and "Strich: alle" in words_of(picture)
        assert "n = 1.710 (alle)" in words_of(picture)


def test_a_group_that_the_headline_speaks_of_is_shown_though_nothing_marks_it(tmp_path: Path) -> None:
    headline = "{{ bridge.yes.place.south }} in Südheim, {{ bridge.yes.place.east }} in Ostheim"
    made = pictures(tmp_path, headline, ", emphasize: [yes.place.south]")

    assert [named(picture) for picture in made] == [{"south", "east"}] * len(PictureName)


@pytest.mark.parametrize(("group", "is_said"), [("north", True), ("east", False)])
def test_an_annotation_of_a_group_that_the_picture_does_not_show_is_left_out(
    tmp_path: Path, group: str, is_said: bool
) -> None:
    headline = "{{ bridge.yes.place.north }} in Nordheim wollen sie, {{ bridge.yes.place.west }} in Westheim"
    notes = f"""    annotations:
      - at: [no]
        lead: Dagegen
        text: "sind {{{{ bridge.no.place.{group} }}}} in {GROUPS[group][0]}."
"""
    made = pictures(tmp_path, headline, ", emphasize: [yes.place.north], contrast: [yes.place.west]", notes)

    assert ["Dagegen" in words_of(picture) for picture in made] == [is_said] * len(PictureName)
    assert all(named(picture) == {"north", "west"} for picture in made)


def test_how_many_were_asked_of_groups_is_told_once_where_the_note_has_no_room_for_more(tmp_path: Path) -> None:
    headline = "{{ bridge.yes.place.north }} in Nordheim wollen sie, {{ bridge.yes.place.west }} in Westheim"

    asked = "Erwachsene im Land, die in den letzten zwölf Monaten mindestens einmal an das andere Ufer gefahren sind"
    landscape = pictures(tmp_path, headline, kind="grouped", population=asked)[0]

    assert "n = 411" not in note(landscape) and "n = 411 (Nordheim)" in words_of(landscape)
    shown = [mark.text for mark in landscape.drawing.marks if isinstance(mark, TextMark)]
    assert "n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}411" in shown
