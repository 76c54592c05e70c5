"""briefing.yaml: the story of a survey, as an author writes it down.

schema    the keys and their types              building  the frozen values of report.briefing.story
checks    ids, references, languages            reading   all of it, and the survey that is named
writing   a story as such a file                survey_schema  the JSON Schema with the names of a survey
"""

from report.briefing.file.faults import BriefingFault
from report.briefing.file.reading import StoryReading, SurveyReader, read_story
from report.briefing.file.schema import BriefingFile

__all__ = ["BriefingFault", "BriefingFile", "StoryReading", "SurveyReader", "read_story"]
