"""Shares by question and banner. `model` holds the values, `published` makes them from published percentages."""
