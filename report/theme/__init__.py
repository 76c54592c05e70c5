"""Roles of colour and type. `model` names the roles, `house` gives them the look that ships with the project.

`derived` makes a theme of a few colours, `named` of those that a house names by their roles, as its `file` has them.
"""
