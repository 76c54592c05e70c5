"""How long an alternative text may be: screen readers tell it in one go."""

from report.briefing.model.prose import Late, Part

LONGEST = 250
"""Characters."""
LONGEST_FORM = 22
"""Characters that the name of a form may have, where it is told late."""


def room_for(form: Part) -> int:
    """The characters that a text may have while the form of its chart may still be unknown."""
    return LONGEST - (LONGEST_FORM if isinstance(form, Late) else 0)
