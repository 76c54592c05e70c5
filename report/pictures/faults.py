"""How messages speak of pictures."""

from __future__ import annotations

from report.diagnostics import Diagnostic, Severity
from report.typesetting.faults import OutputWords


def on_picture(name: str) -> OutputWords:
    """The words for pictures of a format."""
    return OutputWords(
        place=f"its {name} picture",
        beside=f"its place in the {name} picture",
        here=f"in its {name} picture",
        room="there is room for {lines} of {size} px at the smallest",
    )


def left_out(fault: Diagnostic, finding: str, name: str, *, without: str | None) -> Diagnostic:
    """The warning that a picture is not made.

    fault: why; finding: how messages name it; name: of the format; without: of what the theme adds, that without which
    there is room.
    """
    room = f"without {without} of the theme there is room" if without else None
    return Diagnostic(
        "picture-left-out",
        f"there is no {name} picture of {finding}: {fault.message}",
        fault.location,
        severity=Severity.WARNING,
        notes=fault.notes,
        hint="; ".join(part for part in (fault.hint, room) if part) or None,
    )
