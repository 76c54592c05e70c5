"""Tables of respondents: the cells of a data file coded, counted and rolled up, on whatever engine holds the rows.

    raw columns ── coding ──> codes ── counting ──> sums of answer x cell ── columns ──> sums of answer x column
                                                                                 └─ tabulating ──> Tables

Coding and counting are lazy data-frame expressions (Narwhals), written once for DuckDB, Polars and Spark. Nothing
below `counting` sees a row, and nothing above it knows an engine.
"""
