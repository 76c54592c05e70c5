"""Whether a text names the group whose figure it gives, and no other.

    "61 % of those aged 65 and over worry"       the figure of age.old beside the label of age.old
    "42 % of those aged 65 and over worry"       that of age.young: its reader is told something false

Three ways of naming are looked for. A text that gives figures of a segmentation and names other columns of it alone; a
figure that is followed by the label of a column it does not belong to, with nothing between them but a few words; and a
clause that names one column and has figures of others alone, or as many names as figures, each with that of another.
A label that is a word of the question, of an answer or of who was asked may mean these, and is not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from report.briefing.clauses import Named, behind_in_clause, in_clause, longest, named_in
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.mentions import is_telling, mentions
from report.briefing.model.prose import Figure, name_of
from report.briefing.saying import FIGURE, Saying
from report.diagnostics import Diagnostic
from report.survey.model import CellId, ColumnId, Segment, Translated

LEAST_OF_GROUP = 2
"""Letters of a group's name at the least: "men", "Ost"."""

MOST_BETWEEN = 4
"""Words between a figure and the label that it is said of: "61 % of those aged 65 and over"."""

_FEW_WORDS = re.compile(rf"\s*(?:\w+\s+){{0,{MOST_BETWEEN}}}")


def misnamed(saying: Saying, facts: Facts) -> Iterator[Diagnostic]:
    """The faults of groups that are named beside figures of others: one a segmentation at most."""
    for segment in facts.survey.segments:
        named = columns_named(segment, saying.text, saying.cells, facts)
        found = (
            _followed(segment, named, saying, facts)
            or _alone(segment, named, saying)
            or in_clause(named, saying, partial(_key, segment))
        )
        if found:
            yield _fault(segment, *found, saying, facts)


def _key(segment: Segment, figure: Figure) -> str | None:
    """The column whose figure it is, if it is of one cell of the segmentation."""
    column = figure.cells[0].column
    return column.column if len(figure.cells) == 1 and column.segment == segment.id else None


def columns_named(segment: Segment, text: str, cells: Sequence[CellId], facts: Facts) -> list[Named]:
    """The columns that a text names; of names within each other the longest. cells: those that it speaks of."""
    code, weak = facts.language.code, facts.language.weak_words
    elsewhere = " | ".join(words.text(code) for words in _other_words(cells, facts))
    found = list[Named]()
    for column in segment.columns:
        for label in _calling(column.label.text(code), facts):
            if is_telling(label, weak, least=LEAST_OF_GROUP) and not any(mentions(label, elsewhere)):
                found += named_in(text, column.id, mentions(label, text), facts.language)
    return longest(list({(each.key, each.mention): each for each in found}.values()))


def _calling(label: str, facts: Facts) -> list[str]:
    """A label, and the other words that a language has for the group: who is "männlich" is told as "Männer"."""
    alike = (words for words in facts.language.groups.called if label.casefold() in words)
    return [label, *sorted({word for words in alike for word in words} - {label.casefold()})]


def _other_words(cells: Sequence[CellId], facts: Facts) -> Iterator[Translated]:
    """Words of the questions that are spoken of, and of who was asked."""
    survey = facts.survey
    yield from (survey.population, survey.unit.many)
    for name in dict.fromkeys(cell.question for cell in cells):
        question = survey.question(name)
        yield from (question.topic, question.label, *(answer.label for answer in question.answers))
        yield from ([question.base] if question.base else [])
        yield from ([question.unit.many] if question.unit else [])


def _alone(segment: Segment, named: Sequence[Named], saying: Saying) -> tuple[Named, CellId] | None:
    """A column that is named and has no figure in the text, beside a figure of one that is not named."""
    cells = [cell for cell in saying.cells if cell.column.segment == segment.id]
    names, spoken = {each.key for each in named}, {cell.column.column for cell in cells}
    without = next((each for each in named if each.key not in spoken and not each.is_compared), None)
    of_others = next((cell for cell in cells if cell.column.column not in names), None)
    return (without, of_others) if without and of_others else None


def _followed(segment: Segment, named: Sequence[Named], saying: Saying, facts: Facts) -> tuple[Named, CellId] | None:
    """A figure of one cell and, a few words behind it, the label of a column that it does not belong to."""
    text, figures = saying.text, saying.figures
    for each in (each for each in named if not each.is_compared):
        before = text.rfind(FIGURE, 0, each.mention.start)
        cells = figures[text.count(FIGURE, 0, before)].cells if before >= 0 else ()
        if len(cells) != 1 or (cells[0].column.segment, cells[0].column.column) == (segment.id, each.key):
            continue
        if cells[0].column.segment not in (None, segment.id) or not _is_known(each, cells[0], segment, facts):
            continue
        between = text[before + 1 : each.mention.start]
        has_own = FIGURE in behind_in_clause(text, each.mention.end)
        if _FEW_WORDS.fullmatch(between) and not has_own:
            return each, cells[0]
    return None


def _is_known(named: Named, cell: CellId, segment: Segment, facts: Facts) -> bool:
    """Whether the survey has the figure of the named column, so that it can have been meant."""
    return _right(named, cell, segment) in facts.tables.table(cell.question).cells


def _right(named: Named, cell: CellId, segment: Segment) -> CellId:
    return CellId(cell.question, cell.answer, ColumnId(cell.wave, segment.id, named.key))


def _fault(segment: Segment, named: Named, cell: CellId, saying: Saying, facts: Facts) -> Diagnostic:
    code, survey = facts.language.code, facts.survey
    columns = {column.id: column for column in segment.columns}
    label, right = columns[named.key].label.text(code), _right(named, cell, segment)
    theirs = columns.get(cell.column.column or "") if cell.column.segment == segment.id else None
    of_whom = f'the figure of "{theirs.label.text(code)}"' if theirs else "the figure of all who were asked"
    start, end = named.mention.start, named.mention.end
    name = name_of(right, survey)
    is_published = right in (cells := facts.tables.table(cell.question).cells) and cells[right].share is not None
    rename = f', or name "{theirs.label.text(code)}"' if theirs else ""
    hint = f"write {name}{rename}" if is_published else f"{name} was not published; leave the group out"
    return Diagnostic(
        StoryFault.OTHER_GROUP_NAMED,
        f'"{label}" is named beside {name_of(cell, survey)}, which is {of_whom}',
        saying.place(start, end - start),
        hint=hint,
    )
