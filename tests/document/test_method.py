"""The method's lists and the appendix' heading, counted from the data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.briefing.model.prose import Prose
from report.diagnostics import SourceText
from report.document.appendix import appendix
from report.document.method import method
from report.document.model import MethodSection
from report.document.model.nodes import Output
from report.document.model.tables import occurring
from report.language.dates import PartialDate
from report.survey.model import Fieldwork, Rest, Sample, Survey, Wording
from tests.builders import MULTIPLE, NOT_ASKED, plain, question, survey, wave
from tests.document.telling import briefing_of

TEAMS = question("teams", {"own": 49, "cross": 33, "everyone": 17}, rest=Rest.UNKNOWN, inferred=True)
GOALS = question("goals", {"awareness": 77, "service": 51, "nothing": None}, type=MULTIPLE, inferred=True)


def method_of(of: Survey) -> MethodSection:
    return method(briefing_of(of))


def known(of: Survey) -> dict[str, str]:
    return {fact.label.text.text: plain_blanks(fact.value.text) for fact in method_of(of).known}


def plain_blanks(text: Prose) -> str:
    return text.text.replace("\u00a0", " ")


def test_the_figures_and_questions_are_counted() -> None:
    assert known(survey(TEAMS, GOALS))["Umfang"] == "Anteile: 5, Fragen: 2 (2016)"


def test_shares_of_segments_are_counted_with_the_others() -> None:
    by_size = question("teams", {"own": 49}, segments={"size": {"small": {"own": 46}, "large": {"own": None}}})
    asked = survey(by_size, segments={"size": {"small": 310, "large": 120, "none": 5}})

    assert known(asked)["Umfang"] == "Anteile: 2, Fragen: 1 (2016)"
    assert appendix(briefing_of(asked)).headline.text.text == "Alle 2 veröffentlichten Anteile, 2016"


@pytest.mark.parametrize(("large", "n", "is_told"), [(57, 120, False), (None, 120, False), (57, None, True)])
def test_a_missing_number_of_a_segment_is_explained_where_it_stands(
    large: int | None, n: int | None, *, is_told: bool
) -> None:
    by_size = question("teams", {"own": 49}, segments={"size": {"small": {"own": 46}, "large": {"own": large}}})
    asked = survey(by_size, n=800, segments={"size": {"small": 310, "large": n}})

    assert ("n.\u00a0v. =" in appendix(briefing_of(asked)).source_with_signs.text.text) is is_told


def test_how_those_asked_were_chosen_is_told_in_both_languages() -> None:
    told = {
        sample: tuple(
            fact.value.text.text
            for language in ("de", "en")
            for fact in method(briefing_of(replace(survey(TEAMS), sample=sample), language=language)).known
            if fact.label.text.text in ("Auswahl", "Sample")
        )
        for sample in Sample
    }

    assert told == {
        Sample.RANDOM: ("Zufallsstichprobe", "random sample"),
        Sample.QUOTA: ("Quotenstichprobe", "quota sample"),
        Sample.PANEL: ("Mitglieder eines Panels", "members of a panel"),
        Sample.CENSUS: ("Vollerhebung", "census"),
        Sample.OPEN: ("offene Teilnahme", "open to everyone"),
    }
    assert "Auswahl" not in known(survey(TEAMS)), "nothing is said of what was not published"


def test_earlier_waves_are_told_beside() -> None:
    earlier = replace(TEAMS, figures={**TEAMS.figures, **question("teams", {}, earlier={"w2014": {"own": 35}}).figures})

    assert known(survey(earlier, waves=[wave("w2014"), wave("w2016")]))["Umfang"] == (
        "Anteile: 3, Fragen: 1 (2016), dazu Anteile aus früheren Wellen"
    )


def test_a_survey_that_states_everything_has_nothing_unknown() -> None:
    full = replace(
        survey(question("q", {"a": 60, "b": 40}, wording=Wording.EXACT), n=1204),
        fieldwork=Fieldwork(PartialDate(2016, 5, 2), PartialDate(2016, 5, 20)),
        mode=plain("telefonisch"),
        weighting=plain("nach Branche"),
        sponsor=SourceText("Verband"),
        rhythm="yearly",
    )

    assert known(full) == {
        "Herausgeber": "Bitkom; Befragung: Bitkom Research",
        "Auftraggeber": "Verband",
        "Befragte": "Marketingverantwortliche, n = 1.204",
        "Turnus": "jährlich",
        "Feldzeit": "2. bis 20. Mai 2016",
        "Erhebungsart": "telefonisch",
        "Gewichtung": "nach Branche",
        "Umfang": "Anteile: 2, Fragen: 1 (2016)",
    }
    assert method_of(full).unknown == ()


@pytest.mark.parametrize(("n_of_second", "said"), [(420, []), (None, ["Fallzahl (n) für „Q2“"])])
def test_an_n_that_questions_alone_have_is_not_said_to_be_unpublished(n_of_second: int | None, said: list[str]) -> None:
    asked = survey(question("q1", {"a": 51}, n=500), question("q2", {"a": 51}, n=n_of_second))

    unknown = [plain_blanks(each.text) for each in method_of(asked).unknown]
    assert [text for text in unknown if "(n)" in text] == said


GROUPS = {"size": {"small": {"a": 46}}}


@pytest.mark.parametrize(
    ("earlier", "base", "n", "said"),
    [
        ({"w2014": {"a": 40}}, None, 310, "Fallzahl (n) für 2014"),
        (None, "Firmen ohne Strategie", 310, "Fallzahl (n) für „Q2“"),
        (None, None, None, "Fallzahl (n) für „small“"),
        ({"w2014": {"a": 40}}, None, None, "Fallzahl (n) für einen Teil der Wellen und Gruppen"),
        (
            {"w2014": {"a": 40}},
            "Firmen ohne Strategie",
            None,
            "Fallzahl (n) für einen Teil der Wellen, Fragen und Gruppen",
        ),
    ],
)
def test_of_which_waves_questions_and_groups_n_was_not_published_is_told_in_one_line(
    earlier: dict[str, dict[str, int]] | None, base: str | None, n: int | None, said: str
) -> None:
    first = question("q1", {"a": 51}, segments=GROUPS, earlier=earlier)
    asked = survey(
        first,
        question("q2", {"a": 51}, base=base),
        n=800,
        segments={"size": {"small": n}},
        waves=[*([wave("w2014")] if earlier else []), wave("w2016")],
    )

    unknown = [plain_blanks(each.text) for each in method_of(asked).unknown]
    assert [text for text in unknown if text.startswith("Fallzahl")] == [said]


def test_a_question_that_lacks_the_n_of_groups_alone_has_its_own() -> None:
    counted = question("q1", {"a": 51}, segments=GROUPS)
    filtered = replace(question("q2", {"a": 51}, segments=GROUPS, base="Firmen mit Strategie"), n=500)
    asked = survey(counted, filtered, n=800, segments={"size": {"small": 310}})

    unknown = [plain_blanks(each.text) for each in method_of(asked).unknown]
    assert [text for text in unknown if text.startswith("Fallzahl")] == ["Fallzahl (n) für einen Teil der Gruppen"]


def test_many_questions_without_n_are_counted() -> None:
    asked = survey(*(question(f"q{number}", {"a": 51}, base="Firmen mit Strategie") for number in range(3)), n=800)

    assert "Fallzahl (n) für 3 Fragen" in [plain_blanks(each.text) for each in method_of(asked).unknown]


def test_what_was_not_published_is_listed() -> None:
    waves = [wave("w2014"), wave("w2015", published=False), wave("w2016")]

    assert [plain_blanks(each.text) for each in method_of(survey(TEAMS, GOALS, waves=waves)).unknown] == [
        "Zahl der Befragten (n)",
        "Zeitraum der Befragung",
        "Erhebungsart",
        "Wortlaut der Fragen",
        "Anteile für 2015",
        "Rest zu 100 % bei „Teams“",
    ]


def test_a_wave_that_was_not_published_is_named_as_grammar_asks() -> None:
    waves = [
        wave("first", "2014-11-10", published=False), wave("second", "2014-12", published=False),
        wave("w2015", "2015-02-01", published=False), wave("w2016"),
    ]  # fmt: skip

    texts = [plain_blanks(each.text) for each in method_of(survey(TEAMS, waves=waves)).unknown]

    assert "Anteile für den 10. November 2014, Dezember 2014 und 2015" in texts


def test_published_waves_are_listed_where_there_are_several() -> None:
    waves = [wave("w2013"), wave("w2014"), wave("w2015", published=False), wave("w2016")]

    assert known(survey(TEAMS, waves=waves))["Wellen"] == "2013, 2014 und 2016"
    assert "Wellen" not in known(survey(TEAMS))


def test_a_rest_that_is_known_to_be_no_answer_is_no_gap() -> None:
    assert "Rest" not in "".join(
        each.text.text for each in method_of(survey(replace(TEAMS, rest=Rest.NO_ANSWER))).unknown
    )


def test_an_institute_of_the_same_name_is_not_named_twice() -> None:
    assert known(survey(TEAMS, institute="Bitkom"))["Herausgeber"] == "Bitkom"


def test_the_source_says_from_which_sums_the_modes_were_inferred() -> None:
    linked = replace(survey(TEAMS, GOALS), link=SourceText("https://example.org/teams"))
    found = method_of(linked)

    topic, base = found.source.halves
    assert plain_blanks(topic) == (
        "Einfachnennung: Teams 99 % · Mehrfachnennungen: Goals 128 % (aus den Summen erschlossen)"
    )
    assert base.text.endswith("Quelle: Bitkom Research, Juni 2016, https://example.org/teams")


def test_a_note_without_room_for_anything_else_still_says_who_was_asked() -> None:
    found = method_of(survey(TEAMS, GOALS)).source

    last = found.forms[-1]
    assert last.topic == ()
    assert last.base[0] == found.base[0]
    assert last.base[-1].text == "Quellen in den Notizen zur Folie"


def test_the_appendix_counts_the_figures_of_the_current_wave() -> None:
    found = appendix(briefing_of(survey(TEAMS, GOALS)))

    assert found.headline.text.text == "Alle 5 veröffentlichten Anteile, 2016"


def test_the_appendix_of_several_waves_says_so_and_each_output_explains_the_signs_that_it_shows() -> None:
    teams = question(
        "teams",
        {"own": 49, "department": NOT_ASKED},
        earlier={"w2014": {"own": 35}},
        breaks=[("w2014", "w2016", "geändert")],
    )
    found = appendix(briefing_of(survey(teams, waves=[wave("w2014"), wave("w2016")])))

    assert found.headline.text.text == "1 Anteil von 2016 und frühere Wellen"
    topic, base = found.source.halves
    assert plain_blanks(topic) == "Einfachnennung: Teams; Fragewortlaut nicht veröffentlicht"
    assert base.text.endswith("Quelle: Bitkom Research, 2014, Juni 2016")
    assert [text.text.replace("\u00a0", " ") for text in occurring(found.signs, found.tables_in(Output.DECK))] == [
        "n. v. = nicht veröffentlicht",
        "– = nicht abgefragt",
        "// = eingeschränkt vergleichbar",
    ]
    assert plain_blanks(found.source_with_signs.halves[0]) == (
        "n. v. = nicht veröffentlicht · – = nicht abgefragt · // = eingeschränkt vergleichbar"
        " · Einfachnennung: Teams; Fragewortlaut nicht veröffentlicht"
    )


def test_a_survey_with_exact_wording_and_all_figures_needs_no_signs() -> None:
    whole = survey(question("q", {"a": 60, "b": 40}, wording=Wording.EXACT))

    assert appendix(briefing_of(whole)).source.halves[0].text == "Einfachnennung: Q"
