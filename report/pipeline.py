"""The whole program on one page: a call a stage, each taking what the one before it gave.

    source ─ read ─> Material ─ tell ─> Briefing ─ lay_out ─> Layouts ─ write_* ─> bytes
                     (tables, and the story told from them)

Only this module knows the implementations of the stages, and it imports each inside the function that runs it: help,
a slip in a YAML file and a build with nothing to do load no heavy library. It reads files and nothing else of the
world; writing, progress and locking surround it in `outputs`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field, replace
from datetime import UTC, datetime
from enum import Enum
from functools import cache, partial
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from report import shipped
from report.diagnostics import Diagnostic, Location, SourceError, SourceText, UsageError, in_file_order
from report.file_names import BRIEFING, SURVEY
from report.frozen import frozen
from report.kinds import HOUSE_KINDS, ChartForm, Kinds
from report.store import Store
from report.store.canonical import as_bytes, from_bytes

if TYPE_CHECKING:
    from report.briefing.model import Briefing
    from report.briefing.story import Story
    from report.charts.model import ChartBook, KindLayout
    from report.deck.model import Deck
    from report.deck.writer import WrittenDeck
    from report.document.model import Document
    from report.drawing.model import Drawing
    from report.formats.picture_kinds import PictureName
    from report.pictures.model import Picture
    from report.presentations.fingerprints import Fingerprints
    from report.respondents.model import FileReading
    from report.respondents.sheets import Sheet
    from report.summary.model import Summary
    from report.survey.draft.model import DraftedSurvey
    from report.survey.draft.texts import Texts
    from report.survey.model.respondents import Respondents, SurveyNumbers
    from report.tables.model import Tables
    from report.templates.company import Company
    from report.text.fonts import Fonts
    from report.theme.model import Brand, Faces
    from report.workbook.model import Workbook

TablesOf: TypeAlias = "Callable[[SurveyNumbers, Sequence[Diagnostic]], tuple[Tables, tuple[Diagnostic, ...]]]"
"""The tables of a survey, and what was found in its files; it is given what has been until then."""

Item = TypeVar("Item")
Value = TypeVar("Value")


class Each(Protocol):
    """How a function is called for every item, one after the other or at the same time."""

    def __call__(self, function: Callable[[Item], Value], items: Sequence[Item]) -> list[Value]:
        """What the function makes of each, in their order."""


def one_by_one(function: Callable[[Item], Value], items: Sequence[Item]) -> list[Value]:
    """What a function makes of each item."""
    return [function(item) for item in items]


SURVEY_SCHEMA, BRIEFING_SCHEMA, THEME_SCHEMA = "survey.schema.json", "briefing.schema.json", "theme.schema.json"
"""How the schemas of the files are called."""


@frozen
class Source:
    """One briefing to build: its file (a briefing.yaml, or a survey.yaml without one) and how messages name it."""

    path: Path
    display: str
    name: str


@frozen
class Material:
    """What a source gives: the tables of a survey, the story that is told from them, what was found in their files.

    Where `faults` has errors, they are what stands without them. company: the template that the deck stands on.
    brand: of the file that says what outputs look like; None where nothing but the template does, or the house.
    """

    tables: Tables
    story: Story
    faults: tuple[Diagnostic, ...] = ()
    company: Company | None = None
    brand: Brand | None = None


@frozen
class Telling:
    """The story in each language, and all that has been found so far; as far as it stands, where that has errors.

    company: the template that the deck stands on; None for the house's. brand: as in the material.
    """

    briefings: tuple[Briefing, ...]
    faults: tuple[Diagnostic, ...] = ()
    company: Company | None = None
    brand: Brand | None = None


@frozen
class Draft:
    """A briefing or survey to begin with: the text of its file, the JSON Schema for it, and warnings."""

    text: str
    schema: Mapping[str, object]
    warnings: tuple[Diagnostic, ...] = ()


class DataForm(Enum):
    """What a data file holds: a row a respondent, or a table of published percentages."""

    RESPONDENTS = "respondents"
    PERCENTAGES = "percentages"


class Product(Enum):
    """What can be made of a briefing."""

    CHARTS = "charts"
    DECK = "deck"
    SUMMARY = "summary"
    TABLES = "tables"


@frozen
class Layouts:
    """What is wanted of one briefing in one language, laid out and not yet written.

    pictures: of the findings, each standing by itself. warnings: what was found of each product. laid_out: what all
    of it says; None where nothing was laid out. divided: the words that have been divided, where they are kept.
    """

    briefing: Briefing
    pictures: tuple[Picture, ...]
    wanted_deck: Deck | None
    wanted_summary: Summary | None
    wanted_workbook: Workbook | None = None
    company: Company | None = None
    faces: Faces | None = None
    warnings: Mapping[Product, tuple[Diagnostic, ...]] = field(default_factory=dict)
    laid_out: Document | None = None
    divided: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def chart_fonts(self) -> Fonts | None:
        """The fonts that charts on slides are drawn with; None for the house's."""
        if self.company:
            return self.company.chart_fonts(_font_folder())
        return self.faces.charts if self.faces else None

    @property
    def slide_fonts(self) -> tuple[Fonts, Fonts]:
        """The fonts by which texts on slides are measured, and titles."""
        if self.company:
            return self.company.text_fonts(_font_folder()), self.company.title_fonts(_font_folder())
        texts = self.faces.texts if self.faces else house_fonts()
        return texts, texts

    @property
    def template(self) -> bytes | None:
        """The template that the deck stands on; None for the house's."""
        return self.company.template.content if self.company else None

    @property
    def page_fonts(self) -> Fonts | None:
        """The fonts that pages and pictures are set in; None for the house's."""
        return self.faces.pages if self.faces else None

    @property
    def document(self) -> Document:
        """What is said, of layouts of something."""
        assert self.laid_out, "nothing was laid out"
        return self.laid_out

    @property
    def deck(self) -> Deck:
        """The deck, of layouts that were to have one."""
        assert self.wanted_deck, "the deck was not asked for"
        return self.wanted_deck

    @property
    def summary(self) -> Summary:
        """The summary, of layouts that were to have one."""
        assert self.wanted_summary, "the summary was not asked for"
        return self.wanted_summary

    @property
    def workbook(self) -> Workbook:
        """The workbook of tables, of layouts that were to have one."""
        assert self.wanted_workbook, "the tables were not asked for"
        return self.wanted_workbook


def read(
    source: Source, template: Path | None = None, kept: Path | None = None, store: Store | None = None
) -> Material:
    """The tables of a source and its story, for a survey alone the default one.

    template: for the deck, in the place of that which the briefing names. kept: the folder in which what was read of
    respondents lasts from one build to the next; without it nothing of them does. store: what was made before. Faults
    are kept for `lay_out` to tell with its own; raises SourceError where they leave nothing to go on with.
    """
    material = _read(source, partial(_tables, kept=kept, store=store))
    company, refused = _company(material.story, template)
    brand, found_in_theme = _brand(material.story, source, company)
    if company and brand and brand.faces:
        company = replace(company, own=brand.faces.own)
    found = refused or _notices(company)
    if template is None and (named := material.story.template):
        found = tuple(replace(each, location=each.location or _whole(named.named)) for each in found)
    faults = in_file_order((*material.faults, *found, *found_in_theme))
    return replace(material, company=company, brand=brand, faults=faults)


def _brand(story: Story, source: Source, company: Company | None) -> tuple[Brand | None, tuple[Diagnostic, ...]]:
    """What outputs look like by the file that a briefing names, and its faults."""
    if story.theme is None:
        return None, ()
    from report.theme.file.reading import read_theme
    from report.theme.house import HOUSE

    named = story.theme.named
    display, base = str(PurePath(source.display).parent / named.text), company.look.pages if company else HOUSE
    return read_theme(
        story.theme.path,
        display,
        base,
        languages=story.languages,
        fonts=_font_folder(),
        named_at=_whole(named),
        has_template=company is not None,
    )


def _company(story: Story, template: Path | None) -> tuple[Company | None, tuple[Diagnostic, ...]]:
    """The template that a deck stands on, if it is not the house's, or why it cannot."""
    if template is None and story.template is None:
        return None, ()
    from report.templates.company import read_company

    if template:
        found = read_company(template, str(template), {})
    else:
        assert story.template
        found = read_company(story.template.path, story.template.named.text, dict(story.template.layouts))
    return (None, (found,)) if isinstance(found, Diagnostic) else (found, ())


def _notices(company: Company | None) -> tuple[Diagnostic, ...]:
    """What the person who has the template should know, once the typefaces are known that a house brings."""
    if company is None:
        return ()
    from report.templates.company import notices_of

    return notices_of(company)


def _whole(text: SourceText) -> Location | None:
    return text.at(0, len(text.text))


def _tables(
    numbers: SurveyNumbers, found: Sequence[Diagnostic], *, kept: Path | None, store: Store | None
) -> tuple[Tables, tuple[Diagnostic, ...]]:
    """The tables of a survey, as published or as tabulated from respondents, and what was found in its files.

    found: what has been until now. Raises SourceError with all of it where the rows of respondents have faults.
    """
    from report.survey.model import Published

    if isinstance(numbers, Published):
        from report.tables.published import tables_of

        return tables_of(numbers), tuple(found)
    key = store.key("tables", numbers, with_places=True) if store else ""
    tables, warnings = _kept_tables(store, key) or _tabulated(numbers, found, kept)
    if store:
        store.put(key, as_bytes((tables, warnings)))
    return tables, in_file_order((*found, *warnings))


def _kept_tables(store: Store | None, key: str) -> tuple[Tables, tuple[Diagnostic, ...]] | None:
    """Tables as they were tabulated before, and what was told of the rows then."""
    from report.tables.model import Tables

    match from_bytes(store.get(key)) if store else None:
        case (Tables() as tables, tuple() as warnings):
            return tables, warnings
    return None


def _tabulated(
    respondents: Respondents, found: Sequence[Diagnostic], kept: Path | None
) -> tuple[Tables, tuple[Diagnostic, ...]]:
    """The tables of respondents, and what is told of the rows."""
    from report.tables.respondents.tabulating import tables_of_respondents

    try:
        with TemporaryDirectory() as temporary:
            return tables_of_respondents(respondents, kept or Path(temporary))
    except SourceError as error:
        raise SourceError(in_file_order((*found, *error.diagnostics))) from error


def _read(source: Source, tables_of: TablesOf) -> Material:
    from report.survey.file import is_survey, read_survey

    if is_survey(source.path):
        _refuse_exchanged_names(source)
        from report.briefing.default_story import default_story

        numbers, found = read_survey(source.path, source.display)
        if numbers is None:
            raise SourceError(in_file_order(found))
        tables, found = tables_of(numbers, found)
        try:
            return Material(tables, default_story(numbers.survey, tables, source.name), found)
        except SourceError as error:  # there is nothing to tell, or there may be once these are mended
            raise SourceError([fault for fault in found if fault.is_error] or error.diagnostics) from None
    from report.briefing.file import read_story

    reading, found = read_story(source.path, source.display, read_survey, name=source.name)
    reading = _if_there(reading, found)
    tables, found = tables_of(reading.numbers, found)
    if not reading.story.is_by_rule or _has_errors(found):
        return Material(tables, reading.story, found)
    from report.briefing.authorship import held_to_the_rule
    from report.briefing.default_story import default_story

    story = reading.story
    by_rule = default_story(story.survey, tables, story.name, story.languages)
    story, warnings = held_to_the_rule(story, by_rule)
    return Material(tables, story, in_file_order((*found, *warnings)))


def _refuse_exchanged_names(source: Source) -> None:
    """Raise SourceError for a survey and a briefing that have each other's names: the briefing would not be read."""
    from report.survey.file import SurveyFault, is_briefing

    if source.path.name == BRIEFING and is_briefing(source.path.with_name(SURVEY)):
        message = f'"{BRIEFING}" is a survey, and "{SURVEY}" beside it is a briefing'
        place, hint = Location(source.display, 1, 1), "exchange their names"
        raise SourceError([Diagnostic(SurveyFault.NO_SURVEY, message, place, hint=hint)])


def tell(
    material: Material,
    languages: Sequence[str],
    *,
    allow_failed_claims: bool,
    kinds: Kinds = HOUSE_KINDS,
    charts: ChartForm | None = None,
    each: Each = one_by_one,
) -> Telling:
    """The story in each language, numbers bound and claims held.

    kinds: of chart, that exhibits may be; `lay_out` takes their layouts. charts: what they are on slides, in place of
    what the story says. each: has all languages told.
    """
    from report.briefing.written import written_texts
    from report.text.characters import undrawable

    story = replace(material.story, charts=charts or material.story.charts)
    told = each(partial(_told, story, material.tables, kinds, allow_failed_claims=allow_failed_claims), languages)
    faults = [*material.faults, *(fault for _, found in told for fault in found)]
    texts = [text for language in languages for text in written_texts(story, language)]
    if _has_errors(material.faults):  # characters that could not be read, each stood for by this one
        texts = [text for text in texts if "\N{REPLACEMENT CHARACTER}" not in text.text]
    fonts = _faces(material.brand).all
    texts += _texts_of(material.brand, languages)
    faults += [fault for text in texts for fault in undrawable(text, *fonts)]
    briefings = tuple(briefing for briefing, _ in told if briefing)
    return Telling(briefings, in_file_order(faults), material.company, material.brand)


def _told(
    story: Story, tables: Tables, kinds: Kinds, language: str, *, allow_failed_claims: bool
) -> tuple[Briefing | None, Sequence[Diagnostic]]:
    """The story in one language, if it can be told, and what was found."""
    from report.briefing.compose import compose
    from report.language.registry import load

    return compose(story, tables, load(language), kinds=kinds, allow_failed_claims=allow_failed_claims)


def _texts_of(brand: Brand | None, languages: Sequence[str]) -> list[SourceText]:
    """The lines of a brand that outputs show."""
    lines = [line for line in (brand.contact, brand.confidential) if line] if brand else []
    return [line[language] for line in lines for language in languages]


def lay_out(
    telling: Telling,
    kinds: Mapping[str, KindLayout] | None = None,
    *,
    products: Collection[Product] = tuple(Product),
    standing: Mapping[tuple[str, Product], tuple[Diagnostic, ...]] = MappingProxyType({}),
    each: Each = one_by_one,
    take: Callable[[Product, Layouts], None] | None = None,
    store: Store | None = None,
) -> tuple[tuple[Layouts, ...], tuple[Diagnostic, ...]]:
    """What is wanted of every briefing, every text measured, and all warnings.

    Raises SourceError with every fault of all stages: what stands of faulty files is laid out and goes no further.
    kinds: how each kind of chart is laid out, the house's by default.
    products: what is laid out; of what is not wanted nothing is looked at. standing: what was made before in a
    language, and what was told of it then. each: has all languages laid out.
    take: takes a product, and layouts with that and nothing else, before the rest is laid out: of decks and summaries
    that are sound, where `each` is no other. store: what was made before.
    """
    # What stands of faulty files may be laid out otherwise once they are mended: of that only errors can be told.
    is_sound = not _has_errors(telling.faults)
    wanted = list[_Wanted]()
    for briefing in telling.briefings:
        kept = {product: standing[of] for product in products if (of := (briefing.language.code, product)) in standing}
        missing = tuple(product for product in products if product not in kept)
        wanted.append(_Wanted(briefing, missing, kept, is_sound))
    taking = take if each is one_by_one and is_sound else None
    layouts = each(partial(_lay_out_language, telling.company, brand_of(telling), kinds, taking, store), wanted)
    faults = [*telling.faults]
    for laid_out in layouts:
        found = (fault for product in Product for fault in laid_out.warnings.get(product, ()))
        faults += [fault for fault in found if is_sound or fault.is_error]
    crowded = [
        laid_out
        for laid_out, its in zip(layouts, wanted, strict=True)
        if Product.DECK in its.products and laid_out.wanted_deck is None
    ]
    if crowded and telling.company:
        from report.deck.company_deck import little_room

        decks = [(laid_out.document, _charts(laid_out.briefing, kinds)) for laid_out in crowded]
        faults += little_room(decks, _font_folder(), telling.company)
    if _has_errors(faults):
        raise SourceError(in_file_order(faults))
    return tuple(replace(laid_out, company=telling.company) for laid_out in layouts), in_file_order(faults)


@frozen
class _Wanted:
    """Products of a briefing that are to be laid out. kept: those that were made before, and what was told of them.

    is_sound: whether there is no error yet: of what goes no further no workbook is made.
    """

    briefing: Briefing
    products: tuple[Product, ...]
    kept: Mapping[Product, tuple[Diagnostic, ...]]
    is_sound: bool


def _lay_out_language(
    company: Company | None,
    brand: Brand,
    kinds: Mapping[str, KindLayout] | None,
    take: Callable[[Product, Layouts], None] | None,
    store: Store | None,
    wanted: _Wanted,
) -> Layouts:
    """What is wanted of a briefing, with what was found of it; whoever asked for it knows the company."""
    if not wanted.products:
        return Layouts(wanted.briefing, (), None, None, warnings=wanted.kept)
    if store is None:
        return _laid_out(company, brand, kinds, take, wanted)
    from report.kept_divisions import recall
    from report.text.hyphenation import divided_words

    recall(wanted.briefing.language, store)
    laid_out = _laid_out(company, brand, kinds, take, wanted)
    return replace(laid_out, divided=dict(divided_words(wanted.briefing.language)))


def keep_divisions(layouts: Layouts, store: Store) -> None:
    """Keep how words were divided in layouts of which files were made."""
    from report.kept_divisions import retain

    retain(layouts.divided, layouts.briefing.language, store)


def _laid_out(
    company: Company | None,
    brand: Brand,
    kinds: Mapping[str, KindLayout] | None,
    take: Callable[[Product, Layouts], None] | None,
    wanted: _Wanted,
) -> Layouts:
    """What others write is laid out first."""
    from report.document.build import build_document

    briefing, products = wanted.briefing, wanted.products
    charts = _charts(briefing, kinds)
    document = build_document(briefing, charts, brand)
    found = dict[Product, tuple[Diagnostic, ...]]()
    pictures: tuple[Picture, ...] = ()
    deck, summary, workbook = None, None, None
    if Product.DECK in products:
        deck, found[Product.DECK] = _place_deck(document, charts, company, brand)
        if take and deck and not _has_errors(found[Product.DECK]):
            take(Product.DECK, Layouts(briefing, (), deck, None, None, company, _faces(brand)))
    if Product.SUMMARY in products:
        summary, found[Product.SUMMARY] = _place_summary(document, charts, brand)
        if take and summary and not _has_errors(found[Product.SUMMARY]):
            take(Product.SUMMARY, Layouts(briefing, (), None, summary, None, company, _faces(brand)))
    if Product.CHARTS in products:
        pictures, found[Product.CHARTS] = _place_pictures(document, charts, brand, briefing.pictures)
    # Every text has room in it: of what goes no further it has nothing to tell.
    if Product.TABLES in products and wanted.is_sound and not any(map(_has_errors, found.values())):
        workbook = _place_workbook(briefing, document, company, brand)
    told = {**found, **wanted.kept}
    return Layouts(briefing, pictures, deck, summary, workbook, None, _faces(brand), told, document)


def _charts(briefing: Briefing, kinds: Mapping[str, KindLayout] | None) -> ChartBook:
    """The charts of a briefing. kinds: how each kind is laid out; None for the house's."""
    from report.charts.book import Book
    from report.charts.registry import HOUSE_LAYOUTS

    return Book.of(briefing, kinds or HOUSE_LAYOUTS)


def brand_of(telling: Telling) -> Brand:
    """What outputs look like: what a house says of that, or else the template alone, or the house's own look."""
    from report.theme.house import HOUSE
    from report.theme.model import Brand

    return telling.brand or Brand(telling.company.look.pages if telling.company else HOUSE)


def _place_pictures(
    document: Document, charts: ChartBook, brand: Brand, formats: Sequence[PictureName]
) -> tuple[tuple[Picture, ...], tuple[Diagnostic, ...]]:
    """The findings as pictures, as a brand has them, in the formats of these names."""
    from report.formats.house_pictures import HOUSE_PICTURES
    from report.pictures.layout import place_pictures

    of_house = [HOUSE_PICTURES[name] for name in formats]
    return place_pictures(document, charts, _faces(brand).pages, brand.theme, of_house)


def _place_summary(
    document: Document, charts: ChartBook, brand: Brand
) -> tuple[Summary | None, tuple[Diagnostic, ...]]:
    """The summary on A4 pages, in a brand's colours as they are printed."""
    from report.formats.a4_pages import A4_PAGES
    from report.summary.layout import place_summary
    from report.theme.printed import printed

    return place_summary(document, charts, _faces(brand).pages, printed(brand.theme), A4_PAGES)


def _place_deck(
    document: Document, charts: ChartBook, company: Company | None, brand: Brand
) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """The deck on the house's slides, as a brand has them, or on those of a company, in its own look."""
    if company:
        from report.deck.company_deck import place_company_deck

        return place_company_deck(document, charts, _font_folder(), company)
    from report.deck.branded_deck import place_branded_deck
    from report.formats.house_slides import HOUSE_SLIDES

    return place_branded_deck(document, charts, brand.theme, _faces(brand), HOUSE_SLIDES)


def _place_workbook(briefing: Briefing, document: Document, company: Company | None, brand: Brand) -> Workbook:
    """All tables on the sheets of a workbook, in the typeface that the deck has."""
    from report.document.banners import banner_book
    from report.workbook.layout import lay_out_workbook

    fonts = company.chart_fonts(_font_folder()) if company else _faces(brand).texts
    return lay_out_workbook(banner_book(briefing, document, brand), document, fonts, brand.theme)


def schemas() -> Mapping[str, dict[str, object]]:
    """The JSON Schemas of the files an author writes, by the names that editors look for."""
    from report.briefing.file import BriefingFile
    from report.survey.file import SurveyFile
    from report.theme.file.schema import ThemeFile
    from report.yaml_source import FileModel
    from report.yaml_source.editors import schema_for_editors

    models: dict[str, type[FileModel]] = {
        SURVEY_SCHEMA: SurveyFile,
        BRIEFING_SCHEMA: BriefingFile,
        THEME_SCHEMA: ThemeFile,
    }
    return {name: schema_for_editors(model) for name, model in models.items()}


def draft(source: Source) -> Draft:
    """The default story of a survey as the briefing.yaml that tells it, to be written beside the survey.

    Raises SourceError with the faults of the survey, UsageError for a file that is none.
    """
    from report.briefing.file.survey_schema import schema_of
    from report.briefing.file.writing import written_story
    from report.survey.file import SurveyFault, is_survey

    if not is_survey(source.path):
        message = f'"{source.display}" is a briefing, not a survey'
        raise UsageError([Diagnostic(SurveyFault.NO_SURVEY, message, hint="name the survey that it should be told of")])
    material = read(source)
    if _has_errors(material.faults):
        raise SourceError(in_file_order(material.faults))
    survey = material.story.survey
    text = written_story(material.story, survey=source.path.name, schema=BRIEFING_SCHEMA)
    return Draft(text, schema_of(survey, material.tables), material.faults)


def draft_survey(path: Path, display: str, year: int, *, sheet: str | None = None, of: DataForm | None = None) -> Draft:
    """A survey.yaml to begin with, drafted from a data file in the folder in which it will stand.

    year: of its publication, where the file tells none. sheet: of a workbook. of: what the file holds, where nobody
    shall guess. Raises SourceError for a file that cannot be read, or has nothing that could be told.
    """
    from report.respondents.model import FileReading
    from report.respondents.sheets import read_sheet
    from report.survey.draft.texts import Texts
    from report.survey.draft.writing import written_survey
    from report.text.characters import undrawable_characters

    texts = Texts(lambda text: undrawable_characters(text, house_fonts()))
    reading = FileReading(sheet=sheet)
    cells = read_sheet(path, reading, display)
    if isinstance(cells, Diagnostic):
        raise SourceError([cells])
    survey = None if of is DataForm.RESPONDENTS else _draft_of_table(path, cells, display, reading, year, texts, of)
    survey = survey or _draft_of_respondents(path, cells, display, reading, year, texts)
    return Draft(written_survey(survey, schema=SURVEY_SCHEMA), schemas()[SURVEY_SCHEMA], survey.warnings)


def _draft_of_table(
    path: Path,
    sheet: Sheet | None,
    display: str,
    reading: FileReading,
    year: int,
    texts: Texts,
    of: DataForm | None,
) -> DraftedSurvey | None:
    """The survey of a published table; None for a file of respondents."""
    from report.survey.draft.faults import no_table
    from report.survey.draft.grids import grid
    from report.survey.draft.long_tables import long_table
    from report.survey.draft.published import published_draft
    from report.survey.draft.table import Table

    found = None
    if sheet:
        found = long_table(sheet, display) or grid(sheet, display, is_said=of is DataForm.PERCENTAGES)
    if isinstance(found, Table):
        return published_draft(found, file=path.name, sheet=reading.sheet, year=year, texts=texts)
    if found:
        raise SourceError(found)
    if of is DataForm.PERCENTAGES:
        raise no_table(display)
    return None


def _draft_of_respondents(
    path: Path, sheet: Sheet | None, display: str, reading: FileReading, year: int, texts: Texts
) -> DraftedSurvey:
    from report.respondents.codebook import read_codebook
    from report.respondents.profiles import filled_by, first_without_weight, foretold, profiles_of
    from report.survey.draft.faults import no_question, not_weighted
    from report.survey.draft.headings import doubts_about, header_rows_of
    from report.survey.draft.respondents import respondents_draft

    reading = replace(reading, header_rows=header_rows_of(sheet) if sheet else None)
    codebook = read_codebook(path, reading, display)
    if isinstance(codebook, Diagnostic):
        raise SourceError([codebook])
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        profiles = profiles_of(path, codebook, folder=folder, display=display)
        foretelling = partial(foretold, path, codebook, folder=folder, display=display)
        survey = respondents_draft(
            codebook,
            profiles,
            file=path.name,
            year=year,
            texts=texts,
            foretelling=foretelling,
            filling=partial(filled_by, path, codebook, folder=folder, display=display),
            display=display,
        )
        if survey and (weight := survey.unused_weight):
            first = first_without_weight(path, codebook, weight.column, folder=folder, display=display)
            survey = not_weighted(survey, weight, first, display)
    if survey is None:
        raise no_question(display)
    return replace(survey, comments=(*survey.comments, *(doubts_about(sheet) if sheet else ())))


def load_reader() -> None:
    """Load what reads."""
    from report.briefing.file import read_story  # noqa: F401 - loading is all that is wanted
    from report.survey.file import read_survey  # noqa: F401


def load_teller() -> None:
    """Load what tells."""
    from report.briefing.compose import compose  # noqa: F401 - loading is all that is wanted
    from report.briefing.written import written_texts  # noqa: F401
    from report.text.characters import undrawable  # noqa: F401


def load_language(code: str) -> None:
    """Load what is known of a language, if anything is."""
    from report.language.registry import available, load
    from report.text.hyphenation import read_patterns

    if code in available():
        read_patterns(load(code))


def languages() -> tuple[str, ...]:
    """The codes of all languages that there are."""
    from report.language.registry import available

    return available()


def load_charts() -> None:
    """Load what charts are laid out with, of whatever kind."""
    from report.charts.book import Book  # noqa: F401 - loading is all that is wanted
    from report.charts.registry import HOUSE_LAYOUTS

    for kind in HOUSE_LAYOUTS:
        HOUSE_LAYOUTS[kind]


def load_fonts() -> None:
    """Read the fonts of the house, and what is measured by them."""
    from report.text.model import Face

    for face in Face:
        house_fonts().digit_height(face)


def load_layout(product: Product) -> None:
    """Load what a product is laid out with."""
    from report.document.build import build_document  # noqa: F401 - loading is all that is wanted

    match product:
        case Product.CHARTS:
            from report.formats.house_pictures import HOUSE_PICTURES  # noqa: F401
            from report.pictures.layout import place_pictures  # noqa: F401
        case Product.DECK:
            from report.deck.branded_deck import place_branded_deck  # noqa: F401
            from report.formats.house_slides import HOUSE_SLIDES  # noqa: F401
        case Product.SUMMARY:
            from report.formats.a4_pages import A4_PAGES  # noqa: F401
            from report.summary.layout import place_summary  # noqa: F401
            from report.theme.printed import printed  # noqa: F401
        case Product.TABLES:
            from report.document.banners import banner_book  # noqa: F401
            from report.workbook.layout import lay_out_workbook  # noqa: F401


def load_deck_writer() -> None:
    """Load what writing decks needs and nothing else does."""
    from report.deck.writer import write_deck  # noqa: F401 - loading is all that is wanted
    from report.images.reading import load_formats

    load_formats()


def load_painter() -> None:
    """Load what painting PNGs needs and nothing else does."""
    from report.drawing.painters.png import paint_png  # noqa: F401 - loading is all that is wanted

    load_fonts()


def load_summary_writer() -> None:
    """Load what writing summaries needs and nothing else does."""
    from report.summary.drawing_painter import register_fonts
    from report.summary.writer import write_summary  # noqa: F401 - loading is all that is wanted

    register_fonts(house_fonts())


def paint_png(drawing: Drawing, dpi: float, fonts: Fonts | None = None) -> bytes:
    """A drawing as a PNG with transparent ground, of so many dots per inch. fonts: None for the house's."""
    from report.drawing.painters.png import paint_png

    return paint_png(drawing, fonts or house_fonts(), dpi=dpi)


def paint_svg(drawing: Drawing, fonts: Fonts | None = None, unit: str = "pt") -> bytes:
    """The same as an SVG, its text as outlines."""
    from report.drawing.painters.svg import paint_svg

    return paint_svg(drawing, fonts or house_fonts(), unit=unit)


def write_deck(
    deck: Deck, template: bytes | None, pictures: Mapping[str, tuple[bytes, bytes]], built: datetime
) -> WrittenDeck:
    """The .pptx file. template: None for the house's.

    pictures: its drawings as SVG and as PNG, by the keys of the placed pictures.
    """
    from report.deck.model import PaintedPicture
    from report.deck.writer import write_deck

    house = shipped.folder("assets") / "template" / "house.pptx"
    painted = {key: PaintedPicture(*forms) for key, forms in pictures.items()}
    return write_deck(deck, painted.__getitem__, template or house.read_bytes(), built)


def _faces(brand: Brand | None) -> Faces:
    """The typefaces of a brand; the house's where it names none."""
    if brand and brand.faces:
        return brand.faces
    from report.theme.house import HOUSE
    from report.theme.model import Faces

    fonts = house_fonts()
    return Faces(HOUSE.deck_typeface, fonts, fonts, fonts, are_own=False)


def write_summary(summary: Summary, fonts: Fonts | None, built: datetime) -> bytes:
    """The PDF file; fonts: None for the house's."""
    from report.summary.writer import write_summary

    profile = shipped.folder("assets") / "color" / "sRGB2014.icc"
    return write_summary(summary, fonts or house_fonts(), profile.read_bytes(), built)


def write_workbook(workbook: Workbook, built: datetime) -> bytes:
    """The .xlsx file with all tables."""
    from report.workbook.writer import write_workbook

    return write_workbook(workbook, built)


@cache
def house_fonts() -> Fonts:
    """The fonts that ship with the project, each file read once a process."""
    from report.text.fonts import Fonts
    from report.theme.house import HOUSE

    return Fonts.in_folder(_font_folder(), HOUSE.font_files)


def _font_folder() -> Path:
    return shipped.folder("assets") / "fonts"


def check_deck(path: Path, display: str, *, is_sent: bool) -> tuple[Diagnostic, ...]:
    """What is wrong with a finished deck, ours or anybody's; with what must not leave the house, where it is sent."""
    from report.checks import sending
    from report.checks.checking import RULES, check_deck

    return check_deck(path, display, (*RULES, *sending.RULES) if is_sent else RULES)


def check_pdf(path: Path, display: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a finished PDF, ours or anybody's."""
    from report.checks.pdf.checking import check_pdf

    return check_pdf(path, display)


def fingerprints_in(path: Path) -> Fingerprints | Diagnostic:
    """The fingerprint of a deck in a file, and that with which it was built; or why it is not read."""
    from report.presentations.fingerprints import fingerprints_of
    from report.presentations.opening import open_package

    package = open_package(path, str(path))
    return package if isinstance(package, Diagnostic) else fingerprints_of(package)


def slide_digests(path: Path) -> tuple[str, ...] | None:
    """A digest of every slide of a deck in a file; None for one that is not read."""
    from report.presentations.opening import open_package
    from report.presentations.slide_digests import slide_digests

    package = open_package(path, str(path))
    return None if isinstance(package, Diagnostic) else slide_digests(package)


def page_digests(path: Path) -> tuple[str, ...] | None:
    """A digest of every page of a PDF in a file; None for one that is not read."""
    from report.pdfs.opening import open_pdf
    from report.pdfs.page_digests import page_digests

    pdf = open_pdf(path, str(path))
    return None if isinstance(pdf, Diagnostic) else page_digests(pdf)


def explain_template(path: Path, display: str) -> str:
    """What a company's template offers and what a deck would stand on; raises SourceError where none can."""
    from report.templates.company import read_company
    from report.templates.explaining import explained

    found = read_company(path, display, {})
    if isinstance(found, Diagnostic):
        raise SourceError([found])
    return explained(found)


def build_date(story: Story, epoch: int | None) -> datetime:
    """The date that outputs carry: SOURCE_DATE_EPOCH, else the first day of the survey's publication, 00:00 UTC."""
    if epoch is not None:
        return datetime.fromtimestamp(epoch, UTC)
    first = story.survey.published.first_day
    return datetime(first.year, first.month, first.day, tzinfo=UTC)


def _has_errors(faults: Sequence[Diagnostic]) -> bool:
    return any(fault.is_error for fault in faults)


def _if_there(value: Value | None, faults: Sequence[Diagnostic]) -> Value:
    if value is None:
        raise SourceError(in_file_order(faults))
    return value
