import itertools
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.language.registry import load
from report.text.balance import end_cost, last_line_cost, parting_cost, raggedness
from report.text.breaking import break_lines
from report.text.fonts import Fonts
from report.text.measuring import spans_width
from report.text.model import Face, Span, Style
from report.theme.house import HOUSE
from report.units import Color

FONTS = Fonts.in_folder(Path(__file__).resolve().parents[2] / "assets/fonts", HOUSE.font_files)
DE = load("de")
INK = Color(0, 0, 0)
BODY = Style(Face.REGULAR, 10.5, INK)
HEADLINE = Style(Face.BOLD, 30, INK)

PARAGRAPH = (
    "Gut jedes zweite Unternehmen nennt den steigenden Ressourcenbedarf, wenn es um Herausforderungen für Social Media "
    "geht. 47\u00a0% nennen den Datenschutz, gut jedes dritte fehlende Kenntnisse im digitalen Bereich. Allgemeine "
    "Budgetkürzungen nennt gut jedes vierte Unternehmen."
)


def lines(text: str, width: float, style: Style = BODY, *, balanced: bool = False, **how: bool) -> list[str]:
    broken = break_lines([Span(text, style)], width, FONTS, DE, balanced=balanced, **how)
    return [line.text for line in broken]


def width(text: str, style: Style = BODY) -> float:
    return FONTS.width(text, style)


# Where a line may break


def test_a_text_that_just_fits_stays_on_one_line() -> None:
    text = "Eigene Social-Media-Teams"

    assert lines(text, width(text)) == [text]
    assert len(lines(text, width(text) - 0.01)) == 2


def test_an_empty_text_has_no_lines() -> None:
    assert break_lines([], 100, FONTS, DE, balanced=True) == ()
    assert break_lines([Span("", BODY)], 100, FONTS, DE, balanced=False) == ()


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Schutz im Alltag (1 von 2)", ["Schutz", "im Alltag", "(1 von 2)"]),
        ("Wer unter 18 ist", ["Wer", "unter 18 ist"]),
        ("Menschen 65 und älter", ["Menschen", "65 und älter"]),
        ("Menschen 65 Jahre und älter", ["Menschen", "65 Jahre und älter"]),
        ("Haushalte mit unter 1 250 Euro", ["Haushalte mit", "unter 1 250 Euro"]),
        ("Die 14- bis 29-Jährigen", ["Die", "14- bis 29-Jährigen"]),
        ("Stadtwerke: Top 2 (Netto)", ["Stadtwerke:", "Top 2 (Netto)"]),
        ("volles oder eher Vertrauen (Netto)", ["volles oder", "eher Vertrauen (Netto)"]),
        ("Institut für Zahlen, 16. September 2025", ["Institut für Zahlen,", "16. September 2025"]),
        ("Einfachnennung · n.\u00a0v. = nicht erfragt", ["Einfachnennung ·", "n.\u00a0v. = nicht erfragt"]),
    ],
)
def test_what_belongs_together_is_torn_only_where_it_has_no_room(text: str, broken: list[str]) -> None:
    room = max(width(line) for line in broken)

    assert lines(text, room, balanced=True) == broken


@pytest.mark.parametrize("balanced", [True, False])
@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("bis unter 1 250 Euro", ["bis unter", "1 250", "Euro"]),
        ("12 000 000 Menschen", ["12 000 000", "Menschen"]),
        ("2016 250", ["2016", "250"]),
    ],
)
def test_the_digits_of_a_number_are_never_parted(text: str, broken: list[str], balanced: bool) -> None:
    assert lines(text, max(width(line) for line in broken), balanced=balanced) == broken


def test_a_line_says_that_it_tears_what_belongs_together() -> None:
    text, room = "14- bis 29-Jährige", width("29-Jährige")
    torn = break_lines([Span(text, BODY)], room, FONTS, DE, balanced=True)

    assert [(line.text, line.is_torn, line.is_whole) for line in torn] == [
        ("14- bis", True, False),
        ("29-Jährige", False, True),
    ]


@pytest.mark.parametrize("balanced", [True, False])
def test_a_line_feed_always_breaks(balanced: bool) -> None:
    assert lines("Ziele\n\nund Mittel", 500, balanced=balanced) == ["Ziele", "", "und Mittel"]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("eigene Teams", ["eigene", "Teams"]),
        ("  eigene   Teams  ", ["eigene", "Teams"]),
        ("Social-Media-Teams", ["Social-", "Media-", "Teams"]),
        ("Stadt/Land", ["Stadt/", "Land"]),
        ("2013–2016", ["2013–", "2016"]),
        ("$30,000–$74,999", ["$30,000–", "$74,999"]),
        ("Ab\u00adbau", ["Ab-", "bau"]),
        ("49\u00a0%", ["49\u00a0%"]),
        ("Social\u2011Media", ["Social\u2011Media"]),
        ("E-Mail", ["E-Mail"]),
        ("5–9", ["5–9"]),
        ("-Team", ["-Team"]),
        ("PR-, Rat", ["PR-,", "Rat"]),
        ("// neu", ["//", "neu"]),
        ("a · b · c", ["a ·", "b ·", "c"]),
        ("a  · b", ["a  ·", "b"]),
    ],
)
def test_lines_break_only_at_blanks_hyphens_slashes_dashes_and_soft_hyphens(text: str, broken: list[str]) -> None:
    assert lines(text, 1) == broken


def test_a_soft_hyphen_shows_only_where_the_line_breaks() -> None:
    text = "Ressourcen\u00adbe\u00addarf"

    assert lines(text, 200) == ["Ressourcenbedarf"]
    assert lines(text, width("Ressourcenbe-")) == ["Ressourcenbe-", "darf"]


def test_the_hyphen_of_a_broken_word_counts_in_its_line() -> None:
    word = "Versorgungs\u00adbetrieb"

    assert lines(word, width("Versorgungs-") - 0.01)[0] != "Versorgungs-"
    assert lines(word, width("Versorgungs-")) == ["Versorgungs-", "betrieb"]


def test_the_rest_of_a_divided_word_is_no_lone_last_word() -> None:
    word = "Eigentümerhaushalte"

    assert lines(word, width("Eigentümer-") + 1) == ["Eigentümer-", "haushalte"]


def test_a_line_says_whether_its_hyphen_was_added() -> None:
    broken = break_lines([Span("Social-Re\u00adform", BODY)], 1, FONTS, DE, balanced=False)

    assert [(line.text, line.is_divided) for line in broken] == [("Social-", False), ("Re-", True), ("form", False)]


# Words wider than the measure


@pytest.mark.parametrize("balanced", [True, False])
def test_a_word_wider_than_the_measure_is_divided_by_hyphenation(balanced: bool) -> None:
    broken = lines("Kommunikationsabteilung", 70, balanced=balanced)

    assert broken == ["Kommunikati-", "onsabteilung"]


def test_a_word_that_cannot_be_divided_comes_back_wider_than_the_measure() -> None:
    broken = break_lines([Span("im 123456789012345678901234567890", BODY)], 50, FONTS, DE, balanced=False)

    assert [line.text for line in broken] == ["im", "123456789012345678901234567890"]
    assert [line.width > 50 for line in broken] == [False, True]


def test_an_address_is_divided_at_its_signs_and_never_by_a_hyphen() -> None:
    address = "https://www.example.org/publications/social_media_report?year=2016&language=en"

    found = lines(f"Source: {address}", 120.0, hyphenate=True)

    assert "".join(found) in (f"Source:{address}", f"Source: {address}")
    assert all(width(line) <= 120.0 for line in found)
    assert not any(line.endswith((".", "_")) or line.startswith(("/", "?", "&", "=")) for line in found)


def test_a_number_bound_to_a_cell_is_never_divided() -> None:
    figure = Span("51\u00a0Prozentpunkte", BODY, cells=("goals/awareness@w2016",))

    broken = break_lines([figure], 30, FONTS, DE, balanced=False, hyphenate=True)

    assert [line.spans for line in broken] == [(figure,)]


# Running text


def test_running_text_is_filled_line_by_line_without_hyphenation() -> None:
    assert lines(PARAGRAPH, 351.5)[:2] == [
        "Gut jedes zweite Unternehmen nennt den steigenden Ressourcenbedarf, wenn es",
        "um Herausforderungen für Social Media geht. 47\u00a0% nennen den Datenschutz, gut",
    ]


def test_running_text_is_hyphenated_where_a_line_would_stay_under_nine_tenths() -> None:
    short = width("im digitalen Bereich. Allgemeine")
    text = "im digitalen Bereich. Allgemeine Budgetkürzungen"

    assert lines(text, short / 0.89, hyphenate=True) == ["im digitalen Bereich. Allgemeine", "Budgetkürzungen"]
    assert lines(text, short / 0.75, hyphenate=True) == ["im digitalen Bereich. Allgemeine Budget-", "kürzungen"]
    assert lines(text, short / 0.75, hyphenate=False) == ["im digitalen Bereich. Allgemeine", "Budgetkürzungen"]


def test_a_line_of_exactly_nine_tenths_is_full_enough() -> None:
    text, first = "Social Media Unternehmen", width("Social Media")

    assert lines(text, first / 0.9 - 1e-5, hyphenate=True)[0] == "Social Media"


def test_a_short_last_line_gets_words_of_the_line_before_it() -> None:
    first = "Sehr männlich und eher männlich liegen um 9 Prozentpunkte"

    assert lines(f"{first} aus.", width(first)) == [first, "aus."]
    assert lines(f"{first} aus.", width(first), ends_full=True) == [
        "Sehr männlich und eher männlich liegen um",
        "9 Prozentpunkte aus.",
    ]


def test_the_rest_of_a_word_alone_on_the_last_line_takes_as_much_of_the_line_before_as_half_of_it_stays() -> None:
    first = "seltener (40,0\u00a0%) und wöchentlich (25,5\u00a0%) liegen"
    text = f"{first} 14,5\u00a0Prozentpunkte auseinander."

    assert lines(text, 351.5, hyphenate=True)[-1] == "ander."
    assert lines(text, 351.5, hyphenate=True, ends_full=True) == [first, "14,5\u00a0Prozentpunkte auseinander."]


def test_where_nothing_goes_before_it_a_word_stands_whole_on_the_last_line() -> None:
    first = "Sehr männlich, " + "\u00a0".join(["Prozentpunkte"] * 3)
    text, measure = f"{first} auseinander.", width(f"{first} ausein-") + 1

    assert lines(text, measure, hyphenate=True) == [f"{first} ausein-", "ander."]
    assert lines(text, measure, hyphenate=True, ends_full=True) == [first, "auseinander."]


def test_a_single_short_word_at_the_end_leaves_less_to_the_line_before_it_than_two_do() -> None:
    long = "Datenschutzgrundverordnungen"
    first = f"Sehr männlich, eher männlich und {long}"

    alone, beside = (lines(f"{first} {last}", width(first), ends_full=True) for last in ("Wert.", "so ja."))
    assert width(first) / 2 < width("Sehr männlich, eher männlich und") < width(first) * 2 / 3
    assert alone == ["Sehr männlich, eher männlich und", f"{long} Wert."]
    assert beside == [first, "so ja."]


def test_a_short_last_line_gets_no_words_that_would_leave_the_line_before_it_empty() -> None:
    text = "Sehr männlich und eher Datenschutzgrundverordnungen ja"
    measure = width(text.removesuffix(" ja")) + 1

    assert lines(text, measure, ends_full=True) == lines(text, measure) == [text.removesuffix(" ja"), "ja"]


# Balanced text


@pytest.mark.parametrize(
    ("broken", "measure", "size"),
    [
        (
            "Bekanntheit und Expertenstatus sind die am häufigsten genannten\n"
            "Ziele, den Kundenservice nennt rund jedes fünfte Unternehmen",
            *(873.6, 30),
        ),
        (
            "Steigender Ressourcenbedarf ist die am häufigsten\ngenannte Herausforderung für Social Media",
            *(873.6, 30),
        ),
        (
            "2016 haben 49\u00a0% der Unternehmen ein eigenes Team,\n"
            "2013 waren es 24\u00a0%; die Frage wurde seither geändert",
            *(873.6, 30),
        ),
        ("Knapp jedes zweite\nITK-Unternehmen\nhat ein eigenes\nSocial-Media-Team", 504, 54),
        ("Fehlende Kenntnisse\nim digitalen Bereich", 207.6, 18),
    ],
)
def test_texts_break_as_the_sketches_would_have_them(broken: str, measure: float, size: float) -> None:
    assert lines(broken.replace("\n", " "), measure, HEADLINE.sized(size), balanced=True) == broken.split("\n")


@pytest.mark.parametrize(
    "broken",
    [
        "Haben Sie Ihr positives Testergebnis über die\nCorona-Warn-App geteilt? 80,5\u00a0% sagen Ja",
        "Auto und Fahrrad liegen vorn (38\u00a0%),\ndann folgen Bahn und Bus (20\u00a0%)",
        "Immer oder meistens: 48\u00a0% (60 bis 69 Jahre)\ngegen 37\u00a0% (14 bis 19 Jahre)",
        "Ruf, größter Abstand der Gruppen: „Nicht so wichtig“,\n37\u00a0% (65 und älter) gegen 18\u00a0% (18 bis 24)",
    ],
)
def test_headlines_part_no_compound_bracket_or_quote_where_they_may_be_less_even(broken: str) -> None:
    assert lines(broken.replace("\n", " "), 873.6, HEADLINE.sized(30), balanced=True) == broken.split("\n")


def test_more_than_four_lines_are_broken_first_fit() -> None:
    assert lines(PARAGRAPH, 150, balanced=True) == lines(PARAGRAPH, 150, balanced=False)


# Styles


def test_styles_and_cells_survive_a_break_inside_a_span() -> None:
    spans = [
        Span("Das Ziel, die ", BODY),
        Span("Bekanntheit zu steigern", BODY.bold()),
        Span(", nennen ", BODY),
        Span("77\u00a0%", BODY.bold(), cells=("goals/awareness@w2016",)),
    ]

    broken = break_lines(spans, width("Das Ziel, die Bekanntheit zu"), FONTS, DE, balanced=False)

    assert [[(span.text, span.style.face.name, span.cells) for span in line.spans] for line in broken] == [
        [("Das Ziel, die ", "REGULAR", ()), ("Bekanntheit", "BOLD", ())],
        [("zu steigern", "BOLD", ()), (", nennen ", "REGULAR", ()), ("77\u00a0%", "BOLD", ("goals/awareness@w2016",))],
    ]


# What holds for every text

ODD_WORDS = "Social-Media-Team oder/aber 2013–2016 E-Mail 49\u00a0% Re\u00addak\u00adtion: Teil\u00adi · /"
PLAIN_WORDS = "die Ziele, und am hat Team so; Bereich Bedarf Firma: n Ressourcenbedarf Kommunikationsabteilung"
WORDS = st.sampled_from(f"{ODD_WORDS} {PLAIN_WORDS}".split(" "))
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
STYLES = st.sampled_from([BODY, BODY.bold(), Style(Face.BOLD, 8.5, INK, tracking=0.05), BODY.sized(14)])
SPANS = st.lists(st.builds(Span, TEXTS, STYLES), min_size=1, max_size=3)
MEASURES = st.floats(20, 400)


def characters(spans: Sequence[Span]) -> str:
    """What must survive breaking: all but blanks, soft hyphens and hyphens."""
    return re.sub(r"[ \u00ad-]", "", "".join(span.text for span in spans))


@given(spans=SPANS, measure=MEASURES, balanced=st.booleans(), hyphenate=st.booleans())
def test_breaking_keeps_every_character_and_its_style(
    spans: list[Span], measure: float, balanced: bool, hyphenate: bool
) -> None:
    broken = break_lines(spans, measure, FONTS, DE, balanced=balanced, hyphenate=hyphenate)

    flat = [span for line in broken for span in line.spans]
    assert characters(flat) == characters(spans)
    for style in {span.style for span in spans}:
        assert characters([s for s in flat if s.style == style]) == characters([s for s in spans if s.style == style])


@given(spans=SPANS, measure=MEASURES, balanced=st.booleans(), hyphenate=st.booleans())
def test_a_line_tells_its_width_and_keeps_to_the_measure_unless_it_cannot_break(
    spans: list[Span], measure: float, balanced: bool, hyphenate: bool
) -> None:
    for line in break_lines(spans, measure, FONTS, DE, balanced=balanced, hyphenate=hyphenate):
        assert line.width == pytest.approx(spans_width(line.spans, FONTS))
        assert line.text == line.text.strip(" ")
        if line.width > measure + 1e-5:
            assert not re.search(r"\w\w[-/–]\w\w| (?!·|/( |$))", line.text)


@given(spans=SPANS, measure=MEASURES, balanced=st.booleans())
def test_no_line_but_the_first_begins_with_a_lone_sign(spans: list[Span], measure: float, balanced: bool) -> None:
    broken = break_lines(spans, measure, FONTS, DE, balanced=balanced)

    assert not [line for line in broken[1:] if line.text.startswith(("· ", "/ "))]


@given(spans=SPANS, measure=MEASURES, hyphenate=st.booleans())
def test_a_fuller_last_line_costs_no_line_and_is_never_shorter(
    spans: list[Span], measure: float, hyphenate: bool
) -> None:
    usual, fuller = (
        break_lines(spans, measure, FONTS, DE, balanced=False, hyphenate=hyphenate, ends_full=ends_full)
        for ends_full in (False, True)
    )

    assert len(fuller) == len(usual)
    assert fuller[:-2] == usual[:-2]
    assert fuller[-1].width >= usual[-1].width - 1e-6
    assert fuller[-1].width <= measure + 1e-5 or fuller == usual


@given(spans=SPANS, measure=MEASURES)
def test_balancing_adds_no_line(spans: list[Span], measure: float) -> None:
    first_fit = break_lines(spans, measure, FONTS, DE, balanced=False)

    assert len(break_lines(spans, measure, FONTS, DE, balanced=True)) == len(first_fit)


@given(spans=SPANS, measure=MEASURES, balanced=st.booleans())
def test_breaking_a_line_again_changes_nothing(spans: list[Span], measure: float, balanced: bool) -> None:
    for line in break_lines(spans, measure, FONTS, DE, balanced=balanced):
        again = break_lines(line.spans, max(measure, line.width), FONTS, DE, balanced=balanced)

        assert [other.spans for other in again] == [line.spans]
        assert again[0].width == pytest.approx(line.width)


SHORT_WORDS = "die Ziele, und Team 49\u00a0% Bedarf so; Bereich hat Firma: am (zum Teil) „Ja Nein“"


@given(words=st.lists(st.sampled_from(SHORT_WORDS.split(" ")), min_size=2, max_size=11), measure=st.floats(60, 260))
def test_no_other_set_of_fewest_lines_costs_less(words: list[str], measure: float) -> None:
    text = " ".join(words)

    chosen = lines(text, measure, balanced=True)

    if len(chosen) > 4:
        return
    cuts = itertools.combinations(range(1, len(words)), len(chosen) - 1)
    others = [[" ".join(words[a:b]) for a, b in itertools.pairwise([0, *cut, len(words)])] for cut in cuts]
    fitting = [other for other in others if all(width(line) <= measure for line in other)]
    assert cost(chosen, measure) <= min(cost(other, measure) for other in fitting) + 1e-9


def cost(broken: list[str], measure: float) -> float:
    """The cost as docs/visual-language.md writes it, from the lines alone."""
    if len(broken) == 1:
        return 0.0
    ends = sum(end_cost(line, DE) for line in broken[:-1])
    breaks = range(1, len(broken))
    ends += sum(parting_cost(" ".join(broken[:n]), " " + " ".join(broken[n:]), DE) for n in breaks)
    return raggedness([width(line) for line in broken]) + ends + last_line_cost(broken[-1], width(broken[-1]), measure)


def test_only_whole_words_belong_together() -> None:
    text = "72 von 100 Wahlberechtigten: unzufrieden (Netto), Landesregierung"
    width = FONTS.width("unzufrieden (Netto), Landesregierung", BODY)

    lines = break_lines((Span(text, BODY),), width, FONTS, DE, balanced=True)

    assert [line.text for line in lines] == ["72 von 100 Wahlberechtigten:", "unzufrieden (Netto), Landesregierung"]
