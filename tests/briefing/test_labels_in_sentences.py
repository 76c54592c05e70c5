"""Labels within the sentences of a story without an author: stops, quotation marks, questions with an instruction."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report.language.registry import load
from report.survey.model import QuestionType, Wording
from tests.briefing.test_default_story import told
from tests.briefing.test_default_truth import Told, survey_of, tellings
from tests.briefing.test_headlines_by_rule import headline
from tests.builders import Texts, plain, question, survey

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


DIVIDED = {name: {"de": f"ja, Wort{name}", "en": f"yes, word{name}"} for name in "abcdefghi"}


@given(tellings(), st.sampled_from(list(Wording)))
def test_of_labels_with_commas_a_reader_sees_where_they_end(put_in: Told, wording: Wording) -> None:
    assume(any(share is not None for share in (*put_in.now.values(), *put_in.before.values())))
    asked = survey_of(put_in, wording)
    first = asked.questions[0]
    answers = tuple(replace(each, label=plain(DIVIDED[each.id])) for each in first.answers)
    nets = tuple(replace(each, label=plain({"de": f"ja, {each.id}", "en": f"yes, {each.id}"})) for each in first.nets)
    of = replace(asked, questions=(replace(first, answers=answers, nets=nets),))
    story, language = told(of, put_in.language), load(put_in.language)

    opening, closing = language.quotes
    texts = [story.cover.caption.text, *(each.text.text for each in story.messages)]
    texts += [each.headline.text for each in story.findings]
    texts += [part.text for each in story.findings for part in (*each.text, *each.notes)]
    assert texts
    for text in texts:
        for found in re.finditer(r"(?:ja|yes), \w+", text):
            is_quoted = (text[: found.start()][-1:], text[found.end() :][:1]) == (opening, closing)
            assert is_quoted or re.match(r"[ )]?[(:]| (?:mit|at)\s|[.)]?$", text[found.end() :]), text


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "? ja, Worta (70 %), dann ja, Wortb (30 %)"), ("en", "? yes, worda (70%), then yes, wordb (30%)")],
)
def test_an_answer_with_commas_is_not_said_to_be_literal(language: str, said: str) -> None:
    asked = question("q", {"a": 70, "b": 30}, labels=DIVIDED, label=QUESTION[language])

    assert said in headline(survey(asked), language=language)[0]


@pytest.mark.parametrize(("language", "net"), [("de", "Zustimmung (Netto), "), ("en", "Agreement (net), ")])
def test_no_bracket_follows_that_of_a_net(language: str, net: str) -> None:
    steps = {"a": 40, "b": 30, "c": 20, "d": 10}
    asked = question("q", steps, type=QuestionType.SCALE, labels=SENTENCES, nets={"top": ("ab", None)})
    nets = tuple(replace(each, label=plain({"de": "Zustimmung", "en": "Agreement"})) for each in asked.nets)
    story = told(survey(replace(asked, nets=nets)), language)

    texts = [story.cover.caption.text, *(each.text.text for each in story.messages)]
    assert any(net in text for text in texts)
    assert not any(") (" in text for text in texts)
