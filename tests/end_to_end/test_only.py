"""`--only` looks at what is asked for: a text that is too long elsewhere is no fault of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from report.cli import main
from tests.end_to_end.test_one_group import BRIEFING, SURVEY

LONG = "A headline that goes on and on " + "and on " * 30
WHOLE = {"charts": 9, "deck": 1, "summary": 1}


def build(
    folder: Path, headline: str, *only: str, exhibit: str = "{kind: bars, column: age.old}", title: str = "Mood"
) -> tuple[int, str]:
    (folder / "survey.yaml").write_text(SURVEY, "utf-8")
    briefing = BRIEFING.replace('en: "Worry: ', f'en: "{headline}').replace("{kind: bars, column: age.old}", exhibit)
    briefing = briefing.replace(
        "title: {text: {de: Stimmung, en: Mood}}", f"title: {{text: {{de: Stimmung, en: {title}}}}}"
    )
    (folder / "briefing.yaml").write_text(briefing, "utf-8")
    options = [part for product in only for part in ("--only", product)]
    result = CliRunner().invoke(
        main, ["build", str(folder), "--language", "en", "--output", str(folder / "build"), *options]
    )
    return result.exit_code, result.stderr


@pytest.mark.parametrize(
    ("only", "place"),
    [
        ("charts", "its landscape picture"),
        ("deck", "its slide"),
        ("summary", "its place in the summary"),
    ],
)
def test_a_text_is_measured_for_what_it_stands_in(only: str, place: str, tmp_path: Path) -> None:
    code, told = build(tmp_path, LONG, only)

    assert code == 1
    assert f"too long for {place}" in told
    assert told.count("error[text-too-long]") == 1


def test_pictures_ask_for_no_text_that_they_do_not_hold(tmp_path: Path) -> None:
    code, told = build(tmp_path, "Worry: ", "charts", title=LONG)

    assert code == 0, told
    assert len(list(tmp_path.glob("build/*/en/charts/*"))) == WHOLE["charts"]


def test_a_chart_that_cannot_be_drawn_is_told_of_every_product(tmp_path: Path) -> None:
    exhibit = "{kind: parts, answers: [worry, both, joy, worries]}"

    for only in ("charts", "deck", "summary"):
        code, told = build(tmp_path, "Worry: ", only, exhibit=exhibit)
        assert code == 1
        assert "unknown-answer" in told


def test_all_is_measured_where_nothing_is_chosen(tmp_path: Path) -> None:
    code, told = build(tmp_path, LONG)

    assert code == 1
    assert told.count("error[text-too-long]") == 3
