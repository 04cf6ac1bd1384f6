"""What each number of Zalo's message calls means for a message: one table for phone, UID and reply.

The hosts have tables of their own (zalo.cloud "handle-error-code" for templates, the OA's error page for the
rest) that do not contradict each other. A number nobody documented is tried again later.
"""

import random
from datetime import datetime, time, timedelta
from enum import StrEnum

from api.kit.clock import VN, now


class Outcome(StrEnum):
    """What to do about a message, the same for every call."""

    SENT = "sent"
    """Zalo has it."""
    LOST = "lost"
    """No readable answer: it may have been sent. Never resend before asking or waiting for the receipt."""
    TOKEN_OVER = "token_over"  # noqa: S105  a word, not a token
    """The OA's access token is over: `OaTokens.use` renews it once."""
    BAD_RECIPIENT = "bad_recipient"
    """This person cannot get it this way: another channel."""
    BAD_MESSAGE = "bad_message"
    """Our template, its data or the call is wrong: a person must look, the same again cannot help."""
    OUR_FAULT = "our_fault"
    """Our app, account, template's permission or wallet is not in order: alert an administrator."""
    OVER_QUOTA = "over_quota"
    """Nothing more of this kind today: tomorrow."""
    RETRY_LATER = "retry_later"
    """Too fast, at night, or Zalo's own trouble: not before `retry_at`, at most five times."""


TOKEN = (-124, -216, -220)
NIGHT = (-133, -234)
TOMORROW = (-144, -147, -115, -1441, -1471, -1472, -126, -211)
"""Daily quotas of account and template; balance; the wallet of development."""
USER_TOMORROW = -218
"""This one user's daily limit."""
SOON = (-100, -32, -200, *NIGHT, USER_TOMORROW)
RECIPIENT = (
    -108, -110, -114, -118, -119, -134, -139, -140, -141,  # phone: invalid, old Zalo, no account, refused
    -213, -217, -227, -230, -232, -244,  # UID: no follower, blocked, banned, silent for a week, refused
)  # fmt: skip
CONFIGURATION = (
    -101, -102, -103, -104, -105, -109, -117, -120, -125, -135, -1351, -136, -137, -138, -1381, -1241, -320, -321,
    -204, -205, -209, -212, -219, -221, -223, -224, -235, -240, -242, -501,
)  # fmt: skip
"""App invalid, missing, inactive, not linked; template id; permission; proof; cloud account; OA, package, abroad."""
OUR_DATA = (
    -106, -107, -111, -112, -113, -1131, -116, -121, -1121, -122, -1122, -1124, -123, -127, -130, -131, -132,
    -145, -146, -153, -161, -162, -201, -210, -233, -248, -249,
)  # fmt: skip
OUTCOMES: dict[int | None, Outcome] = {
    0: Outcome.SENT,
    **dict.fromkeys(TOKEN, Outcome.TOKEN_OVER),
    **dict.fromkeys(TOMORROW, Outcome.OVER_QUOTA),
    **dict.fromkeys(SOON, Outcome.RETRY_LATER),
    **dict.fromkeys(RECIPIENT, Outcome.BAD_RECIPIENT),
    **dict.fromkeys(CONFIGURATION, Outcome.OUR_FAULT),
    **dict.fromkeys(OUR_DATA, Outcome.BAD_MESSAGE),
}
MINI_APP_OUTCOMES: dict[int | None, Outcome] = {
    0: Outcome.SENT,
    **dict.fromkeys((-103, -107), Outcome.RETRY_LATER),
    -109: Outcome.OVER_QUOTA,
    **dict.fromkeys((-110, -111), Outcome.BAD_RECIPIENT),
    **dict.fromkeys((-102, -104, -108, -112, -113, -114, -115, -116), Outcome.OUR_FAULT),
    **dict.fromkeys((-100, -101, -117), Outcome.BAD_MESSAGE),
}
"""Of notices of the Mini App: the same numbers mean other things there (key, app, scope, our address; user; form)."""
NO_ZALO = frozenset({-108, -110, -114, -118, -119})
"""Of `BAD_RECIPIENT`: the number itself has no (usable) Zalo; worth remembering for a while."""
SPREAD = timedelta(minutes=20)
A_MINUTE = timedelta(minutes=1)


def retry_at(code: int | None, outcome: Outcome, morning: str) -> datetime | None:
    """When it makes sense to try again: a night's end and a new day are spread over twenty minutes."""
    if code in NIGHT or code == USER_TOMORROW or outcome is Outcome.OVER_QUOTA:
        return next_morning(now(), morning, tomorrow=code not in NIGHT) + SPREAD * random.random()  # noqa: S311  only a spread
    return now() + A_MINUTE if outcome is Outcome.RETRY_LATER else None


def next_morning(at: datetime, morning: str, *, tomorrow: bool) -> datetime:
    """The next time the Vietnamese clock shows `morning` (HH:MM); `tomorrow`: not today any more."""
    here = at.astimezone(VN)
    found = datetime.combine(here.date(), time.fromisoformat(morning), VN)
    return found + timedelta(days=1) if tomorrow or found <= here else found
