"""Claims: each verdict, the words of a failure, and where a text must have one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.briefing.claims import Claimable, judge, missing_claim
from report.briefing.facts import Facts
from report.briefing.story import FreeSlideStory
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
    wave,
)


def challenges(privacy: int = 47) -> Survey:
    return survey(question("challenges", {"resources": 51, "privacy": privacy}, type=MULTIPLE))


def needs_claim(words: str, language: str = "de") -> Diagnostic | None:
    facts = Facts(challenges(), tabulated(challenges()), load(language))
    said = Claimable(texts=[text({language: words})], languages=[load(language)], facts=facts)
    return missing_claim(said, "headline")


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
        "  leads(challenges.resources) is false: challenges.privacy has 55 %, resources 51 %\n"
        "  hint: change the text and its claim; --allow-failed-claims builds a draft all the same and stamps it"
    )


def test_an_english_build_tells_the_same_failure_as_a_german_one() -> None:
    failing = finding("first", "challenges", {"de": "Deutsch", "en": "English"}, "challenges.resources > 60")
    told = story(challenges(), failing, languages=("de", "en"))

    assert faults(told, languages=("en",)) == faults(told, languages=("de",))


TOLD_OF = survey(
    question("teams", {"own": 49, "cross": 33}, earlier={"w2013": {"own": 24}}),
    question("goals", {"awareness": 77, "experts": 72, "service": 21}, type=MULTIPLE),
    waves=[wave("w2013"), wave("w2016")],
)


@pytest.mark.parametrize(
    ("holds", "told"),
    [
        (
            "leads(goals.awareness) and 19 <= goals.service < 20",
            ["goals.service < 20 is false: goals.service has 21 %"],
        ),
        (
            "leads(goals.service) or goals.service >= 30",
            [
                "leads(goals.service) is false: goals.awareness has 77 %, experts 72 %, service 21 %",
                "goals.service >= 30 is false: goals.service has 21 %",
            ],
        ),
        ("not leads(goals.awareness)", ["leads(goals.awareness) is true: goals.experts has 72 %, awareness 77 %"]),
        (
            "not (goals.service > 20 and goals.experts > 70)",
            [
                "goals.service > 20 is true: goals.service has 21 %",
                "goals.experts > 70 is true: goals.experts has 72 %",
            ],
        ),
        (
            "not (goals.service > 30 or goals.experts > 70)",
            ["goals.experts > 70 is true: goals.experts has 72 %"],
        ),
        (
            "rank(goals.experts) == 1",
            ["rank(goals.experts) == 1 is false: rank(goals.experts) is 2, goals.awareness has 77 %, experts 72 %"],
        ),
        (
            "teams.own >= 3 * teams.own.w2013",
            [
                "teams.own >= 3 * teams.own.w2013 is false: "
                "teams.own has 49 %, 3 * teams.own.w2013 is 72 %, own.w2013 24 %"
            ],
        ),
        (
            "teams.own - teams.own.w2013 > 30",
            [
                "teams.own - teams.own.w2013 > 30 is false: "
                "teams.own - teams.own.w2013 is 25 percentage points, teams.own has 49 %, own.w2013 24 %"
            ],
        ),
        (
            "teams.own / 3 == 16",
            ["teams.own / 3 == 16 is false: teams.own / 3 is 16.33 %, teams.own has 49 %"],
        ),
        (
            "teams.own > goals.service > goals.experts",
            ["goals.service > goals.experts is false: goals.service has 21 %, experts 72 %"],
        ),
        (
            "teams.own > goals.experts",
            ["teams.own > goals.experts is false: teams.own has 49 %, goals.experts has 72 %"],
        ),
    ],
)
def test_a_failed_claim_is_taken_apart_down_to_what_fails(holds: str, told: list[str]) -> None:
    verdict = judge(source(holds), Facts(TOLD_OF, tabulated(TOLD_OF), load("de")))

    assert verdict.is_true is False
    assert list(verdict.failing) == told


def test_numbers_in_a_failure_have_their_printed_decimals() -> None:
    printed = survey(question("q", {"a": "51.50", "b": "20"}))

    (fault,) = faults(story(printed, title=claim("Titel", "q.a < q.b", line=5)))

    assert fault.notes == ("q.a < q.b is false: q.a has 51.50 %, b 20.00 %",)


def test_a_long_list_of_numbers_is_cut() -> None:
    many = survey(question("q", {f"a{number}": 99 - number for number in range(15)}, type=MULTIPLE))

    (fault,) = faults(story(many, title=claim("Titel", "leads(q.a14)", line=5)))

    (note,) = fault.notes
    assert note.startswith("leads(q.a14) is false: q.a0 has 99 %, a1 98 %, ")
    assert note.endswith(", a11 88 % and 3 more")


COMPARED = st.sampled_from(["goals.awareness", "goals.service", "teams.own", "teams.cross", "49", "100"])
CONDITIONS = st.recursive(
    st.builds("{} {} {}".format, COMPARED, st.sampled_from(["<", ">", "==", "!="]), COMPARED)
    | st.sampled_from(["leads(teams.own)", "leads(teams.cross)", "rank(goals.service) == 3"]),
    lambda parts: (
        st.builds("({} {} {})".format, parts, st.sampled_from(["and", "or"]), parts) | parts.map("not {}".format)
    ),
    max_leaves=4,
)


@given(CONDITIONS)
def test_whatever_fails_has_a_part_that_is_told_and_each_part_stands_as_it_says(holds: str) -> None:
    facts = Facts(TOLD_OF, tabulated(TOLD_OF), load("de"))

    verdict = judge(source(holds), facts)

    assert bool(verdict.failing) is (verdict.is_true is False)
    for told in verdict.failing:
        part, stands = re.split(" is (?=true: |false: )", told.split(": ")[0] + ": ")
        assert judge(source(part), facts).is_true is (stands == "true: ")


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
        ("de", "Bekanntheit ist das am häufigsten genannte Ziel", "am häufigsten"),
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


TWO_WAVES = survey(
    question("fruit", {"cherry": 42, "apple": 30, "pear": 30, "plum": 12}, type=MULTIPLE,
             earlier={"w2014": {"cherry": 35, "apple": 30, "plum": 20}}),
    question("tea", {"green": 55, "black": 55, "white": 5}, type=MULTIPLE),
    waves=[wave("w2014"), wave("w2016")],
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words", "claim"),
    [
        ("en", "{{ fruit.plum }} of plums fell from {{ fruit.plum.w2014 }}", "fruit.plum < fruit.plum.w2014"),
        ("en", "Cherries rose to {{ fruit.cherry }}", "fruit.cherry > fruit.cherry.w2014"),
        ("en", "Apples are unchanged at {{ fruit.apple }}", "tied(fruit.apple, fruit.apple.w2014)"),
        ("en", "Cherries rose", "fruit.cherry > fruit.cherry.w2014"),
        ("en", "{{ fruit.apple }} and {{ fruit.pear }} are tied", "tied(fruit.apple, fruit.pear)"),
        ("en", "{{ fruit.cherry }} lead", "leads(fruit.cherry)"),
        ("en", "{{ fruit.apple }} come second", "rank(fruit.apple) == 2"),
        ("en", "{{ fruit.plum }} name plums, the fewest", "last(fruit.plum)"),
        ("en", "Most named: {{ tea.black }}", "rank(tea.black) == 1"),
        ("en", "{{ fruit.plum }} are fewer than {{ fruit.pear }}", "fruit.plum < fruit.pear"),
        ("en", "Barely {{ fruit.cherry }}", "fruit.cherry < 50"),
        ("de", "{{ fruit.plum }} fallen um {{ fruit.plum.w2014 - fruit.plum }}", "fruit.plum < fruit.plum.w2014"),
        ("de", "Kirschen steigen auf {{ fruit.cherry }}", "fruit.cherry > fruit.cherry.w2014"),
        ("de", "Äpfel bleiben stabil bei {{ fruit.apple }}", "tied(fruit.apple, fruit.apple.w2014)"),
        ("de", "{{ fruit.apple }} und {{ fruit.pear }} liegen gleichauf", "tied(fruit.apple, fruit.pear)"),
        ("de", "{{ tea.green }} am häufigsten", "rank(tea.green) == 1"),
        ("de", "Kirschen am häufigsten", "leads(fruit.cherry)"),
        ("de", "{{ fruit.cherry }} häufiger als {{ fruit.pear }}", "fruit.cherry > fruit.pear"),
        ("de", "Mehr als die Hälfte: {{ tea.green }}", "tea.green > 50"),
    ],
)
def test_the_claim_that_is_offered_is_of_the_kind_of_the_words_and_true(language: str, words: str, claim: str) -> None:
    facts = Facts(TWO_WAVES, tabulated(TWO_WAVES), load(language))
    fault = missing_claim(
        Claimable(texts=[text({language: words})], languages=[load(language)], facts=facts), "headline"
    )

    assert fault
    assert fault.hint == f"add holds: with the condition under which it is true, as in holds: {claim}"
    assert judge(source(claim), facts).is_true


@pytest.mark.parametrize(
    ("language", "words", "claim"),
    [
        ("de", "Die Mehrheit", "{} > 50"),
        ("de", "Eine Minderheit", "{} < 50"),
        ("de", "Die Hälfte", "45 <= {} <= 55"),
        ("de", "Knapp die Hälfte", "45 <= {} < 50"),
        ("de", "Fast jeder Zweite", "45 <= {} < 50"),
        ("de", "Mehr als ein Drittel", "{} > 33"),
        ("de", "Jede Dritte", "28 <= {} <= 38"),
        ("de", "Jeder 3. nennt es", "28 <= {} <= 38"),
        ("de", "Zwei Drittel", "62 <= {} <= 72"),
        ("de", "Rund ein Viertel", "20 <= {} <= 30"),
        ("de", "Weniger als ein Fünftel", "{} < 20"),
        ("de", "Neun von zehn", "85 <= {} <= 95"),
        ("de", "Alle nennen es", "{} > 95"),
        ("de", "Fast alle", "{} > 90"),
        ("de", "Kaum jemand", "{} < 10"),
        ("en", "A majority", "{} > 50"),
        ("en", "Half of them", "45 <= {} <= 55"),
        ("en", "Just under half", "45 <= {} < 50"),
        ("en", "Over a third", "{} > 33"),
        ("en", "Every third company", "28 <= {} <= 38"),
        ("en", "Two thirds", "62 <= {} <= 72"),
        ("en", "A quarter of them", "20 <= {} <= 30"),
        ("en", "Three-quarters", "70 <= {} <= 80"),
        ("en", "Fewer than one in five", "{} < 20"),
        ("en", "Nine in ten", "85 <= {} <= 95"),
        ("en", "Everyone agrees", "{} > 95"),
        ("en", "Almost all", "{} > 90"),
        ("en", "Hardly anyone", "{} < 10"),
    ],
)
@pytest.mark.parametrize(("figure", "name"), [("", "fruit.cherry"), (" with {{ fruit.plum }}", "fruit.plum")])
def test_the_claim_that_is_offered_for_an_amount_is_the_bound_that_the_words_mean(
    language: str, words: str, claim: str, figure: str, name: str
) -> None:
    facts = Facts(TWO_WAVES, tabulated(TWO_WAVES), load(language))
    said = Claimable(texts=[text({language: words + figure})], languages=[load(language)], facts=facts)

    fault = missing_claim(said, "headline")

    assert fault
    assert fault.hint == f"add holds: with the condition under which it is true, as in holds: {claim.format(name)}"
    assert judge(source(claim.format(name)), facts).is_true is not None


@pytest.mark.parametrize(("language", "words"), [("de", "Weniger nennen es"), ("en", "More people name it")])
def test_more_and_less_of_no_figure_are_offered_a_comparison(language: str, words: str) -> None:
    facts = Facts(TWO_WAVES, tabulated(TWO_WAVES), load(language))
    fault = missing_claim(
        Claimable(texts=[text({language: words})], languages=[load(language)], facts=facts), "headline"
    )

    assert fault
    assert fault.hint
    assert fault.hint.endswith("as in holds: fruit.cherry > fruit.apple")


@pytest.mark.parametrize(
    ("words", "holds", "found", "offered"),
    [
        ({"en": "Plums fell to {{ fruit.plum }}"}, "last(fruit.plum)", "fell to", "fruit.plum < fruit.plum.w2014"),
        (
            {"de": "Kirschen steigen", "en": "Cherries lead"},
            "leads(fruit.cherry)",
            "steigen",
            "fruit.cherry > fruit.cherry.w2014",
        ),
        ({"en": "Plums fell to {{ fruit.plum }}"}, "fruit.plum < fruit.plum.w2014", None, None),
        ({"en": "Cherries lead"}, "leads(fruit.cherry)", None, None),
    ],
)
def test_a_change_with_a_claim_that_compares_no_two_waves_is_a_warning(
    words: dict[str, str], holds: str, found: str | None, offered: str | None
) -> None:
    told = story(
        TWO_WAVES,
        finding("f", "fruit", words, holds=holds, body=dict.fromkeys(words, "Text.")),
        title=claim(dict.fromkeys(words, "Title")),
        messages=[message("f", "fruit.cherry", dict.fromkeys(words, "say so"))],
        languages=tuple(words),
    )

    warnings = [fault for fault in faults(told, languages=tuple(words)) if fault.id == "change-not-claimed"]

    assert all(fault.severity is Severity.WARNING for fault in warnings)
    assert {(fault.message, fault.hint) for fault in warnings} == (
        {
            (
                f'"{found}" tells a change, and its claim compares no two waves or groups',
                f"hold one against the other, as in holds: {offered}",
            )
        }
        if found
        else set()
    )


@pytest.mark.parametrize(
    ("words", "question_words", "is_told"),
    [("Green rose", "Which tea?", True), ("Green rose", "What do you drink more often than before?", False)],
)
def test_a_change_of_a_question_of_one_wave_is_a_warning_but_where_it_asks_for_one(
    words: str, question_words: str, is_told: bool
) -> None:
    asked = survey(question("tea", {"green": 60, "black": 40}, label=question_words))

    found = faults(story(asked, finding("f", "tea", words, holds="tea.green > 50"), languages=["en"]))

    message = '"rose" tells a change, and of what its claim is of there is one wave alone'
    assert [fault.message for fault in found] == ([message] if is_told else [])


@pytest.mark.parametrize(
    ("language", "words", "claim"),
    [
        ("en", "Twice as many name {{ fruit.cherry }} as {{ fruit.plum }}", "fruit.cherry >= 2 * fruit.plum"),
        ("en", "{{ fruit.plum }} are half as many as {{ fruit.apple }}", "fruit.plum <= 0.5 * fruit.apple"),
        ("en", "Four times as many of one", "fruit.cherry >= 4 * fruit.tiny"),
        ("en", "Plums nearly halved", "fruit.plum <= 0.55 * fruit.plum.w2014"),
        ("de", "Doppelt so viele für die eine", "fruit.cherry >= 2 * fruit.plum"),
        ("de", "Mehr als dreimal so viele: {{ fruit.cherry }}", "fruit.cherry >= 3 * fruit.plum"),
        ("de", "Anderthalbmal so viele: {{ fruit.pear }}", "fruit.pear >= 1.5 * fruit.plum"),
    ],
)
def test_a_multiple_is_offered_a_claim_of_the_two_figures_of_which_it_is_true(
    language: str, words: str, claim: str
) -> None:
    facts = Facts(MULTIPLIED, tabulated(MULTIPLIED), load(language), about="fruit")
    fault = missing_claim(
        Claimable(texts=[text({language: words})], languages=[load(language)], facts=facts), "headline"
    )

    assert fault
    assert fault.hint == f"add holds: with the two figures that it compares, as in holds: {claim}"
    assert judge(source(claim), facts).is_true


MULTIPLIED = survey(
    question("fruit", {"cherry": 42, "apple": 30, "pear": 30, "plum": 11, "tiny": 2}, type=MULTIPLE,
             earlier={"w2014": {"cherry": 35, "apple": 30, "plum": 20}}),
    waves=[wave("w2014"), wave("w2016")],
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words", "among"),
    [
        ("de", "Doppelt so viele wie vor zwei Jahren", 'no figure of "fruit" and its earlier waves'),
        ("de", "Die Nennungen haben sich verdoppelt", 'no figure of "fruit" and its earlier waves'),
        ("en", "Ten times as many in 2016", 'no figure of "fruit" and its earlier waves'),
        ("en", "{{ fruit.plum }} are ten times as many", 'no figure of "fruit"'),
        ("en", "{{ fruit.cherry }} are twice as many as {{ fruit.pear }}", "of fruit.cherry and fruit.pear none"),
    ],
)
def test_a_multiple_that_is_true_of_no_figures_is_offered_no_claim(language: str, words: str, among: str) -> None:
    facts = Facts(MULTIPLIED, tabulated(MULTIPLIED), load(language), about="fruit")
    fault = missing_claim(
        Claimable(texts=[text({language: words})], languages=[load(language)], facts=facts), "headline"
    )

    assert fault
    assert fault.hint == f"{among} is so many times another, so no claim makes it true: word what the figures show"


@pytest.mark.parametrize(
    ("words", "holds", "found"),
    [
        ("Doppelt so viele für die Kirsche", "fruit.cherry > 40", "Doppelt so viele"),
        ("Doppelt so viele für die Kirsche", "fruit.cherry > 40 and fruit.plum < 20", "Doppelt so viele"),
        ("Doppelt so viele für die Kirsche", "leads(fruit.cherry)", "Doppelt so viele"),
        ("Kirschen verdoppelt", "fruit.cherry > fruit.cherry.w2014", "verdoppelt"),
        ("Doppelt so viele für die Kirsche", "fruit.cherry > fruit.plum", None),
        ("Doppelt so viele für die Kirsche", "fruit.cherry >= 2 * fruit.plum", None),
        ("Doppelt so viele für die Kirsche", "ratio(fruit.cherry, fruit.plum) >= 2", None),
        ("Fast doppelt so viele für die Kirsche", "fruit.cherry / fruit.plum > 1.9", None),
    ],
)
def test_a_multiple_is_not_made_true_by_a_claim_that_says_it_of_no_two_figures(
    words: str, holds: str, found: str | None
) -> None:
    told = story(
        MULTIPLIED,
        finding("f", "fruit", {"de": words}, holds=holds, body={"de": "Text."}),
        title=claim({"de": "Titel"}),
        messages=[message("f", "fruit.cherry", {"de": "sagen es"})],
    )

    told_of = [fault.message for fault in faults(told) if fault.id == "multiple-not-claimed"]

    said = f'"{found}" says how many times one figure is another, and its claim says it of no two'
    assert told_of == ([said] if found else [])


@pytest.mark.parametrize(("language", "words"), [("de", "Äpfel und Birnen gleichauf"), ("en", "Two are tied")])
def test_a_tie_of_no_figures_is_offered_an_example_of_a_tie(language: str, words: str) -> None:
    facts = Facts(TWO_WAVES, tabulated(TWO_WAVES), load(language), about="tea")
    fault = missing_claim(
        Claimable(texts=[text({language: words})], languages=[load(language)], facts=facts), "headline"
    )

    assert fault
    assert fault.hint
    assert fault.hint.endswith("as in holds: tied(tea.green, tea.black)")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Informationen über Kunden"),
        ("de", "2016 nicht mehr gefragt"),
        ("de", "Rund um die Uhr erreichbar"),
        ("de", "Marketing als Abteilung"),
        ("de", "Mehr zum Thema: {{ q.a }} nennen das Internet"),
        ("de", "Die größte Überraschung: {{ q.a }}"),
        ("de", "Was die meisten nicht wissen: {{ q.a }}"),
        ("de", "Fernsehen bleibt für {{ q.a }} die wichtigste Quelle"),
        ("de", "{{ q.a }} nennen das Fernsehen als ihre wichtigste Quelle"),
        ("en", "{{ q.a }} name television as their most important source"),
        ("en", "For {{ q.a }}, television is the most important source"),
        ("en", "Read more: {{ q.a }} name the internet"),
        ("en", "More on this: {{ q.a }} name the internet"),
        ("en", "Less is more"),
        ("en", "A majority of one"),
        ("en", "What about {{ q.a }}?"),
        ("en", "{{ q.a }} grew up with the internet"),
        ("en", "Breaking news leads {{ q.a }} to the internet"),
        ("en", "The other half of the story: {{ q.a }}"),
        ("en", "{{ q.a }} name it, no less"),
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


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("de", "Mit {{ q.a }} ist das Fernsehen die wichtigste Quelle", "wichtigste"),
        ("de", "Die größte Sorge", "größte"),
        ("de", "Für viele ist das Fernsehen die wichtigste Quelle", "wichtigste"),
        ("en", "At {{ q.a }}, television is the most important source", "most"),
        ("de", "Ihre häufigste Antwort ist das Fernsehen", "häufigste"),
        ("en", "Their most frequent answer is television", "most"),
        ("en", "The other half of the users", "half"),
        ("en", "Teenagers read more", "more"),
        ("en", "More read news", "More"),
        ("en", "Half of the users", "Half"),
        ("en", "No less than {{ q.a }}", "less"),
        ("en", "Radio leads", "leads"),
        ("en", "The share grew", "grew"),
    ],
)
def test_the_same_words_that_do_compare_need_one(language: str, words: str, found: str) -> None:
    fault = needs_claim(words, language)

    assert fault
    assert fault.message.startswith(f'"{found}" compares')


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


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        (
            "The price tripled in 2022",
            "add holds: with the condition under which it is true; a fact from elsewhere stands in the `text` of the "
            "slide, or in a statement of `kind: literal` with its `speaker`",
        ),
        (
            "Resources lead with {{ challenges.resources }}",
            "add holds: with the condition under which it is true, as in holds: leads(challenges.resources)",
        ),
    ],
)
def test_on_a_free_slide_no_unrelated_claim_is_offered_for_a_fact_from_elsewhere(title: str, hint: str) -> None:
    slide = FreeSlideStory(after=None, headline=claim({"en": title}, line=5))
    told = replace(story(challenges(), languages=("en",)), slides=(slide,))

    (fault,) = faults(told, languages=("en",))

    assert (fault.id, fault.hint) == ("missing-claim", hint)


def test_a_fact_from_elsewhere_with_a_claim_of_other_figures_is_sent_elsewhere_too() -> None:
    unrelated = claim({"en": "The price tripled in 2022"}, "leads(challenges.resources)", line=5)
    told = replace(story(challenges(), languages=("en",)), slides=(FreeSlideStory(after=None, headline=unrelated),))

    (fault,) = faults(told, languages=("en",))

    assert fault.id == "multiple-not-claimed"
    assert fault.hint == (
        "word what the figures show; a fact from elsewhere stands in the `text` of the slide, or in a statement of "
        "`kind: literal` with its `speaker`"
    )
