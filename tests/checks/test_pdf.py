"""Each rule over PDFs finds the fault that is planted for it, and nothing in a sound file of other people's program.

planted.txt holds what is told of each. After a change that is meant, BEFUND_REWRITE_GOLDENS=1 makes this test write it
anew; look at the difference.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

import report
from report.checks.pdf.checking import RULES, check_pdf
from report.cli import main
from report.pipeline import Product
from tests.conformance import typeset
from tests.conformance.planted import PLANTS, Plant, paint_figure
from tests.end_to_end.conftest import SHIPPED

GOLDEN = Path(__file__).parent / "planted.txt"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return typeset.write(tmp_path_factory.mktemp("pdf") / "sound.pdf")


def by_plant() -> list[object]:
    return [pytest.param(plant, id=plant.what) for plant in PLANTS if plant.rule]


@pytest.mark.parametrize("plant", by_plant())
def test_a_planted_fault_is_found(plant: Plant, sound: Path, tmp_path: Path) -> None:
    file = plant.planted(sound, tmp_path / "planted.pdf")

    assert plant.rule in [diagnostic.id for diagnostic in check_pdf(file, "planted.pdf")]


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    options = report.Options(output=tmp_path_factory.mktemp("build"), only=(Product.SUMMARY,), languages=("en",))
    return next(path for path in report.build(SHIPPED, options=options).written if path.suffix == ".pdf")


OF_OURS = {"a sign that its font has not": "pdf-letters"}
"""The rule that finds a fault in a file of ours, if it is another: its fonts tell the meaning of used codes alone."""


@pytest.mark.parametrize("plant", by_plant())
def test_a_fault_planted_in_a_file_of_ours_is_found(plant: Plant, ours: Path, tmp_path: Path) -> None:
    file = plant.planted(ours, tmp_path / "planted.pdf")

    before, after = (Counter(diagnostic.id for diagnostic in check_pdf(path, "a.pdf")) for path in (ours, file))
    assert (after - before)[OF_OURS.get(plant.what, plant.rule)] > 0


def test_every_rule_has_a_fault_that_it_finds() -> None:
    untried = {rule.id for rule in RULES} - {plant.rule for plant in PLANTS}

    assert untried == set()


def test_all_words_that_are_told_of_the_planted_faults(sound: Path, tmp_path: Path) -> None:
    parts = []
    for plant in PLANTS:
        found = check_pdf(plant.planted(sound, tmp_path / "planted.pdf"), "planted.pdf")
        parts.append("\n".join([f"== {plant.what}", *(diagnostic.as_text() for diagnostic in found)]))
    told = "\n\n".join(parts) + "\n"

    if os.environ.get("BEFUND_REWRITE_GOLDENS"):
        GOLDEN.write_text(told, "utf-8")
    assert told == GOLDEN.read_text("utf-8")


def test_the_command_passes_a_sound_file_and_fails_at_an_error(sound: Path, tmp_path: Path) -> None:
    titleless = next(plant for plant in PLANTS if plant.rule == "pdf-title").planted(sound, tmp_path / "planted.pdf")

    good, bad = (CliRunner().invoke(main, ["check", str(file)]) for file in (sound, titleless))

    assert (good.exit_code, good.output) == (0, f"{sound}: no faults\n")
    assert bad.exit_code == 1
    assert bad.output == (
        f"{titleless}: error[pdf-title]: there is no title in its metadata (XMP, dc:title)\n"
        "  hint: write a title that tells what it is about, in the properties of its source\n\n1 fault\n"
    )


def test_a_warning_fails_nothing(sound: Path, tmp_path: Path) -> None:
    unordered = next(plant for plant in PLANTS if plant.rule == "pdf-order").planted(sound, tmp_path / "planted.pdf")

    finished = CliRunner().invoke(main, ["check", str(unordered)])

    assert finished.exit_code == 0
    assert f"{unordered}: no errors\n" in finished.output


def test_the_list_for_other_programs_names_page_and_tag(sound: Path, tmp_path: Path) -> None:
    untold = next(plant for plant in PLANTS if plant.rule == "pdf-alternative").planted(sound, tmp_path / "planted.pdf")

    finished = CliRunner().invoke(main, ["check", "--format", "json", str(untold)])

    assert json.loads(finished.stdout) == [
        {
            "id": "pdf-alternative",
            "severity": "error",
            "message": "it has no alternative text",
            "file": str(untold),
            "line": None,
            "column": None,
            "length": None,
            "page": 1,
            "tag": "Figure 1",
            "notes": [],
            "hint": "say what it shows, or mark it as an artifact where it only decorates",
        }
    ]


def test_a_pdf_alone_is_nothing_to_send(sound: Path) -> None:
    finished = CliRunner().invoke(main, ["check", "--send", str(sound)])

    assert finished.exit_code == 2
    assert "error[no-deck]" in finished.output


IN_TWO_INKS = {"filled and then edged": "0 G {0} f {0} S", "in another colour": "{0} f 0.2 0.4 0.6 rg {0} f"}
TWICE = {"filled again": "{0} f {0} f", "filled and edged again": "{0} B {0} B"}


@pytest.mark.parametrize("paints", [*IN_TWO_INKS.values(), *TWICE.values()], ids=[*IN_TWO_INKS, *TWICE])
def test_a_shape_in_two_inks_is_not_drawn_twice(paints: str, sound: Path, tmp_path: Path) -> None:
    bars = [f"{100 + 60 * bar} 300 40 {50 + 20 * bar} re" for bar in range(3)]
    figure = Plant("a figure of three bars", paint_figure(" ".join(paints.format(bar) for bar in bars)), "")

    told = [diagnostic.id for diagnostic in check_pdf(figure.planted(sound, tmp_path / "bars.pdf"), "bars.pdf")]

    assert ("pdf-drawn-twice" in told) == (paints in TWICE.values())
