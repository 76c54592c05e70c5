"""survey.yaml: the published percentages of a survey, as an author writes them down.

schema    the keys and their types           order     where answers with a role stand
waves     dates, breaks, earlier figures     building  the frozen values of report.survey.model
names     ids and references to them         reading   all of it, in this order
sums      figures beside each other              standing  what can be relied on in spite of faults
misplaced what stands in another place         levels    percentages that miss a wave, group or answer
"""

from report.survey.file.faults import SurveyFault
from report.survey.file.reading import is_briefing, is_survey, read_survey
from report.survey.file.schema import SurveyFile

__all__ = ["SurveyFault", "SurveyFile", "is_briefing", "is_survey", "read_survey"]
