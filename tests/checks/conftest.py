"""The decks that ship, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

import report
from report.pipeline import Product
from tests.end_to_end.conftest import SHIPPED


@pytest.fixture(scope="session")
def decks(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The deck of the survey that ships, in each language."""
    options = report.Options(output=tmp_path_factory.mktemp("build"), only=(Product.DECK,))
    written = report.build(SHIPPED, options=options).written
    return [path for path in written if path.suffix == ".pptx"]
