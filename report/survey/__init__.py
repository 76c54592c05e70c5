"""The facts: what was asked, of whom, when, by whom, and what was published.

`model` holds the values, `file` the YAML schema of survey.yaml and the reading of it.
"""
