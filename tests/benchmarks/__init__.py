"""The time a build takes, beside what a user would write instead and beside the lower bound: `make bench`.

`straight.py` (an afternoon's script: pyplot pictures into python-pptx and ReportLab) and `limit.py` (the imports and
four bare charts, no document) read `straight.json`; `briefing/` holds the same figures and about the same texts. Both
scripts stand here as they were given. `large_surveys` makes surveys of any size, to see what a question costs.
"""
