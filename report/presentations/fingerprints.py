"""The fingerprint of a finished deck, and the one that it was built with."""

from __future__ import annotations

from report.frozen import frozen
from report.ooxml.elements import NAMESPACES
from report.ooxml.fingerprint import PROPERTY, Fingerprint
from report.presentations.deck import deck_of
from report.presentations.fingerprinting import Seen, fingerprint_of
from report.presentations.inheritance import Page, pages_of
from report.presentations.package import CUSTOM, Package


@frozen
class Fingerprints:
    """A deck as it is; digest_as_built: of the fingerprint that its build gave it, None where no build of ours did."""

    present: Fingerprint
    digest_as_built: str | None


def fingerprints_of(package: Package) -> Fingerprints:
    """The fingerprints of the presentation in a package."""
    deck = deck_of(package, ".pptx")
    return Fingerprints(fingerprint_of(_seen(package, page) for page in pages_of(deck)), _digest_as_built(package))


def _seen(package: Package, page: Page) -> Seen:
    notes = (package.trees[each] for each in package.targets(page.part, "notesSlide") if each in package.trees)
    related = (each for each in package.relations(page.part) if each.kind == "chart" and each.target in package.trees)
    comments = [package.trees[each] for each in package.targets(page.part, "comments") if each in package.trees]
    return Seen(page, next(notes, None), {each.id: package.trees[each.target] for each in related}, comments)


def _digest_as_built(package: Package) -> str | None:
    for each in package.trees.get(CUSTOM, ()):
        if each.get("name") == PROPERTY:
            return each.findtext("vt:lpwstr", "", NAMESPACES) or None
    return None
