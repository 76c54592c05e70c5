"""Data files with one respondent a row: what they say of themselves, and their cells as they stand.

    from report.respondents.codebook import read_codebook
    from report.respondents.rows import raw_frame

    codebook = read_codebook(path, reading, display)          Codebook | Diagnostic
    with raw_frame(path, codebook, names, folder=cache, display=display) as raw:
        raw.frame ...                                         lazy, the columns asked for; raises SourceError

    model       what a file says of itself: variables, codes, labels, missing values, multiple-response sets
    codebook    reads that, by the kind of the file
    rows        reads the cells, by the kind of the file

Knows nothing of surveys: what a cell means is for the survey to say. Faults of rows are found on entering the `with`,
but in Parquet files when the frame is computed, inside of it; there too they leave as a SourceError.
"""
