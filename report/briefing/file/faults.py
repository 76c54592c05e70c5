"""The kinds of fault that a briefing's file can have beyond those of every YAML file."""

from __future__ import annotations

from enum import StrEnum


class BriefingFault(StrEnum):
    """Ids of the diagnostics of this package."""

    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_LANGUAGE = "duplicate-language"
    RESERVED_NAME = "reserved-name"
    UNKNOWN_FINDING = "unknown-finding"
    TWO_QUESTIONS = "two-questions"
