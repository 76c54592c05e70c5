"""What makes a file one for archives: what it says of itself, and what its colours mean.

The claims are those of ISO 14289-1 (PDF/UA-1) and ISO 19005-2, level A (PDF/A-2a).
"""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFPage

from report.frozen import frozen
from report.tagged_pdf.objects import WrittenStream, added, array, dictionary, text
from report.tagged_pdf.structure import TaggingError

CONDITION = "sRGB IEC61966-2.1"
"""What the colours of a file are, by the name of the registry of the International Color Consortium."""


@frozen
class About:
    """What a file says of itself; language is a BCP 47 tag, creator the program, built the date it carries."""

    title: str
    language: str
    creator: str
    built: datetime
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()

    def check(self) -> None:
        """Raises TaggingError without a title or a language, of which readers tell first."""
        for name, value in (("title", self.title), ("language", self.language)):
            if not value.strip():
                raise TaggingError(f"the document has no {name}")

    @property
    def moment(self) -> datetime:
        """When it was built, in universal time."""
        return self.built.astimezone(UTC)


def settle_page(page: PDFPage, document: PDFDocument, parent: int) -> None:
    """Give a page what ReportLab does not, and take from it what it adds; parent: its number in the tree of parents."""
    page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
    # What the stub does not know of, ReportLab writes as it finds it.
    vars(page).update(StructParents=parent, Tabs="/S")
    page.Trans = None  # else every page has an empty transition
    page.Contents = WrittenStream({}, page.stream.encode("latin-1"))
    added(document, page.Contents)


def settle_document(document: PDFDocument, about: About, profile: bytes, structure: bytes) -> None:
    """Make the document say what it is, and mean by its colours what the ICC profile says."""
    meaning = added(document, WrittenStream({"N": b"3"}, profile))
    intent = {"Type": b"/OutputIntent", "S": b"/GTS_PDFA1", "OutputConditionIdentifier": text(CONDITION)}
    intent |= {"Info": text(CONDITION), "DestOutputProfile": meaning}
    # Other programs look for the claims without inflating anything (ISO 16684-1, 7.3): so not compressed.
    metadata = WrittenStream({"Type": b"/Metadata", "Subtype": b"/XML"}, _xmp(about, document), is_compressed=False)
    catalog = document.Catalog  # type: ignore[attr-defined]  # not in the stub
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = array([dictionary(intent)])
    catalog.MarkInfo = dictionary({"Marked": b"true"})
    catalog.Metadata = metadata
    catalog.StructTreeRoot = structure
    added(document, metadata)


def _xmp(about: About, document: PDFDocument) -> bytes:
    date = f"{about.moment:%Y-%m-%dT%H:%M:%SZ}"
    keywords = ", ".join(about.keywords)
    return _XMP.format(
        title=escape(about.title),
        author=escape(about.author),
        subject=escape(about.subject),
        keywords=escape(keywords),
        language=escape(about.language),
        creator=escape(about.creator),
        producer=escape(document.info.producer),
        date=date,
    ).encode()


_XMP = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
