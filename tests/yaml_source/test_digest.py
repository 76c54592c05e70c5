"""The digest of a file: the same for the same values, another one for any other value."""

from __future__ import annotations

from copy import deepcopy
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml

from report.briefing.file import BriefingFile
from report.survey.file import SurveyFile
from report.yaml_source import (
    Count,
    Field,
    FileModel,
    Flag,
    Id,
    IdText,
    Percent,
    TranslatedLine,
    digest_of,
    one_of,
    read,
)
from tests.conftest import CHECKOUT


class Kind(Enum):
    FRUIT = "fruit"
    ROOT = "root"


class Whole(FileModel):
    """A whole and the shares of its parts."""

    label: TranslatedLine
    kind: Annotated[Kind, one_of(Kind)] = Kind.FRUIT
    is_ripe: Flag = Field(default=True, alias="ripe")
    n: Count | None = None
    parts: dict[Id, Percent] = Field(default_factory=dict)
    sold: list[IdText] = Field(default_factory=list)


def digest(folder: Path, text: str) -> str:
    file = folder / "whole.yaml"
    file.write_text(text, "utf-8")
    reading = read(file, "whole.yaml", Whole)
    assert reading.model, reading.faults
    assert not reading.faults
    return digest_of(reading.model)


WRITTEN = """\
label: {de: Apfel, en: Apple}
n: 12
parts: {skin: 10, core: 20.0}
sold: [skin, core]
"""


@pytest.mark.parametrize(
    "other",
    [
        "# a comment\n" + WRITTEN,
        "sold:\n- skin\n- core\nparts:\n  skin: 10\n  core: '20.0'\n"
        'n: "12"\nlabel:\n  en: >-\n    Apple\n  de: Apfel\n',
        WRITTEN.replace("n: 12", "n:   12  # of them"),
        WRITTEN + "kind: fruit\nripe: true\n",
    ],
    ids=["a comment", "layout, quotes, order of keys", "blanks", "defaults written out"],
)
def test_what_is_no_value_changes_nothing(other: str, tmp_path: Path) -> None:
    assert digest(tmp_path, other) == digest(tmp_path, WRITTEN)


@pytest.mark.parametrize(
    "other",
    [
        WRITTEN.replace("Apple", "Apples"),
        WRITTEN.replace("{de: Apfel, en: Apple}", "{de: Apple, en: Apfel}"),
        WRITTEN.replace("{de: Apfel, en: Apple}", "Apfel"),
        WRITTEN.replace("n: 12", "n: 13"),
        WRITTEN.replace("n: 12\n", ""),
        WRITTEN.replace("20.0", "20"),
        WRITTEN.replace("skin: 10, core: 20.0", "core: 20.0, skin: 10"),
        WRITTEN.replace("[skin, core]", "[core, skin]"),
        WRITTEN.replace("[skin, core]", "[skin]"),
        WRITTEN + "kind: root\n",
        WRITTEN + "ripe: false\n",
    ],
)
def test_another_value_or_order_gives_another_digest(other: str, tmp_path: Path) -> None:
    assert digest(tmp_path, other) != digest(tmp_path, WRITTEN)


def test_a_key_that_a_format_gains_changes_no_digest(tmp_path: Path) -> None:
    class Gained(Whole):
        """The same with one key more, at the beginning of the alphabet."""

        added: IdText | None = None

    before = digest(tmp_path, WRITTEN)
    after = read(tmp_path / "whole.yaml", "whole.yaml", Gained).model

    assert after
    assert digest_of(after) == before


@pytest.mark.parametrize(("name", "model"), [("survey.yaml", SurveyFile), ("briefing.yaml", BriefingFile)])
def test_every_value_of_an_example_counts(name: str, model: type[FileModel], tmp_path: Path) -> None:
    written = yaml.load((CHECKOUT / "docs" / "example" / name).read_text("utf-8"), yaml.BaseLoader)
    digests, n_changed = [], 0
    for path in [(), *leaves(written)]:
        (tmp_path / name).write_text(
            yaml.safe_dump(changed(written, path), allow_unicode=True, sort_keys=False), "utf-8"
        )
        reading = read(tmp_path / name, name, model)
        if reading.model and not reading.faults:
            digests.append(digest_of(reading.model))
            n_changed += 1

    assert n_changed > len(leaves(written)) / 2, "most changes leave a file that can be read"
    assert len(set(digests)) == n_changed


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all scalars."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [leaf for key, each in pairs for leaf in leaves(each, (*path, key))]
    return found if isinstance(value, dict | list) else [path]


def changed(value: Any, path: tuple[Any, ...]) -> Any:
    """The value with the scalar at a path prolonged by a digit; nothing is changed at ()."""
    twin = deepcopy(value)
    if path:
        owner = twin
        for key in path[:-1]:
            owner = owner[key]
        owner[path[-1]] += "1"
    return twin
