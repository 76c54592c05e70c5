"""The value every checker returns."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in one finished file.

    rule: a fixed short name, the same for all faults of a kind.
    place: where in the file, in the words of its application ("slide 3, shape 'Title 1'"); empty for the whole file.
    """

    file: Path
    rule: str
    place: str
    message: str

    def __str__(self) -> str:
        place = f" {self.place}:" if self.place else ""
        return f"{self.file}:{place} error[{self.rule}]: {self.message}"
