"""Finds a language by its code, so that nothing else in the program lists the languages there are.

A language is a module of this package named by its code (two or three small letters) that gives `LANGUAGE`.
"""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from importlib import import_module

import report.language
from report.diagnostics import Diagnostic, UsageError
from report.language.faults import LanguageFault
from report.language.model import Language

CODE = re.compile(r"[a-z]{2,3}")
"""The codes of ISO 639-1 and 639-3; no other module of this package has so short a name."""


class UnknownLanguage(UsageError):
    """No file of this package describes the language asked for."""

    def __init__(self, code: str) -> None:
        self.code = code
        known = f"known are {', '.join(available())}"
        super().__init__([Diagnostic(LanguageFault.UNKNOWN_LANGUAGE, f'there is no language "{code}"', notes=(known,))])


def available() -> tuple[str, ...]:
    """The codes of all languages in alphabetical order."""
    return _in_folders(tuple(report.language.__path__))


@cache
def _in_folders(folders: tuple[str, ...]) -> tuple[str, ...]:
    """Every text of a file asks for them, so a folder is looked through once."""
    modules = pkgutil.iter_modules(folders)
    return tuple(sorted(module.name for module in modules if CODE.fullmatch(module.name)))


def load(code: str) -> Language:
    """The language of that code; raises `UnknownLanguage`, which names the known codes."""
    if code not in available():
        raise UnknownLanguage(code)
    language = import_module(f"report.language.{code}").LANGUAGE
    if not isinstance(language, Language):
        raise TypeError(f"report.language.{code}.LANGUAGE is {language!r}, not a Language")
    return language
