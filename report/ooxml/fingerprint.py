"""What people see of a deck, in few numbers, so that one that somebody edited is told from one as it was built.

An edit is another order of slides, a slide that is new or gone, shown or hidden, other speaker notes, a comment, and on
a slide, shape by shape from the lowest up, another text (fields aside), another title, number or label of a chart, or
another left, top or width, by more than 2 pt. What a program changes by itself when it saves a deck is none: names,
heights, colours, parts of the file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TypeAlias

from report.frozen import frozen

PROPERTY = "Fingerprint"
"""The property of a deck that holds the digest of the fingerprint it was built with."""

TOLERANCE = 25_400
"""EMU, 2 pt: a shape that lies exactly so far away has not been moved."""

Place: TypeAlias = tuple[int, int, int]
"""Left, top and width of a shape in EMU."""

NOWHERE = "-"


@frozen
class ShapePrint:
    """A shape. text: the digest of what it and its chart say, "" for nothing. place: None where nothing says it."""

    text: str
    place: Place | None

    def is_near(self, other: ShapePrint) -> bool:
        """Whether it lies where the other one does; one whose place nothing says is taken to lie anywhere."""
        if self.place is None or other.place is None:
            return True
        return all(abs(here - there) <= TOLERANCE for here, there in zip(self.place, other.place, strict=True))

    def as_text(self) -> str:
        """The shape in few characters: "548640,1068451,6395720,9f1c2a3b"."""
        return ",".join([*map(str, self.place or (NOWHERE,) * 3), self.text])

    @classmethod
    def of(cls, text: str) -> ShapePrint:
        """The shape of these characters; ValueError if they are none."""
        left, top, width, digest = text.split(",")
        place = None if left == NOWHERE else (int(left), int(top), int(width))
        return cls(digest, place)


@frozen
class SlidePrint:
    """A slide. notes: the digest of what its speaker reads; shapes: from the lowest up."""

    title: str
    is_hidden: bool
    notes: str
    shapes: tuple[ShapePrint, ...]

    def as_json(self) -> dict[str, object]:
        """Plain values; what is usual is left out."""
        return {
            "title": self.title,
            **({"hidden": True} if self.is_hidden else {}),
            **({"notes": self.notes} if self.notes else {}),
            "shapes": " ".join(shape.as_text() for shape in self.shapes),
        }

    @classmethod
    def of(cls, value: Mapping[str, object]) -> SlidePrint:
        """The slide of these plain values; ValueError or KeyError if they are none."""
        shapes = tuple(ShapePrint.of(each) for each in str(value["shapes"]).split())
        return cls(str(value["title"]), bool(value.get("hidden")), str(value.get("notes", "")), shapes)


@frozen
class Fingerprint:
    """A deck: its slides in their order."""

    slides: tuple[SlidePrint, ...]

    @property
    def digest(self) -> str:
        """The same in 32 characters, however many slides there are: Word cuts off what a property holds beyond 255, and
        Excel breaks down over it. Only a deck that lies exactly so has the same one.
        """
        return digest_of(json.dumps(self.as_json()), 32)

    def as_json(self) -> list[dict[str, object]]:
        """Plain values, a slide each."""
        return [slide.as_json() for slide in self.slides]

    @classmethod
    def of(cls, value: object) -> Fingerprint | None:
        """The fingerprint of these plain values; None if they are none."""
        try:
            return cls(tuple(SlidePrint.of(each) for each in value)) if isinstance(value, list) else None
        except (AttributeError, KeyError, TypeError, ValueError):
            return None


def digest_of(text: str, length: int = 8) -> str:
    """So many characters that tell one text from another; of no text none."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:length] if text else ""
