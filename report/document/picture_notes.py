"""What a picture says below its exhibit, so that it stands by itself: no slide, appendix or notes are beside it.

Question: Who is responsible …? · wording paraphrased · single answer · Base: …, n = 430 · Source: …, June 2016
"""

from __future__ import annotations

from report.briefing.model import Briefing, Exhibit
from report.briefing.model.prose import Prose, told, worded
from report.briefing.model.terms import mode_name
from report.document.model.nodes import NoteForm, Output, Source
from report.document.sources import dated
from report.survey.model import Question, Wording


def picture_note(id: str, shown: Exhibit, question: Question, source: Source, briefing: Briefing) -> Source:
    """The note of a picture; source: the one of the same exhibit on a slide.

    Shorter forms leave out first what is known of the words and the mode, then the question's words, last who was
    asked in which wave. The whole stands beside the picture in its text.
    """
    words, language = briefing.language.words, briefing.language
    title = (shown.title,) if _says_more(shown) else ()
    is_of_one_wave = len({column.wave for column in shown.columns}) == 1  # the mode may have changed
    mode = (mode_name(question.type, language),) if is_of_one_wave else ()
    topic = told(words.topic, label=worded(question.topic, language))
    base = told(words.base, base=worded(question.base or briefing.survey.population, language))
    cited = told(words.source, source=dated(briefing))
    return Source(
        id,
        (*title, *source.topic),
        source.base,
        (
            NoteForm((*title, _question(question, briefing), *mode), source.base),
            NoteForm((*title, topic, *mode), source.base),
            NoteForm((*title, topic, *mode), (base, cited)),
        ),
        output=Output.PICTURES,
    )


def _says_more(shown: Exhibit) -> bool:
    """Whether the title tells what is shown, beyond that it is a share: columns, a reference, words of the author."""
    return len(shown.columns) > 1 or bool(shown.group or shown.reference or shown.title.location)


def _question(question: Question, briefing: Briefing) -> Prose:
    """The question alone; without quotation marks nothing is said of its words."""
    words, label = briefing.language.words, worded(question.label, briefing.language)
    if question.wording is Wording.EXACT:
        return told(words.exact_question, label=label)
    return told(words.question if label.text.rstrip(".!").endswith("?") else words.topic, label=label)
