"""The kind of fault that choosing a language can have."""

from __future__ import annotations

from enum import StrEnum


class LanguageFault(StrEnum):
    """Ids of the diagnostics of this package."""

    UNKNOWN_LANGUAGE = "unknown-language"
