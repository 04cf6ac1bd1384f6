"""Texts that say the same under any disguise, and one account saying it again and again. Pure."""

import unicodedata
from collections import OrderedDict, deque
from datetime import datetime, timedelta
from uuid import UUID

from api.kit.text import fold

LOOK = str.maketrans(
    "авеёзиікмнорстухцԁѕјⅼⅰαβεικνορτυχγωηɑɡ0134578",
    "abeezuikmhopctyxudsjliabeiknoptuxywnagoleastb",
)
"""Cyrillic, Greek and digits written where a Latin letter is read."""
WINDOW, DAY = timedelta(hours=1), timedelta(hours=24)
AN_HOUR = 120
"""Reports of one account in an hour: a volunteer home from three days without network sends dozens."""
SAME_A_DAY = 5
"""Reports of one account with the same words in a day."""
KNOWN = 20_000
"""Accounts remembered; the one unseen longest is forgotten first."""


def skeleton(text: str) -> str:
    """What is read, without marks, spaces, punctuation and disguises: `N-g.ậ p`, `Ng\u200bập` and `ngap` are one."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(char for char in fold(plain).translate(LOOK) if char.isalnum())


class Repeats:
    """What each account sent lately: in this process's memory only, so that nothing links it to what it sent unnamed."""

    def __init__(self) -> None:
        self.sent: OrderedDict[UUID, deque[tuple[datetime, UUID, int | None]]] = OrderedDict()

    def wait_s(self, person_id: UUID, report_id: UUID, words: int | None, at: datetime) -> int:
        """Seconds until this account may send this; 0: now, and it is remembered. A resend is never held up."""
        lately = self.sent.setdefault(person_id, deque())
        self.sent.move_to_end(person_id)
        while len(self.sent) > KNOWN:
            self.sent.popitem(last=False)
        while lately and lately[0][0] <= at - DAY:
            lately.popleft()
        if any(known == report_id for _, known, _ in lately):
            return 0
        hour = [when for when, _, _ in lately if when > at - WINDOW]
        same = [when for when, _, said in lately if words is not None and said == words]
        free = [at]
        if len(hour) >= AN_HOUR:
            free.append(hour[-AN_HOUR] + WINDOW)
        if len(same) >= SAME_A_DAY:
            free.append(same[-SAME_A_DAY] + DAY)
        if max(free) > at:
            return int((max(free) - at).total_seconds()) + 1
        lately.append((at, report_id, words))
        return 0
