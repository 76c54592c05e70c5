"""Applies the rules to a PDF, and tells what they find in the order of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report.checks.pdf import figures, headings, letters, links, naming, parents, tables, text
from report.checks.pdf.rule import Found, Rule
from report.diagnostics import Diagnostic, PdfPlace, in_file_order
from report.pdfs.opening import open_pdf

RULES: tuple[Rule, ...] = (
    *naming.RULES,
    *text.RULES,
    *headings.RULES,
    *figures.RULES,
    *tables.RULES,
    *links.RULES,
    *parents.RULES,
    *letters.RULES,
)
"""What holds for every PDF."""


def check_pdf(path: Path, display: str, rules: Sequence[Rule] = RULES) -> tuple[Diagnostic, ...]:
    """What is wrong with the PDF in a file, page by page, what concerns the whole of it first."""
    pdf = open_pdf(path, display)
    if isinstance(pdf, Diagnostic):
        return (pdf,)
    return in_file_order(_told(rule, found, display) for rule in rules for found in rule.find(pdf))


def _told(rule: Rule, found: Found, display: str) -> Diagnostic:
    place = PdfPlace(display, found.page, found.tag)
    return Diagnostic(rule.id, found.message, hint=rule.mend, severity=rule.severity, in_finished=place)
