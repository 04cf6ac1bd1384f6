"""Jobs of messages: codes to phones and mailboxes, and the word to officers that a day's budget is spent."""

from api.identity.actions import find_code
from api.identity.contracts import CodeAsked
from api.messages.actions.campaigns import tell_next
from api.messages.actions.preferences import find_email_code
from api.messages.actions.receipts import tell_of_budget
from api.messages.contracts import BudgetReached, EmailCodeAsked, Kind
from api.messages.contracts.campaigns import CampaignAnnounced
from api.messages.gateway.carrier import Letter
from api.messages.gateway.email import EmailCarrier
from api.messages.gateway.post_office import may_call
from api.messages.gateway.sms import sms_of
from api.messages.rules.outcomes import Came
from api.messages.rules.templates import code_letter
from workers.work import Call, Work, calls_out

TEXT = "{code} la ma dang nhap Ngo So, dung trong 3 phut. Khong dua ma nay cho bat ky ai, ke ca can bo."
"""Without marks: one SMS of 160 letters instead of two of 70."""


class EmailNotTakenError(RuntimeError):
    """The mail server did not take the code; the job is sent again."""


@calls_out
async def send_code(work: Work, event: CodeAsked) -> Call | None:
    """Send a one-time code to its phone, unless it is over or used already."""
    code = await find_code(work.tx, work.settings, event.challenge_id)
    if code is None:
        return None
    sms = sms_of(work.settings, work.http)
    text = TEXT.format(code=code.digits)
    return lambda: sms.send(code.phone, text, request_id=str(event.challenge_id))


@calls_out
async def send_email_code(work: Work, event: EmailCodeAsked) -> Call | None:
    """Send the code that proves a mailbox, unless it is over or another was asked for meanwhile."""
    found = await find_email_code(work.tx, work.settings, event)
    if found is None or not work.settings.smtp_url or not may_call(work.settings, work.settings.smtp_url):
        return None
    address, code = found
    letter = Letter(
        id=event.challenge_id.hex, kind=Kind.SYSTEM, urgent=True, words=code_letter(code), email=address
    )
    return lambda: hand_over(EmailCarrier(work.settings), letter)


async def hand_over(carrier: EmailCarrier, letter: Letter) -> None:
    """Hand a code to the mail server, or EmailNotTakenError when it is worth trying again."""
    outcome = await carrier.send(letter)
    if outcome.came in (Came.LATER, Came.LOST):
        raise EmailNotTakenError(outcome.reason)


async def tell_campaign(work: Work, event: CampaignAnnounced) -> None:
    """The next few hundred people of an invitation find it in their inbox."""
    await tell_next(work.tx, event)


async def tell_officers_of_budget(work: Work, event: BudgetReached) -> None:
    """Officers and administrators hear of it in their inbox, once a day."""
    await tell_of_budget(work.tx, event)
