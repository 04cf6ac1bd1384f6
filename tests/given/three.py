"""The calls of `three`, the Open311 client whose registry release runs on no Python of today, told anew.

Of its source at the last commit (67b4a4b, 2017; MIT): the same addresses, the same names and the same dates, over the
same library, and XML read as `relaxml` reads it, by lxml, in discovery from text instead of bytes.
"""

import json
import re
from datetime import date
from typing import Any

import requests
from lxml import etree

from api.kit.clock import today


class Three:
    """A city's endpoint, its format, a key and a jurisdiction."""

    def __init__(self, endpoint: str, *, form: str, key: str = "", jurisdiction: str = "") -> None:
        self.endpoint, self.form, self.key, self.jurisdiction = f"{endpoint}/", form, key, jurisdiction
        self.session = requests.Session()

    def address(self, *parts: str | None) -> str:
        """`…/services/12.xml`."""
        return f"{self.endpoint}{'/'.join(part for part in parts if part)}.{self.form}"

    def get(self, *parts: str | None, **asked: Any) -> Any:
        """One question; `count`, `between` and `start` become what the specification calls them."""
        if self.jurisdiction:
            asked["jurisdiction_id"] = self.jurisdiction
        if "count" in asked:
            asked["page_size"] = asked.pop("count")
        if "start" in asked:
            asked["between"] = (asked.pop("start"), asked.pop("end", today()))
        if "between" in asked:
            asked["start_date"], asked["end_date"] = map(moment, asked.pop("between"))
        return self.read(self.session.get(self.address(*parts), params=asked, timeout=10).content)

    def read(self, content: bytes | str) -> Any:
        """JSON as it is; of XML what is inside the root."""
        return json.loads(content) if self.form == "json" else tree(content)

    def discovery(self, url: str | None = None) -> Any:
        """Where everything is; of an address of its own the text is read, as San Francisco once needed."""
        return self.read(self.session.get(url, timeout=10).text) if url else self.get("discovery")

    def services(self, code: str | None = None) -> Any:
        """What can be reported, or what one service asks for."""
        return self.get("services", code)

    def requests(self, code: str | None = None, **asked: Any) -> Any:
        """Cases, of a service or all."""
        return self.get("requests", **({"service_code": code} if code else {}), **asked)

    def request(self, number: str) -> Any:
        """One case."""
        return self.get("requests", number)

    def token(self, token: str) -> Any:
        """The id of what was posted."""
        return self.get("tokens", token)

    def post(self, service_code: str = "0", **said: Any) -> Any:
        """Report something: an address becomes `address_string`, a name is cut at its one space, a photo is `media`."""
        said |= {"service_code": service_code, "api_key": said.get("api_key", self.key)}
        if self.jurisdiction:
            said["jurisdiction_id"] = self.jurisdiction
        if "address" in said:
            said["address_string"] = said.pop("address")
        if "name" in said:
            said["first_name"], said["last_name"] = said.pop("name").split(" ")
        photo = said.pop("media", None)
        files = {"media": photo} if photo else None
        return self.read(
            self.session.post(self.address("requests"), data=said, files=files, timeout=10).content
        )


def moment(day: date | str) -> str:
    """`11-23-26`, `11/23/2026` or a date, as `2026-11-23T00:00:00Z`."""
    if isinstance(day, str):
        month, number, year = (int(part) for part in re.split(r"[-/]", day))
        day = date(year + 2000 if year < 100 else year, month, number)
    return day.strftime("%Y-%m-%dT%H:%M:%SZ")


def tree(content: bytes | str) -> Any:
    """XML as dictionaries: what comes twice is a list, what is empty an empty dictionary."""

    def node(element: Any) -> Any:
        if element.text and element.text.strip():
            return element.text
        found: dict[str, Any] = {}
        for child in element:
            found.setdefault(child.tag, []).append(node(child))
        return {name: each if len(each) > 1 else each[0] for name, each in found.items()}

    return node(etree.fromstring(content))
