"""The tables of a question: every published share, its waves first, then each segmentation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from report.briefing.model import Briefing
from report.briefing.model.prose import Prose, fixed, joined, told, worded
from report.briefing.model.terms import column_label, mode_name, wave_label
from report.document.footnotes import Footnotes
from report.document.model.nodes import BETWEEN, Note, Output, Paragraph, continued
from report.document.model.tables import Table, TableCell, TableRow
from report.document.rows import NOT_COMPARABLE, Part, has_base_row, rows_of
from report.survey.model import Break, Question


def tables_of(briefing: Briefing, footnotes: Footnotes) -> Iterator[Table]:
    """The tables of every question: all waves first, then every segment of which something was published."""
    code, questions = briefing.language.code, briefing.survey.questions
    topics = Counter(question.topic.text(code) for question in questions)
    for question in questions:
        # Where several questions share a topic, their words tell them apart.
        title = question.topic if topics[question.topic.text(code)] == 1 else question.label
        for part in _parts(question, worded(title, briefing.language), briefing):
            yield _table(part, footnotes)


def _parts(question: Question, title: Prose, briefing: Briefing) -> Iterator[Part]:
    id, table = f"appendix/{question.id}", briefing.tables.table(question.id)
    published = table.published(table.waves)
    waves = tuple(column for column in table.waves.columns if column in published or column.id == table.total)
    yield Part(briefing, question, id, title, None, waves, published)
    for banner in table.segments:
        shown = table.published(banner)
        if banner.segment and shown:
            name = joined([title, worded(banner.segment.label, briefing.language)], ": ")
            yield Part(briefing, question, f"{id}/segment/{banner.segment.id}", name, banner.segment, shown, shown)


def _table(part: Part, footnotes: Footnotes) -> Table:
    id, language = part.id, part.briefing.language
    columns, breaks = tuple(column.id for column in part.columns), part.shares.broken(part.columns)
    marks = [footnotes.mark(text) for text in _question_notes(part)] if part.published else []
    mode = mode_name(part.question.type, language)
    head = TableRow(
        f"{id}/head",
        TableCell(f"{id}/head/mode", mode, marks=joined(marks, ""), output=Output.SUMMARY),
        (),
        tuple(
            TableCell(f"{id}/head/{column.id}", column_label(column, language), output=part.shown_in(column))
            for column in part.columns
        ),
    )
    return Table(
        id,
        question=part.question.id,
        location=part.question.location,
        columns=columns,
        title=_title(part, mode),
        caption=Paragraph(
            f"{id}/caption",
            part.title,
            continued(f"{id}/caption", part.title, language.words),
            output=Output.SUMMARY,
        ),
        head=head,
        rows=rows_of(part, footnotes),
        notes=tuple(_notes(part)),
        current=columns.index(part.shares.total) if part.shares.total in columns else None,
        breaks=breaks,
        output=Output.BOTH if part.published else Output.DECK,
    )


def _title(part: Part, mode: Prose) -> Paragraph:
    """The bold title, and behind it the mode if there is one wave alone."""
    id, modes = f"{part.id}/title", [mode] if len(part.columns) == 1 and not part.segment else []
    text, goes_on = (
        joined([title.strong(), *modes], BETWEEN)
        for title in (part.title, continued(id, part.title, part.briefing.language.words))
    )
    return Paragraph(id, text, goes_on, output=Output.DECK)


def _question_notes(part: Part) -> Iterator[Prose]:
    """What has to be said of the whole question: its note, who was asked, what broke between waves."""
    language, question = part.briefing.language, part.question
    if question.note:
        yield worded(question.note, language)
    if question.base and not has_base_row(part):
        yield _base(part)
    yield from (_reason(broken, part) for broken in question.breaks)


def _notes(part: Part) -> Iterator[Note]:
    """What stands below the table on a slide: what else has to be known, and why waves are not comparable."""
    notes, question = [], part.question
    if question.note and not part.segment:
        notes.append(("note", worded(question.note, part.briefing.language)))
    if question.base and not has_base_row(part):
        notes.append(("base", _base(part)))
    if part.shares.broken(part.columns):
        reasons = (joined([fixed(NOT_COMPARABLE), _reason(broken, part)], " ") for broken in question.breaks)
        notes += [(f"reasons/{number}", reason) for number, reason in enumerate(reasons, start=1)]
    return (Note(f"{part.id}/{name}", text, output=Output.DECK) for name, text in notes)


def _base(part: Part) -> Prose:
    """Who was asked, where how many was not published."""
    words = part.briefing.language.words
    asked = worded(part.question.base or part.briefing.survey.population, part.briefing.language)
    return joined([told(words.base, base=asked), fixed(words.n_not_published)], ", ")


def _reason(broken: Break, part: Part) -> Prose:
    first, second = (
        wave_label(wave, part.shares.waves, part.briefing.language) for wave in (broken.before, broken.after)
    )
    reason = worded(broken.reason, part.briefing.language)
    return told(part.briefing.language.words.break_between, first=first, second=second, reason=reason)
