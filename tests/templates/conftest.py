"""What tests over the templates need of the machine; where it is missing they are skipped and say so."""

from pathlib import Path

import pytest

from tests.conformance import programs
from tests.conformance.conftest import needs_drawing_in_conformance, skip_without
from tests.templates import impress

__all__ = ["impress_templates", "needs_drawing", "needs_drawing_in_conformance", "needs_validator"]


@pytest.fixture(scope="session")
def needs_validator() -> None:
    """Microsoft's Open XML SDK validator."""
    skip_without(programs.missing_validator())


@pytest.fixture(scope="session")
def needs_drawing() -> None:
    """LibreOffice, which draws decks, and poppler, which reads what was drawn."""
    skip_without(programs.missing_to_draw("pdftotext"))


@pytest.fixture(scope="session")
def impress_templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The templates of LibreOffice Impress by name, converted once for all tests."""
    skip_without(impress.missing())
    return impress.converted(tmp_path_factory.mktemp("impress"))
