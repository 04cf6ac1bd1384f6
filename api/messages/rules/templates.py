"""The words that leave the app: one template a kind, typed parameters, each carrier's limits kept.

Parameters may come from anybody (a campaign's name, a unit's status text), so they are made harmless:
one line, NFC, no control marks, no addresses to tap on. The only link in a message is ours.
"""

import html
import re
from collections.abc import Mapping

from msgspec import Struct

from api.kit.text import LOOKALIKE, fold, nfc
from api.messages.contracts import (
    AlertParams,
    CampaignParams,
    DossierParams,
    Params,
    ReportParams,
    SystemParams,
    VisitParams,
)
from api.messages.rules.inbox import shortened

SMS_LIMIT = 160
"""One text without marks in the GSM alphabet; carriers bill and split what is longer."""
WORTH_SAYING = 8
"""Letters left for the detail of an SMS under which it is left out."""
LINK_IN_SMS = 60
"""A longer link would leave no room for what it is about."""
LEAVE_IN_SMS = "Tat tin: muc Thong bao, Ngo So"
ZALO_LIMITS = {"code": 30, "status": 30, "note": 200, "title": 200, "link": 200, "date": 20}
"""Longest value of each parameter type of a Zalo template (zalo.md §4.1)."""
LINKS = re.compile(
    r"(?i)\b(?:[a-z][a-z0-9+.-]*://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|vn|org|info|xyz|top|me|ly|io)\b\S*"
)
NOT_GSM = re.compile(r"[^A-Za-z0-9 @$_!\"#%&'()*+,./:;<=>?\n-]")


class Rendered(Struct, frozen=True, kw_only=True):
    """A message as the carriers take it; `sms` is plain ASCII of at most 160 letters."""

    subject: str
    text: str
    html: str
    sms: str
    zalo: dict[str, str]
    link: str


def safe(text: str, limit: int = 200) -> str:
    """A parameter made harmless: one NFC line, nothing to tap on, within the limit."""
    return shortened(nfc(LINKS.sub("", nfc(text))), limit)


def bare(text: str) -> str:
    """The text without marks, in letters that every phone and carrier passes on; case is kept."""
    plain = "".join(
        letter.upper() if original.isupper() else letter
        for original, letter in ((char, fold(char) or " ") for char in nfc(text).translate(LOOKALIKE))
    )
    return re.sub(r" {2,}", " ", NOT_GSM.sub(" ", plain)).strip()


def sms_of(head: str, middle: str, link: str) -> str:
    """`Ngo So: …` in one text: the middle gives way, the head and the link stay whole where they fit."""
    fixed = f"Ngo So: {bare(head)}"
    tail = f" {link}" if link else ""
    room = SMS_LIMIT - len(fixed) - len(tail) - 2
    middle = bare(shortened(bare(middle), room)) if room > WORTH_SAYING and middle else ""
    body = f"{fixed}. {middle}" if middle else fixed
    return body[: SMS_LIMIT - len(tail)].rstrip() + tail


def parts(params: Params, title: str) -> tuple[str, str, dict[str, str]]:
    """Head, detail, and the values of the Zalo template, by the kind of parameters."""
    match params:
        case DossierParams(code=code, status=status, next_step=step):
            return f"Hồ sơ {safe(code, 40)}: {safe(status, 80)}", safe(step), {
                "code": safe(code, ZALO_LIMITS["code"]),
                "status": safe(status, ZALO_LIMITS["status"]),
                "note": safe(step) or "Xem chi tiết trong ứng dụng",
            }  # fmt: skip
        case ReportParams(code=code, status=status):
            said = safe(status, 110)
            return said if code in said else f"Phản ánh {safe(code, 40)}: {said}", "", {
                "code": safe(code, ZALO_LIMITS["code"]),
                "status": safe(status, ZALO_LIMITS["status"]),
            }  # fmt: skip
        case AlertParams(headline=headline, level=level, advice=advice):
            return f"CẢNH BÁO {safe(level, 60)}: {safe(headline, 100)}", safe(advice), {
                "title": safe(headline, ZALO_LIMITS["title"]),
                "status": safe(level, ZALO_LIMITS["status"]),
                "note": safe(advice) or "Làm theo hướng dẫn của chính quyền địa phương",
            }  # fmt: skip
        case CampaignParams(name=name, invitation=invitation):
            return safe(name, 100), safe(invitation), {
                "title": safe(name, ZALO_LIMITS["title"]),
                "note": safe(invitation) or "Xem chi tiết trong ứng dụng",
            }  # fmt: skip
        case VisitParams(matter=matter) | SystemParams(matter=matter):
            return safe(matter) or safe(title), "", {"title": safe(matter or title, ZALO_LIMITS["title"])}


def render(params: Params | None, *, title: str, url: str, unsubscribe: str | None) -> Rendered:
    """The message for every carrier. `url` is the page in the app; `unsubscribe` a link that needs no sign-in."""
    head, detail, zalo = parts(params or SystemParams(matter=title), title)
    in_sms = url
    if isinstance(params, CampaignParams):
        # An invitation says how not to get the next one; what it is about is in the words.
        in_sms = (
            f"Tat tin: {unsubscribe}" if unsubscribe and len(unsubscribe) <= LINK_IN_SMS else LEAVE_IN_SMS
        )
    leave = f"\n\nKhông muốn nhận loại tin này nữa: {unsubscribe}" if unsubscribe else ""
    text = "\n\n".join(line for line in (head, detail, f"Xem trong Ngõ Số: {url}") if line) + leave
    leave_html = (
        f'<p><small><a href="{html.escape(unsubscribe)}">Không nhận loại tin này nữa</a></small></p>'
        if unsubscribe
        else ""
    )
    page = (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><p><b>{html.escape(head)}</b></p>'
        + (f"<p>{html.escape(detail)}</p>" if detail else "")
        + f'<p><a href="{html.escape(url)}">Xem trong Ngõ Số</a></p>{leave_html}</html>'
    )
    return Rendered(
        subject=shortened(head, 120),
        text=text,
        html=page,
        sms=sms_of(head, detail, in_sms if in_sms != url or len(url) <= LINK_IN_SMS else ""),
        zalo=zalo,
        link=url,
    )


def template_ids(setting: str) -> Mapping[str, str]:
    """`dossier=307211,report=307212` as a table: which reviewed Zalo template says what."""
    pairs = (pair.partition("=") for pair in setting.split(",") if "=" in pair)
    return {kind.strip(): identity.strip() for kind, _, identity in pairs if identity.strip()}


def code_letter(code: str) -> Rendered:
    """The words around a code that proves a mailbox."""
    text = f"{code} là mã xác nhận địa chỉ thư của bạn ở Ngõ Số, dùng trong 15 phút. Không đưa mã này cho ai."
    return Rendered(
        subject=f"{code} là mã xác nhận của Ngõ Số",
        text=text,
        html=f'<!doctype html><html lang="vi"><meta charset="utf-8"><p>{html.escape(text)}</p></html>',
        sms=bare(text),
        zalo={},
        link="",
    )
