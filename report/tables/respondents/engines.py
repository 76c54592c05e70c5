"""The few things that engines do in ways of their own: giving a small result as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]


def arrays_of(result: nw.LazyFrame[Any]) -> Mapping[str, Array]:
    """The columns of a result, which has no nulls, computed."""
    native = result.to_native()
    if result.implementation is nw.Implementation.DUCKDB:
        return {name: np.asarray(column) for name, column in native.fetchnumpy().items()}
    if result.implementation is nw.Implementation.POLARS:
        return {column.name: column.to_numpy() for column in native.collect().get_columns()}
    rows = native.collect()
    return {name: np.asarray([row[name] for row in rows]) for name in result.collect_schema().names()}
