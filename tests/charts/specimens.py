"""Charts for tests, in few words: rows of (label, percent, mark), waves of (label, percent).

bars_chart(row("Awareness", 77, PROOF), row("Service", 21, CONTRAST), row("Other", NOT_PUBLISHED))
waves_chart(wave("2014", 35), empty("2015"), wave("2016", 49, PROOF))
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any, Final

from report.charts.model import (
    Chart,
    ChartBreak,
    ChartColumn,
    ChartRest,
    ChartRow,
    ChartValue,
    Highlight,
    KindLayout,
    NoteRequest,
    Setting,
)
from report.charts.registry import HOUSE_LAYOUTS
from report.diagnostics import Diagnostic, Location
from report.drawing.model import Drawing, Mark, MarkRole, Rect, Stroke, TextMark
from report.formats.a4_pages import A4_PAGES
from report.formats.charts import ChartMeasures
from report.formats.house_slides import HOUSE_SLIDES
from report.language.dates import PartialDate
from report.language.model import Language
from report.language.numbers import percent
from report.language.registry import load
from report.shipped import folder
from report.survey.model import AnswerRole, CellId, ColumnId
from report.tables.model import Cell, CellState
from report.text.fonts import Fonts
from report.theme.house import HOUSE, INK, PAPER
from report.theme.model import Ground
from report.units import Box, Pt, Share
from tests.builders import published_percent, words

PROOF: Final = Highlight.PROOF
CONTRAST: Final = Highlight.CONTRAST
PLAIN: Final = Highlight.NONE
NOT_PUBLISHED: Final = CellState.NOT_PUBLISHED
NOT_ASKED: Final = CellState.NOT_ASKED

Percent = int | str | CellState

SLIDE, SLIDE_NARROW = HOUSE_SLIDES.charts, HOUSE_SLIDES.narrow_charts
PAGE, PAGE_NARROW = A4_PAGES.charts, A4_PAGES.narrow_charts
PLACES = {"slide": SLIDE, "narrow-on-slide": SLIDE_NARROW, "page": PAGE, "narrow-on-page": PAGE_NARROW}
WIDTHS = {SLIDE: 873.6, SLIDE_NARROW: 355.6, PAGE: 493.3, PAGE_NARROW: 351.5}
SLIDE_BOX = Box(43.2, 165.0, WIDTHS[SLIDE], 299.0)


@cache
def fonts() -> Fonts:
    return Fonts.in_folder(folder("assets") / "fonts", HOUSE.font_files)


@cache
def language(code: str = "de") -> Language:
    return load(code)


def setting(measures: ChartMeasures = SLIDE, ground: Ground = PAPER, code: str = "de") -> Setting:
    return Setting(measures, ground, fonts(), language(code))


ON_INK = INK


def value(
    answer: str, shown: Percent, mark: Highlight = PLAIN, *, wave: str = "w2016", decimals: int = 0, code: str = "de"
) -> ChartValue:
    id = CellId("q", answer, ColumnId(wave))
    if isinstance(shown, CellState):
        return ChartValue(Cell(id, shown, None, decimals), None, mark)
    share = Share.of_percent(published_percent(str(shown)))
    return ChartValue(Cell(id, CellState.PUBLISHED, share, decimals), percent(share, decimals, language(code)), mark)


def row(
    label: str,
    shown: Percent,
    mark: Highlight = PLAIN,
    *,
    short: str | None = None,
    role: AnswerRole = AnswerRole.REGULAR,
    answer: str | None = None,
    decimals: int = 0,
    code: str = "de",
    location: Location | None = None,
) -> ChartRow:
    """A row; its answer's id is the first word of its label in small letters unless given."""
    id = answer or label.split()[0].lower().strip(",.-")
    return ChartRow(
        id, words(label), (value(id, shown, mark, decimals=decimals, code=code),), short, role, location=location
    )


def bars_chart(
    *rows: ChartRow, kind_name: str = "bars", further: int = 0, rest: str | None = None, decimals: int = 0
) -> Chart:
    fixed = language().words
    left = Share.of_percent(Decimal(rest)) if rest else None
    return Chart(
        id="finding",
        kind=kind_name,
        question="q",
        question_label=words("Ziele"),
        title=words("Anteil der Unternehmen in Prozent"),
        rows=rows,
        columns=(ChartColumn(words(""), "w2016"),),
        decimals=decimals,
        rest=ChartRest(left, fixed.rest, fixed.rest_unknown, fixed.rest_short) if left else None,
        further=further,
        location=Location("briefing.yaml", 7, 5),
    )


def parts_chart(*rows: ChartRow, rest: str | None = None, decimals: int = 0) -> Chart:
    return bars_chart(*rows, kind_name="parts", rest=rest, decimals=decimals)


Slot = tuple[ChartColumn, ChartValue | None]


def wave(label: str, shown: Percent, mark: Highlight = PLAIN, *, decimals: int = 0, code: str = "de") -> Slot:
    id = f"w{label}"
    return ChartColumn(words(label), id), value("own", shown, mark, wave=id, decimals=decimals, code=code)


def unpublished(label: str) -> Slot:
    return ChartColumn(words(label), f"w{label}", is_published=False), value("own", NOT_PUBLISHED, wave=f"w{label}")


def empty(label: str) -> Slot:
    return ChartColumn(words(label), None), None


LIMITED = "Eingeschränkt vergleichbar"


def waves_chart(*slots: Slot, breaks: Sequence[tuple[int, int, str]] = ()) -> Chart:
    """Breaks are (column before, column after, reason)."""
    return Chart(
        id="development",
        kind="columns",
        question="q",
        question_label=words("Organisation"),
        title=words("Unternehmen mit eigenem Team in Prozent"),
        rows=(ChartRow("own", words("Eigene Teams"), tuple(shown for _, shown in slots)),),
        columns=tuple(column for column, _ in slots),
        breaks=tuple(ChartBreak(before, after, LIMITED, words(reason)) for before, after, reason in breaks),
        location=Location("briefing.yaml", 7, 5),
    )


def series(
    label: str,
    *shown: Percent,
    mark: Highlight = PLAIN,
    short: str | None = None,
    earlier: str | None = None,
    answer: str | None = None,
    decimals: int = 0,
    code: str = "de",
) -> Callable[[Sequence[str]], ChartRow]:
    """An answer with a share in each of the waves; earlier: how it read in the first one."""
    id = answer or label.split()[0].lower().strip(",.-")

    def row_of(waves: Sequence[str]) -> ChartRow:
        values = tuple(
            value(id, percent, mark, wave=wave, decimals=decimals, code=code)
            for wave, percent in zip(waves, shown, strict=True)
        )
        read = words(earlier) if earlier else None
        return ChartRow(id, words(label), values, short, earlier=read, location=Location("survey.yaml", 40, 9))

    return row_of


def series_chart(
    *rows: Callable[[Sequence[str]], ChartRow],
    kind_name: str,
    dates: Sequence[str] = ("2014", "2016"),
    hidden: Sequence[str] = (),
    breaks: Sequence[tuple[int, int, str] | tuple[int, int, str, str]] = (),
    further: int = 0,
    decimals: int = 0,
) -> Chart:
    """Whole answers over waves of these dates; of hidden ones nothing came out.

    Breaks are (column before, column after, reason), and the answer if it concerns one alone.
    """
    waves = [f"w{date}" for date in dates]
    columns = tuple(
        ChartColumn(words(date[:4]), name, is_published=date not in hidden, date=PartialDate.parse(date))
        for date, name in zip(dates, waves, strict=True)
    )
    return Chart(
        id="development",
        kind=kind_name,
        question="q",
        question_label=words("Ziele"),
        title=words("Anteil der Unternehmen in Prozent"),
        rows=tuple(each(waves) for each in rows),
        columns=columns,
        decimals=decimals,
        breaks=tuple(
            ChartBreak(each[0], each[1], LIMITED, words(each[2]), each[3] if len(each) > 3 else None) for each in breaks
        ),
        keeps_ends=True,
        further=further,
        location=Location("briefing.yaml", 7, 5),
    )


Shown = Percent | tuple[Percent, Highlight]
"""A number, or a number with its mark."""


def by_groups(label: str, *shown: Shown, alle: Percent | None = None, code: str = "de", **more: Any) -> ChartRow:
    """A row with a number for each group; alle: what it is held against."""
    answer = more.pop("answer", None) or label.split()[0].lower().strip(",.-")
    decimals = more.pop("decimals", 0)
    pairs = [each if isinstance(each, tuple) else (each, PLAIN) for each in shown]
    values = tuple(
        group_value(answer, f"g{number}", *pair, decimals=decimals, code=code) for number, pair in enumerate(pairs)
    )
    against = None if alle is None else value(answer, alle, decimals=decimals, code=code)
    return ChartRow(answer, words(label), values, reference=against, **more)


def group_value(
    answer: str, group: str, shown: Percent, mark: Highlight = PLAIN, *, decimals: int = 0, code: str = "de"
) -> ChartValue:
    """The number of an answer in a group of the segmentation `size`."""
    total = value(answer, shown, mark, decimals=decimals, code=code)
    id = CellId("q", answer, ColumnId("w2016", "size", group))
    return replace(total, cell=replace(total.cell, id=id), expression=f"q.{answer}.size.{group}")


def grouped_chart(groups: Sequence[str | tuple[str, int]], *rows: ChartRow, further: int = 0, **more: Any) -> Chart:
    """Rows by groups, each a name or a name with its n."""
    columns = tuple(
        ChartColumn(
            words(name), f"size.g{number}", base=words(f"n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{n}") if n else None
        )
        for number, (name, n) in enumerate(each if isinstance(each, tuple) else (each, 0) for each in groups)
    )
    return replace(
        bars_chart(*rows, kind_name=more.pop("kind_name", "grouped"), further=further),
        columns=columns,
        reference=words("alle") if any(each.reference for each in rows) else None,
        **more,
    )


def note(*at: str, width: Pt = 200.0, height: Pt = 46.0) -> NoteRequest:
    """An annotation of two lines, unless given."""
    return NoteRequest(at, width, height, Location("briefing.yaml", 20, 9))


def unsupported(chart: Chart) -> Chart:
    return replace(chart, is_supported=False)


def kind_of(chart: Chart) -> KindLayout:
    return HOUSE_LAYOUTS[chart.kind]


def place(chart: Chart, of: Setting) -> Box:
    """The box that a slide or a page gives a chart: as high as the chart likes, on a slide at least its lowest."""
    if of.measures is SLIDE:
        return SLIDE_BOX
    width = WIDTHS[of.measures]
    height = kind_of(chart).natural_height(chart, width, of)
    return Box(0.0, 0.0, width, max(SLIDE_BOX.height, height) if of.measures is SLIDE_NARROW else height)


def drawn(
    chart: Chart, of: Setting | None = None, *, box: Box | None = None, notes: Sequence[NoteRequest] = ()
) -> Drawing:
    """The chart laid out; a refusal fails the test with its text."""
    result = laid_out(chart, of, box=box, notes=notes)
    assert isinstance(result, Drawing), result.as_text()
    return result


def refused(
    chart: Chart, of: Setting | None = None, *, box: Box | None = None, notes: Sequence[NoteRequest] = ()
) -> Diagnostic:
    """The refusal of a chart that has no place."""
    result = laid_out(chart, of, box=box, notes=notes)
    assert isinstance(result, Diagnostic)
    return result


def laid_out(
    chart: Chart, of: Setting | None = None, *, box: Box | None = None, notes: Sequence[NoteRequest] = ()
) -> Drawing | Diagnostic:
    where = of or setting()
    return kind_of(chart).lay_out(chart, box or place(chart, where), where, notes)


# ---- reading a drawing


def marks_of(drawing: Drawing, role: MarkRole, answer: str | None = None) -> list[Mark]:
    """The marks of a role, those of one answer or wave if given; texts of a block come in order."""
    found = [mark for mark in drawing.marks if mark.role is role]
    return [mark for mark in found if answer is None or any(_names(cell, answer) for cell in mark.cells)]


def rects(drawing: Drawing, role: MarkRole, answer: str | None = None) -> list[Rect]:
    return [mark for mark in marks_of(drawing, role, answer) if isinstance(mark, Rect)]


def texts(drawing: Drawing, role: MarkRole, answer: str | None = None) -> list[TextMark]:
    return [mark for mark in marks_of(drawing, role, answer) if isinstance(mark, TextMark)]


def strokes(drawing: Drawing, role: MarkRole) -> list[Stroke]:
    return [mark for mark in drawing.marks if mark.role is role and isinstance(mark, Stroke)]


def text(drawing: Drawing, words: str) -> TextMark:
    """The one text mark that reads so."""
    found = [mark for mark in drawing.marks if isinstance(mark, TextMark) and mark.text == words]
    assert len(found) == 1, [mark.text for mark in drawing.marks if isinstance(mark, TextMark)]
    return found[0]


def bar(drawing: Drawing, answer: str) -> Rect:
    """The bar or column of an answer or wave."""
    found = rects(drawing, MarkRole.BAR, answer)
    assert len(found) == 1
    return found[0]


def _names(cell: str, answer: str) -> bool:
    question_and_answer, _, wave = cell.partition("@")
    return answer in (question_and_answer.partition("/")[2], wave)
