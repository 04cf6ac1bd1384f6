"""To phones, by SMS: eSMS.vn, any provider that keeps our small contract, or nobody when no account is set.

The contract (`SMS_KIND=http`): POST SMS_URL `{id, to, text, sender, callback}` with a bearer key answers
200/202, or 409 for an id it has; GET SMS_URL/<id> answers `{"state": "queued|sent|delivered|failed"}` or 404.
What becomes of a message is told to `callback` (a Receipt). eSMS: developers.esms.vn, POST JSON v4.
"""

from typing import Protocol

import httpx

from api.kit.log import logger
from api.kit.settings import Settings
from api.kit.tokens import keyed_hash
from api.messages.gateway.carrier import SILENT, Letter, spoken
from api.messages.rules.dead import code_of
from api.messages.rules.outcomes import Came, Outcome

PATH = "/MainService.svc/json/SendMultipleMessage_V4_post_json/"
TAKEN, KNOWN = "100", "124"
"""124: the RequestId came before, so the message is on its way already: eSMS never sends one twice."""
OURS = {"101", "102", "104", "118", "119", "131", "132", "145", "159", "177"}
"""Our account, brand name, type or text: nothing that trying again mends."""
NOT_FOUND, CONFLICT, BAD = 404, 409, 400
STATES = {
    "queued": Came.TAKEN,
    "sent": Came.TAKEN,
    "delivered": Came.DELIVERED,
    "failed": Came.UNREACHABLE,
    "opted_out": Came.UNREACHABLE,
}
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


def receipts_key(settings: Settings) -> str:
    """The secret part of the address that receipts come to: the providers sign nothing."""
    return keyed_hash(settings.secret_key, "message-receipts")[:32]


class SmsCarrier:
    """What both kinds of account share: a code is sent at once, a letter is a delivery."""

    can_ask = False

    def __init__(self, http: httpx.AsyncClient, settings: Settings, price_vnd: int = 0) -> None:
        self.http, self.settings, self.price_vnd = http, settings, price_vnd
        self.callback = f"{settings.public_url}/v1/receipts/{receipts_key(settings)}"

    async def hand_over(self, phone: str, text: str, request_id: str) -> Outcome:
        """One message to the provider."""
        raise NotImplementedError

    async def send_text(self, phone: str, text: str, *, request_id: str) -> None:
        """One message that must be taken now, or SmsNotTakenError."""
        outcome = await self.hand_over(phone, text, request_id)
        if outcome.came is not Came.TAKEN:
            log.error("sms_refused", error=outcome.reason)
            raise SmsNotTakenError(outcome.reason)

    async def send(self, letter: Letter) -> Outcome:
        """Hand a delivery over under its tracking id."""
        return await self.hand_over(letter.phone or "", letter.words.sms, letter.id)

    async def ask(self, letter: Letter) -> Outcome:  # noqa: ARG002  see `can_ask`
        """Nobody to ask: eSMS looks a message up by its own number only."""
        return SILENT


class Esms(SmsCarrier):
    """eSMS.vn, customer-care texts without marks under a registered brand name.

    A lost answer is settled by sending the same RequestId: taken before is answered 124.
    """

    async def hand_over(self, phone: str, text: str, request_id: str) -> Outcome:
        """One message, with our id as its RequestId."""
        message = {
            "ApiKey": self.settings.sms_api_key,
            "SecretKey": self.settings.sms_api_secret,
            "Brandname": self.settings.sms_brand,
            "SmsType": "2",
            "IsUnicode": "0",
            "Phone": phone.removeprefix("+"),
            "Content": text,
            "RequestId": request_id,
            "CallbackUrl": self.callback,
        }
        said = await spoken(self.http, "POST", self.settings.sms_url + PATH, json=message)
        if isinstance(said, Outcome):
            return said
        code = str(said[1].get("CodeResult", ""))[:20]
        if code in (TAKEN, KNOWN):
            return Outcome(came=Came.TAKEN, ref=str(said[1].get("SMSID") or "")[:100] or None)
        return Outcome(
            came=Came.REFUSED if code in OURS else Came.LATER, reason=f"esms-{code or 'unreadable'}"
        )


class ContractSms(SmsCarrier):
    """Any provider, or a modem of one's own, behind the contract above."""

    can_ask = True

    async def hand_over(self, phone: str, text: str, request_id: str) -> Outcome:
        """One message; an id it has already counts as taken."""
        message = {
            "id": request_id,
            "to": phone,
            "text": text,
            "sender": self.settings.sms_brand,
            "callback": self.callback,
        }
        said = await spoken(self.http, "POST", self.settings.sms_url, json=message, headers=self.headers)
        if isinstance(said, Outcome):
            return said
        status, answer = said
        if status < BAD or status == CONFLICT:
            return Outcome(came=Came.TAKEN, ref=str(answer.get("ref") or "")[:100] or None)
        return Outcome(came=Came.REFUSED, reason=f"http-{status}")

    async def ask(self, letter: Letter) -> Outcome:
        """The provider's word on our id; 404: it never had it."""
        url = f"{self.settings.sms_url}/{letter.id}"
        said = await spoken(self.http, "GET", url, headers=self.headers)
        if isinstance(said, Outcome):
            return SILENT
        status, answer = said
        if status == NOT_FOUND:
            return Outcome(came=Came.UNKNOWN)
        came = STATES.get(str(answer.get("state")), Came.SILENT) if status < BAD else Came.SILENT
        return Outcome(came=came, reason=code_of(str(answer.get("reason") or "")))

    @property
    def headers(self) -> dict[str, str]:
        """Who we are."""
        return {"Authorization": f"Bearer {self.settings.sms_api_key}"}


class CodeSms:
    """The account as the job of sign-in codes knows it."""

    def __init__(self, carrier: SmsCarrier) -> None:
        self.carrier = carrier

    async def send(self, phone: str, text: str, *, request_id: str) -> None:
        """Hand over one message, or SmsNotTakenError."""
        await self.carrier.send_text(phone, text, request_id=request_id)


def sms_carrier(settings: Settings, http: httpx.AsyncClient, price_vnd: int = 0) -> SmsCarrier | None:
    """The SMS account of this installation; none in a demo, where numbers are made up."""
    if not settings.sms_api_key or settings.demo:
        return None
    kind = ContractSms if settings.sms_kind == "http" else Esms
    return kind(http, settings, price_vnd)


def sms_of(settings: Settings, http: httpx.AsyncClient) -> Sms:
    """Who carries sign-in codes; nobody without an account."""
    carrier = sms_carrier(settings, http)
    return CodeSms(carrier) if carrier else NoSms()
