"""Which numbers of a survey the shapes of a deck were built to show, as tags of the shapes tell it.

BEFUND_NODE    findings/development/headline
BEFUND_TEXTS   [{"cells": ["teams/own@w2016"], "text": "2016 haben 49 % ein eigenes Team"}]
"""

from __future__ import annotations

import json

from lxml import etree

from report.frozen import frozen
from report.ooxml.elements import NAMESPACES, qualified
from report.presentations.package import Package

NODE, TEXTS = "BEFUND_NODE", "BEFUND_TEXTS"
"""PowerPoint knows tags by names in capitals alone."""


@frozen
class BoundText:
    """A paragraph, a cell of a table or a number of a chart: the cells that it shows, in order, and what it says."""

    cells: tuple[str, ...]
    text: str


def bound_texts(package: Package, part: str, shape: etree._Element) -> tuple[BoundText, ...]:
    """What a shape of a slide said when it was built; nothing of one without such tags, or with others."""
    targets = {relation.id: relation.target for relation in package.relations(part) if relation.kind == "tags"}
    named = [each.get(qualified("r:id"), "") for each in shape.iterfind("*/p:nvPr/p:custDataLst/p:tags", NAMESPACES)]
    lists = [package.trees[targets[id]] for id in named if targets.get(id) in package.trees]
    told = (
        tag.get("val", "") for tags in lists for tag in tags.iterfind("p:tag", NAMESPACES) if tag.get("name") == TEXTS
    )
    return tuple(text for each in told for text in _parsed(each))


def _parsed(told: str) -> list[BoundText]:
    """The texts that a tag lists; none where somebody else wrote into it."""
    try:
        listed = json.loads(told)
        return [BoundText(tuple(map(str, each["cells"])), str(each["text"])) for each in listed]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []
