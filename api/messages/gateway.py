"""To phones, by SMS: eSMS.vn's customer-care messages, or nobody when no account is set."""

from typing import Any, Protocol

import httpx
import msgspec

from api.kit.log import logger
from api.kit.settings import Settings

PATH = "/MainService.svc/json/SendMultipleMessage_V4_post_json/"
TAKEN = "100"
KNOWN = "124"
"""The RequestId came before: the message is on its way already."""
log = logger("sms")


class SmsNotTakenError(RuntimeError):
    """The carrier's gateway did not take the message; the job is sent again."""


class Sms(Protocol):
    """Something that carries a text to a phone."""

    async def send(self, phone: str, text: str, *, request_id: str) -> None:
        """Hand over one message; the same `request_id` reaches the phone once."""
        ...


class NoSms:
    """No account: the text goes nowhere, and the operator's log says so."""

    async def send(self, phone: str, text: str, *, request_id: str) -> None:  # noqa: ARG002  sends nothing
        """Send nothing."""
        log.warning("sms_not_sent", error="no SMS_API_KEY")


class EsmsSms:
    """eSMS.vn, POST JSON v4 (developers.esms.vn): texts without marks, a registered brand name."""

    def __init__(self, http: httpx.AsyncClient, settings: Settings) -> None:
        self.http, self.settings = http, settings

    async def send(self, phone: str, text: str, *, request_id: str) -> None:
        """Hand over one message; SmsNotTakenError unless it was taken, now or before."""
        message = {
            "ApiKey": self.settings.sms_api_key,
            "SecretKey": self.settings.sms_api_secret,
            "Brandname": self.settings.sms_brand,
            "SmsType": "2",
            "IsUnicode": "0",
            "Phone": phone.removeprefix("+"),
            "Content": text,
            "RequestId": request_id,
        }
        try:
            answer = await self.http.post(self.settings.sms_url + PATH, json=message)
            code = str(msgspec.json.decode(answer.content, type=dict[str, Any]).get("CodeResult"))
        except (httpx.HTTPError, msgspec.DecodeError) as error:
            raise SmsNotTakenError(type(error).__name__) from None
        if code not in (TAKEN, KNOWN):
            log.error("sms_refused", error=code[:20])
            raise SmsNotTakenError(code[:20])


def sms_of(settings: Settings, http: httpx.AsyncClient) -> Sms:
    """The carrier of this installation; nobody in a demo, where numbers are made up."""
    return EsmsSms(http, settings) if settings.sms_api_key and not settings.demo else NoSms()
