"""Links that a screen reader meets in the text, that say where they lead, and lead there."""

from __future__ import annotations

from collections.abc import Iterator

from report.checks.access.reading import VAGUE
from report.checks.pdf.rule import Found, Rule
from report.diagnostics import shortened
from report.pdfs.model import Pdf


def _says_nothing(pdf: Pdf) -> Iterator[Found]:
    for link in pdf.links:
        says = (link.says or "").strip()
        if not says:
            yield Found("a link does not say where it leads (Contents)", link.page)
        elif says.casefold().strip(" .:>»…→") in VAGUE:
            yield Found(f'a link says only "{shortened(says)}" of where it leads (Contents)', link.page)


def _untagged(pdf: Pdf) -> Iterator[Found]:
    named = {number for top in pdf.tree or () for number in top.objects()}
    for link in pdf.links:
        if pdf.tree and link.number not in named:
            what = f'the link "{shortened(link.says)}"' if link.says else "a link"
            yield Found(f"{what} stands in no tag", link.page)


def _nowhere(pdf: Pdf) -> Iterator[Found]:
    for link in pdf.links:
        if not link.leads:
            yield Found(f'the link "{shortened(link.says or "")}" leads nowhere', link.page)


RULES = (
    Rule("pdf-link-text", _says_nothing, "say in its Contents what one finds there"),
    Rule("pdf-link-tag", _untagged, "let a Link tag hold its text and the annotation"),
    Rule("pdf-link-target", _nowhere, "let it lead to a page that there is, or to an address"),
)
