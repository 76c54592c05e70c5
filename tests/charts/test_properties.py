"""Whatever the labels and shares: charts of usual labels are never refused, and no mark lies where it should not.

Labels are German-like words with blanks between them, up to 45 characters for two to seven rows and up to 36 from
eight rows on. Longer ones end in one of three ways, and the test says which.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from hypothesis import event, example, given
from hypothesis import strategies as st

from report.charts.field import dots_of
from report.charts.kinds.bars import layout as bars
from report.charts.kinds.columns import layout as columns
from report.charts.model import Chart, ChartRow, Highlight
from report.diagnostics import Diagnostic
from report.drawing.model import Circle, Drawing, MarkRole, Rect
from report.theme.house import INK, PAPER
from report.theme.model import Ground
from report.units import Box, Share
from tests.charts.collisions import faults
from tests.charts.specimens import (
    NOT_ASKED,
    NOT_PUBLISHED,
    PLACES,
    WIDTHS,
    Percent,
    Slot,
    bars_chart,
    empty,
    laid_out,
    marks_of,
    note,
    parts_chart,
    rects,
    row,
    setting,
    texts,
    unpublished,
    unsupported,
    wave,
    waves_chart,
)

_TEXT = """
    der die und für mit im zu am von Ja PR IT Kunden Neue gewinnen Wort steigern AVATAR Tätigkeit Qualifizierte Bewerber
    Kommunikation Marketing Vertrieb Strategie Kundenservice Datenschutz Weiterbildung Personalabteilung Ämter
    Geschäftsführung Nachwuchskräfte Digitalisierung Zusammenarbeit Ressourcenbedarf Budgetkürzungen Übergreifende
    Abteilungsübergreifende Wettbewerbsbeobachtung Mitarbeiterkommunikation Kundenzufriedenheitsmessung
    Öffentlichkeitsarbeit Unternehmenskommunikation Marketing-Automatisierung Ein-/Ausgabe
"""
WORDS = tuple(_TEXT.split())

LONGEST_OF_FEW = 45
LONGEST_OF_MANY = 36
FEW = 7


def labels(longest: int, shortest: int = 1) -> st.SearchStrategy[str]:
    """Words one after the other, cut at a whole word so that the label keeps to its length."""
    return (
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)
        .map(lambda words: _cut(words, longest))
        .filter(lambda label: len(label) >= shortest)
    )


def _cut(words: Sequence[str], longest: int) -> str:
    label = ""
    for word in words:
        longer = f"{label} {word}".strip()
        if len(longer) <= longest:
            label = longer
    return label or words[0][:longest]


PERCENTS: st.SearchStrategy[Percent] = st.one_of(
    st.integers(0, 100),
    st.decimals(Decimal(0), Decimal(100), places=1).map(str),
    st.sampled_from([NOT_PUBLISHED, NOT_ASKED]),
)
MARKS = st.sampled_from([Highlight.NONE, Highlight.NONE, Highlight.NONE, Highlight.PROOF, Highlight.CONTRAST])
PLACE_NAMES = st.sampled_from(sorted(PLACES))
GROUNDS = st.sampled_from([PAPER, INK])


@st.composite
def rows(draw: st.DrawFn, longest: int | None = None) -> list[ChartRow]:
    """One to twelve rows, with labels of the usual length for their number."""
    count = draw(st.integers(1, 12))
    usual = LONGEST_OF_FEW if count <= FEW else LONGEST_OF_MANY
    decimals = draw(st.sampled_from([0, 0, 1]))
    return [
        row(
            draw(labels(longest or usual)),
            draw(PERCENTS),
            draw(MARKS),
            answer=f"a{number}",
            decimals=decimals,
            short=draw(st.none() | labels(25)) if longest else None,
        )
        for number in range(count)
    ]


@given(rows(), PLACE_NAMES, GROUNDS, st.booleans())
def test_bars_of_usual_labels_are_never_refused_and_nothing_overlaps(
    shown: list[ChartRow], name: str, ground: Ground, is_supported: bool
) -> None:
    chart = bars_chart(*shown)
    drawing = laid_out(chart if is_supported else unsupported(chart), setting(PLACES[name], ground))

    assert isinstance(drawing, Drawing), drawing.as_text()
    assert faults(drawing) == []


@given(rows(longest=80), PLACE_NAMES)
def test_longer_labels_are_short_or_above_their_bar_or_refused_by_name(shown: list[ChartRow], name: str) -> None:
    result = laid_out(bars_chart(*shown), setting(PLACES[name]))

    if isinstance(result, Diagnostic):
        event("refused")
        assert result.id == "label-too-long"
        assert any(f'answer "{each.id}"' in result.message for each in shown)
        return
    if any(mark.x > 0 for mark in texts(result, MarkRole.LABEL)):
        event("a label above its bar")
    assert faults(result) == []
    written = " ".join(mark.text for mark in texts(result, MarkRole.LABEL))
    for each in shown:
        is_whole = _letters(each.label) in _letters(written)
        event("whole label" if is_whole else "short label")
        assert is_whole or (each.short is not None and _letters(each.short) in _letters(written))


@given(rows(longest=60), st.sampled_from(["slide", "page", "narrow-on-slide", "narrow-on-page"]), st.booleans())
def test_all_labels_of_a_chart_stand_in_one_place_and_all_rows_at_one_pitch(
    shown: list[ChartRow], name: str, has_note: bool
) -> None:
    notes = [note("a0", width=100.0)] if has_note and name == "slide" else []
    drawing = laid_out(bars_chart(*shown), setting(PLACES[name]), notes=notes)
    if isinstance(drawing, Diagnostic) or any(mark.role is MarkRole.DOT for mark in drawing.marks):
        return
    labels, tracks = texts(drawing, MarkRole.LABEL), rects(drawing, MarkRole.TRACK)
    if len(tracks) < len(shown):
        return  # an unpublished row has no track to measure by

    assert len({mark.x for mark in labels}) == 1
    assert len({mark.size for mark in labels}) == 1
    beside = [mark.x + mark.width <= tracks[0].box.left for mark in labels]
    assert all(beside) or labels[0].x == tracks[0].box.left
    distances = [after.box.top - before.box.top for before, after in pairwise(tracks)]
    assert all(abs(distance - distances[0]) < 0.01 for distance in distances)
    assert faults(drawing) == []


@given(rows(), PLACE_NAMES, st.data())
def test_equal_shares_are_drawn_equal_by_bars(shown: list[ChartRow], name: str, data: st.DataObject) -> None:
    percent = data.draw(st.integers(1, 100))
    tied = [row("Eins", percent, answer="t1"), row("Zwei", percent, answer="t2")]
    drawing = laid_out(bars_chart(*shown[:5], *tied), setting(PLACES[name]))

    assert isinstance(drawing, Drawing)
    first, second = (
        [(mark.box.width, mark.box.height, mark.fill) for mark in rects(drawing, MarkRole.BAR) if cells in mark.cells]
        for cells in ("q/t1@w2016", "q/t2@w2016")
    )
    values = [{mark.size for mark in texts(drawing, MarkRole.VALUE, answer)} for answer in ("t1", "t2")]
    assert first == second
    assert values[0] == values[1]


def _letters(text: str) -> str:
    """The text without blanks and hyphens, which lines begin and end with."""
    return text.replace(" ", "").replace("-", "")


@given(rows(), PLACE_NAMES, st.floats(40, 400))
def test_a_chart_within_the_capacity_of_its_place_fits_it(shown: list[ChartRow], name: str, height: float) -> None:
    where = setting(PLACES[name])
    if len(shown) <= bars.capacity(bars_chart(*shown), height, where):
        result = laid_out(bars_chart(*shown), where, box=Box(0, 0, WIDTHS[where.measures], height))
        assert isinstance(result, Drawing) or result.id == "label-too-long", result.as_text()


@given(rows(), PLACE_NAMES, st.floats(0, 500))
def test_natural_height_is_what_a_chart_takes(shown: list[ChartRow], name: str, extra: float) -> None:
    where, chart = setting(PLACES[name]), bars_chart(*shown)
    width = 300 + extra if name.startswith("narrow") else WIDTHS[where.measures] + extra
    height = bars.natural_height(chart, width, where)
    result = bars.lay_out(chart, Box(0, 0, width, height), where)

    assert isinstance(result, Drawing), result.as_text()
    assert abs(result.height - 2 * result.hang - height) < 0.01


# ---- parts


@st.composite
def whole(draw: st.DrawFn) -> Chart:
    """One to four parts that make up to 100 %, the rest declared or not."""
    decimals = draw(st.sampled_from([0, 0, 1]))
    whole, scale = 100 * 10**decimals, Decimal(1).scaleb(-decimals)
    cuts = sorted(draw(st.lists(st.integers(0, whole), min_size=1, max_size=4)))
    percents = [(after - before) * scale for before, after in pairwise([0, *cuts])]
    left = 100 - sum(percents)
    parts = [
        row(draw(labels(LONGEST_OF_FEW)), str(percent), draw(MARKS), answer=f"a{number}", decimals=decimals)
        for number, percent in enumerate(percents)
    ]
    return parts_chart(*parts, rest=str(left) if left and draw(st.booleans()) else None, decimals=decimals)


@given(whole(), PLACE_NAMES)
def test_parts_of_usual_labels_overlap_nowhere_and_are_refused_in_narrow_places_alone(chart: Chart, name: str) -> None:
    result = laid_out(chart, setting(PLACES[name]))

    if isinstance(result, Diagnostic):
        event(f"refused on {name}")
        assert (result.id, name) == ("label-too-long", "narrow-on-slide")
    else:
        assert faults(result) == []


@given(whole(), PLACE_NAMES)
def test_equal_parts_have_one_width_one_color_and_one_size(chart: Chart, name: str) -> None:
    chart = replace(chart, rows=tuple(_unmarked(each) for each in chart.rows))
    drawing = laid_out(chart, setting(PLACES[name]))
    if isinstance(drawing, Diagnostic):
        return
    looks = [_look(drawing, each) for each in chart.rows]

    for (first, look), (second, other) in combinations(zip(chart.rows, looks, strict=True), 2):
        if first.values[0] and second.values[0] and first.values[0].cell.share == second.values[0].cell.share:
            event("a tie")
            assert look[:2] == other[:2]
            assert look[2] == other[2] or any(_is_of_a_line(drawing, each) for each in (first, second))


def _unmarked(shown: ChartRow) -> ChartRow:
    return replace(shown, values=tuple(value and replace(value, highlight=Highlight.NONE) for value in shown.values))


def _look(drawing: Drawing, shown: ChartRow) -> tuple[object, ...]:
    """Dots or bar of a part with their colour, and the size of its number."""
    dots = [mark for mark in marks_of(drawing, MarkRole.DOT, shown.id) if isinstance(mark, Circle)]
    bars = [mark for mark in marks_of(drawing, MarkRole.BAR, shown.id) if isinstance(mark, Rect)]
    sizes = {mark.size for mark in texts(drawing, MarkRole.VALUE, shown.id)}
    fills = {mark.fill for mark in dots} | {mark.fill for mark in bars}
    return len(dots), fills, sizes


def _is_of_a_line(drawing: Drawing, shown: ChartRow) -> bool:
    """Whether the number goes on in the line of its label, and so has its size."""
    lines = {mark.y for mark in texts(drawing, MarkRole.LABEL, shown.id)}
    return any(mark.y in lines for mark in texts(drawing, MarkRole.VALUE, shown.id))


SHARES = st.decimals(Decimal(0), Decimal(100), places=2)


@given(SHARES)
def test_a_field_is_empty_at_0_alone_and_full_at_100_alone(percent: Decimal) -> None:
    (lit,) = dots_of([Share.of_percent(percent)])

    assert (lit == 0) == (percent == 0)
    assert (lit == 100) == (percent == 100)
    assert abs(lit - percent) < 1


@example([249, 249, 252, 249], False)
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=4), st.booleans())
def test_dots_of_parts_keep_ties_and_order_and_hide_none(weights: list[int], is_whole: bool) -> None:
    total = max(1, sum(weights))
    percents = [Decimal(weight) * 100 / total for weight in weights]
    rounded = [percent.quantize(Decimal("0.1")) for percent in percents]
    counts = dots_of([Share.of_percent(percent) for percent in rounded], is_whole=is_whole)

    assert sum(counts) <= 100
    for percent, count in zip(rounded, counts, strict=True):
        assert (count == 0) == (percent == 0)
        assert count < 100 or percent == 100
    for (percent, count), (other, other_count) in combinations(zip(rounded, counts, strict=True), 2):
        assert (percent == other) <= (count == other_count)
        assert (percent > other) <= (count >= other_count)


# ---- columns


@st.composite
def over_waves(draw: st.DrawFn) -> Chart:
    """Two to eight slots, some empty or unpublished, and up to three breaks between neighbouring published waves."""
    count, decimals = draw(st.integers(2, 8)), draw(st.sampled_from([0, 0, 1, 3]))
    slots: list[Slot] = []
    for number in range(count):
        kind, year = draw(st.sampled_from(["wave", "wave", "wave", "empty", "unpublished"])), str(2009 + number)
        if kind == "wave" or number in (0, count - 1):
            slots.append(wave(year, draw(PERCENTS), draw(MARKS), decimals=decimals))
        else:
            slots.append(empty(year) if kind == "empty" else unpublished(year))
    shown = [number for number, (_, value) in enumerate(slots) if value and value.number]
    pairs = list(pairwise(shown))
    found = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3)) if pairs else []
    return waves_chart(*slots, breaks=[(*pair, draw(labels(60))) for pair in sorted(found)])


WITHOUT_LINES = sorted(name for name, place in PLACES.items() if place.notes is None)
"""Places where keys tie the words of annotations to their marks."""


@given(over_waves(), st.sampled_from(WITHOUT_LINES), st.data())
def test_keys_of_columns_stay_inside_and_lie_on_nothing(chart: Chart, name: str, data: st.DataObject) -> None:
    named = [
        column.name
        for column, value in zip(chart.columns, chart.rows[0].values, strict=True)
        if column.name and value and value.number
    ]
    explained = data.draw(st.lists(st.sampled_from(named), max_size=3)) if named else []
    notes = [note(at) for at in explained]
    drawing = laid_out(chart, setting(PLACES[name]), notes=notes)

    assert isinstance(drawing, Drawing), drawing.as_text()
    assert faults(drawing) == []


@given(over_waves(), PLACE_NAMES, GROUNDS)
def test_columns_are_never_refused_and_overlap_nowhere(chart: Chart, name: str, ground: Ground) -> None:
    where = setting(PLACES[name], ground)
    width = WIDTHS[where.measures]
    height = columns.natural_height(chart, width, where)
    drawing = laid_out(chart, where, box=Box(0, 0, width, max(299.0, height)))

    assert isinstance(drawing, Drawing), drawing.as_text()
    assert faults(drawing) == []
