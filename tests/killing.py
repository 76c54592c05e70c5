"""Processes that die in the middle of their work: at a moment, or at the n-th thing they do with files."""

from __future__ import annotations

import os
import signal
import sys
import time
import warnings
from collections.abc import Callable

FILE_OPERATIONS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir")
"""What the interpreter reports before it does it (sys.addaudithook)."""

FAULT = 3


def killed_after(seconds: float, work: Callable[[], object]) -> bool:
    """Do the work in a process of its own and kill that after so many seconds; whether it was killed before its end."""
    child = _fork(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return _was_killed(child)


def killed_at(operation: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that dies right before its n-th file operation; whether it had so many."""

    def watched() -> None:
        left = operation

        def watch(event: str, _arguments: object) -> None:
            nonlocal left
            if event in FILE_OPERATIONS:
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        work()

    return _was_killed(_fork(watched))


def _fork(work: Callable[[], object]) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the threads of pytest-xdist: the child uses none of them
        child = os.fork()
    if child:
        return child
    code = FAULT
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def _was_killed(child: int) -> bool:
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL), "the work failed before it was killed"
    return os.WIFSIGNALED(status)
