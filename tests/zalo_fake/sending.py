"""Messages of the Official Account: templates by phone and by UID, consultation messages, quota, status."""

import hashlib
import re
from datetime import datetime, timedelta
from typing import Any

from api.kit.clock import VN, now
from tests.zalo_fake.oauth import OAuth
from tests.zalo_fake.state import SUCCESS, Template, error, millis

PHONE = re.compile(r"\+?84[0-9]{9}|0[0-9]{9}")
TRACKING = re.compile(r"[A-Za-z0-9_-]{1,48}")
HASH = re.compile(r"[0-9a-f]{64}")
TALK = timedelta(days=7)
NIGHT_FROM, NIGHT_TO = 22, 6
CS_MAX = 2000
UPLOAD_MAX = 1_000_000


class Sending(OAuth):
    """What `business.openapi.zalo.me` and `openapi.zalo.me` answer."""

    def refuse_oa(self, headers: dict[str, str], number: int) -> dict[str, Any] | None:
        """The OA's token in its bare header; each host has a number of its own for a bad one."""
        if self.token_works(headers.get("access_token", "")):
            return None
        return error(number, "Access token invalid" if number == -124 else "Access token is invalid")

    def send_template(self, headers: dict[str, str], body: dict[str, Any], *, hashed: bool) -> dict[str, Any]:  # noqa: PLR0911  in Zalo's order
        """`POST /message/template` and `/message/template/hashphone`."""
        if refused := self.refuse_oa(headers, -124):
            return refused
        name = "hash_phone" if hashed else "phone"
        to = body.get(name, "")
        if not isinstance(to, str) or not (HASH if hashed else PHONE).fullmatch(to):
            return error(-108, "Phone number is invalid")
        if not TRACKING.fullmatch(str(body.get("tracking_id", ""))):
            return error(-111, "tracking_id is invalid")
        to = to if hashed else normal(to)
        if wrong := self.refuse_template(body, uid=False):
            return wrong
        if body.get("mode") == "development" and to not in self.admins:
            return error(-127, "Template test can only be sent to admin")
        if code := self.recipients.get(to) or self.recipients.get(self.phone_of(to)):
            return error(code, "This user cannot be reached")
        if self.night_refused and is_night(now()):
            return error(-133, "Not allowed to send at night")
        if self.used_quota >= self.quota:
            return error(-144, "OA has exceeded the daily quota")
        self.used_quota += 1
        message_id, at = self.keep(to, body), millis()
        self.outgoing.append(self.received(message_id, to, str(body["tracking_id"]), at))
        quota = {"dailyQuota": str(self.quota), "remainingQuota": str(self.quota - self.used_quota)}
        data = {"msg_id": message_id, "sent_time": at, "sending_mode": "1", "quota": quota}
        return {**SUCCESS, "data": data}

    def refuse_template(self, body: dict[str, Any], *, uid: bool) -> dict[str, Any] | None:
        """What is wrong with a template's id or data, if anything."""
        template, data = self.templates.get(str(body.get("template_id"))), body.get("template_data")
        if template is None:
            return error(-109, "Template ID is invalid")
        if template.status == "DISABLE":
            return error(-146, "Template is disabled due to low quality")
        if template.status != "ENABLE":
            return error(-131, "Template is not approved")
        if uid and not template.uid:
            return error(-249, "Template does not support UID")
        if not isinstance(data, dict) or not data:
            return error(-111, "Template data is empty")
        return refuse_data(template, data)

    def phone_of(self, hashed: str) -> str:
        """The scripted phone behind a hash, if there is one."""
        return next((phone for phone in self.recipients if sha256(phone) == hashed), "")

    def keep(self, to: str, body: dict[str, Any]) -> str:
        """Remember a message that goes out; its id."""
        message_id = f"{len(self.sent) + 1:020x}"
        self.sent[message_id] = {"to": to, "at": now(), "delivered": False, **body}
        return message_id

    def received(self, message_id: str, to: str, tracking_id: str, at: str) -> dict[str, Any]:
        """The receipt that follows: header `X-ZEvent-Server: ZNS`, all numbers texts."""
        return {
            "sender": {"id": self.oa_id},
            "recipient": {"id": to},
            "event_name": "user_received_message",
            "message": {"delivery_time": at, "msg_id": message_id, "tracking_id": tracking_id},
            "app_id": self.app_id,
            "timestamp": at,
        }

    def written(self, uid: str, user: str, text: str) -> dict[str, Any]:
        """The event of a user who writes to the Official Account, and may be answered for seven days."""
        self.talked_at[uid] = now()
        return {
            "app_id": self.app_id,
            "sender": {"id": uid},
            "user_id_by_app": user,
            "recipient": {"id": self.oa_id},
            "event_name": "user_send_text",
            "message": {"text": text, "msg_id": f"in-{len(self.calls)}-{millis()}"},
            "timestamp": millis(),
        }

    def followed(self, uid: str, user: str, name: str = "follow") -> dict[str, Any]:
        """The event of a user who follows the Official Account, or leaves it."""
        return {
            "oa_id": self.oa_id,
            "follower": {"id": uid},
            "user_id_by_app": user,
            "event_name": name,
            "source": "oa_profile",
            "app_id": self.app_id,
            "timestamp": millis(),
        }

    def send_template_to_uid(self, headers: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
        """`POST /v3.0/oa/message/template`: no tracking id, no night."""
        if refused := self.refuse_oa(headers, -216):
            return refused
        to = body.get("user_id")
        if not isinstance(to, str) or not to:
            return error(-201, "user_id is invalid")
        if code := self.recipients.get(to):
            return error(code, "This user cannot be reached")
        if wrong := self.refuse_template(body, uid=True):
            return wrong
        quota = {"quota_type": "purchase_quota", "remain": self.quota}
        data = {
            "message_id": self.keep(to, body),
            "user_id": to,
            "sent_time": millis(),
            "quota": quota,
        }
        return {"data": data, **SUCCESS}

    def send_reply(self, headers: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:  # noqa: PLR0911  in Zalo's order
        """`POST /v3.0/oa/message/cs`: only to whom wrote within seven days."""
        if refused := self.refuse_oa(headers, -216):
            return refused
        to, message = body.get("recipient", {}).get("user_id"), body.get("message", {})
        if not to or not (message.get("text") or message.get("attachment")):
            return error(-201, "recipient.user_id or message is invalid")
        if len(message.get("text", "")) > CS_MAX:
            return error(-201, "message.text is too long")
        if code := self.recipients.get(to):
            return error(code, "This user cannot be reached")
        if to not in self.talked_at:
            return error(-232, "User has not interacted with the OA")
        if now() - self.talked_at[to] > TALK:
            return error(-230, "User has not interacted with the OA in the past 7 days")
        return {"data": {"message_id": self.keep(to, body), "user_id": to}, **SUCCESS}

    def send_notice(self, headers: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
        """`POST /notification/template` of the Mini App's host: other headers, and `err` for `error`."""
        user = headers.get("x-user-id", "")
        code = self.recipients.get(user, 0)
        if headers.get("x-api-key") != f"Bearer {self.open_api_key}":
            code = -102
        elif headers.get("x-miniapp-id") != self.mini_app_id:
            code = -114
        elif user not in self.users:
            code = -110
        elif not body.get("templateId") or not body.get("templateData"):
            code = -100
        return {"err": code, "msg": "refused" if code else "Success"}

    def show_talk(self, headers: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
        """`POST /v3.0/oa/quota/message`: when a user last wrote."""
        if refused := self.refuse_oa(headers, -216):
            return refused
        at = self.talked_at.get(str(body.get("user_id")))
        last = str(int(at.timestamp() * 1000)) if at else "0"
        return {"data": {"last_interaction": last, "cs_reply": {"remain": 8, "total": 8}}, **SUCCESS}

    def show_status(self, headers: dict[str, str], message_id: str) -> dict[str, Any]:
        """`GET /message/status`: -1 unknown, 0 pushed, 1 delivered."""
        if refused := self.refuse_oa(headers, -124):
            return refused
        found = self.sent.get(message_id)
        if found is None:
            return {**SUCCESS, "data": {"status": -1, "message": "unknown", "delivery_time": ""}}
        done = bool(found["delivered"])
        return {**SUCCESS, "data": {"status": int(done), "delivery_time": millis() if done else ""}}

    def show_quota(self, headers: dict[str, str]) -> dict[str, Any]:
        """`GET /message/quota`."""
        if refused := self.refuse_oa(headers, -124):
            return refused
        left = str(self.quota - self.used_quota)
        return {**SUCCESS, "data": {"dailyQuota": str(self.quota), "remainingQuota": left}}

    def take_image(self, headers: dict[str, str], files: list[tuple[str, bytes]]) -> dict[str, Any]:
        """`POST /v2.0/oa/upload/image`: multipart, field `file`."""
        if refused := self.refuse_oa(headers, -216):
            return refused
        if len(files) != 1 or files[0][0] != "file":
            return error(-201, "file is missing")
        if len(files[0][1]) > UPLOAD_MAX:
            return error(-210, "file is too large")
        self.uploads += files
        return {"data": {"attachment_id": f"att-{len(self.uploads)}"}, **SUCCESS}

    def show_oa(self, headers: dict[str, str]) -> dict[str, Any]:
        """`GET /v2.0/oa/getoa`: whose token it is."""
        if refused := self.refuse_oa(headers, -216):
            return refused
        shown = {"oa_id": self.oa_id, "name": "Phường Vỹ Dạ", "is_verified": True, "package_name": "Nâng cao"}
        return {"data": shown, **SUCCESS}

    def show_user(self, headers: dict[str, str], data: dict[str, Any]) -> dict[str, Any]:
        """`GET /v3.0/oa/user/detail?data={"user_id":…}`."""
        if refused := self.refuse_oa(headers, -216):
            return refused
        found = next((u for u in self.users.values() if u["user_id_by_oa"] == data.get("user_id")), None)
        if found is None:
            return error(-213, "User has not followed the OA")
        shown = {"user_id": data["user_id"], "user_id_by_app": found["id"], "display_name": found["name"]}
        return {"data": shown, **SUCCESS}


def refuse_data(template: Template, data: dict[str, Any]) -> dict[str, Any] | None:
    """A parameter that is missing, no text, or too long."""
    for name, (required, longest) in template.params.items():
        value = data.get(name)
        if value is None:
            if required:
                return error(-1122, f"Template data is missing parameter {name}")
        elif not isinstance(value, str):
            return error(-112, f"{name} has a wrong type")
        elif len(value) > longest:
            return error(-1121, f"{name} is too long")
    return None


def is_night(at: datetime) -> bool:
    """22:00 to 06:00 in Vietnam."""
    hour = at.astimezone(VN).hour
    return hour >= NIGHT_FROM or hour < NIGHT_TO


def normal(phone: str) -> str:
    """84…, however it was written."""
    digits = phone.removeprefix("+")
    return "84" + digits[1:] if digits.startswith("0") else digits


def sha256(text: str) -> str:
    """Hex."""
    return hashlib.sha256(text.encode()).hexdigest()
