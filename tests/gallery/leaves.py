"""Which slide, page or picture of the finished files shows which finding; every other finding is taken in English.

Pages hold several findings, so that the first half of the findings is taken of the German summary, the other half of
the English one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from pptx import Presentation
from pypdf import PdfReader

LANGUAGES = {"de": "German", "en": "English"}
FORMATS = ("landscape", "portrait", "square", "story", "print")


class Missing(Exception):
    """A finding is not where it should be."""


@dataclass(frozen=True)
class Leaf:
    """A page of a PDF, counted from 0, or a picture; caption: its kind of chart, its place and its language."""

    caption: str
    file: Path
    page: int | None = None


@dataclass(frozen=True)
class Finding:
    """A finding as the briefing has it; headline: its words by language, without line breaks."""

    id: str
    kind: str
    headline: Mapping[str, str]


@dataclass(frozen=True)
class Built:
    """What `report build` made of the gallery's briefing, and the drawn pages of its decks by language."""

    briefing: Path
    folder: Path
    drawn: Mapping[str, Path]

    def file(self, language: str, ending: str) -> Path:
        """The deck or the summary of a language."""
        return self.folder / language / f"{self.folder.name}-{language}{ending}"

    def picture(self, finding: str, form: str, language: str) -> Path:
        """A picture of a finding."""
        name = finding if form == FORMATS[0] else f"{finding}-{form}"
        return self.folder / language / "charts" / f"{name}.png"

    def findings(self) -> list[Finding]:
        """All findings; the caption beside a picture begins with the headline."""
        told = yaml.safe_load(self.briefing.read_text("utf-8"))["findings"]
        return [Finding(each["id"], each["exhibit"]["kind"], self._headlines(each["id"])) for each in told]

    def _headlines(self, finding: str) -> dict[str, str]:
        captions = {code: self.picture(finding, FORMATS[0], code).with_suffix(".txt") for code in LANGUAGES}
        return {code: _line(path.read_text("utf-8").split("\n\n")[0]) for code, path in captions.items()}


def leaves(built: Built) -> Iterator[Leaf]:
    """Slide and pictures of one finding after the other, then the pages of the summaries."""
    findings = built.findings()
    titles = {code: _titles(built.file(code, ".pptx")) for code in LANGUAGES}
    for place, finding in enumerate(findings):
        code = tuple(LANGUAGES)[place % len(LANGUAGES)]
        yield from _slides(built, finding, code, titles[code])
        for form in FORMATS:
            path = built.picture(finding.id, form, code)
            if not path.is_file():
                raise Missing(f'there is no {form} picture of "{finding.id}"')
            yield Leaf(f"{finding.kind} · {form} picture · {LANGUAGES[code]} · {finding.id}", path)
    half = len(findings) // 2
    yield from _pages(built, findings[:half], "de")
    yield from _pages(built, findings[half:], "en")


def _slides(built: Built, finding: Finding, code: str, titles: list[str]) -> Iterator[Leaf]:
    """All slides with the headline of the finding; Missing if there is none."""
    numbers = [number for number, title in enumerate(titles) if title == finding.headline[code]]
    if not numbers:
        raise Missing(f'no slide shows "{finding.id}"')
    for number in numbers:
        caption = f"{finding.kind} · slide · {LANGUAGES[code]} · {finding.id}"
        yield Leaf(caption, built.drawn[code], number)


def _pages(built: Built, findings: list[Finding], code: str) -> Iterator[Leaf]:
    """The pages from the first of some findings to the last."""
    summary = built.file(code, ".pdf")
    reader = PdfReader(summary)
    places = dict(_bookmarks(reader, reader.outline))
    if lost := [each.id for each in findings if each.headline[code] not in places]:
        raise Missing(f"no page of the summary shows {', '.join(lost)}")
    on_page = [(places[each.headline[code]], each) for each in findings]
    for number in range(on_page[0][0], on_page[-1][0] + 1):
        kinds = ", ".join(dict.fromkeys(each.kind for page, each in on_page if page == number)) or "continued"
        yield Leaf(f"{kinds} · page · {LANGUAGES[code]}", summary, number)


def _bookmarks(reader: PdfReader, outline: list) -> Iterator[tuple[str, int]]:
    for each in outline:
        if isinstance(each, list):
            yield from _bookmarks(reader, each)
        else:
            yield _line(str(each.title)), reader.get_destination_page_number(each) or 0


def _titles(deck: Path) -> list[str]:
    shapes = [slide.shapes.title for slide in Presentation(str(deck)).slides]
    return [_line(shape.text_frame.text) if shape else "" for shape in shapes]


def _line(text: str) -> str:
    """A text as one line, so that breaks and widths of blanks make no difference."""
    return " ".join(text.split())
