"""Labels within the sentences of a story without an author: stops, quotation marks, questions with an instruction."""

from __future__ import annotations

import pytest

from report.survey.model import Wording
from tests.briefing.test_default_story import told
from tests.briefing.test_headlines_by_rule import headline
from tests.builders import Texts, question, survey

SENTENCES: dict[str, Texts] = {
    "a": {"de": "Ja, sicher.", "en": "Yes, certainly."},
    "b": {"de": "„Nein, nie.“", "en": "“No, never.”"},
}
QUESTION = {
    "de": "Was trifft zu? Bitte nur eine Antwort.",
    "en": "Which is true? (Please tick one)",
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Was trifft zu? Ja, sicher (70 %), dann „Nein, nie.“ (30 %)"),
        ("en", "Which is true? Yes, certainly (70%), then “No, never.” (30%)"),
    ],
)
def test_a_label_has_no_stop_before_its_number_and_a_question_no_instruction(language: str, said: str) -> None:
    asked = question("q", {"a": 70, "b": 30}, labels=SENTENCES, label=QUESTION[language])

    assert headline(survey(asked), language=language)[0] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Was trifft zu? „Ja, sicher“ sagen 70 %, „Nein, nie.“ 30 %"),
        ("en", "Which is true? 70% say “Yes, certainly”, 30% “No, never.”"),
    ],
)
def test_a_label_in_quotation_marks_gets_no_second_ones(language: str, said: str) -> None:
    asked = question("q", {"a": 70, "b": 30}, labels=SENTENCES, label=QUESTION[language], wording=Wording.EXACT)

    assert headline(survey(asked), language=language)[0] == said


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_word_of_a_story_doubles_a_sign(language: str) -> None:
    asked = question("q", {"a": 70, "b": 30}, labels=SENTENCES, label=QUESTION[language], wording=Wording.EXACT)
    story = told(survey(asked), language)
    texts = [story.cover.caption.text, *(each.headline.text for each in story.findings)]
    texts += [part.text for each in story.findings for part in (*each.text, *each.notes)]

    assert texts
    for text in texts:
        assert not any(sign in text for sign in (". (", ".:", "?:", "..", "„„", "““", "””")), text
