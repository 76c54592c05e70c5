"""Quotation marks as word processors set them, which mean nothing to YAML: meant as its own, or to be shown."""

from __future__ import annotations

from report.characters import named
from report.diagnostics import Diagnostic, Location, Severity, shortened
from report.yaml_source.faults import Fault
from report.yaml_source.tree import Scalar

OPENING_MARKS, CLOSING_MARKS = "“„‟”‘‚‛’«»‹›", "”“‟‘’»«›‹"
"""Those of all languages: one may open what another would close."""


def odd_quotes(mark: str, text: str, place: Location) -> Diagnostic:
    """A text between marks where it needs those of YAML; `place` underlines it with its marks."""
    return Diagnostic(
        Fault.ODD_QUOTES,
        f"{named(mark)} is no quotation mark of YAML, so it holds no text together",
        place,
        hint=f'write "{shortened(text)}", with the straight marks of the keyboard',
    )


def is_in_odd_quotes(node: Scalar) -> bool:
    """Whether all of a plain text stands between two such marks."""
    text = node.text.text
    if not node.is_plain or len(text) < 3 or text[0] not in OPENING_MARKS or text[-1] not in f'{CLOSING_MARKS}"':
        return False
    return text[0] not in text[1:-1] and text[-1] not in text[1:-1]


def odd_quotes_around(node: Scalar) -> Diagnostic:
    """A value between marks that is something else than a text: a number, a word from a list, an id."""
    text = node.text.text
    message = f"{named(text[0])} is no quotation mark of YAML, so it is read as part of the value"
    return Diagnostic(Fault.ODD_QUOTES, message, node.location, hint=f"write {shortened(text[1:-1])}")


def shown_quotes(node: Scalar) -> Diagnostic:
    """A text between marks, which will be shown with them."""
    text = node.text.text
    return Diagnostic(
        Fault.ODD_QUOTES,
        f"{text[0]} and {text[-1]} are shown with this text, since YAML knows only straight quotation marks",
        node.location,
        hint=f"write \"{shortened(text[1:-1])}\" to leave them out, or '{shortened(text)}' to keep them",
        severity=Severity.WARNING,
    )
