"""To Zalo: reviewed templates by phone or by UID, and plain messages of the Official Account.

The calls and the meaning of Zalo's numbers are `api/kit/zalo_sending`; here they become outcomes of a
delivery. The phone way carries our tracking id and Zalo's webhook says it back; nobody can be asked by it,
and Zalo does not promise to fold doubles, so a lost answer waits for that receipt before anything is sent
again (decision 0060).
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from uuid import UUID

import httpx

from api.kit import zalo_outcomes as zalo
from api.kit.clock import now
from api.kit.settings import Settings
from api.kit.zalo_oa import OaTokens
from api.kit.zalo_sending import Sending, send_reply, send_template, send_template_to_uid
from api.messages.contracts import Way
from api.messages.gateway.carrier import SILENT, Letter
from api.messages.rules.outcomes import Came, Outcome
from api.messages.rules.templates import template_ids

CAME: dict[zalo.Outcome, Came] = {
    zalo.Outcome.SENT: Came.TAKEN,
    zalo.Outcome.LOST: Came.LOST,
    zalo.Outcome.TOKEN_OVER: Came.LATER,
    zalo.Outcome.BAD_RECIPIENT: Came.UNREACHABLE,
    zalo.Outcome.BAD_MESSAGE: Came.REFUSED,
    zalo.Outcome.OUR_FAULT: Came.LATER,
    zalo.Outcome.OVER_QUOTA: Came.LATER,
    zalo.Outcome.RETRY_LATER: Came.LATER,
}
SAID_NO = frozenset({-139, -141, -217})
"""The person refuses this kind of message, or blocked the account, on Zalo's side."""
OUR_PAUSE = timedelta(minutes=10)
"""Our account is not in order and somebody was alerted: six tries are an hour to mend it before SMS is paid for."""
Call = Callable[[str], Awaitable[Sending]]


class ZaloCarrier:
    """What the three ways share."""

    can_ask = False

    def __init__(
        self, http: httpx.AsyncClient, settings: Settings, tokens: OaTokens, price_vnd: int = 0
    ) -> None:
        self.http, self.settings, self.tokens, self.price_vnd = http, settings, tokens, price_vnd
        self.templates: Mapping[str, str] = template_ids(settings.zalo_templates)

    def call_of(self, letter: Letter) -> Call | None:
        """The call this letter needs; None when it cannot go this way."""
        raise NotImplementedError

    async def send(self, letter: Letter) -> Outcome:
        """Hand over."""
        call = self.call_of(letter)
        if call is None:
            return Outcome(came=Came.UNREACHABLE, reason="no-template")
        sending = await self.tokens.use(call)
        wait = sending.retry_at - now() if sending.retry_at else None
        if sending.outcome is zalo.Outcome.OUR_FAULT:
            wait = OUR_PAUSE
        stop = None
        if sending.outcome is zalo.Outcome.BAD_RECIPIENT:
            stop = "no_zalo" if sending.code in zalo.NO_ZALO else None
            stop = "opted_out_there" if sending.code in SAID_NO else stop
        return Outcome(
            came=CAME[sending.outcome],
            reason="" if sending.code == 0 else f"zalo{sending.code or '-no-token'}",
            ref=sending.message_id,
            wait=wait,
            stop=stop,
        )

    async def ask(self, letter: Letter) -> Outcome:  # noqa: ARG002  see the file's head
        """Nobody to ask by our id."""
        return SILENT


class ZaloPhone(ZaloCarrier):
    """A template message to a phone number (ZNS, now "ZBS Template Message")."""

    def call_of(self, letter: Letter) -> Call | None:
        """The reviewed template of this kind, under our tracking id."""
        template, phone = self.templates.get(letter.kind), letter.phone
        if not template or not phone:
            return None
        return lambda token: send_template(
            self.http,
            self.settings,
            token,
            phone=phone,
            template_id=template,
            data=letter.words.zalo,
            tracking_id=UUID(letter.id),
        )


class ZaloUid(ZaloCarrier):
    """A template message to somebody who knows our Official Account: cheaper, no phone needed."""

    def call_of(self, letter: Letter) -> Call | None:
        """The reviewed template of this kind."""
        template, uid = self.templates.get(letter.kind), letter.zalo_uid
        if not template or not uid:
            return None
        return lambda token: send_template_to_uid(
            self.http, self.settings, token, uid=uid, template_id=template, data=letter.words.zalo
        )


class ZaloOa(ZaloCarrier):
    """A plain message of the Official Account: free to who wrote to it in the last days, else -230."""

    def call_of(self, letter: Letter) -> Call | None:
        """The words, with their link."""
        uid = letter.zalo_uid
        if not uid:
            return None
        return lambda token: send_reply(self.http, self.settings, token, uid=uid, text=letter.words.text)


WAYS: dict[Way, type[ZaloCarrier]] = {
    Way.ZALO_OA: ZaloOa,
    Way.ZALO_UID: ZaloUid,
    Way.ZALO_PHONE: ZaloPhone,
}
