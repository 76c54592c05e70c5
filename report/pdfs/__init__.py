"""Reads any PDF, bounded: what its pages show, where that is marked, the tree of tags, fonts, links and bookmarks.

    model        what is handed on: plain values, no object of the library
    opening      opens a file that anybody may have made, or says why not
    objects      what is believed of an object of the file: nothing but its type
    contents     follows the operators of the pages: marks, paths, pictures, forms
    lettering    follows those that place and show letters
    sheet        a page as it fills: what is shown and painted, under which marks
    state        the state that the operators of a page work on
    colours      colours as operators name them
    grounds      what lies under letters
    fonts        letters of codes; glyphs that are not there
    cmaps        the maps by which codes become letters
    structure    the tree of tags
    parents      the way back from content to its tag
    navigation   links, bookmarks, and where they lead
    metadata     title and language

Rules over what is read here are those of checks/pdf.
"""
