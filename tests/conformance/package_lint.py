"""What makes PowerPoint offer a repair and the Open XML SDK validator does not see.

An independent reader: the parts as they lie in the zip, parsed by lxml without entities. Each rule is one function over
the whole package; RULES is the list. The rules were found by single mutations of a good deck, and none of them fires on
decks that PowerPoint wrote itself.
"""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from tests.conformance.fault import Fault

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
DCTERMS = "{http://purl.org/dc/terms/}"

PRESENTATION = "ppt/presentation.xml"
CONTENT_TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"

FIRST_BYTES = {
    "png": b"\x89PNG\r\n\x1a\n",
    "jpeg": b"\xff\xd8\xff",
    "jpg": b"\xff\xd8\xff",
    "gif": b"GIF8",
    "emf": b"\x01\x00\x00\x00",
}
"""How a media file of each name begins."""

W3CDTF = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?")

Found = Iterator[tuple[str, str]]
"""What a rule finds: the part it stands in, and a message."""

Rule = Callable[["Package"], Found]


@dataclass(frozen=True)
class Relation:
    """One relationship of a part; target is the part's name in the package, or the address of something outside."""

    id: str
    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class Package:
    """The parts of an Office file: name to bytes, and the names as the zip lists them, doubles included."""

    names: tuple[str, ...]
    blobs: dict[str, bytes]
    _trees: dict[str, etree._Element] = field(default_factory=dict, compare=False, repr=False)

    def tree(self, name: str) -> etree._Element:
        """The part as XML; XMLSyntaxError if it is none."""
        if name not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
            self._trees[name] = etree.fromstring(self.blobs[name], parser)
        return self._trees[name]

    def relations(self, name: str) -> tuple[Relation, ...]:
        """The relationships of a part; of the package itself for ""."""
        folder, base = posixpath.split(name)
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if listed not in self.blobs:
            return ()
        return tuple(_relation(element, folder) for element in self.tree(listed).iter(RELATION))

    def targets(self, name: str, kind: str) -> list[str]:
        """The parts that a part points to by one kind of relationship."""
        return [relation.target for relation in self.relations(name) if relation.kind == kind]

    def parts(self, pattern: str) -> list[str]:
        """Names of the parts that match, in the order of their numbers."""
        found = [name for name in self.blobs if re.fullmatch(pattern, name)]
        return sorted(found, key=lambda name: (len(name), name))

    @cached_property
    def slides(self) -> list[str]:
        """The slide parts, listed in the presentation or not."""
        return self.parts(r"ppt/slides/slide\d+\.xml")

    @cached_property
    def xml_parts(self) -> list[str]:
        """Every part that is XML and neither a relationship list nor the content types."""
        return self.parts(r"(?!.*\.rels$)(?!\[).*\.xml")


def _relation(element: etree._Element, folder: str) -> Relation:
    target = element.get("Target", "")
    is_external = element.get("TargetMode") == "External"
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Id", ""), element.get("Type", "").rsplit("/", 1)[-1], target, is_external)


def read(file: Path) -> Package:
    """The package in a file; BadZipFile if it is none."""
    with zipfile.ZipFile(file) as archive:
        names = tuple(archive.namelist())
        return Package(names, {name: archive.read(name) for name in names})


def faults(deck: Path) -> list[Fault]:
    """What all rules find in a deck."""
    try:
        package = read(deck)
        return [Fault(deck, name_of(rule), part, message) for rule in RULES for part, message in rule(package)]
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        return [Fault(deck, "package-unreadable", "", f"{type(error).__name__}: {error}")]


def name_of(rule: Rule) -> str:
    """A rule's name in a fault: _part_twice is part-twice."""
    return rule.__name__.strip("_").replace("_", "-")


def _part_twice(package: Package) -> Found:
    for name, count in Counter(package.names).items():
        if count > 1:
            yield name, f"the zip holds it {count} times"


def _folder_entry(package: Package) -> Found:
    for name in package.names:
        if name.endswith("/"):
            yield name, "the zip lists a folder; Office lists files only"


def _override_without_part(package: Package) -> Found:
    for override in package.tree(CONTENT_TYPES).iter(f"{TYPES}Override"):
        name = override.get("PartName", "").lstrip("/")
        if name not in package.blobs:
            yield CONTENT_TYPES, f'"{name}" has a content type and does not exist'


def _main_type(package: Package) -> Found:
    for override in package.tree(CONTENT_TYPES).iter(f"{TYPES}Override"):
        if override.get("PartName") == f"/{PRESENTATION}" and override.get("ContentType") != MAIN_TYPE:
            yield CONTENT_TYPES, f'a .pptx holds a presentation, not "{override.get("ContentType")}"'


def _relation_to_nothing(package: Package) -> Found:
    for name in ("", *package.blobs):
        for relation in package.relations(name):
            if not relation.is_external and relation.target not in package.blobs:
                yield name, f'{relation.id} points to "{relation.target}", which does not exist'


def _orphan_part(package: Package) -> Found:
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for relation in package.relations(waiting.pop()):
            if not relation.is_external and relation.target not in reached:
                reached.add(relation.target)
                waiting.append(relation.target)
    for name in package.blobs:
        if name not in reached and name != CONTENT_TYPES and not name.endswith((".rels", "/")):
            yield name, "no relationship reaches it"


def _id_without_relation(package: Package) -> Found:
    for name in package.xml_parts:
        known = {relation.id for relation in package.relations(name)}
        for element in package.tree(name).iter(etree.Element):
            for key, value in element.attrib.items():
                if str(key).startswith(R) and value and str(value) not in known:
                    yield name, f'{_local(element)} names the relationship "{value!s}", which its part does not have'


def _shape_id(package: Package) -> Found:
    for name in package.xml_parts:
        ids = Counter(element.get("id", "") for element in package.tree(name).iter(f"{P}cNvPr"))
        for shape_id, count in ids.items():
            if count > 1 or shape_id in ("", "0"):
                yield name, f"{count} shapes have the id {shape_id or 'nothing'}; ids are above zero and single"


def _slide_list(package: Package) -> Found:
    listed = _listed_slides(package)
    if not listed:
        yield PRESENTATION, "the list of slides is empty"
    for name in package.slides:
        if name not in listed:
            yield name, "the slide is in the package and not in the list of slides"


def _listed_slides(package: Package) -> list[str]:
    target_by_id = {relation.id: relation.target for relation in package.relations(PRESENTATION)}
    return [target_by_id.get(s.get(f"{R}id", ""), "") for s in package.tree(PRESENTATION).iter(f"{P}sldId")]


def _slide_layout(package: Package) -> Found:
    for name in package.slides:
        if len(package.targets(name, "slideLayout")) != 1:
            yield name, "a slide has exactly one layout"


def _notes(package: Package) -> Found:
    masters = package.targets(PRESENTATION, "notesMaster")
    if masters and package.tree(PRESENTATION).find(f"{P}notesMasterIdLst/{P}notesMasterId") is None:
        yield PRESENTATION, "there is a notes master and the presentation does not list it"
    owners = {name: package.targets(name, "notesSlide") for name in package.slides}
    for notes, count in Counter(part for parts in owners.values() for part in parts).items():
        if count > 1:
            yield notes, f"{count} slides share these notes"
    for slide, parts in owners.items():
        for notes in parts:
            if package.targets(notes, "slide") != [slide]:
                yield notes, f'the notes do not point back to "{slide}"'
            if package.targets(notes, "notesMaster") != masters:
                yield notes, "the notes do not point to the notes master"


def _layout_ids(package: Package) -> Found:
    ids = [element.get("id") for element in package.tree(PRESENTATION).iter(f"{P}sldMasterId")]
    for master in package.parts(r"ppt/slideMasters/slideMaster\d+\.xml"):
        ids += [element.get("id") for element in package.tree(master).iter(f"{P}sldLayoutId")]
    for layout_id, count in Counter(ids).items():
        if count > 1:
            yield PRESENTATION, f"{count} masters and layouts have the id {layout_id}; they share one row of ids"


def _placeholders(package: Package) -> Found:
    for name in package.slides:
        titles = 0
        for shape in package.tree(name).iter(f"{P}sp"):
            placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            if placeholder is None:
                continue
            titles += placeholder.get("type") in ("title", "ctrTitle")
            if not "".join(text.text or "" for text in shape.iter(f"{A}t")).strip():
                yield name, f'the placeholder "{_shape_name(shape)}" is empty'
        if titles != 1:
            yield name, f"{titles} titles; a slide has one"


def _shape_name(shape: etree._Element) -> str:
    properties = shape.find(f"{P}nvSpPr/{P}cNvPr")
    return "" if properties is None else properties.get("name", "")


def _tables(package: Package) -> Found:
    for name in package.xml_parts:
        for table in package.tree(name).iter(f"{A}tbl"):
            n_columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            for number, row in enumerate(table.iter(f"{A}tr"), start=1):
                cells = row.findall(f"{A}tc")
                if len(cells) != n_columns:
                    yield name, f"row {number} of a table has {len(cells)} cells for {n_columns} columns"
                for fault in _cells(cells):
                    yield name, f"row {number} of a table: {fault}"


def _cells(cells: list[etree._Element]) -> Iterator[str]:
    for index, cell in enumerate(cells):
        if cell.find(f"{A}txBody") is None:
            yield f"cell {index + 1} holds no text body"
        span = int(cell.get("gridSpan", "1"))
        merged = cells[index + 1 : index + span]
        if len(merged) < span - 1 or any(other.get("hMerge") not in ("1", "true") for other in merged):
            yield f"cell {index + 1} spans {span} columns and the cells after it are not merged into it"


def _sections(package: Package) -> Found:
    tree = package.tree(PRESENTATION)
    sections = list(tree.iter(f"{P14}section"))
    if not sections:
        return
    for section in sections:
        if not section.get("name") or not section.get("id"):
            yield PRESENTATION, "a section has no name or no id"
    listed = [element.get("id") for element in tree.iter(f"{P14}sldId")]
    if Counter(listed) != Counter(element.get("id") for element in tree.iter(f"{P}sldId")):
        yield PRESENTATION, "the sections do not name every slide exactly once"


def _slide_jump(package: Package) -> Found:
    for name in package.slides:
        kind_by_id = {relation.id: relation.kind for relation in package.relations(name)}
        for link in package.tree(name).iter(f"{A}hlinkClick"):
            is_jump = link.get("action", "").startswith("ppaction://hlinksldjump")
            if is_jump and kind_by_id.get(link.get(f"{R}id", "")) != "slide":
                yield name, "a jump to a slide has no relationship to a slide"


def _media(package: Package) -> Found:
    for name in package.parts(r"ppt/media/.*"):
        ending = name.rsplit(".", 1)[-1].lower()
        begins = FIRST_BYTES.get(ending, b"")
        if not package.blobs[name].startswith(begins):
            yield name, f"its bytes are not those of a .{ending} file"
        if ending == "svg" and etree.QName(package.tree(name)).localname != "svg":
            yield name, "its root is not an svg element"


def _svg_extension(package: Package) -> Found:
    for name in package.xml_parts:
        for extension in package.tree(name).iter(f"{A}ext"):
            if extension.get("uri") == SVG_EXTENSION and extension.find(SVG_BLIP) is None:
                yield name, "a picture's SVG extension holds no svgBlip of the right name space; it would be ignored"


def _core_properties(package: Package) -> Found:
    if CORE not in package.blobs:
        yield CORE, "the document properties are missing"
        return
    elements = list(package.tree(CORE))
    for tag, count in Counter(str(element.tag) for element in elements).items():
        if count > 1:
            yield CORE, f'"{tag.rsplit("}", 1)[-1]}" stands there {count} times'
    for element in elements:
        if element.tag in (f"{DCTERMS}created", f"{DCTERMS}modified") and not W3CDTF.fullmatch(element.text or ""):
            yield CORE, f'"{element.text}" is no date'


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


RULES: tuple[Rule, ...] = (
    _part_twice,
    _folder_entry,
    _override_without_part,
    _main_type,
    _relation_to_nothing,
    _orphan_part,
    _id_without_relation,
    _shape_id,
    _slide_list,
    _slide_layout,
    _notes,
    _layout_ids,
    _placeholders,
    _tables,
    _sections,
    _slide_jump,
    _media,
    _svg_extension,
    _core_properties,
)
