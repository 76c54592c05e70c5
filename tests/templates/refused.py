"""Files that are no template to be used: each for one reason, and otherwise as good as its origin."""

import zipfile
from io import BytesIO

from report.ooxml.elements import NAMESPACES
from report.ooxml.package import CONTENT_TYPES, FIRST_DAY_OF_ZIP, zipped
from report.presentations.opening import ENCRYPTED, HIGHEST_RATIO, LEAST_FOR_RATIO, OLE, STRICT
from tests.templates import corporate
from tests.templates.package import added, changed, swap

MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
SECTOR = 512
"""Bytes in which an OLE file is counted."""


def macros() -> bytes:
    """A .potm: the content type of a template with macros, and a project of them."""
    package = added(corporate.wide(), "ppt/presentation.xml", "vbaProject", "ppt/vbaProject.bin", OLE + bytes(SECTOR))
    enabled = "application/vnd.ms-powerpoint.template.macroEnabled.main+xml"
    project = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override'
    package = changed(package, {CONTENT_TYPES: swap(MAIN, enabled)})
    return changed(package, {CONTENT_TYPES: swap("<Override", project)})


def encrypted() -> bytes:
    """What PowerPoint saves under a password: an OLE file with the stream of the encrypted package."""
    return OLE + bytes(SECTOR - len(OLE)) + ENCRYPTED.ljust(64, b"\0") + bytes(8 * SECTOR)


def strict() -> bytes:
    """Strict Open XML: the same names in the namespaces of ISO/IEC 29500-1."""
    transitional = {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": f"{STRICT}officeDocument/relationships",
        "http://schemas.openxmlformats.org/presentationml/2006/main": f"{STRICT}presentationml/main",
        "http://schemas.openxmlformats.org/drawingml/2006/main": f"{STRICT}drawingml/main",
    }

    def edit(blob: bytes) -> bytes:
        for old, new in transitional.items():
            blob = blob.replace(old.encode(), new.encode())
        return blob.replace(b"<p:presentation ", b'<p:presentation conformance="strict" ')

    package = corporate.wide()
    with zipfile.ZipFile(BytesIO(package)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    return changed(package, dict.fromkeys(names, edit))


def zip_bomb() -> bytes:
    """A picture of nothing but zeros, small in the zip and far beyond the ratio that a part may have."""
    package = corporate.wide()
    size = LEAST_FOR_RATIO + HIGHEST_RATIO * 10_000
    with zipfile.ZipFile(file := BytesIO(package), "a", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("ppt/media/sky.png", FIRST_DAY_OF_ZIP)
        archive.writestr(entry, bytes(size), compress_type=zipfile.ZIP_DEFLATED, compresslevel=9)
    return file.getvalue()


def linked_picture() -> bytes:
    """The logo of the master is not in the file, but fetched from somewhere each time it is opened."""
    kind = f'Type="{NAMESPACES["r"]}/image" Target='
    link = f'{kind}"https://intranet.example/marke/logo.png" TargetMode="External"'
    relations = swap(f'{kind}"/ppt/media/logo.png"', link)
    master = swap('<a:blip r:embed="', '<a:blip r:link="')
    return changed(
        corporate.wide(),
        {"ppt/slideMasters/_rels/slideMaster1.xml.rels": relations, "ppt/slideMasters/slideMaster1.xml": master},
    )


def word_document() -> bytes:
    """A Word document, whatever its name says."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>'
    parts = {
        CONTENT_TYPES: f'<Types xmlns="{NAMESPACES["types"]}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{NAMESPACES["relations"]}">'
        f'<Relationship Id="rId1" Type="{NAMESPACES["r"]}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": body,
    }
    return zipped({name: text.encode() for name, text in parts.items()})


def truncated() -> bytes:
    """The first half of a template, as a broken download leaves it."""
    whole = corporate.wide()
    return whole[: len(whole) // 2]
