"""The files of respondents that a survey names, and what each of them says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import field, replace
from hashlib import file_digest
from pathlib import Path, PurePath

from report.diagnostics import Diagnostic, SourceText
from report.frozen import frozen
from report.respondents.codebook import read_codebook
from report.respondents.model import FileReading, Variable
from report.survey.file.data_schema import DataBlockFile
from report.survey.model.respondents import DataFile
from report.yaml_source import inside
from report.yaml_source.placing import validated
from report.yaml_source.tree import Block

TAB = "tab"
"""How an author writes a separator that cannot be seen."""


@frozen
class DataFiles:
    """The files of a survey in the order that it names them; none where one of them cannot be read.

    by_name: their columns by names in small letters; of several files that have one, that of the last.
    """

    files: tuple[DataFile, ...] = ()
    by_name: Mapping[str, Variable] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Sort the columns by their names once, for every question asks for some."""
        columns = (each for file in self.files for each in file.codebook.variables)
        object.__setattr__(self, "by_name", {each.name.lower(): each for each in columns})

    def variable(self, name: str) -> Variable | None:
        """A column by its name; where several files have it, that of the last one named.

        Its name is that of the file, where an author writes capital letters in another way.
        """
        return self.by_name.get(name.lower())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(dict.fromkeys(name for file in self.files for name in file.codebook.names))


def open_data(survey: Block, folder: Path, display: str) -> tuple[DataFiles, tuple[Diagnostic, ...]]:
    """The files that `data` names, and why some cannot be read; what is wrong with the block is told elsewhere."""
    block = survey.get("data")
    data, _ = validated(deepcopy(block), DataBlockFile) if isinstance(block, Block) else (None, ())
    files: list[DataFile] = []
    faults: list[Diagnostic] = []
    for wave, named in _named(data) if data else ():
        path = inside(folder, named, is_of_data=True)
        shown = str(PurePath(display).parent / named.text)
        found = path if isinstance(path, Diagnostic) else read_codebook(path, _reading(data), shown)
        if isinstance(found, Diagnostic):
            faults.append(found if found.location else replace(found, location=named.at(0, len(named.text))))
        elif isinstance(path, Path):
            files.append(DataFile(path, named, wave, found, _digest(path)))
    return DataFiles(() if faults else tuple(files)), tuple(faults)


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def _named(data: DataBlockFile) -> Iterator[tuple[str | None, SourceText]]:
    if data.file and data.file.location:
        yield None, data.file
    yield from ((wave, named) for wave, named in data.files.items() if named.location)


def _reading(data: DataBlockFile | None) -> FileReading:
    if data is None:
        return FileReading()
    csv = data.csv
    separator = csv.separator.text if csv and csv.separator else None
    return FileReading(
        encoding=csv.encoding.text if csv and csv.encoding else None,
        separator="\t" if separator == TAB else separator,
        header_rows=csv.header_rows.value if csv and csv.header_rows else None,
        sheet=data.sheet.text if data.sheet else None,
    )
