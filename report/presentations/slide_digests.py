"""Slides in few characters: the same for those that show the same by the same means."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from report.presentations.deck import deck_of
from report.presentations.package import Package, Relation

SHARED = ("slideLayout", "notesMaster")
"""What a slide has in common with others; what these look like is no change of the slide."""
ACROSS = ("slide",)
"""What leads to other slides, wherever these lie."""


def slide_digests(package: Package) -> tuple[str, ...]:
    """The digest of every slide of a presentation, with its notes, its pictures and its charts, in their order."""
    return tuple(_digest(package, part) for part in deck_of(package, ".pptx").slides)


def _digest(package: Package, part: str) -> str:
    """A picture decides by what it is, not by what it is called in the package."""
    told = hashlib.sha256(package.blobs[part])
    for relation in sorted(package.relations(part), key=lambda each: each.id):
        for line in _told(package, relation):
            told.update(line.encode("utf-8"))
    return told.hexdigest()


def _told(package: Package, relation: Relation) -> Iterator[str]:
    yield f"{relation.id} {relation.kind} "
    if relation.is_external:
        yield relation.target
    elif relation.kind not in (*SHARED, *ACROSS) and relation.target in package.blobs:
        yield _digest(package, relation.target)
