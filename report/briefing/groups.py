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
from itertools import pairwise

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.mentions import Mention, is_telling, mentions
from report.briefing.model.prose import name_of
from report.briefing.saying import FIGURE, Saying
from report.diagnostics import Diagnostic
from report.frozen import frozen
from report.survey.model import CellId, ColumnId, Segment, SegmentColumn, Translated

MOST_BETWEEN = 4
"""Words between a figure and the label that it is said of: "61 % of those aged 65 and over"."""

_FEW_WORDS = re.compile(rf"\s*(?:\w+\s+){{0,{MOST_BETWEEN}}}")
_CLAUSE_ENDS = r"[.,;:!?()\n]"


@frozen
class _Named:
    """A column of a segmentation, named in a text. is_compared: what was said before is set against it."""

    column: SegmentColumn
    mention: Mention
    is_compared: bool


def misnamed(saying: Saying, facts: Facts) -> Iterator[Diagnostic]:
    """The faults of groups that are named beside figures of others: one a segmentation at most."""
    for segment in facts.survey.segments:
        named = _named(segment, saying, facts)
        found = (
            _followed(segment, named, saying, facts)
            or _alone(segment, named, saying)
            or _in_clause(segment, named, saying)
        )
        if found:
            yield _fault(segment, *found, saying, facts)


def _named(segment: Segment, saying: Saying, facts: Facts) -> list[_Named]:
    """The columns that a text names; of names within each other the longest."""
    code, weak = facts.language.code, facts.language.weak_words
    elsewhere = " | ".join(text.text(code) for text in _other_words(saying, facts))
    found = []
    for column in segment.columns:
        label = column.label.text(code)
        if is_telling(label, weak) and not any(mentions(label, elsewhere)):
            found += [
                _Named(column, mention, _is_compared(mention, saying.text, facts))
                for mention in mentions(label, saying.text)
            ]
    return [each for each in found if not any(each.mention.lies_within(other.mention) for other in found)]


def _is_compared(mention: Mention, text: str, facts: Facts) -> bool:
    """Whether "than" or the like stands before a label in its clause: "61 % worry, more than of those under 30"."""
    clause = re.split(_CLAUSE_ENDS, text[: mention.start])[-1]
    return re.search(facts.language.against_words, clause, re.IGNORECASE) is not None


def _other_words(saying: Saying, facts: Facts) -> Iterator[Translated]:
    """Words of the questions that are spoken of, and of who was asked."""
    survey = facts.survey
    yield from (survey.population, survey.unit.many)
    for name in dict.fromkeys(cell.question for cell in saying.cells):
        question = survey.question(name)
        yield from (question.topic, question.label, *(answer.label for answer in question.answers))
        yield from ([question.base] if question.base else [])
        yield from ([question.unit.many] if question.unit else [])


def _alone(segment: Segment, named: Sequence[_Named], saying: Saying) -> tuple[_Named, CellId] | None:
    """A column that is named and has no figure in the text, beside a figure of one that is not named."""
    cells = [cell for cell in saying.cells if cell.column.segment == segment.id]
    names, spoken = {each.column.id for each in named}, {cell.column.column for cell in cells}
    without = next((each for each in named if each.column.id not in spoken and not each.is_compared), None)
    of_others = next((cell for cell in cells if cell.column.column not in names), None)
    return (without, of_others) if without and of_others else None


def _followed(segment: Segment, named: Sequence[_Named], saying: Saying, facts: Facts) -> tuple[_Named, CellId] | None:
    """A figure of one cell and, a few words behind it, the label of a column that it does not belong to."""
    text, figures = saying.text, saying.figures
    for each in (each for each in named if not each.is_compared):
        before = text.rfind(FIGURE, 0, each.mention.start)
        cells = figures[text.count(FIGURE, 0, before)].cells if before >= 0 else ()
        if len(cells) != 1 or (cells[0].column.segment, cells[0].column.column) == (segment.id, each.column.id):
            continue
        if cells[0].column.segment not in (None, segment.id) or not _is_known(each, cells[0], segment, facts):
            continue
        between = text[before + 1 : each.mention.start]
        has_own = FIGURE in re.split(_CLAUSE_ENDS, text[each.mention.end :], maxsplit=1)[0]
        if _FEW_WORDS.fullmatch(between) and not has_own:
            return each, cells[0]
    return None


def _in_clause(segment: Segment, named: Sequence[_Named], saying: Saying) -> tuple[_Named, CellId] | None:
    """A column that is named in a clause, and the figure of another one that stands in its place there.

    A clause of one name means it by all its figures; of several names and as many figures, by turns, each has its own.
    """
    for start, end in _clauses(saying.text):
        names = [each for each in named if start <= each.mention.start < end and not each.is_compared]
        first = saying.text.count(FIGURE, 0, start)
        figures = saying.figures[first : first + saying.text.count(FIGURE, start, end)]
        if not names or any(
            len(figure.cells) != 1 or figure.cells[0].column.segment != segment.id for figure in figures
        ):
            continue
        cells = [figure.cells[0] for figure in figures]
        if len(names) == 1 and cells and all(cell.column.column != names[0].column.id for cell in cells):
            return names[0], cells[0]
        if len(names) == len(cells) and _take_turns(
            saying.text[start:end], [each.mention.start - start for each in names]
        ):
            pairs = zip(names, cells, strict=True)
            if wrong := next((pair for pair in pairs if pair[1].column.column != pair[0].column.id), None):
                return wrong
    return None


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a text begin and end."""
    start = 0
    for end in (*(found.start() for found in re.finditer(_CLAUSE_ENDS, text)), len(text)):
        yield start, end
        start = end + 1


def _take_turns(clause: str, names: Sequence[int]) -> bool:
    """Whether a figure stands behind each of the names and before the next, or before each and behind the last."""
    places = sorted(
        [(place, True) for place in names] + [(each.start(), False) for each in re.finditer(FIGURE, clause)]
    )
    return all(one[1] != other[1] for one, other in pairwise(places))


def _is_known(named: _Named, cell: CellId, segment: Segment, facts: Facts) -> bool:
    """Whether the survey has the figure of the named column, so that it can have been meant."""
    return _right(named, cell, segment) in facts.tables.table(cell.question).cells


def _right(named: _Named, cell: CellId, segment: Segment) -> CellId:
    return CellId(cell.question, cell.answer, ColumnId(cell.wave, segment.id, named.column.id))


def _fault(segment: Segment, named: _Named, cell: CellId, saying: Saying, facts: Facts) -> Diagnostic:
    code, survey = facts.language.code, facts.survey
    label, right = named.column.label.text(code), _right(named, cell, segment)
    theirs = next((column for column in segment.columns if column.id == cell.column.column), None)
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
