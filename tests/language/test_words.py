"""What holds for the fixed words of every language."""

import re
from dataclasses import fields
from string import Formatter

import pyphen
import pytest
from babel import Locale

from report.language.alternatives import find_all
from report.language.model import Words
from report.language.registry import available, load

FIELDS = [field.name for field in fields(Words)]
CONTINUE_A_LINE = {  # these stand behind something else
    "from_questions",
    "from_the_one_question",
    "wording_not_published", "single", "multiple", "scale", "n", "n_between", "n_by_answer", "n_not_published",
    "rounding",
    "rounding_of_some",
    "weighted", "effective", "effective_between", "without_answer", "without_answer_one", "without_answer_between",
    "without_unsure", "without_unsure_one", "without_unsure_between",
    "base_under", "withheld", "above", "below", "not_reported", "not_reported_short",
    "less_than", "more_than", "years_left_out", "tick", "share_in_group", "one_dot_in_group",
    "waves_alone", "questions_alone", "groups_alone",
    "not_published", "not_published_short", "not_asked", "rest_unpublished", "rest_no_answer", "rest_unknown",
    "rest_unexplained", "one_answer_to_each_question",
    "wording_paraphrased", "wording_in_notes", "details_in_notes", "statements_in_notes",
    "questions_in_notes", "sources_in_notes", "n_beside_picture", "n_and_sources_beside_picture",
    "sources_at_findings",
    "note_in_appendix", "every_answer",
    "other_bases", "other_bases_in_appendix",
    "not_comparable", "slide", "inferred", "unnamed_answer", "nothing_published",
    "unnamed_answers", "others", "all_asked", "unpublished_in_groups", "unpublished_of_groups",
    "unpublished_of_waves", "without_tick", "further_answers", "yearly",
    "scope_earlier", "marked", "default_message", "default_message_of_base_of_several", "of_unit",
    "some_behind_share", "some_behind_number", "all_behind_share", "all_behind_number",
    "of_day", "of_month", "for_day",
    "one_answer", "net_computed", "net_partly_computed", "net_not_computable", "computed",
    "sample_random", "sample_quota", "sample_panel", "sample_census", "sample_open",
    "narrow_parts", "all_in_appendix", "one_answer_each", "blank_part", "nets_published",
    "untold_group", "untold_answer", "untold_answers", "untold_leader", "untold_leaders",
    "strong_shade", "in_no_bar", "groups_not_published",
    "empty_cell", "nobody_asked", "hidden_sign", "n_under", "n_withheld",
    "unrounded_differences", "small_effective_base",
    "numeric", "ratings", "score_point", "score_points",
    "class_under", "class_of", "class_from", "class_up_to", "class_above_to", "class_above",
}  # fmt: skip


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("field", FIELDS)
def test_a_phrase_has_words_and_the_placeholders_that_german_has(code: str, field: str) -> None:
    phrase, german = getattr(load(code).words, field), getattr(load("de").words, field)

    assert phrase
    assert phrase.strip() == phrase
    assert placeholders(phrase) == placeholders(german)
    assert phrase.count("{") == len(placeholders(phrase))


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("field", [field for field in FIELDS if field not in CONTINUE_A_LINE])
def test_a_phrase_that_may_begin_a_line_starts_with_a_capital_or_what_is_filled_in(code: str, field: str) -> None:
    phrase = getattr(load(code).words, field)

    first = phrase.lstrip("*")[0]
    assert first.isupper() or first in "{("


@pytest.mark.parametrize("code", available())
def test_a_number_and_its_sign_or_word_stay_on_one_line(code: str) -> None:
    language = load(code)
    phrases = [getattr(language.words, field) for field in FIELDS] + [language.of_100, *language.point_words]

    assert not [phrase for phrase in phrases if re.search(r"\d %|[A-Za-z] = |\bn\. v|per cent|\{n\} (von|out)", phrase)]


@pytest.mark.parametrize(("code", "sign"), [("de", "Prozent"), ("en", "per cent")])
def test_every_number_word_is_one_that_is_found_before_a_sign(code: str, sign: str) -> None:
    language = load(code)
    missed = [
        word
        for word in language.number_words
        for written in (word, word.upper(), word.replace("ß", "ss"))
        if [found["number"] for found in find_all(language.unbound_in_words, f"({written} {sign})")] != [written]
    ]

    assert set(language.number_words.values()) == set(range(1, 101))
    assert not missed


@pytest.mark.parametrize("code", available())
def test_the_libraries_know_the_language(code: str) -> None:
    language = load(code)

    assert str(Locale.parse(language.locale)) == language.locale
    assert language.hyphenation in pyphen.LANGUAGES
    assert language.tag.replace("-", "_") == language.locale


@pytest.mark.parametrize("code", available())
def test_quotes_in_the_fixed_words_are_those_of_the_language(code: str) -> None:
    language = load(code)
    opening, closing = language.quotes

    for pattern in (language.words.unnamed_answer, language.words.unnamed_answers):
        assert pattern.endswith(f"{opening}{{topic}}{closing}")


def test_the_footer_of_the_sketches_is_made_of_the_german_words() -> None:
    words = load("de").words
    label, base = "Ziele des Social-Media-Einsatzes", "Marketingverantwortliche von ITK-Unternehmen"

    topic = f"{words.topic.format(label=label)}; {words.wording_not_published}"
    mode = words.multiple + " " + words.inferred_from_sum.format(sum="333\u00a0%")
    source = words.source.format(source=words.dated.format(publisher="Bitkom Research", date="Juni 2016"))

    assert f"{topic} · {mode}".replace("\u00a0", " ") == (
        "Thema: Ziele des Social-Media-Einsatzes; Fragewortlaut nicht veröffentlicht"
        " · Mehrfachnennungen (aus der Summe von 333 % erschlossen)"
    )
    assert f"{words.base.format(base=base)}, {words.n_not_published} · {source}".replace("\u00a0", " ") == (
        "Basis: Marketingverantwortliche von ITK-Unternehmen, n nicht veröffentlicht"
        " · Quelle: Bitkom Research, Juni 2016"
    )
