"""Jobs of messages: carry what was written to where it is read."""

from api.identity.actions import find_code
from api.identity.contracts import CodeAsked
from api.messages.gateway import sms_of
from workers.work import Work

TEXT = "{code} la ma dang nhap Ngo So, dung trong 3 phut. Khong dua ma nay cho bat ky ai, ke ca can bo."
"""Without marks: one SMS of 160 letters instead of two of 70."""


async def send_code(work: Work, event: CodeAsked) -> None:
    """Send a one-time code to its phone, unless it is over or used already."""
    code = await find_code(work.tx, work.settings, event.challenge_id)
    if code is not None:
        text = TEXT.format(code=code.digits)
        await sms_of(work.settings, work.http).send(code.phone, text, request_id=str(event.challenge_id))
