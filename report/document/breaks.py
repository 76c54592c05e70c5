"""Why waves are not comparable, in words."""

from __future__ import annotations

from collections.abc import Sequence

from report.briefing.model.prose import Prose, fixed, joined, listed, told, worded
from report.briefing.model.terms import wave_label
from report.language.model import Language
from report.survey.model import Break
from report.tables.model import Banner


def reason_of(broken: Break, waves: Banner, language: Language) -> Prose:
    """What happened to a whole question between two waves."""
    first, second = (wave_label(wave, waves, language) for wave in (broken.before, broken.after))
    reason = worded(broken.reason, language)
    return told(language.words.break_between, first=first, second=second, reason=reason)


def not_comparable(broken: Sequence[str], waves: Banner, language: Language) -> Prose:
    """That waves are not comparable in one answer: "2014 und 2016: eingeschränkt vergleichbar"."""
    names = [wave_label(wave, waves, language) for wave in broken]
    return joined([listed(names, language), fixed(language.words.not_comparable)], ": ")
