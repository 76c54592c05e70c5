"""Parts of an author's text keep the places of their characters."""

from hypothesis import given
from hypothesis import strategies as st

from report.diagnostics import SourceText, near_miss
from tests.builders import source


@given(st.text(alphabet="ab\n", max_size=30), st.data())
def test_a_part_of_a_text_has_the_places_of_the_text(text: str, data: st.DataObject) -> None:
    whole = source(text, line=4, column=7)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    part = whole.part(start, end)

    assert part.text == text[start:end]
    assert [part.at(offset) for offset in range(end - start)] == [whole.at(offset) for offset in range(start, end)]


def test_a_part_of_a_text_of_no_file_has_no_place() -> None:
    assert SourceText("teams.own").part(6, 9).location is None


def test_near_misses_are_named_best_first_and_strangers_not_at_all() -> None:
    assert near_miss("awarenes", ["service", "awareness"]) == 'did you mean "awareness"?'
    assert near_miss("w2014", ["w2013", "w2016"]) == 'did you mean "w2016" or "w2013"?'
    assert near_miss("zzz", ["service", "awareness"]) is None


def test_a_text_put_together_keeps_the_places_of_its_parts() -> None:
    unit = source("Firmen", line=7, column=3)
    whole = SourceText.joined([SourceText("der "), unit, SourceText(": alle")])

    assert [(part.text, part.at(0)) for part in whole.part(2, len(whole.text)).stretches()] == [
        ("r ", None), ("Firmen", unit.at(0)), (": alle", None),
    ]  # fmt: skip
    assert whole.location is None


def test_a_text_of_a_file_is_one_stretch_however_many_lines_it_has() -> None:
    assert len(source("Eins\nzwei").stretches()) == 1
