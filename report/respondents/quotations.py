"""What stands outside of quotation marks, in a text of which each piece is looked at once and as a whole.

Numbers of bytes (UTF-8), not characters, are gone through: the marks and line ends are single bytes in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

QUOTE, LF, CR = b'"\n\r'


class Outside:
    """Goes through the pieces of a text, one after the other."""

    def __init__(self) -> None:
        self.is_quoted = False

    def of(self, piece: NDArray[np.uint8]) -> NDArray[np.bool]:
        """Of every byte of the next piece whether it stands outside. A mark counts as what comes after it."""
        import numpy as np

        is_mark = piece == QUOTE
        if not is_mark.any():
            return np.full(piece.shape, not self.is_quoted)
        n_marks = np.cumsum(is_mark, dtype=np.uint8)  # flows over, and keeps whether it is odd
        inside: NDArray[np.bool] = (n_marks & 1).astype(bool) ^ self.is_quoted
        self.is_quoted = bool(inside[-1])
        return ~inside
