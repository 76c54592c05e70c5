"""Columns: `layout` answers for the kind, `plan` decides scale and axis, `places` where all stands from left to right.

`slots`, `band`, `plot`, `raising` and `column_keys` draw its parts.
"""
