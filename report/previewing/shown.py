"""What the page is told: a list of all there is to see, and each part of it under the digest of its content.

The list is small and comes whenever something changed; parts are fetched once, for what has the same key is the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from hashlib import sha256

from report.deck.model import PlacedChart, PlacedImage, PlacedPicture, PlacedTable, Slide
from report.deck.model.emblems import PlacedEmblem
from report.diagnostics import Diagnostic, Location
from report.frozen import frozen
from report.pictures.model import Picture
from report.previewing.places import ItemPlaces, Lines, ShownNumber, lines_of
from report.text.fonts import Fonts
from report.text.model import Face

JSON, SVG, PNG, FONT = "application/json", "image/svg+xml", "image/png", "font/ttf"


@frozen
class Part:
    """Something that the page fetches."""

    key: str
    media_type: str
    content: bytes = field(repr=False)

    @classmethod
    def of(cls, content: bytes, media_type: str) -> Part:
        """Under the digest of both."""
        digest = sha256(media_type.encode() + b"\0" + content).hexdigest()
        return cls(digest[:32], media_type, content)

    @classmethod
    def of_plain(cls, value: object) -> Part:
        """Plain values, as JSON."""
        return cls.of(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), JSON)


@frozen
class ShownFont:
    """A font file that texts of slides are set in."""

    family: str
    weight: int
    part: Part


@frozen
class ShownSlide:
    """A slide. part: what is seen of it, with notes and alternative texts; places: where its items are written."""

    title: str
    is_hidden: bool
    part: Part
    places: Part
    lines: Lines

    @classmethod
    def of(cls, slide: Slide, painted: str, items: Sequence[ItemPlaces]) -> ShownSlide:
        """The slide as it is painted, and what is known of its items."""
        seen = {"svg": painted, "notes": slide.notes, "alternatives": [*_alternatives(slide)]}
        places = Part.of_plain([_item(item) for item in items])
        return cls(slide.title, slide.is_hidden, Part.of_plain(seen), places, lines_of(items))


@frozen
class ShownPicture:
    """A picture of a finding. text: what lies beside it, caption and alternative text. lines: where it is written."""

    name: str
    format: str
    text: str
    part: Part
    lines: Lines

    @classmethod
    def of(cls, picture: Picture, svg: bytes, lines: Lines) -> ShownPicture:
        """The picture as it is painted."""
        return cls(picture.key, picture.format.name, picture.text, Part.of(svg, SVG), lines)


@frozen
class ShownFault:
    """A fault, and by language the numbers of slides, of pages and of pictures that it stands on."""

    diagnostic: Diagnostic
    slides: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    pages: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    pictures: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def as_plain(self) -> Mapping[str, object]:
        """Cause and cure, its place, and the line that it stands in."""
        found, line = self.diagnostic, self.diagnostic.location.line_text if self.diagnostic.location else ""
        place = found.place.as_text() if found.place else None
        numbers = {"slides": self.slides, "pages": self.pages, "pictures": self.pictures}
        return {**found.as_json(), "place": place, "excerpt": line, "on": numbers}


@frozen
class ShownLanguage:
    """A briefing in one language, as it last was without a fault.

    pages: by what its pages are asked for; page_lines: where each of them is written.
    """

    code: str
    slides: tuple[ShownSlide, ...]
    fonts: tuple[ShownFont, ...] = ()
    pictures: tuple[ShownPicture, ...] = ()
    pages: str | None = None
    page_lines: tuple[Lines, ...] = ()
    has_unseen: bool = False


@frozen
class ShownBriefing:
    """A briefing. codes: of the languages that it is to be shown in, of which those with faults may be missing yet."""

    name: str
    file: str
    codes: tuple[str, ...] = ()
    languages: tuple[ShownLanguage, ...] = ()
    faults: tuple[ShownFault, ...] = ()

    @property
    def is_stale(self) -> bool:
        """Whether an error keeps the page from showing it as it is written now."""
        return any(fault.diagnostic.is_error for fault in self.faults)


@frozen
class Shown:
    """All there is to see. saved: the files that led to it; is_whole: whether nothing of it is still to come."""

    number: int
    saved: tuple[str, ...]
    briefings: tuple[ShownBriefing, ...]
    is_whole: bool = False

    @property
    def parts(self) -> Mapping[str, Part]:
        """Everything that can be fetched, by key."""
        return {part.key: part for part in self._parts()}

    def _parts(self) -> Iterator[Part]:
        for language in (language for briefing in self.briefings for language in briefing.languages):
            yield from (font.part for font in language.fonts)
            yield from (part for slide in language.slides for part in (slide.part, slide.places))
            yield from (picture.part for picture in language.pictures)

    def listed(self) -> str:
        """The list, as one line of JSON."""
        plain = {
            "number": self.number,
            "saved": self.saved,
            "isWhole": self.is_whole,
            "briefings": [_briefing(briefing) for briefing in self.briefings],
        }
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def shown_fonts(families: Mapping[Fonts, str]) -> tuple[ShownFont, ...]:
    """The files of fonts, by what the page calls their typefaces."""
    weights = ((Face.REGULAR, 400), (Face.BOLD, 700))
    return tuple(
        ShownFont(family, weight, Part.of(fonts.file(face).read_bytes(), FONT))
        for fonts, family in families.items()
        for face, weight in weights
    )


def _briefing(briefing: ShownBriefing) -> Mapping[str, object]:
    return {
        "name": briefing.name,
        "file": briefing.file,
        "isStale": briefing.is_stale,
        "codes": briefing.codes,
        "faults": [fault.as_plain for fault in briefing.faults],
        "languages": [_language(language) for language in briefing.languages],
    }


def _language(language: ShownLanguage) -> Mapping[str, object]:
    return {
        "code": language.code,
        "hasUnseen": language.has_unseen,
        "pages": language.pages,
        "fonts": [{"family": font.family, "weight": font.weight, "key": font.part.key} for font in language.fonts],
        "slides": [
            {"title": slide.title, "isHidden": slide.is_hidden, "key": slide.part.key, "places": slide.places.key}
            for slide in language.slides
        ],
        "pictures": [
            {"name": each.name, "format": each.format, "text": each.text, "key": each.part.key}
            for each in language.pictures
        ],
    }


def _alternatives(slide: Slide) -> Iterator[Mapping[str, object]]:
    """What stands for what cannot be read as text, item by item; None: it is passed over when read aloud."""
    for number, item in enumerate(slide.items):
        if isinstance(item, PlacedPicture | PlacedChart | PlacedImage | PlacedEmblem):
            yield {"item": number, "name": item.name, "text": item.alternative}
        elif isinstance(item, PlacedTable):
            yield {"item": number, "name": item.name, "text": "A table, read cell by cell."}


def _item(item: ItemPlaces) -> Mapping[str, object]:
    return {
        "item": item.number,
        "name": item.name,
        "said": item.said,
        "places": [_place(place) for place in item.places],
        "figures": [
            {
                "text": figure.text,
                "expression": figure.expression,
                "place": _place(figure.place) if figure.place else None,
                "cells": figure.cells,
            }
            for figure in item.figures
        ],
        "cells": [_number(cell) for cell in item.cells],
    }


def _number(cell: ShownNumber) -> Mapping[str, object]:
    question, answer, column = cell.labels
    return {
        "id": cell.id,
        "name": cell.name,
        "question": question,
        "answer": answer,
        "column": column,
        "value": cell.value,
        "place": _place(cell.place) if cell.place else None,
    }


def _place(place: Location) -> Mapping[str, object]:
    return {"file": place.file, "line": place.line, "column": place.column, "text": place.line_text.strip()}


def changed_slides(before: Iterable[ShownSlide], after: Iterable[ShownSlide]) -> tuple[int, ...]:
    """The numbers of slides that look, or are told, otherwise than any did before."""
    known = {slide.part.key for slide in before}
    return tuple(number for number, slide in enumerate(after, 1) if slide.part.key not in known)
