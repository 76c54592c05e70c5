"""Attributes of a file that anybody may have written: as they are meant, or as if they were missing."""

from __future__ import annotations

import re

from lxml import etree

WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,15}")
"""What Office reads as one; nothing in a deck is longer."""


def whole_number(element: etree._Element | None, name: str, default: int = 0) -> int:
    """An attribute that should be a whole number; the default where it is missing or none."""
    text = element.get(name, "") if element is not None else ""
    return int(text) if WHOLE_NUMBER.fullmatch(text) else default


def is_on(element: etree._Element | None, name: str, *, default: bool = False) -> bool:
    """An attribute that is true or false."""
    value = element.get(name) if element is not None else None
    return default if value is None else value in ("1", "true", "on")
