"""What a house says on each of its reports: its logos, its line on confidentiality, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from report.briefing.model import Briefing
from report.briefing.model import Contact as Answering
from report.briefing.model.prose import Prose, Words, told
from report.diagnostics import SourceText
from report.document.model import FindingSection, SectionOfStory
from report.document.model.nodes import LogoMark
from report.theme.model import Brand


def logo_marks(brand: Brand, briefing: Briefing) -> Iterator[LogoMark]:
    """The logos, that of the house first; one of nobody in particular is the publisher's."""
    for number, logo in enumerate(brand.logos):
        owner = Words.of(logo.owner or briefing.survey.publisher)
        id = f"cover/partner-{number}" if number else "cover/logo"
        yield LogoMark(id, logo, told(briefing.language.words.logo, name=owner))


def confidential(brand: Brand | None, briefing: Briefing) -> Prose | None:
    """For whose eyes a report is, if a house says so."""
    return _line(brand.confidential, briefing) if brand else None


def contact_of(brand: Brand | None, briefing: Briefing) -> Answering | None:
    """Whom to ask, where a briefing does not say."""
    line = _line(brand.contact, briefing) if brand else None
    return Answering(line, None, None, None) if line else None


def _line(texts: Mapping[str, SourceText] | None, briefing: Briefing) -> Prose | None:
    return Prose((Words.of(texts[briefing.language.code]),)) if texts else None


def with_line(section: SectionOfStory, line: Prose | None) -> SectionOfStory:
    """A section with the line on confidentiality in the picture of its finding, which leaves the house by itself."""
    if line is None or not isinstance(section, FindingSection):
        return section
    picture = section.picture
    picture = replace(picture, source=picture.source.ending(line), note=picture.note.ending(line))
    return replace(section, picture=picture)
