"""The alternative text tells what is seen, from the data alone, in the language of the briefing."""

from dataclasses import replace

import pytest

from report.briefing.model.prose import fixed
from report.charts.alternative import alternative_text
from report.charts.alternative_length import LONGEST
from report.charts.model import Chart
from tests.charts.specimens import (
    NOT_ASKED,
    NOT_PUBLISHED,
    PROOF,
    bars_chart,
    drawn,
    language,
    parts_chart,
    row,
    setting,
    unpublished,
    wave,
    waves_chart,
)

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


def test_it_stays_between_20_and_1000_characters() -> None:
    long = [row("Ein langes Wort nach dem anderen " * 4, 50 - number, answer=f"a{number}") for number in range(12)]

    assert len(told(bars_chart(*long), "Balkendiagramm")) <= LONGEST
    assert len(told(bars_chart(row("A", 1)), "Balkendiagramm")) >= 20


@pytest.mark.parametrize("code", ["de", "en"])
def test_a_sign_that_ends_a_label_or_a_title_is_not_doubled(code: str) -> None:
    rows = row("Ja, sicher.", 47, code=code), row("Wer weiß?", 51, PROOF, code=code)
    chart = replace(bars_chart(*rows), title=fixed("Trifft das zu?"))

    said = drawn(chart, setting(code=code)).alternative.replace(GAP, " ").replace("%", " %").replace("  ", " ")
    assert ": Trifft das zu? Ja, sicher: 47 %; Wer weiß? 51 %" in said
