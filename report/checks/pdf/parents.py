"""The way back: from what stands on a page to the tag that it stands in, and to no other."""

from __future__ import annotations

from collections.abc import Iterator

from report.checks.pdf.rule import Found, Rule
from report.checks.pdf.text import letters, told
from report.diagnostics import shortened
from report.pdfs.model import Content, Element, ObjectOf, Pdf


def _astray(pdf: Pdf) -> Iterator[Found]:
    """For each page the first of the pieces, and the first of the links, that lead back to another tag or to none."""
    texts, links = told(pdf), {link.number: link for link in pdf.links}
    owners: dict[Content | ObjectOf, list[Element]] = {}
    for element in pdf.elements():
        for kid in element.kids:
            if not isinstance(kid, Element):
                owners.setdefault(kid, []).append(element)
    tags = {element.object_number: element for element in pdf.elements() if element.object_number}
    told_of: set[tuple[int | None, type]] = set()
    for kid, holding in owners.items():
        page = links[kid.number].page if isinstance(kid, ObjectOf) and kid.number in links else holding[0].page
        if pdf.parents.get(kid, 0) in {each.object_number for each in holding} or (page, type(kid)) in told_of:
            continue
        told_of.add((page, type(kid)))
        other = tags.get(pdf.parents.get(kid, 0))
        where = f"{other.type} {other.number}" if other else "no tag"
        text = texts.get(kid, "") if isinstance(kid, Content) else ""
        what = f'"{shortened(text)}"' if letters(text) else "a link" if isinstance(kid, ObjectOf) else "what it holds"
        tag = f"{holding[0].type} {holding[0].number}"
        yield Found(f"{what} leads back to {where} (ParentTree)", page, tag)


RULES = (
    Rule("pdf-parents", _astray, "save it anew with tags from its source; programs that change a file may break this"),
)
