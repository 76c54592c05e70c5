"""Where the checkers' programs are missing, their tests are skipped and say so; `make conformance` lets them fail."""

import os

import pytest

from tests.conformance import programs


def skip_without(absent: list[str]) -> None:
    """Skips where something is absent; fails instead where BEFUND_REQUIRE_TOOLS is set."""
    if absent:
        if os.environ.get("BEFUND_REQUIRE_TOOLS"):
            pytest.fail("; ".join(absent))
        pytest.skip("; ".join(absent))


def skip_without_verapdf() -> None:
    """The same for veraPDF, without which nothing is proven of the two standards that the others do not see."""
    skip_without([f"veraPDF was not run: {sentence}" for sentence in programs.missing_verapdf()])


@pytest.fixture(scope="session")
def needs_drawing_in_conformance() -> None:
    """LibreOffice and poppler, for tests that take minutes and run with `make conformance` alone."""
    if not os.environ.get("BEFUND_REQUIRE_TOOLS"):
        pytest.skip("these decks are drawn by make conformance")
    skip_without(programs.missing_to_draw("pdftotext"))


@pytest.fixture(scope="session")
def needs_programs() -> None:
    """All programs of the checkers."""
    skip_without(programs.missing())
