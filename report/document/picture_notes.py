"""What a picture says below its exhibit, so that it stands by itself: no slide, appendix or notes are beside it.

Question: Who is responsible …? · wording paraphrased · single answer · Base: …, n = 430 · Source: …, June 2016
"""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.model import Briefing, Exhibit
from report.briefing.model.prose import Fact, FactKind, Prose, fixed, told, worded
from report.briefing.model.terms import asks, is_asked, mode_name, quoted
from report.charts.model import Chart
from report.document.across import across_facts, facts_of_nets, facts_of_sides, has_two_sides, one_answer_each
from report.document.bases import asked_alone
from report.document.groups import groups_shown
from report.document.model.nodes import NoteForm, Output, Source
from report.document.sources import changed_mode, computed_nets, sources
from report.kinds import Shape
from report.language.model import Language
from report.survey.model import Question, Wording


def picture_note(
    id: str, shown: Exhibit, chart: Chart, source: Source, briefing: Briefing, *, headline: Prose
) -> Source:
    """The note of a picture below its headline; source: the one of the same exhibit on a slide.

    Shorter forms leave out first what is known of the words and the mode, and how many were asked of each group where
    its name in the chart says so; then the question's words where the headline has them, last how many were asked in
    which column. The whole stands beside the picture in its text. Of a battery no
    question stands for all. Over waves, where a picture can give up no row, words that ask nothing are left out too.
    """
    words, language = briefing.language.words, briefing.language
    question = briefing.survey.question(shown.question)
    title = (shown.title_alone or shown.title,) if _says_more(shown, chart) else ()
    sides = tuple(facts_of_sides(chart, language))
    blank = (told(words.blank_part, what=chart.blank),) if chart.blank else ()
    # Groups that only the picture of a table leaves out, it counts itself, those of other segmentations among them.
    groups = () if chart.further_columns else tuple(groups_shown(shown, briefing, is_picture=True))
    facts = (*blank, *sides, *groups, *_computed_nets(shown, briefing), *facts_of_nets(chart, language))
    waves = list(dict.fromkeys(column.wave for column in shown.columns))
    named = changed_mode(question, waves, briefing) or mode_name(question.type, language)
    is_told = any(named.text in part.text for part in title)  # of one paragraph no two parts say the same
    mode = (named,) if len(waves) == 1 and not is_told else ()  # of several there is no room for each
    alone = {part.text: each for part, each in zip(groups_shown(shown, briefing), groups, strict=False)}
    topics = (alone.get(part.text, part) for part in source.topic)
    whole = tuple(part for part in topics if not is_told or part.text != named.text)
    asked: tuple[Prose, ...] = (_question(question, briefing),)
    topic: tuple[Prose, ...] = (told(words.topic, label=worded(question.topic, language)),)
    label = worded(question.label, language).text
    brief = topic if label.rstrip("?") in headline.text else asked
    briefest = topic if shown.shape is Shape.WAVES and not is_asked(label) else brief
    if shown.shape is Shape.BATTERY and len(shown.questions) > 1:
        asked = brief = briefest = (_subject([briefing.survey.question(name) for name in shown.questions], language),)
        mode = (one_answer_each([briefing.survey.question(name) for name in shown.questions], language),)
        whole = (*asked, *mode, *across_facts(chart, language))
    has_columns = len(shown.columns) > 1
    base = (asked_alone(question, briefing), *source.base[1:]) if _tells_bases(shown, chart) else source.base
    return Source(
        id,
        (*title, *whole, *sides),
        source.base,
        (
            NoteForm((*title, *asked, *mode, *facts), base),
            NoteForm((*title, *brief, *(() if facts else mode), *facts), base, may_grow=has_columns),
            NoteForm(
                (*title, *briefest, *(() if facts else mode), *facts),
                _shortest_base(question, source, briefing, has_columns=has_columns),
            ),
        ),
        output=Output.PICTURES,
    )


def _computed_nets(shown: Exhibit, briefing: Briefing) -> tuple[Prose, ...]:
    """That nets among the rows were computed; of nets at the ends of rows the facts of the chart say so."""
    tables = briefing.tables
    rows = [(name, answer) for name in shown.questions for answer in shown.answers]
    return computed_nets(
        [tables.table(name).cell(answer, column) for name, answer in rows for column in shown.columns], briefing
    )


def _shortest_base(question: Question, source: Source, briefing: Briefing, *, has_columns: bool) -> tuple[Prose, ...]:
    """Who was asked, and the survey's source; of several columns n and other sources are told beside the picture."""
    if not has_columns:
        return source.base
    cited = sources([briefing.survey.current_wave], briefing)
    return asked_alone(question, briefing), cited, fixed(briefing.language.words.n_beside_picture)


def _tells_bases(shown: Exhibit, chart: Chart) -> bool:
    """Whether the name of every group in the chart says how many were asked, and nothing else is shown."""
    named = [row.base for row in chart.rows] if chart.lies_across else [column.base for column in chart.columns]
    return shown.shape is Shape.GROUPS and chart.reference is None and all(named)


def _says_more(shown: Exhibit, chart: Chart) -> bool:
    """Whether the title tells what is shown, beyond that it is a share: columns, a reference, words of the author.

    Parts bear bare numbers, of which it says what they are.
    """
    has_bare_numbers = chart.lies_across and not has_two_sides(chart)
    return len(shown.columns) > 1 or has_bare_numbers or bool(shown.group or shown.reference or shown.title.location)


def _subject(questions: Sequence[Question], language: Language) -> Prose:
    """What all the questions of a battery are about, where that is one; else how many there are."""
    first, *others = (worded(question.topic, language) for question in questions)
    if all(topic.text == first.text for topic in others):
        return told(language.words.topic, label=first)
    phrase = language.words.n_questions if asks(questions, language) else language.words.n_statements
    return told(phrase, n=Fact(FactKind.COUNT, str(len(questions)), "questions asked for"))


def _question(question: Question, briefing: Briefing) -> Prose:
    """The question alone; without quotation marks nothing is said of its words."""
    words, label = briefing.language.words, worded(question.label, briefing.language)
    if question.wording is Wording.EXACT:
        return told(words.exact_question, label=quoted(question.label, briefing.language))
    return told(words.question if is_asked(label.text) else words.topic, label=label)
