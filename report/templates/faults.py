"""The faults of templates."""

from enum import StrEnum


class TemplateFault(StrEnum):
    """Ids of the reasons for which a template is not taken."""

    NO_LAYOUT = "template-without-layout"
    LINKED = "template-linked"
    LAYOUT_UNKNOWN = "template-layout-unknown"
