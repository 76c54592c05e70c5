"""The tables of a question: every published share, its waves first, then each segmentation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from report.briefing.model import Briefing
from report.briefing.model.prose import Fact, FactKind, Prose, figure, fixed, joined, listed, told, worded
from report.briefing.model.terms import column_label, mode_name, wave_label
from report.document.footnotes import Footnotes
from report.document.model import Paragraph, Table, TableCell, TableRow, continued
from report.language.numbers import count, percent
from report.survey.model import Answer, Net, Question
from report.tables.model import Cell, CellState, Column
from report.tables.model import Table as Shares

NOT_ASKED = "–"


@dataclass(frozen=True, slots=True)
class Part:
    """A question with the columns of one of its banners; `title` is the caption."""

    briefing: Briefing
    question: Question
    id: str
    title: Prose
    columns: tuple[Column, ...]

    @property
    def shares(self) -> Shares:
        """The cells of the question."""
        return self.briefing.tables.table(self.question.id)

    def cells(self, answer: str) -> list[Cell]:
        """The cells of an answer or net, column by column."""
        return [self.shares.cell(answer, column.id) for column in self.columns]


def tables_of(question: Question, briefing: Briefing, footnotes: Footnotes) -> Iterator[Table]:
    """The tables of a question; one of which nothing was published has none."""
    for part in _parts(question, briefing):
        if part.columns:
            yield _table(part, footnotes)


def table_title(question: Question, briefing: Briefing) -> Prose:
    """The topic; the question's wording where several questions share a topic."""
    topics = Counter(other.topic.text(briefing.language.code) for other in briefing.survey.questions)
    is_only = topics[question.topic.text(briefing.language.code)] == 1
    return worded(question.topic if is_only else question.label, briefing.language)


def _parts(question: Question, briefing: Briefing) -> Iterator[Part]:
    """All waves first, then every segment, each with the columns of which something was published."""
    title, id, table = table_title(question, briefing), f"appendix/{question.id}", briefing.tables.table(question.id)
    yield Part(briefing, question, id, title, table.published(table.waves))
    for banner in table.segments:
        if banner.segment:
            name = joined([title, worded(banner.segment.label, briefing.language)], ": ")
            shown = table.published(banner)
            yield Part(briefing, question, f"{id}/segment/{banner.segment.id}", name, shown)


def _table(part: Part, footnotes: Footnotes) -> Table:
    id, language = part.id, part.briefing.language
    current = [number for number, column in enumerate(part.columns) if column.id == part.shares.total]
    caption = Paragraph(f"{id}/caption", part.title, continued(f"{id}/caption", part.title, language.words))
    marks = [footnotes.mark(text) for text in _question_notes(part)]
    head = TableRow(
        f"{id}/head",
        TableCell(f"{id}/head/mode", mode_name(part.question.type, language), marks=joined(marks, "")),
        tuple(TableCell(f"{id}/head/{column.id}", column_label(column, language)) for column in part.columns),
    )
    return Table(
        id,
        question=part.question.id,
        caption=caption,
        head=head,
        rows=(*_answer_rows(part, footnotes), *_net_rows(part), *_base_row(part)),
        current=current[0] if current else None,
        breaks=part.shares.broken(part.columns),
    )


def _question_notes(part: Part) -> Iterator[Prose]:
    """What has to be said of the whole question: its note, who was asked, what broke between waves."""
    waves, language, question = part.shares.waves, part.briefing.language, part.question
    if question.note:
        yield worded(question.note, language)
    if question.base:
        yield told(language.words.base, base=worded(question.base, language))
    for broken in question.breaks:
        yield told(
            language.words.break_between,
            first=wave_label(broken.before, waves, language),
            second=wave_label(broken.after, waves, language),
            reason=worded(broken.reason, language),
        )


# --------------------------------------------------------------------------------------------------------------- rows


def _answer_rows(part: Part, footnotes: Footnotes) -> Iterator[TableRow]:
    """The answers in the order of the questionnaire; one that no column asked for is left out."""
    for answer in part.question.answers:
        if any(cell.state is not CellState.NOT_ASKED for cell in part.cells(answer.id)):
            marks = [footnotes.mark(text) for text in _answer_notes(part, answer)]
            yield _row(part, answer, joined(marks, ""), part.shares.broken(part.columns, answer.id))


def _answer_notes(part: Part, answer: Answer) -> Iterator[Prose]:
    """How an answer read in earlier waves, and what of it is not comparable."""
    waves, language = part.shares.waves, part.briefing.language
    for wave, label in answer.earlier_labels.items():
        shown = wave_label(wave, waves, language)
        yield told(language.words.earlier_label, wave=shown, label=worded(label, language))
    if answer.break_between:
        broken = [wave_label(wave, waves, language) for wave in answer.break_between]
        yield joined([listed(broken, language), fixed(language.words.not_comparable)], ": ")


def _net_rows(part: Part) -> Iterator[TableRow]:
    for net in part.question.nets:
        if any(cell.state is CellState.PUBLISHED for cell in part.cells(net.id)):
            yield _row(part, net, Prose(()), ())


def _row(part: Part, answer: Answer | Net, marks: Prose, breaks: tuple[int, ...]) -> TableRow:
    id, language = f"{part.id}/row/{answer.id}", part.briefing.language
    label = worded(answer.label, language)
    is_net = isinstance(answer, Net)
    return TableRow(
        id,
        TableCell(f"{id}/label", told(language.words.net, label=label) if is_net else label, marks=marks),
        tuple(
            _share_cell(f"{id}/{column.id}", cell, part.briefing)
            for column, cell in zip(part.columns, part.cells(answer.id), strict=True)
        ),
        is_net=is_net,
        breaks=breaks,
    )


def _share_cell(id: str, cell: Cell, briefing: Briefing) -> TableCell:
    if cell.share is not None:
        text = percent(cell.share, cell.decimals, briefing.language).text
        return TableCell(id, Prose((figure(cell, text, briefing.survey),)), CellState.PUBLISHED)
    if cell.state is CellState.NOT_ASKED:
        return TableCell(id, fixed(NOT_ASKED), CellState.NOT_ASKED)
    return TableCell(id, fixed(briefing.language.words.not_published_short), CellState.NOT_PUBLISHED)


def _base_row(part: Part) -> Iterator[TableRow]:
    """How many were asked, column by column, where that was published at all."""
    bases = [column.bases.unweighted for column in part.columns]
    if not any(bases):
        return
    briefing, id = part.briefing, f"{part.id}/base"
    asked = worded(part.question.base or briefing.survey.population, briefing.language)
    yield TableRow(
        id,
        TableCell(f"{id}/label", told(briefing.language.words.base, base=asked)),
        tuple(_base_cell(f"{id}/{column.id}", n, part) for column, n in zip(part.columns, bases, strict=True)),
        is_base=True,
    )


def _base_cell(id: str, n: int | None, part: Part) -> TableCell:
    language = part.briefing.language
    if n is None:
        return TableCell(id, fixed(language.words.not_published_short), CellState.NOT_PUBLISHED)
    fact = Fact(FactKind.N, count(n, language), f"the n of survey.questions.{part.question.id}")
    return TableCell(id, told(language.words.n, n=fact))
