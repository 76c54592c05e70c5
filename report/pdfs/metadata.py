"""The titles of a PDF, which stand twice: in its Info, and in its XMP, where PDF/UA looks for it."""

from __future__ import annotations

from typing import Any

from lxml import etree

from report.pdfs.objects import blob, entry

LARGEST_XMP = 5_000_000
TITLE = "{http://purl.org/dc/elements/1.1/}title"
ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def xmp_title(root: Any) -> str | None:
    """The title of the XMP metadata: that of the language that stands for all, else the first."""
    xmp = blob(entry(root, "/Metadata"), LARGEST_XMP)
    titles = [] if xmp is None else _titles(xmp)
    return dict(reversed(titles)).get("x-default", titles[0][1]) if titles else None


def _titles(xmp: bytes) -> list[tuple[str, str]]:
    """Language and text of each title."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(xmp.strip(b"\0 \r\n\t"), parser)
    except etree.XMLSyntaxError:
        return []
    return [
        (item.get(LANGUAGE, ""), "".join(str(part) for part in item.itertext()))
        for title in tree.iter(TITLE)
        for item in title.iter(ITEM)
    ]
