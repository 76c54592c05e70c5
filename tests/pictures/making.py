"""Pictures of the surveys in the checkout, in all formats."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from report import pipeline
from report.formats.picture_kinds import PictureName
from report.pictures.model import Picture
from report.pipeline import Layouts, Product, Telling
from tests.surveys import briefings


@cache
def all_formats(folder: Path) -> tuple[Layouts, ...]:
    """The pictures of every finding, in every format and language."""
    told = tuple(replace(briefing, pictures=tuple(PictureName)) for briefing in briefings(folder))
    return pipeline.lay_out(Telling(told), products=(Product.CHARTS,))[0]


def pictures(folder: Path, language: str = "de") -> dict[str, Picture]:
    """Those of one language, by the names of their files."""
    (layouts,) = (each for each in all_formats(folder) if each.briefing.language.code == language)
    return {picture.key: picture for picture in layouts.pictures}
