"""The gallery shows every kind of chart, and what it binds is what was asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from PIL import Image
from pypdf import PdfReader

import report
from report.kinds import HOUSE_KINDS
from tests.gallery import binding, headlines, run
from tests.gallery.leaves import Leaf


def test_every_kind_of_chart_has_a_finding() -> None:
    told = yaml.safe_load(run.BRIEFING.read_text("utf-8"))["findings"]
    assert {finding["exhibit"]["kind"] for finding in told} == set(HOUSE_KINDS.words)


def test_breaks_are_shown_over_time_and_between_bars() -> None:
    told = yaml.safe_load(run.BRIEFING.read_text("utf-8"))["findings"]
    shown = {finding["exhibit"]["kind"] for finding in told if finding.get("across_break")}
    assert shown == {"columns", "line", "grouped"}


def test_the_briefing_has_neither_a_fault_nor_a_warning() -> None:
    assert report.check(run.BRIEFING).warnings == ()


def test_the_sheet_in_the_documentation_is_small() -> None:
    assert (Path(__file__).parents[2] / "docs" / "gallery.png").stat().st_size <= 400_000


def test_a_leaf_keeps_its_size_below_its_caption(tmp_path: Path) -> None:
    picture = tmp_path / "any.png"
    Image.new("RGB", (400, 200), "#0B6E99").save(picture)
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    binding.bind([Leaf("bars · square picture · German", picture)], first)
    binding.bind([Leaf("bars · page · English", first, 0)], second)
    for path, strips, caption in ((first, 1, "bars · square picture · German"), (second, 2, "bars · page · English")):
        page = PdfReader(path).pages[0]
        assert (page.mediabox.width, page.mediabox.height) == (300, 150 + strips * binding.STRIP)
        assert caption in page.extract_text()


def test_without_a_program_that_draws_nothing_is_built(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert run.main([]) == 1
    assert '"soffice" is missing (Debian: apt-get install libreoffice-impress-nogui)' in capsys.readouterr().err


def test_headlines_are_as_many_in_both_languages_and_the_same_every_time() -> None:
    lines = list(headlines.aloud())
    assert lines == list(headlines.aloud())
    assert [sum(line.startswith("  ") for line in lines), lines[1][:2]] == [4 * headlines.EACH, "  "]
