"""The one way Office files are zipped: the same parts give the same bytes, and nothing of the machine is in them."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.ooxml.package import parts_of, settled, zipped

NAMES = st.text(st.characters(categories=("Ll", "Nd"), max_codepoint=127), min_size=1, max_size=12)


def _archive(package: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(package))


@given(st.dictionaries(NAMES, st.binary(max_size=80), max_size=6))
def test_parts_come_back_as_they_went_in(parts: dict[str, bytes]) -> None:
    assert parts_of(zipped(parts)) == parts


def test_the_order_of_the_parts_does_not_show_in_the_bytes() -> None:
    parts = {"ppt/presentation.xml": b"<p/>", "_rels/.rels": b"<r/>", "[Content_Types].xml": b"<t/>"}

    assert zipped(parts) == zipped(dict(reversed(parts.items())))


def test_the_content_types_come_first_and_the_others_by_name() -> None:
    package = zipped({"ppt/b.xml": b"", "_rels/.rels": b"", "ppt/a.xml": b"", "[Content_Types].xml": b""})

    assert _archive(package).namelist() == ["[Content_Types].xml", "_rels/.rels", "ppt/a.xml", "ppt/b.xml"]


def test_no_date_no_system_and_no_permission_of_the_machine_is_kept() -> None:
    source = BytesIO()
    with zipfile.ZipFile(source, "w") as archive:
        written_by_unix = zipfile.ZipInfo("a.xml", (2016, 6, 1, 12, 30, 0))
        written_by_unix.create_system = 3
        written_by_unix.external_attr = 0o644 << 16
        archive.writestr(written_by_unix, b"<a/>")

    (entry,) = _archive(settled(source.getvalue())).infolist()

    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert entry.create_system == 0
    assert entry.external_attr == 0o600 << 16  # what Python puts where nothing is said, on every system
    assert entry.compress_type == zipfile.ZIP_DEFLATED


def test_what_is_no_package_is_refused() -> None:
    with pytest.raises(zipfile.BadZipFile):
        parts_of(b"no zip")
