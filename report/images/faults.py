"""The kinds of fault that the file of a picture can have."""

from __future__ import annotations

from enum import StrEnum


class ImageFault(StrEnum):
    """Ids of the diagnostics of this package."""

    NOT_A_PICTURE = "not-a-picture"
    NOT_DRAWN = "not-drawn"
    PICTURE_TOO_LARGE = "picture-too-large"
