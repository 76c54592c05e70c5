"""A template written as an Office file: python-pptx's default package, its master, layouts and theme made anew."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pptx
from lxml import etree

from report.ooxml.elements import NAMESPACES, qualified
from report.ooxml.package import CONTENT_TYPES, parts_of, zipped
from tests.templates.brand import Layout, Master, Slide, Template, Theme, Type
from tests.templates.shapes import emu, fill

DEFAULT = Path(pptx.__file__).parent / "templates/default.pptx"
KEPT = ("ppt/presProps.xml", "ppt/viewProps.xml", "ppt/tableStyles.xml", "docProps/app.xml")
"""The parts of python-pptx's default package that say nothing of a brand."""
FIRST_ID = 2**31
"""Masters and layouts share one row of ids, which begins here."""
COLOURS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{i}" for i in range(1, 7)), "hlink", "folHlink")
SMALLER = (1, 0.9, 0.8, 0.75, 0.75)
"""The size of each level of a text, as a share of the first."""

DECLARED = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "r", "p"))
EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
WHITE_GROUND = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
CORE = (
    '<cp:coreProperties xmlns:cp="{cp}" xmlns:dc="{dc}" xmlns:dcterms="{dcterms}" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>'
    "<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>14</cp:revision>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2024-03-11T08:30:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-02-04T15:12:00Z</dcterms:modified></cp:coreProperties>'
)
PRESENTATIONML = "application/vnd.openxmlformats-officedocument.presentationml"
OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    r"ppt/slideMasters/[^/]*": f"{PRESENTATIONML}.slideMaster+xml",
    r"ppt/slideLayouts/[^/]*": f"{PRESENTATIONML}.slideLayout+xml",
    r"ppt/slides/[^/]*": f"{PRESENTATIONML}.slide+xml",
    r"ppt/theme/[^/]*": f"{OFFICE}.theme+xml",
    r"ppt/presProps\.xml": f"{PRESENTATIONML}.presProps+xml",
    r"ppt/viewProps\.xml": f"{PRESENTATIONML}.viewProps+xml",
    r"ppt/tableStyles\.xml": f"{PRESENTATIONML}.tableStyles+xml",
    r"docProps/app\.xml": f"{OFFICE}.extended-properties+xml",
    r"docProps/core\.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    r"docProps/custom\.xml": f"{OFFICE}.custom-properties+xml",
}
"""The content type of a part, by a pattern of its name."""
DEFAULT_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "fntdata": "application/x-fontdata",
}
KINDS = {"core-properties": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"}
"""Relationship types that do not begin like the others."""


class Package:
    """The parts of a file that is being written, and which leads to which."""

    def __init__(self, main: str) -> None:
        self.parts: dict[str, bytes] = {}
        self._main = main
        self._relations: dict[str, list[tuple[str, str]]] = {}

    def relate(self, source: str, kind: str, target: str) -> str:
        """The id of the relationship, which is made where there is none; source "" is the package itself."""
        relations = self._relations.setdefault(source, [])
        if (kind, target) not in relations:
            relations.append((kind, target))
        return f"rId{relations.index((kind, target)) + 1}"

    def add_page(self, name: str, xml: str) -> None:
        """A master, layout or slide: its shapes are numbered, the pictures it names related to it."""
        page = etree.fromstring(xml)
        for number, each in enumerate(page.iter(qualified("p:cNvPr")), start=1):
            each.set("id", str(number))
        for each in page.iter(qualified("a:blip")):
            media = each.get(qualified("r:embed"), "").removeprefix("media:")
            each.set(qualified("r:embed"), self.relate(name, "image", f"ppt/media/{media}"))
        self.parts[name] = printed(page)

    def as_bytes(self) -> bytes:
        """The file, with the content types and relationships of its parts."""
        files = {**self.parts, CONTENT_TYPES: self._content_types()}
        for source, relations in self._relations.items():
            folder, _, file = source.rpartition("/")
            files[f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"] = _relations_xml(relations)
        return zipped(files)

    def _content_types(self) -> bytes:
        defaults = "".join(f'<Default Extension="{k}" ContentType="{v}"/>' for k, v in DEFAULT_TYPES.items())
        main = f"{PRESENTATIONML}.{self._main}.main+xml"
        types = {"ppt/presentation.xml": main} | {
            name: content for name in sorted(self.parts) for key, content in TYPES.items() if re.fullmatch(key, name)
        }
        overrides = "".join(f'<Override PartName="/{k}" ContentType="{v}"/>' for k, v in types.items())
        return f'<Types xmlns="{NAMESPACES["types"]}">{defaults}{overrides}</Types>'.encode()


def _relations_xml(relations: list[tuple[str, str]]) -> bytes:
    each = "".join(
        f'<Relationship Id="rId{i}" Type="{KINDS.get(kind, NAMESPACES["r"] + "/" + kind)}" Target="/{target}"/>'
        for i, (kind, target) in enumerate(relations, start=1)
    )
    return f'<Relationships xmlns="{NAMESPACES["relations"]}">{each}</Relationships>'.encode()


def printed(tree: etree._Element) -> bytes:
    """A part as Office begins it."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def written(template: Template) -> bytes:
    """The file of a template; the same template gives the same bytes."""
    default = parts_of(DEFAULT.read_bytes())
    package = Package(template.kind)
    package.parts |= {name: default[name] for name in KEPT}
    company = f"<Company>{template.company}</Company>".encode()
    package.parts["docProps/app.xml"] = default["docProps/app.xml"].replace(b"<Company></Company>", company)
    package.parts["docProps/core.xml"] = CORE.format(
        **NAMESPACES, title=f"Vorlage {template.company}", author="Markenteam"
    ).encode()
    package.parts |= {f"ppt/media/{name}": blob for name, blob in template.media.items()}
    main = "ppt/presentation.xml"
    package.relate("", "officeDocument", main)
    package.relate("", "core-properties", "docProps/core.xml")
    package.relate("", "extended-properties", "docProps/app.xml")
    masters, layouts = _add_masters(package, template.masters, default)
    slides = [_add_slide(package, slide, number, layouts) for number, slide in enumerate(template.slides, start=1)]
    for kind in ("presProps", "viewProps", "tableStyles"):
        package.relate(main, kind, f"ppt/{kind}.xml")
    package.parts[main] = _presentation(default[main], template, masters, slides)
    return package.as_bytes()


def _add_masters(
    package: Package, masters: tuple[Master, ...], default: Mapping[str, bytes]
) -> tuple[list[str], dict[str, str]]:
    """The entries of the masters in the presentation, and the part of each layout by its name."""
    entries: list[str] = []
    layouts: dict[str, str] = {}
    next_id = FIRST_ID
    for number, master in enumerate(masters, start=1):
        name, theme = f"ppt/slideMasters/slideMaster{number}.xml", f"ppt/theme/theme{number}.xml"
        relation = package.relate("ppt/presentation.xml", "slideMaster", name)
        entries.append(f'<p:sldMasterId id="{next_id}" r:id="{relation}"/>')
        listed = []
        for offset, layout in enumerate(master.layouts, start=1):
            part = f"ppt/slideLayouts/slideLayout{len(layouts) + 1}.xml"
            listed.append(
                f'<p:sldLayoutId id="{next_id + offset}" r:id="{package.relate(name, "slideLayout", part)}"/>'
            )
            package.relate(part, "slideMaster", name)
            package.add_page(part, _layout_xml(layout))
            layouts[layout.name] = part
        next_id += len(master.layouts) + 1
        package.relate(name, "theme", theme)
        package.add_page(name, _master_xml(master, "".join(listed), default["ppt/slideMasters/slideMaster1.xml"]))
        package.parts[theme] = _theme_xml(master.theme, default["ppt/theme/theme1.xml"])
    return entries, layouts


def _master_xml(master: Master, layouts: str, default: bytes) -> str:
    styles = etree.fromstring(default).find(qualified("p:txStyles"))
    assert styles is not None
    _restyle(styles[0], master.title, sizes=(1,))
    _restyle(styles[1], master.body, sizes=SMALLER)
    accents = " ".join(f'{name}="{name}"' for name in COLOURS[4:])
    return (
        f"<p:sldMaster {DECLARED}><p:cSld>{master.background or WHITE_GROUND}{_tree(master.shapes)}</p:cSld>"
        f"<p:clrMap {_mapped(master.colour_map)} {accents}/><p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>"
        f"{etree.tostring(styles, encoding='unicode')}</p:sldMaster>"
    )


def _restyle(levels: etree._Element, style: Type, *, sizes: tuple[float, ...]) -> None:
    """Sets the levels of a text style so; those without a size keep their own."""
    for level, size in zip(levels, sizes, strict=False):
        level.set("algn", style.alignment)
        properties = level.find(qualified("a:defRPr"))
        assert properties is not None
        properties.set("sz", str(round(style.size * size) * 100))
        properties.set("b", str(int(style.is_bold)))
        properties[0] = etree.fromstring(fill(style.colour).replace(">", f' xmlns:a="{NAMESPACES["a"]}">', 1))
        properties[1].set("typeface", style.face)
        margin = int(level.get("marL", "0"))
        if margin:
            # The indents of the default package belong to its 32 pt.
            level.set("marL", str(round(margin * style.size / 32)))
            level.set("indent", str(round(int(level.get("indent", "0")) * style.size / 32)))


def _mapped(colour_map: str) -> str:
    return " ".join(f'{key}="{value}"' for key, value in (pair.split("=") for pair in colour_map.split()))


def _layout_xml(layout: Layout) -> str:
    accents = " ".join(f'{name}="{name}"' for name in COLOURS[4:])
    override = f"<a:overrideClrMapping {_mapped(layout.colour_map)} {accents}/>"
    mapping = override if layout.colour_map else "<a:masterClrMapping/>"
    kind = f' type="{layout.kind}"' if layout.kind else ""
    hidden = "" if layout.has_master_shapes else ' showMasterSp="0"'
    return (
        f'<p:sldLayout {DECLARED}{hidden}{kind} preserve="1" userDrawn="1"><p:cSld name="{layout.name}">'
        f"{layout.background}{_tree(layout.shapes)}</p:cSld><p:clrMapOvr>{mapping}</p:clrMapOvr></p:sldLayout>"
    )


def _tree(shapes: tuple[str, ...]) -> str:
    return f"<p:spTree>{EMPTY_GROUP}{''.join(shapes)}</p:spTree>"


def _theme_xml(theme: Theme, default: bytes) -> bytes:
    tree = etree.fromstring(default)
    tree.set("name", theme.name)
    scheme, fonts = tree[0][0], tree[0][1]
    for part in (scheme, fonts):
        part.set("name", theme.name)
    for role, digits in zip(scheme, theme.colours.split(), strict=True):
        role[:] = [etree.Element(qualified("a:srgbClr"), val=digits)]
    for font, face in zip(fonts, (theme.headings, theme.texts), strict=True):
        font[0].set("typeface", face)
    return printed(tree)


def _add_slide(package: Package, slide: Slide, number: int, layouts: Mapping[str, str]) -> str:
    part = f"ppt/slides/slide{number}.xml"
    package.relate(part, "slideLayout", layouts[slide.layout])
    mapping = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    package.add_page(part, f"<p:sld {DECLARED}><p:cSld>{_tree(slide.shapes)}</p:cSld>{mapping}</p:sld>")
    return f'<p:sldId id="{255 + number}" r:id="{package.relate("ppt/presentation.xml", "slide", part)}"/>'


def _presentation(default: bytes, template: Template, masters: list[str], slides: list[str]) -> bytes:
    text = default.decode()
    listed = f"<p:sldIdLst>{''.join(slides)}</p:sldIdLst>" if slides else ""
    size = f'<p:sldSz cx="{emu(template.width)}" cy="{emu(template.height)}"/>'
    text = re.sub(
        r"<p:sldMasterIdLst>.*?</p:sldMasterIdLst><p:sldSz [^>]*>",
        f"<p:sldMasterIdLst>{''.join(masters)}</p:sldMasterIdLst>{listed}{size}",
        text,
    )
    return text.encode()


def changed(package: bytes, edits: Mapping[str, Callable[[bytes], bytes] | None]) -> bytes:
    """The file with some parts changed (None: taken out)."""
    parts = parts_of(package)
    for name, edit in edits.items():
        blob = parts.pop(name)
        if edit is not None:
            parts[name] = edit(blob)
    return zipped(parts)


def swap(old: str, new: str) -> Callable[[bytes], bytes]:
    """The edit that puts one text of a part in another's place; the part must hold it."""

    def edit(blob: bytes) -> bytes:
        assert old.encode() in blob, f"there is no {old!r}"
        return blob.replace(old.encode(), new.encode(), 1)

    return edit


def added(package: bytes, source: str, kind: str, name: str, blob: bytes) -> bytes:
    """The file with one part more, whose relationship from `source` is "rIdKIND"; its type is one of ours."""
    folder, _, file = source.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels".removeprefix("/")
    relation = KINDS.get(kind, f"{NAMESPACES['r']}/{kind}")
    more = f'<Relationship Id="rId{kind.title().replace("-", "")}" Type="{relation}" Target="/{name}"/></Relationships>'
    content = next((v for k, v in TYPES.items() if re.fullmatch(k, name)), None)
    override = f'<Override PartName="/{name}" ContentType="{content}"/></Types>' if content else "</Types>"
    edits = {relations: swap("</Relationships>", more), CONTENT_TYPES: swap("</Types>", override)}
    return zipped({**parts_of(changed(package, edits)), name: blob})
