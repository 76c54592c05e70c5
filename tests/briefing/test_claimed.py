"""A claim is held against its words: it is of what they speak of, and stands the way round that they say."""

from __future__ import annotations

import pytest

from report.survey.model import AnswerRole
from tests.briefing.telling import faults
from tests.builders import MULTIPLE, finding, question, story, survey, wave

NEWS = survey(
    question(
        "main",
        {"tv": 41, "net": 42, "radio": 9, "none": 8},
        topic={"de": "Hauptquelle", "en": "Main source"},
        label={"de": "Woher haben Sie Neues?", "en": "Where do you get news from?"},
        labels={
            "tv": {"de": "Fernsehen", "en": "Television"},
            "net": {"de": "Internet", "en": "Internet"},
            "radio": {"de": "Radio", "en": "Radio"},
            "none": {"de": "Nichts davon", "en": "Nothing of these"},
        },
        roles={"none": AnswerRole.NONE},
        earlier={"w2013": {"tv": 45, "net": 30, "radio": 15}, "w2014": {"tv": 43, "net": 39, "radio": 11}},
        segments={"sex": {"women": {"tv": 43, "net": 39, "radio": 10}, "men": {"tv": 39, "net": 45, "radio": 8}}},
    ),
    waves=[wave("w2013"), wave("w2014"), wave("w2016")],
    segments={"sex": {"women": 500, "men": 500}},
)
FOUND = (
    "claim-of-others", "claim-turned", "empty-claim", "place-not-claimed", "other-answer-named", "other-wave-named",
    "other-group-named", "change-not-claimed", "multiple-not-claimed", "missing-claim", "amount-not-claimed",
    "not-the-first", "majority-not-claimed", "equality-not-claimed", "significance-not-claimed",
)  # fmt: skip


def told(language: str, headline: str, holds: str | None) -> list[str]:
    """What is found of that kind in a headline of one language."""
    found = faults(story(NEWS, finding("f", "main", headline, holds), cover="main.net", languages=[language]))
    return [str(fault.id) for fault in found if fault.id in FOUND]


@pytest.mark.parametrize(
    ("language", "headline", "holds", "found"),
    [
        # true whatever the survey says
        ("en", "Radio is the largest", "1 > 0", "empty-claim"),
        ("en", "Radio is the largest", "main.radio >= 0", "empty-claim"),
        ("en", "Radio is the largest", "100 >= main.radio and 2 < 3", "empty-claim"),
        # of another answer, group or wave
        ("de", "Die meisten nennen das Radio", "leads(main.net)", "claim-of-others"),
        ("de", "Am häufigsten genannt: das Radio", "leads(main.net)", "claim-of-others"),
        ("de", "Mit {{ main.tv }} ist das Fernsehen die wichtigste Quelle", "leads(main.net)", "claim-of-others"),
        ("de", "Das Fernsehen ist gestiegen", "main.net > main.net.w2014", "claim-of-others"),
        ("de", "Das Internet liegt auf Platz drei", "rank(main.radio) == 3", "claim-of-others"),
        ("en", "Most name radio", "leads(main.net)", "claim-of-others"),
        ("en", "Most men name the internet", "leads(main.net)", "majority-not-claimed"),
        ("en", "In 2013 most named the internet", "leads(main.net)", "claim-of-others"),
        ("de", "Das Internet steigt gegenüber 2014", "main.net > main.net.w2013", "claim-of-others"),
        # the other way round
        ("de", "Das Internet sinkt auf {{ main.net }}", "main.net > main.net.w2014", "claim-turned"),
        ("de", "Das Fernsehen steigt auf {{ main.tv }}", "main.tv < main.tv.w2014", "claim-turned"),
        ("de", "Das Internet verliert, das Fernsehen gewinnt", "main.tv < main.tv.w2014", "claim-turned"),
        ("en", "The internet fell to {{ main.net }}", "main.net > main.net.w2014", "claim-turned"),
        ("de", "Das Radio liegt vor dem Internet", "main.net > main.radio", "claim-turned"),
        ("de", "Mehr nennen das Fernsehen als das Internet", "main.net > main.tv", "claim-turned"),
        ("de", "Seltener wird das Internet genannt als das Radio", "main.net > main.radio", "claim-turned"),
        ("en", "Radio beats the internet", "main.net > main.radio", "claim-turned"),
        ("en", "Women name the internet more often than men", "main.net.sex.men > main.net.sex.women", "claim-turned"),
        # less, or more, than in another wave
        ("de", "Das Internet seltener als 2014", "main.net > main.net.w2014", "claim-turned"),
        (
            "de",
            "Weniger nennen das Internet als noch im Jahr 2014",
            "main.net > main.net.w2014",
            "claim-turned",
        ),
        ("de", "Weniger nennen das Internet als vor zwei Jahren", "main.net > main.net.w2014", "claim-turned"),
        ("de", "Immer weniger nennen das Internet", "main.net > main.net.w2014", "claim-turned"),
        ("de", "Mehr nannten 2016 das Fernsehen als 2013", "main.tv < main.tv.w2013", "claim-turned"),
        ("de", "Mehr nannten 2013 das Internet als 2016", "main.net > main.net.w2013", "claim-turned"),
        ("en", "Fewer name the internet than in 2014", "main.net > main.net.w2014", "claim-turned"),
        ("en", "The internet is named less often than two years ago", "main.net > main.net.w2014", "claim-turned"),
        ("en", "Fewer and fewer name the internet", "main.net > main.net.w2014", "claim-turned"),
        # no change
        ("de", "Das Internet bleibt stabil bei {{ main.net }}", "main.net > main.net.w2014", "claim-turned"),
        ("de", "Das Internet stagniert", "main.net > main.net.w2013", "claim-turned"),
        ("de", "Das Internet: unverändert", "main.net - main.net.w2013 > 10", "claim-turned"),
        ("de", "Das Fernsehen bleibt gleich", "3 < main.tv.w2013 - main.tv", "claim-turned"),
        ("en", "The internet remains the same", "main.net > main.net.w2014", "claim-turned"),
        ("en", "Television is flat", "main.tv < main.tv.w2013", "claim-turned"),
        ("en", "The internet levels off", "main.net - main.net.w2013 >= 10", "claim-turned"),
        # another place
        ("de", "Radio auf Platz zwei", "rank(main.radio) == 3", "claim-turned"),
        ("de", "Das Radio steht an zweiter Stelle", "rank(main.radio) == 3", "claim-turned"),
        ("de", "Das Radio ist die zweitwichtigste Quelle", "3 == rank(main.radio)", "claim-turned"),
        ("de", "Fernsehen auf Rang 3", "rank(main.tv) == 2", "claim-turned"),
        ("en", "Radio comes second", "rank(main.radio) == 3", "claim-turned"),
        ("en", "Radio is in second place", "rank(main.radio) == 3", "claim-turned"),
        ("en", "Television is the third most important source", "rank(main.tv) == 2", "claim-turned"),
        # denied
        ("de", "Das Internet ist nicht die Nummer eins", "leads(main.net)", "claim-turned"),
        ("de", "Das Internet führt nicht", "rank(main.net) == 1", "claim-turned"),
        ("de", "Das Internet wird nicht am häufigsten genannt", "leads(main.net)", "claim-turned"),
        ("en", "The internet is no longer number one", "leads(main.net)", "claim-turned"),
        ("en", "The internet does not lead", "leads(main.net)", "claim-turned"),
        ("en", "The internet isn’t the most important source", "leads(main.net)", "claim-turned"),
        ("de", "Das Internet wird nicht häufiger genannt als das Radio", "main.net > main.radio", "claim-turned"),
        ("en", "The internet is not more popular than radio", "main.net > main.radio", "claim-turned"),
        ("en", "The internet no longer beats radio", "main.net > main.radio", "claim-turned"),
        ("en", "Radio is no less popular than the internet", "main.net > main.radio", "claim-turned"),
        ("de", "Das Internet wird nicht häufiger genannt als 2014", "main.net > main.net.w2014", "claim-turned"),
        ("de", "Das Fernsehen wird von keiner Quelle übertroffen", "main.tv > main.radio", "not-the-first"),
        ("de", "Keine Quelle ist bekannter als das Fernsehen", "main.tv > main.radio", "not-the-first"),
        # compares with nothing
        ("de", "Am häufigsten wird das Radio genannt", "main.radio > 5", "place-not-claimed"),
        ("en", "Radio leads", "main.radio > 5", "place-not-claimed"),
        # first beside some alone
        ("de", "Am häufigsten wird das Fernsehen genannt", "main.tv > main.radio", "not-the-first"),
        ("en", "Television is named most often", "main.tv > main.radio", "not-the-first"),
        (
            "en",
            "The internet is named least often",
            "main.net < main.tv + 5 and main.radio > main.none",
            "not-the-first",
        ),
        ("de", "Das Radio liegt an erster Stelle", "main.radio < main.tv", "not-the-first"),
        ("de", "Das Radio wird am häufigsten genannt", "last(main.radio)", "not-the-first"),
        # another amount
        ("de", "Die Mehrheit nennt das Fernsehen", "main.tv > 40", "majority-not-claimed"),
        ("de", "Zwei Drittel nennen das Radio", "main.radio > 5", "amount-not-claimed"),
        ("en", "More than half, {{ main.net }}, name the internet", "main.net < 50", "amount-not-claimed"),
        ("en", "Nearly half name radio", "main.radio > 5", "amount-not-claimed"),
        ("de", "Zwei Fünftel, also die Mehrheit, nennen das Internet", "main.net > 40", "majority-not-claimed"),
        ("en", "Two fifths name the internet; a half of them does", "main.net > 40", "amount-not-claimed"),
        # figures of others
        ("de", "{{ main.net }} nennen das Radio", None, "other-answer-named"),
        ("de", "Das Radio kommt auf {{ main.net }}", None, "other-answer-named"),
        ("en", "{{ main.net }} name radio, {{ main.radio }} the internet", None, "other-answer-named"),
        ("en", "{{ main.tv }} name the internet and {{ main.net }} television", None, "other-answer-named"),
        ("de", "2014 nannten {{ main.net }} das Internet", None, "other-wave-named"),
        ("de", "{{ main.net.w2014 }} nennen 2016 das Internet", None, "other-wave-named"),
        ("en", "In 2014, {{ main.net }} named the internet", None, None),
        ("en", "{{ main.net }} named the internet in 2014", None, "other-wave-named"),
        ("en", "{{ main.net.sex.women }} of men name the internet", None, "other-group-named"),
    ],
)
def test_a_claim_or_figure_that_is_not_the_one_of_the_words_is_told(
    language: str, headline: str, holds: str | None, found: str | None
) -> None:
    assert told(language, headline, holds) == ([found] if found else [])


@pytest.mark.parametrize(
    ("caption", "holds", "found"),
    [
        ("Am häufigsten wird das Internet genannt", None, ["missing-claim"]),
        ("Am häufigsten wird das Internet genannt", "leads(main.net)", []),
        ("Am häufigsten wird das Radio genannt", "leads(main.net)", ["other-answer-named"]),
        ("{{ main.net | of_100 }} Leuten nennen das Internet", None, []),
    ],
)
def test_the_caption_of_a_cover_that_compares_needs_a_claim(caption: str, holds: str | None, found: list[str]) -> None:
    told = story(NEWS, finding("f", "main"), cover="main.net", caption=caption, cover_holds=holds)

    assert {str(fault.id) for fault in faults(told)} & {*FOUND} == {*found}


@pytest.mark.parametrize(
    ("language", "headline", "holds"),
    [
        ("de", "Die meisten nennen das Internet", "leads(main.net)"),
        ("de", "Mit {{ main.net }} ist das Netz die wichtigste Quelle", "leads(main.net)"),
        ("de", "Fernsehen und Internet liegen vorn", "rank(main.net) == 1 and rank(main.tv) == 2"),
        ("de", "Fast alle haben eine Quelle, am häufigsten das Internet", "main.none < 10 and leads(main.net)"),
        ("de", "Das Internet legt zu, das Fernsehen verliert", "main.net > main.net.w2014 and main.tv < main.tv.w2014"),
        ("de", "Das Internet ist nicht gesunken", "main.net >= main.net.w2014"),
        ("de", "Das Internet steigt seit 2013", "main.net > main.net.w2013"),
        ("de", "Das Internet liegt vor dem Radio", "main.net > main.radio"),
        ("de", "Weniger nennen das Radio als das Internet", "main.net > main.radio"),
        ("de", "Das Internet hat das Fernsehen überholt", "main.net > main.tv and main.net.w2014 < main.tv.w2014"),
        ("de", "Mehr als vor zwei Jahren nennen das Internet", "main.net > main.net.w2014"),
        # other waves, little change and places, as the words say or not known to be otherwise
        ("de", "Das Internet häufiger als 2014", "main.net > main.net.w2014"),
        ("de", "Weniger nannten 2013 das Internet als 2016", "main.net > main.net.w2013"),
        ("de", "Das Internet nicht seltener als 2014", "main.net > main.net.w2014"),
        ("de", "Weniger Radio als 2014, das Internet legt zu", "main.net > main.net.w2014 and main.radio < main.tv"),
        ("de", "Immer mehr nennen das Internet", "main.net > main.net.w2014"),
        ("en", "Fewer name television than in 2013", "main.tv < main.tv.w2013"),
        ("en", "More name the internet than ever before", "main.net > main.net.w2014 and main.net > main.net.w2013"),
        ("de", "Das Fernsehen bleibt stabil", "-3 < main.tv - main.tv.w2014 < 3"),
        ("de", "Das Fernsehen bleibt unverändert", "not differs(main.tv, main.tv.w2014)"),
        (
            "de",
            "Das Internet liegt unverändert vor dem Radio",
            "main.net > main.radio and main.net.w2014 > main.radio.w2014",
        ),
        ("de", "Das Internet legt zu, das Fernsehen bleibt stabil", "main.net > main.net.w2014"),
        ("en", "The internet did not remain stable", "main.net > main.net.w2013"),
        ("en", "The internet remains the same source of news for many", "main.net > main.net.w2013"),
        ("de", "Radio auf Platz drei", "rank(main.radio) == 3"),
        ("de", "Das Radio kommt nicht auf Platz zwei", "rank(main.radio) == 3"),
        ("de", "Von Platz zwei auf Platz drei: das Radio", "rank(main.radio) == 3"),
        ("en", "Radio comes third, television is in second place", "rank(main.radio) == 3"),
        ("en", "The internet is second to none", "rank(main.net) == 1"),
        # denied of something else, or rightly
        ("de", "Das Internet ist nicht nur die Nummer eins", "leads(main.net)"),
        ("de", "Nicht das Fernsehen, das Internet führt", "leads(main.net)"),
        ("de", "Das Internet führt nicht überall", "leads(main.net)"),
        ("de", "2013 führte das Internet nicht", "main.net.w2013 < main.tv.w2013"),
        ("de", "Das Internet war nicht die Nummer eins, jetzt ist es das", "leads(main.net)"),
        ("en", "The internet is not the most trusted by experts", "leads(main.net)"),
        ("en", "The internet does not just lead, it grows", "leads(main.net) and main.net > main.net.w2014"),
        ("en", "The internet is not much more popular than television", "main.net > main.tv"),
        ("en", "Radio is not more popular than the internet", "main.net > main.radio"),
        ("de", "Das Radio ist nicht beliebter als das Internet", "main.net > main.radio"),
        ("de", "Das Internet wird von keiner Quelle übertroffen", "leads(main.net)"),
        ("en", "Women name television more often than men", "main.tv.sex.women > main.tv.sex.men"),
        ("en", "Men name the internet more often than women", "main.net.sex.men > main.net.sex.women"),
        ("en", "Radio no longer beats the internet", "main.net > main.radio"),
        ("en", "At least every third one names the internet", "main.net > 33"),
        ("en", "Several sources lead: three are named by more than 5", "count_above(main, 5) == 3"),
        ("de", "Am häufigsten wird das Internet genannt", "main.net > main.tv and main.net > main.radio"),
        ("de", "Mehr als die Hälfte nennt das Fernsehen nicht", "main.tv < 50"),
        ("de", "{{ main.net }} nennen das Internet als wichtigste Quelle", None),
        ("en", "{{ main.radio }} listen to the radio at least once", None),
        ("en", "{{ main.radio }} live in another country than that of their birth and name the radio", None),
        ("de", "Gut zwei Fünftel nennen das Fernsehen", "40 < main.tv < 45"),
        ("de", "Fast alle haben eine Quelle", "main.none < 10"),
        ("de", "Die Mehrheit nennt Fernsehen oder Radio", "main.tv + main.radio > 49"),
        ("en", "Two in five name the internet", "main.net > 38"),
        ("en", "Hardly anyone names radio", "main.radio < 10"),
        ("de", "{{ main.net }} nennen das Internet, {{ main.radio }} das Radio", None),
        ("de", "Internet {{ main.net }}, Fernsehen {{ main.tv }}", None),
        ("de", "{{ main.net }} nennen anderes als das Radio", None),
        ("de", "Mit {{ main.net }} liegt das Netz vor dem Radio", "main.net > main.radio"),
        ("de", "{{ main.net.w2014 }} nannten 2014 das Internet, heute sind es {{ main.net }}", None),
        ("de", "Seit 2014 sind es {{ main.net }}", None),
        ("de", "Von {{ main.net.w2014 }} im Jahr 2014 auf {{ main.net }} 2016", None),
        ("en", "{{ main.net }} in 2016 against {{ main.net.w2014 }} in 2014", None),
        ("en", "{{ main.net.sex.men }} of men and {{ main.net.sex.women }} of women name the internet", None),
    ],
)
def test_honest_words_are_let_pass(language: str, headline: str, holds: str | None) -> None:
    assert told(language, headline, holds) == []


AIMS = survey(
    question(
        "aims",
        {"time": 99, "staff": 72, "climate": "<1"},
        type=MULTIPLE,
        labels={
            "time": {"de": "Zeit sparen", "en": "Save time"},
            "staff": {"de": "Personal finden", "en": "Find staff"},
            "climate": {"de": "Klimaschutz", "en": "Climate protection"},
        },
        segments={"size": {"small": {"staff": 75}, "medium": {"staff": 71}, "large": {"staff": 74}}},
        earlier={"w2014": {"time": 80, "staff": 72}},
    ),
    waves=[wave("w2014"), wave("w2016")],
    segments={"size": {"small": 500, "medium": 300, "large": 100}},
)


@pytest.mark.parametrize(
    ("language", "headline", "holds", "found"),
    [
        # a group that a superlative names ranks nothing
        ("en", "Of the largest, {{ aims.staff.size.large }} want staff, of all {{ aims.staff }}", None, []),
        (
            "en",
            "Of the largest firms, {{ aims.staff.size.large }} want staff",
            "aims.staff.size.large > aims.staff",
            [],
        ),
        ("de", "Von den größten wollen {{ aims.staff.size.large }} Personal", "aims.staff.size.large > aims.staff", []),
        ("de", "In den kleinsten Betrieben sind es {{ aims.staff.size.small }}", None, []),
        ("en", "Staff: the largest group", "aims.staff.size.large > aims.staff.size.medium", ["not-the-first"]),
        # a year of the very figure that is given
        ("de", "Personal finden: {{ aims.staff }} wie schon 2014", "tied(aims.staff, aims.staff.w2014)", []),
        ("de", "Zeit sparen: {{ aims.time }} wie schon 2014", None, ["other-wave-named"]),
        # an amount of what was published as less than one
        ("de", "Alle wollen Zeit sparen, das Klima schützt fast niemand", "aims.time > 95 and aims.climate < 1", []),
        ("en", "Hardly anyone wants to protect the climate", "aims.climate < 1", []),
        ("de", "Die Mehrheit will das Klima schützen", "aims.climate < 1", ["majority-not-claimed"]),
    ],
)
def test_groups_by_size_equal_waves_and_shares_below_a_bound_are_understood(
    language: str, headline: str, holds: str | None, found: list[str]
) -> None:
    told = story(AIMS, finding("f", "aims", headline, holds), cover="aims.time", languages=[language])

    assert [str(fault.id) for fault in faults(told) if fault.id in FOUND] == found


@pytest.mark.parametrize(
    ("language", "headline", "holds", "found"),
    [
        # the factor of the words, whatever that of the claim: men 45, women 39, radio 9, internet 42 and before 30
        ("de", "Zehnmal so viele nennen das Internet wie das Radio", "main.net >= 4 * main.radio", True),
        ("en", "Ten times as many name the internet as radio", "main.net > main.radio", True),
        ("de", "Viermal so viele nennen das Internet wie das Radio", "main.net >= 4 * main.radio", False),
        ("en", "Six times as many name the internet as radio", "main.net >= 4 * main.radio", True),
        ("en", "Four times more name the internet than radio", "main.net >= 4 * main.radio", False),
        ("de", "Zweieinhalbmal so viele nennen das Internet wie das Radio", "main.net >= 2.5 * main.radio", False),
        ("en", "Two and a half times as many name radio as television", "main.net >= 2.5 * main.radio", True),
        ("en", "A ninefold lead of the internet over radio", "main.net > main.radio", True),
        ("de", "Das Internet liegt um das Fünffache über dem Radio", "main.net > main.radio", False),
        ("de", "Das Internet liegt um das Siebenfache über dem Radio", "main.net > main.radio", True),
        ("de", "Ein Drittel mehr als 2013 nennt das Internet", "main.net > 1.33 * main.net.w2013", False),
        ("de", "Ein Drittel mehr als 2014 nennt das Internet", "main.net > main.net.w2014", True),
        ("en", "A third fewer than in 2013 name radio", "main.radio < main.radio.w2013", False),
        ("en", "A third fewer than in 2014 name radio", "main.radio < main.radio.w2014", True),
        # of the pair that the words name, and not turned round
        ("en", "Four times as many name radio as the internet", "main.net >= 4 * main.radio", True),
        ("de", "Viermal so viele nennen das Internet wie das Fernsehen", "main.net >= 4 * main.radio", True),
        ("de", "Viermal so viele wie 2013 nennen das Internet", "main.net >= 4 * main.radio", True),
        ("en", "In 2013 a third fewer than in 2016 named the internet", "main.net.w2013 < main.net", False),
        # sums and quotients
        ("en", "Four times as many name the internet as radio", "ratio(main.net, main.radio) >= 4", False),
        ("en", "Ten times as many name the internet as radio", "ratio(main.net, main.radio) >= 4", True),
        (
            "en",
            "Nine times as many name one of the two as radio",
            "main.net + main.tv > 9 * main.radio",
            False,
        ),
    ],
)
def test_a_multiple_is_true_of_the_figures_that_the_words_set_against_each_other(
    language: str, headline: str, holds: str, *, found: bool
) -> None:
    assert ("multiple-not-claimed" in told(language, headline, holds)) is found


def test_a_multiple_that_is_not_true_of_the_claimed_figures_is_offered_no_claim_of_others() -> None:
    finding_ = finding("f", "main", "Ten times as many name the internet as radio", "main.net >= 4 * main.radio")

    found = faults(story(NEWS, finding_, cover="main.net", languages=["en"]))

    assert [fault.hint for fault in found if fault.id == "multiple-not-claimed"] == [
        "of main.net and main.radio none is so many times another, so no claim makes it true: "
        "word what the figures show"
    ]
