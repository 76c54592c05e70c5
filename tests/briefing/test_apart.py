"""Groups that lie above or below all who are not in them have a sign, and the note says by which test."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import pipeline
from report.deck.model import PlacedPicture
from report.drawing.model import Drawing, MarkRole, Rect, TextMark
from tests import counting

BRIEFING = """\
format: 1
survey: survey.yaml
languages: [{language}]
status: final
version: "1.0"
title: {{text: Reading}}
cover: {{figure: q.daily, caption: "{{{{ q.daily }}}} every day"}}
messages:
  - {{finding: all, figure: q.daily, text: every day}}
  - {{finding: all, figure: q.often, text: often}}
findings:
  - id: sizes
    question: q
    headline: Reading by size
    exhibit: {{kind: {kind}, by: size, {reference}}}
    text: Who reads.
  - id: all
    question: q
    headline: Reading
    exhibit: {{kind: bars}}
    text: Who reads.
"""
ROWS = [
    *counting.rows(daily=60, often=20, never=20, books=50, size="small"),
    *counting.rows(daily=40, often=35, never=25, books=50, size="large"),
    *counting.rows(daily=50, often=24, never=26, books=50, size=""),
]
"""Daily 60 and 40 of a hundred; of the others each time 90 and 110 of 200. Never 20 and 25: no difference."""


def drawn(folder: Path, kind: str, *, language: str = "en", **survey: object) -> tuple[Drawing, str]:
    """The exhibit on its slide; and the note in its picture."""
    counting.written(folder, ROWS, counting.survey(language=language, **survey))  # type: ignore[arg-type]
    text = BRIEFING.format(kind=kind, language=language, reference="reference: total" if kind != "dumbbell" else "")
    (folder / "briefing.yaml").write_text(text.replace(", }", "}"), "utf-8")
    source = pipeline.Source(folder / "briefing.yaml", "briefing.yaml", "reading")
    telling = pipeline.tell(pipeline.read(source), [language], allow_failed_claims=False)
    (layouts,), _ = pipeline.lay_out(telling, products=[pipeline.Product.DECK, pipeline.Product.CHARTS])
    items = [item for slide in layouts.deck.slides for item in slide.items]
    drawing = next(item.drawing for item in items if isinstance(item, PlacedPicture) and item.chart.id == "sizes")
    marks = [mark for picture in layouts.pictures for mark in picture.drawing.marks]
    note = " ".join(mark.text for mark in marks if isinstance(mark, TextMark) and mark.role is MarkRole.SOURCE)
    return drawing, note.replace("\N{NO-BREAK SPACE}", " ")


def signs(drawing: Drawing) -> dict[str, str]:
    return {
        mark.cells[0]: mark.text
        for mark in drawing.marks
        if isinstance(mark, TextMark) and mark.role is MarkRole.DIFFERENCE
    }


EXPECTED = {
    "q/daily@w26/size.small": "↑",
    "q/daily@w26/size.large": "↓",
    "q/often@w26/size.large": "↑",
}


@pytest.mark.parametrize("kind", ["grouped", "table"])
def test_who_differs_from_the_rest_has_a_sign(kind: str, tmp_path: Path) -> None:
    # daily: 0.60 and 90/200, 0.40 and 110/200: z = ±2.449; often: 35 and 44/200, z = 2.409; 20 and 59/200, z = -1.76
    assert signs(drawn(tmp_path, kind)[0]) == EXPECTED


@pytest.mark.parametrize(
    ("language", "legend"),
    [
        ("en", "↑ above, ↓ below all others (test at the 5% level, each by itself)"),
        ("de", "↑ über, ↓ unter allen anderen (Test zum Niveau 5 %, jeder für sich)"),
    ],
)
def test_the_note_says_which_test(language: str, legend: str, tmp_path: Path) -> None:
    assert legend in drawn(tmp_path, "grouped", language=language)[1]


def test_at_the_level_of_the_survey(tmp_path: Path) -> None:
    assert signs(drawn(tmp_path, "grouped", confidence=99)[0]) == {}


@pytest.mark.parametrize("sample", ["census"])
def test_in_a_census_there_is_no_test(sample: str, tmp_path: Path) -> None:
    assert signs(drawn(tmp_path, "grouped", sample=sample)[0]) == {}


def test_other_kinds_have_none(tmp_path: Path) -> None:
    assert signs(drawn(tmp_path, "dumbbell")[0]) == {}


def test_signs_stand_clear_of_numbers_and_bars(tmp_path: Path) -> None:
    drawing, _ = drawn(tmp_path, "grouped", sample="quota")
    bars = {
        mark.cells[0]: mark.box.right for mark in drawing.marks if isinstance(mark, Rect) and mark.role is MarkRole.BAR
    }
    numbers = [m for m in drawing.marks if isinstance(m, TextMark) and m.role in (MarkRole.VALUE, MarkRole.UNIT)]

    for mark in drawing.marks:
        if isinstance(mark, TextMark) and mark.role is MarkRole.DIFFERENCE:
            own = [each for each in numbers if each.cells == mark.cells]
            assert mark.x > max(each.x + each.width for each in own)
            assert mark.x > bars[mark.cells[0]]
