"""Decks on a company's template, whose placeholders lie where its layouts say: edits of them are told all the same."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

import report
from tests.conftest import CHECKOUT
from tests.templates.fixtures import USABLE

EXAMPLE = CHECKOUT / "docs" / "example"
DECK = "example/en/example-en.pptx"
SOME = ("dark", "google", "libreoffice", "titles-missing")


@pytest.fixture(params=SOME)
def options(request: pytest.FixtureRequest, tmp_path: Path) -> report.Options:
    """A build of the example's deck on a template, done once already."""
    template = tmp_path / "company.pptx"
    template.write_bytes(USABLE[request.param]())
    options = report.Options(tmp_path / "build", only=(report.Product.DECK,), template=template)
    report.build(EXAMPLE, options=options)
    return options


def test_a_placeholder_that_was_moved_from_its_place_is_an_edit(options: report.Options) -> None:
    deck = options.output / DECK
    opened = Presentation(str(deck))
    body = next(each for each in opened.slides[2].shapes if each.is_placeholder)
    left, top, width, height = body.left, body.top, body.width, body.height
    body.left, body.top, body.width, body.height = left, top + Pt(3), width, height
    opened.save(str(deck))

    with pytest.raises(report.SparedError, match=r"\n  slide 3 .*: shapes moved\n"):
        report.build(EXAMPLE, options=options)


def test_without_a_manifest_a_deck_as_built_tells_so_itself(options: report.Options) -> None:
    deck = options.output / DECK
    before = deck.read_bytes()
    Presentation(str(deck)).save(str(deck))
    (options.output / "example/manifest.json").unlink()

    report.build(EXAMPLE, options=options)

    assert deck.read_bytes() == before


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is missing, what it makes of placeholders not seen"
)
def test_a_deck_that_libreoffice_has_saved_is_not_edited(options: report.Options, tmp_path: Path) -> None:
    deck, home = options.output / DECK, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    before = deck.read_bytes()
    subprocess.run(
        ["soffice", home, "--headless", "--norestore", "--convert-to", "pptx", "--outdir", tmp_path / "saved", deck],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    (tmp_path / "saved" / deck.name).replace(deck)

    report.build(EXAMPLE, options=options)

    assert deck.read_bytes() == before
