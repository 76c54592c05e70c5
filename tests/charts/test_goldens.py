"""Golden drawings: one of each kind and place as JSON, and beside each what can be worked out by hand.

A golden guards against change and proves nothing; the invariant beside it is held against the stored file itself.
After a change that is meant, BEFUND_REWRITE_GOLDENS=1 makes this test write the files anew; look at the difference.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pytest import approx

from report.charts.field import lay_out_field
from report.charts.model import Chart, NoteRequest, Setting
from report.drawing.model import Drawing
from report.drawing.serial import as_json
from report.survey.model import AnswerRole
from report.theme.house import INK, PAPER
from tests.builders import words
from tests.charts.across_specimens import ADVICE, HASKELL
from tests.charts.collisions import faults
from tests.charts.specimens import (
    CONTRAST,
    NOT_ASKED,
    NOT_PUBLISHED,
    PAGE,
    PROOF,
    SLIDE_NARROW,
    bars_chart,
    by_groups,
    drawn,
    empty,
    grouped_chart,
    note,
    parts_chart,
    row,
    series,
    series_chart,
    setting,
    unpublished,
    unsupported,
    value,
    wave,
    waves_chart,
)
from tests.charts.table_specimens import LANGUAGES as TABLE_OF_PLACES
from tests.charts.table_specimens import WORRIES as TABLE_OF_GROUPS

FOLDER = Path(__file__).with_name("goldens")
REWRITE = os.environ.get("BEFUND_REWRITE_GOLDENS") == "1"
HUNDREDTH = 0.011
"""Lengths in a golden are rounded to hundredths, a difference of two of them to a little more."""

GOALS = (
    row("Bekanntheit steigern", 77, PROOF),
    row("Als Experten positionieren", 72, PROOF, answer="experten"),
    row("Dialogbereitschaft zeigen", 57),
    row("Qualifizierte Bewerber gewinnen", 51),
    row("Neue Kunden gewinnen", 48),
    row("Kundenservice verbessern", 21, CONTRAST),
    row("Informationen über Kunden durch Predictive Analysis", 7),
)
ORGANISATION = (
    row("Eigene Social-Media-Teams", 49, PROOF),
    row("Abteilungsübergreifende Teams", 33),
    row("Jeder, der möchte", 17),
)
TEAMS = waves_chart(
    wave("2012", 18),
    empty("2013"),
    wave("2014", 35),
    unpublished("2015"),
    wave("2016", 49, PROOF),
    breaks=[(2, 4, "2014: vier Vorgaben; 2016: drei Vorgaben")],
)
STATES = (
    row("Ja", 100, PROOF),
    row("Selten", "0.3"),
    row("Nie", 0),
    row("Andere", 12, role=AnswerRole.OTHER),
    row("Später", NOT_PUBLISHED),
    row("Früher", NOT_ASKED),
)
TWO_WAVES = series_chart(
    series("Bekanntheit steigern", 85, 77, mark=PROOF),
    series("Dialogbereitschaft zeigen", 51, 57, mark=CONTRAST),
    series("Qualifizierte Bewerber gewinnen", 48, 51, earlier="2014: „Bewerber gewinnen“"),
    series("Kundenservice verbessern", 22, 21),
    kind_name="dumbbell",
    breaks=[(0, 1, "Antwortliste geändert")],
)
SIX_WAVES = series_chart(
    series("Berufliche Netzwerke", 31, 38, 47, NOT_PUBLISHED, 57, 61, mark=PROOF),
    series("Kurzvideos", 22, 24, 29, NOT_PUBLISHED, 40, 49),
    series("Bildernetzwerke", 38, 41, 43, NOT_PUBLISHED, 45, 46),
    series("Kurznachrichten", 36, 34, 31, NOT_PUBLISHED, 26, 17, mark=CONTRAST),
    kind_name="line",
    dates=("2015", "2017", "2018", "2020", "2022", "2024"),
    hidden=("2020",),
)
MANY = tuple(row(f"Antwort {number}", 96 - 3 * number, answer=f"a{number}") for number in range(25))

MASCULINE = grouped_chart(
    [("mit Kindern", 1065), ("ohne Kinder", 541)],
    by_groups("Sehr männlich", (43, PROOF), (30, CONTRAST), alle=37),
    by_groups("Eher männlich", 47, 46, alle=46),
    by_groups("Wenig männlich", 6, 17, alle=11),
    by_groups("Gar nicht männlich", 3, 6, alle=5),
)
WORRIES = grouped_chart(
    [("18 bis 34", 133), ("35 bis 64", 855), ("65 und älter", 627)],
    by_groups("Gewicht", 45, 59, 53, alle=54),
    by_groups("Finanzen", 53, 60, 34, alle=53),
    by_groups("Körperliche Gesundheit", 42, 52, 54, alle=49),
    by_groups("Körperbau", 40, 34, 23, alle=33),
    by_groups("Familie versorgen", 33, 39, 13, alle=32),
    by_groups("Psychische Gesundheit", (45, PROOF), 30, (17, CONTRAST), alle=32),
    by_groups("Haare", 33, 16, 7, alle=19),
)
AGES = grouped_chart(
    [("18 bis 34", 133), ("35 bis 64", 855), ("65 und älter", 627)],
    by_groups("Vater", (58, PROOF), 66, (64, CONTRAST)),
    by_groups("Mutter", 42, 41, NOT_PUBLISHED),
    by_groups("Freunde", 42, 0, "0.3"),
)
HELD_AGAINST = tuple(
    replace(each, reference=value(each.id, before, wave="w2014"))
    for each, before in (
        (row("Bekanntheit", 77, PROOF), 85),
        (row("Dialog", 57), 60),
        (row("Kundenservice", 21), 20),
    )
)

Plain = dict[str, Any]


# ---- what a golden must hold, whatever else is in it


def marks(golden: Plain, role: str) -> list[Plain]:
    return [mark for mark in golden["marks"] if mark["role"] == role]


def percent(golden: Plain, cell: str) -> float:
    """The number that stands in the picture for a cell, read from its text."""
    text = next(shown["text"] for shown in golden["shown"] if shown["id"] == cell)
    return 0.3 if text.startswith("<") else float(text.removesuffix("%").strip().replace(",", "."))


def bars_are_long(golden: Plain, hundred: float, left: float) -> None:
    """Every bar starts at `left` and is its share of `hundred` long; every track is as long as that."""
    assert marks(golden, "bar")
    for bar in marks(golden, "bar"):
        assert bar["box"][0] == approx(left, abs=HUNDREDTH)
        assert bar["box"][2] == approx(percent(golden, bar["cells"][0]) / 100 * hundred, abs=HUNDREDTH)
    assert all(track["box"][2] == approx(hundred) for track in marks(golden, "track"))


def rows_stand(golden: Plain, pitch: float) -> None:
    tops = [track["box"][1] for track in marks(golden, "track")]
    distances = [after - before for before, after in pairwise(tops)]
    assert distances == approx([pitch] * len(distances), abs=2 * HUNDREDTH)
    assert tops[0] == golden["hang"] or golden["marks"][0]["role"] == "label"


def columns_are_high(golden: Plain, hundred: float) -> None:
    axis = marks(golden, "axis")[0]["ends"][1]
    assert marks(golden, "bar")
    for column in marks(golden, "bar"):
        assert column["box"][3] == approx(percent(golden, column["cells"][0]) / 100 * hundred, abs=HUNDREDTH)
        assert column["box"][1] + column["box"][3] == approx(axis, abs=2 * HUNDREDTH)


def dots_are_counted(golden: Plain) -> None:
    for cell in golden["shown"]:
        dots = [mark for mark in marks(golden, "dot") if mark.get("cells") == [cell["id"]]]
        assert len(dots) == round(percent(golden, cell["id"]))


def parts_are_wide(golden: Plain, left: float, hundred: float) -> None:
    """Each part begins where the shares before it end, and is its share wide but for the gap of 1 pt."""
    before = 0.0
    for part in marks(golden, "bar"):
        share = percent(golden, part["cells"][0]) / 100
        assert part["box"][0] == approx(left + before * hundred, abs=HUNDREDTH)
        is_last = before + share > 0.999
        assert part["box"][2] == approx(share * hundred - (0 if is_last else 1), abs=HUNDREDTH)
        before += share


def ticks_stand(golden: Plain, hundred: float, left: float, percents: Sequence[float]) -> None:
    """One tick a row, on its share of `hundred`, and beyond its track above and below."""
    ticks = [mark for mark in marks(golden, "tick") if mark.get("cells")]
    assert [tick["ends"][0] for tick in ticks] == approx([left + each / 100 * hundred for each in percents], abs=0.02)
    for tick, track in zip(ticks, marks(golden, "track"), strict=True):
        assert tick["ends"][1] < track["box"][1] and tick["ends"][3] > track["box"][1] + track["box"][3]


def ticks_lie(golden: Plain, hundred: float, left: float) -> None:
    """Every tick lies at its share of `hundred`."""
    ticks = [mark for mark in marks(golden, "tick") if mark.get("cells")]
    assert len(ticks) == 5
    for tick in ticks:
        assert tick["ends"][0] == approx(left + percent(golden, tick["cells"][0]) / 100 * hundred, abs=0.02)


def figures_end_in_columns(golden: Plain) -> None:
    """The figures of six columns end at six places, as far apart as one column is wide, and are bare."""
    figures = marks(golden, "value")
    ends = sorted({round(mark["at"][0] + mark["width"], 1) for mark in figures})
    assert len(ends) == 6
    assert [after - before for before, after in pairwise(ends)] == approx([ends[1] - ends[0]] * 5, abs=0.11)
    assert not any("%" in mark["text"] for mark in figures)


def tints_tell_distances(golden: Plain) -> None:
    """Below each figure lies the tint of its distance to that of all who were asked; two bear the headline's."""
    heat = PAPER.several.heat
    assert heat
    colors = [color.hex for color in (*reversed(heat.below), *heat.above)]
    for mark in marks(golden, "value"):
        answer = mark["cells"][0].split("/")[1].split("@")[0]
        distance = percent(golden, mark["cells"][0]) - percent(golden, f"q/{answer}@w2016")
        steps = sum(abs(distance) >= limit for limit in (5, 10, 15))
        tints = [tint for tint in marks(golden, "tint") if _lies_on(mark, tint["box"])]
        accents = [PAPER.proof.hex, PAPER.contrast.hex]
        if any(tint["fill"] in accents for tint in tints):
            continue
        expected = [colors[2 + steps] if distance > 0 else colors[3 - steps]] if steps else []
        assert [tint["fill"] for tint in tints] == expected, mark


def _lies_on(mark: Plain, box: Sequence[float]) -> bool:
    left, top, width, height = box
    return bool(left <= mark["at"][0] <= left + width and top <= mark["at"][1] <= top + height)


def places_are_told(golden: Plain) -> None:
    """Each answer has its later share, its earlier one, and between published ones the difference in points."""
    numbers: dict[str, list[float]] = {}
    for shown in golden["shown"]:
        if shown["state"] == "published":
            numbers.setdefault(shown["answer"], []).append(percent(golden, shown["id"]))
    differences = [round(now - before) for now, before in (each for each in numbers.values() if len(each) == 2)]
    told = [int(mark["text"].replace("\N{MINUS SIGN}", "-")) for mark in marks(golden, "change") if "text" in mark]
    assert told == differences


def panels_are_long(golden: Plain, hundred: float, apart: float) -> None:
    """Each bar is its share of `hundred`, each track as long as that, and the next one stands `apart` from it."""
    tracks = [track["box"] for track in marks(golden, "track")]
    lefts = sorted({box[0] for box in tracks})
    assert [after - before for before, after in pairwise(lefts)] == approx([hundred + apart] * 2, abs=HUNDREDTH)
    for bar in marks(golden, "bar"):
        assert bar["box"][0] in lefts
        assert bar["box"][2] == approx(percent(golden, bar["cells"][0]) / 100 * hundred, abs=HUNDREDTH)


def bars_are_shares(golden: Plain, hundred: float) -> None:
    """Every part is its share of `hundred` wide, but for a gap of three points at most."""
    assert marks(golden, "bar")
    for bar in marks(golden, "bar"):
        missing = percent(golden, bar["cells"][0]) / 100 * hundred - bar["box"][2]
        assert -HUNDREDTH <= missing <= 3 + HUNDREDTH


def points_lie(golden: Plain, hundred: float) -> None:
    """Of every answer the point of the later wave lies as far right of the earlier one as its share is higher."""
    pairs: dict[str, dict[str, float]] = {}
    for point in marks(golden, "point"):
        answer, _, wave = point["cells"][0].partition("@")
        pairs.setdefault(answer, {})[wave] = point["at"][0]
    assert pairs
    for answer, places in pairs.items():
        (first, before), (last, after) = sorted(places.items())
        change = percent(golden, f"{answer}@{last}") - percent(golden, f"{answer}@{first}")
        assert after - before == approx(change / 100 * hundred, abs=2 * HUNDREDTH)


def points_stand(golden: Plain, hundred: float) -> None:
    """Every point is as high above the axis as its share of the length of 100 %."""
    axis = marks(golden, "axis")[0]["ends"][1]
    assert marks(golden, "point")
    for point in marks(golden, "point"):
        height = percent(golden, point["cells"][0]) / 100 * hundred
        assert point["at"][1] == approx(axis - height, abs=2 * HUNDREDTH)


# ---- the goldens


@dataclass(frozen=True)
class Golden:
    name: str
    chart: Chart
    of: Setting
    invariants: Sequence[Callable[[Plain], None]]
    notes: Sequence[NoteRequest] = ()
    field: float | None = None

    def drawing(self) -> Drawing:
        if self.field:
            return lay_out_field(self.chart, self.field, self.of)
        return drawn(self.chart, self.of, notes=self.notes)


GOLDENS = [
    Golden(
        "bars-slide",
        bars_chart(*GOALS),
        setting(),
        [lambda golden: bars_are_long(golden, 355.6, 222.0), lambda golden: rows_stand(golden, 45.0)],
        [
            note("bekanntheit", "experten"),
            note("dialogbereitschaft", height=69.0),
            note("kundenservice", "informationen"),
        ],
    ),
    Golden(
        "bars-slide-many",
        bars_chart(*MANY[:10], further=15),
        setting(),
        [lambda golden: bars_are_long(golden, 355.6, 296.0), lambda golden: rows_stand(golden, 28.3)],
    ),
    Golden(
        "bars-slide-states",
        unsupported(bars_chart(*STATES)),
        setting(),
        [lambda golden: bars_are_long(golden, 355.6, 222.0), lambda golden: rows_stand(golden, 54.0)],
    ),
    Golden(
        "bars-narrow-ink",
        bars_chart(row("Marketing", 75, PROOF), row("PR", 26), row("Vertrieb", 13), row("Geschäftsleitung", 12)),
        setting(SLIDE_NARROW, INK),
        [lambda golden: bars_are_long(golden, 355.6, 0.0), lambda golden: rows_stand(golden, 76.0)],
    ),
    Golden(
        "bars-page",
        bars_chart(*GOALS),
        setting(PAGE),
        [lambda golden: bars_are_long(golden, 351.5, 141.8), lambda golden: rows_stand(golden, 27.0)],
    ),
    Golden(
        "bars-page-many",
        bars_chart(*MANY),
        setting(PAGE),
        [lambda golden: bars_are_long(golden, 351.5, 141.8), lambda golden: rows_stand(golden, 14.0)],
    ),
    Golden("columns-slide", TEAMS, setting(), [lambda golden: columns_are_high(golden, 355.6)]),
    Golden("columns-page", TEAMS, setting(PAGE), [lambda golden: columns_are_high(golden, 175.75)]),
    Golden("parts-slide", parts_chart(*ORGANISATION, rest="1"), setting(), [dots_are_counted]),
    Golden(
        "parts-page",
        parts_chart(*ORGANISATION, rest="1"),
        setting(PAGE),
        [lambda golden: parts_are_wide(golden, 141.8, 351.5)],
    ),
    Golden(
        "parts-slide-small",
        parts_chart(row("Eigene Teams", 72, PROOF), row("Übergreifende Teams", 19), row("Jeder", 6), row("Niemand", 3)),
        setting(),
        [lambda golden: parts_are_wide(golden, 0.0, 711.2)],
    ),
    Golden("stacked-slide", ADVICE, setting(), [lambda golden: bars_are_shares(golden, 355.6)]),
    Golden("stacked-page", ADVICE, setting(PAGE), [lambda golden: bars_are_shares(golden, 263.625)]),
    Golden("stacked-narrow-ink", ADVICE, setting(SLIDE_NARROW, INK), [lambda golden: bars_are_shares(golden, 266.7)]),
    Golden("diverging-slide", HASKELL, setting(), [lambda golden: bars_are_shares(golden, 355.6)]),
    Golden("diverging-page", HASKELL, setting(PAGE), [lambda golden: bars_are_shares(golden, 175.75)]),
    Golden("dumbbell-slide", TWO_WAVES, setting(), [lambda golden: points_lie(golden, 711.2)]),
    Golden("dumbbell-page", TWO_WAVES, setting(PAGE), [lambda golden: points_lie(golden, 351.5)]),
    Golden("dumbbell-narrow-ink", TWO_WAVES, setting(SLIDE_NARROW, INK), [lambda golden: points_lie(golden, 177.8)]),
    Golden("line-slide", SIX_WAVES, setting(), [lambda golden: points_stand(golden, 355.6)]),
    Golden("line-page", SIX_WAVES, setting(PAGE), [lambda golden: points_stand(golden, 175.75)], [note("kurzvideos")]),
    Golden("field", bars_chart(ORGANISATION[0]), setting(ground=INK), [dots_are_counted], field=60.0),
    Golden(
        "grouped-slide",
        MASCULINE,
        setting(),
        [
            lambda golden: bars_are_long(golden, 355.6, 222.0),
            lambda golden: rows_stand(golden, (280 - 50) / 3),
            lambda golden: ticks_stand(golden, 355.6, 222.0, [37, 46, 11, 5]),
        ],
        [note("sehr", width=206.0, height=69.0)],
    ),
    Golden(
        "grouped-slide-panels",
        WORRIES,
        setting(),
        [lambda golden: panels_are_long(golden, 177.8, 59.0)],
    ),
    Golden(
        "grouped-page",
        MASCULINE,
        setting(PAGE),
        [
            lambda golden: bars_are_long(golden, 351.5, 141.8),
            lambda golden: rows_stand(golden, 36.0),
            lambda golden: ticks_stand(golden, 351.5, 141.8, [37, 46, 11, 5]),
        ],
    ),
    Golden(
        "grouped-narrow-ink",
        AGES,
        setting(SLIDE_NARROW, INK),
        [lambda golden: bars_are_long(golden, 355.6, 0.0)],
    ),
    Golden(
        "bars-slide-reference",
        replace(bars_chart(*HELD_AGAINST), reference=words("2014")),
        setting(),
        [
            lambda golden: bars_are_long(golden, 355.6, 222.0),
            lambda golden: ticks_stand(golden, 355.6, 222.0, [85, 60, 20]),
        ],
    ),
    Golden("table-slide", TABLE_OF_GROUPS, setting(), [figures_end_in_columns, tints_tell_distances]),
    Golden("table-page", TABLE_OF_GROUPS, setting(PAGE), [figures_end_in_columns, tints_tell_distances]),
    Golden(
        "table-slide-places",
        TABLE_OF_PLACES,
        setting(),
        [
            lambda golden: bars_are_long(golden, 355.6, 222.0),
            lambda golden: ticks_lie(golden, 355.6, 222.0),
            places_are_told,
        ],
    ),
    Golden(
        "table-page-places",
        TABLE_OF_PLACES,
        setting(PAGE),
        [
            lambda golden: bars_are_long(golden, 175.75, 141.8),
            lambda golden: ticks_lie(golden, 175.75, 141.8),
            places_are_told,
        ],
    ),
    Golden("table-narrow-ink-places", TABLE_OF_PLACES, setting(SLIDE_NARROW, INK), [places_are_told]),
]


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.name)
def test_a_drawing_is_its_golden_and_the_golden_holds_its_invariants(golden: Golden) -> None:
    file = FOLDER / f"{golden.name}.json"
    drawing = golden.drawing()
    if REWRITE:
        file.parent.mkdir(exist_ok=True)
        file.write_text(as_json(drawing), encoding="utf-8")

    stored = file.read_text(encoding="utf-8")
    assert as_json(drawing) == stored, "a changed drawing; if it is meant: BEFUND_REWRITE_GOLDENS=1"
    for invariant in golden.invariants:
        invariant(json.loads(stored))
    assert faults(drawing) == []


def test_every_file_in_the_folder_is_a_golden_of_this_test() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.json")) == sorted(golden.name for golden in GOLDENS)


def test_the_invariants_find_a_bar_that_is_one_point_too_long() -> None:
    golden = json.loads((FOLDER / "bars-slide.json").read_text(encoding="utf-8"))
    marks(golden, "bar")[3]["box"][2] += 1.0

    with pytest.raises(AssertionError):
        bars_are_long(golden, 355.6, 222.0)
