"""The checks of finished decks: each rule finds the fault that is planted for it, and nothing in good decks."""
