"""Whether a big figure is the one that its words give: the field of a cover, the number before a message.

cover      19 dots                 "35 out of 100 name the economy"     the caption gives another figure
message    19 %                    "name the **economy**"               the words name another answer, and not this one
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.briefing.facts import Facts
from report.briefing.faults import StoryFault
from report.briefing.mentions import is_telling, mentions, names_one_of
from report.briefing.model.prose import Figure, name_of
from report.briefing.printed import printed, told
from report.briefing.saying import FIGURE, Saying
from report.diagnostics import Diagnostic, Severity
from report.survey.model import Answer, AnswerRole, CellId, Net, Question
from report.tables.model import Cell


def other_than_its_caption(saying: Saying, facts: Facts) -> Iterator[Diagnostic]:
    """The fault of a cover whose figure is none of those that its caption gives; `saying` begins with it."""
    big, *given = [figure for figure in saying.figures if len(figure.cells) == 1]
    if not given or any(figure.cells == big.cells for figure in given):
        return
    name, other = (name_of(figure.cells[0], facts.survey) for figure in (big, given[0]))
    yield Diagnostic(
        StoryFault.OTHER_FIGURE_GIVEN,
        f"the cover shows {_told(big, facts)}, and its caption gives {_told(given[0], facts)}",
        given[0].location,
        hint=f"write figure: {other}, or give {{{{ {name} }}}} in the caption",
    )


def other_answer_named(saying: Saying, facts: Facts) -> Iterator[Diagnostic]:
    """The warning of words behind a big figure that name another answer of its question, and not its own.

    They are looked for up to the next figure or the end of the sentence.
    """
    cell = saying.figures[0].cells[0]
    question = facts.survey.question(cell.question)
    offset = saying.text.index(FIGURE) + 1
    words = re.split(rf"[.;!?]\s|{FIGURE}", saying.text[offset:], maxsplit=1)[0]
    own, small = question.answer_or_net(cell.answer), facts.language.small_words
    if any(names_one_of(name, words, weak=small) for name in _labels(own, facts)):
        return
    elsewhere = " | ".join(text.text(facts.language.code) for text in (question.label, question.topic))
    for other in _others(own, question):
        shown = facts.tables.cell(CellId(cell.question, other.id, cell.column))
        for label in _labels(other, facts):
            found = next(mentions(label, words), None) if is_telling(label, small) else None
            if found and shown.share is not None and not any(mentions(label, elsewhere)):
                yield _named(saying, offset + found.start, found.end - found.start, shown, facts)
                return


def _others(own: Answer | Net, question: Question) -> Iterator[Answer | Net]:
    """What has a number of its own that is no part of this one, nor holds it."""
    parts = own.answers if isinstance(own, Net) else ()
    yield from (
        each for each in question.answers if each.role is AnswerRole.REGULAR and each.id not in (*parts, own.id)
    )
    yield from (net for net in question.nets if net.id != own.id and own.id not in net.answers and not parts)


def _labels(entry: Answer | Net, facts: Facts) -> list[str]:
    return [label.text(facts.language.code) for label in (entry.label, entry.short) if label]


def _named(saying: Saying, start: int, length: int, other: Cell, facts: Facts) -> Diagnostic:
    words, name = saying.text[start : start + length], name_of(other.id, facts.survey)
    return Diagnostic(
        StoryFault.OTHER_ANSWER_NAMED,
        f'"{words}" is said of {_told(saying.figures[0], facts)}, and is {name} {printed(other)}',
        saying.place(start, length),
        hint=f"write figure: {name}, or name the answer whose figure it is",
        severity=Severity.WARNING,
    )


def _told(figure: Figure, facts: Facts) -> str:
    return told(facts.tables.cell(figure.cells[0]), facts.survey)
