"""What waves have to do with each other, with the figures of earlier waves and with breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise

from report.diagnostics import Diagnostic, Location, SourceText, near_miss
from report.survey.file.faults import SurveyFault
from report.survey.file.schema import AnswerFile, QuestionFile, Rhythm, SurveyFile
from report.yaml_source import Fault

AT_ANSWERS = "figures of the current wave stand at the answers, as `percent`"


def with_wave_meant(survey: SurveyFile) -> SurveyFile:
    """The survey with the one published wave as the current one whose id is like that which it gives, if that is none.

    So an id that is misspelt does not hide what the figures of the current wave are held against.
    """
    if survey.wave is None or survey.wave.text in survey.waves:
        return survey
    close = get_close_matches(survey.wave.text, [name for name, wave in survey.waves.items() if wave.published])
    return survey.with_values(wave=SourceText(close[0])) if len(close) == 1 else survey


def check_published(survey: SurveyFile) -> Iterator[Diagnostic]:
    """The fault of a survey that was published before its current wave took place, or before its fieldwork began."""
    wave = survey.waves.get(survey.wave.text) if survey.wave else None
    first = survey.fieldwork.first if survey.fieldwork else None
    took_place = {f'its wave "{survey.wave.text}" took place': wave.date} if survey.wave and wave else {}
    took_place |= {"its fieldwork began": first} if first else {}
    for what, date in took_place.items():
        if survey.knows("published", "waves", "fieldwork") and survey.published.value.ends_before(date.value):
            message = f'the survey was published in "{survey.published.value}", before {what} in "{date.value}"'
            hint = "write when these figures were published, or mend the other date"
            yield Diagnostic(SurveyFault.DATES_REVERSED, message, survey.published.location, hint=hint)
            return


def check_fieldwork(survey: SurveyFile) -> Iterator[Diagnostic]:
    """The fault of interviews that end before they begin."""
    fieldwork = survey.fieldwork
    if fieldwork and fieldwork.last.value.first_day < fieldwork.first.value.first_day:
        message = f'the fieldwork ends in "{fieldwork.last.value}", before it begins in "{fieldwork.first.value}"'
        yield Diagnostic(SurveyFault.DATES_REVERSED, message, fieldwork.last.location)


def check_named_waves(question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    """Every fault of the waves that a question names."""
    yield from _earlier_figures(question, survey)
    for counted in (question, *question.entries.values()):
        for wave in counted.written("n"):
            if wave in survey.waves:
                yield from _earlier(wave, counted.place_of("n", wave), survey, instead="its n is written as `total`")
    for each in question.breaks:
        yield from _pair(each.between, each.place_of("between"), survey)
    for answer in question.answers.values():
        yield from _earlier_answers(answer, survey)


def is_behind_a_break(wave: str, question: QuestionFile, survey: SurveyFile) -> bool:
    """Whether a break lies, or may lie where it is not known well, between a wave and the current one."""
    order = list(survey.waves)
    current = survey.wave.text if survey.wave else ""
    if wave not in order or current not in order or not question.knows("breaks"):
        return True
    return any(_overlaps([end.text for end in each.between], (wave, current), order) for each in question.breaks)


def _overlaps(ends: Sequence[str], span: tuple[str, str], order: Sequence[str]) -> bool:
    if any(end not in order for end in ends) or ends[0] == ends[1]:
        return True
    first, last = sorted(order.index(end) for end in ends)
    return first < order.index(span[1]) and order.index(span[0]) < last


def check_current_wave(survey: SurveyFile) -> Iterator[Diagnostic]:
    """The fault of a current wave that is missing, is none, or was not published."""
    if survey.wave is None:
        if survey.waves and survey.knows("wave"):
            message = "the key `wave` is missing; it names the wave of all figures that name none"
            published = [name for name, wave in survey.waves.items() if wave.published]
            hint = f"write `wave: {published[-1]}`, the newest wave" if published else None
            yield Diagnostic(Fault.MISSING_KEY, message, survey.place_of("waves"), hint=hint)
        return
    unknown = _unknown(survey.wave.text, survey.wave.location, survey)
    wave = survey.waves.get(survey.wave.text)
    if unknown:
        yield unknown
    elif wave and not wave.published:
        yield _unpublished(survey.wave.text, survey.wave.location)


def check_order_of_waves(survey: SurveyFile) -> Iterator[Diagnostic]:
    """Every fault of the order in which the waves are listed."""
    for (earlier_id, earlier), (later_id, later) in pairwise(survey.waves.items()):
        if not earlier.date.value < later.date.value:
            message = f'the wave "{later_id}" does not lie after "{earlier_id}"'
            hint = "list the waves from the earliest to the latest"
            yield Diagnostic(SurveyFault.WAVE_ORDER, message, later.named_at, hint=hint)
        elif survey.rhythm is Rhythm.YEARLY and earlier.date.value.year == later.date.value.year:
            message = f'the wave "{later_id}" lies in the same year as "{earlier_id}"'
            note = "`rhythm: yearly` gives every year one place in a chart"
            yield Diagnostic(SurveyFault.SAME_YEAR, message, later.named_at, (note,), "leave out `rhythm`")


def _earlier_figures(question: QuestionFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    for wave in question.earlier:
        yield from _earlier(wave, question.place_of("earlier", wave), survey)
        if wave in survey.waves and not survey.waves[wave].published:
            yield _unpublished(wave, question.place_of("earlier", wave))


def _earlier_answers(answer: AnswerFile, survey: SurveyFile) -> Iterator[Diagnostic]:
    for wave in answer.earlier_label:
        yield from _earlier(wave, answer.place_of("earlier_label", wave), survey)
    for reference in answer.not_asked:
        if reference.location:
            yield from _earlier(reference.text, reference.location, survey, instead="write `current: not_asked`")
    if answer.break_between:
        yield from _pair(answer.break_between, answer.place_of("break"), survey)


def _earlier(wave: str, place: Location, survey: SurveyFile, *, instead: str = AT_ANSWERS) -> Iterator[Diagnostic]:
    """The fault of a wave that is unknown or does not lie before the current one."""
    unknown = _unknown(wave, place, survey)
    current = survey.wave.text if survey.wave else ""
    if unknown:
        yield unknown
    elif wave == current:
        yield Diagnostic(SurveyFault.NOT_EARLIER, f'"{wave}" is the current wave', place, hint=instead)
    elif _lies_after(wave, current, survey):
        yield Diagnostic(SurveyFault.NOT_EARLIER, f'"{wave}" lies after the current wave "{current}"', place)


def _lies_after(wave: str, current: str, survey: SurveyFile) -> bool:
    """As listed: dates of another order are a fault of the list."""
    order = list(survey.waves)
    return wave in order and current in order and order.index(current) < order.index(wave)


def _pair(pair: Sequence[SourceText], place: Location, survey: SurveyFile) -> Iterator[Diagnostic]:
    """The faults of two waves between which something changed."""
    unknown = [fault for wave in pair if (fault := _unknown(wave.text, wave.location, survey))]
    yield from unknown
    current = survey.wave.text if survey.wave else ""
    published = [wave_id for wave_id, wave in survey.waves.items() if wave.published or wave_id == current]
    first, second = (wave.text for wave in pair)
    neighbours = [*pairwise(published), *pairwise(reversed(published))]
    if unknown or not survey.knows("waves") or (first, second) in neighbours:
        return
    message = f'"{first}" and "{second}" are not neighbours'
    note = f"the published waves are {', '.join(published)}"
    hint = "a break lies between two published waves of which one follows the other"
    yield Diagnostic(SurveyFault.NOT_NEIGHBOURS, message, place, (note,), hint)


def _unknown(wave: str, place: Location | None, survey: SurveyFile) -> Diagnostic | None:
    """The fault of a wave that is not listed; a reference without a place is one whose fault is reported."""
    waves = survey.written("waves")
    if place is None or wave in waves or survey.may_list("waves"):
        return None
    note = f"the waves are {', '.join(waves)}" if waves else "no waves are listed under `waves`"
    return Diagnostic(SurveyFault.UNKNOWN_WAVE, f'"{wave}" is not a wave', place, (note,), near_miss(wave, waves))


def _unpublished(wave: str, place: Location | None) -> Diagnostic:
    message = f'nothing was published of the wave "{wave}"'
    return Diagnostic(SurveyFault.UNPUBLISHED_WAVE, message, place, ("it has `published: false`",))
