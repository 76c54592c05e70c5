"""An Office file as its parts, what type each is of, and which point to which."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

from lxml import etree

from report.frozen import frozen
from report.ooxml.elements import qualified
from report.ooxml.package import CONTENT_TYPES

CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"
"""The parts of the document's properties, Office's own and further ones, under the names that every writer uses."""
ROOT = ""
"""What the relationships of the package itself belong to."""


@frozen
class Relation:
    """One relationship of a part; target is the part's name in the package, or the address of something outside."""

    id: str
    type: str
    target: str
    is_external: bool

    @property
    def kind(self) -> str:
        """What it is for, in a word: "slideLayout"."""
        return self.type.rsplit("/", 1)[-1]


@frozen
class Package:
    """The parts of an Office file.

    names: as the zip lists them, doubles included. trees: the parts that are XML, relationship lists included.
    """

    names: tuple[str, ...]
    blobs: Mapping[str, bytes]
    trees: Mapping[str, etree._Element]
    types: Mapping[str, str]
    listed: Mapping[str, tuple[Relation, ...]]

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The relationships of a part; of the package itself for ROOT."""
        return self.listed.get(part, ())

    def targets(self, part: str, kind: str) -> list[str]:
        """The parts there are that a part points to by one kind of relationship."""
        return [
            each.target
            for each in self.relations(part)
            if each.kind == kind and not each.is_external and each.target in self.blobs
        ]

    def of_type(self, ending: str) -> list[str]:
        """The XML parts whose content type ends so ("presentationml.slide+xml"), in the order of their numbers."""
        found = [name for name in self.trees if self.types.get(name, "").endswith(f".{ending}")]
        return sorted(found, key=lambda name: (len(name), name))

    @property
    def contents(self) -> list[str]:
        """The XML parts that hold something: neither relationships nor content types."""
        return [name for name in self.trees if name != CONTENT_TYPES and not name.endswith(".rels")]


def package_of(names: Sequence[str], blobs: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> Package:
    """The package of these parts, of which `trees` are those that are XML."""
    listed = {part: _relations(trees[rels], part) for rels in trees if (part := _owner(rels)) is not None}
    return Package(tuple(names), blobs, trees, _types(trees[CONTENT_TYPES], blobs), listed)


def _owner(name: str) -> str | None:
    """The part whose relationships lie in a part of this name."""
    folder, base = posixpath.split(name)
    above, rels = posixpath.split(folder)
    return posixpath.join(above, base.removesuffix(".rels")) if rels == "_rels" and base.endswith(".rels") else None


def _relations(listed: etree._Element, part: str) -> tuple[Relation, ...]:
    folder = posixpath.dirname(part)
    return tuple(_relation(each, folder) for each in listed.iter(qualified("relations:Relationship")))


def _relation(each: etree._Element, folder: str) -> Relation:
    target, is_external = each.get("Target", ""), each.get("TargetMode") == "External"
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(each.get("Id", ""), each.get("Type", ""), target, is_external)


def _types(content_types: etree._Element, blobs: Mapping[str, bytes]) -> dict[str, str]:
    """The content type of each part, by its name or else by its ending; "" of one that has none."""
    endings = {
        each.get("Extension", "").lower(): each.get("ContentType", "")
        for each in content_types.iter(qualified("types:Default"))
    }
    parts = {
        each.get("PartName", "").lstrip("/"): each.get("ContentType", "")
        for each in content_types.iter(qualified("types:Override"))
    }
    return {name: parts.get(name) or endings.get(name.rpartition(".")[2].lower(), "") for name in blobs}
