"""A survey.yaml to begin with, drafted from the data file alone: what `report init DATA` writes.

    respondents:  codebook + profiles ─ columns ─ sets, batteries, banners ─ questions ─┐
    percentages:  cells of a sheet ─ grid or long table ─ questions ─────────────────────┴─> DraftedSurvey ─> text

    model                     what a draft consists of
    vocabulary, scale_words   words by which columns, answers and steps of scales are known, German and English
    texts, ids, words         labels that can be drawn and find room, ids that are valid and unique, words of our own
    answers                   all of that for the answers of a question
    values, columns, left_out what a column of respondents is, by its profile; what it is instead of a question
    sorting                   all columns of a file by what they are
    stems, sets, batteries    columns that belong together
    banners                   segmentations to suggest
    respondents               the survey of a file of respondents
    figures, table            what stands in a published table; grids and long_tables read it, published drafts of it
    writing                   the file, with a comment wherever its author has to decide or to add something

Whatever is not certain is drafted in the way that claims least, and its comment says so. The draft loads without a
fault and builds; what the file does not say (title, publisher, who was asked) has a stand-in and a TODO.
"""
