"""Which waves a chart over waves shows where it has not room for all of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from report.briefing.periods import Periods, periods_of
from report.survey.model import Survey
from tests.builders import question, survey, tabulated, wave

MOST = 8


def yearly(*years: int, unpublished: tuple[int, ...] = (), rhythm: str | None = "yearly") -> Survey:
    """A survey of these years, the last of them the current one."""
    *earlier, current = years
    asked = question("q", {"a": 50, "b": 50}, wave=f"w{current}", earlier={f"w{year}": {"a": 40} for year in earlier})
    waves = [wave(f"w{year}", published=year not in unpublished) for year in sorted((*years, *unpublished))]
    return replace(survey(asked, waves=waves, current=f"w{current}"), rhythm=rhythm)


def chosen(of: Survey, *spoken: str) -> tuple[list[int], Periods]:
    found = periods_of(tabulated(of).table("q"), ["a"], of, most=MOST, spoken=spoken)
    return [int(column.wave[1:]) for column in found.columns], found


def test_what_has_room_is_shown_whole() -> None:
    years, found = chosen(yearly(2019, 2020, 2022, unpublished=(2021,)))

    assert years == [2019, 2020, 2021, 2022]
    assert (found.shown, found.published, found.has_gaps) == (3, 3, False)


def test_waves_before_the_first_figure_of_what_is_shown_are_left_out_unless_they_are_spoken_of() -> None:
    earlier = {"w2010": {"b": 60}, "w2013": {"b": 60}, "w2016": {"a": 20, "b": 60}, "w2019": {"b": 60}}
    asked = question("q", {"a": 50, "b": 50}, wave="w2022", earlier=earlier)
    of = survey(asked, waves=[wave(f"w{year}") for year in range(2010, 2023, 3)], current="w2022")

    def shown(*answers: str, spoken: tuple[str, ...] = ()) -> list[str]:
        found = periods_of(tabulated(of).table("q"), answers, of, most=MOST, spoken=spoken)
        return [column.wave for column in found.columns]

    assert shown("a") == ["w2016", "w2019", "w2022"]
    assert shown("a", spoken=("w2013",)) == ["w2013", "w2016", "w2019", "w2022"]
    assert shown("a", "b") == ["w2010", "w2013", "w2016", "w2019", "w2022"]


def test_of_more_the_latest_are_shown_in_succession() -> None:
    years, found = chosen(yearly(*range(2011, 2025)))

    assert years == list(range(2017, 2025))
    assert (found.shown, found.published) == (8, 14)


def test_a_wave_that_is_spoken_of_is_shown_with_others_evenly_behind_it() -> None:
    years, found = chosen(yearly(*range(2011, 2025)), "w2011")

    assert years == [2011, 2013, 2015, 2017, 2018, 2020, 2022, 2024]
    assert (found.shown, found.published, found.has_gaps) == (8, 14, False)


def test_the_rhythm_gives_way_where_years_without_figures_would_need_the_room() -> None:
    years, found = chosen(yearly(2005, 2010, 2015, 2020))

    assert years == [2005, 2010, 2015, 2020]
    assert (found.shown, found.published, found.has_gaps) == (4, 4, True)


def test_without_a_rhythm_years_have_no_place_of_their_own() -> None:
    years, found = chosen(yearly(2005, 2010, 2015, 2020, rhythm=None))

    assert years == [2005, 2010, 2015, 2020]
    assert not found.has_gaps


def test_a_choice_is_made_among_the_waves_of_the_answer_that_is_shown() -> None:
    earlier = {f"w{year}": {"a": 40} if year < 2014 else {"b": 60} for year in range(2006, 2020)}
    asked = question("q", {"a": 50, "b": 50}, wave="w2020", earlier=earlier)
    of = survey(asked, waves=[wave(f"w{year}") for year in range(2006, 2021)], current="w2020")

    found = periods_of(tabulated(of).table("q"), ["b"], of, most=MOST, spoken=())

    assert [column.wave for column in found.columns] == [f"w{year}" for year in range(2014, 2021)]
    assert found.shown == found.published == 7


@given(
    st.sets(st.integers(1980, 2024), min_size=2, max_size=30),
    st.sets(st.integers(1980, 2024), max_size=MOST - 1),
    st.booleans(),
)
def test_a_choice_fits_is_in_order_and_has_what_is_spoken_of_and_the_current_wave(
    all_years: set[int], spoken: set[int], has_rhythm: bool
) -> None:
    of = yearly(*sorted(all_years), rhythm="yearly" if has_rhythm else None)

    years, found = chosen(of, *(f"w{year}" for year in spoken))

    assert years == sorted(set(years))
    assert 2 <= found.shown <= MOST
    assert found.published == len(all_years)
    assert (spoken & all_years) <= set(years)
    assert max(all_years) in years
