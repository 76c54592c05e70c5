"""Roles of colour and type. `model` names the roles, `house` gives them the look that ships with the project."""
