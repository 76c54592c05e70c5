"""Charts whose answers lie across, in few words: an answer a column, a row a question with its percentages.

stacked_chart(SCALE, band("privacy", 31, 28, 20, 12, 5, 4, mark=PROOF), net=("fully", "rather"))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from report.charts.model import Chart, ChartColumn, ChartNet, ChartRow, ChartValue, Highlight
from report.diagnostics import Location
from report.language.numbers import percent
from report.survey.model import AnswerRole, CellId, ColumnId
from report.tables.model import Cell, CellState
from report.units import Share
from tests.builders import published_percent, words
from tests.charts.specimens import CONTRAST, PLAIN, PROOF, Percent, language

WAVE = ColumnId("w2016")
Sides = tuple[str, ...]


def answer(id: str, label: str, role: AnswerRole = AnswerRole.REGULAR, short: str | None = None) -> ChartColumn:
    return ChartColumn(words(label), id, short=short, role=role)


AGREEMENT = (
    answer("no", "stimme gar nicht zu"),
    answer("rather_no", "stimme eher nicht zu"),
    answer("rather", "stimme eher zu"),
    answer("yes", "stimme voll zu"),
    answer("middle", "teils/teils", AnswerRole.MIDPOINT),
    answer("none", "keine Angabe", AnswerRole.REFUSED),
)
"""As `diverging` has them: from left to right, then what is neither."""
FREQUENCY = (
    answer("often", "oft"),
    answer("sometimes", "manchmal"),
    answer("rarely", "selten"),
    answer("open", "nie, aber offen dafür"),
    answer("never", "nie, nicht offen dafür"),
    answer("none", "keine Angabe", AnswerRole.REFUSED),
)
AGREE, REJECT = ("rather", "yes"), ("no", "rather_no")


def cell(question: str, name: str, shown: Percent, mark: Highlight = PLAIN, decimals: int = 0) -> ChartValue:
    id = CellId(question, name, WAVE)
    if isinstance(shown, CellState):
        return ChartValue(Cell(id, shown, None, decimals), None, mark)
    share = Share.of_percent(published_percent(str(shown)))
    return ChartValue(Cell(id, CellState.PUBLISHED, share, decimals), percent(share, decimals, language()), mark)


def band(
    id: str,
    *shown: Percent,
    label: str | None = None,
    mark: Highlight = PLAIN,
    base: str | None = None,
    is_total: bool = False,
    decimals: int = 0,
) -> ChartRow:
    """A row of as many percentages as there are answers; the chart marks its nets."""
    values = tuple(cell(id, f"a{place}", each, mark, decimals) for place, each in enumerate(shown))
    label = label or id.capitalize()
    return ChartRow(id, words(label), values, base=words(base) if base else None, is_total=is_total)


def across_chart(
    kind: str, answers: Sequence[ChartColumn], rows: Sequence[ChartRow], nets: Sequence[Sides], *, further: int = 0
) -> Chart:
    """The chart as composing would make it: nets are the sums of their answers, and marks are those of the nets."""
    shown = tuple(_row(row, answers, nets) for row in rows)
    return Chart(
        id="finding",
        kind=kind,
        question=rows[0].id,
        question_label=words("Aussagen"),
        title=words("Anteil in Prozent"),
        rows=shown,
        columns=tuple(answers),
        nets=tuple(ChartNet("+".join(net), words("Netto"), net) for net in nets),
        row_word="question",
        keeps_ends=True,
        further=further,
        location=Location("briefing.yaml", 7, 5),
    )


def stacked_chart(
    answers: Sequence[ChartColumn], *rows: ChartRow, net: Sides = ("often", "sometimes"), further: int = 0
) -> Chart:
    return across_chart("stacked", answers, rows, (net,) if net else (), further=further)


def diverging_chart(answers: Sequence[ChartColumn], *rows: ChartRow, further: int = 0) -> Chart:
    return across_chart("diverging", answers, rows, (AGREE, REJECT), further=further)


def _row(row: ChartRow, answers: Sequence[ChartColumn], nets: Sequence[Sides]) -> ChartRow:
    named = [
        replace(value, cell=replace(value.cell, id=CellId(row.id, column.name or "", WAVE)))
        for value, column in zip(row.values, answers, strict=True)
        if value
    ]
    in_nets = {name for net in nets for name in net}
    values = tuple(value if value.cell.id.answer in in_nets else replace(value, highlight=PLAIN) for value in named)
    return replace(row, values=values, nets=tuple(_net(row, net, values) for net in nets))


def _net(row: ChartRow, net: Sides, values: Sequence[ChartValue]) -> ChartValue:
    parts = [value for value in values if value.cell.id.answer in net]
    shares = [value.cell.share for value in parts if value.cell.share]
    if len(net) == 1:
        return parts[0]
    id, decimals = CellId(row.id, "+".join(net), WAVE), parts[0].cell.decimals
    if len(shares) < len(parts):
        return ChartValue(Cell(id, CellState.NOT_PUBLISHED, None, decimals), None)
    total = sum(shares, Share(Decimal(0)))
    return ChartValue(
        Cell(id, CellState.COMPUTED, total, decimals), percent(total, decimals, language()), parts[0].highlight
    )


ADVICE = stacked_chart(
    FREQUENCY,
    band("job", 15, 42, 23, 12, 7, 1, label="Freund um beruflichen Rat fragen", mark=PROOF),
    band("personal", 14, 41, 27, 10, 7, 1, label="Freund um persönlichen Rat fragen", mark=PROOF),
    band("lonely", 17, 29, 31, 5, 15, 3, label="Sich einsam oder isoliert fühlen"),
    band("close", 14, 28, 25, 10, 22, 1, label="Freunden körperlich Nähe zeigen"),
    band("therapist", 5, 9, 15, 37, 32, 2, label="Zum Therapeuten gehen", mark=CONTRAST),
)
HASKELL = diverging_chart(
    AGREEMENT,
    band("language", 1, 6, 47, 32, 9, 5, label="Zufrieden mit Haskell als Sprache", mark=PROOF),
    band("libraries", 3, 8, 48, 10, 21, 10, label="Finde Bibliotheken für meinen Bedarf"),
    band("tools", 5, 13, 40, 11, 22, 9, label="Zufrieden mit Werkzeugen wie Cabal"),
    band("practices", 4, 18, 35, 9, 26, 8, label="Kenne die bewährten Vorgehensweisen"),
    band("docs", 7, 21, 26, 3, 34, 9, label="Bibliotheken sind gut dokumentiert"),
    band("speed", 12, 30, 15, 3, 27, 13, label="Kann die Leistung meines Codes leicht einschätzen", mark=PROOF),
)
