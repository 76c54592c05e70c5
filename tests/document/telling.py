"""Documents of stories and surveys, told as the pipeline does."""

from __future__ import annotations

from report.briefing.default_story import default_story
from report.briefing.model import Briefing
from report.briefing.story import Story
from report.charts.book import Book
from report.charts.registry import HOUSE_LAYOUTS
from report.document.build import build_document
from report.document.model import Document
from report.survey.model import Survey
from tests.briefing.telling import briefing
from tests.builders import tabulated


def told(story: Story, language: str = "de") -> Document:
    """What is said of a story in a language."""
    return document_of(briefing(story, language)[0])


def document_of(briefing: Briefing) -> Document:
    """What is said of a briefing, with the house's charts."""
    return build_document(briefing, Book.of(briefing, HOUSE_LAYOUTS))


def briefing_of(survey: Survey, language: str = "de") -> Briefing:
    """The default story of a survey, composed."""
    return briefing(default_story(survey, tabulated(survey), "media", ("de", "en")), language)[0]
