"""What questions of one scale are called beside an answer that says nothing without them: "often" of what?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report.briefing.by_rule.wording import Parts
from report.briefing.fragments import filled, verbatim
from report.briefing.naming import Naming
from report.diagnostics import SourceText
from report.language.embedding import asked, unended, within_quotes
from report.survey.model import Question, Wording
from report.tables.model import Cell

LIST_ROOM = 300
"""Characters of statements in a row."""


def names_of(question: Question, parts: Parts) -> tuple[SourceText, ...]:
    """What a statement is called, in shorter words: itself, its short form, last its topic where that is its own.

    "Data protection slows us down" is not agreement with data protection: a topic stands where nothing else has room.
    """
    own = own_names_of(question, parts)
    return (*own, parts.topic_among_others(question) if _has_own_topic(question, parts) else own[-1])


def own_names_of(question: Question, parts: Parts) -> tuple[SourceText, SourceText]:
    """A statement in its own words, and in those of its short form if it has one.

    Of one whose label says the topic first ("Please rate: [The staff are helpful]") the short form is what is its own.
    """
    code = parts.language.code
    label = question.label.source(code)
    if question.short and _begins_with_topic(question, parts):
        short = parts.unbracketed(unended(question.short.source(code), parts.language))
        return (short, short)
    whole = asked(label) or unended(label, parts.language)
    is_exact = question.wording_in(code) is Wording.EXACT
    name = parts.quoted(verbatim(within_quotes(whole, parts.language))) if is_exact else parts.unbracketed(whole)
    return (name, parts.unbracketed(unended(question.short.source(code), parts.language)) if question.short else name)


def _begins_with_topic(question: Question, parts: Parts) -> bool:
    """Whether a label is the topic of a battery, and behind it the short form of the statement."""
    code, language = parts.language.code, parts.language
    label, topic = question.label.text(code).casefold(), unended(question.topic.source(code), language).text.casefold()
    short = question.short.text(code).casefold() if question.short else ""
    return bool(short) and label.startswith(topic) and label != short and label.rstrip("])").endswith(short)


def _has_own_topic(question: Question, parts: Parts) -> bool:
    """Whether the topic of a statement tells it from the others of its scale."""
    code = parts.language.code
    others = (each for each in parts.survey.questions if each.scale == question.scale and each.id != question.id)
    return question.topic.text(code) not in {each.topic.text(code) for each in others}


def with_statement(
    answers: Sequence[SourceText], question: Question, parts: Parts, *, is_below_topic: bool = False
) -> Iterator[SourceText]:
    """Names of an answer, each with what it was given to: "often (Reading books)", "often (net), Reading books".

    is_below_topic: without those that would only repeat the topic.
    """
    words, topic = parts.language.words, parts.topic_among_others(question)
    for name in dict.fromkeys(names_of(question, parts)):
        if is_below_topic and name.text == topic.text:
            continue
        for each in answers:
            is_in_brackets = each.text.rstrip("*").endswith(")")
            pattern = words.net_to_statement if is_in_brackets else words.answer_to_statement
            yield filled(pattern, answer=each, statement=name)


def listed(cells: Sequence[Cell], parts: Parts, *, goes_on: bool) -> SourceText:
    """One cell of each of several questions in a row: "Reading (61% often) and Running (44% often)"."""
    words, texts = parts.language.words, list[SourceText]()
    others = [SourceText(words.others)] if goes_on else []
    for names in zip(*(names_of(parts.survey.question(cell.id.question), parts) for cell in cells), strict=True):
        items = [
            filled(words.statement_in_list, statement=name, figure=parts.share(cell), answer=parts.told_of(cell))
            for cell, name in zip(cells, names, strict=True)
        ]
        texts.append(parts.listed([*items, *others]))
    return Naming(parts.survey).first_fitting(texts, LIST_ROOM, parts.language)


def compared(questions: Sequence[Question], parts: Parts, room: int) -> SourceText | None:
    """The topics of questions in a row, if they find room and no two are alike."""
    topics = [parts.topic_among_others(question) for question in questions]
    text = parts.listed(topics)
    is_clear = len({topic.text for topic in topics}) == len(topics)
    return text if is_clear and Naming(parts.survey).length(text.text, parts.language) <= room else None
