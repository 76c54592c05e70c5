"""What is found in a file of respondents: types, sets, scales, weights, waves, segments; what is left out, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from report import pipeline
from report.diagnostics import SourceError
from report.pipeline import DataForm, Source
from report.tables.model import Tables
from tests.respondents.specimens import dta, sav, with_extension

YEAR = 2026


def draft_of(path: Path) -> dict[str, Any]:
    """The survey.yaml that is drafted of a file, as PyYAML reads it."""
    text = pipeline.draft_survey(path, path.name, YEAR, of=DataForm.RESPONDENTS).text
    path.with_name("survey.yaml").write_text(text, "utf-8")
    read: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return read


def tables_of(path: Path) -> Tables:
    """The tables of the survey that was drafted beside a file; it has no fault."""
    material = pipeline.read(Source(path.with_name("survey.yaml"), "survey.yaml", "s"))
    assert material.faults == ()
    return material.tables


def percent(path: Path, question: str) -> dict[str, int]:
    """The shares of all answers of a question, in whole per cent."""
    table = tables_of(path).table(question)
    shares = {answer: table.cell(answer, table.total).share for answer in table.answers}
    return {answer: round(100 * float(str(share.fraction))) for answer, share in shares.items() if share}


def csv(folder: Path, columns: Mapping[str, Sequence[object]], name: str = "rows.csv") -> Path:
    """A text file with these columns; None is an empty cell."""
    rows = zip(*columns.values(), strict=True)
    lines = [",".join(f'"{"" if cell is None else cell}"' for cell in row) for row in (list(columns), *rows)]
    (folder / name).write_text("\n".join(lines) + "\n", "utf-8")
    return folder / name


def test_labelled_codes_are_a_question_and_declared_missing_values_have_their_roles(tmp_path: Path) -> None:
    path = sav(
        tmp_path / "s.sav",
        {"use": [1.0, 1.0, 1.0, 2.0, 99.0, 98.0, 97.0, 96.0]},
        column_labels=["Do you use it?"],
        variable_value_labels={
            "use": {1: "Yes", 2: "No", 96: "system", 97: "not asked", 98: "don't know", 99: "refused"}
        },
        missing_ranges={"use": [{"lo": 96, "hi": 99}]},
    )

    question = draft_of(path)["questions"]["use"]

    assert question["label"] == "Do you use it?"
    assert question["answers"] == {"yes": {"code": "1", "label": "Yes"}, "no": {"code": "2", "label": "No"}}
    missing = {"not_asked": "97", "dont_know": "98", "refused": "99"}
    assert {key: question["missing"][key] for key in missing} == missing
    assert percent(path, "use") == {"yes": 75, "no": 25}


def test_codes_without_a_label_are_called_by_their_value(tmp_path: Path) -> None:
    path = dta(tmp_path / "s.dta", {"q": [1, 2, 3, 3]}, variable_value_labels={"q": {1: "low", 2: "high"}})

    assert draft_of(path)["questions"]["q"]["answers"]["a_3"] == {"code": "3", "label": "3"}


def test_questions_with_the_same_steps_are_a_battery_of_one_scale_and_topic(tmp_path: Path) -> None:
    steps = {
        1: "stimme voll zu",
        2: "stimme eher zu",
        3: "teils/teils",
        4: "stimme eher nicht zu",
        5: "stimme nicht zu",
    }
    path = sav(
        tmp_path / "s.sav",
        {"v1": [1.0, 2.0, 3.0], "v2": [5.0, 4.0, 3.0]},
        column_labels=["Vertrauen in: die Polizei", "Vertrauen in: die Gerichte"],
        variable_value_labels={"v1": steps, "v2": steps},
    )

    survey = draft_of(path)

    assert survey["language"] == "de"
    (scale,) = survey["scales"].values()
    assert [answer["label"] for answer in scale.values()] == list(steps.values())
    assert scale["teils_teils"]["role"] == "midpoint"
    found = {name: (each["topic"], each["short"]) for name, each in survey["questions"].items()}
    assert found == {"v1": ("Vertrauen in", "die Polizei"), "v2": ("Vertrauen in", "die Gerichte")}
    assert percent(path, "v2")["stimme_nicht_zu"] == 33


def test_texts_of_a_scale_stand_in_its_order_and_what_is_no_step_behind_them(tmp_path: Path) -> None:
    cells = ["never", "often", "sometimes", "don't know", "rarely", "often", "never", "often"] * 2

    question = draft_of(csv(tmp_path, {"how": cells}))["questions"]["how"]

    assert question["type"] == "scale"
    assert list(question["answers"]) == ["often", "sometimes", "rarely", "never", "don_t_know"]
    assert question["answers"]["don_t_know"]["role"] == "dont_know"


def test_a_scale_coded_from_its_negative_end_is_drafted_from_its_positive_one(tmp_path: Path) -> None:
    words = ["sehr unzufrieden", "unzufrieden", "teils/teils", "zufrieden", "sehr zufrieden"]
    numbered = ["1 - strongly disagree", "2", "3", "4 - strongly agree"]
    path = sav(
        tmp_path / "s.sav",
        {"a": [1.0, 2.0, 4.0], "b": [1.0, 2.0, 4.0]},
        variable_value_labels={"a": dict(enumerate(words, 1)), "b": dict(enumerate(numbered, 1))},
    )

    questions = draft_of(path)["questions"]

    assert [each["label"] for each in questions["a"]["answers"].values()] == words[::-1]
    assert [each["code"] for each in questions["b"]["answers"].values()] == ["4", "3", "2", "1"]
    assert "TODO drawn as" not in path.with_name("survey.yaml").read_text("utf-8")


def test_a_scale_whose_words_tell_no_direction_keeps_its_order_and_asks(tmp_path: Path) -> None:
    steps = {1: "1 - grey", 2: "2", 3: "3", 4: "4 - blue"}
    path = sav(tmp_path / "s.sav", {"how": [1.0, 2.0, 3.0, 4.0]}, variable_value_labels={"how": steps})

    question = draft_of(path)["questions"]["how"]

    assert [each["code"] for each in question["answers"].values()] == ["1", "2", "3", "4"]
    assert "label: 1 - grey}  # TODO drawn as the positive end" in path.with_name("survey.yaml").read_text("utf-8")


def test_columns_that_mark_an_answer_each_are_one_question(tmp_path: Path) -> None:
    columns = {
        "Q2_1": ["Books", "Not selected", "Books", "NA"],
        "Q2_2": ["Not selected", "Not selected", "Games", "NA"],
        "Q3": ["a", "a", "b", "b"],
    }
    path = csv(tmp_path, columns)

    question = draft_of(path)["questions"]["q2"]

    assert (question["type"], question["not_selected"]) == ("multiple", "Not selected")
    assert question["answers"]["books"] == {"column": "Q2_1", "label": "Books"}
    assert question["missing"] == {"not_asked": "NA"}
    assert percent(path, "q2") == {"books": 67, "games": 33}  # 2 and 1 of the 3 who were asked


def test_columns_with_the_same_mark_are_called_as_their_own_labels(tmp_path: Path) -> None:
    path = csv(tmp_path, {"Which? [Books]": [1, 0, 1, None], "Which? [Games]": [0, 0, 1, None]})

    (question,) = draft_of(path)["questions"].values()

    assert (question["label"], question["selected"], question["percent_of"]) == ("Which?", "1", "asked")
    assert [answer["label"] for answer in question["answers"].values()] == ["Books", "Games"]
    assert sorted(percent(path, next(iter(draft_of(path)["questions"]))).values()) == [33, 67]


def test_questions_that_are_only_numbered_are_not_taken_together(tmp_path: Path) -> None:
    survey = draft_of(csv(tmp_path, {"Q1": ["yes", "no"] * 4, "Q2": ["yes", "no"] * 4}))

    assert [each["type"] for each in survey["questions"].values()] == ["single", "single"]


def test_sets_that_the_file_declares_are_taken_as_declared(tmp_path: Path) -> None:
    path = sav(
        tmp_path / "s.sav",
        {"a": [1.0, 0.0, 1.0], "b": [0.0, 0.0, 1.0]},
        column_labels=["Books", "Games"],
    )
    with_extension(path, 7, b"$media=D1 1 5 What? a b\n")

    question = draft_of(path)["questions"]["media"]

    assert (question["label"], question["selected"]) == ("What?", "1")
    assert percent(path, "media") == {"books": 67, "games": 33}


def test_cells_that_list_answers_are_told_apart_from_sentences(tmp_path: Path) -> None:
    columns = {
        "media": ["Print;Radio", "Radio", "Print", "Radio;Print"] * 3,
        "when": ["Never, but open", "Often", "Never, and not open", "Often"] * 3,
    }
    path = csv(tmp_path, columns)

    survey = draft_of(path)

    assert survey["questions"]["media"]["separator"] == ";"
    assert "separator" not in survey["questions"]["when"]
    assert percent(path, "media") == {"print": 75, "radio": 75}


def test_answers_that_look_alike_are_one_however_their_characters_are_written(tmp_path: Path) -> None:
    forms = ["schön", "scho\u0308n", "scho\u0308n\u200b", " scho\u0308n"]
    cells = [*forms * 10, *["eher nicht", "eher\n nicht", "eher\tnicht", "eher\u00a0nicht"] * 5]
    lists = [("gut", each, f"{each};gut")[place % 3] for place, each in enumerate(cells)]
    path = csv(tmp_path, {"q": cells, "many": lists})

    questions = draft_of(path)["questions"]

    assert list(questions["q"]["answers"].values()) == [
        {"code": "schön", "label": "schön"},
        {"code": "eher nicht", "label": "eher nicht"},
    ]
    assert percent(path, "q") == {"schoen": 67, "eher_nicht": 33}
    assert percent(path, "many") == {"gut": 67, "schoen": 43, "eher_nicht": 23}


def test_header_rows_of_surveymonkey_are_no_respondents(tmp_path: Path) -> None:
    path = tmp_path / "sm.csv"
    head = "Respondent ID,Which do you use?,,How happy are you?\n,Phone,Tablet,Response\n"
    path.write_text(head + "1,Phone,,Happy\n2,Phone,Tablet,Unhappy\n3,,Tablet,Happy\n4,Phone,,Happy\n" * 5, "utf-8")

    survey = draft_of(path)

    assert survey["data"]["csv"] == {"header_rows": "2"}
    which, happy = survey["questions"].values()
    assert (which["type"], which["label"], list(which["answers"])) == (
        "multiple",
        "Which do you use?",
        ["phone", "tablet"],
    )
    assert (happy["label"], list(happy["answers"])) == ("How happy are you?", ["happy", "unhappy"])
    assert percent(path, next(iter(survey["questions"]))) == {"phone": 75, "tablet": 50}


def test_header_rows_of_qualtrics_are_names_and_labels(tmp_path: Path) -> None:
    path = tmp_path / "qx.csv"
    ids = '"{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"'
    rows = "".join(f"R_{place},{'Yes' if place % 2 else 'No'}\n" for place in range(40))
    path.write_text(f"ResponseId,Q1\nResponse ID,Are you satisfied?\n{ids}\n{rows}", "utf-8")

    survey = draft_of(path)

    assert survey["data"]["csv"] == {"header_rows": "3"}
    assert {name: (each["label"], each["column"]) for name, each in survey["questions"].items()} == {
        "q1": ("Are you satisfied?", "Q1")
    }
    assert percent(path, "q1") == {"yes": 50, "no": 50}


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Survey of 2025,,\nsex,use,age\n", "TODO the first row seems to be a title"),
        ("a,b,c\nsex,use,age\n", "TODO the second row seems to be a heading too"),
    ],
)
def test_what_may_be_a_heading_is_told(head: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(head + "1,2,3\n2,2,4\n2,1,5\n" * 5, "utf-8")

    draft_of(path)

    assert f"# {told}" in path.with_name("survey.yaml").read_text("utf-8")


def test_a_question_that_was_put_to_some_has_their_answer_as_filter_and_base(tmp_path: Path) -> None:
    nan = float("nan")
    path = sav(
        tmp_path / "s.sav",
        {
            "mgr": [1.0] * 40 + [2.0] * 60,
            "q3": [1.0] * 30 + [2.0] * 10 + [nan] * 60,
            "q4": [1.0, 2.0] * 30 + [nan] * 40,
        },
        column_labels=["Do you lead?", "Do you talk?", "Do you sing?"],
        variable_value_labels={name: {1: "Yes", 2: "No"} for name in ("mgr", "q3", "q4")},
    )

    questions = draft_of(path)["questions"]

    assert questions["q3"]["filter"] == ["mgr.yes"]
    assert questions["q3"]["base"] == "respondents with “Yes” in “Do you lead”"
    assert percent(path, "q3") == {"yes": 75, "no": 25}
    assert "filter" not in questions["q4"]
    assert questions["q4"]["base"] == "respondents of whom the file has an answer"
    assert "base" not in questions["mgr"]
    text = path.with_name("survey.yaml").read_text("utf-8")
    assert '# TODO asked only of those with "Yes" in mgr' in text
    assert "# TODO 40 of 100 rows are blank" in text


def test_an_answer_that_nobody_gave_in_a_wave_was_not_asked_there(tmp_path: Path) -> None:
    news = {"2020": ["tv"] * 30 + ["radio"] * 30 + ["fax"] * 20, "2024": ["tv"] * 30 + ["radio"] * 31 + ["web"] * 20}
    columns = {
        "year": [year for year, cells in news.items() for _ in cells],
        "q": [cell for cells in news.values() for cell in cells],
        "sure": ["yes"] * 80 + ["no"] + ["yes"] * 80,
    }
    path = csv(tmp_path, columns)

    questions = draft_of(path)["questions"]

    assert questions["q"]["answers"]["web"]["not_asked"] == ["w2020"]
    assert questions["q"]["answers"]["fax"]["current"] == "not_asked"
    marked = [name for name, each in questions["q"]["answers"].items() if {"not_asked", "current"} & each.keys()]
    assert sorted(marked) == ["fax", "web"]
    assert "current" not in questions["sure"]["answers"]["no"]
    assert percent(path, "q") == {"tv": 37, "radio": 38, "web": 25}


@pytest.mark.parametrize(
    ("codes", "waves"),
    [
        (["2024-05", "2024-11"], {"w2024_05": "2024-05", "w2024_11": "2024-11"}),
        (["05/2023", "Mai 2024"], {"w2023": "2023-05", "w2024": "2024-05"}),
        (["2011/12", "Wave 3 2024"], {"w2011": "2011", "w2024": "2024"}),
    ],
)
def test_waves_keep_their_months(codes: Sequence[str], waves: Mapping[str, str], tmp_path: Path) -> None:
    survey = draft_of(csv(tmp_path, {"wave": [*codes] * 40, "q": ["a", "a", "b", "b"] * 20}))

    assert {name: each["date"] for name, each in survey["waves"].items()} == waves
    assert survey["data"]["wave"]["codes"] == dict(zip(waves, codes, strict=True))


def test_the_year_is_that_of_interviews_not_of_other_dates(tmp_path: Path) -> None:
    dates = [f"{2001 + place}-03-01" for place in range(20)]
    asked = ["2024-05-03", "2024-05-04"] * 10

    assert draft_of(csv(tmp_path, {"q": ["a", "b"] * 10, "started": dates}))["published"] == str(YEAR)
    assert draft_of(csv(tmp_path, {"q": ["a", "b"] * 10, "started": dates, "day": asked}))["published"] == "2024"


def test_entries_of_lists_that_are_never_apart_are_asked_about(tmp_path: Path) -> None:
    path = csv(tmp_path, {"tools": ["Slack", "Zoom, Webex", "Slack, Zoom, Webex", "Teams", "Slack, Teams"] * 10})

    draft_of(path)

    text = path.with_name("survey.yaml").read_text("utf-8")
    assert '# TODO "Zoom, Webex" may be one answer' in text
    assert text.count("may be one answer") == 1


def test_a_long_word_is_divided_by_its_language_whatever_sign_follows(tmp_path: Path) -> None:
    path = csv(tmp_path, {"Haben Sie Personalverantwortung?": ["ja", "nein"] * 10})

    (question,) = draft_of(path)["questions"].values()

    assert question["label"] == "Haben Sie Personalverantwortung?"


def test_rare_texts_are_counted_together(tmp_path: Path) -> None:
    cells = ["red"] * 80 + ["blue"] * 60 + ["a colour that one person named", "another one"]
    path = csv(tmp_path, {"colour": cells})

    answers = draft_of(path)["questions"]["colour"]["answers"]

    assert list(answers) == ["red", "blue", "other_answers"]
    assert answers["other_answers"] == {"others": "true", "label": "Other answers", "role": "other"}
    assert percent(path, "colour") == {"red": 56, "blue": 42, "other_answers": 1}


def test_weights_waves_and_groups_are_named(tmp_path: Path) -> None:
    n = 60
    path = csv(
        tmp_path,
        {
            "year": ["2020", "2024"] * (n // 2),
            "sex": ["male", "female", "female"] * (n // 3),
            "age": [18 + each for each in range(n)],
            "use": ["daily", "weekly", "never", "daily"] * (n // 4),
            "weight": ["0.5", "1.5"] * (n // 2),
        },
    )

    survey = draft_of(path)

    assert survey["data"]["weight"] == "weight"
    assert survey["data"]["wave"] == {"column": "year", "codes": {"w2020": "2020", "w2024": "2024"}}
    assert (survey["wave"], survey["published"]) == ("w2024", "2024")
    assert list(survey["segments"]) == ["sex", "age"]
    assert survey["segments"]["sex"]["columns"]["female"]["code"] == "female"
    assert next(iter(survey["segments"]["age"]["columns"].values()))["code"] == "..29"
    assert list(survey["questions"]) == ["use"]
    tables_of(path)


def test_a_column_that_says_what_a_segment_says_is_no_question(tmp_path: Path) -> None:
    sex = ["male", "female"] * 20
    path = csv(
        tmp_path,
        {"sex": sex, "title": ["Mr" if each == "male" else "Ms" for each in sex], "q": ["a"] * 25 + ["b"] * 15},
    )

    survey = draft_of(path)

    assert list(survey["questions"]) == ["q"]
    assert "#   title: says what the segment of sex says" in path.with_name("survey.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "cells", "reason"),
    [
        ("RespondentID", [f"x{each}" for each in range(20)], "tells respondents or interviews apart"),
        ("opinion", [f"I think {each}" for each in range(20)], "free text: most rows have another one"),
        ("when", [f"2026-01-{each:02}" for each in range(1, 21)], "dates or times"),
        ("height", [150 + each for each in range(20)], "every row has another number"),
        ("cm", [150 + each % 15 for each in range(20)], "numbers from 150 to 164: as a question or segment"),
        ("empty", [None] * 20, "no row has a value"),
        ("gewicht", [800.5 + each for each in range(20)], "looks like a weight, but its mean is 810, not about 1"),
        ("gewicht", [45810.5] * 20, "looks like a weight, but its mean is 45810, not about 1"),
        ("gewicht", [None, 1.5, *[0.5] * 18], "looks like a weight, but 1 of 20 rows has no number there"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_listed_with_the_reason(
    name: str, cells: Sequence[object], reason: str, tmp_path: Path
) -> None:
    path = csv(tmp_path, {"q": ["a", "b"] * 10, name: cells})

    assert list(draft_of(path)["questions"]) == ["q"]
    assert f"#   {name}: {reason}" in path.with_name("survey.yaml").read_text("utf-8")


def test_labels_that_cannot_be_drawn_are_replaced_and_told(tmp_path: Path) -> None:
    path = sav(
        tmp_path / "s.sav",
        {"q": [1.0, 2.0, 3.0]},
        column_labels=["Which_is_your_favourite_of_these_long_words?"],
        variable_value_labels={"q": {1: "שלום", 2: "\N{THUMBS UP SIGN} good", 3: "Donaudampfschifffahrtsgesellschaft"}},
    )

    question = draft_of(path)["questions"]["q"]

    assert [each["label"] for each in question["answers"].values()][:2] == ["Answer 1", "good"]
    assert question["label"] == "Which is your favourite of these long words?"
    text = path.with_name("survey.yaml").read_text("utf-8")
    assert "label: Answer 1}  # the file says: שלום" in text
    material = pipeline.read(Source(path.with_name("survey.yaml"), "survey.yaml", "s"))
    telling = pipeline.tell(material, ["en"], allow_failed_claims=False)
    pipeline.lay_out(telling)  # raises where a text cannot be shown or finds no room


def test_a_yes_or_no_of_which_only_the_name_is_known_is_told_below_it(tmp_path: Path) -> None:
    path = csv(tmp_path, {"q1": ["No"] * 38 + ["Yes"] * 2, "q2": ["Yes"] * 30 + ["No"] * 10})
    draft_of(path)

    story = pipeline.read(Source(path.with_name("survey.yaml"), "survey.yaml", "s")).story

    texts = [message.claim.text.text("en") for message in story.messages]
    assert texts == ["of respondents: **{{ q1.no | label }}**", "of respondents: **{{ q2.yes | label }}**"]


def test_a_recommendation_and_numbers_that_somebody_was_asked_for_have_their_types(tmp_path: Path) -> None:
    path = csv(
        tmp_path,
        {
            "nps": [each % 11 for each in range(66)],
            "How many hours a day do you read?": [each % 9 / 2 for each in range(65)] + ["NA"],
            "plz": [10115 + each % 40 for each in range(66)],
            "q": ["a", "b"] * 33,
        },
    )

    questions = draft_of(path)["questions"]

    hours = questions["how_many_hours_a_day_do_you_read"]
    assert {name: each["type"] for name, each in questions.items()} == {
        "nps": "nps", "how_many_hours_a_day_do_you_read": "numeric", "q": "single",
    }  # fmt: skip
    assert hours["missing"] == {"no_answer": "NA"}
    assert "answers" not in questions["nps"]
    found = tables_of(path)
    table = found.table("how_many_hours_a_day_do_you_read")
    assert str(table.cell("mean", table.total).score).startswith("Score(number=1.9")
    assert "#   plz: numbers from 10115 to 10154" in path.with_name("survey.yaml").read_text("utf-8")


def test_a_rare_step_of_a_scale_is_no_other_answer(tmp_path: Path) -> None:
    words = ("always", "often", "sometimes", "rarely", "never")
    common = [words[each % 5] for each in range(395)]
    rare = ["never"] * 190 + ["rarely"] * 190 + ["sometimes"] * 11 + ["often"] * 3 + ["always"]
    path = csv(tmp_path, {"q1_1": [*common, *["No answer"] * 5], "q1_2": [*rare, *["No answer"] * 3, "never", "never"]})

    read = draft_of(path)

    assert {question["scale"] for question in read["questions"].values()} == {"q1_scale"}
    assert list(read["scales"]["q1_scale"]) == [*words, "no_answer"]


def test_who_gave_no_answer_is_not_counted_with_rare_texts(tmp_path: Path) -> None:
    path = csv(tmp_path, {"city": [*["Bonn"] * 200, *["Kiel"] * 195, "Aal", "Bad", "Celle", "No answer"]})

    answers = draft_of(path)["questions"]["city"]["answers"]

    assert answers["no_answer"] == {"code": "No answer", "label": "No answer", "role": "refused"}
    assert answers["other_answers"]["others"] == "true"


def test_a_file_of_missing_values_alone_has_no_question(tmp_path: Path) -> None:
    path = sav(
        tmp_path / "rows.sav",
        {"age1": [None, 12.0, 12.0, 4.0, 4.0, 4.0], "wave2": [4.0, None, None, None, 9.0, 9.0]},
        missing_ranges={"age1": [12, 4], "wave2": [4, 9]},
    )

    with pytest.raises(SourceError) as error:
        draft_of(path)

    assert [fault.id for fault in error.value.diagnostics] == ["no-question"]


def test_a_column_of_missing_values_alone_is_left_out_with_its_reason(tmp_path: Path) -> None:
    path = sav(tmp_path / "rows.sav", {"age": [4.0, 9.0] * 20, "q": [1.0, 2.0] * 20}, missing_ranges={"age": [4, 9]})

    assert [*draft_of(path)["questions"]] == ["q"]
    assert "#   age: every value is declared missing" in path.with_name("survey.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("Which version control systems do you use for your own projects?", "Version control systems"),
        ("What is the main reason for your choice of this provider at present?", "Main reason"),
        ("Which of the following programming languages would you recommend?", "Programming languages"),
        ("Welche digitalen Dienste nutzen Sie im Alltag regelmäßig und gern?", "Digitale Dienste"),
        ("Which of the following do you worry about on a daily or nearly daily basis?", None),
        ("Which statements do you agree with when you think of your own work?", None),
        ("How would you rate your proficiency in the languages that you use?", None),
    ],
)
def test_the_topic_of_a_long_question_is_what_it_asks_for(asked: str, topic: str | None, tmp_path: Path) -> None:
    path = csv(tmp_path, {asked: ["ja, sehr", "nein", "teils"] * 10, "Sonst?": ["ja", "nein", "ja"] * 10})

    (first, other), text = draft_of(path)["questions"].values(), path.with_name("survey.yaml").read_text("utf-8")

    assert (first["label"], other["topic"]) == (asked, "Sonst?".rstrip("?"))
    assert first["topic"] == topic if topic else first["topic"].endswith("…")
    assert ("TODO a `topic` that ends in … breaks off" in text) == (topic is None)


def test_two_questions_that_ask_for_the_same_keep_their_words(tmp_path: Path) -> None:
    asked = [f"Which tools do you use for the {what} of your own software projects?" for what in ("tests", "building")]
    path = csv(tmp_path, {each: ["a", "b", "c"] * 10 for each in asked})

    assert [each["topic"] for each in draft_of(path)["questions"].values()] == [
        "Which tools do you use for the tests…",
        "Which tools do you use for the…",
    ]


def test_long_answers_keep_apart_and_have_labels_that_find_room(tmp_path: Path) -> None:
    long = [
        "I agree because " + "it matters to me, and " * 30 + end for end in ("so it does to others.", "to nobody else.")
    ]
    comments = [f"My own words number {each}: " + "and on " * 90 for each in range(60)]
    answers = [*[long[0]] * 30, *[long[1]] * 20, *["No"] * 10]
    path = csv(tmp_path, {"Do you agree?": [f"{text}" for text in answers], "Why?": comments})

    survey = draft_of(path)

    (question,) = survey["questions"].values()
    assert [each["code"] for each in question["answers"].values()] == [*long, "No"]
    assert all(len(each["label"]) <= 120 for each in question["answers"].values())
    assert [*percent(path, next(iter(survey["questions"]))).values()] == [50, 33, 17]
    assert "#   Why?: free text" in path.with_name("survey.yaml").read_text("utf-8")


def test_decimal_commas_separate_no_answers(tmp_path: Path) -> None:
    hours = [f"{30 + each % 12},{each % 10}" if each % 4 else f"{30 + each % 12}" for each in range(120)]
    rows = [
        f"{hour};1,{each % 7};{'ja' if each % 3 else 'nein'};{'a,b' if each % 2 else 'b,c,a'}"
        for each, hour in enumerate(hours)
    ]
    path = tmp_path / "s.csv"
    path.write_text(
        "\n".join(["Wie viele Stunden?;Note;Zufrieden;Geräte", *rows, "32;1,3;ja;a", "32;1,3;ja;b", "32;1,3;ja;c"])
        + "\n",
        "utf-8",
    )

    questions = draft_of(path)["questions"]

    types = {"wie_viele_stunden": "numeric", "note": "numeric", "zufrieden": "single", "geraete": "multiple"}
    assert {name: each["type"] for name, each in questions.items()} == types
    assert questions["geraete"]["separator"] == ","


@pytest.mark.parametrize(
    ("written", "mean"),
    [
        (("1.720,37", "980,5", "2.400,13"), 1700.3333333333333),
        (("1,720.37", "980.5", "2,400.13"), 1700.3333333333333),
        (("1.720.000", "980", "-2.400,5"), 572859.8333333334),
    ],
)
def test_numbers_whose_thousands_are_apart_are_numbers(written: tuple[str, ...], mean: float, tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    rows = [f'"{number}";{answer}' for answer in ("ja", "nein") * 20 for number in written]
    path.write_text("\n".join(["Wie hoch ist Ihr Einkommen?;Zufrieden", *rows]) + "\n", "utf-8")

    assert draft_of(path)["questions"]["wie_hoch_ist_ihr_einkommen"]["type"] == "numeric"
    table = tables_of(path).table("wie_hoch_ist_ihr_einkommen")
    score = table.cell("mean", table.total).score
    assert score
    assert score.number == pytest.approx(mean)


@pytest.mark.parametrize(
    "written", [("1.720,37", "1.600", "980"), ("850,50", "1.600", "90"), ("1.600", "950", "12")], ids=" ".join
)
def test_numbers_of_which_one_mark_is_open_are_none(written: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    rows = [f'"{number}";{answer}' for answer in ("ja", "nein") * 20 for number in written]
    path.write_text("\n".join(["Wie hoch ist Ihr Einkommen?;Zufrieden", *rows]) + "\n", "utf-8")
    draft = pipeline.draft_survey(path, path.name, YEAR, of=DataForm.RESPONDENTS).text

    assert "numbers, and whether a mark divides thousands or decimals is open" in draft
    own = "questions:\n  q: {type: numeric, topic: Q, label: Q, column: Wie hoch ist Ihr Einkommen?}\n"
    (tmp_path / "survey.yaml").write_text(draft.replace("questions:\n", own), "utf-8")
    with pytest.raises(SourceError) as error:
        pipeline.read(Source(tmp_path / "survey.yaml", "survey.yaml", "s"))
    column = "Wie hoch ist Ihr Einkommen?"
    told = f'in some numbers of "{column}" a point may divide thousands or decimals: "1.600" (40)'
    assert [fault.message for fault in error.value.diagnostics] == [told]


@pytest.mark.parametrize(
    ("written", "mean"),
    [(("1.250", "0.875", "2"), 1.375), (("1.250", "2.5", "3"), 2.25), (("1.250", "1500", "2"), 501.0833333333333)],
    ids=str,
)
def test_a_mark_is_of_decimals_where_others_could_be_of_nothing_else(
    written: tuple[str, ...], mean: float, tmp_path: Path
) -> None:
    path = tmp_path / "s.csv"
    rows = [f'"{number}";{answer}' for answer in ("yes", "no") * 20 for number in written]
    path.write_text("\n".join(["How long did it take?;Content", *rows]) + "\n", "utf-8")

    assert draft_of(path)["questions"]["how_long_did_it_take"]["type"] == "numeric"
    table = tables_of(path).table("how_long_did_it_take")
    score = table.cell("mean", table.total).score
    assert score
    assert score.number == pytest.approx(mean)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("k. A.", "no_answer"), ("keine Angabe", "no_answer"), ("-", "no_answer"), ("n/a", "no_answer"),
        ("refused", "no_answer"), ("weiß nicht", "dont_know"),
    ],
)  # fmt: skip
def test_who_says_something_else_in_the_place_of_a_number_gave_none(said: str, key: str, tmp_path: Path) -> None:
    path = csv(tmp_path, {"How many hours?": [*(each % 70 for each in range(95)), *[said] * 5], "q": ["a", "b"] * 50})

    question = draft_of(path)["questions"]["how_many_hours"]

    assert question["type"] == "numeric"
    assert question["missing"] == {key: said}


@pytest.mark.parametrize(
    ("codes", "apart"),
    [
        ((1, 2, 3, 4, 5, 99), ["99"]),
        ((1, 2, 3, 4, 5, 6, 7, 9), ["9"]),
        ((*range(11), 98, 99), ["98", "99"]),
        ((0, 1, 2, 3, -1), ["-1"]),
        ((1, 2, 3, 999), ["999"]),
        ((-2, -1, 0, 1, 2), []),
        ((*range(1, 10),), []),
        ((1, 2, 3, 4, 8, 9), ["8", "9"]),
        ((1, 99), []),
    ],
)
def test_a_code_that_lies_apart_from_all_others_is_asked_about(
    codes: Sequence[int], apart: list[str], tmp_path: Path
) -> None:
    path = csv(tmp_path, {"q": [*codes] * 20})

    question = draft_of(path)["questions"]["q"]

    missing = question.get("missing", {}).get("no_answer", [])
    assert ([missing] if isinstance(missing, str) else missing) == apart
    assert len(question["answers"]) == len(codes) - len(apart)
    assert ("TODO taken for no answer" in path.with_name("survey.yaml").read_text("utf-8")) is bool(apart)


def test_numbers_are_told_in_ranges_where_there_is_nothing_else(tmp_path: Path) -> None:
    path = csv(tmp_path, {"minutes": [*range(1, 51), "NA"]})

    question = draft_of(path)["questions"]["minutes"]

    assert [each["code"] for each in question["answers"].values()] == ["1..10", "11..20", "21..30", "31..40", "41..50"]
    assert set(percent(path, "minutes").values()) == {20}


def test_numbers_among_words_are_no_ranges(tmp_path: Path) -> None:
    path = csv(tmp_path, {"minutes": [*range(1, 51), "long"]})

    with pytest.raises(SourceError, match="no column of the file"):
        draft_of(path)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("", "1 of 60 rows has no number there; row 8 has nothing"),
        ("abc", '1 of 60 rows has no number there; row 8 has "abc"'),
        ("-1", 'its lowest number is -1, and no weight is below 0; row 8 has "-1"'),
        ("900", "its mean is 16.01, not about 1"),
    ],
)
def test_that_a_weight_is_not_used_is_told_above_all(cell: str, said: str, tmp_path: Path) -> None:
    """[unused-weight]: with the row that speaks against it."""
    weights = [1.01] * 6 + [cell] + [1.03] * 53
    path = csv(tmp_path, {"q": ["a", "b"] * 30, "weight": weights})

    draft = pipeline.draft_survey(path, "rows.csv", YEAR)

    (warning,) = draft.warnings
    assert warning.message == f"the column looks like a weight, and nothing is weighted by it: {said}"
    assert f'\n# TODO nothing is weighted: "weight" looks like a weight, but {said}. ' in draft.text
    assert draft.text.index("TODO nothing is weighted") < draft.text.index("format: 1")


def test_a_group_of_a_few_that_hides_another_one_is_told(tmp_path: Path) -> None:
    """[small-group]: and a comment at the segmentation says it, too."""
    sexes = [*["male"] * 90, *["female"] * 103, *["diverse"] * 7]
    path = csv(tmp_path, {"gender": sexes, "q": [*"ab"] * 100})

    draft = pipeline.draft_survey(path, "rows.csv", YEAR)

    (warning,) = draft.warnings
    assert warning.as_text().startswith(
        'rows.csv: variable "gender": warning[small-group]: the group "diverse" has 7 respondents, too few to be shown'
    )
    assert '# TODO too few to be shown: "diverse" (7); another group is hidden with it' in draft.text


def test_a_file_of_a_few_rows_shows_its_numbers_and_says_why(tmp_path: Path) -> None:
    path = csv(tmp_path, {"q": ["a", "b", "a", "b"]})

    assert draft_of(path)["low_base"] == {"hide": "0", "flag": "100"}
    assert "low_base" not in draft_of(csv(tmp_path, {"q": ["a", "b"] * 20}))


def test_a_file_without_a_question_is_refused(tmp_path: Path) -> None:
    path = csv(tmp_path, {"comment": [f"text {each}" for each in range(20)]})

    with pytest.raises(SourceError) as error:
        draft_of(path)

    assert error.value.diagnostics[0].as_text() == (
        "rows.csv: error[no-question]: no column of the file can be drafted as a question\n"
        "  questions are columns with labelled values or few different ones; not dates, numbers, names or free text\n"
        "  hint: write the survey.yaml by hand, as docs/respondents.md shows, or label the values in the file"
    )


def test_ratings_are_told_by_the_numbers_before_their_labels(tmp_path: Path) -> None:
    ratings = ["0 - not at all likely", *map(str, range(1, 10)), "10 - extremely likely"]
    answers = ["Very good", "Good", "Neither good nor bad", "Bad", "Very bad"]
    table = {"How likely are you to recommend us?": ratings * 20, "How was it?": (answers * 44)[: 11 * 20]}

    questions = draft_of(csv(tmp_path, table))["questions"]

    assert next(iter(questions.values()))["type"] == "nps"
    assert questions["how_was_it"]["type"] == "scale"
    assert [answer["label"] for answer in questions["how_was_it"]["answers"].values()] == answers
