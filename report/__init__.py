"""Befund: survey results as chart pictures, a PowerPoint briefing and a PDF summary that cannot disagree with the data.

    import report

    result = report.build("data/social-media-2016")
    result.written     # the paths of all files

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report.diagnostics import Diagnostic, Location, ReportError, SourceError, UsageError
    from report.options import Options
    from report.outputs import (
        BuildResult,
        CheckResult,
        SparedError,
        build,
        check,
        explain_template,
        export_schemas,
        init,
    )
    from report.pipeline import Product
    from report.previewing.session import Previewed, preview
    from report.watching import Round, watch

__version__ = "0.1.0"

__all__ = [
    "BuildResult",
    "CheckResult",
    "Diagnostic",
    "Location",
    "Options",
    "Previewed",
    "Product",
    "ReportError",
    "Round",
    "SourceError",
    "SparedError",
    "UsageError",
    "build",
    "check",
    "explain_template",
    "export_schemas",
    "init",
    "preview",
    "watch",
]

_IN_DIAGNOSTICS = frozenset({"Diagnostic", "Location", "ReportError", "SourceError", "UsageError"})
_IN_WATCHING = frozenset({"Round", "watch"})
_IN_PREVIEWING = frozenset({"Previewed", "preview"})


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'report' has no attribute {name!r}")
    if name in _IN_DIAGNOSTICS:
        from report import diagnostics

        return getattr(diagnostics, name)
    if name in _IN_WATCHING:
        from report import watching

        return getattr(watching, name)
    if name in _IN_PREVIEWING:
        from report.previewing import extra

        extra.must_be_there()
        from report.previewing import session

        return getattr(session, name)
    if name == "Options":
        from report.options import Options

        return Options
    if name == "Product":
        from report.pipeline import Product

        return Product
    from report import outputs

    return getattr(outputs, name)
