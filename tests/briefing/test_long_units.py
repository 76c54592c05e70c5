"""A unit that would take the room of a title is not named there; what the numbers are is said without it."""

from dataclasses import replace

import pytest

from report.briefing.model.titles import share_of_all
from report.language.registry import load
from report.survey.model import Unit
from tests.builders import plain, question, survey


@pytest.mark.parametrize(("length", "is_named"), [(40, True), (60, False)])
def test_a_title_names_a_unit_of_up_to_forty_characters(length: int, is_named: bool) -> None:
    unit = ("people " * 10)[: length - 1] + "s"
    asked = question("q", {"a": 40, "b": 60})
    of = replace(survey(asked), unit=Unit(plain({"de": unit, "en": unit})))

    title = share_of_all(asked, of, load("en")).text

    assert (unit in title) is is_named
    assert title.startswith("Share ")
