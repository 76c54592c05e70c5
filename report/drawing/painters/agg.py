"""matplotlib's rasteriser, Agg, and nothing else of matplotlib.

The package around it brings modules for figures, axes, fonts and settings, and libraries for those. None of them is
used here; to load them took each build that paints 50 ms.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from report.frozen import frozen
from report.units import Pt

if TYPE_CHECKING:
    from types import ModuleType

    from numpy.typing import ArrayLike, NDArray

NAME = "matplotlib.backends._backend_agg"


@frozen
class VectorPath:
    """Points (n, 2) and what each of them does, as Agg's C++ side asks for them; none may be left out."""

    vertices: NDArray[np.float64]
    codes: NDArray[np.uint8]
    should_simplify: bool = False
    simplify_threshold: float = 0.0

    @classmethod
    def of(cls, points: ArrayLike, codes: Sequence[int] | NDArray[np.uint8]) -> VectorPath:
        """A path with a code for each of its points."""
        return cls(np.asarray(points, np.float64).reshape(-1, 2), np.asarray(codes, np.uint8))


MOVE, LINE, QUADRATIC, CUBIC, CLOSE = 1, 2, 3, 4, 79
"""Codes: of one point each, but of two for a quadratic curve and three for a cubic one."""


def placement(across: float, down: float, x: Pt = 0.0, y: Pt = 0.0) -> NDArray[np.float64]:
    """The matrix (3, 3) that stretches what it is multiplied with, and then moves its origin to x, y."""
    return np.array([[across, 0.0, x], [0.0, down, y], [0.0, 0.0, 1.0]])


def rasteriser(columns: int, rows: int, dpi: float) -> Any:
    """An empty Agg of so many pixels, which numpy takes for an array (rows, columns, 4); it counts rows from below.

    Raises ImportError where matplotlib is not installed, or keeps it elsewhere.
    """
    return _extension().RendererAgg(columns, rows, dpi)


def _extension() -> ModuleType:
    """The module of the rasteriser; matplotlib itself finds it too, for it cannot be loaded twice."""
    if NAME not in sys.modules:
        spec = _spec()
        if spec is None or spec.loader is None:
            raise ImportError(f"there is no {NAME}", name=NAME)
        module = module_from_spec(spec)
        sys.modules[NAME] = module
        spec.loader.exec_module(module)
    return sys.modules[NAME]


def _spec() -> ModuleSpec | None:
    package = find_spec("matplotlib")
    folders = package.submodule_search_locations if package else None
    return PathFinder.find_spec(NAME, [str(Path(folder) / "backends") for folder in folders or ()])
