"""What the shapes of a finished deck are called, read by nothing of ours."""

from __future__ import annotations

from typing import Any


def called(shape: Any) -> str:
    """The name of a shape, without the node of the document that stands behind it in brackets."""
    name: str = shape.name
    return name.partition(" [")[0]
