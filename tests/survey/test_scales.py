"""Answers that several questions share: read as if they stood in each of them, their faults told once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from report.survey.file import read_survey
from report.survey.model import AnswerRole, CellId, ColumnId, QuestionType, Sample
from tests.conftest import CHECKOUT
from tests.documentation import code_blocks
from tests.survey.files import check, published
from tests.yaml_source.marked import places, unmarked, words

HEAD = """\
format: 1
language: en
title: Data
publisher: Association
published: 2026-03
population: adults
unit: adults
wave: w2026
waves: {w2024: {date: 2024}, w2026: {date: 2026}}
segments: {age: {label: Age, columns: {young: {label: young, n: 401}, old: {label: old, n: 611}}}}
"""
SCALES = """\
scales:
  agreement:
    agree: {label: agree, short: yes, says: agree to it}
    neither: {label: neither, role: midpoint}
    disagree: {label: disagree, earlier_label: {w2024: reject}}
    unsure: {label: "don't know", role: dont_know}
    decided: {of: [agree, disagree], label: of a clear opinion, short: decided}
"""
QUESTIONS = """\
questions:
  privacy:
    scale: agreement
    topic: Privacy
    label: I know what happens to my data
    short: Knows about data
    percent: {agree: 31, neither: 20, disagree: 44, unsure: 5}
  control:
    scale: agreement
    topic: Control
    label: I decide on my data
    percent: {agree: 12.5, neither: 30, disagree: 57, unsure: <1, decided: 69.6}
    earlier: {w2024: {agree: 10, decided: 70}}
    segments: {age: {young: {agree: 18}, old: {decided: 66}}}
"""
SURVEY = HEAD + SCALES + QUESTIONS

SPELLED_OUT = (
    HEAD
    + """\
questions:
  privacy:
    type: scale
    topic: Privacy
    label: I know what happens to my data
    short: Knows about data
    answers:
      agree: {percent: 31, label: agree, short: yes, says: agree to it}
      neither: {percent: 20, label: neither, role: midpoint}
      disagree: {percent: 44, label: disagree, earlier_label: {w2024: reject}}
      unsure: {percent: 5, label: "don't know", role: dont_know}
    nets:
      decided: {of: [agree, disagree], label: of a clear opinion, short: decided}
  control:
    type: scale
    topic: Control
    label: I decide on my data
    answers:
      agree: {percent: 12.5, label: agree, short: yes, says: agree to it}
      neither: {percent: 30, label: neither, role: midpoint}
      disagree: {percent: 57, label: disagree, earlier_label: {w2024: reject}}
      unsure: {percent: <1, label: "don't know", role: dont_know}
    nets:
      decided: {percent: 69.6, of: [agree, disagree], label: of a clear opinion, short: decided}
    earlier: {w2024: {agree: 10, decided: 70}}
    segments: {age: {young: {agree: 18}, old: {decided: 66}}}
"""
)


def with_changes(*changes: tuple[str, str]) -> str:
    """The survey with parts replaced; each has to occur."""
    text = SURVEY
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def test_a_question_of_a_scale_is_the_question_that_spells_its_answers_out(tmp_path: Path) -> None:
    shared, spelled = published(tmp_path, SURVEY), published(tmp_path, SPELLED_OUT)

    assert [question.scale for question in shared.survey.questions] == ["agreement", "agreement"]
    assert tuple(replace(question, scale=None) for question in shared.survey.questions) == spelled.survey.questions
    assert shared.figures == spelled.figures


def test_the_answers_keep_their_order_roles_and_words(tmp_path: Path) -> None:
    control = published(tmp_path, SURVEY).survey.question("control")

    assert control.type is QuestionType.SCALE
    assert [answer.id for answer in control.answers] == ["agree", "neither", "disagree", "unsure"]
    assert control.answer("neither").role is AnswerRole.MIDPOINT
    said = control.answer("agree").says
    assert said and said.text("en") == "agree to it"
    assert [(net.id, net.answers) for net in control.nets] == [("decided", ("agree", "disagree"))]
    assert control.decimals == 1


def test_a_label_has_its_place_in_the_scale_and_a_percentage_in_the_question(tmp_path: Path) -> None:
    found = published(tmp_path, SURVEY)

    answer = found.survey.question("privacy").answer("agree")
    figure = found.figures[CellId("privacy", "agree", ColumnId("w2026"))]
    assert answer.location and answer.location.line_text.startswith("    agree: {label")
    assert figure.location and figure.location.line_text.startswith("    percent: {agree: 31")
    assert figure.percent == Decimal(31)


def test_a_percentage_that_is_left_out_was_not_published(tmp_path: Path) -> None:
    text = with_changes(("percent: {agree: 31, neither: 20, disagree: 44, unsure: 5}", "rest: unpublished"))

    found = published(tmp_path, text)

    assert [cell for cell in found.figures if cell.question == "privacy"] == []
    assert len(found.survey.question("privacy").answers) == 4


def test_a_question_may_have_nets_of_its_own(tmp_path: Path) -> None:
    text = with_changes(
        ("    percent: {agree: 31", "    nets: {open: {of: [neither, unsure], label: open}}\n    percent: {agree: 31")
    )

    survey = published(tmp_path, text).survey

    assert [net.id for net in survey.question("privacy").nets] == ["decided", "open"]
    assert [net.id for net in survey.question("control").nets] == ["decided"]


def test_the_example_of_the_page_is_read(tmp_path: Path) -> None:
    page = (CHECKOUT / "docs" / "survey-format.md").read_text("utf-8")
    (example,) = [block for block in code_blocks(page, "yaml") if block.startswith("scales:")]
    head = HEAD.replace("language: en\n", "").replace("title: Data", "title: {de: Daten, en: Data}")
    for key, de, en in (("population", "Erwachsene", "adults"), ("unit", "Erwachsene", "adults")):
        head = head.replace(f"{key}: adults", f"{key}: {{de: {de}, en: {en}}}")
    for word in ("Age", "young", "old"):
        head = head.replace(f"label: {word}", f"label: {{de: {word}, en: {word}}}")

    survey = published(tmp_path, head + example).survey

    assert [question.scale for question in survey.questions] == ["agreement", "agreement"]


@pytest.mark.parametrize("sample", Sample, ids=lambda sample: sample.value)
def test_how_those_asked_were_chosen_is_known(sample: Sample, tmp_path: Path) -> None:
    survey = published(tmp_path, SURVEY.replace("wave: w2026", f"sample: {sample.value}\nwave: w2026", 1)).survey

    assert survey.sample is sample


KNOWN = "  it has the answers agree, neither, disagree, unsure"

FAULTS = [
    (
        ("    scale: agreement", "    scale: ⟦agrement⟧"),
        'error[unknown-scale]: "agrement" is not a scale of the survey\n'
        "  it has the scales agreement\n"
        '  hint: did you mean "agreement"?',
    ),
    (
        (SCALES, ""),
        ("scale: agreement\n    topic: Privacy", "scale: ⟦agreement⟧\n    topic: Privacy"),
        ("scale: agreement\n    topic: Control", "type: scale\n    topic: Control"),
        (
            "    percent: {agree: 12.5, neither: 30, disagree: 57, unsure: <1, decided: 69.6}",
            "    answers: {a: {percent: 100, label: A}}",
        ),
        ("    earlier: {w2024: {agree: 10, decided: 70}}\n", ""),
        ("    segments: {age: {young: {agree: 18}, old: {decided: 66}}}\n", ""),
        'error[unknown-scale]: "agreement" is not a scale of the survey\n  it lists none under `scales`\n'
        "  hint: write its answers under `scales`, such as agreement: {yes: {label: Yes}, no: {label: No}}",
    ),
    (
        ("    scale: agreement\n    topic: Privacy", "    type: single\n    scale: ⟦consent⟧\n    topic: Privacy"),
        ("    percent: {agree: 31", "    answers: {a: {percent: 100, label: A}}\n#   percent: {agree: 31"),
        'error[unknown-scale]: "consent" is not a scale of the survey\n'
        "  it has the scales agreement\n"
        "  hint: leave out `scale`, since this question has answers of its own",
    ),
    (
        ("    scale: agreement\n    topic: Privacy", "    scale: ⟦true⟧\n    topic: Privacy"),
        ("    percent: {agree: 31", "    answers: {a: {percent: 100, label: A}}\n#   percent: {agree: 31"),
        'error[unknown-scale]: "true" is not a scale of the survey\n'
        "  it has the scales agreement\n"
        "  hint: write `type: scale` instead of `scale: true`",
    ),
    (
        ("    scale: agreement\n    topic: Privacy", "    scale: ⟦single⟧\n    topic: Privacy"),
        ("    percent: {agree: 31", "    answers: {a: {percent: 100, label: A}}\n#   percent: {agree: 31"),
        'error[unknown-scale]: "single" is not a scale of the survey\n'
        "  it has the scales agreement\n"
        "  hint: write `type: single` instead of `scale: single`",
    ),
    (
        ("    topic: Privacy", "    ⟦type⟧: scale\n    topic: Privacy"),
        "error[beside-scale]: `type` stands beside `scale`, which gives `privacy` its type and its answers\n"
        "  hint: leave out `type`",
    ),
    (
        ("    topic: Privacy", "    ⟦answers⟧: {agree: {percent: 9, label: agree}}\n    topic: Privacy"),
        "error[beside-scale]: `answers` stands beside `scale`, which gives `privacy` its type and its answers\n"
        "  hint: leave out `answers`; percentages stand under `percent`",
    ),
    (
        ("    percent: {agree: 31,", "    ⟦answers⟧: {agree: 31,"),
        "error[beside-scale]: `answers` stands beside `scale`, which gives `privacy` its type and its answers\n"
        "  hint: write `percent` instead of `answers`",
    ),
    (
        ("    percent: {agree: 31,", "    percent: {⟦agrees⟧: 31,"),
        f'error[unknown-answer]: "agrees" is not an answer of question "privacy"\n{KNOWN}, decided\n'
        '  hint: did you mean "agree" or "disagree"?',
    ),
    (
        ("    percent: {agree: 31, neither: 20, disagree: 44, unsure: 5}", "    percent: ⟦[⟧31, 20, 44, 5]"),
        "error[wrong-type]: `percent` is a list where a block of keys belongs\n"
        "  hint: write the id of each before it, as in {first: 31, ...}",
    ),
    (
        ("agree: {label: agree, short: yes, says: agree to it}", "agree: ⟦agree⟧"),
        "error[wrong-type]: `agree` is a text where a block of keys belongs\n  hint: write {label: agree}",
    ),
    (
        ("agree: {label: agree, short: yes, says: agree to it}", "agree: ⟦{⟧de: stimme zu, en: agree}"),
        "error[wrong-type]: `agree` is a text by language where a block of keys belongs\n"
        "  hint: write label: before it, as in {label: {de: ..., en: ...}}",
    ),
    (
        (
            "    scale: agreement\n    topic: Privacy",
            "    type: single\n    answers: {a: {percent: 100, label: A}}\n    topic: Privacy",
        ),
        ("    percent: {agree: 31", "    ⟦percent⟧: {agree: 31"),
        "error[without-scale]: `percent` gives the figures of a scale, and `privacy` names none\n"
        "  hint: name the `scale`, or write the `percent` of each answer beside its label",
    ),
    (
        ("percent: {agree: 31,", "percent: {⟦agre⟧: 31,"),
        ("    topic: Privacy", "    rest: unknown\n    topic: Privacy"),
        f'error[unknown-answer]: "agre" is not an answer of question "privacy"\n{KNOWN}, decided\n'
        '  hint: did you mean "agree" or "disagree"?',
    ),
    (
        ("of: [agree, disagree]", "of: [agree, ⟦disagre⟧]"),
        f'error[unknown-answer]: "disagre" is not an answer of scale "agreement"\n{KNOWN}\n'
        '  hint: did you mean "disagree" or "agree"?',
    ),
    (
        ("label: of a clear opinion", "⟦role⟧: other, label: of a clear opinion"),
        'error[unknown-key]: "role" is not a key of `decided`, which is a net\n'
        "  an entry of a scale with `of` is a net; it can have the keys label, of, short",
    ),
    (
        (
            "    neither: {label: neither, role: midpoint}\n    disagree: {label: disagree,",
            "    disagree: {label: disagree,",
        ),
        ("    unsure: {label", "    ⟦neither⟧: {label: neither, role: midpoint}\n    unsure: {label"),
        'error[midpoint]: "neither" is not in the middle: 2 steps come before it, 0 behind\n'
        "  hint: move it to the middle, or leave out `role: midpoint`",
    ),
    (
        ("    agree: {label: agree, short: yes, says: agree to it}\n", ""),
        ("    decided:", "    agree: {label: agree}\n    decided:"),
        ("    unsure: {label", "    ⟦unsure⟧: {label"),
        ("role: midpoint", "role: other"),
        'error[not-last]: "unsure" stands before "agree"\n'
        "  don't know and refused come last, behind all other answers\n"
        "  hint: move it to the end",
    ),
    (
        ("    neither: {label: neither", "    neither: {label: ⟦agree⟧"),
        'warning[equal-labels]: "neither" has the label of "agree" already\n'
        "  hint: say in the label what sets them apart; only labels are shown",
    ),
    (
        ("    label: I decide on my data\n", "    label: I decide on my data\n    short: ⟦Knows about data⟧\n"),
        'warning[equal-labels]: beside others of its scale "control" reads as "privacy" does\n'
        "  hint: say in `short` what sets them apart, or give each battery a scale of its own",
    ),
    (
        ("earlier_label: {w2024: reject}", "earlier_label: {⟦w2025⟧: reject}"),
        'error[unknown-wave]: "w2025" is not a wave\n'
        "  the waves are w2024, w2026\n"
        '  hint: did you mean "w2026" or "w2024"?',
    ),
    (
        ("disagree: 44, unsure: 5", "disagree: 34, unsure: 5"),
        ("  privacy:", "  ⟦privacy⟧:"),
        'error[missing-rest]: the answers of "privacy" sum to 90, and nothing says what the other 10 are\n'
        "  rounding explains 2 at the most\n"
        "  hint: write `rest: unpublished`, `rest: no_answer` or `rest: unknown`",
    ),
    (
        ("    percent: {agree: 31,", "    ⟦percent⟧: {agree: 41,"),
        'error[sum-above-100]: the answers of "privacy" sum to 110; of answers that exclude each other 100 is the'
        " most\n"
        "  rounding explains 2 at the most",
    ),
    (
        ("decided: 69.6}", "decided: ⟦79.6⟧}"),
        'error[net-sum]: the net "decided" has 79.6, its answers sum to 69.5\n  rounding explains 0.6 at the most',
    ),
    (
        (
            "    percent: {agree: 31",
            "    nets: {⟦decided⟧: {of: [agree, unsure], label: odd}}\n    percent: {agree: 31",
        ),
        'error[duplicate-id]: "decided" stands in the scale "agreement" already\n'
        "  hint: give this net an id of its own",
    ),
    (
        ("questions:", "  ⟦frequency⟧: {often: {label: often}, never: {label: never}}\nquestions:"),
        'warning[unused-scale]: no question has the scale "frequency"\n'
        "  hint: write `scale: frequency` in the questions that share it, or leave it out",
    ),
    (
        (SCALES, "scales:\n  ⟦agreement⟧: {decided: {of: [agree, disagree], label: decided}}\n"),
        "error[too-few]: the scale `agreement` needs at least one answer\n"
        "  hint: write the answers first; an entry with `of` takes some of them together",
    ),
    (
        ("    agree: {label: agree,", "    ⟦agree⟧: {"),
        "error[missing-key]: the key `label` is missing in `agree`\n"
        "  hint: add its name as it is shown, such as label: Agree",
    ),
    (
        ("percent: {agree: 31,", "percent: {agree: ⟦31,5⟧,"),
        'error[decimal-comma]: "31,5" has a decimal comma\n'
        "  the outputs show the decimal mark of their language\n"
        "  hint: write 31.5",
    ),
    (
        ("of: [agree, disagree]", "of: ⟦agree⟧"),
        "error[wrong-type]: `of` is a text where a list belongs\n"
        "  hint: write its entries in square brackets, with commas between them: [agree]",
    ),
    (
        ("  privacy:\n    scale: agreement\n", "  ⟦privacy⟧:\n"),
        (
            "    percent: {agree: 31, neither: 20, disagree: 44, unsure: 5}",
            "    answers: {a: {percent: 100, label: A}}",
        ),
        "error[missing-key]: the key `type` is missing in `privacy`",
    ),
]


@pytest.mark.parametrize(("given"), FAULTS, ids=[str(number) for number in range(len(FAULTS))])
def test_a_fault_of_a_scale_is_told_once_and_in_its_place(given: tuple[object, ...], tmp_path: Path) -> None:
    *changes, told = given
    text, expected = unmarked(with_changes(*changes))  # type: ignore[arg-type]  # pairs of texts, as written above
    file = tmp_path / "survey.yaml"
    file.write_text(text, "utf-8")

    survey, found = read_survey(file, "survey.yaml")

    assert [words(fault) for fault in found] == [told]
    assert places(found) == expected
    assert survey or any(fault.is_error for fault in found)


def test_a_missing_scale_and_a_missing_type_are_both_told(tmp_path: Path) -> None:
    check(
        tmp_path,
        with_changes(
            ("    scale: agreement\n    topic: Privacy", "    scale: ⟦consent⟧\n    topic: Privacy"),
            ("  control:\n    scale: agreement\n", "  ⟦control⟧:\n    type: scale\n"),
            ("    percent: {agree: 12.5, neither: 30, disagree: 57, unsure: <1, decided: 69.6}\n", ""),
        ),
        'error[unknown-scale]: "consent" is not a scale of the survey\n  it has the scales agreement\n'
        "  hint: write its answers under `scales`, such as consent: {yes: {label: Yes}, no: {label: No}}",
        "error[missing-key]: the key `answers` is missing in `control`",
    )
