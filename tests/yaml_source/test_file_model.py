"""A block of keys: unknown, missing and repeated ones; and how much of a faulty file is still read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import FrozenInstanceError
from enum import Enum
from pathlib import Path
from typing import Annotated, ClassVar

import jsonschema
import pytest

from report.diagnostics import SourceText
from report.yaml_source import (
    Field,
    FileModel,
    Id,
    IdText,
    Line,
    Percent,
    Reading,
    TranslatedLine,
    missing_languages,
    one_of,
    outer_texts,
    read,
    texts_of,
)
from report.yaml_source.editors import schema_for_editors
from report.yaml_source.schema import NAME_AS_SHOWN
from tests.yaml_source.marked import places, unmarked, words


class Kind(Enum):
    FRUIT = "fruit"
    ROOT = "root"


class Part(FileModel):
    """A part of a whole."""

    hints_if_missing: ClassVar[Mapping[str, str]] = {"label": NAME_AS_SHOWN}

    label: TranslatedLine = Field(description="What it is called.")
    share: Percent | None = Field(default=None, alias="percent")
    origin: IdText | None = None


class Whole(FileModel):
    """A whole and its parts."""

    kind: Annotated[Kind, one_of(Kind, blank=Kind.FRUIT)]
    label: TranslatedLine
    parts: dict[Id, Part] = Field(min_length=1)
    pairs: list[Part] = Field(default_factory=list)


class Basket(FileModel):
    """The file."""

    title: Line | None = None
    wholes: dict[Id, Whole] = Field(default_factory=dict)
    needed: list[IdText] = Field(default_factory=list, min_length=2)


def reading(folder: Path, text: str) -> Reading[Basket]:
    file = folder / "basket.yaml"
    file.write_text(text, encoding="utf-8")
    return read(file, "basket.yaml", Basket)


APPLE = "wholes: {apple: {kind: fruit, label: {de: x}, parts: {skin: {label: {de: y}}}}}"


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            "⟦titel⟧: x",
            'error[unknown-key]: "titel" is not a key of the file\n'
            "  the file can have the keys needed, title, wholes\n"
            '  hint: did you mean "title"?',
        ),
        (
            APPLE.replace("{label: {de: y}}", "{label: {de: y}, ⟦share⟧: 4}"),
            'error[unknown-key]: "share" is not a key of `skin`\n  `skin` can have the keys label, origin, percent',
        ),
        (
            APPLE.replace("skin: {label: {de: y}}", "⟦skin⟧: {percent: 4}"),
            "error[missing-key]: the key `label` is missing in `skin`\n"
            "  hint: add its name as it is shown, such as label: Skin",
        ),
        (
            APPLE.replace("}}}}}", "}}}, pairs: [⟦⟧{percent: 4}]}}"),
            "error[missing-key]: the key `label` is missing in an entry of `pairs`",
        ),
        (
            APPLE.replace("}}}}}", "}}}, pairs: [{label: {de: z}, ⟦size⟧: 4}]}}"),
            'error[unknown-key]: "size" is not a key of an entry of `pairs`\n'
            "  an entry of `pairs` can have the keys label, origin, percent",
        ),
        (
            APPLE.replace("}}}}}", "}}}, pairs: [⟦text⟧]}}"),
            "error[wrong-type]: an entry of `pairs` is a text where a block of keys belongs",
        ),
        (
            APPLE.replace("parts: {skin: {label: {de: y}}}", "⟦parts⟧: {}"),
            "error[too-few]: `parts` needs at least one entry",
        ),
        ("⟦needed⟧: [a]", "error[too-few]: `needed` needs at least 2 entries"),
        (
            APPLE.replace("{label: {de: y}}", "⟦peel⟧"),
            "error[wrong-type]: `skin` is a text where a block of keys belongs",
        ),
    ],
)
def test_a_faulty_block_is_told_at_its_place(tmp_path: Path, marked: str, told: str) -> None:
    text, expected = unmarked(marked)

    found = reading(tmp_path, text).faults

    assert [words(fault) for fault in found] == [told]
    assert places(found) == expected


MIXED = """\
title: ⟦[⟧x]
wholes:
  apple:
    kind: ⟦froot⟧
    label: {de: Apfel}
    ⟦colour⟧: red
    parts:
      skin: {percent: ⟦5,5⟧, label: {de: Schale}}
      ⟦core⟧: {percent: 4}
      ⟦Pulp⟧: {label: {de: Fleisch}}
      ⟦skin⟧: {label: {de: Haut}}
    pairs:
      - {label: {de: a}, origin: ⟦b c⟧}
      - ⟦text⟧
      - {label: {de: d}, origin: e}
"""


def test_all_faults_of_a_file_are_told_in_one_run_from_top_to_bottom(tmp_path: Path) -> None:
    text, expected = unmarked(MIXED)

    found = reading(tmp_path, text).faults

    assert places(found) == expected
    assert [str(fault.id) for fault in found] == [
        "wrong-type",
        "unknown-value",
        "unknown-key",
        "decimal-comma",
        "missing-key",
        "malformed-id",
        "duplicate-key",
        "malformed-id",
        "wrong-type",
    ]


def test_what_is_right_in_a_faulty_file_is_read_and_the_rest_is_blank_or_gone(tmp_path: Path) -> None:
    model = reading(tmp_path, unmarked(MIXED)[0]).model

    assert model and model.title == SourceText("")
    apple = model.wholes["apple"]
    assert apple.kind is Kind.FRUIT
    assert list(apple.parts) == ["skin", "core"]
    assert apple.parts["core"].label.location is None
    assert [pair.origin for pair in apple.pairs] == [SourceText(""), SourceText("e")]


def test_a_block_knows_what_is_certain_about_its_keys(tmp_path: Path) -> None:
    model = reading(tmp_path, unmarked(MIXED)[0]).model

    assert model
    apple = model.wholes["apple"]
    assert not model.knows("title") and model.knows("needed")
    assert apple.knows("label") and not apple.knows("kind")
    assert not apple.knows("parts")
    assert not apple.parts["skin"].knows("percent") and apple.parts["skin"].knows("origin")
    # "colour" may be any of the keys that are not written.
    assert not apple.knows("absent")
    assert model.wholes["apple"].written("parts") == ("skin", "core", "Pulp")


def test_a_block_knows_its_places(tmp_path: Path) -> None:
    model = reading(tmp_path, APPLE).model

    assert model
    apple = model.wholes["apple"]
    assert apple.named_at.column == APPLE.index("apple") + 1
    assert apple.place_of("parts", "skin").column == APPLE.index("skin") + 1
    assert apple.place_of("parts", "core").column == APPLE.index("parts") + 1
    assert apple.place_of("pairs") == apple.named_at


@pytest.mark.parametrize(
    "text", ["wholes: {apple: {kind: {{ x }}, label: {{ y }}, parts: {{ z }}}}\nneeded: {{ a }}\n"]
)
def test_what_is_told_once_is_not_told_again_by_the_schema(tmp_path: Path, text: str) -> None:
    assert {str(fault.id) for fault in reading(tmp_path, text).faults} == {"unquoted-braces"}


def test_a_repeated_block_is_told_once(tmp_path: Path) -> None:
    text, expected = unmarked(
        """\
wholes:
  apple: &apple
    kind: fruit
    label: {de: x}
    parts: &parts {skin: &skin {label: {de: y}, percent: ⟦a⟧}, core: *skin}
    pairs: [*skin, *skin]
  pear: *apple
  plum: {kind: ⟦x⟧, label: {de: z}, parts: *parts}
"""
    )

    found = reading(tmp_path, text)

    assert places(found.faults) == expected
    assert found.model and list(found.model.wholes) == ["apple", "pear", "plum"]


def test_a_long_text_is_told_in_short(tmp_path: Path) -> None:
    (fault,) = reading(tmp_path, f"{'x' * 500}: 1").faults

    assert fault.message == f'"{"x" * 39}…" is not a key of the file'


def test_a_file_without_anything_usable_has_no_model(tmp_path: Path) -> None:
    file = tmp_path / "part.yaml"
    file.write_text("percent: 5,5\nparts: 1\n", encoding="utf-8")

    found = read(file, "part.yaml", Whole)

    assert found.model is None
    assert [str(fault.id) for fault in found.faults] == [
        "unknown-key",
        "missing-key",
        "missing-key",
        "wrong-type",
    ]


# --------------------------------------------------------------------------------------------------------- languages


def test_every_text_lacking_a_language_is_found(tmp_path: Path) -> None:
    text, expected = unmarked(
        """\
wholes:
  apple:
    kind: fruit
    label: {de: Apfel, en: apple}
    parts:
      skin: {⟦label⟧: {de: Schale}}
      core: {label: Kern}
    pairs:
      - {⟦label⟧: {en: a}}
"""
    )
    model = reading(tmp_path, text).model
    assert model

    found = missing_languages(model, ("de", "en"), declared=None, because="which `languages` asks for")

    assert [words(fault) for fault in found] == [
        'error[missing-language]: no text in "en", which `languages` asks for',
        'error[missing-language]: no text in "de", which `languages` asks for',
    ]
    assert places(found) == expected
    assert len(list(texts_of(model))) == 4


def test_one_string_is_in_the_declared_language(tmp_path: Path) -> None:
    model = reading(tmp_path, APPLE.replace("{de: y}", "y")).model
    assert model

    assert missing_languages(model, ("de",), declared="de", because="") == ()
    (absent,) = missing_languages(model, ("de", "en"), declared="de", because="that is asked for")
    assert absent.message == 'no text of this file is in "en", that is asked for'


# ------------------------------------------------------------------------------------------------- beside the models


def test_the_outer_keys_of_a_broken_file_are_seen(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_text("a: 'x y'  # why\nb:\n  c: {{\nd: }\n", encoding="utf-8")

    found = outer_texts(file, "f.yaml")

    assert {key: text.text for key, text in found.items()} == {"a": "x y", "b": "", "d": "}"}
    assert (place := found["a"].location) and (place.line, place.column, place.length) == (1, 5, 3)
    assert outer_texts(tmp_path, "f.yaml") == {}


class Crate(FileModel):
    """A file whose list is not empty where it is not written."""

    kinds: list[Annotated[Kind, one_of(Kind)]] = Field(default=[Kind.FRUIT, Kind.ROOT])
    label: Line | None = None


def test_what_was_read_cannot_be_changed_but_given_other_values(tmp_path: Path) -> None:
    model = reading(tmp_path, "title: x").model
    assert model

    other = model.with_values(title=SourceText("y"))

    assert model.title and other.title
    assert (model.title.text, other.title.text, other.place_of("title").line) == ("x", "y", 1)
    with pytest.raises(FrozenInstanceError, match="title"):
        model.title = None


def test_what_is_not_written_is_no_value_that_files_share(tmp_path: Path) -> None:
    file = tmp_path / "crate.yaml"
    file.write_text("label: x", encoding="utf-8")

    first, second = (read(file, "crate.yaml", Crate).model for _ in range(2))

    assert first and second
    assert first.kinds == second.kinds == [Kind.FRUIT, Kind.ROOT]
    assert first.kinds is not second.kinds
    assert schema_for_editors(Crate)["properties"]["kinds"]["default"] == ["fruit", "root"]


def test_an_editor_is_told_the_keys_their_types_and_that_there_are_no_others() -> None:
    schema = schema_for_editors(Basket)
    right = {"wholes": {"apple": {"kind": "fruit", "label": {"de": "x"}, "parts": {"a": {"label": "y", "percent": 5}}}}}

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(right, schema)
    for wrong in (
        {"titel": "x"},
        {"title": None},
        {"needed": ["a"]},
        json.loads(json.dumps(right).replace('"fruit"', '"froot"')),
        json.loads(json.dumps(right).replace('"percent": 5', '"percent": 101')),
        json.loads(json.dumps(right).replace('"label": "y", ', "")),
        json.loads(json.dumps(right).replace('"de"', '"deutsch"')),
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)
    assert schema["definitions"]["Part"]["properties"]["label"]["description"] == "What it is called."
    assert '"null"' not in json.dumps(schema)
