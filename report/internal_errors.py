"""A broken assumption of ours, told apart from a slip of the author: what was being done, and where the details lie.

Every exception that is no ReportError is one. It keeps its type on its way out; each `doing` it passes notes on it what
was being done, the innermost first.
"""

from __future__ import annotations

import platform
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from report.diagnostics import ReportError
from report.whole_files import write_instead

DETAILS = "internal-error.txt"

_WHILE = "while "


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Note `what` ('painting "de/charts/goals.png"') on an internal error that happens inside."""
    try:
        yield
    except ReportError:
        raise
    except Exception as error:
        error.add_note(_WHILE + what)
        raise


def activity(error: BaseException) -> str:
    """What was being done when an internal error happened, as exactly as it is known."""
    notes = [note for note in getattr(error, "__notes__", ()) if note.startswith(_WHILE)]
    return notes[0].removeprefix(_WHILE) if notes else "running the command"


def details(error: BaseException, version: str, arguments: Sequence[str]) -> str:
    """What whoever mends the error needs: versions, the call, the traceback."""
    return "\n".join(
        [
            f"befund {version}, Python {platform.python_version()}, {platform.platform()}",
            f"arguments: {' '.join(arguments)}",
            f"while {activity(error)}",
            "",
            "".join(traceback.format_exception(error)),
        ]
    )


def write_details(text: str, folder: Path | None) -> Path | None:
    """Write the details into a folder, or where that fails among the temporary files; None where that fails too."""
    content = text.encode("utf-8", "backslashreplace")
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            write_instead(folder / DETAILS, content)
            return folder / DETAILS
    except OSError:
        pass
    try:
        with tempfile.NamedTemporaryFile(prefix="befund-", suffix=f"-{DETAILS}", delete=False) as file:
            file.write(content)
        return Path(file.name)
    except OSError:
        return None
