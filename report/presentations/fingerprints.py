"""The fingerprint of a finished deck, and the one that it was built with."""

from __future__ import annotations

from report.frozen import frozen
from report.ooxml.elements import NAMESPACES
from report.ooxml.fingerprint import PROPERTY, Fingerprint
from report.presentations.deck import deck_of
from report.presentations.fingerprinting import Page, fingerprint_of
from report.presentations.package import CUSTOM, Package


@frozen
class Fingerprints:
    """A deck as it is; digest_as_built: of the fingerprint that its build gave it, None where no build of ours did."""

    present: Fingerprint
    digest_as_built: str | None


def fingerprints_of(package: Package) -> Fingerprints:
    """The fingerprints of the presentation in a package."""
    deck = deck_of(package, ".pptx")
    return Fingerprints(fingerprint_of(_page(package, slide) for slide in deck.slides), _digest_as_built(package))


def _page(package: Package, slide: str) -> Page:
    notes = next((package.trees[each] for each in package.targets(slide, "notesSlide") if each in package.trees), None)
    related = (each for each in package.relations(slide) if each.kind == "chart" and each.target in package.trees)
    return Page(package.trees[slide], notes, {each.id: package.trees[each.target] for each in related})


def _digest_as_built(package: Package) -> str | None:
    for each in package.trees.get(CUSTOM, ()):
        if each.get("name") == PROPERTY:
            return each.findtext("vt:lpwstr", "", NAMESPACES) or None
    return None
