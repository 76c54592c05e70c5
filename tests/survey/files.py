"""A small survey file that is right, to be changed in one place by each test, and what is read of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from report.diagnostics import Diagnostic
from report.survey.file import read_survey
from report.survey.model import Published, Survey
from tests.yaml_source.marked import places, unmarked, words

SURVEY = """\
format: 1
title: {de: Medien, en: Media}
short_title: {de: Medien 2016, en: Media 2016}
publisher: Verband
published: 2016-06
population: {de: Leiterinnen, en: heads}
unit: {de: Betriebe, en: companies}
rhythm: yearly
wave: w2016
waves:
  w2013: {date: 2013}
  w2014: {date: 2014-09, source: {de: Heft 9, en: No. 9}, n: 300}
  w2015: {date: 2015, published: false}
  w2016: {date: 2016-06}
segments:
  size:
    label: {de: Größe, en: Size}
    columns:
      small: {label: {de: klein, en: small}, n: 310}
      large: {label: {de: groß, en: large}}
questions:
  teams:
    type: single
    topic: {de: Organisation, en: Organisation}
    label: {de: Wer postet?, en: Who posts?}
    rest: unknown
    answers:
      own: {percent: 49, label: {de: Eigene, en: Own}, short: {de: E., en: O.}}
      cross: {percent: 33, label: {de: Andere, en: Cross}}
      everyone: {percent: 17, label: {de: Alle, en: All}, earlier_label: {w2014: {de: Jeder, en: Anyone}}}
      department: {current: not_asked, label: {de: PR, en: PR}}
    nets:
      team: {of: [own, cross], label: {de: Team, en: Team}, percent: 82}
    earlier:
      w2014: {own: 35, cross: 33, everyone: 17, department: 32}
      w2013: {own: 24}
    breaks:
      - between: [w2014, w2016]
        reason: {de: neue Frage, en: new question}
    segments:
      size:
        small: {own: 46, cross: 32, everyone: 21}
        large: {own: 57, cross: 36, everyone: 7}
  goals:
    type: multiple
    type_source: inferred
    topic: {de: Ziele, en: Goals}
    label: {de: Ziele, en: Goals}
    answers:
      awareness: {percent: 77.5, label: {de: Bekanntheit, en: Awareness}}
      service: {percent: 21, label: {de: Service, en: Service}, break: [w2013, w2014]}
      none_of_them: {label: {de: keines, en: none}, role: none}
"""


def survey(folder: Path, text: str = SURVEY, *, languages: Sequence[str] = ()) -> Survey:
    """The survey of a file without fault."""
    return published(folder, text, languages=languages).survey


def published(folder: Path, text: str = SURVEY, *, languages: Sequence[str] = ()) -> Published:
    """The survey of a file without fault, and its percentages."""
    file = folder / "survey.yaml"
    file.write_text(text, encoding="utf-8")
    found, faults = read_survey(file, "survey.yaml", languages=languages)
    assert isinstance(found, Published), "\n".join(fault.as_text() for fault in faults)
    return found


def faults(folder: Path, text: str, *, languages: Sequence[str] = ()) -> tuple[Diagnostic, ...]:
    """What is told of a file."""
    file = folder / "survey.yaml"
    file.write_text(text, encoding="utf-8")
    _, faults = read_survey(file, "survey.yaml", languages=languages)
    return faults


def changed(*changes: tuple[str, str]) -> str:
    """The survey file with parts replaced; each has to occur."""
    text = SURVEY
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def check(folder: Path, marked: str, *told: str) -> None:
    """Asserts that the file has exactly these faults, at the places marked in it."""
    text, expected = unmarked(marked)

    found = faults(folder, text)

    assert [words(fault) for fault in found] == list(told)
    assert places(found) == expected
