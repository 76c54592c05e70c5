"""What keeps people from reading a PDF, a screen reader from telling it, or an archive from showing it.

    rule         what a rule is, and what it finds
    text         every letter stands in the tree, once, and means something
    headings     headings and bookmarks, by which one finds the way
    figures      drawings are told, and drawn once
    tables       tables that can be read cell by cell
    naming       title and language
    links        links that say where they lead
    parents      the way back from a page to its tags
    letters      whether letters stand out from what lies under them
    checking     applies the rules

Errors are what PDF/UA-1 or PDF/A-2a forbid, and what they mean to forbid but no validator can see; warnings are good
practice. veraPDF judges the clauses one by one; here it is asked what a reader gets.
"""
