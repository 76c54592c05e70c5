"""What was broken into lines can be read aloud: without the hyphens and line breaks that the layout has added."""

import pytest

from report.text.breaking import break_lines
from report.text.model import Span, unbroken
from tests.text.test_breaking import BODY, DE, FONTS


@pytest.mark.parametrize(
    "text",
    [
        "Grundversorgungskunden",
        "Kunden von Online-Discountern",
        "Mieter- und Eigentümerhaushalte",
        "Wohneigentümerinnen und Wohneigentümer",
    ],
)
@pytest.mark.parametrize("width", [30.0, 60.0, 90.0, 400.0])
def test_lines_are_read_as_the_text_that_was_broken(text: str, width: float) -> None:
    lines = break_lines((Span(text, BODY),), width, FONTS, DE, balanced=True)

    assert unbroken(lines) == text
