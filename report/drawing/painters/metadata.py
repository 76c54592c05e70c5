"""What a picture says of itself to a program: the cells it shows, as one JSON text for PNG and SVG alike."""

from __future__ import annotations

import json

from report.drawing.model import Drawing


def metadata_json(drawing: Drawing) -> str:
    """Title, alternative text, language and every shown cell, in reading order, as compact JSON."""
    content = {
        "title": drawing.title,
        "alternative": drawing.alternative,
        "language": drawing.language,
        "cells": [cell.as_plain for cell in drawing.shown],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
