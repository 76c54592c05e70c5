"""Claims: each verdict, the words of a failure, and where a text must have one."""

from __future__ import annotations

import pytest

from report.briefing.claims import judge, missing_claim
from report.briefing.facts import Facts
from report.diagnostics import Diagnostic, Severity
from report.language.registry import load
from report.survey.model import Survey
from tests.briefing.telling import briefing, faults
from tests.builders import (
    MULTIPLE,
    annotation,
    claim,
    finding,
    message,
    question,
    source,
    story,
    survey,
    tabulated,
    text,
)


def challenges(privacy: int = 47) -> Survey:
    return survey(question("challenges", {"resources": 51, "privacy": privacy}, type=MULTIPLE))


def needs_claim(words: str, language: str = "de") -> Diagnostic | None:
    return missing_claim([text({language: words})], "headline", [load(language)])


@pytest.mark.parametrize(
    ("holds", "is_true"),
    [
        ("leads(challenges.resources)", True),
        ("challenges.resources < 50", False),
        ("challenges.resources", None),
        ("leads(challenges.x)", None),
    ],
)
def test_a_claim_is_true_false_or_unreadable(holds: str, is_true: bool | None) -> None:
    facts = Facts(challenges(), tabulated(challenges()), load("de"))

    verdict = judge(source(holds), facts)

    assert verdict.is_true is is_true
    assert bool(verdict.faults) is (is_true is None)


def test_a_claim_that_is_no_condition_is_told() -> None:
    (fault,) = faults(story(challenges(), title=claim("Titel", "challenges.resources", line=5)))

    assert (fault.id, fault.message) == ("mixed-types", "a claim is a condition, and this is a share")
    assert fault.hint == "compare it, as in challenges.resources > 50"


def test_a_failed_claim_names_the_headline_the_claim_and_the_numbers() -> None:
    told = story(
        challenges(privacy=55),
        finding(
            "first",
            "challenges",
            {"de": "Mit {{ challenges.resources }} am **häufigsten** genannt", "en": "Named most often"},
            "leads(challenges.resources)",
        ),
        languages=("de", "en"),
    )

    (fault,) = faults(told)

    assert fault.as_text().replace("\u00a0", " ") == (
        'briefing.yaml:104:12: error[failed-claim]: the data do not support "Mit 51 % am häufigsten genannt"\n'
        "  104 |            leads(challenges.resources)\n"
        "      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  it holds if leads(challenges.resources)\n"
        "  challenges.resources = 51 %\n"
        "  challenges.privacy = 55 %\n"
        "  hint: change the text and its claim; --allow-failed-claims builds a draft all the same and stamps it"
    )


def test_an_english_build_tells_the_same_failure_as_a_german_one() -> None:
    failing = finding("first", "challenges", {"de": "Deutsch", "en": "English"}, "challenges.resources > 60")
    told = story(challenges(), failing, languages=("de", "en"))

    assert faults(told, languages=("en",)) == faults(told, languages=("de",))


def test_numbers_in_a_failure_have_their_printed_decimals() -> None:
    printed = survey(question("q", {"a": "51.50", "b": "20"}))

    (fault,) = faults(story(printed, title=claim("Titel", "q.a < q.b", line=5)))

    assert fault.notes[1:] == ("q.a = 51.50 %", "q.b = 20.00 %")


def test_a_long_list_of_numbers_is_cut() -> None:
    many = survey(question("q", {f"a{number}": 99 - number for number in range(15)}, type=MULTIPLE))

    (fault,) = faults(story(many, title=claim("Titel", "leads(q.a1)", line=5)))

    assert len(fault.notes) == 1 + 12 + 1
    assert fault.notes[-1] == "and 3 more"


# ------------------------------------------------------------------------------------------------ letting claims fail


def test_a_draft_may_let_a_claim_fail_and_says_so_where_it_stands() -> None:
    failing = finding("first", "challenges", "Titel", "challenges.resources > 60")
    sound = finding("second", "challenges", "Titel", "challenges.resources > 50", line=200)

    told, found = briefing(story(challenges(), failing, sound), allow_failed_claims=True)

    assert [(fault.id, fault.severity) for fault in found] == [("failed-claim", Severity.WARNING)]
    assert [each.is_supported for each in told.findings] == [False, True]


def test_a_final_briefing_never_does() -> None:
    failing = finding("first", "challenges", "Titel", "challenges.resources > 60")

    (fault,) = faults(story(challenges(), failing, final=True), allow_failed_claims=True)

    assert (fault.id, fault.severity) == ("failed-claim", Severity.ERROR)


def test_a_failed_annotation_leaves_its_finding_unsupported() -> None:
    told, _ = briefing(
        story(
            challenges(),
            finding("first", "challenges", annotations=[annotation(["privacy"], holds="challenges.privacy > 60")]),
        ),
        allow_failed_claims=True,
    )

    assert told.findings[0].is_supported is False


def test_a_failed_message_and_title_are_marked_alone() -> None:
    told, _ = briefing(
        story(
            challenges(),
            finding("first", "challenges"),
            title=claim("Titel", "challenges.resources > 60", line=5),
            messages=[message("first", "challenges.resources", holds="challenges.resources > 60")],
        ),
        allow_failed_claims=True,
    )

    assert (told.is_title_supported, told.messages[0].is_supported) == (False, False)
    assert (told.findings[0].is_supported, told.glance.is_supported) == (True, True)


# ------------------------------------------------------------------------------------------------ needed claims


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("de", "Bekanntheit ist das am häufigsten genannte Ziel", "häufigsten"),
        ("de", "Mehr als die andern", "Mehr"),
        ("de", "Die meisten nennen es", "meisten"),
        ("de", "Fast alle", "Fast"),
        ("de", "Ein Drittel nennt es", "Drittel"),
        ("de", "Jedes zweite Unternehmen", "Jedes zweite"),
        ("de", "jedes **zweite** Unternehmen", "jedes **zweite"),
        ("de", "Zwei von drei nennen es", "Zwei von drei"),
        ("de", "Datenschutz führt", "führt"),
        ("de", "Vor allem das Budget", "Vor allem"),
        ("de", "Rund {{ q.a }} nennen es", "Rund"),
        ("de", "Über {{ q.a }} nennen es", "Über {{ q.a }}"),
        ("de", "Häufiger als 2014", "Häufiger als"),
        ("en", "Named most often", "most"),
        ("en", "More than others", "More"),
        ("en", "About {{ q.a }} name it", "About {{ q.a }}"),
        ("en", "A third of them", "A third"),
        ("en", "Every second company", "Every second"),
        ("en", "Seven in ten", "Seven in ten"),
        ("en", "Privacy leads", "leads"),
    ],
)
def test_a_comparison_a_superlative_and_a_fraction_need_a_claim(language: str, words: str, found: str) -> None:
    fault = needs_claim(words, language)

    assert fault
    assert (fault.id, fault.message) == ("missing-claim", f'"{found}" compares, so the headline needs a claim')
    assert fault.location
    assert fault.location.column == words.index(found) + 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Informationen über Kunden"),
        ("de", "2016 nicht mehr gefragt"),
        ("de", "Rund um die Uhr erreichbar"),
        ("de", "Marketing als Abteilung"),
        ("de", "Bitkom Research führt die Befragung durch"),
        ("de", "Mehrfachnennungen waren möglich"),
        ("de", "49 Unternehmen und {{ q.a }}"),
        ("en", "Information about customers"),
        ("en", "No longer asked in 2016"),
        ("en", "Channels lead to customers"),
        ("en", "Headquarters and third parties"),
    ],
)
def test_words_that_look_alike_need_none(language: str, words: str) -> None:
    assert needs_claim(words, language) is None


def test_every_place_that_needs_a_claim_asks_for_it_once() -> None:
    many = {"de": "Die meisten", "en": "The most"}
    told = story(
        challenges(),
        finding("first", "challenges", many, annotations=[annotation(["privacy"], many)]),
        languages=("de", "en"),
        title=claim(many, line=5),
        messages=[message("first", "challenges.resources", many)],
    )

    messages = [fault.message for fault in faults(told)]

    assert messages == [
        f'"meisten" compares, so the {what} needs a claim' for what in ("title", "message", "annotation", "headline")
    ]


def test_a_comparison_in_the_second_language_alone_needs_a_claim_too() -> None:
    told = story(challenges(), title=claim({"de": "Titel", "en": "The most"}, line=5), languages=("de", "en"))

    (fault,) = faults(told, languages=("de",))

    assert fault.message == '"most" compares, so the title needs a claim'
    assert (
        fault.hint == "add holds: with the condition under which it is true, as in holds: leads(challenges.resources)"
    )
