"""The codes of data files computed by Spark: by the same expressions, from rows that no machine needs to hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import narwhals as nw

from report.diagnostics import Diagnostic, SourceError, in_file_order
from report.respondents.engine import private_folder
from report.respondents.spark import settle_for_spark, spark_frame, spark_session, told_of
from report.survey.model.respondents import Respondents, columns_read
from report.tables.respondents.checking import check_rows
from report.tables.respondents.coding import Rows, coded, compared
from report.tables.respondents.preparing import prepared


@contextmanager
def spark_codes(respondents: Respondents, folder: Path) -> Iterator[Rows]:
    """The codes of all respondents, for so long: nothing of them is kept for the next build.

    folder: where Spark puts what it spills. Raises SourceError with the faults of all files whose rows are wrong, also
    from within the `with`: rows are read when they are counted.
    """
    shown = respondents.files[0].named.text
    for file in respondents.files:
        settle_for_spark(file.path, file.codebook, columns_read(respondents, file), file.named.text)
    with private_folder(folder) as own, spark_session(own, shown) as session, told_of(shown):
        faults, parts = list[Diagnostic](), list[Rows]()
        for file in respondents.files:
            read = spark_frame(session, file.path, file.codebook, columns_read(respondents, file), file.named.text)
            raw = compared(read, respondents)
            codes = prepared(coded(raw, file, respondents), respondents)
            # Every question is counted in a pass of its own; small numbers are read faster than the file.
            part: Rows = nw.from_native(codes.to_native().persist())
            faults += check_rows(part, raw, respondents)
            parts.append(part)
        if faults:
            raise SourceError(in_file_order(faults))
        yield nw.concat(parts, how="vertical")
