"""docs/pdf-conformance.md says what others reach with the same small document, as it was measured.

After a change that is meant, BEFUND_REWRITE_GOLDENS=1 makes this test write the table anew; look at the difference.
"""

from __future__ import annotations

import os
import re

from tests.conformance import typesetters
from tests.conformance.conftest import skip_without_verapdf
from tests.conformance.test_planted import PAGE

TABLE = re.compile(r"^\| made by .*?(?=\n\n|\n\Z)", re.MULTILINE | re.DOTALL)


def test_the_table_is_what_is_measured() -> None:
    skip_without_verapdf()

    lines = typesetters.lines(typesetters.measured())

    text = PAGE.read_text("utf-8")
    if os.environ.get("BEFUND_REWRITE_GOLDENS"):
        PAGE.write_text(TABLE.sub(lambda _: "\n".join(lines), text).rstrip("\n") + "\n", "utf-8")
        return
    found = TABLE.search(text)
    assert found is not None
    assert found[0].splitlines() == lines
