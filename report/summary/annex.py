"""Builds the annex of the tree: every published share of every wave, one table a question, with its footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from report.briefing.model import Briefing, Figure, Prose
from report.language.lists import join
from report.language.model import Language
from report.language.numbers import count, percent
from report.summary.annex_columns import Part, parts_of
from report.summary.footnotes import Footnotes
from report.summary.tree import AnnexSection, Heading, Note, Paragraph, Table, TableCell, TableRow, prose
from report.survey.model import Answer, ColumnId, QuestionType
from report.tables.model import Cell, CellState

_NOT_ASKED = "–"


def annex_section(briefing: Briefing) -> AnnexSection:
    """The annex of a briefing; a question of which nothing was published has no table."""
    footnotes = Footnotes()
    tables = [
        _table(part, footnotes) for question in briefing.survey.questions for part in parts_of(briefing, question)
    ]
    return AnnexSection(
        "annex",
        kicker=Paragraph("annex/kicker", prose(briefing.language.words.appendix)),
        headline=Heading("annex/headline", 2, prose(briefing.appendix.headline)),
        tables=tuple(tables),
        footnotes=footnotes.notes(),
        source=Note("annex/source", prose(briefing.appendix.source.joined)),
    )


def _table(part: Part, footnotes: Footnotes) -> Table:
    current = [number for number, column in enumerate(part.columns) if column.id == part.shares.total]
    return Table(
        part.id,
        caption=Paragraph(f"{part.id}/caption", prose(part.title)),
        head=_head(part, footnotes),
        rows=(*_answer_rows(part, footnotes), *_net_rows(part), *_base_row(part)),
        current=current[0] if current else None,
        breaks=part.shares.broken(part.columns),
    )


def _head(part: Part, footnotes: Footnotes) -> TableRow:
    words = part.briefing.language.words
    modes = {
        QuestionType.SINGLE: words.single,
        QuestionType.MULTIPLE: words.multiple,
        QuestionType.SCALE: words.scale,
    }
    marks = "".join(footnotes.mark(text) for text in _question_notes(part))
    return TableRow(
        f"{part.id}/head",
        TableCell(f"{part.id}/head/mode", prose(modes[part.question.type] + marks)),
        tuple(
            TableCell(f"{part.id}/head/{column.id}", prose(column.label(part.briefing.language)))
            for column in part.columns
        ),
    )


def _question_notes(part: Part) -> Iterator[str]:
    """What has to be said of the whole question: its note, who was asked, what broke between waves."""
    language, question = part.briefing.language, part.question
    if question.note:
        yield question.note.text(language.code)
    if question.base:
        yield language.words.base.format(base=question.base.text(language.code))
    for broken in question.breaks:
        first, second = (_wave_label(part, wave) for wave in (broken.before, broken.after))
        yield language.words.break_between.format(first=first, second=second, reason=broken.reason.text(language.code))


def _answer_rows(part: Part, footnotes: Footnotes) -> Iterator[TableRow]:
    """The answers in the order of the questionnaire; one that no column asked for is left out."""
    language = part.briefing.language
    for answer in part.question.answers:
        if all(cell.state is CellState.NOT_ASKED for cell in _cells(part, answer.id)):
            continue
        marks = "".join(footnotes.mark(text) for text in _answer_notes(part, answer))
        breaks = part.shares.broken(part.columns, answer.id)
        yield _row(part, answer.id, answer.label.text(language.code) + marks, breaks)


def _answer_notes(part: Part, answer: Answer) -> Iterator[str]:
    """How an answer read in earlier waves, and what of it is not comparable."""
    language = part.briefing.language
    for wave, label in answer.earlier_labels.items():
        shown = _wave_label(part, wave)
        yield language.words.earlier_label.format(wave=shown, label=label.text(language.code))
    if answer.break_between:
        waves = [_wave_label(part, wave) for wave in answer.break_between]
        yield f"{join(waves, language)}: {language.words.not_comparable}"


def _wave_label(part: Part, wave: str) -> str:
    return part.shares.waves.column(ColumnId(wave)).label(part.briefing.language)


def _net_rows(part: Part) -> Iterator[TableRow]:
    language = part.briefing.language
    for net in part.question.nets:
        if any(cell.state is CellState.PUBLISHED for cell in _cells(part, net.id)):
            yield _row(part, net.id, language.words.net.format(label=net.label.text(language.code)))


def _row(part: Part, answer: str, label: str, breaks: tuple[int, ...] = ()) -> TableRow:
    id = f"{part.id}/row/{answer}"
    return TableRow(
        id,
        TableCell(f"{id}/label", prose(label)),
        tuple(
            _share_cell(f"{id}/{column.id}", cell, part.briefing.language)
            for column, cell in zip(part.columns, _cells(part, answer), strict=True)
        ),
        breaks=breaks,
    )


def _cells(part: Part, answer: str) -> list[Cell]:
    """The cells of an answer or net, column by column."""
    return [part.shares.cell(answer, column.id) for column in part.columns]


def _share_cell(id: str, cell: Cell, language: Language) -> TableCell:
    if cell.share is not None:
        text = percent(cell.share, cell.decimals, language).text
        return TableCell(id, Prose((Figure(text, (cell.id,)),)), CellState.PUBLISHED)
    if cell.state is CellState.NOT_ASKED:
        return TableCell(id, prose(_NOT_ASKED), CellState.NOT_ASKED)
    return TableCell(id, prose(language.words.not_published_short), CellState.NOT_PUBLISHED)


def _base_row(part: Part) -> Iterator[TableRow]:
    """How many were asked, column by column, where that was published at all."""
    bases = [column.bases.unweighted for column in part.columns]
    if not any(bases):
        return
    briefing, id = part.briefing, f"{part.id}/base"
    asked = (part.question.base or briefing.survey.population).text(briefing.language.code)
    yield TableRow(
        id,
        TableCell(f"{id}/label", prose(briefing.language.words.base.format(base=asked))),
        tuple(
            _base_cell(f"{id}/{column.id}", n, briefing.language) for column, n in zip(part.columns, bases, strict=True)
        ),
        is_base=True,
    )


def _base_cell(id: str, n: int | None, language: Language) -> TableCell:
    if n is None:
        return TableCell(id, prose(language.words.not_published_short), CellState.NOT_PUBLISHED)
    return TableCell(id, prose(language.words.n.format(n=count(n, language))))
