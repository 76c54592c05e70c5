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
    folder: Path,
    headline: str,
    *only: str,
    exhibit: str = "{kind: bars, column: age.old}",
    title: str = "Mood",
    holds: str = "",
    survey: str = SURVEY,
) -> tuple[int, str]:
    (folder / "survey.yaml").write_text(survey, "utf-8")
    briefing = BRIEFING.replace('en: "Worry: ', f'en: "{headline}').replace("{kind: bars, column: age.old}", exhibit)
    briefing = briefing.replace(
        "title: {text: {de: Stimmung, en: Mood}}", f"title: {{text: {{de: Stimmung, en: {title}}}}}"
    )
    if holds:
        claimed = briefing.replace("    exhibit: ", f"    holds: {holds}\n    exhibit: ", 1)
        briefing = claimed.replace("status: final", "status: draft")
    (folder / "briefing.yaml").write_text(briefing, "utf-8")
    options = ["--allow-failed-claims"] if holds else []
    options += [part for product in only for part in ("--only", product)]
    result = CliRunner().invoke(
        main, ["build", str(folder), "--language", "en", "--output", str(folder / "build"), *options]
    )
    return result.exit_code, result.stderr


@pytest.mark.parametrize(
    ("only", "place"),
    [
        ("deck", "its slide"),
        ("summary", "its place in the summary"),
    ],
)
def test_a_text_is_measured_for_what_it_stands_in(only: str, place: str, tmp_path: Path) -> None:
    code, told = build(tmp_path, LONG, only)

    assert code == 1
    assert f"too long for {place}" in told
    assert told.count("error[text-too-long]") == 1


def test_a_picture_without_room_is_left_out_and_stops_nothing(tmp_path: Path) -> None:
    code, told = build(tmp_path, LONG, "charts")

    assert code == 0
    assert 'warning[picture-left-out]: there is no landscape picture of finding "' in told
    assert "too long for its landscape picture" in told
    assert len(list(tmp_path.glob("build/*/en/charts/*"))) == WHOLE["charts"] - 3


def test_of_what_stands_of_faulty_files_no_picture_is_told_to_have_no_room(tmp_path: Path) -> None:
    code, told = build(tmp_path, LONG, "charts", exhibit="{kind: bars, column: age.odl}")

    assert code == 1
    assert "error" in told
    assert "picture-left-out" not in told


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


def test_a_picture_of_an_earlier_build_does_not_stay_where_its_claim_has_failed_since(tmp_path: Path) -> None:
    build(tmp_path, "Worry: ")
    before = sorted(path.name for path in tmp_path.glob("build/*/en/**/*.*"))

    code, told = build(tmp_path, "Worry: ", "charts", holds="mood.worry > 99")

    assert code == 0, told
    after = sorted(path.name for path in tmp_path.glob("build/*/en/**/*.*"))
    assert [name for name in before if name not in after] == ["bars.png", "bars.svg", "bars.txt"]


def test_all_is_measured_where_nothing_is_chosen(tmp_path: Path) -> None:
    code, told = build(tmp_path, LONG)

    assert code == 1
    assert told.count("error[text-too-long]") == 2
    assert told.count("warning[picture-left-out]") == 1


def test_a_chart_without_room_in_a_picture_is_told_with_what_takes_the_room(tmp_path: Path) -> None:
    asked = "What prevails if you think of all that happens around you and in the world at large and then " * 10
    wordy = SURVEY.replace("What prevails?", asked + "still?")
    exhibit = "{kind: grouped, by: age, answers: [worry]}"

    def warned(headline: str, survey: str) -> str:
        return build(tmp_path, headline, "charts", exhibit=exhibit, survey=survey)[1]

    told = warned("Whoever looks at the mood of these days and asks what it is that people have in mind: ", wordy)
    assert "the row of the chart needs" in told
    assert "hint: shorten the headline, which takes 2 lines, or the `label`, `base` or `population`" in told
    assert "picture-left-out" not in warned("Worry: ", SURVEY)
