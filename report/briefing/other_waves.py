"""Whether a clause that names a year gives the figures of that wave.

    "In 2024, 42 % named it, 39 % in 2022"      each clause has the figure of the wave that it names
    "39 % named it in 2024"                     the figure of 2022: a warning

A year behind "since", "than" and the like dates something else, as does one in a clause that compares.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from report.briefing.clauses import Named, in_clause, word_in
from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.mentions import Mention
from report.briefing.model.prose import Figure, name_of
from report.briefing.printed import printed
from report.briefing.saying import Saying
from report.diagnostics import Diagnostic, Severity
from report.language.model import Language
from report.survey.model import CellId, ColumnId


def wave_misnamed(saying: Saying, facts: Facts) -> Iterator[Diagnostic]:
    """The warning of a text that names a wave and gives the figure of another one; of several the first."""
    named = [*waves_named(saying.text, facts)]
    found = in_clause(named, saying, _wave_of, is_read=partial(_is_plain, facts.language)) if named else None
    if found:
        yield from _warning(*found, saying, facts)


def _wave_of(figure: Figure) -> str | None:
    """The wave whose figure it is; None of what is computed."""
    return figure.cells[0].column.wave if len(figure.cells) == 1 else None


def _is_plain(language: Language, clause: str, unnamed: Sequence[str]) -> bool:  # noqa: ARG001
    """Whether a clause sets nothing against something else."""
    return word_in(language.against_words, clause) is None


def waves_named(text: str, facts: Facts, *, anywhere: bool = False) -> Iterator[Named]:
    """The years of a text in which one wave took place; `anywhere`: those behind "since" and the like too."""
    years = Counter(wave.date.year for wave in facts.survey.waves)
    for wave in facts.survey.waves:
        if years[wave.date.year] == 1:
            year = rf"(?<![\w.,-])(?<!\w/){wave.date.year}(?![\w%/-]|[.,]\d)"
            for found in re.finditer(year, text):
                if anywhere or not _dates_something_else(text[: found.start()], facts.language):
                    yield Named(wave.id, Mention(*found.span()))


def _dates_something_else(before: str, language: Language) -> bool:
    return re.search(rf"\b(?:{language.away_from_a_date})\s*$", before, re.IGNORECASE) is not None


def _warning(named: Named, cell: CellId, saying: Saying, facts: Facts) -> Iterator[Diagnostic]:
    """None where the survey has no figure of that wave, or the very one that is given: "41 %, as in 2019"."""
    right = CellId(cell.question, cell.answer, ColumnId(named.key))
    known = facts.tables.table(cell.question).cells
    if right not in known or known[right].share in (None, known[cell].share):
        return
    start, end = named.mention.start, named.mention.end
    name, other = (name_of(each, facts.survey) for each in (right, cell))
    yield Diagnostic(
        StoryFault.OTHER_WAVE_NAMED,
        f'"{saying.text[start:end]}" is said of {other} {printed(known[cell])}, and is {name} {printed(known[right])}',
        saying.place(start, end - start),
        hint=f"write {{{{ {name} }}}}, or name the wave whose figure it is",
        severity=Severity.WARNING,
    )
