"""The kinds that are declared, and that each of them has the one layout that draws it."""

import re
from pathlib import Path

import pytest

from report.charts import kinds
from report.charts.registry import HOUSE_LAYOUTS
from report.kinds import HOUSE_KINDS, Kind


def test_every_declared_kind_has_exactly_one_layout_that_names_it() -> None:
    assert {word: layout.kind for word, layout in HOUSE_LAYOUTS.items()} == {kind.word: kind for kind in HOUSE_KINDS}
    folders = [path.name for path in Path(kinds.__file__).parent.iterdir() if (path / "layout.py").is_file()]
    assert sorted(folders) == sorted(HOUSE_KINDS.words)


@pytest.mark.parametrize("kind", HOUSE_KINDS.declared, ids=lambda kind: kind.word)
def test_a_kind_says_in_one_line_what_it_shows_and_names_its_limits(kind: Kind) -> None:
    assert "\n" not in kind.shows
    told = [int(number) for number in re.findall(r"\d+", kind.shows)]
    limits = [count for count in (kind.parts or kind.rows, kind.slots) if count.least != count.most]
    assert told == [end for count in limits for end in (count.least, count.most)]


def test_a_kind_is_found_by_its_word_and_an_unknown_word_is_a_key_error() -> None:
    assert [HOUSE_KINDS.named(word).word for word in HOUSE_KINDS.words] == [
        "bars",
        "columns",
        "parts",
        "grouped",
        "stacked",
        "diverging",
        "line",
        "dumbbell",
        "table",
        "number",
    ]
    with pytest.raises(KeyError):
        HOUSE_KINDS.named("pie")
