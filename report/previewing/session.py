"""The preview as long as it lasts: what is saved is laid out anew, and told to the page and to whoever called it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path

from report.diagnostics import Diagnostic, ReportError
from report.frozen import frozen
from report.options import Options
from report.previewing.rounds import Rounds
from report.previewing.server import Desk, Server
from report.previewing.shown import Shown, changed_slides
from report.watching import changes_of

MOST_NAMED = 6
"""Slides that a line names."""
SECONDS_OF_A_TURN = 0.0005
"""Python's own are ten times as long, of which an answer waits for several."""


@frozen
class Previewed:
    """What came of a save. seconds: until the slides were there that somebody looked at.

    changed: the slides that look otherwise, by briefing and language. faults: why what was good before stands, or what
    is to be known of what is shown. is_first: whether there was nothing good before.
    """

    saved: tuple[str, ...]
    seconds: float
    changed: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()
    is_first: bool = False

    def as_text(self) -> str:
        """The round on a line: what was saved, and what that changed."""
        cause = f"{', '.join(self.saved)} saved" if self.saved else "shown"
        return f"{cause}: {self._effect()} ({self.seconds:.2f} s)"

    def _effect(self) -> str:
        is_faulty = any(fault.is_error for fault in self.faults)
        if is_faulty and not self.is_first:
            return "what was good before stands"
        if not any(self.changed.values()):
            return "nothing yet" if is_faulty else "no slide changed"
        several = len({name for name, _ in self.changed}) > 1
        return "; ".join(
            f"{f'{name} ' if several else ''}{language}: {_counted(numbers)}"
            for (name, language), numbers in self.changed.items()
            if numbers
        )


def preview(*paths: str | Path, options: Options, opened: Callable[[str], None]) -> Generator[Previewed, None, None]:
    """Show briefings in the browser, anew whenever something was saved.

    opened: is given the address, once it can be opened. Raises UsageError where there is nothing to show.
    """
    rounds = Rounds(paths, options)
    desk = Desk(rounds.pages)
    changes = changes_of(paths, options)  # before anything is served, so that a wrong call opens no page
    with _turns_taken_quickly(), Server(desk) as server:
        opened(server.address)
        for saved in changes:
            yield _shown(rounds, desk, sorted(map(Path, saved)))


@contextmanager
def _turns_taken_quickly() -> Iterator[None]:
    """Let the server's thread have its turn soon: what it tells the browser takes little, and a layout takes long."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SECONDS_OF_A_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def _shown(rounds: Rounds, desk: Desk, saved: Sequence[Path]) -> Previewed:
    started, seconds = time.monotonic(), None
    names = tuple(sorted({path.name for path in saved}))
    before, last = rounds.slides, None
    desk.read(is_reading=True)
    try:
        for shown in rounds.round(saved, desk.view):
            desk.read(is_reading=False)
            desk.show(shown)
            seconds = seconds or time.monotonic() - started
            last = shown
    except ReportError as error:
        return Previewed(names, time.monotonic() - started, {}, error.diagnostics, not before)
    finally:
        desk.read(is_reading=False)
    assert last and seconds, "a round ends with what is whole"
    changed = {key: changed_slides(before.get(key, ()), slides) for key, slides in rounds.slides.items()}
    return Previewed(names, seconds, changed, _faults(last), not before)


def _counted(numbers: Sequence[int]) -> str:
    if len(numbers) > MOST_NAMED:
        return f"{len(numbers)} slides"
    return f"slide{'s' if numbers[1:] else ''} {', '.join(map(str, numbers))}"


def _faults(shown: Shown) -> tuple[Diagnostic, ...]:
    return tuple(fault.diagnostic for briefing in shown.briefings for fault in briefing.faults)
