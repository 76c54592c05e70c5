"""The packages that the preview takes and nothing else does; whoever installs befund alone has not got them."""

from __future__ import annotations

from importlib.util import find_spec

from report.diagnostics import Diagnostic, UsageError

PACKAGES = ("pypdfium2", "starlette", "uvicorn", "watchfiles")


def must_be_there() -> None:
    """Raise UsageError where one is missing: before anything is imported that takes it."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        many = "packages that are" if missing[1:] else "a package that is"
        message = f"`preview` takes {many} not installed: {', '.join(missing)}"
        raise UsageError([Diagnostic("missing-extra", message, hint="pip install 'befund[preview]'")])
