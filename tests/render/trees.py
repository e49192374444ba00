"""XML of outlines, read by expat, as nested lists."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from tests.render.samples import Nested


def read(document: bytes) -> ET.Element:
    """Return the root of a document."""
    return ET.fromstring(document)  # noqa: S314 -- we wrote it


def tree(element: ET.Element, tag: str, attribute: str) -> Nested:
    """Return the attribute of every element of a tag below this one, nested as they are."""
    return [(child.attrib[attribute], tree(child, tag, attribute)) for child in element.findall(tag)]
