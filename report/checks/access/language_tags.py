"""Language tags as BCP 47 has them (RFC 5646, section 2.1): "de-DE", "sr-Latn-RS", "es-419"."""

from __future__ import annotations

import re

_LISTED = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is
it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms
mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk
sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi
yo za zh zu
"""
TWO_LETTERS = frozenset(_LISTED.split())
"""The languages of ISO 639-1."""

TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?"
    r"(-([a-z\d]{5,8}|\d[a-z\d]{3}))*(-[a-wyz\d](-[a-z\d]{2,8})+)*(-x(-[a-z\d]{1,8})+)?",
    re.IGNORECASE,
)


def is_language_tag(text: str) -> bool:
    """Whether a text is well-formed as a language tag and begins with a language that there is.

    Of three letters every one is let pass: of ISO 639-3 there are some eight thousand.
    """
    found = TAG.fullmatch(text)
    return found is not None and (len(found["language"]) == 3 or found["language"].lower() in TWO_LETTERS)
