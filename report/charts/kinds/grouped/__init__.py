"""Answers by groups or waves: `clusters` of bars, or where these are too many `panels` side by side."""
