"""What the summary is, before anything is laid out: the document as a tree of headings, paragraphs, lists and tables.

Made from the document alone, in its order; the pages only point at it by the ids of nodes. What a page repeats (heads
of tables that go on, the running foot) is in no tree. `document` joins the sections.
"""
