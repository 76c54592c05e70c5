"""The page docs/tagged-pdf.md: its example is run as it stands there."""

from pathlib import Path

import pikepdf
import pytest

from tests.conftest import CHECKOUT
from tests.documentation import code_blocks
from tests.tagged_pdf.reading import structure


def test_the_example_makes_the_file_that_it_promises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = code_blocks((CHECKOUT / "docs" / "tagged-pdf.md").read_text("utf-8"), "python")
    monkeypatch.chdir(tmp_path)

    exec(compile(example, "docs/tagged-pdf.md", "exec"), {"__name__": "example"})

    assert structure(pikepdf.open(tmp_path / "bees.pdf")).outline().splitlines() == [
        "Document",
        "  H1 Bees",
        "  P All hives, as counted by .",
        "    Link their keepers",
        "  Figure",
        "  Table",
        "    TR",
        "      TH Year",
        "      TH Hives",
        "    TR",
        "      TH 2025",
        "      TD 40",
        "    TR",
        "      TH 2026",
        "      TD",
    ]
