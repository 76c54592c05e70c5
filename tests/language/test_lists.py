import pytest

from report.language.lists import join, quoted
from report.language.registry import load


@pytest.mark.parametrize(
    ("items", "german", "english"),
    [
        ([], "", ""),
        (["2013"], "2013", "2013"),
        (["2013", "2014"], "2013 und 2014", "2013 and 2014"),
        (["2013", "2014", "2016"], "2013, 2014 und 2016", "2013, 2014 and 2016"),
    ],
)
def test_items_are_listed_as_the_language_does(items: list[str], german: str, english: str) -> None:
    assert join(items, load("de")) == german
    assert join(items, load("en")) == english


def test_quotation_marks_are_those_of_the_language() -> None:
    assert quoted("Kunden gewinnen", load("de")) == "„Kunden gewinnen“"
    assert quoted("win customers", load("en")) == "“win customers”"
