"""survey.yaml over a file of respondents: what is read and filled in, and what is told of columns, codes and rows."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyreadstat
import pytest

from report.survey.model import ColumnId
from report.tables.model import CellState, Tables
from tests.conftest import CHECKOUT
from tests.documentation import code_blocks
from tests.survey.respondents import ROWS, faults, tables, written

NOW, BEFORE = ColumnId("w2024"), ColumnId("w2020")
YOUNG, OLD = ColumnId("w2024", "age", "young"), ColumnId("w2024", "age", "old")


def shares(question: str, column: ColumnId, found: Tables) -> dict[str, object]:
    table = found.table(question)
    cells = {answer: table.cell(answer, column) for answer in table.answers}
    return {answer: cell.share.fraction if cell.share else None for answer, cell in cells.items()}


def test_one_column_gives_one_answer_each_and_those_who_refused_are_not_of_its_base(tmp_path: Path) -> None:
    found = tables(written(tmp_path))

    assert shares("q1", NOW, found) == {"yes_": 0.5, "no_": 0.5}
    assert found.table("q1").column(NOW).bases.unweighted == 3
    assert found.table("q1").column(NOW).bases.weighted == 3.0


def test_groups_are_ranges_of_numbers_and_waves_are_told_by_a_column(tmp_path: Path) -> None:
    found = tables(written(tmp_path))

    assert shares("q1", YOUNG, found) == {"yes_": 1.0, "no_": 0.0}
    assert shares("q1", OLD, found) == {"yes_": 0.25, "no_": 0.75}
    assert shares("q1", BEFORE, found) == {"yes_": 0.5, "no_": 0.5}


def test_a_filter_makes_the_base_those_who_gave_an_answer_before(tmp_path: Path) -> None:
    found = tables(written(tmp_path))

    assert shares("q2", NOW, found) == pytest.approx({"home": 1.0, "work": 0.5 / 1.5})
    assert found.table("q2").column(NOW).bases.unweighted == 2
    assert shares("q2", BEFORE, found) == {"home": 0.0, "work": 0.0}


def test_answers_listed_in_a_cell_are_found_whole(tmp_path: Path) -> None:
    found = tables(written(tmp_path))

    assert shares("q3", NOW, found) == pytest.approx({"print": 2 / 3.5, "radio": 2.5 / 3.5, "online": 1.5 / 3.5})


def test_a_file_for_each_wave_needs_no_column_for_it(tmp_path: Path) -> None:
    head, *rows = ROWS.splitlines(keepends=True)
    (tmp_path / "old.csv").write_text(head + "".join(rows[4:]), "utf-8")
    change = ("  file: rows.csv\n", "  files: {w2020: old.csv, w2024: rows.csv}\n")
    no_wave = ("  wave: {column: wave, codes: {w2020: 2020, w2024: 2024}}\n", "")

    found = tables(written(tmp_path, change, no_wave, rows=head + "".join(rows[:4])))

    assert found == tables(written(tmp_path))


# -------------------------------------------------------------------------------------------------------------- faults


def told(path: Path) -> list[str]:
    return [fault.as_text() for fault in faults(path)]


def one(path: Path, *parts: str) -> None:
    """Asserts that there is one fault, which has these lines."""
    found = told(path)
    assert len(found) == 1, "\n".join(found)
    for part in parts:
        assert part in found[0], found[0]


def test_counted_figures_are_no_keys_of_a_survey_of_respondents(tmp_path: Path) -> None:
    one(
        written(tmp_path, ('yes_: {code: 1, label: "Yes"}', 'yes_: {code: 1, label: "Yes", percent: 50}')),
        "survey.yaml:27:37: error[of-other-form]: `percent` stands in a survey with `data`, where it is counted\n",
        "hint: leave it out, or `data`, if these are published figures",
    )


def test_a_column_that_the_file_does_not_have_is_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    one(
        written(tmp_path, ("weight: w\n", "weight: weight\n")),
        'survey.yaml:13:11: error[no-column]: the data file has no column "weight"\n',
    )
    one(
        written(tmp_path, ("{column: Q2_1,", "{column: Q2_I,")),
        'error[no-column]: the data file has no column "Q2_I"\n',
        '  hint: did you mean "Q2_',
    )


def test_a_question_is_in_the_column_of_its_own_name(tmp_path: Path) -> None:
    one(
        written(tmp_path, ("  q1:\n", "  reading:\n"), ("    filter: q1.yes_\n", "")),
        'error[no-column]: the data file has no column "reading", and the question names none\n',
    )


def test_an_answer_that_no_labelled_value_is_called_as_is_told_with_those_there_are(tmp_path: Path) -> None:
    path = written(tmp_path, ("  file: rows.csv\n", "  file: rows.sav\n"), ("yes_: {code: 1, label", "yes_: {label"))
    of_file = pl.read_csv(tmp_path / "rows.csv", infer_schema_length=None)
    labels = {"Q1": {1.0: "daily", 2.0: "never"}}
    pyreadstat.write_sav(of_file, str(tmp_path / "rows.sav"), variable_value_labels=labels)

    one(
        path,
        'survey.yaml:27:7: error[no-code]: "yes_" has no code\n',
        '  the values of "Q1" are 1 (daily), 2 (never)\n',
        "  hint: write code: with what a cell has, one value or several in square brackets",
    )


def test_a_column_of_numbers_has_no_texts_as_codes(tmp_path: Path) -> None:
    path = written(tmp_path, ("  file: rows.csv\n", "  file: rows.sav\n"), ("no_: {code: 2,", "no_: {code: two,"))
    pyreadstat.write_sav(pl.read_csv(tmp_path / "rows.csv", infer_schema_length=None), str(tmp_path / "rows.sav"))

    one(path, 'survey.yaml:28:19: error[no-code]: "two" is no number, and the column "Q1" has numbers\n')


def test_a_code_belongs_to_one_answer(tmp_path: Path) -> None:
    one(
        written(tmp_path, ("no_: {code: 2,", "no_: {code: [1, 2],")),
        'survey.yaml:28:20: error[shared-code]: the code "1" is that of "yes_" already\n',
        "hint: give it to one of the two",
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{code: 30..,", "{code: 25..,", '20:19: error[shared-code]: the code "25.." overlaps "18..29" of "young"\n'),
        (
            "{code: 30..,",
            "{code: [29, 30..],",
            '20:20: error[shared-code]: the code "29" overlaps "18..29" of "young"\n',
        ),
        (
            "{code: 18..29,",
            "{code: [50, 18..29],",
            '20:19: error[shared-code]: the code "30.." overlaps "50" of "young"\n',
        ),
        (
            "{code: 30..,",
            "{code: 99..30,",
            '20:19: error[no-code]: "99..30" is no range: its first number is above its last\n',
        ),
        ("no_: {code: 2,", "no_: {code: 1..2,", '28:19: error[shared-code]: the code "1..2" overlaps "1" of "yes_"\n'),
    ],
)
def test_a_code_lies_in_no_range_of_another_answer(old: str, new: str, message: str, tmp_path: Path) -> None:
    one(written(tmp_path, (old, new)), f"survey.yaml:{message}")


def test_a_number_is_one_code_however_it_is_written(tmp_path: Path) -> None:
    path = written(tmp_path, ("  file: rows.csv\n", "  file: rows.sav\n"), ("no_: {code: 2,", "no_: {code: [2, 1.0],"))
    pyreadstat.write_sav(pl.read_csv(tmp_path / "rows.csv", infer_schema_length=None), str(tmp_path / "rows.sav"))

    one(path, 'error[shared-code]: the code "1.0" is the same number as "1" of "yes_"\n')


def test_a_missing_value_may_lie_in_a_range(tmp_path: Path) -> None:
    path = written(tmp_path, ("no_: {code: 2,", "no_: {code: 2..,"))

    assert told(path) == []


def test_weights_that_cannot_be_added_up_are_told_with_their_values(tmp_path: Path) -> None:
    rows = ROWS.replace(",34,1.5", ",34,1e160").replace(",71,0.5", ",71,1e-200")

    one(
        written(tmp_path, rows=rows),
        'survey.yaml:13:11: error[weight]: 2 of 6 respondents have weights that cannot be added up with others: "1e',
        '"1e160" (1)',
        '"1e-200" (1)',
        "a weight is 0, or from 1e-12 to 1e+12",
    )


def test_what_is_selected_stands_in_some_cell(tmp_path: Path) -> None:
    one(
        written(tmp_path, ('    not_selected: "no"\n', "    selected: [ja, si]\n")),
        'survey.yaml:36:16: error[unknown-code]: no cell of `q2` has "ja", "si", which `selected` says: there is ',
        'there is "yes" (5), "no" (5)\n',
        "  hint: name what a cell has where the answer was given, and other values under `not_selected`",
    )


def test_a_column_of_other_values_is_not_the_one_of_an_answer(tmp_path: Path) -> None:
    changes = (('    not_selected: "no"\n', '    selected: "yes"\n'), ("{column: Q2_2,", "{column: age,"))

    one(
        written(tmp_path, *changes),
        'error[unknown-code]: no cell of the column "age" has "yes", which `selected` says: there is ',
    )


def test_nobody_may_have_given_an_answer(tmp_path: Path) -> None:
    rows = ROWS.replace("yes", "no").replace("no", "yes", 1)
    known = written(tmp_path, ('    not_selected: "no"\n', '    selected: ja\n    not_selected: ["yes", "no"]\n'))

    assert told(known) == []
    assert told(written(tmp_path, ('    not_selected: "no"\n', '    selected: "yes"\n'), rows=rows)) == []


def test_several_answers_need_a_form_that_holds_several(tmp_path: Path) -> None:
    one(
        written(tmp_path, ('    separator: ";"\n', "")),
        "error[form-of-answers]: `type: multiple` allows several answers each, and one column has one code\n",
    )


def test_a_filter_names_an_answer_and_leads_back_to_nothing(tmp_path: Path) -> None:
    one(written(tmp_path, ("filter: q1.yes_", "filter: q1.yse_")), 'error[filter]: "yse_" is not an answer of "q1"\n')
    circle = written(
        tmp_path, ("    missing: {refused: 9}\n", "    missing: {refused: 9}\n    filter: q2.home\n    base: some\n")
    )
    assert [each.splitlines()[0].partition(": ")[2] for each in told(circle)] == [
        'error[filter]: who is asked "q1" depends on "q2", and the other way round',
        'error[filter]: who is asked "q2" depends on "q1", and the other way round',
    ]


def test_waves_of_files_and_of_a_column_exclude_each_other(tmp_path: Path) -> None:
    one(
        written(tmp_path, ("  file: rows.csv\n", "  files: {w2024: rows.csv}\n")),
        "error[no-data]: `wave` stands beside `files`, each of which has one wave alone\n",
    )


def test_a_value_that_nothing_names_is_told_with_how_many_have_it(tmp_path: Path) -> None:
    one(
        written(tmp_path, ("    missing: {refused: 9}\n", "")),
        'error[unknown-code]: 1 respondent has what no answer of `q1` names: "9" (1)\n',
        '  in the column "Q1"\n',
    )
    one(
        written(tmp_path, ("      radio: {label: Radio}\n", "")),
        'error[unknown-code]: 3 respondents have what no answer of `q3` names: "Radio" (3)\n',
    )


def test_columns_of_two_answers_that_were_exchanged_are_told_by_what_stands_in_them(tmp_path: Path) -> None:
    rows = (
        ROWS.replace("yes,no,", "At work,no,").replace("yes,yes,", "At work,At home,").replace("no,yes,", "no,At home,")
    )

    found = told(written(tmp_path, rows=rows))

    assert [each.splitlines()[0] for each in found] == [
        'survey.yaml:40:7: error[other-answer]: the column "Q2_1" of `home` has "At work", which `work` is called',
        'survey.yaml:41:7: error[other-answer]: the column "Q2_2" of `work` has "At home", which `home` is called',
    ]
    assert "  hint: name the column that has this answer, or the answer as the file does\n" in found[0] + "\n"


@pytest.mark.parametrize(
    ("policy", "message"),
    [
        ("{hide: 50, flag: 10}", "`flag` is 10, and numbers on fewer than 50 are hidden (`hide`)"),
        ("{flag: 20}", "`flag` is 20, and numbers on fewer than 30 are hidden (`hide`)"),
        ("{hide: 1, flag: 0}", None),
        ("{hide: 1, flag: 1}", None),
    ],
)
def test_a_sign_for_numbers_that_are_all_hidden_is_told(policy: str, message: str | None, tmp_path: Path) -> None:
    found = faults(written(tmp_path, ("low_base: {hide: 0, flag: 0}", f"low_base: {policy}")))

    assert [fault.message for fault in found if str(fault.id) == "out-of-range"] == ([message] if message else [])


def test_a_group_without_a_respondent_is_told(tmp_path: Path) -> None:
    (found,) = told(written(tmp_path, ("code: 30..", "code: 130..")))

    assert 'warning[empty-group]: no respondent is in the group `age.old`: "age" has no "130.."\n' in found


def test_a_row_of_no_wave_is_told(tmp_path: Path) -> None:
    one(
        written(tmp_path, rows=ROWS.replace("2020,2,yes", "2O20,2,yes")),
        'error[unknown-code]: 1 respondent is of no wave: the column "wave" has "2O20" (1)\n',
    )


@pytest.mark.parametrize(
    ("new", "message", "stands"),
    [
        ("19,\n", '1 of 6 respondents has no weight in "w", in row ', '"" (1)'),
        ("19,-1\n", '1 of 6 respondents has a negative weight in "w", in row ', '"-1" (1)'),
        ("19,heavy\n", '1 of 6 respondents has no weight in "w", in row ', '"heavy" (1)'),
    ],
)
def test_a_weight_that_weighs_nothing_is_told_with_its_row(new: str, message: str, stands: str, tmp_path: Path) -> None:
    row = 1 + next(number for number, line in enumerate(ROWS.splitlines()) if line.endswith("19,1"))

    one(
        written(tmp_path, rows=ROWS.replace("19,1\n", new)),
        f"error[weight]: {message}{row}\n",
        f"there stands {stands}",
    )


def test_blank_lines_are_rows_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    head, first, *others = ROWS.splitlines()
    wrong = 1 + next(number for number, line in enumerate(ROWS.splitlines()) if line.endswith("19,1"))
    rows = "\n".join(["", head, "", first, "", *others, ""]).replace("19,1\n", "19,-1\n")

    one(
        written(tmp_path, rows=rows),
        f'error[weight]: 1 of 6 respondents has a negative weight in "w", in row {wrong + 2}\n',
        'there stands "-1" (1)',
    )


def test_none_of_them_beside_another_answer_is_a_warning(tmp_path: Path) -> None:
    (found,) = told(
        written(tmp_path, ("work: {column: Q2_2, label: At work}", "work: {column: Q2_2, label: Nowhere, role: none}"))
    )

    assert "warning[contradiction]: 1 respondent gave `work` of `q2` and another answer\n" in found


def test_columns_of_codes_without_selected_are_told(tmp_path: Path) -> None:
    """A 0 counts as an answer where nothing says what a cell has if one was given."""
    without = (('    not_selected: "no"\n', ""), ("    filter: q1.yes_\n", ""))
    head, row = ROWS.splitlines(keepends=True)[:2]

    def rows(*codes: str) -> str:
        own = (row.replace("yes,no", codes[n % len(codes)]).replace("19,", f"{19 + n},") for n in range(24))
        return head + "".join(own)

    one(
        written(tmp_path, *without, rows=rows("0,1", "1,0")),
        "survey.yaml:38:22: warning[everybody-chose]: all of 24 respondents who gave an answer gave 2 of 2 answers",
        "  hint: write what a cell has where the answer was given, such as `selected: 1` where there is 0 and 1",
    )
    assert told(written(tmp_path, *without, rows=rows("1,", ",1", "1,1"))) == []
    assert told(written(tmp_path, ('    not_selected: "no"\n', "    selected: 1\n"), rows=rows("0,1", "1,0"))) == []


def test_what_is_kept_is_readable_by_its_owner_only_and_made_anew_when_it_has_to_be(tmp_path: Path) -> None:
    before = tables(written(tmp_path))
    (kept,) = (tmp_path / "kept").iterdir()
    made = kept.stat().st_mtime_ns

    assert kept.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o700
    assert tables(written(tmp_path)) == before
    assert kept.stat().st_mtime_ns == made

    tables(written(tmp_path, rows=ROWS.replace("2024,2,no", "2024,1,no")))

    (newer,) = (tmp_path / "kept").iterdir()
    assert newer.name != kept.name


def test_the_survey_of_the_page_on_respondents_is_read_and_tabulated(tmp_path: Path) -> None:
    page = (CHECKOUT / "docs" / "respondents.md").read_text("utf-8")
    rows = "Q1,Q2_1,Q2_2,age,year,weight\n" + "".join(
        f"{1 + n % 4},{int(n % 2 > 0)},{int(n % 3 > 0)},{18 + n % 60},{2026 if n % 4 else 2022},1\n" for n in range(400)
    )
    (tmp_path / "answers.csv").write_text(rows, "utf-8")
    (tmp_path / "survey.yaml").write_text(code_blocks(page, "yaml")[0], "utf-8")

    found = tables(tmp_path / "survey.yaml")

    assert found.table("media").column(ColumnId("w2026")).bases.unweighted == 100
    assert all(cell.share for cell in found.table("visits").cells.values())


def test_a_hidden_column_is_hidden_with_one_more_where_both_are_all_of_a_total(tmp_path: Path) -> None:
    head, *_ = ROWS.splitlines(keepends=True)
    rows = "".join(f"2024,{1 + n % 3},,,,{(20, 30, 60)[min(n // 9, 2)]},1\n" for n in range(120))
    groups = (
        "      old: {code: 30.., label: 30 and over}\n",
        "      middle: {code: 30..50, label: 30 to 50}\n      old: {code: 51.., label: over 50}\n",
    )
    third = (
        'no_: {code: 2, label: "No"}',
        'no_: {code: [2, 3], label: "No"}\n    nets: {any: {of: [yes_, no_], label: Any}}',
    )
    few = ("low_base: {hide: 0, flag: 0}", "low_base: {hide: 10, flag: 0}")

    table = tables(written(tmp_path, groups, third, few, rows=head + rows)).table("q1")

    columns = [table.total, *(column.id for column in table.segments[0].columns)]
    states = [{table.cell(row, column).state for row in table.answers} for column in columns]
    assert states == [{CellState.PUBLISHED}, {CellState.SUPPRESSED}, {CellState.SUPPRESSED}, {CellState.PUBLISHED}]
