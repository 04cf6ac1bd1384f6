"""Reads the shipped tables: what each way to file costs and takes, and how far to trust what is printed."""

import csv
import io
import re
from collections.abc import Iterator, Mapping

import msgspec

from api.kit.text import fold, nfc
from api.procedures.contracts import Channel, Deadline, DeadlineUnit, Fee, FeeQuality, Online
from api.procedures.rules.cleaning import clean_name

CHANNELS = {"ONLINE": Channel.ONLINE, "DIRECT": Channel.COUNTER, "POSTAL": Channel.POST}
TYPES = {
    "STANDARD": "standard",
    "SPECIFIC": "specific",
    "STANDARD_INTERNAL": "internal",
    "PORTAL_INTERNAL": "portal",
}
QUALITIES = {
    "ok": FeeQuality.STATED,
    "set_by_local_rule_or_unstated": FeeQuality.LOCAL_RULE,
    "by_decision": FeeQuality.OTHER_RULE,
    "text": FeeQuality.OTHER_RULE,
    "suspect_unit": FeeQuality.UNCLEAR,
}
LEAST_FEE = 1_000
"""Smaller amounts are thousands or dollars printed as đồng."""
MOST_FEE = 100_000_000
UNITS = {unit.value: unit for unit in DeadlineUnit}
ISSUERS = {
    "Bộ xây dựng (Giao thông vận tải cũ)": "Bộ Xây dựng",
    "Bộ Công thương": "Bộ Công Thương",
}
NOTHING = {"", "không có thông tin", "không có"}
CODE = re.compile(r"^\d\.\d{6,}")
PORTAL = "https://dichvucong.gov.vn/"
PAGE = PORTAL + "p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc="
POLICE_PORTAL = "https://dichvucong.bocongan.gov.vn/"
LEVELS = {"commune": 1.0, "province": 0.93, "ministry": 0.86, "unknown": 0.84}
CITIZENS_USE, ESSENTIAL, ELSEWHERE, TRADE, STALE = 0.07, 0.05, 0.75, 0.85, 0.5
TRADE_FIELDS = {
    "Hải quan", "Chứng khoán", "Hàng hải và đường thủy nội địa", "Hàng không", "Kho bạc Nhà nước",
    "Thành lập và hoạt động ngân hàng", "Hoạt động ngoại hối", "Xuất nhập khẩu", "Tần số vô tuyến điện",
}  # fmt: skip
"""Fields of companies and agencies, however low the level that serves them."""


class WayRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of `procedure_way`."""

    channel: Channel
    deadline_amount: int | None
    deadline_unit: DeadlineUnit
    fee_vnd: int | None
    fee_quality: FeeQuality


class ProcedureRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of `procedure` with its ways."""

    code: str
    name: str
    official_name: str
    level: str
    field: str
    issuer: str
    type: str
    decision_no: str
    subjects: list[str]
    agency: str
    papers: int | None
    online: Online
    online_stated: bool
    essential: bool
    detailed: bool
    portal_url: str
    prior: float
    provenance: str
    ways: list[WayRow]


def rows_of(text: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV table, every value in NFC."""
    for row in csv.DictReader(io.StringIO(text)):
        yield {key: nfc(value) for key, value in row.items()}


def procedures(index: str, details: str, essential: str, *, crawl: str = "2026-07") -> list[ProcedureRow]:
    """All procedures: the whole index, with what the detailed table knows better."""
    known = {row["code"]: row for row in rows_of(details)}
    first = {code.split(" ")[0] for row in rows_of(essential) for code in row["catalogue_code"].split("|")}
    rows = [
        procedure(row, known.pop(row["code"], None), essential=row["code"] in first, crawl=crawl)
        for row in rows_of(index)
    ]
    return rows + [procedure(row, row, essential=row["code"] in first, crawl=crawl) for row in known.values()]


def procedure(
    row: Mapping[str, str], detail: Mapping[str, str] | None, *, essential: bool, crawl: str
) -> ProcedureRow:
    """One procedure from its index row and, for those citizens use, its detailed row."""
    best, code = detail or row, row["code"]
    online, stated = how_far_online(best["name"], best["channels"], essential=essential)
    illustrative = code.startswith("ILL.")
    papers = best.get("n_components") or best.get("n_components_listed") or ""
    return ProcedureRow(
        code=code,
        name=clean_name(row["name"]),
        official_name=row["name"],
        level=best["level"],
        field=row["field"],
        issuer=ISSUERS.get(row["issuer"], row["issuer"]),
        type="illustrative" if illustrative else TYPES[row["type"]],
        decision_no=row["decision_no"],
        subjects=subjects_of(detail["subjects"]) if detail else [],
        agency=said(detail["agency"]) if detail else "",
        papers=int(papers) if papers.isdigit() and not illustrative else None,
        online=online,
        online_stated=stated,
        essential=essential,
        detailed=detail is not None,
        portal_url=portal_url(code),
        prior=prior(row, essential=essential, detailed=detail is not None),
        provenance=detail["provenance"] if detail else f"source:DVCQG crawl {crawl}",
        ways=ways(best, detailed=detail is not None, essential=essential),
    )


def said(text: str) -> str:
    """A value, or nothing when the source says it has none."""
    return "" if text.lower().rstrip(" .") in NOTHING else text.rstrip(" .")


def subjects_of(text: str) -> list[str]:
    """Who may apply; a comma inside brackets does not divide."""
    return [part for raw in re.split(r",\s*(?![^(]*\))", text) if (part := said(raw))]


def how_far_online(name: str, channels: str, *, essential: bool) -> tuple[Online, bool]:
    """How far it goes online, and whether the source says so.

    The crawl tells only whether it can be filed online: then "partial" is what can be promised.
    The 25 essential services are online only since 2025-10-01 (Directive 24/CT-TTg).
    """
    if essential:
        return Online.FULL, True
    if not channels:
        return Online.UNKNOWN, False
    if "ONLINE" not in channels.split("+"):
        return Online.NONE, True
    if "toàn trình" in name:
        return Online.FULL, True
    return Online.PARTIAL, "một phần" in name


def ways(row: Mapping[str, str], *, detailed: bool, essential: bool) -> list[WayRow]:
    """A row for every channel; the index knows one deadline and no fee.

    An essential service has an online way even where the crawl is older than the directive.
    """
    found = []
    if essential and "ONLINE" not in row["channels"].split("+"):
        found.append(
            WayRow(
                channel=Channel.ONLINE,
                deadline_amount=None,
                deadline_unit=DeadlineUnit.UNKNOWN,
                fee_vnd=None,
                fee_quality=FeeQuality.UNKNOWN,
            )
        )
    for word, channel in CHANNELS.items():
        if word not in row["channels"].split("+"):
            continue
        side = "online" if channel is Channel.ONLINE else "direct"
        amount, unit = (
            deadline_of(row[f"{side}_deadline"], row[f"{side}_deadline_unit"])
            if detailed
            else deadline_of(row["deadline_first"], row["deadline_unit"])
        )
        vnd, quality = (
            fee_of(row[f"{side}_fee_vnd"], row[f"{side}_fee_quality"])
            if detailed
            else (None, FeeQuality.UNKNOWN)
        )
        found.append(
            WayRow(
                channel=channel, deadline_amount=amount, deadline_unit=unit, fee_vnd=vnd, fee_quality=quality
            )
        )
    return found


def deadline_of(amount: str, unit: str) -> tuple[int | None, DeadlineUnit]:
    """A number is worth something only with its unit, and 0 of anything is no deadline."""
    known = UNITS.get(unit)
    if known is None or known is DeadlineUnit.UNKNOWN or not amount.isdigit() or int(amount) == 0:
        return None, DeadlineUnit.UNKNOWN
    return int(amount), known


def fee_of(vnd: str, quality: str) -> tuple[int | None, FeeQuality]:
    """An amount only when the source states it in đồng; "0, set by the province" is not free."""
    known = QUALITIES.get(quality, FeeQuality.UNKNOWN)
    if known is not FeeQuality.STATED:
        return None, known
    if not vnd.isdigit():
        return None, FeeQuality.UNKNOWN
    amount = int(vnd)
    if amount and not LEAST_FEE <= amount <= MOST_FEE:
        return None, FeeQuality.UNCLEAR
    return amount, known


def portal_url(code: str) -> str:
    """The national portal at this procedure; its front page when it has no national code."""
    if CODE.match(code):
        return PAGE + code
    return POLICE_PORTAL if code.startswith("C08") else PORTAL


def prior(row: Mapping[str, str], *, essential: bool, detailed: bool) -> float:
    """How readily a citizen means this one: near home and everyday before trade and far away."""
    worth = LEVELS[row["level"]] + CITIZENS_USE * detailed + ESSENTIAL * essential
    if row["type"] == "SPECIFIC" and not detailed:
        worth *= ELSEWHERE
    if row["field"] in TRADE_FIELDS and not detailed:
        worth *= TRADE
    return worth * STALE if "cap huyen" in fold(row["name"]) else worth


UNIT_WORDS = {
    DeadlineUnit.WORKING_DAY: "{} ngày làm việc",
    DeadlineUnit.CALENDAR_DAY: "{} ngày",
    DeadlineUnit.HOUR: "{} giờ",
    DeadlineUnit.MONTH: "{} tháng",
}
FEE_WORDS = {
    FeeQuality.LOCAL_RULE: "Theo mức của tỉnh, thành phố",
    FeeQuality.OTHER_RULE: "Theo biểu phí của Nhà nước",
    FeeQuality.UNCLEAR: "Nguồn ghi chưa rõ, hãy hỏi nơi nhận hồ sơ",
    FeeQuality.UNKNOWN: "Chưa có thông tin phí",
}


def deadline(amount: int | None, unit: DeadlineUnit) -> Deadline:
    """A deadline for people."""
    text = UNIT_WORDS[unit].format(amount) if amount is not None else "Chưa rõ thời hạn"
    return Deadline(amount=amount, unit=unit, text=text)


def fee(vnd: int | None, quality: FeeQuality) -> Fee:
    """A fee for people."""
    if quality is FeeQuality.STATED and vnd is not None:
        text = f"{vnd:,} đ".replace(",", ".") if vnd else "Không mất phí"
    else:
        text = FEE_WORDS[quality]
    return Fee(vnd=vnd, quality=quality, text=text)
