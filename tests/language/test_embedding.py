"""A text of the survey within a sentence: its stop, its question mark, its quotation marks, its places."""

from __future__ import annotations

import pytest

from report.diagnostics import Location, SourceText
from report.language.embedding import asked, behind, unended, within_quotes
from report.language.registry import load


@pytest.mark.parametrize(
    ("code", "written", "said"),
    [
        ("de", "Ja, sicher.", "Ja, sicher"),
        ("de", "Etwas anderes, und zwar:", "Etwas anderes, und zwar"),
        ("de", "Radio, Fernsehen usw.", "Radio, Fernsehen usw."),
        ("de", "Sportverein e. V.", "Sportverein e. V."),
        ("de", "Wer weiß?", "Wer weiß?"),
        ("en", "No.", "No"),
        ("en", "Papers, magazines, etc.", "Papers, magazines, etc."),
        ("en", "In the U.S.", "In the U.S."),
    ],
)
def test_a_label_within_a_sentence_has_no_stop_but_that_of_an_abbreviation(code: str, written: str, said: str) -> None:
    assert unended(SourceText(written), load(code)).text == said


@pytest.mark.parametrize(
    ("written", "question"),
    [
        ("Was nutzen Sie?", "Was nutzen Sie?"),
        ("Was nutzen Sie? Mehrfachnennungen möglich.", "Was nutzen Sie?"),
        ("What do you use? (Please tick all that apply)", "What do you use?"),
        ("Was nutzen Sie (noch?)", "Was nutzen Sie (noch?)"),
        ("Wo? Wann? Bitte nur eine Antwort.", "Wo? Wann?"),
        ("Wer sagt „Was nun?“", "Wer sagt „Was nun?“"),
        ("Der Satz „Was nun?“ stammt von mir.", None),
        ("Genutzte Wege (Mehrfachnennungen möglich)", None),
    ],
)
def test_a_text_asks_with_what_stands_before_its_instruction(written: str, question: str | None) -> None:
    found = asked(SourceText(written))

    assert (found.text if found else None) == question


@pytest.mark.parametrize(
    ("code", "written", "quoted"),
    [
        ("de", "Ja", "Ja"),
        ("de", "„Ja, klar“", "Ja, klar"),
        ("de", "Kennen Sie „Jobrad“?", "Kennen Sie ‚Jobrad‘?"),
        ("de", 'Kennen Sie ("Jobrad")?', "Kennen Sie (‚Jobrad‘)?"),
        ("de", '15" oder mehr', '15" oder mehr'),
        ("en", '"Yes"', "Yes"),
        ("en", "How “manly” do you feel?", "How ‘manly’ do you feel?"),
    ],
)
def test_quotation_marks_are_never_doubled(code: str, written: str, quoted: str) -> None:
    assert within_quotes(SourceText(written), load(code)).text == quoted


@pytest.mark.parametrize(
    ("before", "words", "said"),
    [("Wer?", ": ", " "), ("Nein!", ": ", " "), ("Ja", ": ", ": "), ("n. v.", ". ", " "), ("Ja", ". ", ". ")],
)
def test_no_sign_of_the_program_doubles_the_end_of_a_text(before: str, words: str, said: str) -> None:
    assert behind(before, words) == said


def test_what_is_left_of_a_text_keeps_its_places() -> None:
    place = Location("survey.yaml", 3, 12, "", 1)
    text = SourceText("„Ja.“", ((0, place),))

    assert within_quotes(text, load("de")).location == place.shifted(1, 1)
