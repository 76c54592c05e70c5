"""The faults of templates."""

from enum import StrEnum


class TemplateFault(StrEnum):
    """Ids of the reasons for which a template is not taken, and of what is told of one that is."""

    NO_FILE = "template-no-file"
    NO_LAYOUT = "template-without-layout"
    LITTLE_ROOM = "template-little-room"
    LINKED = "template-linked"
    LAYOUT_UNKNOWN = "template-layout-unknown"
    TYPEFACE = "template-typeface"
    ACCENT = "template-accent"
    GROUND = "template-ground"
