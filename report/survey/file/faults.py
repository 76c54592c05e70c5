"""The kinds of fault that a survey file can have beyond those of every YAML file."""

from __future__ import annotations

from enum import StrEnum


class SurveyFault(StrEnum):
    """Ids of the diagnostics of this package."""

    # dates and waves
    NOT_A_DATE = "not-a-date"
    NOT_A_LINK = "not-a-link"
    DATES_REVERSED = "dates-reversed"
    UNKNOWN_WAVE = "unknown-wave"
    WAVE_ORDER = "wave-order"
    SAME_YEAR = "same-year"
    UNPUBLISHED_WAVE = "unpublished-wave"
    NOT_EARLIER = "not-earlier"
    NOT_NEIGHBOURS = "not-neighbours"

    # files
    NO_SURVEY = "no-survey"

    # respondents
    OF_OTHER_FORM = "of-other-form"
    NO_DATA = "no-data"
    NO_COLUMN = "no-column"
    NO_CODE = "no-code"
    SHARED_CODE = "shared-code"
    FORM_OF_ANSWERS = "form-of-answers"
    OF_OTHER_TYPE = "of-other-type"
    NO_RATING_SCALE = "no-rating-scale"
    FILTER = "filter"

    # names
    UNKNOWN_ANSWER = "unknown-answer"
    UNKNOWN_SEGMENT = "unknown-segment"
    UNKNOWN_COLUMN = "unknown-column"
    DUPLICATE_ID = "duplicate-id"
    EQUAL_LABELS = "equal-labels"
    NO_LANGUAGE = "no-language"
    NOT_A_UNIT = "not-a-unit"

    # how many were asked
    MORE_THAN_ASKED = "more-than-asked"

    # scales
    UNKNOWN_SCALE = "unknown-scale"
    UNUSED_SCALE = "unused-scale"
    BESIDE_SCALE = "beside-scale"
    WITHOUT_SCALE = "without-scale"

    # figures
    NOT_ASKED = "not-asked"
    TOO_MANY_DECIMALS = "too-many-decimals"
    FRACTION = "fraction"
    UNREACHABLE = "unreachable"
    SUM_ABOVE_100 = "sum-above-100"
    MISSING_REST = "missing-rest"
    NEEDLESS_REST = "needless-rest"
    NET_SUM = "net-sum"
    NOT_OF_MULTIPLE = "not-of-multiple"

    # the order of the answers
    MIDPOINT = "midpoint"
    NOT_LAST = "not-last"
    ORDER_OF_SCALE = "order-of-scale"
