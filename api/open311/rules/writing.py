"""The same answer as XML or as JSON, safe whatever text is inside."""

import re
from typing import Any
from xml.sax.saxutils import escape

import msgspec

from api.open311.contracts import Json

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to say, not even as a reference (§2.2)."""
ITEMS = {
    "services": "service",
    "attributes": "attribute",
    "values": "value",
    "endpoints": "endpoint",
    "formats": "format",
    "service_requests": "request",
    "notes": "note",
    "service_request_updates": "request_update",
    "errors": "error",
}
"""What a list's members are called in XML."""
TYPES = {"xml": "text/xml", "json": "application/json"}


def written(answer: Any, *, root: str, form: str) -> bytes:
    """Structs as XML under `root`, or as JSON, where a list stands bare."""
    plain: Json = msgspec.to_builtins(answer)
    if form == "json":
        return msgspec.json.encode(plain)
    # ASCII with references reads right whatever encoding a client guesses: `requests` takes text/xml without a
    # charset for Latin-1, and `three` hands the text on to lxml, which refuses text that declares an encoding.
    text = f'<?xml version="1.0"?>\n{element(root, plain)}'
    return text.encode("ascii", "xmlcharrefreplace")


def element(name: str, value: Any) -> str:
    """One element with all it contains; names are ours, values are anybody's."""
    if isinstance(value, dict):
        inside = "".join(element(key, each) for key, each in value.items())
    elif isinstance(value, list):
        inside = "".join(element(ITEMS[name], each) for each in value)
    elif value is None:
        inside = ""
    elif isinstance(value, bool):
        inside = "true" if value else "false"
    else:
        inside = escape(ILLEGAL.sub("", str(value)), {"\r": "&#13;"})
    return f"<{name}>{inside}</{name}>" if inside else f"<{name}/>"


def content_type(form: str, accept: str) -> str:
    """`text/xml` or `application/json`, with `; charset=utf-8` for who asks for it.

    The specification writes the charset; SeeClickFix's validator wants exactly none. RFC 8259 gives JSON no
    such parameter and RFC 7303 lets the XML declaration say it, so bare is right for everybody, and whoever
    names a charset in `Accept` gets it named.
    """
    return f"{TYPES[form]}; charset=utf-8" if "charset" in accept.lower() else TYPES[form]
