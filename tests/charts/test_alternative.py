"""The alternative text tells what is seen, from the data alone, in the language of the briefing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.briefing.model.prose import FactKind, Late, fixed
from report.charts.alternative import alternative_text
from report.charts.alternative_length import LONGEST
from report.charts.model import Chart, ChartRow
from tests.charts.specimens import (
    NOT_ASKED,
    NOT_PUBLISHED,
    PLAIN,
    PROOF,
    bars_chart,
    drawn,
    language,
    parts_chart,
    row,
    series,
    series_chart,
    setting,
    unpublished,
    wave,
    waves_chart,
)
from tests.charts.test_properties import labels, over_waves, rows

GAP = "\N{NO-BREAK SPACE}"


def told(chart: Chart, form: str) -> str:
    return alternative_text(chart, language(), fixed(form)).text


def test_it_names_kind_title_every_row_its_number_and_what_is_marked() -> None:
    chart = bars_chart(row("Datenschutz", 47), row("Ressourcen", 51, PROOF))

    assert told(chart, "Balkendiagramm") == (
        "Balkendiagramm: Anteil der Unternehmen in Prozent. "
        f"Datenschutz: 47{GAP}%; Ressourcen: 51{GAP}% (hervorgehoben)."
    )


def test_it_speaks_the_language_of_the_drawing() -> None:
    chart = bars_chart(row("Data protection", 47, code="en"), row("Resources", 51, PROOF, code="en"))

    assert drawn(chart, setting(code="en")).alternative == (
        "Bar chart: Anteil der Unternehmen in Prozent. Data protection: 47%; Resources: 51% (highlighted)."
    )


def test_it_tells_what_has_no_number_and_why() -> None:
    chart = bars_chart(row("Ja", NOT_PUBLISHED), row("Nein", NOT_ASKED))

    assert told(chart, "Balkendiagramm").endswith("Ja: nicht veröffentlicht; Nein: nicht abgefragt.")


def test_it_tells_the_rest_and_the_form_in_which_parts_are_shown() -> None:
    chart = parts_chart(row("Eigene Teams", 49, PROOF), row("Andere", 50), rest="1")

    assert drawn(chart).alternative.startswith("Punktefeld: ")
    assert drawn(chart).alternative.endswith(f"Andere: 50{GAP}%; Rest 1{GAP}% (Rundung oder keine Angabe).")


def test_over_waves_it_tells_every_period_and_the_break_with_its_reason() -> None:
    slots = [wave("2014", 35), unpublished("2015"), wave("2016", 49, PROOF)]
    chart = waves_chart(*slots, breaks=[(0, 2, "Vorgaben geändert")])

    assert drawn(chart).alternative == (
        "Säulendiagramm: Unternehmen mit eigenem Team in Prozent. "
        f"2014: 35{GAP}%; 2015: nicht veröffentlicht; 2016: 49{GAP}% (hervorgehoben). "
        "2014 und 2016 sind nur eingeschränkt vergleichbar: Vorgaben geändert."
    )


def test_of_more_than_twelve_rows_it_tells_the_marked_and_the_largest_and_counts_the_others() -> None:
    rows = [row(f"Antwort {number}", 50 - number, answer=f"a{number}") for number in range(13)]
    chart = bars_chart(*rows, row("Zuletzt", 1, PROOF), further=2)

    assert told(bars_chart(*rows[:12]), "Balken").count(";") == 11
    text = told(chart, "Balken")
    assert f"Zuletzt: 1{GAP}% (hervorgehoben)" in text
    assert f"Antwort 6: 44{GAP}%; Zuletzt" in text
    assert text.endswith("; 8\u00a0weitere.")  # 14 rows and 2 that are not shown, 8 told


def test_it_stays_between_20_and_250_characters() -> None:
    long = [row("Ein langes Wort nach dem anderen " * 4, 50 - number, answer=f"a{number}") for number in range(12)]

    assert len(told(bars_chart(*long), "Balkendiagramm")) <= LONGEST
    assert len(told(bars_chart(row("A", 1)), "Balkendiagramm")) >= 20


@pytest.mark.parametrize("code", ["de", "en"])
def test_a_sign_that_ends_a_label_or_a_title_is_not_doubled(code: str) -> None:
    rows = row("Ja, sicher.", 47, code=code), row("Wer weiß?", 51, PROOF, code=code)
    chart = replace(bars_chart(*rows), title=fixed("Trifft das zu?"))

    said = drawn(chart, setting(code=code)).alternative.replace(GAP, " ").replace("%", " %").replace("  ", " ")
    assert ": Trifft das zu? Ja, sicher: 47 %; Wer weiß? 51 %" in said


@settings(max_examples=60)
@given(rows(120) | rows(), labels(300), st.booleans(), st.sampled_from(["bars", "parts", "number"]))
def test_of_rows_it_never_passes_250_characters_with_its_form(
    shown: list[ChartRow], title: str, is_held: bool, kind: str
) -> None:
    held = [replace(each, reference=each.values[0] if is_held else None) for each in shown]
    reference = fixed("der Durchschnitt aller Befragten") if is_held else None
    keeps(replace(bars_chart(*held, kind_name=kind), title=fixed(title), reference=reference))


@settings(max_examples=60)
@given(over_waves(), labels(300), st.booleans())
def test_over_waves_it_never_passes_250_characters_with_its_form(chart: Chart, title: str, is_supported: bool) -> None:
    keeps(replace(chart, title=fixed(title), is_supported=is_supported))


def keeps(chart: Chart) -> None:
    late = alternative_text(chart, language(), Late(FactKind.FORM, chart.id))
    form = max(language().words.parts_kind, language().words.columns_kind, key=len)

    assert 20 <= len(late.settled(lambda _: form).text) <= LONGEST


def test_over_waves_the_reason_of_a_break_goes_first_then_what_is_not_marked_between_the_ends() -> None:
    slots = [wave(str(year), 5 + year % 10, PROOF if year == 2014 else PLAIN) for year in range(2009, 2021)]
    reason = "Seither zählen auch die Betriebe mit, die Teams mit anderen Betrieben teilen."
    few = waves_chart(*slots[:8], breaks=[(0, 1, reason)])

    assert told(few, "Säulendiagramm").endswith(f"2016: 11{GAP}%. 2009 und 2010 eingeschränkt vergleichbar.")
    assert told(replace(few, title=fixed("Ein langer Titel " * 7)), "Säulendiagramm").endswith(
        f". 2009: 14{GAP}%; 2014: 9{GAP}% (hervorgehoben); 2016: 11{GAP}%; 5{GAP}weitere. "
        "2009 und 2010 eingeschränkt vergleichbar."
    )


def test_of_lines_with_more_breaks_than_it_has_room_for_it_tells_the_size_alone() -> None:
    dates = [str(year) for year in range(2009, 2021)]
    breaks = [(place, place + 1, "Grund") for place in range(8)]
    chart = series_chart(series("Ja", *range(12)), kind_name="line", dates=dates, breaks=breaks)

    assert told(chart, "Liniendiagramm") == "Liniendiagramm, 2009 bis 2020."
