"""What can be wrong between the parts of a survey file: the whole text of each message, at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.diagnostics import Location
from report.survey.file import SurveyFault, read_survey
from tests.survey.files import changed, check, faults
from tests.yaml_source.marked import places, unmarked, words

WAVES = "  the waves are w2013, w2014, w2015, w2016"
NEIGHBOURS = """\
  the published waves are w2013, w2014, w2016
  hint: a break lies between two published waves of which one follows the other"""
DATE = "  hint: write 2016, 2016-06 or 2016-06-14"

WAVE_FAULTS = [
    (
        ("wave: w2016", "wave: ⟦w2006⟧"),
        f'error[unknown-wave]: "w2006" is not a wave\n{WAVES}\n  hint: did you mean "w2016" or "w2015"?',
    ),
    (
        ("wave: w2016\nwaves:", "⟦waves⟧:"),
        "error[missing-key]: the key `wave` is missing; it names the wave of all figures that name none\n"
        "  hint: write `wave: w2016`, the newest wave",
    ),
    (
        ("wave: w2016", "wave: ⟦w2016⟧"),
        ("w2016: {date: 2016-06}", "w2016: {date: 2016-06, published: false}"),
        'error[unpublished-wave]: nothing was published of the wave "w2016"\n  it has `published: false`',
    ),
    (("w2015: {date: 2015, ", "⟦w2015⟧: {"), "error[missing-key]: the key `date` is missing in `w2015`"),
    (
        ("{date: 2013}", "{date: ⟦13.5.2013⟧}"),
        f'error[not-a-date]: "13.5.2013" is not a date like 2016, 2016-06 or 2016-06-14\n{DATE}',
    ),
    (
        ("published: 2016-06", "published: ⟦2016-13⟧"),
        f'error[not-a-date]: "2016-13" is not in the calendar: month must be in 1..12\n{DATE}',
    ),
    (
        ("w2014: {date: 2014-09,", "⟦w2014⟧: {date: 2012-09,"),
        'error[wave-order]: the wave "w2014" does not lie after "w2013"\n'
        "  hint: list the waves from the earliest to the latest",
    ),
    (
        ("w2014: {date: 2014-09,", "⟦w2014⟧: {date: 2013,"),
        'error[wave-order]: the wave "w2014" does not lie after "w2013"\n'
        "  hint: list the waves from the earliest to the latest",
    ),
    (
        ("w2014: {date: 2014-09,", "⟦w2014⟧: {date: 2013-09,"),
        'error[same-year]: the wave "w2014" lies in the same year as "w2013"\n'
        "  `rhythm: yearly` gives every year one place in a chart\n"
        "  hint: leave out `rhythm`",
    ),
    (
        ("w2013: {own: 24}", "⟦w2012⟧: {own: 24}"),
        f'error[unknown-wave]: "w2012" is not a wave\n{WAVES}\n  hint: did you mean "w2016" or "w2015"?',
    ),
    (
        ("w2013: {own: 24}", "⟦w2016⟧: {own: 24}"),
        'error[not-earlier]: "w2016" is the current wave\n'
        "  hint: figures of the current wave stand at the answers, as `percent`",
    ),
    (
        ("w2013: {own: 24}", "⟦w2015⟧: {own: 24}"),
        'error[unpublished-wave]: nothing was published of the wave "w2015"\n  it has `published: false`',
    ),
    (
        ("  w2016: {date: 2016-06}", "  w2016: {date: 2016-06}\n  w2017: {date: 2017}"),
        ("w2013: {own", "⟦w2017⟧: {own"),
        'error[not-earlier]: "w2017" lies after the current wave "w2016"',
    ),
    (
        ("between: [w2014,", "⟦between⟧: [w2013,"),
        f'error[not-neighbours]: "w2013" and "w2016" are not neighbours\n{NEIGHBOURS}',
    ),
    (
        ("between: [w2014,", "⟦between⟧: [w2015,"),
        f'error[not-neighbours]: "w2015" and "w2016" are not neighbours\n{NEIGHBOURS}',
    ),
    (
        ("between: [w2014,", "⟦between⟧: [w2016,"),
        f'error[not-neighbours]: "w2016" and "w2016" are not neighbours\n{NEIGHBOURS}',
    ),
    (
        ("between: [w2014,", "between: [⟦w2004⟧,"),
        f'error[unknown-wave]: "w2004" is not a wave\n{WAVES}\n  hint: did you mean "w2014" or "w2016"?',
    ),
    (("between: [w2014, w2016]", "⟦between⟧: [w2014]"), "error[too-few]: `between` needs at least 2 entries"),
    (
        ("between: [w2014, w2016]", "between: [w2013, w2014, ⟦⟧w2016]"),
        "error[too-many]: `between` has 3 entries; at most 2 can stand there",
    ),
    (
        ("break: [w2013, w2014]", "⟦break⟧: [w2013, w2016]"),
        f'error[not-neighbours]: "w2013" and "w2016" are not neighbours\n{NEIGHBOURS}',
    ),
    (
        ("earlier_label: {w2014:", "earlier_label: {⟦w2016⟧:"),
        'error[not-earlier]: "w2016" is the current wave\n'
        "  hint: figures of the current wave stand at the answers, as `percent`",
    ),
    (
        ("w2013: {own: 24}", "w2013: {own: 24, ⟦everyone⟧: 9}"),
        ("earlier_label: {w2014:", "not_asked: [w2013], earlier_label: {w2014:"),
        'error[not-asked]: "everyone" was not asked in "w2013" and has a percentage of it\n'
        "  hint: leave out the percentage, or the wave under `not_asked`",
    ),
    (
        ("earlier_label: {w2014:", "not_asked: [⟦w2016⟧], earlier_label: {w2014:"),
        'error[not-earlier]: "w2016" is the current wave\n  hint: write `current: not_asked`',
    ),
    (
        ("earlier_label: {w2014:", "not_asked: [⟦x2014⟧], earlier_label: {w2014:"),
        f'error[unknown-wave]: "x2014" is not a wave\n{WAVES}\n  hint: did you mean "w2014" or "w2016"?',
    ),
    (
        ("earlier_label: {w2014:", "earlier_label: {⟦x2014⟧:"),
        f'error[unknown-wave]: "x2014" is not a wave\n{WAVES}\n  hint: did you mean "w2014" or "w2016"?',
    ),
    (
        ("unit:", "fieldwork: {from: 2016-05, to: ⟦2016-04⟧}\nunit:"),
        'error[dates-reversed]: the fieldwork ends in "2016-04", before it begins in "2016-05"',
    ),
]

NAME_FAULTS = [
    (
        ("w2014: {own: 35,", "w2014: {⟦won⟧: 35,"),
        'error[unknown-answer]: "won" is not an answer of question "teams"\n'
        "  it has the answers own, cross, everyone, department, team\n"
        '  hint: did you mean "own"?',
    ),
    (
        ("small: {own: 46,", "small: {⟦x⟧: 46,"),
        'error[unknown-answer]: "x" is not an answer of question "teams"\n'
        "  it has the answers own, cross, everyone, department, team",
    ),
    (
        ("of: [own, cross]", "of: [own, ⟦team⟧]"),
        'error[unknown-answer]: "team" is not an answer of question "teams"\n'
        "  it has the answers own, cross, everyone, department\n"
        "  hint: a net takes answers together, not nets: leave it out",
    ),
    (
        ("of: [own, cross]", "of: [own, cross, ⟦own⟧]"),
        'error[duplicate-id]: "own" stands in this net twice',
    ),
    (
        ("large: {own: 57,", "⟦larg⟧: {own: 57,"),
        'error[unknown-column]: "larg" is not a column of segment "size"\n'
        "  it has the columns small, large\n"
        '  hint: did you mean "large"?',
    ),
    (
        ("  teams:\n", "  teams:\n    n: {⟦small⟧: 120}\n"),
        'error[unknown-column]: "small" is not a column\n'
        "  its columns are total, w2013, w2014, w2015, w2016, size.small, size.large\n"
        "  hint: write size.small",
    ),
    (
        ("  teams:\n", "  teams:\n    n: {⟦sise.small⟧: 120}\n"),
        'error[unknown-column]: "sise.small" is not a column\n'
        "  its columns are total, w2013, w2014, w2015, w2016, size.small, size.large\n"
        '  hint: did you mean "size.small"?',
    ),
    (
        ("  teams:\n", "  teams:\n    n: {⟦size.smal⟧: 120}\n"),
        'error[unknown-column]: "smal" is not a column of segment "size"\n'
        "  it has the columns small, large\n"
        '  hint: did you mean "small"?',
    ),
    (
        ("  teams:\n", "  teams:\n    n: {⟦w2016⟧: 120}\n"),
        'error[not-earlier]: "w2016" is the current wave\n  hint: its n is written as `total`',
    ),
    (
        ("      size:\n        small: {own", "      ⟦sise⟧:\n        small: {own"),
        'error[unknown-segment]: "sise" is not a segment of the survey\n'
        "  it has the segments size\n"
        '  hint: did you mean "size"?',
    ),
    (
        ("      team: {of", "      ⟦own⟧: {of"),
        'error[duplicate-id]: "own" is the id of an answer already\n'
        "  hint: call this net something else, such as own_net, and wherever it is named",
    ),
    (
        ("      team: {of", "      ⟦w2014⟧: {of"),
        'error[duplicate-id]: "w2014" is the id of a wave already\n'
        "  hint: call this net something else, such as w2014_net, and wherever it is named",
    ),
    (
        ("      service: {percent", "      ⟦size⟧: {percent"),
        'error[duplicate-id]: "size" is the id of a segment already\n'
        "  hint: call this answer something else, such as size_answer, and wherever it is named",
    ),
    (
        ("  size:\n    label: {de: Größe", "  ⟦w2015⟧:\n    label: {de: Größe"),
        ("      size:\n        small: {own", "      w2015:\n        small: {own"),
        'error[duplicate-id]: "w2015" is the id of a wave already\n'
        "  hint: call this segment something else, such as w2015_segment, and wherever it is named",
    ),
    (
        ("unit:", "link: ⟦www.example.org⟧\nunit:"),
        'error[not-a-link]: "www.example.org" is no address of a web page\n'
        '  hint: write all of it, "https://" included',
    ),
]

ROUNDING = "  rounding explains 1.5 at the most"

FIGURE_FAULTS = [
    (
        ("    answers:\n      own: {percent: 49", "    ⟦answers⟧:\n      own: {percent: 59"),
        ("percent: 82", "percent: 92"),
        'error[sum-above-100]: the answers of "teams" sum to 109; of answers that exclude each other 100 is the most\n'
        f"{ROUNDING}\n  hint: write `type: multiple` if several answers were allowed",
    ),
    (
        ("  teams:\n", "  ⟦teams⟧:\n"),
        ("own: {percent: 49", "own: {percent: 48"),
        ("percent: 82", "percent: 81"),
        ("    rest: unknown\n", ""),
        'error[missing-rest]: the answers of "teams" sum to 98, and nothing says what the other 2 are\n'
        f"{ROUNDING}\n"
        "  hint: write `rest: unpublished`, `rest: no_answer` or `rest: unknown`, or `type: multiple`",
    ),
    (
        ("    rest: unknown", "    ⟦rest⟧: unknown"),
        ("everyone: {percent: 17", "everyone: {percent: 18"),
        'error[needless-rest]: the answers of "teams" sum to 100; there is no rest to be declared\n'
        "  hint: leave out `rest`",
    ),
    (
        ("        large: {own: 57", "        ⟦large⟧: {own: 67"),
        'error[sum-above-100]: the answers of "teams" sum to 110; of answers that exclude each other 100 is the most\n'
        f"{ROUNDING}\n  hint: write `type: multiple` if several answers were allowed",
    ),
    (
        ("      w2014: {own: 35,", "      ⟦w2014⟧: {own: 35,"),
        ("between: [w2014, w2016]", "between: [w2013, w2014]"),
        'error[sum-above-100]: the answers of "teams" sum to 117; of answers that exclude each other 100 is the most\n'
        "  rounding explains 2 at the most\n  hint: write `type: multiple` if several answers were allowed",
    ),
    (
        ("percent: 82}", "percent: ⟦84⟧}"),
        f'error[net-sum]: the net "team" has 84, its answers sum to 82\n{ROUNDING}',
    ),
    (
        ("department: {current", "department: {percent: ⟦1⟧, current"),
        ("    rest: unknown\n", ""),
        'error[not-asked]: "department" was not asked in the current wave and has a percentage of it\n'
        "  hint: leave out `percent` or `current`; figures of earlier waves stand under `earlier`",
    ),
    (
        ("type_source: inferred", "decimals: 0"),
        ("percent: 77.5", "percent: ⟦77.5⟧"),
        "error[too-many-decimals]: 77.5 has more decimals than the 0 that `decimals` says",
    ),
    (
        ("percent: 77.5", "percent: ⟦77.1234⟧"),
        "error[too-many-decimals]: 77.1234 has more decimals than the 3 that can be printed",
    ),
    (
        ("      w2014: {own: 35, cross: 33, everyone: 17, department: 32}\n      w2013: {own: 24}\n", ""),
        ("    earlier:\n", "    earlier: {⟦own⟧: 35, cross: 33}\n"),
        "error[wrong-type]: `earlier` has percentages that name no wave\n"
        "  hint: write {...: {own: 35, ...}}, with the id of their wave before the inner brace",
    ),
    (
        ("publisher: Verband", "publisher: ⟦{⟧de: Verband, en: Association}"),
        "error[wrong-type]: `publisher` is a block of keys where a text belongs\n"
        "  hint: write one string, which is the same in all languages",
    ),
    (
        ("published: 2016-06", "published: ⟦2015⟧"),
        'error[dates-reversed]: the survey was published in "2015", before its wave "w2016" took place in "2016-06"\n'
        "  hint: write when these figures were published, or mend the other date",
    ),
    (
        ("published: 2016-06", "published: ⟦2016-06-01⟧"),
        ("unit:", "fieldwork: {from: 2016-06-02, to: 2016-06-30}\nunit:"),
        'error[dates-reversed]: the survey was published in "2016-06-01", before its fieldwork began in "2016-06-02"\n'
        "  hint: write when these figures were published, or mend the other date",
    ),
    (
        ("unit:", "fieldwork: {⟦von⟧: 2016-05, to: 2016-06}\nunit:"),
        'error[unknown-key]: "von" is not a key of `fieldwork`\n'
        "  `fieldwork` can have the keys from, to\n"
        "  hint: write from",
    ),
    (
        ("type_source: inferred", "⟦rest⟧: unknown"),
        "error[not-of-multiple]: `rest` would state a rest of a question with several answers allowed, "
        "whose sum says nothing\n"
        "  hint: leave out `rest`, or write `type: single` if one answer was allowed",
    ),
    (
        ("type_source: inferred", "nets: {⟦all⟧: {of: [awareness, service], label: {de: x, en: y}}}"),
        'error[not-of-multiple]: the net "all" has no percentage, and it is no sum of a question with several answers '
        "allowed\n  hint: write its `percent` as published, or leave the net out",
    ),
    (
        ("type_source: inferred", "nets: {all: {of: [awareness, service], percent: ⟦76⟧, label: {de: x, en: y}}}"),
        'error[net-sum]: the net "all" has 76, its answer "awareness" alone 77.5',
    ),
    (
        ("type_source: inferred", "nets: {all: {of: [awareness, service], percent: ⟦99.6⟧, label: {de: x, en: y}}}"),
        'error[net-sum]: the net "all" has 99.6, its answers sum to 98.5\n  rounding explains 0.6 at the most',
    ),
]

LAST = "  don't know and refused come last, behind all other answers\n  hint: move it to the end"

ORDER_FAULTS = [
    (
        ("      own: {percent: 49,", "      ⟦own⟧: {percent: 49, role: dont_know,"),
        f'error[not-last]: "own" stands before "everyone"\n{LAST}',
    ),
    (
        ("      service: {percent: 21,", "      ⟦service⟧: {percent: 21, role: refused,"),
        f'error[not-last]: "service" stands before "none_of_them"\n{LAST}',
    ),
    (
        ("type: single", "type: scale"),
        ("      own: {percent: 49,", "      ⟦own⟧: {percent: 49, role: midpoint,"),
        'error[midpoint]: "own" is not in the middle: 0 steps come before it, 2 behind\n'
        "  hint: move it to the middle, or leave out `role: midpoint`",
    ),
    (
        ("type: single", "type: scale"),
        ("      everyone: {percent: 17,", "      everyone: {percent: 17, role: dont_know,"),
        ("      cross: {percent: 33,", "      ⟦cross⟧: {percent: 33, role: midpoint,"),
        'error[midpoint]: "cross" is not in the middle: 1 steps come before it, 0 behind\n'
        "  hint: 2 steps have no middle: leave out `role: midpoint`, or give an answer that is no step its role, as in "
        "`role: dont_know`",
    ),
    (
        ("      own: {percent: 49,", "      own: {percent: 49, ⟦role⟧: midpoint,"),
        'error[midpoint]: "own" is a midpoint, which only a scale has\n  hint: leave out `role: midpoint`',
    ),
    (
        ("    type: single", "    type: scale\n    ⟦order⟧: size"),
        "error[order-of-scale]: the answers of a scale keep their own order\n  hint: leave out `order`",
    ),
    (
        ("cross: {percent: 33,", "cross: {percent: 33, ⟦role⟧: midpoint,"),
        'error[midpoint]: "cross" is a midpoint, which only a scale has\n  hint: write `type: scale`',
    ),
]


@pytest.mark.parametrize("case", [*WAVE_FAULTS, *NAME_FAULTS, *FIGURE_FAULTS, *ORDER_FAULTS])
def test_a_fault_is_told_at_its_place(tmp_path: Path, case: tuple[tuple[str, str] | str, ...]) -> None:
    changes = [change for change in case if isinstance(change, tuple)]
    told = [text for text in case if isinstance(text, str)]

    check(tmp_path, changed(*changes), *told)


# --------------------------------------------------------------------------------------------------- where limits lie


def sum_of(*percents: str, rest: str | None = None) -> str:
    """A survey of one single-choice question with these percentages."""
    answers = "\n".join(f"      a{n}: {{percent: {percent}, label: x{n}}}" for n, percent in enumerate(percents))
    return f"""\
format: 1
language: de
title: x
short_title: x
publisher: x
published: 2016
population: x
unit: x
questions:
  q:
    type: single
    topic: x
    label: x
{f"    rest: {rest}" if rest else "    decimals: 1"}
    answers:
{answers}
"""


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # Three answers of one decimal: half a unit each is 0.15.
        (sum_of("50.0", "30.0", "19.8"), ["missing-rest"]),  # 99.8
        (sum_of("50.0", "30.0", "19.9"), []),  # 99.9
        (sum_of("50.0", "30.0", "20.1"), []),  # 100.1
        (sum_of("50.0", "30.0", "20.2"), ["sum-above-100"]),  # 100.2
        # Two answers of one decimal may be off by 0.1 and not by more: the limit itself is explained.
        (sum_of("50.0", "49.9"), []),
        (sum_of("50.0", "49.8"), ["missing-rest"]),
        (sum_of("50.0", "50.1"), []),
        (sum_of("50.0", "50.2"), ["sum-above-100"]),
        # A rest is declared where there is one.
        (sum_of("50.0", "49.9", rest="unknown"), []),
        (sum_of("50.0", "50.0", rest="unknown"), ["needless-rest"]),
    ],
)
def test_rounding_explains_half_a_unit_an_answer(tmp_path: Path, text: str, ids: list[str]) -> None:
    assert [str(fault.id) for fault in faults(tmp_path, text)] == ids


# ------------------------------------------------------------------------------------------------------- languages


def test_every_text_is_needed_in_every_language_of_the_briefing(tmp_path: Path) -> None:
    text, expected = unmarked(
        changed(
            (
                "  w2014: {date: 2014-09, source: {de: Heft 9, en: No. 9}",
                "  w2014: {date: 2014-09, ⟦source⟧: {de: Heft}",
            ),
            ("{label: {de: klein, en: small}", "{⟦label⟧: {de: klein}"),
            ("short: {de: E., en: O.}", "⟦short⟧: {de: E.}"),
            ("earlier_label: {w2014: {de: Jeder, en: Anyone}}", "earlier_label: {⟦w2014⟧: {de: Jeder}}"),
            ("reason: {de: neue Frage, en: new question}", "⟦reason⟧: {de: neue Frage}"),
        )
    )

    found = faults(tmp_path, text, languages=["de", "en"])

    assert {words(fault) for fault in found} == {'error[missing-language]: no text in "en", which `languages` asks for'}
    assert places(found) == expected
    assert faults(tmp_path, text, languages=["de"]) == ()


def test_without_a_briefing_the_languages_of_the_title_are_needed(tmp_path: Path) -> None:
    check(
        tmp_path,
        changed(("unit: {de: Betriebe, en: companies}", "⟦unit⟧: {de: Betriebe}")),
        'error[missing-language]: no text in "en", which the title has',
    )


@pytest.mark.parametrize(("written", "word"), [("", ""), ("~", ""), ("Null", "Null"), ("null", "null")])
def test_a_key_that_is_needed_is_never_to_be_left_out(written: str, word: str, tmp_path: Path) -> None:
    text, _ = unmarked(changed(("    topic: {de: Ziele, en: Goals}", f"    topic: {written}")))

    (fault,) = faults(tmp_path, text)

    meant = f', or "{word}" in quotation marks if that word is meant' if word else ""
    assert fault.as_text().startswith("survey.yaml:47:")
    assert words(fault) == f"error[empty-value]: `topic` has no value\n  hint: it is needed: write its value{meant}"
    quoted = text.replace(f"topic: {written}\n", f'topic: {{de: "{word}", en: "{word}"}}\n')
    assert not word or faults(tmp_path, quoted) == ()


@pytest.mark.parametrize("language", ["de", "en"])
def test_strings_need_a_language_which_is_said_once_where_the_one_that_is_named_is_all_they_lack(
    language: str, tmp_path: Path
) -> None:
    text = changed(
        ("population: {de: Leiterinnen, en: heads}", "⟦population⟧: Leiterinnen"),
        ("unit: {de: Betriebe, en: companies}", "unit: Betriebe"),
    )
    text, _ = unmarked(text)
    told = faults(tmp_path, text, languages=[language])

    assert [words(fault) for fault in told] == [
        "error[no-language]: this text is one string, and nothing says in which language the texts of this survey are\n"
        f"  hint: write `language: {language}` at the top, or one string a language: {{de: ..., en: ...}}"
    ]
    assert faults(tmp_path, f"language: {language}\n{text}", languages=[language]) == ()


def test_every_string_beside_texts_in_several_languages_is_told(tmp_path: Path) -> None:
    one = "error[no-language]: this text is one string, and it is needed in de and en\n  hint: write {de: ..., en: ...}"
    check(
        tmp_path,
        changed(
            ("population: {de: Leiterinnen, en: heads}", "⟦population⟧: Leiterinnen"),
            ("unit: {de: Betriebe, en: companies}", "⟦unit⟧: Betriebe"),
        ),
        one,
        one,
    )


def test_texts_without_the_language_that_the_others_can_be_in_are_told_in_the_same_run(tmp_path: Path) -> None:
    check(
        tmp_path,
        changed(
            ("\ntitle: {de: Medien, en: Media}", "\n⟦title⟧: Medien"),
            ("population: {de: Leiterinnen, en: heads}", "population: {de: Leiterinnen}"),
            ("short_title: {de: Medien 2016, en: Media 2016}", "short_title: {de: Medien 2016}"),
            ("unit: {de: Betriebe, en: companies}", "⟦unit⟧: {en: companies}"),
        ),
        "error[no-language]: this text is one string, and nothing says in which language the texts of this survey are\n"
        "  hint: write `language: de` at the top, or one string a language: {de: ..., en: ...}",
        'error[missing-language]: no text in "de", the language of this survey',
    )


def test_of_a_file_in_one_language_it_is_said_once_that_another_is_asked_for(tmp_path: Path) -> None:
    text = re.sub(r"\{de: ([^,]*), en: [^}]*\}", r"\1", unmarked(changed())[0])

    assert [str(fault.id) for fault in faults(tmp_path, text, languages=["de", "en"])] == [
        "no-language",
        "missing-language",
    ]


def test_one_string_lacks_the_other_languages(tmp_path: Path) -> None:
    check(
        tmp_path,
        "language: de\n" + changed(("unit: {de: Betriebe, en: companies}", "⟦unit⟧: Betriebe")),
        'error[missing-language]: no text in "en", which the title has',
    )


# ------------------------------------------------------------------------------------------------------- many at once


def test_seven_faults_of_one_file_are_seven_messages(tmp_path: Path) -> None:
    check(
        tmp_path,
        changed(
            ("rhythm: yearly", "⟦rythm⟧: yearly"),
            ("wave: w2016", "wave: ⟦w2061⟧"),
            ("own: {percent: 49,", "own: {percent: ⟦49,5⟧,"),
            ("      cross: {percent: 33, label: {de: Andere, en: Cross}}", "      ⟦cross⟧: {percent: 33}"),
            ("w2014: {own: 35,", "w2014: {⟦won⟧: 35,"),
            ("type: multiple", "type: ⟦multipel⟧"),
            ("awareness: {percent: 77.5", "awareness: {percent: ⟦177.5⟧"),
        ),
        'error[unknown-key]: "rythm" is not a key of the file\n'
        "  the file can have the keys data, fieldwork, format, institute, language, link, mode, n, note, population,"
        " published, publisher, questions, rhythm, sample, scales, segments, short_title, source, sponsor, title, unit,"
        " wave, waves, weighting\n"
        '  hint: did you mean "rhythm"?',
        f'error[unknown-wave]: "w2061" is not a wave\n{WAVES}\n  hint: did you mean "w2016" or "w2015"?',
        'error[decimal-comma]: "49,5" has a decimal comma\n'
        "  the outputs show the decimal mark of their language\n"
        "  hint: write 49.5",
        "error[missing-key]: the key `label` is missing in `cross`\n"
        "  hint: add its name as it is shown, such as label: Cross",
        'error[unknown-answer]: "won" is not an answer of question "teams"\n'
        "  it has the answers own, cross, everyone, department, team\n"
        '  hint: did you mean "own"?',
        'error[unknown-value]: "multipel" is not a value of `type`\n'
        "  it can be single, multiple, scale, numeric, nps\n"
        '  hint: did you mean "multiple"?',
        "error[out-of-range]: 177.5 is no percentage from 0 to 100",
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        # A figure that cannot be read hides no sum and makes none up.
        ([("own: {percent: 49,", "own: {percent: x,"), ("    rest: unknown\n", "")], ["not-a-number"]),
        ([("own: {percent: 49,", "own: {percnt: 49,"), ("    rest: unknown\n", "")], ["unknown-key"]),
        ([("    rest: unknown\n", "    rset: unknown\n"), ("17, label", "7, label")], ["unknown-key"]),
        ([("    rest: unknown\n", "    rest: unkown\n"), ("17, label", "7, label")], ["unknown-value"]),
        ([("type: single", "type: singel"), ("17, label", "71, label")], ["unknown-value"]),
        ([("      own: {percent: 49", "      Own: {percent: 49")], ["malformed-id"]),
        ([("      cross: {percent: 33", "      own: {percent: 33")], ["duplicate-key"]),
        # What has no date is in no order, and is a wave all the same.
        ([("w2014: {date: 2014-09, ", "w2014: {")], ["missing-key"]),
        ([("w2014: {date: 2014-09, ", "w2014: {date: 9/2014, ")], ["not-a-date"]),
        # A question without its topic is checked like others.
        (
            [("    topic: {de: Organisation, en: Organisation}\n", ""), ("17, label", "71, label")],
            ["missing-key", "sum-above-100"],
        ),
    ],
)
def test_a_fault_makes_no_further_ones_up_and_hides_none(
    tmp_path: Path, changes: list[tuple[str, str]], told: list[str]
) -> None:
    assert [str(fault.id) for fault in faults(tmp_path, changed(*changes))] == told


def test_a_fault_that_spoils_the_whole_file_is_told_alone(tmp_path: Path) -> None:
    assert [str(fault.id) for fault in faults(tmp_path, "questions:\n  q: {\n")] == ["unclosed-bracket"]


@pytest.mark.parametrize(
    "change",
    [
        ("label: {de: Andere, en: Cross}", "label: {de: ⟦Eigene⟧, en: Cross}"),
        ("label: {de: Andere, en: Cross}", "label: {de: Andere, en: ⟦own⟧}"),
    ],
)
def test_two_answers_of_one_label_are_warned_of_at_the_second(change: tuple[str, str], tmp_path: Path) -> None:
    text, expected = unmarked(changed(change))
    (tmp_path / "survey.yaml").write_text(text, "utf-8")

    found, faults = read_survey(tmp_path / "survey.yaml", "survey.yaml")

    assert found
    assert [words(fault) for fault in faults] == [
        'warning[equal-labels]: "cross" has the label of "own" already\n'
        "  hint: say in the label what sets them apart; only labels are shown"
    ]
    assert places(faults) == expected


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("label: {de: Andere, en: Cross}", "label: {de: Andere, en: Cross}, short: {de: ⟦E.⟧, en: C.}"), "own"),
        (("label: {de: Andere, en: Cross}", "label: {de: Andere, en: Cross}, short: {de: A., en: ⟦O.⟧}"), "own"),
        (("label: {de: Andere, en: Cross}", "label: {de: ⟦E.⟧, en: Cross}"), "own"),
    ],
)
def test_two_answers_that_read_alike_in_narrow_places_are_warned_of(
    change: tuple[str, str], told: str, tmp_path: Path
) -> None:
    text, expected = unmarked(changed(change))
    (tmp_path / "survey.yaml").write_text(text, "utf-8")

    found, faults = read_survey(tmp_path / "survey.yaml", "survey.yaml")

    assert found
    assert [words(fault) for fault in faults] == [
        f'warning[equal-labels]: in narrow places "cross" reads as "{told}" does\n'
        "  hint: say in `short` what sets them apart, or leave it out"
    ]
    assert places(faults) == expected


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("of: [own, cross]", "of: [own, ⟦Andere⟧]", "write cross, the id of what has this label"),
        ("of: [own, cross]", "of: [own, ⟦CROSS⟧]", "write cross, the id of what has this label"),
        ("of: [own, cross]", "of: [own, ⟦Crosss⟧]", 'did you mean "cross"?'),
        ("w2013: {own: 24}", "w2013: {⟦Eigene⟧: 24}", "write own, the id of what has this label"),
        ("small: {own: 46, ", "small: {⟦Own⟧: 46, ", "write own, the id of what has this label"),
        ("        large: {own: 57", "        ⟦groß⟧: {own: 57", "write large, the id of what has this label"),
        ("wave: w2016", "wave: ⟦2016⟧", 'did you mean "w2016" or "w2015"?'),
    ],
)
def test_a_label_in_the_place_of_an_id_is_answered_with_the_id(old: str, new: str, hint: str, tmp_path: Path) -> None:
    text, expected = unmarked(changed((old, new)))

    found = faults(tmp_path, text)

    assert found[0].hint == hint
    assert places(found[:1]) == expected


def test_a_net_may_not_be_labelled_as_an_answer_is_and_other_questions_may(tmp_path: Path) -> None:
    text = changed(("label: {de: Team, en: Team}", "label: {de: Eigene, en: Team}"), ("de: Bekanntheit", "de: Andere"))
    (tmp_path / "survey.yaml").write_text(text, "utf-8")

    _, faults = read_survey(tmp_path / "survey.yaml", "survey.yaml")

    assert [fault.message for fault in faults] == ['"team" has the label of "own" already']


ASKED = """\
format: 1
language: en
title: Work
publisher: Institute
published: 2025-03
population: employees
unit: employees
wave: w2025
waves: {w2024: {date: 2024, n: 800}, w2025: {date: 2025, n: 1000}}
segments: {size: {label: Size, columns: {small: {label: Small, n: 300}, large: {label: Large, n: 700}}}}
questions:
  q:
    type: single
    topic: Place
    label: Where?
    n: 900
    answers: {home: {percent: 40, label: At home}, work: {percent: 60, label: At work}}
    earlier: {w2024: {home: 30, work: 70}}
    segments: {size: {small: {home: 50, work: 50}, large: {home: 35, work: 65}}}
"""


@pytest.mark.parametrize(
    ("change", "message", "line"),
    [
        (("n: 900", "n: ⟦25940⟧"), '"q" has an n of 25940, more than the survey, which has 1000', 9),
        (("n: 300", "n: ⟦1001⟧"), '"size.small" has an n of 1001, more than the survey, which has 1000', 9),
        (
            ("n: 900", "n: {total: 900, w2024: ⟦801⟧}"),
            '"q" in "w2024" has an n of 801, more than "w2024", which has 800',
            9,
        ),
        (
            ("n: 900", "n: {total: 200, size.small: ⟦201⟧}"),
            '"q" in "size.small" has an n of 201, more than "q", which has 200',
            16,
        ),
        (
            ("n: 900", "n: {size.small: ⟦301⟧}"),
            '"q" in "size.small" has an n of 301, more than "size.small", which has 300',
            10,
        ),
    ],
)
def test_more_of_a_part_than_of_the_whole_is_warned_of(
    change: tuple[str, str], message: str, line: int, tmp_path: Path
) -> None:
    text, expected = unmarked(ASKED.replace(*change))
    (tmp_path / "survey.yaml").write_text(text, "utf-8")

    found, faults = read_survey(tmp_path / "survey.yaml", "survey.yaml")

    assert found
    assert [words(fault) for fault in faults] == [
        f"warning[more-than-asked]: {message}\n  that stands in line {line}\n  hint: correct one of the two numbers"
    ]
    assert places(faults) == expected


def test_as_many_of_a_part_as_of_the_whole_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "survey.yaml").write_text(ASKED.replace("n: 900", "n: {total: 1000, w2024: 800, size.small: 300}"))

    assert read_survey(tmp_path / "survey.yaml", "survey.yaml")[1] == ()


def test_a_briefing_that_is_named_as_a_survey_is_told_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("format: 1\nfindings: []\n", "utf-8")

    found, told = read_survey(tmp_path / "b.yaml", "b.yaml", named_at=Location("b.yaml", 2, 9))

    assert found is None
    assert [words(fault) for fault in told] == [
        'error[no-survey]: "b.yaml" is a briefing, not a survey\n'
        "  hint: name the file that has the published percentages"
    ]


def test_every_kind_of_fault_has_its_message_in_a_test() -> None:
    told = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))

    assert [str(fault) for fault in SurveyFault if not re.search(rf"(error|warning)\[{fault}\]", told)] == []


FRENCH = """\
format: 1
title: {⟦fr⟧: Travail}
publisher: Institut
short_title: {fr: Travail}
published: 2025-03
population: {fr: salariés}
unit: {fr: salariés}
questions:
  days:
    type: single
    topic: {fr: Jours}
    label: {fr: Combien}
    answers:
      never: {percent: 38, label: {fr: Jamais}}
      some: {percent: 62, label: {fr: Parfois}}
"""
TEXT_RULE = "  known are de, en\n  a text is one string, or one string a language, such as {de: ..., en: ...}"


def test_a_language_that_there_is_not_is_told_once_at_its_first_place(tmp_path: Path) -> None:
    check(
        tmp_path,
        FRENCH,
        f'error[unknown-language]: there is no language "fr"\n{TEXT_RULE}\n  7 more texts of this file name it too',
    )


def test_keys_of_a_text_that_are_no_languages_are_told_where_they_stand(tmp_path: Path) -> None:
    check(
        tmp_path,
        changed(("label: {de: Wer postet?, en: Who posts?}", "label: {⟦own⟧: 49, cross: 33, everyone: 17}")),
        f'error[unknown-language]: there are no languages "own", "cross" and "everyone"\n{TEXT_RULE}',
    )


GERMAN = """\
format: 1
language: de
title: Energie
short_title: Energie
publisher: Verband
published: 2025-03
population: Haushalte
unit: Haushalte
questions:
  heating:
    type: single
    topic: Heizung
    ⟦label⟧: {en: Heating}
    answers:
      gas: {percent: 60, label: Gas}
      oil: {percent: 40, label: Öl}
"""


def test_a_text_in_another_language_than_its_survey_is_told(tmp_path: Path) -> None:
    check(tmp_path, GERMAN, 'error[missing-language]: no text in "de", the language of this survey')
