"""How messages speak of pictures."""

from __future__ import annotations

from report.typesetting.faults import OutputWords


def on_picture(name: str) -> OutputWords:
    """The words for pictures of a format."""
    return OutputWords(
        place=f"its {name} picture",
        beside=f"its place in the {name} picture",
        here=f"in its {name} picture",
        room="there is room for {lines} of {size} px at the smallest",
    )
