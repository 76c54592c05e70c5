"""Finished files, judged by other people's programs: `make conformance`.

Of the package under test only its own checks of finished files are asked, which know nothing of its writers: a deck
is read by zipfile, lxml and python-pptx, drawn by LibreOffice and validated by Microsoft's Open XML SDK; a PDF is
read by poppler and pypdf and judged by veraPDF. One module a checker; each takes finished files and returns `Fault`s.
`run.py` applies all of them to a folder; the tests beside them plant a fault for each.

    checks          our own: what PowerPoint repairs and the validator does not see, and who cannot read it
    validator       the Open XML schemas and their semantic rules
    render          a deck drawn by LibreOffice, its pages counted
    words           where the words of a PDF stand; none may leave its page
    overflow        the words of the drawn deck against the shapes that hold them
    pictures        each picture of a slide is there in the drawing
    pdf_pages       pages, fonts and lost text of a PDF
    vera            the rules of PDF/UA-1 and PDF/A-2a
"""
