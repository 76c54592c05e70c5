"""An Office file as its parts, and the one way they are zipped: the same parts always give the same bytes.

Zip files carry dates, attributes and an order that say nothing of the document. They are settled here: the content
types come first, as Office writes them, the other parts by name, all dated 1980-01-01, the first day that zip knows.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

CONTENT_TYPES = "[Content_Types].xml"
FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
COMPRESSION_LEVEL = 6
MADE_ON_FAT = 0
"""The field "create_system"; without it the bytes would tell on which system a file was made."""


def parts_of(package: bytes) -> dict[str, bytes]:
    """The parts of an Office file by name, in the order of the zip; zipfile.BadZipFile if it is none."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The Office file of these parts; equal parts give equal bytes (with the same zlib)."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(parts, key=_rank):
            archive.writestr(_entry(name), parts[name], compresslevel=COMPRESSION_LEVEL)
    return target.getvalue()


def settled(package: bytes) -> bytes:
    """The same parts, zipped the one way."""
    return zipped(parts_of(package))


def _rank(name: str) -> tuple[bool, str]:
    return (name != CONTENT_TYPES, name)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, FIRST_DAY_OF_ZIP)
    entry.create_system = MADE_ON_FAT
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
