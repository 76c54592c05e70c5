"""What percentages are per cent of, as a sentence of the outputs has it: "der Haushalte", "48 von 100 Haushalten"."""

from __future__ import annotations

from collections.abc import Callable

from report.briefing.model.prose import Prose, Words, fixed, joined, told
from report.diagnostics import SourceText
from report.language.model import Language
from report.survey.model import Unit, UnitForm


def behind_share(unit: Unit, language: Language, *, goes_on: bool = False) -> Prose:
    """The unit behind a share: "der Haushalte", "of households", "derer, die davon gehört haben".

    goes_on: the sentence does not end with it, so that a clause is closed.
    """
    form = unit.form(UnitForm.SHARE, language.code) or _declined(unit, language.plurals.behind_share, language)
    plurals, words = language.plurals, Prose((Words.of(form),))
    phrase = words if plurals.has_determiner(form.text) else told(language.words.of_unit, unit=words)
    return joined([phrase, fixed("")], ",") if goes_on and plurals.ends_in_clause(form.text) else phrase


def behind_number(unit: Unit, language: Language) -> Prose:
    """The unit behind a number: "48 von 100 Haushalten"."""
    form = unit.form(UnitForm.OF, language.code) or _declined(unit, language.plurals.behind_number, language)
    return Prose((Words.of(form),))


def _declined(unit: Unit, decline: Callable[[str], str], language: Language) -> SourceText:
    """The plural in another form, which stands where the plural was written."""
    plural = unit.source(language.code)
    return SourceText(decline(plural.text), plural.starts[:1])
