"""Whether the figure of a group is passed off as that of all who were asked.

    "85 % of companies do it"                        the figure of size.small, and the text names no group
    "85 % of companies with less than 50 staff"      the words behind the unit say which
    "85 % of the young ones"                         nor are these all who were asked

The reader of the first is told something false. It is told as a warning, and only where the unit follows the figure
directly and nothing in the text says that some are meant; an author has more words for a group than a list can have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.mentions import names_one_of
from report.briefing.model.prose import Figure, name_of
from report.briefing.saying import FIGURE, Saying
from report.diagnostics import Diagnostic, Severity
from report.survey.model import CellId, ColumnId, Question, Segment, SegmentColumn, UnitForm

_SENTENCE_ENDS = r"[.;!?]\s"


def said_of_all(saying: Saying, beside: Sequence[str], facts: Facts) -> Iterator[Diagnostic]:
    """A warning for each figure of a group that is said of all; `beside`: texts that are read with it."""
    text, offset = saying.text, -1
    for figure in saying.figures:
        offset = text.index(FIGURE, offset + 1)
        cell = _cell_of_group(figure)
        if cell is None:
            continue
        unit = _unit_behind(text, offset, facts.survey.question(cell.question), facts)
        if unit and not _is_limited(text, offset, unit, facts):
            others = " | ".join((text[: unit.start()], text[unit.end() :], *beside))
            segment, column = _group(cell, facts)
            if not _names_some(others, unit[0], segment, column, facts):
                yield _warning(cell, column, unit, saying, facts)


def _cell_of_group(figure: Figure) -> CellId | None:
    """The first cell of a figure that is made of those of one group alone."""
    columns = {cell.column for cell in figure.cells}
    return figure.cells[0] if len(columns) == 1 and not figure.cells[0].column.is_total else None


def _group(cell: CellId, facts: Facts) -> tuple[Segment, SegmentColumn]:
    segment = next(each for each in facts.survey.segments if each.id == cell.column.segment)
    return segment, next(each for each in segment.columns if each.id == cell.column.column)


def _unit_behind(text: str, offset: int, question: Question, facts: Facts) -> re.Match[str] | None:
    """The words for all who were asked that follow a figure: "of companies", "der Befragten", "von allen"."""
    language = facts.language
    units = [unit for unit in (facts.survey.unit_of(question), facts.survey.unit) if unit]
    names = list(language.groups.respondents)
    for unit in units:
        plural, rules = unit.text(language.code), language.plurals
        forms = [unit.form(form, language.code) for form in (UnitForm.SHARE, UnitForm.OF)]
        names += [plural, rules.behind_share(plural), rules.behind_number(plural)]
        names += [form.text for form in forms if form]
    longest_first = sorted(dict.fromkeys(names), key=len, reverse=True)
    plurals = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    of_all = language.groups.of_all.replace(" ", r"\s+")
    pattern = rf"\s*(?P<words>{of_all}(?:{plurals})|{language.groups.everyone})(?![\w-])"
    return re.compile(pattern, re.IGNORECASE).match(text, offset + len(FIGURE))


def _is_limited(text: str, offset: int, unit: re.Match[str], facts: Facts) -> bool:
    """Whether the sentence says before the figure or behind the unit that some are meant."""
    groups = facts.language.groups
    before = re.split(_SENTENCE_ENDS, text[: offset + len(FIGURE)])[-1]
    if re.search(groups.among, before, re.IGNORECASE):
        return True
    behind = text[unit.end() :]
    weak = "|".join(map(re.escape, sorted(facts.language.weak_words)))
    return re.match(rf"\s*[,(\d]|\s+(?:{groups.limits}|{weak})(?!\w)", behind, re.IGNORECASE) is not None


def _names_some(text: str, unit: str, segment: Segment, column: SegmentColumn, facts: Facts) -> bool:
    """Whether a text has a word of the group, of what divides the groups, or one by which groups are called."""
    code, weak = facts.language.code, facts.language.weak_words
    of_unit = frozenset(word.casefold() for word in re.findall(r"\w+", unit))
    labels = (segment.label.text(code), column.label.text(code))
    if any(names_one_of(label, text, weak=weak | of_unit) for label in labels):
        return True
    return re.search(facts.language.groups.some, text, re.IGNORECASE) is not None


def _warning(cell: CellId, column: SegmentColumn, unit: re.Match[str], saying: Saying, facts: Facts) -> Diagnostic:
    label = column.label.text(facts.language.code)
    of_all = CellId(cell.question, cell.answer, ColumnId(cell.wave))
    known = facts.tables.table(cell.question).cells
    is_published = of_all in known and known[of_all].share is not None
    or_all = f", or write {name_of(of_all, facts.survey)}, the figure of all" if is_published else ""
    start, end = unit.span("words")
    return Diagnostic(
        StoryFault.GROUP_NOT_NAMED,
        f'"{unit["words"]}" is said of {name_of(cell, facts.survey)}, which is the figure of "{label}" alone',
        saying.place(start, end - start),
        hint=f'name "{label}"{or_all}',
        severity=Severity.WARNING,
    )
