"""Fonts that a house brings along: read, measured, or refused with the reason."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from report.diagnostics import Diagnostic, SourceText
from report.language.registry import available, load
from report.text.font_files import NEEDED, font_family
from report.text.fonts import Fonts
from report.text.model import Face, FontFiles
from tests.conftest import CHECKOUT

SHIPPED = CHECKOUT / "assets" / "fonts"


def written(folder: Path, **changed: int) -> Path:
    """A font whose OS/2 table says something else."""
    with TTFont(SHIPPED / "LiberationSans-Regular.ttf") as font:
        for name, value in changed.items():
            setattr(font["OS/2"], name, value)
        font.save(folder / "brand.ttf")
    return folder


def told(folder: Path) -> str:
    found = font_family(folder, "brand.ttf", SourceText("brand.ttf"))
    assert isinstance(found, Diagnostic)
    return found.as_text()


@pytest.mark.parametrize("file", ["LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"])
def test_a_font_belongs_to_a_family(file: str) -> None:
    assert font_family(SHIPPED, file, SourceText(file)) == "Liberation Sans"


@pytest.mark.parametrize("rights", [0x0002, 0x0100, 0x0200], ids=["locked", "no subsets", "bitmaps only"])
def test_a_font_whose_maker_forbids_it_gets_into_no_file(rights: int, tmp_path: Path) -> None:
    assert told(written(tmp_path, fsType=rights)) == (
        'error[font-locked]: the maker of "brand.ttf" forbids that other files hold parts of it\n'
        "  hint: ask its maker for a licence that allows it, or name the typeface without its files"
    )


@pytest.mark.parametrize("rights", [0x0000, 0x0004, 0x0008], ids=["installable", "print", "editable"])
def test_a_font_whose_maker_allows_it_may(rights: int, tmp_path: Path) -> None:
    assert font_family(written(tmp_path, fsType=rights), "brand.ttf", SourceText("brand.ttf")) == "Liberation Sans"


def test_a_font_without_what_texts_need_is_told_with_what_it_lacks(tmp_path: Path) -> None:
    with TTFont(SHIPPED / "LiberationSans-Regular.ttf") as font:
        for table in font["cmap"].tables:
            table.cmap = {code: name for code, name in table.cmap.items() if chr(code) not in "äö„−"}
        font.save(tmp_path / "brand.ttf")

    assert told(tmp_path) == (
        'error[font-incomplete]: "brand.ttf" has no characters ä ö „ −\n'
        "  hint: name a font that has them, or the typeface without its files"
    )


def test_a_font_that_does_not_say_how_high_capitals_are_is_measured(tmp_path: Path) -> None:
    with TTFont(SHIPPED / "LiberationSans-Regular.ttf") as font:
        high = font["glyf"]["H"].yMax
        font["OS/2"].version = 1
        font.save(tmp_path / "brand.ttf")

    assert font_family(tmp_path, "brand.ttf", SourceText("brand.ttf")) == "Liberation Sans"
    fonts = Fonts(tmp_path, FontFiles("brand.ttf", "brand.ttf"))
    assert fonts.cap_height(Face.REGULAR) == high / fonts.units_per_em(Face.REGULAR)


@pytest.mark.parametrize("size", [0, 3, 40, 4000, 200_000, 400_000])
def test_a_file_that_is_no_font_or_ends_early_is_told(size: int, tmp_path: Path) -> None:
    whole = (SHIPPED / "LiberationSans-Regular.ttf").read_bytes()
    (tmp_path / "brand.ttf").write_bytes(whole[:size])

    assert told(tmp_path) == (
        'error[not-a-font]: "brand.ttf" is no TrueType font that can be read\n'
        "  hint: name a .ttf file; whoever made the font has it in this form too"
    )


def test_an_opentype_font_of_postscript_outlines_is_told(tmp_path: Path) -> None:
    with TTFont(SHIPPED / "LiberationSans-Regular.ttf") as font:
        del font["glyf"]
        font.save(tmp_path / "brand.ttf")

    assert told(tmp_path).startswith('error[not-a-font]: "brand.ttf" is no TrueType font: it has no table "glyf"')


def test_a_packed_font_of_web_pages_is_told_by_whatever_name(tmp_path: Path) -> None:
    with TTFont(SHIPPED / "LiberationSans-Regular.ttf") as font:
        font.flavor = "woff"
        font.save(tmp_path / "brand.ttf")

    assert told(tmp_path).startswith('error[not-a-font]: "brand.ttf" is no TrueType font that can be read')


def test_one_that_is_packed_more_tightly_needs_no_library_to_be_told(tmp_path: Path) -> None:
    whole = (SHIPPED / "LiberationSans-Regular.ttf").read_bytes()
    (tmp_path / "brand.ttf").write_bytes(b"wOF2" + whole[4:])

    assert told(tmp_path).startswith('error[not-a-font]: "brand.ttf" is no TrueType font that can be read')


def test_words_of_all_languages_are_written_with_what_is_needed() -> None:
    stood_for = "\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}"
    languages = [load(code).words for code in available()]
    values = (getattr(words, field.name) for words in languages for field in fields(words))
    words = "".join(value for value in values if isinstance(value, str))

    assert sorted({char for char in words if char not in NEEDED + stood_for and char not in "{}_"}) == []
