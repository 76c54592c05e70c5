"""What an author writes a level too high or too low, or in another place: told once, with its own words put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.survey.files import changed, check
from tests.survey.test_scales import SCALES, with_changes

EARLIER = "w2014: {own: 35, cross: 33, everyone: 17, department: 32}"
SMALL, LARGE = "small: {own: 46, cross: 32, everyone: 21}", "large: {own: 57, cross: 36, everyone: 7}"
SIZES = "small: {label: {de: klein, en: small}, n: 310}", "large: {label: {de: groß, en: large}}"
LABEL = "label: {de: Größe, en: Size}"
NET = "nets:\n      team: {of: [own, cross], label: {de: Team, en: Team}, percent: 82}"
GROUPS = f"{SMALL}\n        {LARGE}"

FIGURES = [
    (
        (GROUPS, "⟦own⟧: 46\n        cross: 32"),
        "error[wrong-type]: `size` has percentages that name no group\n"
        "  hint: write {...: {own: 46, ...}}, with the id of their group before the inner brace",
    ),
    (
        (SMALL, "⟦small⟧: 46"),
        "error[wrong-type]: `small` is a percentage that names no answer\n"
        '  hint: write {own: 46}, if it is that of "own"',
    ),
    (
        (GROUPS, "⟦own⟧: {small: 46, large: 57}\n        cross: {small: 32, large: 36}"),
        "error[wrong-type]: `size` has percentages by answer and group; they stand by group and answer\n"
        "  hint: write small: {own: 46}, and the others in the same way",
    ),
    (
        (f"size:\n        {GROUPS}", "⟦small⟧: {own: 46}\n      large: {own: 57}"),
        'error[unknown-segment]: "small" is not a segment of the survey, it is a group of "size"\n'
        "  hint: write {size: {small: ...}}",
    ),
    (
        (EARLIER, "⟦w2014⟧: 35"),
        "error[wrong-type]: `w2014` is a percentage that names no answer\n"
        '  hint: write {own: 35}, if it is that of "own"',
    ),
    (
        (EARLIER, "⟦own⟧: {w2014: 35}"),
        "error[wrong-type]: `earlier` has percentages by answer and wave; they stand by wave and answer\n"
        "  hint: write w2014: {own: 35}, and the others in the same way",
    ),
    (
        (EARLIER, "w2014: {own: 35, everyone: ⟦not_asked⟧}"),
        ("{own: 24}", "{own: 24, everyone: not_asked}"),
        'error[not-a-number]: "not_asked" is not a number\n'
        "  hint: leave it out here, and write `not_asked: [w2014, w2013]` beside the label of `everyone`",
    ),
    (
        ("everyone: {percent: 17", "everyone: {percent: ⟦not asked⟧"),
        'error[not-a-number]: "not asked" is not a number\n  hint: write `current: not_asked` instead of `percent`',
    ),
    (
        ("label: {de: PR, en: PR}", "label: {de: PR, en: PR}, not_asked: ⟦true⟧"),
        "error[wrong-type]: `not_asked` says in which earlier waves, not whether an answer was not asked\n"
        "  hint: write the ids of these waves, as in [...], or `current: not_asked` if it is the current wave",
    ),
]

FRAME = [
    (
        (f"{LABEL}\n    columns:\n      small", f"{LABEL}\n    small"),
        ("  size:", "  ⟦size⟧:"),
        ("      large: {label", "    large: {label"),
        "error[missing-key]: the key `columns` is missing in `size`\n"
        "  hint: write `columns:` above small, large, and these below it",
    ),
    (
        (
            f"columns:\n      {SIZES[0]}\n      {SIZES[1]}",
            "columns: ⟦[⟧small, large]",
        ),
        "error[wrong-type]: `columns` is a list where a block of keys belongs\n"
        "  hint: write every entry behind an id of its own, as in {small: {label: small}, ...}",
    ),
    (
        ("    rest: unknown\n", "    rest: unknown\n    n: {size: ⟦{⟧small: 310, large: 90}}\n"),
        "error[wrong-type]: `size` is a block of keys where a number belongs\n"
        "  hint: write size.small: 310, size.large: 90",
    ),
    (
        ("    rest: unknown\n", "    rest: unknown\n    n: {⟦all⟧: 310}\n"),
        'error[unknown-column]: "all" is not a column\n'
        "  its columns are total, w2013, w2014, w2015, w2016, size.small, size.large\n"
        "  hint: write total, if it is the number of all who were asked",
    ),
    (
        ("    rest: unknown\n", "    rest: unknown\n    order: ⟦[⟧own, cross]\n"),
        "error[wrong-type]: `order` is a list where a word belongs\n"
        "  hint: write `order: given` and list the answers in that order",
    ),
    (
        (NET, f"{NET}\n      most: {{of: [⟦team⟧, everyone], percent: 99, label: {{de: fast alle, en: nearly all}}}}"),
        'error[unknown-answer]: "team" is not an answer of question "teams"\n'
        "  it has the answers own, cross, everyone, department\n"
        "  hint: a net takes answers together, not nets: write own, cross instead",
    ),
    (
        ("everyone: {percent: 17", "team: {percent: 82, label: {de: T, en: T}}\n      everyone: {percent: 17"),
        ("      team: {of", "      ⟦team⟧: {of"),
        'error[duplicate-id]: "team" is the id of an answer already\n'
        "  hint: leave it out under `answers`: a net takes answers together, and is none itself",
    ),
]

ENTRIES = SCALES.removeprefix("scales:\n  agreement:\n")
DEEPER = "".join(f"  {line}\n" for line in ENTRIES.splitlines())

OTHER_WORDS = [
    (("    columns:", "    ⟦groups⟧:"), "groups", "size", "columns, label", "columns"),
    (("n: 310", "⟦base⟧: 310"), "base", "small", "label, n", "n"),
    (("{of: [own", "{⟦answers⟧: [own"), "answers", "team", "label, n, of, percent, short", "of"),
]

NUMBERS = [
    ("{size.small: ⟦{⟧n: 310}}", "size.small", "size.small: 310"),
    ("{earlier: ⟦{⟧w2014: 300}}", "earlier", "w2014: 300"),
]

OF_SCALES = [
    (
        ("percent: {agree: 31,", "percent: {agree: ⟦{⟧percent: 31},"),
        "error[wrong-type]: `percent` has `percent` before its percentages, which stand behind the answers alone\n"
        "  hint: write agree: 31, and the others in the same way",
    ),
    (
        ("{agree: 10, decided: 70}", "{agree: ⟦{⟧percent: 10}, decided: {percent: 70}}"),
        "error[wrong-type]: `w2024` has `percent` before its percentages, which stand behind the answers alone\n"
        "  hint: write agree: 10, and the others in the same way",
    ),
    (
        ("scales:\n  agreement:\n", "scales:\n  ⟦-⟧ agreement:\n"),
        (ENTRIES, DEEPER),
        "error[wrong-type]: `scales` is a list where a block of keys belongs\n"
        "  hint: write every entry behind an id of its own instead of a hyphen",
    ),
    (
        ("w2024: {date: 2024}", "w2024: ⟦2024⟧"),
        "error[wrong-type]: `w2024` is a text where a block of keys belongs\n  hint: write {date: 2024}",
    ),
    (
        ("decided: {of:", "decided: {⟦sum⟧:"),
        'error[unknown-key]: "sum" is not a key of `decided`\n'
        "  `decided` can have the keys break, current, earlier_label, label, not_asked, of, role, says, short\n"
        "  hint: write of",
    ),
    (
        (ENTRIES, f"    ⟦answers⟧:\n{DEEPER}"),
        "error[unknown-key]: a scale has no `answers`: its answers stand directly below `agreement`\n"
        "  hint: leave out `answers:` and write what stands below in its place",
    ),
    (
        ("label: of a clear opinion,", "⟦percent⟧: 61, label: of a clear opinion,"),
        'error[unknown-key]: "percent" is not a key of `decided`: a scale has no percentages, they differ by question\n'
        "  hint: write them in each question with this scale, as in percent: {decided: 61}",
    ),
    (
        ("    scale: agreement\n    topic: Privacy", "    type: ⟦agreement⟧\n    topic: Privacy"),
        'error[unknown-value]: "agreement" is not a value of `type`, it is a scale\n  hint: write `scale: agreement`',
    ),
]


@pytest.mark.parametrize("case", [*FIGURES, *FRAME])
def test_what_stands_in_another_place_is_told_once_as_it_is_written(
    case: tuple[tuple[str, str] | str, ...], tmp_path: Path
) -> None:
    *changes, told = case

    check(tmp_path, changed(*changes), str(told))  # type: ignore[arg-type]  # pairs of texts, as written above


@pytest.mark.parametrize("case", OF_SCALES)
def test_so_is_what_belongs_to_a_scale_or_its_questions(
    case: tuple[tuple[str, str] | str, ...], tmp_path: Path
) -> None:
    *changes, told = case

    check(tmp_path, with_changes(*changes), str(told))  # type: ignore[arg-type]  # pairs of texts, as written above


@pytest.mark.parametrize(("change", "word", "owner", "keys", "meant"), OTHER_WORDS)
def test_a_key_in_other_words_is_told_and_what_stands_behind_it_is_read(
    change: tuple[str, str], word: str, owner: str, keys: str, meant: str, tmp_path: Path
) -> None:
    told = f'error[unknown-key]: "{word}" is not a key of `{owner}`\n  `{owner}` can have the keys {keys}\n'

    check(tmp_path, changed(change), f"{told}  hint: write {meant}")


@pytest.mark.parametrize(("n", "name", "meant"), NUMBERS)
def test_a_number_asked_that_stands_a_level_too_deep_is_told_by_its_column(
    n: str, name: str, meant: str, tmp_path: Path
) -> None:
    check(
        tmp_path,
        changed(("    rest: unknown\n", f"    rest: unknown\n    n: {n}\n")),
        f"error[wrong-type]: `{name}` is a block of keys where a number belongs\n  hint: write {meant}",
    )
