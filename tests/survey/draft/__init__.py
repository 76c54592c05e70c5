"""Surveys that are drafted from a data file: what is found in it, what is written, that it builds."""
