"""Small files of statistical packages and Excel, made for one test each."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pyreadstat
import xlsxwriter


def sav(path: Path, columns: Mapping[str, Any], **options: Any) -> Path:
    """An SPSS file with these columns; options as pyreadstat takes them."""
    pyreadstat.write_sav(pl.DataFrame(dict(columns), strict=False), str(path), **options)
    return path


def dta(path: Path, columns: Mapping[str, Any], **options: Any) -> Path:
    """A Stata file with these columns; options as pyreadstat takes them."""
    pyreadstat.write_dta(pl.DataFrame(dict(columns), strict=False), str(path), **options)
    return path


def with_extension(path: Path, subtype: int, data: bytes) -> Path:
    """An SPSS file (little-endian) with one more extension record in its dictionary."""
    content = path.read_bytes()
    end = content.index(struct.pack("<2i", 999, 0))
    record = struct.pack("<4i", 7, subtype, 1, len(data)) + data
    path.write_bytes(content[:end] + record + content[end:])
    return path


def xlsx(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], hidden: Sequence[str] = ()) -> Path:
    """A workbook with these sheets, cell by cell; None is an empty cell."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd hh:mm"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if cell is not None:
                        sheet.write(number, place, cell)
            if name in hidden:
                sheet.hide()
    return path
