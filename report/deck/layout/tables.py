"""The appendix' tables: one question each, all its figures of all waves, cut into parts where it is long.

Topic                             2013    2014 // 2016
------------------------------------------:-----------
answer                            24 %    35 % : 49 %
another answer                 o n. v.    33 % : 33 %
// why 2014 and 2016 are not comparable
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from report.briefing.model.prose import Prose, fixed, joined, told, worded
from report.briefing.model.terms import column_label, mode_name, wave_label
from report.deck import styles
from report.deck.desk import Desk
from report.deck.faults import DeckFault
from report.deck.layout.table_plan import (
    TablePlan,
    figure_style,
    figure_text,
    has_ring,
    plan_table,
    shown_columns,
)
from report.deck.model import Alignment, PlacedParagraph, TableCell, TableRow
from report.deck.typesetting import Place
from report.diagnostics import Diagnostic
from report.document.model import BETWEEN, continued, counted
from report.survey.model import Answer, Break, Net, Question
from report.tables.model import Cell
from report.text.measuring import one_line
from report.text.model import Style
from report.units import Pt

MOST_ROWS = 12
"""Rows of answers in one column of a slide."""
MOST_LABEL_LINES = 3
MOST_NOTE_LINES = 3
NOT_COMPARABLE = "//"


@dataclass(frozen=True, slots=True)
class Block:
    """A table, or a part of one, before it has a place: rows from the head on, and the notes under it.

    name: tells question and waves, "table teams@w2014,w2016", and the part if it is a further one. notes_height: of the
    notes with the gap above them.
    """

    name: str
    columns: tuple[Pt, ...]
    rows: tuple[TableRow, ...]
    broken_after: tuple[int, ...]
    notes: tuple[PlacedParagraph, ...]
    notes_height: Pt

    @property
    def table_height(self) -> Pt:
        """The height of the rows."""
        return sum(row.height for row in self.rows)

    @property
    def height(self) -> Pt:
        """The height with the notes."""
        return self.table_height + self.notes_height


def blocks(desk: Desk, width: Pt, room: Pt) -> list[Block]:
    """The tables of all questions in the survey's order, none higher than `room`."""
    found: list[Block] = []
    for question in desk.briefing.survey.questions:
        plan = plan_table(desk, question, width)
        if plan is None:
            desk.typesetter.faults.append(_too_many_waves(desk, question))
        else:
            found += _within(desk, question, _parts_of(desk, plan, room), room)
    return found


def _within(desk: Desk, question: Question, parts: Sequence[Block], room: Pt) -> list[Block]:
    """The parts that are no higher than the room; of another, unless a text of it is told as too long, a fault."""
    tallest = max(part.height for part in parts)
    if tallest > room and not desk.typesetter.has_errors:
        message = (
            f'a row of the table of question "{question.id}" with its head and notes is {tallest:.0f} pt high in the '
            f"appendix, where a slide has room for {room:.0f} pt"
        )
        hint = "shorten the labels, or the reasons of the breaks"
        desk.typesetter.faults.append(Diagnostic(DeckFault.BLOCK_TOO_TALL, message, question.location, hint=hint))
    return [part for part in parts if part.height <= room]


def _too_many_waves(desk: Desk, question: Question) -> Diagnostic:
    n_waves = len(shown_columns(desk.briefing.tables.table(question.id)))
    message = f'the table of question "{question.id}" in the appendix has no room for {n_waves} waves'
    return Diagnostic(DeckFault.TOO_MANY_WAVES, message, question.location)


def _parts_of(desk: Desk, plan: TablePlan, room: Pt) -> list[Block]:
    """The table of a question, cut where it is too long; every part has the head and the notes."""
    longest_head, notes = _head_row(desk, plan, 1, 2), _break_notes(desk, plan)
    lines = sum(len(note.lines) for note in notes)
    notes_height = desk.format.table.notes_gap + lines * desk.format.roles.footer.pitch if lines else 0.0
    name = f"table {plan.question.id}@{','.join(str(column.id) for column in plan.columns)}"
    bare = Block(name, plan.widths, (longest_head,), plan.table.broken(plan.columns), notes, notes_height)
    parts = _cut([_answer_row(desk, plan, answer) for answer in plan.table.answers], room - bare.height)
    return [
        replace(bare, name=_part_name(name, number), rows=(_head_row(desk, plan, number, len(parts)), *rows))
        for number, rows in enumerate(parts, 1)
    ]


def _part_name(name: str, part: int) -> str:
    return name if part == 1 else f"{name} part {part}"


def _cut(rows: Sequence[TableRow], room: Pt) -> list[tuple[TableRow, ...]]:
    """The rows in parts of at most twelve, none higher than there is room."""
    parts: list[tuple[TableRow, ...]] = [()]
    for row in rows:
        height = sum(other.height for other in parts[-1]) + row.height
        if parts[-1] and (len(parts[-1]) == MOST_ROWS or height > room):
            parts.append(())
        parts[-1] += (row,)
    return parts


# --------------------------------------------------------------------------------------------------------------- rows


def _head_row(desk: Desk, plan: TablePlan, part: int, parts: int) -> TableRow:
    ground, subtitle, style = desk.ground(desk.layouts.table), desk.format.roles.subtitle, figure_style(desk).bold()
    place = Place("topic in the appendix", plan.label_measure, (subtitle,), MOST_LABEL_LINES, plan.question.location)
    soft, strong = styles.soft(subtitle.size, ground), styles.bold(subtitle.size, ground.text)
    title = desk.typesetter.fit(_title(desk, plan, part, parts), soft, place, strong=strong).paragraph()
    heads = [
        TableCell((_one_line(desk, column_label(column, desk.language), style),), Alignment.RIGHT)
        for column in plan.columns
    ]
    return TableRow((TableCell((title,)), *heads), _height(desk, title), ground.rule, desk.format.frame.rule)


def _title(desk: Desk, plan: TablePlan, part: int, parts: int) -> Prose:
    """The question's topic, or its label where questions share a topic; the mode if there is one wave alone."""
    question, language = plan.question, desk.language
    topics = Counter(other.topic.text(language.code) for other in desk.briefing.survey.questions)
    title = worded(question.topic if topics[question.topic.text(language.code)] == 1 else question.label, language)
    if parts > 1:
        title = continued(question.id, title, desk.words).settled(counted(part, parts))
    return joined([title.strong(), *([mode_name(question.type, language)] if len(plan.columns) == 1 else [])], BETWEEN)


def _answer_row(desk: Desk, plan: TablePlan, answer: str) -> TableRow:
    label = _label(desk, plan, answer)
    figures = [_figure(desk, plan.table.cell(answer, column.id)) for column in plan.columns]
    hairline = desk.ground(desk.layouts.table).hairline
    return TableRow((TableCell(label), *figures), _height(desk, *label), hairline, desk.format.frame.rule)


def _label(desk: Desk, plan: TablePlan, id: str) -> tuple[PlacedParagraph, ...]:
    """The answer's label, and under it the wordings that it had in earlier waves."""
    ground, roles = desk.ground(desk.layouts.table), desk.format.roles
    labelled: tuple[Answer | Net, ...] = (*plan.question.answers, *plan.question.nets)
    found = next(candidate for candidate in labelled if candidate.id == id)
    text, notes = _label_texts(desk, plan, found)
    place = Place("label of an answer", plan.label_measure, (roles.subtitle,), MOST_LABEL_LINES, found.location)
    label = desk.typesetter.fit(text, styles.regular(roles.subtitle.size, ground.text), place)
    small = replace(place, what="earlier label", sizes=(roles.footer,), is_balanced=False)
    earlier = [desk.typesetter.fit(note, styles.soft(roles.footer.size, ground), small) for note in notes]
    return tuple(fitted.paragraph() for fitted in (label, *earlier))


def _label_texts(desk: Desk, plan: TablePlan, found: Answer | Net) -> tuple[Prose, list[Prose]]:
    label = worded(found.label, desk.language)
    if isinstance(found, Net):
        return told(desk.words.net, label=label), []
    heads = {column.id.wave: column_label(column, desk.language) for column in plan.columns}
    earlier = [
        (wave, told(desk.words.earlier_label, wave=heads[wave], label=worded(earlier_label, desk.language)))
        for wave, earlier_label in found.earlier_labels.items()
        if wave in heads
    ]
    broken = found.break_between or ()
    return label, [_not_comparable(text) if wave in broken else text for wave, text in earlier]


def _not_comparable(text: Prose) -> Prose:
    return joined([fixed(NOT_COMPARABLE), text], " ")


def _figure(desk: Desk, cell: Cell) -> TableCell:
    style = figure_style(desk)
    if cell.share is None:
        style = style.colored(desk.ground(desk.layouts.table).soft_text)
    return TableCell((_one_line(desk, figure_text(desk, cell), style),), Alignment.RIGHT, str(cell.id), has_ring(cell))


def _one_line(desk: Desk, text: Prose, style: Style) -> PlacedParagraph:
    return PlacedParagraph((one_line(text.spans(style), desk.fonts),), desk.format.roles.subtitle.pitch)


def _height(desk: Desk, *paragraphs: PlacedParagraph) -> Pt:
    pitches = [paragraph.pitch or 0.0 for paragraph in paragraphs for _ in paragraph.lines]
    return desk.format.table.row + sum(pitches[1:])


def _break_notes(desk: Desk, plan: TablePlan) -> tuple[PlacedParagraph, ...]:
    """Why waves are not comparable, one note a break, where the table shows one."""
    if not plan.table.broken(plan.columns):
        return ()
    footer = desk.format.roles.footer
    place = Place("reason of a break", plan.measure, (footer,), MOST_NOTE_LINES, is_balanced=False)
    style = styles.soft(footer.size, desk.ground(desk.layouts.table))
    return tuple(
        desk.typesetter.fit(
            _not_comparable(_break_text(desk, plan, found)), style, replace(place, location=found.reason.location)
        ).paragraph()
        for found in plan.question.breaks
    )


def _break_text(desk: Desk, plan: TablePlan, found: Break) -> Prose:
    waves, language = plan.table.waves, desk.language
    first, second = (wave_label(wave, waves, language) for wave in (found.before, found.after))
    return told(desk.words.break_between, first=first, second=second, reason=worded(found.reason, language))
