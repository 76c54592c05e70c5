"""The direction of the package, read from its syntax tree: what may import what, and where heavy libraries live.

    cli → outputs → pipeline → stages, left to right → language, text, theme, ooxml, … → units, characters, diagnostics

`violations` takes a folder, so that every rule is also shown to find a fault planted in a small tree.
"""

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import combinations
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

FOUNDATIONS = ("frozen", "units", "characters", "diagnostics", "made_at_need")
LAYERS = (
    "file_names",
    "images",
    "language",
    "text",
    "theme",
    "formats",
    "drawing",
    "kinds",
    "ooxml",
    "tagged_pdf",
    "presentations",
    "pdfs",
    "templates",
    "yaml_source",
    "respondents",
    "statistics",
    "shipped",
    "store",
)
STAGES = ("survey", "tables", "briefing", "charts", "document", "deck", "summary", "pictures", "workbook")
DOCUMENTS = STAGES[-4:]
LATE = ("", "pipeline", "starting", "charts.registry")
"""Who reads modules inside functions, so that a run reads no more than it needs."""
CRAFTS = ("typesetting",)
"""What several stages do alike; like a stage, a craft reads the others' models alone, but all of it may be read."""
READER = "checks"
"""Reads finished files, and nothing of those who write them."""
WHOLE = (
    "kept_divisions",
    "pipeline",
    "sources",
    "whole_files",
    "internal_errors",
    "workers",
    "painting",
    "kept_products",
    "products",
    "manifest",
    "exchange",
    "edited_decks",
    "output_folder",
    "program",
    "build_record",
    "options",
    "planning",
    "sequences",
    "explaining",
    "making",
    "packing",
    "outputs",
    "watching",
    "previewing",
    "",
    "cli",
    "starting",
    "__main__",
)
"""The program around the stages, each knowing those before it; "" is the package's own __init__."""

RANK = {
    **dict.fromkeys(FOUNDATIONS, 0),
    **dict.fromkeys(LAYERS, 1),
    **{part: rank for rank, part in enumerate((*STAGES[:-4], *CRAFTS, *DOCUMENTS), start=2)},
    READER: 12,
    **{part: rank for rank, part in enumerate(WHOLE, start=13)},
}
NEITHER_READS_THE_OTHER = (
    *(set(pair) for pair in combinations(DOCUMENTS, 2)),
    *({READER, stage} for stage in ("charts", *DOCUMENTS)),
)

PURE = ("statistics",)
"""What stands on the foundations alone, and on no library beside the standard one."""

HOMES = {
    "PIL": ("images/*", "drawing/painters/png.py"),
    "babel": ("language/*",),
    "click": ("cli.py",),
    "duckdb": ("respondents/*", "tables/respondents/*"),
    "fontTools": ("text/*", "pdfs/fonts.py", "images/svg*.py"),
    "matplotlib": ("drawing/painters/agg.py",),
    "narwhals": ("respondents/*", "tables/respondents/*"),
    "py4j": ("respondents/spark.py",),
    "pyspark": ("respondents/spark.py",),
    "pikepdf": ("pdfs/*",),
    "pptx": ("deck/*",),
    "pydantic_core": ("yaml_source/*",),
    "pypdfium2": ("previewing/pages.py",),
    "pyphen": ("text/*",),
    "pyreadstat": ("respondents/*",),
    "python_calamine": ("respondents/*",),
    "reportlab": ("summary/*", "tagged_pdf/*"),
    "starlette": ("previewing/server.py",),
    "uvicorn": ("previewing/server.py",),
    "watchfiles": ("watching.py",),
    "xlsxwriter": ("workbook/writer.py",),
    "yaml": ("yaml_source/*",),
}
"""The files that may import each library, as patterns below report/."""


LANGUAGES = "language/registry.py"
"""Finds the languages there are: a further one is a further file and nothing else."""


@dataclass(frozen=True)
class Module:
    """A module of the package: its dotted name below `report` ("" for the package itself), its file, its tree."""

    name: str
    file: str
    tree: ast.Module

    @property
    def part(self) -> str:
        """The folder or module at the top of the package that it belongs to."""
        return self.name.split(".")[0]

    @property
    def is_model(self) -> bool:
        """Whether it holds values that a stage hands on; a model that grows is a folder."""
        return _is_model(self.name)


@dataclass(frozen=True)
class Import:
    """One import of a module of ours (`target`: dotted name below `report`) or of a library (`library`)."""

    source: Module
    line: int
    target: str | None
    library: str
    is_in_function: bool

    def at(self, message: str) -> str:
        return f"{self.source.file}:{self.line}: {message}"


def read(package: Path) -> list[Module]:
    """The modules of the package in a folder."""
    files = sorted(package.rglob("*.py"))
    return [_module(file.relative_to(package), file.read_text("utf-8")) for file in files]


def _module(file: Path, text: str) -> Module:
    return Module(_name(file), file.as_posix(), ast.parse(text, filename=str(file)))


def _is_model(name: str) -> bool:
    return name.split(".")[1:2] == ["model"]


def _name(file: Path) -> str:
    parts = file.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(modules: list[Module]) -> list[Import]:
    """All imports of all modules, in order."""
    names = {module.name for module in modules}
    return [found for module in modules for found in _imports(module, module.tree, names, is_in_function=False)]


def _imports(module: Module, node: ast.AST, names: set[str], *, is_in_function: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        for target in _targets(child, names):
            top, _, below = target.partition(".")
            own = below if top == "report" else None
            yield Import(module, child.lineno, own, target, is_in_function)  # type: ignore[attr-defined]  # a statement
        is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from _imports(module, child, names, is_in_function=is_in_function or is_function)


def _targets(node: ast.AST, names: set[str]) -> Iterator[str]:
    """The dotted names of the modules that a statement imports: `from report import x` is report.x if there is one."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "relative imports are refused by ruff (TID252)"
        for alias in node.names:
            full = f"{node.module}.{alias.name}"
            is_module = full.removeprefix("report.") in names or not full.startswith("report.")
            yield full if is_module else str(node.module)


def _unknown_places(modules: list[Module], _: list[Import]) -> Iterator[str]:
    for module in modules:
        if module.part not in RANK:
            yield f'{module.file}:1: "{module.part}" has no place in the order of the package'


def _wrong_directions(_: list[Module], found: list[Import]) -> Iterator[str]:
    for each in found:
        if each.target is None:
            continue
        source, target = each.source.part, each.target.split(".")[0]
        if RANK.get(target, 0) > RANK.get(source, 0) or {source, target} in NEITHER_READS_THE_OTHER:
            yield each.at(f'"{source}" imports "{target}", which is not below it')


def _past_the_models(_: list[Module], found: list[Import]) -> Iterator[str]:
    """Imports of a stage's implementation by another stage, or by a model of the same stage."""
    for each in found:
        if each.target is None or each.source.part not in (*STAGES, *CRAFTS, READER):
            continue
        stage = each.target.split(".")[0]
        is_foreign = stage in STAGES and stage != each.source.part
        is_own_past_model = stage == each.source.part and each.source.is_model
        if (is_foreign or is_own_past_model) and not _is_model(each.target):
            yield each.at(f'"{each.target}" is reached past "{stage}.model"')


def _inside_functions(_: list[Module], found: list[Import]) -> Iterator[str]:
    for each in found:
        if each.target is not None and each.is_in_function and each.source.name not in LATE:
            yield each.at(f'"report.{each.target}" is imported inside a function')


def _busy_chapters(_: list[Module], found: list[Import]) -> Iterator[str]:
    """Imports by a stage's __init__: whoever imports the stage's model would load them too."""
    for each in found:
        if each.target is not None and each.source.name in STAGES:
            yield each.at("the __init__ of a stage is its chapter and imports nothing of ours")


def _hidden_imports(modules: list[Module], _: list[Import]) -> Iterator[str]:
    for module in modules:
        for node, name in _names(module):
            if name in ("import_module", "__import__") and module.file != LANGUAGES:
                yield f"{module.file}:{node.lineno}: {name} hides an import from this test"


def _names(module: Module) -> Iterator[tuple[ast.expr, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name):
            yield node, node.id
        elif isinstance(node, ast.Attribute):
            yield node, node.attr


def _away_from_home(_: list[Module], found: list[Import]) -> Iterator[str]:
    for each in found:
        library = each.library.split(".")[0]
        homes = HOMES.get(library)
        if homes and not any(fnmatch(each.source.file, home) for home in homes):
            yield each.at(f'"{library}" is imported outside of {" and ".join(homes)}')


def _impure(_: list[Module], found: list[Import]) -> Iterator[str]:
    for each in found:
        if each.source.part not in PURE:
            continue
        top = (each.target if each.target is not None else each.library).split(".")[0]
        if top not in ((*PURE, *FOUNDATIONS) if each.target is not None else sys.stdlib_module_names):
            yield each.at(f'"{each.source.part}" imports "{top}", and is to need nothing')


def _global_state_of_matplotlib(modules: list[Module], found: list[Import]) -> Iterator[str]:
    for each in found:
        if each.library.startswith("matplotlib.pyplot"):
            yield each.at("pyplot keeps figures and settings for the whole process")
    for module in modules:
        for node, name in _names(module):
            if name == "rcParams":
                yield f"{module.file}:{node.lineno}: rcParams are settings for the whole process"


def _cycles(modules: list[Module], found: list[Import]) -> Iterator[str]:
    """Modules that reach themselves; to import a module is to run the __init__ of every package above it too."""
    reached_by = {
        module.name: {
            name
            for each in found
            if each.source is module and each.target is not None
            for name in _with_packages(each.target)
            # A module inside a package runs after the __init__ of that package anyway.
            if not f"{module.name}.".startswith(f"{name}.")
        }
        for module in modules
    }
    for start in sorted(reached_by):
        path = _way_back(start, reached_by)
        if path and start == min(path):
            yield f"import cycle: {' → '.join(path)}"


def _with_packages(target: str) -> list[str]:
    parts = target.split(".")
    return [".".join(parts[: n + 1]) for n in range(len(parts))]


def _way_back(start: str, reached_by: dict[str, set[str]]) -> list[str]:
    """A path of imports from a module to itself; empty if there is none."""
    paths = [[start]]
    seen = {start}
    while paths:
        path = paths.pop()
        for name in sorted(reached_by.get(path[-1], ())):
            if name == start:
                return [*path, start]
            if name not in seen:
                seen.add(name)
                paths.append([*path, name])
    return []


Rule = Callable[[list[Module], list[Import]], Iterator[str]]

RULES: tuple[Rule, ...] = (
    _unknown_places,
    _wrong_directions,
    _past_the_models,
    _inside_functions,
    _busy_chapters,
    _hidden_imports,
    _away_from_home,
    _impure,
    _global_state_of_matplotlib,
    _cycles,
)


def violations(package: Path) -> list[str]:
    """Every breach of every rule in the package that lies in a folder."""
    modules = read(package)
    found = imports(modules)
    return [violation for rule in RULES for violation in rule(modules, found)]


def test_the_package_keeps_its_direction() -> None:
    assert violations(CHECKOUT / "report") == []


AGG = "drawing/painters/agg.py"

SOUND = {
    "__init__.py": "def __getattr__(name):\n    from report import outputs\n",
    "units.py": "",
    "diagnostics.py": "from report.units import Share",
    "language/__init__.py": "",
    "language/model.py": "from babel import Locale\nfrom report.units import Share",
    "statistics/__init__.py": "",
    "statistics/sums.py": "from math import sqrt\nfrom report.units import Share",
    "survey/__init__.py": "",
    "survey/model.py": "from report.diagnostics import Location",
    "survey/file.py": "from report.survey.model import Survey",
    "tables/__init__.py": "",
    "tables/model.py": "from report.survey.model import Survey\nfrom report.language.model import Language",
    "charts/__init__.py": "",
    "charts/model.py": "from report.tables.model import Cell",
    "charts/bars.py": "from report.charts import model\nfrom report.drawing.model import Drawing",
    "drawing/__init__.py": "",
    "drawing/model.py": "",
    "drawing/painters/__init__.py": "",
    AGG: "from matplotlib.backends.backend_agg import RendererAgg\nfrom report.drawing.model import Drawing",
    "deck/__init__.py": "",
    "deck/model.py": "from report.charts.model import Chart",
    "deck/writer.py": "import pptx\nfrom report.deck.model import Slide",
    "summary/__init__.py": "",
    "summary/model.py": "",
    "checks/__init__.py": "",
    "checks/deck.py": "import lxml\nfrom report.diagnostics import Diagnostic",
    "pipeline.py": "def run():\n    from report.deck.writer import write\n    from report.charts import bars\n",
    "outputs.py": "from report.pipeline import run",
    "cli.py": "import click\nfrom report import __version__\nfrom report.outputs import build",
}
"""A small package that keeps all rules; a test changes one file of it."""

PLANTED = [
    ("helpers.py", "", '1: "helpers" has no place in the order of the package'),
    ("units.py", "from report import language", '1: "units" imports "language", which is not below it'),
    ("tables/model.py", "import report.charts.model", '1: "tables" imports "charts", which is not below it'),
    ("deck/writer.py", "from report.outputs import build", '1: "deck" imports "outputs", which is not below it'),
    ("outputs.py", "\nfrom report import cli", '2: "outputs" imports "cli", which is not below it'),
    ("summary/model.py", "from report.deck.model import A", '1: "summary" imports "deck", which is not below it'),
    ("checks/deck.py", "from report.deck.model import A", '1: "checks" imports "deck", which is not below it'),
    ("deck/writer.py", "import report.charts.bars", '1: "charts.bars" is reached past "charts.model"'),
    ("deck/writer.py", "from report.charts import x", '1: "charts" is reached past "charts.model"'),
    ("survey/model.py", "import report.survey.file", '1: "survey.file" is reached past "survey.model"'),
    ("outputs.py", "def f():\n    import report.units", '2: "report.units" is imported inside a function'),
    (
        "deck/model.py",
        "class A:\n  def f(self):\n    import report.units",
        '3: "report.units" is imported inside a function',
    ),
    ("outputs.py", "import importlib\nimportlib.import_module('x')", "2: import_module hides an import from this test"),
    ("charts/bars.py", "import matplotlib.path", '1: "matplotlib" is imported outside of drawing/painters/agg.py'),
    ("summary/model.py", "from pptx import util", '1: "pptx" is imported outside of deck/*'),
    (
        "deck/model.py",
        "def f():\n    import reportlab",
        '2: "reportlab" is imported outside of summary/* and tagged_pdf/*',
    ),
    ("statistics/sums.py", "import numpy", '1: "statistics" imports "numpy", and is to need nothing'),
    (
        "statistics/sums.py",
        "from report.language import model",
        '1: "statistics" imports "language", and is to need nothing',
    ),
    ("survey/file.py", "import yaml", '1: "yaml" is imported outside of yaml_source/*'),
    ("survey/model.py", "import pydantic_core", '1: "pydantic_core" is imported outside of yaml_source/*'),
    (AGG, "from matplotlib import pyplot", "1: pyplot keeps figures and settings for the whole process"),
    (AGG, "import matplotlib\nmatplotlib.rcParams", "2: rcParams are settings for the whole process"),
]


def write_package(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_a_sound_package_breaks_no_rule(tmp_path: Path) -> None:
    assert violations(write_package(tmp_path, SOUND)) == []


@pytest.mark.parametrize(("file", "text", "violation"), PLANTED)
def test_a_planted_breach_is_found(tmp_path: Path, file: str, text: str, violation: str) -> None:
    package = write_package(tmp_path, {**SOUND, file: text})

    assert f"{file}:{violation}" in violations(package)


def test_modules_that_import_each_other_are_found(tmp_path: Path) -> None:
    package = write_package(tmp_path, {**SOUND, "units.py": "from report.diagnostics import Location"})

    assert violations(package) == ["import cycle: diagnostics → units → diagnostics"]
