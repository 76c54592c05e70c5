"""Columns: `layout` answers for the kind, `plan` decides scale and axis, `places` where all stands from left to right.

`slots`, `band`, `plot` and `raising` draw its parts.
"""
