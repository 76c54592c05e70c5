"""The surveys that lie in the checkout, each a folder, and what the stages of the pipeline make of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from report import pipeline
from report.briefing.model import Briefing
from report.pipeline import Layouts, Material, Telling
from report.sources import choose
from tests.conftest import CHECKOUT

SHIPPED = CHECKOUT / "data" / "social-media-2016"
FOLDERS = (
    SHIPPED,
    CHECKOUT / "docs" / "example",
    CHECKOUT / "tests" / "benchmarks" / "briefing",
    CHECKOUT / "tests" / "surveys" / "railway",
    CHECKOUT / "tests" / "surveys" / "appendix",
    CHECKOUT / "tests" / "surveys" / "batteries",
    CHECKOUT / "tests" / "surveys" / "warn-app-2021",
    CHECKOUT / "tests" / "surveys" / "fahrrad-monitor-2021",
    CHECKOUT / "tests" / "surveys" / "masculinity-2018",
)


@cache
def material(folder: Path) -> Material:
    """The tables of the folder's survey and the story told from them."""
    return pipeline.read(choose([folder]).sources[0])


@cache
def telling(folder: Path) -> Telling:
    """The story told in every language it is written in."""
    read = material(folder)
    return pipeline.tell(read, read.story.languages, allow_failed_claims=False)


def briefings(folder: Path) -> tuple[Briefing, ...]:
    """The briefings of it."""
    return telling(folder).briefings


@cache
def layouts(folder: Path) -> tuple[Layouts, ...]:
    """Deck and summary in every language."""
    return pipeline.lay_out(telling(folder))[0]
