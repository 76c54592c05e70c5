"""All that a true claim is held against its words for: one fault a claim, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from report.briefing.claim_amounts import amount_not_claimed
from report.briefing.claim_demands import demand_not_claimed
from report.briefing.claim_directions import claim_turned, place_not_claimed
from report.briefing.claim_negations import claim_denied
from report.briefing.claim_steady import change_denied, place_turned
from report.briefing.claim_superlatives import alike_as_printed, item_not_compared, not_the_first
from report.briefing.claimed import claim_of_others
from report.briefing.claims import Claimable, Verdict, change_not_claimed, multiple_not_claimed
from report.briefing.empty_claims import claim_of_bases, empty_claim
from report.briefing.unlike_sides import unlike_sides
from report.diagnostics import Diagnostic, SourceText


def held_against_its_words(said: Claimable, holds: SourceText, verdict: Verdict) -> list[Diagnostic]:
    """What of a claim does not fit its texts; nothing where it says what they say, as far as can be told."""
    return list(islice((each for each in _checks(said, holds, verdict) if each is not None), 1))


def _checks(said: Claimable, holds: SourceText, verdict: Verdict) -> Iterator[Diagnostic | None]:
    yield empty_claim(holds, verdict)
    yield claim_of_bases(said, holds, verdict)
    yield multiple_not_claimed(said, verdict)
    yield demand_not_claimed(said, holds, verdict)
    yield claim_of_others(said, holds, verdict)
    yield unlike_sides(said, holds, verdict)
    yield claim_turned(said, holds)
    yield claim_denied(said, holds, verdict)
    yield change_denied(said, holds, verdict)
    yield place_turned(said, holds, verdict)
    yield change_not_claimed(said, verdict)
    yield amount_not_claimed(said, holds, verdict)
    yield item_not_compared(said, holds, verdict)
    yield place_not_claimed(said, holds, verdict)
    yield not_the_first(said, holds, verdict)
    yield alike_as_printed(said, verdict)
