"""Our own checker believes the valid file and refuses each of the seven mutants, and hostile XML.

The files in `cap/` are the project's reference set (one valid Vietnamese alert, seven broken ones).
"""

from pathlib import Path

import pytest

from api.alerts.rules.checking import cap_faults

FILES = Path(__file__).parent / "cap"
VALID = (FILES / "vn_flood_alert.cap.xml").read_bytes()
EXPECTED = {
    "bad_identifier_space_comma": ["identifier: spaces, commas, < and & are forbidden"],
    "bad_lonlat_order": ["polygon: not lat,lon pairs on earth (are they swapped?)"],
    "bad_missing_urgency": ["urgency: missing"],
    "bad_open_polygon": ["polygon: not closed"],
    "bad_severity": ["severity: 3 is not in the list"],
    "bad_update_without_references": ["references: Update must say what it follows"],
    "bad_z_time": [
        "sent: 2025-11-03T07:00:00Z is not a time with an offset",
        "effective: 2025-11-03T07:00:00Z is not a time with an offset",
        "onset: 2025-11-03T06:00:00Z is not a time with an offset",
        "expires: 2025-11-04T07:00:00Z is not a time with an offset",
    ],
}


def with_change(old: str, new: str) -> bytes:
    assert old.encode() in VALID
    return VALID.replace(old.encode(), new.encode(), 1)


def test_the_valid_alert_is_believed() -> None:
    assert cap_faults(VALID) == []


def test_every_mutant_has_its_expectation() -> None:
    assert {path.name.removesuffix(".cap.xml") for path in FILES.glob("bad_*.cap.xml")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_each_mutant_is_refused_for_its_own_fault(name: str) -> None:
    assert cap_faults((FILES / f"{name}.cap.xml").read_bytes()) == EXPECTED[name]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("cap:1.2", "cap:1.1", "not CAP 1.2: {urn:oasis:names:tc:emergency:cap:1.1}alert"),
        ("<scope>Public", "<scope>Restricted", "restriction: goes with scope Restricted, and only with it"),
        ("<scope>Public", "<scope>Private", "addresses: goes with scope Private, and only with it"),
        ("<code>", "<restriction>ai</restriction><code>", "restriction: goes with scope Restricted, and only with it"),
        ("<expires>2025-11-04", "<expires>2025-11-02", "expires: not after it takes effect"),
        ("<sent>2025-11-03T07:00:00", "<sent>2025-13-03T07:00:00", "sent: 2025-13-03T07:00:00+07:00 is not a time with an offset"),
        ("<event>Lũ trên sông Hương</event>", "", "event: missing"),
        ("<event>Lũ trên sông Hương</event>", "<event>a</event><event>b</event>", "event: more than one"),
        ("<event>Lũ trên sông Hương</event>", "<event>a</event><mood>b</mood>", "info: unknown element mood"),
        ("<sender>pctt@hue.example.vn</sender>", "<sender>pctt hue</sender>", "sender: spaces, commas, < and & are forbidden"),
        ("<geocode>", "<circle>16.4 107.5</circle><geocode>", "circle: not lat,lon radius"),
        ("<geocode>", "<circle>16.4,107.5 -1</circle><geocode>", "circle: not lat,lon radius"),
        ("</geocode>", "</geocode><ceiling>100</ceiling>", "ceiling: needs an altitude"),
        ("<status>Exercise</status>\n  <msgType>Alert</msgType>", "<msgType>Alert</msgType>\n  <status>Exercise</status>", "alert: elements out of order"),
        ("</code>", "</code><references>a,b</references>", "references: a,b is not sender,identifier,sent"),
        ("</code>", "</code><references>a,b,2026-01-01T00:00:00+07:00</references>", "references: a,b,2026-01-01T00:00:00+07:00 is later than this message"),
        ("</code>", "</code><references>pctt@hue.example.vn,VN-HUE-PTDS-20251103-0001,2025-11-03T07:00:00+07:00</references>", "references: a message cannot follow itself"),
    ],
)  # fmt: skip
def test_each_other_rule_bites_alone(old: str, new: str, fault: str) -> None:
    assert cap_faults(with_change(old, new)) == [fault]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</code>", "</code><references>a,b,2025-11-01T00:00:00+07:00</references>"),
        ("<geocode>", "<circle>16.4,107.5 3.5</circle><geocode>"),
        ("</geocode>", "</geocode><altitude>1</altitude><ceiling>100</ceiling>"),
        ("<scope>Public</scope>", "<scope>Private</scope><addresses>a</addresses>"),
    ],
)
def test_what_is_allowed_is_believed(old: str, new: str) -> None:
    assert cap_faults(with_change(old, new)) == []


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>&b;</identifier></alert>"""
XXE = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>&x;</identifier></alert>"""
DTD = b"""<?xml version="1.0"?><!DOCTYPE alert SYSTEM "http://127.0.0.1:1/x.dtd">
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>"""

NO_ENCODING = (
    b"""<?xml version="1.0" encoding="rot13"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>"""
)
"""Python knows the codec, and raises LookupError for it: a poller that does not expect this dies of it."""


@pytest.mark.parametrize(
    "document", [LAUGHS, XXE, DTD, NO_ENCODING, b"", b"not xml", VALID[:-20], b"<a/>" + b" " * 1_000_001]
)
def test_hostile_or_broken_xml_is_unreadable(document: bytes) -> None:
    assert cap_faults(document)[0].startswith("unreadable")
