"""Decisions of messages, purely: what fits the inbox."""

from api.kit.errors import Problem
from api.kit.text import nfc
from api.messages.contracts import Notice

TITLE_LIMIT = 200
BODY_LIMIT = 2000
ELLIPSIS = "…"


class MessageNotFound(Problem):
    """No such message in this person's inbox."""

    status = 404
    slug = "message-not-found"
    title = "Không tìm thấy tin nhắn này"


def shortened(text: str, limit: int) -> str:
    """The text, or its first words with an ellipsis when it is longer than the limit."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,.;:") + ELLIPSIS


def title_of(notice: Notice) -> str:
    """The title as kept: one line, NFC."""
    return shortened(nfc(notice.title), TITLE_LIMIT)


def body_of(notice: Notice) -> str:
    """The body as kept: lines stay, each in NFC."""
    return shortened("\n".join(nfc(line) for line in notice.body.strip().splitlines()), BODY_LIMIT)
