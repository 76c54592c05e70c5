"""Makes house.pptx, the template of the decks: `python assets/template/make_template.py` writes it beside this script.

Everything in it is written here; no other program's template is its source. Colours and typeface come from
`report.theme.house`, layouts and placeholders from `report.deck.template`, measures from the slides. The same values
give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from sheets import MASTER_ID, NOTES_HEIGHT, NOTES_WIDTH, layout_sheet, master_sheet, notes_sheet

from report.deck.scheme import theme_colors
from report.deck.template import layouts_of
from report.deck.template_to_fill import layouts_to_fill
from report.deck.text_xml import emu
from report.formats.house_slides import HOUSE_SLIDES
from report.formats.slide_kinds import SlideFormat
from report.ooxml.elements import NAMESPACES, element
from report.ooxml.package import zipped
from report.theme.house import HOUSE

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument"
PACKAGE_TYPES = "application/vnd.openxmlformats-package"


def make_template(slides: SlideFormat = HOUSE_SLIDES) -> bytes:
    """The whole package, for decks of that format."""
    of_decks = layouts_of(slides)
    offered = enumerate((*of_decks, *layouts_to_fill(slides)), 1)
    layouts = {f"ppt/slideLayouts/slideLayout{number}.xml": layout for number, layout in offered}
    parts = {
        "[Content_Types].xml": _content_types(list(layouts)),
        "_rels/.rels": _relations(
            ("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml"), CORE_RELATION
        ),
        "docProps/app.xml": APP,
        "docProps/core.xml": CORE,
        "ppt/presentation.xml": _xml(_presentation(slides)),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": PRESENTATION_PROPERTIES,
        "ppt/tableStyles.xml": TABLE_STYLES,
        "ppt/theme/theme1.xml": _theme("House"),
        "ppt/theme/theme2.xml": _theme("House notes"),
        "ppt/slideMasters/slideMaster1.xml": _xml(master_sheet(of_decks.finding, len(layouts), slides)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in range(1, len(layouts) + 1)),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": _xml(notes_sheet()),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations(("theme", "../theme/theme2.xml")),
    }
    for name, layout in layouts.items():
        parts[name] = _xml(layout_sheet(layout, slides))
        parts[name.replace("slideLayouts/", "slideLayouts/_rels/") + ".rels"] = _relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return zipped(parts)


# ------------------------------------------------------------------------------------------------- package and theme


HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
APP = HEAD + (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Befund</Application></Properties>"
)
CORE = HEAD + (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    b' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>House template</dc:title>'
    b'<dc:creator>The Befund authors</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z'
    b'</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:modified>'
    b"</cp:coreProperties>"
)
PRESENTATION_PROPERTIES = HEAD + f'<p:presentationPr xmlns:p="{NAMESPACES["p"]}"/>'.encode()
TABLE_STYLES = (
    HEAD + f'<a:tblStyleLst xmlns:a="{NAMESPACES["a"]}" def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>'.encode()
)
CORE_RELATION = ("core-properties", "docProps/core.xml")


def _xml(root: etree._Element) -> bytes:
    etree.cleanup_namespaces(root, top_nsmap=dict(NAMESPACES), keep_ns_prefixes=["a", "p", "r"])
    return HEAD + etree.tostring(root)


def _relations(*targets: tuple[str, str]) -> bytes:
    """A part's relationships, numbered in the order given."""
    entries = [
        f'<Relationship Id="rId{number}" Type="{_relation_type(kind)}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    ]
    return HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(entries)}</Relationships>'.encode()


def _relation_type(kind: str) -> str:
    return f"{PACKAGE}/relationships/metadata/{kind}" if kind == "core-properties" else f"{OFFICE}/{kind}"


def _content_types(layouts: list[str]) -> bytes:
    kinds = {
        "ppt/presentation.xml": "presentationml.presentation.main",
        "ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster",
        **dict.fromkeys(layouts, "presentationml.slideLayout"),
        "ppt/notesMasters/notesMaster1.xml": "presentationml.notesMaster",
        "ppt/presProps.xml": "presentationml.presProps",
        "ppt/tableStyles.xml": "presentationml.tableStyles",
        "ppt/theme/theme1.xml": "theme",
        "ppt/theme/theme2.xml": "theme",
        "docProps/app.xml": "extended-properties",
    }
    entries = [f'<Override PartName="/{name}" ContentType="{TYPES}.{kind}+xml"/>' for name, kind in kinds.items()]
    core = f'<Override PartName="/docProps/core.xml" ContentType="{PACKAGE_TYPES}.core-properties+xml"/>'
    defaults = (
        f'<Default Extension="rels" ContentType="{PACKAGE_TYPES}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return HEAD + f'<Types xmlns="{PACKAGE}/content-types">{defaults}{"".join(entries)}{core}</Types>'.encode()


def _theme(name: str) -> bytes:
    colors = [
        element(f"a:{role}", element("a:srgbClr", val=color.hex.removeprefix("#")))
        for role, color in theme_colors(HOUSE).items()
    ]
    fonts = [
        element(
            f"a:{role}",
            element("a:latin", typeface=HOUSE.deck_typeface),
            element("a:ea", typeface=""),
            element("a:cs", typeface=""),
        )
        for role in ("majorFont", "minorFont")
    ]
    fill = element("a:solidFill", element("a:schemeClr", val="phClr"))
    formats = element(
        "a:fmtScheme",
        element("a:fillStyleLst", *(_copy(fill) for _ in range(3))),
        element("a:lnStyleLst", *(element("a:ln", _copy(fill), w=emu(width)) for width in (0.75, 1.0, 1.5))),
        element("a:effectStyleLst", *(element("a:effectStyle", element("a:effectLst")) for _ in range(3))),
        element("a:bgFillStyleLst", *(_copy(fill) for _ in range(3))),
        attributes={"name": "House"},
    )
    scheme = element("a:clrScheme", *colors, attributes={"name": "House"})
    elements = element(
        "a:themeElements", scheme, element("a:fontScheme", *fonts, attributes={"name": "House"}), formats
    )
    root = element(
        "a:theme",
        elements,
        element("a:objectDefaults"),
        element("a:extraClrSchemeLst"),
        attributes={"name": name},
    )
    return HEAD + etree.tostring(root)


def _copy(made: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(made))


def _presentation(slides: SlideFormat) -> etree._Element:
    run = element("a:defRPr", element("a:latin", typeface="+mn-lt"), sz=round(slides.roles.body.size * 100), kern=1200)
    level = element("a:lvl1pPr", run, attributes={"algn": "l"})
    return element(
        "p:presentation",
        element("p:sldMasterIdLst", element("p:sldMasterId", attributes={"id": str(MASTER_ID), "r:id": "rId1"})),
        element("p:notesMasterIdLst", element("p:notesMasterId", attributes={"r:id": "rId2"})),
        element("p:sldSz", cx=emu(slides.width), cy=emu(slides.height)),
        element("p:notesSz", cx=emu(NOTES_WIDTH), cy=emu(NOTES_HEIGHT)),
        element("p:defaultTextStyle", level),
        saveSubsetFonts=1,
    )


if __name__ == "__main__":
    Path(__file__).with_name("house.pptx").write_bytes(make_template())
