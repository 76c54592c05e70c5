"""What a tree must be like: each breach is told, with the element that it is about."""

import pytest

from report.tagged_pdf.rules import check
from report.tagged_pdf.structure import Element, Scope, Tag, TaggingError
from tests.tagged_pdf.drawing import document


def e(tag: Tag, key: str = "", *children: Element, **more: object) -> Element:
    return Element(tag, key, children, **more)  # type: ignore[arg-type]


def row(*cells: Element) -> Element:
    return e(Tag.TR, "", *cells)


def head(key: str) -> Element:
    return e(Tag.TH, key, scope=Scope.COLUMN)


BREACHES = [
    (e(Tag.SECT, "", e(Tag.H3, "a")), 'H3 "a" follows H1: H2 comes first'),
    (e(Tag.P, "title"), 'the key "title" is of 2 elements'),
    (e(Tag.FIGURE, "a"), 'Figure "a" has no alternative text (alt)'),
    (e(Tag.FIGURE, "a", alt="  "), 'Figure "a" has no alternative text (alt)'),
    (
        e(Tag.P, "", e(Tag.LINK, "a", target="#title")),
        'Link "a" does not say where it leads (target, and in words alt)',
    ),
    (e(Tag.P, "", e(Tag.LINK, "a", alt="Top")), 'Link "a" does not say where it leads (target, and in words alt)'),
    (e(Tag.P, "a", target="#title"), 'P "a" has a target and is no Link'),
    (e(Tag.TABLE, "", row(e(Tag.TH, "a"))), 'TH "a" does not say which cells it heads (scope)'),
    (e(Tag.NOTE), "a Note has no key, which is its id too"),
    (e(Tag.NOTE), "a Note is empty: it has neither a key nor children"),
    (e(Tag.SECT), "a Sect is empty: it has neither a key nor children"),
    (e(Tag.P, "a", e(Tag.L, "", e(Tag.LI, "", e(Tag.LBODY, "b")))), 'P "a" holds text and L "b": put the text into'),
    (
        e(Tag.P, "a", e(Tag.SPAN, "", e(Tag.SPAN, "b"))),
        'Span "b" is a part of the text of P "a" and has no key of its own',
    ),
    (e(Tag.LI, "", e(Tag.LBODY, "a")), 'LI "a" stands in Document "title", not in a L'),
    (e(Tag.L, "", e(Tag.P, "a")), 'L "a" holds P "a", where only Caption and L and LI may stand'),
    (row(e(Tag.TD, "a")), 'TR "a" stands in Document "title", not in a Table or THead or TBody or TFoot'),
    (
        e(Tag.TABLE, "", row(head("a"), head("b")), row(e(Tag.TD, "c"))),
        'row 2 of Table "a" has 1 columns, the first has 2',
    ),
    (
        e(Tag.TABLE, "", row(e(Tag.TD, "a", rows=2), head("b")), row(e(Tag.TD, "c"), e(Tag.TD, "d"))),
        'row 2 of Table "a" has 3 columns, the first has 2',
    ),
]


@pytest.mark.parametrize(("planted", "message"), BREACHES, ids=[message for _, message in BREACHES])
def test_a_breach_is_told(planted: Element, message: str) -> None:
    with pytest.raises(TaggingError) as told:
        check(document(planted))

    assert any(line.startswith(message) for line in str(told.value).splitlines())


def test_all_breaches_are_told_at_once() -> None:
    with pytest.raises(TaggingError) as told:
        check(document(e(Tag.H3, "a"), e(Tag.FIGURE, "b"), e(Tag.SECT)))

    assert len(str(told.value).splitlines()) == 3


def test_the_root_is_a_document() -> None:
    with pytest.raises(TaggingError, match="the structure is a Sect, not a Document"):
        check(e(Tag.SECT, "", e(Tag.H1, "a")))


def test_a_document_begins_with_a_heading_of_the_first_level() -> None:
    with pytest.raises(TaggingError, match='H2 "a" follows no heading: H1 comes first'):
        check(e(Tag.DOCUMENT, "", e(Tag.H2, "a")))


def test_a_sound_tree_is_not_told_of() -> None:
    spanning = row(e(Tag.TD, "corner", rows=2), e(Tag.TH, "group", columns=2, scope=Scope.COLUMN))
    rows = (spanning, row(head("x"), head("y")), row(e(Tag.TH, "r", scope=Scope.ROW), e(Tag.TD, "1"), e(Tag.TD)))
    item = e(Tag.LI, "", e(Tag.LBL, "n"), e(Tag.LBODY, "", e(Tag.P, "item")))
    check(
        document(
            e(Tag.H2, "h2"),
            e(Tag.H3, "h3"),
            e(Tag.H2, "again"),
            e(Tag.P, "p", e(Tag.LINK, "l", alt="Top", target="#title")),
            e(Tag.TABLE, "", e(Tag.CAPTION, "c"), e(Tag.THEAD, "", *rows[:2]), e(Tag.TBODY, "", rows[2])),
            e(Tag.L, "", item),
        )
    )
