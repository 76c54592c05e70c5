"""XML elements with the prefixes of Office: their names, attributes and children."""

import pytest
from lxml import etree

from report.ooxml.elements import element, qualified, text_element

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_an_element_is_written_with_its_prefix_its_attributes_and_its_children_in_order() -> None:
    made = element("a:xfrm", element("a:off", x=1, y=2), None, element("a:ext", cx=3, cy=4))

    assert etree.tostring(made).decode() == (
        f'<a:xfrm xmlns:a="{A}"><a:off x="1" y="2"/><a:ext cx="3" cy="4"/></a:xfrm>'
    )


def test_an_attribute_with_a_prefix_is_in_its_name_space() -> None:
    made = element("a:blip", attributes={"r:embed": "rId2", "cstate": "none"})

    assert made.get(f"{{{R}}}embed") == "rId2"
    assert made.get("cstate") == "none"


def test_text_is_escaped_by_who_writes_it() -> None:
    assert text_element("a:t", "F & E <neu>").text == "F & E <neu>"


def test_a_prefix_that_office_does_not_use_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        qualified("x:y")
