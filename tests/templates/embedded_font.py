"""A font as PowerPoint embeds it: an EOT file, here version 2.1 without compression."""

import struct
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from tests.templates.pictures import BOLD

VERSION, MAGIC = 0x00020001, 0x504C
LETTERS = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def embedded_font() -> bytes:
    """Carlito Bold, its letters alone.

    Source: W3C submission "Embedded OpenType (EOT) File Format", 5 March 2008, section 3.
    """
    font = TTFont(BOLD, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=[], notdef_outline=True))
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    file = BytesIO()
    font.save(file)
    data = file.getvalue()
    table = font["OS/2"]
    panose = bytes(vars(table.panose).values())
    head = struct.pack("<III", len(data), VERSION, 0) + panose
    head += struct.pack("<BBIHH", 1, 0, table.usWeightClass, table.fsType, MAGIC)
    head += struct.pack("<IIII", *(getattr(table, f"ulUnicodeRange{i}") for i in range(1, 5)))
    head += struct.pack("<II", *(getattr(table, f"ulCodePageRange{i}") for i in (1, 2)))
    head += struct.pack("<I16x", font["head"].checkSumAdjustment)
    names = b"".join(_counted(text) for text in ("Carlito", "Bold", "Version 1.104", "Carlito Bold", ""))
    return struct.pack("<I", 4 + len(head) + len(names) + len(data)) + head + names + data


def _counted(text: str) -> bytes:
    raw = text.encode("utf-16-le")
    return struct.pack("<HH", 0, len(raw)) + raw
