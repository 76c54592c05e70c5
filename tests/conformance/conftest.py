"""Where the checkers' programs are missing, their tests are skipped and say so; `make conformance` lets them fail."""

import os

import pytest

from tests.conformance import programs


@pytest.fixture(scope="session")
def needs_programs() -> None:
    """Skips where a program is missing; fails instead where BEFUND_REQUIRE_TOOLS is set."""
    if absent := programs.missing():
        if os.environ.get("BEFUND_REQUIRE_TOOLS"):
            pytest.fail("; ".join(absent))
        pytest.skip("; ".join(absent))
