"""What Office files say of themselves, as far as it is alike in all of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

MOST_CHARACTERS = 255
"""Of a core property in Office; python-pptx refuses a longer one."""


def keywords_of(topics: Sequence[str]) -> str:
    """As many topics as the keywords of a file have room for, none cut off."""
    lists = accumulate(topics, "{}, {}".format)
    return max((each for each in lists if len(each) <= MOST_CHARACTERS), key=len, default="")
