"""The kinds of fault that a briefing's file can have beyond those of every YAML file."""

from __future__ import annotations

from enum import StrEnum


class BriefingFault(StrEnum):
    """Ids of the diagnostics of this package."""

    CHAPTER_ORDER = "chapter-order"
    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_LANGUAGE = "duplicate-language"
    FINDING_IN_NO_CHAPTER = "finding-in-no-chapter"
    FINDING_IN_TWO_CHAPTERS = "finding-in-two-chapters"
    MISSING_ALTERNATIVE = "missing-alternative"
    NO_PICTURE = "no-picture"
    NO_TEMPLATE = "no-template"
    NOT_A_MAIL_ADDRESS = "not-a-mail-address"
    NOTHING_ON_SLIDE = "nothing-on-slide"
    RESERVED_NAME = "reserved-name"
    UNKNOWN_FINDING = "unknown-finding"
    TWO_QUESTIONS = "two-questions"
