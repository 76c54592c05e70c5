"""Columns: `layout` answers for the kind, `plan` decides scale and axis; `slots`, `band` and `plot` draw its parts."""
