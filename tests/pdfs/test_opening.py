"""What is looked at, and what is refused with its reason: every message in full, beside the file that causes it."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from report.checks.pdf.checking import check_pdf
from report.diagnostics import Diagnostic
from report.pdfs import model, objects, opening, parents, sheet, structure
from report.pdfs.opening import open_pdf
from tests.conformance import typeset

BROKEN = (
    "report.pdf: error[pdf-broken]: the file is damaged: its objects cannot be read to the end\n"
    "  hint: open it where it was made, and save it as PDF anew"
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return typeset.write(tmp_path_factory.mktemp("pdf") / "sound.pdf").read_bytes()


def told(path: Path) -> str:
    """The one refusal of a file."""
    refused = open_pdf(path, "report.pdf")
    assert isinstance(refused, Diagnostic)
    return refused.as_text()


def written(folder: Path, blob: bytes) -> Path:
    path = folder / "report.pdf"
    path.write_bytes(blob)
    return path


def made(folder: Path, change: Callable[[Pdf], object], **options: Any) -> Path:
    """A PDF of an empty page, changed."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    change(pdf)
    pdf.save(folder / "report.pdf", **options)
    return folder / "report.pdf"


def paint(pdf: Pdf, content: bytes) -> None:
    pdf.pages[0].Contents = pdf.make_stream(content)


def tree(pdf: Pdf, kid: Any) -> None:
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=kid))


@pytest.mark.parametrize("blob", [b"", b"my report\n", b"PK\3\4", bytes(5000)])
def test_what_does_not_begin_as_a_pdf_is_refused(tmp_path: Path, blob: bytes) -> None:
    assert told(written(tmp_path, blob)) == "report.pdf: error[not-a-pdf]: this is no PDF\n  hint: name a .pdf file"


def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path, lambda _: None, encryption=pikepdf.Encryption(owner="o", user="u"))

    assert told(path) == (
        "report.pdf: error[pdf-encrypted]: the file is encrypted, and nobody reads it without its password\n"
        "  hint: open it with its password and save a copy without one"
    )


def test_a_file_that_only_begins_is_refused(tmp_path: Path) -> None:
    assert told(written(tmp_path, b"%PDF-1.7\n1 0 obj\n")) == BROKEN


def test_a_file_without_pages_is_refused(tmp_path: Path) -> None:
    pikepdf.new().save(tmp_path / "report.pdf")

    assert told(tmp_path / "report.pdf") == (
        "report.pdf: error[pdf-broken]: the file has no pages\n"
        "  hint: open it where it was made, and save it as PDF anew"
    )


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, os.strerror(13))

    path = written(tmp_path, b"%PDF-1.7")
    monkeypatch.setattr(Path, "open", refuse)

    assert told(path) == (
        "report.pdf: error[pdf-unreadable]: the file cannot be read: permission denied\n"
        "  hint: close it where it is open, and see who may read it"
    )


def test_a_file_of_the_largest_size_is_read_and_a_larger_one_refused(
    tmp_path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, sound)
    monkeypatch.setattr(opening, "LARGEST_FILE", len(sound))

    assert not isinstance(open_pdf(path, "report.pdf"), Diagnostic)
    path.write_bytes(sound + b"\n")
    assert told(path) == (
        "report.pdf: error[pdf-too-large]: the file is larger than 0 MB\n"
        "  hint: a report of that size is hardly one: see what takes the room"
    )


def too_large(message: str) -> str:
    hint = "  hint: a report of that size is hardly one: see what takes the room"
    return f"report.pdf: error[pdf-too-large]: {message}\n{hint}"


def test_content_that_unpacks_to_more_than_a_page_has_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path, lambda pdf: paint(pdf, b"q Q " * 3_000_000))

    assert path.stat().st_size < 200_000
    assert told(path) == too_large("what a page paints comes to more than 8 MB")


def test_more_operators_than_are_looked_at_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_STEPS", 10)

    assert isinstance(open_pdf(made(tmp_path, lambda pdf: paint(pdf, b"q Q " * 5)), "a"), model.Pdf)
    assert told(made(tmp_path, lambda pdf: paint(pdf, b"q Q " * 5 + b"q"))) == too_large(
        "its pages come to more than 10 operators and letters"
    )


@pytest.mark.parametrize(
    ("cmap", "message"),
    [
        (b"1 beginbfrange <0000> <FFFF> <0041> " * 9 + b"endbfrange", "the map of a font names more than 200000 codes"),
        (b"beginbfchar " * 400_000, None),
        (b"beginbfrange [ ] <00> [ <00 <00> [ [ <0041 endbfrange beginbfchar [ <00> ] endbfchar", None),
    ],
)
def test_a_map_of_codes_is_read_in_bounds(tmp_path: Path, cmap: bytes, message: str | None) -> None:
    def change(pdf: Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier, ToUnicode=pdf.make_stream(cmap))
        pdf.pages[0].Resources = Dictionary(Font=Dictionary(F=font))
        paint(pdf, b"BT /F 9 Tf (x) Tj ET")

    found = open_pdf(made(tmp_path, change), "report.pdf")

    assert (found.message if isinstance(found, Diagnostic) else None) == message


def test_a_form_that_paints_itself_is_refused(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        form = pdf.make_stream(b"/F Do /F Do")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(F=form))
        pdf.pages[0].Resources = Dictionary(XObject=Dictionary(F=form))
        paint(pdf, b"/F Do")

    assert told(made(tmp_path, change)) == too_large("its forms lie more than 12 deep in each other")


def test_tags_deeper_than_any_document_are_refused(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        element = pdf.make_indirect(Dictionary(S=Name.Div))
        for _ in range(structure.DEEPEST):
            element = pdf.make_indirect(Dictionary(S=Name.Div, K=element))
        tree(pdf, element)

    assert told(made(tmp_path, change)) == too_large(
        "it has more than 300000 tags, or they lie more than 150 deep in each other"
    )


def test_tags_that_multiply_are_refused(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        element = pdf.make_indirect(Dictionary(S=Name.P))
        for _ in range(40):
            element = pdf.make_indirect(Dictionary(S=Name.Div, K=Array([element, element])))
        tree(pdf, element)

    assert told(made(tmp_path, change)) == too_large(
        "it has more than 300000 tags, or they lie more than 150 deep in each other"
    )


def test_what_leads_in_a_circle_is_read_once(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        element = pdf.make_indirect(Dictionary(S=Name.H1))
        element.K = Array([element, Dictionary(S=Name.P, K=element)])
        tree(pdf, element)
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(H1=Name.Title, Title=Name.H1)
        bookmark = pdf.make_indirect(Dictionary(Title=String("Round")))
        bookmark.Next = bookmark.First = bookmark
        pdf.Root.Outlines = Dictionary(First=bookmark)
        names = pdf.make_indirect(Dictionary())
        names.Kids = Array([names, names])
        pdf.Root.Names = Dictionary(Dests=names)

    pdf = open_pdf(made(tmp_path, change), "report.pdf")

    assert isinstance(pdf, model.Pdf)
    assert [(element.type, element.number) for element in pdf.elements()] == [("H1", 1), ("P", 1)]
    assert [bookmark.title for bookmark in pdf.bookmarks] == ["Round"]


def wrong(chance: random.Random) -> Any:
    """An object of any type, which belongs to no file yet."""
    made: list[Any] = [7, -1, True, Name.X, String("x"), Array([]), Array([7, Name.X]), Dictionary(), Dictionary(K=7)]
    return chance.choice(made)


@pytest.mark.parametrize("seed", range(40))
def test_objects_of_other_types_are_no_crash(tmp_path: Path, sound: bytes, seed: int) -> None:
    chance = random.Random(seed)
    with pikepdf.open(written(tmp_path, sound)) as pdf:
        for _ in range(6):
            holder = chance.choice([o for o in pdf.objects if isinstance(o, Dictionary | pikepdf.Stream)])
            key = chance.choice(sorted(holder.keys()))  # a set, whose own order is another in each process
            if key not in ("/Length", "/Filter"):
                holder[key] = wrong(chance)
        pdf.save(tmp_path / "wrong.pdf", fix_metadata_version=False)  # which would read what is wrong

    assert isinstance(check_pdf(tmp_path / "wrong.pdf", "wrong.pdf"), tuple)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_no_crash(tmp_path: Path, sound: bytes, seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(sound if seed % 3 else sound[: chance.randrange(len(sound))])
    for _ in range(chance.randrange(1, 30)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)

    assert isinstance(check_pdf(written(tmp_path, bytes(damaged)), "report.pdf"), tuple)


def test_the_limits_of_the_library_hold_only_while_a_file_is_read(tmp_path: Path, sound: bytes) -> None:
    before = pikepdf.settings.get_qpdf_limits()

    open_pdf(written(tmp_path, sound), "report.pdf")

    assert pikepdf.settings.get_qpdf_limits() == before


def changed_parents(folder: Path, sound: bytes, change: Callable[[Pdf, Any], None]) -> Path:
    with pikepdf.open(written(folder, sound), allow_overwriting_input=True) as pdf:
        change(pdf, pdf.Root.StructTreeRoot)
        pdf.save()
    return folder / "report.pdf"


def test_the_way_back_to_tags_is_read_from_a_tree_of_any_shape(tmp_path: Path, sound: bytes) -> None:
    def divide(pdf: Pdf, root: Any) -> None:
        entries = list(pikepdf.NumberTree(root.ParentTree).items())
        kids = [Dictionary(Limits=Array([key, key]), Nums=Array([key, value])) for key, value in entries]
        ring = pdf.make_indirect(Dictionary(Kids=Array([pdf.make_indirect(kid) for kid in kids])))
        ring.Kids.append(ring)
        root.ParentTree = ring

    before = open_pdf(written(tmp_path, sound), "report.pdf")
    after = open_pdf(changed_parents(tmp_path, sound, divide), "report.pdf")

    assert isinstance(before, model.Pdf)
    assert isinstance(after, model.Pdf)
    assert len(after.parents) == len(before.parents) > 10
    assert check_pdf(tmp_path / "report.pdf", "report.pdf") == ()


def test_more_ways_back_than_are_looked_at_are_refused(
    tmp_path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parents, "MOST_PARENTS", 10)

    assert told(written(tmp_path, sound)) == too_large("it names the tags of more than 10 pieces of content")


def test_more_entries_of_a_tree_than_are_looked_at_are_refused(
    tmp_path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(objects, "MOST_LEAVES", 2)

    assert told(written(tmp_path, sound)) == too_large("a tree of names in it has more than 2 entries")
