"""Jobs of messages: codes to phones and mailboxes, and the word to officers that a day's budget is spent."""

from api.identity.actions import find_code
from api.identity.contracts import CodeAsked
from api.messages.actions.preferences import find_email_code
from api.messages.actions.receipts import tell_of_budget
from api.messages.contracts import BudgetReached, EmailCodeAsked, Kind
from api.messages.gateway.carrier import Letter
from api.messages.gateway.email import EmailCarrier
from api.messages.gateway.post_office import may_call
from api.messages.gateway.sms import sms_of
from api.messages.rules.outcomes import Came
from api.messages.rules.templates import code_letter
from workers.work import Work

TEXT = "{code} la ma dang nhap Ngo So, dung trong 3 phut. Khong dua ma nay cho bat ky ai, ke ca can bo."
"""Without marks: one SMS of 160 letters instead of two of 70."""


class EmailNotTakenError(RuntimeError):
    """The mail server did not take the code; the job is sent again."""


async def send_code(work: Work, event: CodeAsked) -> None:
    """Send a one-time code to its phone, unless it is over or used already."""
    code = await find_code(work.tx, work.settings, event.challenge_id)
    if code is not None:
        text = TEXT.format(code=code.digits)
        await sms_of(work.settings, work.http).send(code.phone, text, request_id=str(event.challenge_id))


async def send_email_code(work: Work, event: EmailCodeAsked) -> None:
    """Send the code that proves a mailbox, unless another was asked for meanwhile."""
    found = await find_email_code(work.tx, work.settings, event)
    if found is None or not work.settings.smtp_url or not may_call(work.settings, work.settings.smtp_url):
        return
    address, code = found
    letter = Letter(
        id=event.challenge_id.hex, kind=Kind.SYSTEM, urgent=True, words=code_letter(code), email=address
    )
    outcome = await EmailCarrier(work.settings).send(letter)
    if outcome.came in (Came.LATER, Came.LOST):
        raise EmailNotTakenError(outcome.reason)


async def tell_officers_of_budget(work: Work, event: BudgetReached) -> None:
    """Officers and administrators hear of it in their inbox, once a day."""
    await tell_of_budget(work.tx, event)
