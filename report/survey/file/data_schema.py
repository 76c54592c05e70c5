"""The keys of survey.yaml that say how the answers stand in a file of respondents, and the types of their values."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from report.survey.model.respondents import Engine
from report.yaml_source import Field, FileModel, KeyReference, Line, Lines, Placed, one_of, whole_number

MOST_HEADER_ROWS = 3


class TextFileFile(FileModel):
    """How a text file is read, where that cannot be told from the file itself."""

    also_called: ClassVar[Mapping[str, str]] = {"delimiter": "separator", "sep": "separator", "charset": "encoding"}

    encoding: Line | None = Field(default=None, description="Its encoding, such as utf-8, cp1252, mac_roman.")
    separator: Line | None = Field(default=None, description="What stands between its cells; tab for a tab.")
    header_rows: Annotated[Placed[int], whole_number(1, MOST_HEADER_ROWS)] | None = Field(
        default=None, description="How many rows have the names of the columns: 1, 2, or the 3 of Qualtrics."
    )


class WaveColumnFile(FileModel):
    """The column that tells the wave of a respondent."""

    column: Line = Field(description="Its name.")
    codes: dict[KeyReference, Lines] = Field(min_length=1, description="What it has in each wave, by wave.")


class DataBlockFile(FileModel):
    """The files of respondents, and what holds for all of their rows."""

    also_called: ClassVar[Mapping[str, str]] = {"path": "file", "weights": "weight", "text": "csv"}

    file: Line | None = Field(default=None, description="The file, in the folder of this one or below.")
    files: dict[KeyReference, Line] = Field(default_factory=dict, description="Files of one wave each, by wave.")
    weight: Line | None = Field(
        default=None, description="The column with the weights; without it all respondents count the same."
    )
    wave: WaveColumnFile | None = Field(default=None, description="Where one file has several waves.")
    csv: TextFileFile | None = Field(default=None, description="How a text file is read.")
    sheet: Line | None = Field(default=None, description="The sheet of a workbook; otherwise its first.")
    engine: Annotated[Engine, one_of(Engine)] | None = Field(
        default=None, description="What counts: spark, for what one machine cannot hold; otherwise duckdb."
    )


class MissingFile(FileModel):
    """Codes of those who gave none of the answers."""

    also_called: ClassVar[Mapping[str, str]] = {"not_applicable": "not_asked", "na": "not_asked"}

    not_asked: Lines = Field(default=(), description="Of those whom the question was not put to; blank: an empty cell.")
    no_answer: Lines = Field(default=(), description="Of those who gave no answer.")
    dont_know: Lines = Field(default=(), description="Of those who did not know, where that is no answer.")
    refused: Lines = Field(default=(), description="Of those who did not want to answer, where that is no answer.")


_BASE = whole_number(0, 10_000)


class LowBaseFile(FileModel):
    """How many respondents a number needs."""

    hide: Annotated[Placed[int], _BASE] | None = Field(
        default=None, description="Below this base a number is not shown: 30, if nothing else is said."
    )
    flag: Annotated[Placed[int], _BASE] | None = Field(
        default=None, description="Below this base it has a sign: 100, if nothing else is said."
    )
