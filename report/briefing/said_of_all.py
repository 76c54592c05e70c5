"""Whether the figure of some is passed off as that of all who were asked.

    "85 % of companies do it"                        the figure of size.small, and the text names no group
    "Of all companies, 85 % do it"                   as well, and so "85 % of companies in Germany", "of Germans"
    "85 % of companies do it"                        of a question that was put to those alone who have a team
    "85 % of companies with less than 50 staff"      the words behind the unit say which
    "85 % of the young ones"                         nor are these all who were asked
    "Two thirds of all companies do it"              of a fraction in words the claim says which figure it stands for

The reader of the first ones is told something false. It is told as a warning, and only where the unit stands directly
behind the figure or leads its sentence, and nothing in the text says that some are meant; an author has more words for
a group than a list can have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.briefing.evaluation import evaluate
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.mentions import mentions, names_one_of, names_what_tells
from report.briefing.model.prose import name_of
from report.briefing.saying import FIGURE, Saying
from report.diagnostics import Diagnostic, Severity
from report.frozen import frozen
from report.language.alternatives import find_all, search
from report.language.model import TERRITORIES, Language
from report.language.territories import territories
from report.survey.model import CellId, ColumnId, Unit, UnitForm

Span = tuple[int, int]
"""Characters of a text, from the first up to the one behind the last."""

_SENTENCE_ENDS = r"[.;!?]\s"


@frozen
class _Some:
    """Those whom a figure is of: a group, or the ones that its question was put to.

    label: what they are called; segment: what divides the groups, None of a question.
    """

    cell: CellId
    label: str
    segment: str | None


def said_of_all(saying: Saying, beside: Sequence[str], facts: Facts) -> Iterator[Diagnostic]:
    """A warning for each figure of some that is said of all; `beside`: texts that are read with it."""
    text = saying.text
    for share, cells in _shares(saying, facts):
        some = _some(cells, facts)
        if some is None:
            continue
        unit = _unit(text, share, some, facts)
        if unit is None or _is_limited(text, share, unit, facts):
            continue
        if not _names(some, _others(text, unit, beside, some, facts), unit["words"], facts):
            yield _warning(some, unit, saying, facts)


def _shares(saying: Saying, facts: Facts) -> Iterator[tuple[Span, Sequence[CellId]]]:
    """Where shares stand in a text, and the cells that they are made of; of one in words those of the claim."""
    text, offset = saying.text, -1
    for figure in saying.figures:
        offset = text.index(FIGURE, offset + 1)
        yield (offset, offset + len(FIGURE)), figure.cells
    if saying.holds:
        cells = [reading.cell.id for reading in evaluate(saying.holds, facts).readings]
        for fraction in find_all(_spaced(facts.language.groups.fractions), text):
            yield fraction.span(), cells


def _some(cells: Sequence[CellId], facts: Facts) -> _Some | None:
    """Whom a share is of that is made of cells of one group, or of questions of one filter; None of all."""
    code = facts.language.code
    if not cells or len({cell.column for cell in cells}) > 1:
        return None
    cell = cells[0]
    if not cell.column.is_total:
        segment = next(each for each in facts.survey.segments if each.id == cell.column.segment)
        column = next(each for each in segment.columns if each.id == cell.column.column)
        return _Some(cell, column.label.text(code), segment.label.text(code))
    bases = [facts.survey.question(each.question).base for each in cells]
    labels = {base.text(code) if base else "" for base in bases}
    return _Some(cell, label, None) if len(labels) == 1 and (label := labels.pop()) else None


# ---------------------------------------------------------------------------------------------------------- the words


def _unit(text: str, share: Span, some: _Some, facts: Facts) -> re.Match[str] | None:
    """The words for all who were asked, behind a figure ("der Befragten") or before it ("von allen Befragten")."""
    groups, plurals = facts.language.groups, _plurals(some, facts)
    whole = rf"(?![\w-])(?:\s+(?:{_anywhere(facts.language)})(?!\w))?"
    behind = rf"\s*(?P<words>{_spaced(groups.of_all)}(?:{plurals})|{groups.everyone}){whole}"
    offset, end = share
    found = re.compile(behind, re.IGNORECASE).match(text, end)
    of_some = re.compile(rf"\s*(?P<of>{_spaced(groups.of_all)})", re.IGNORECASE).match(text, end)
    if found or (of_some and of_some["of"]):
        return found
    sentence = [*re.finditer(rf"{_SENTENCE_ENDS}|{FIGURE}", text[:offset])]
    start = sentence[-1].end() if sentence else 0
    before = rf"\b(?P<words>{_spaced(groups.from_all)}(?:{plurals})){whole}"
    return re.compile(before, re.IGNORECASE).search(text, start, offset)


def _anywhere(language: Language) -> str:
    names = "|".join(map(re.escape, territories(language.code)))
    return language.groups.whole.replace(TERRITORIES, names)


def _plurals(some: _Some, facts: Facts) -> str:
    """What all who were asked are called; a word by which the group itself is called is none of these."""
    language, units = facts.language, _units(some, facts)
    names = list(language.groups.respondents)
    for unit in units:
        plural, rules = unit.text(language.code), language.plurals
        forms = [unit.form(form, language.code) for form in (UnitForm.SHARE, UnitForm.OF)]
        names += [plural, rules.behind_share(plural), rules.behind_number(plural)]
        names += [form.text for form in forms if form]
    of_units = frozenset(word.casefold() for name in names for word in re.findall(r"\w+", name))
    labels = (some.label, some.segment) if some.segment else ()
    weak = language.weak_words | of_units
    names += [
        name for name in language.groups.people if not any(names_one_of(label, name, weak=weak) for label in labels)
    ]
    longest_first = sorted(dict.fromkeys(names), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)


def _units(some: _Some, facts: Facts) -> list[Unit]:
    """Those of which a figure of all would be: the unit of the question and that of the survey.

    A question that was put to some has a unit that says so, or none. That of the survey is not its own, unless the unit
    is not who was asked: of companies, for which their heads of marketing speak, a filter leaves none out.
    """
    survey, code = facts.survey, facts.language.code
    if some.segment:
        own = survey.unit_of(survey.question(some.cell.question))
        return [*([own] if own else []), survey.unit]
    weak, population = facts.language.weak_words, survey.population.text(code)
    return [survey.unit] if names_one_of(survey.unit.text(code), population, weak=weak) else []


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+")


def _is_limited(text: str, share: Span, unit: re.Match[str], facts: Facts) -> bool:
    """Whether the sentence says before the figure or behind the unit that some are meant."""
    groups = facts.language.groups
    is_before, before = unit.start() < share[0], f"{text[: share[0]]}{FIGURE}"
    sentence = re.split(_SENTENCE_ENDS, text[: unit.start()] if is_before else before)[-1]
    if re.search(groups.among, sentence, re.IGNORECASE):
        return True
    if is_before and re.search(groups.among, before[unit.end() :], re.IGNORECASE):
        return True
    behind = text[unit.end() :]
    weak = "|".join(map(re.escape, sorted(facts.language.weak_words)))
    limiting = rf"\s*[(\d]|\s*,?\s+(?:{groups.limits}|{weak})(?!\w)"
    return re.match(limiting, behind, re.IGNORECASE) is not None


def _others(text: str, unit: re.Match[str], beside: Sequence[str], some: _Some, facts: Facts) -> str:
    """The words that may name those whom a figure is of: all but the unit.

    Of those that a question was put to, without what is said of all up to the end of the clause: in "60 % of adults
    use it daily" nothing names the users of it.
    """
    start, end = unit.span("words")
    if some.segment:
        return " | ".join((text[:start], text[end:], *beside))
    of_all = rf"{_spaced(facts.language.groups.of_all)}(?:{_plurals(some, facts)})(?![\w-])"
    return re.sub(rf"\b{of_all}[^,;:.!?()|\n]*", " ", " | ".join((text, *beside)), flags=re.IGNORECASE)


def _names(some: _Some, text: str, unit: str, facts: Facts) -> bool:
    """Whether a text has a word of the group or of what divides the groups, or one by which groups are called.

    Of those that a question was put to, it has all the words that tell them from all who were asked; where there are
    none, they are all. A word that the question or its answers have too may speak of these, so that it tells nothing;
    their whole name always does.
    """
    code, weak = facts.language.code, facts.language.weak_words
    of_unit = frozenset(word.casefold() for word in re.findall(r"\w+", unit))
    if some.segment is None:
        of_all = re.findall(r"\w+", " ".join((facts.survey.population.text(code), *facts.language.groups.respondents)))
        weak |= of_unit | frozenset(word.casefold() for word in of_all)
        if names_what_tells(some.label, "", weak=weak) or any(mentions(some.label, text)):
            return True
        weak |= _asked(some, facts)
        tells_nothing = names_what_tells(some.label, "", weak=weak)
        return not tells_nothing and names_what_tells(some.label, text, weak=weak)
    if any(names_one_of(label, text, weak=weak | of_unit) for label in (some.segment, some.label)):
        return True
    return search(facts.language.groups.some, text) is not None


def _asked(some: _Some, facts: Facts) -> frozenset[str]:
    """The words of those that a question was put to which it has as well, or one of its answers."""
    question, code = facts.survey.question(some.cell.question), facts.language.code
    said = (question.label, question.topic, *(answer.label for answer in question.answers))
    asked = " ".join(text.text(code) for text in said)
    words = (word.casefold() for word in re.findall(r"\w+", some.label))
    return frozenset(word for word in words if names_one_of(word, asked, weak=frozenset()))


def _warning(some: _Some, unit: re.Match[str], saying: Saying, facts: Facts) -> Diagnostic:
    cell = some.cell
    of_all = CellId(cell.question, cell.answer, ColumnId(cell.wave))
    known = facts.tables.table(cell.question).cells
    is_published = some.segment is not None and of_all in known and known[of_all].share is not None
    or_all = f", or write {name_of(of_all, facts.survey)}, the figure of all" if is_published else ""
    whose = f'is the figure of "{some.label}" alone' if some.segment else f'was asked of "{some.label}" alone'
    start, end = unit.span("words")
    return Diagnostic(
        StoryFault.GROUP_NOT_NAMED,
        f'"{unit["words"]}" is said of {name_of(cell, facts.survey)}, which {whose}',
        saying.place(start, end - start),
        hint=f'say of whom it is, "{some.label}" in the form that the sentence needs{or_all}',
        severity=Severity.WARNING,
    )
