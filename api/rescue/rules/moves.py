"""The transition table of rescues, who may take which step, and the words for all of it. Pure."""

from enum import StrEnum
from uuid import UUID

import msgspec

from api.kit.errors import NotAllowed, Problem
from api.kit.principal import Principal, Role
from api.kit.tokens import equal, keyed_hash
from api.rescue.contracts import RescueState

S = RescueState
KEY_LENGTH = 32
SHORTEST_NUMBER = 8


class RescueNotFound(Problem):
    """No such call or incident, or not one this caller may know of."""

    status = 404
    slug = "rescue-not-found"
    title = "Không tìm thấy ca cứu hộ này"


class RescueChanged(Problem):
    """Somebody else acted after this person read it; what they see is old."""

    status = 409
    slug = "rescue-changed"
    title = "Ca này vừa được người khác cập nhật, hãy tải lại rồi làm tiếp"


class RescueTaken(Problem):
    """Somebody else has taken it meanwhile: one taker at a time."""

    status = 409
    slug = "rescue-taken"
    title = "Ca này đã có người nhận"


class RescueMoveRefused(Problem):
    """This step is not possible from where the incident stands."""

    status = 409
    slug = "rescue-move-refused"
    title = "Bước này không làm được ở trạng thái hiện tại"


class Actor(StrEnum):
    """On whose behalf a step is taken."""

    COMMAND = "command"
    HOLDER = "holder"
    VOLUNTEER = "volunteer"
    CALLER = "caller"
    SYSTEM = "system"


class Move(msgspec.Struct, frozen=True):
    """One row of the table; `target` null keeps the state."""

    action: str
    name: str
    sources: frozenset[RescueState]
    target: RescueState | None
    actors: frozenset[Actor]


ENDED = frozenset({S.SAFE, S.HANDED_112, S.FALSE, S.CLOSED, S.MERGED})
OPEN = frozenset(RescueState) - ENDED
CALLED = frozenset({S.RECEIVED, S.ACKNOWLEDGED, S.NO_ANSWER, S.ON_THE_WAY})
BOTH = frozenset({Actor.COMMAND, Actor.HOLDER})
COMMAND = frozenset({Actor.COMMAND})
SYSTEM = frozenset({Actor.SYSTEM})
MOVES = {
    row.action: row
    for row in (
        Move("acknowledge", "Đã tiếp nhận", frozenset({S.RECEIVED}), S.ACKNOWLEDGED, COMMAND),
        Move("take", "Nhận ca", OPEN, None, frozenset({Actor.COMMAND, Actor.VOLUNTEER})),
        Move("give_back", "Trả lại ca", OPEN, S.ACKNOWLEDGED, BOTH),
        Move("call", "Đang gọi lại", CALLED, S.CALLING_BACK, BOTH),
        Move("answered", "Đã gọi được", frozenset({S.CALLING_BACK}), S.ACKNOWLEDGED, BOTH),
        Move("no_answer", "Gọi không nghe máy", frozenset({S.CALLING_BACK}), S.NO_ANSWER, BOTH),
        Move("set_out", "Đã lên đường", OPEN - {S.ON_THE_WAY, S.REACHED}, S.ON_THE_WAY, BOTH),
        Move("reach", "Đã đến nơi", frozenset({S.ON_THE_WAY, S.ACKNOWLEDGED}), S.REACHED, BOTH),
        Move("safe", "Đã an toàn", OPEN, S.SAFE, BOTH),
        Move("hand_112", "Đã chuyển 112", OPEN, S.HANDED_112, COMMAND),
        Move("mark_false", "Báo không đúng", OPEN, S.FALSE, COMMAND),
        Move("close", "Kết thúc", frozenset({S.SAFE, S.HANDED_112, S.FALSE}), S.CLOSED, COMMAND),
        Move("reopen", "Mở lại", frozenset({S.SAFE, S.HANDED_112, S.FALSE, S.CLOSED}), S.ACKNOWLEDGED, COMMAND),
        Move("note", "Ghi chú", frozenset(RescueState), None, BOTH),
        Move("say_safe", "Người gọi báo đã an toàn", OPEN, None, frozenset({Actor.CALLER})),
        Move("split", "Tách thành ca khác", OPEN, None, COMMAND),
        Move("merge", "Gộp vào ca khác", OPEN, S.MERGED, COMMAND),
        Move("look", "Đã xem số điện thoại", frozenset(RescueState), None, BOTH),
        Move("open", "Đã nhận tin kêu cứu", OPEN, None, SYSTEM),
        Move("join", "Thêm người gọi", OPEN, None, SYSTEM),
        Move("add", "Người gọi gửi thêm thông tin", frozenset(RescueState), None, SYSTEM),
    )
}  # fmt: skip
"""Everything that can happen to an incident, and nothing else can."""
BUTTONS = (
    "acknowledge", "take", "call", "answered", "no_answer", "set_out", "reach", "safe",
    "hand_112", "mark_false", "give_back", "close", "reopen", "note",
)  # fmt: skip
"""Steps taken through the one door of steps; the others have doors of their own."""
TOLD = frozenset(
    {"open", "acknowledge", "call", "no_answer", "set_out", "reach", "safe", "hand_112", "say_safe", "add"}
)
"""Steps the caller sees."""
STATE_NAMES = {
    S.RECEIVED: "Đã nhận tin, chờ trực ban",
    S.ACKNOWLEDGED: "Trực ban đã tiếp nhận",
    S.CALLING_BACK: "Đang gọi lại",
    S.NO_ANSWER: "Gọi chưa nghe máy",
    S.ON_THE_WAY: "Đang trên đường đến",
    S.REACHED: "Đã đến nơi",
    S.SAFE: "Đã an toàn",
    S.HANDED_112: "Đã chuyển 112",
    S.FALSE: "Báo không đúng",
    S.CLOSED: "Đã kết thúc",
    S.MERGED: "Đã gộp vào ca khác",
}


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The part of an incident that steps change, with what the rules need."""

    id: UUID
    number: int
    province_code: str
    version: int
    state: RescueState
    holder_id: UUID | None
    by_volunteer: bool
    calls: int
    attempts: int


def actor_of(me: Principal, standing: Standing) -> Actor:
    """As whom this person acts: its province's command post first, then who holds it, then a volunteer who may take it."""
    if me.has(Role.OFFICER) and standing.province_code in me.province_codes:
        return Actor.COMMAND
    return Actor.HOLDER if standing.holder_id == me.person_id else Actor.VOLUNTEER


def moved(before: Standing, action: str, me: Principal) -> Standing:
    """How it stands after a person's step."""
    row = MOVES.get(action)
    actor = actor_of(me, before)
    if row is None or action not in BUTTONS:
        raise RescueMoveRefused
    if action == "take" and before.holder_id is not None:
        if before.holder_id == me.person_id:
            return before
        raise RescueTaken(detail="Một tình nguyện viên đã nhận" if before.by_volunteer else "Chỉ huy đã nhận")
    if actor not in row.actors:
        raise NotAllowed
    if before.state not in row.sources or (action == "give_back" and before.holder_id is None):
        raise RescueMoveRefused(extra={"state": before.state, "actions": possible(before, me)})
    after = msgspec.structs.replace(
        before,
        state=row.target or before.state,
        attempts=before.attempts + (action == "call"),
    )
    if action == "take":
        taken = S.ACKNOWLEDGED if before.state is S.RECEIVED else before.state
        return msgspec.structs.replace(
            after, state=taken, holder_id=me.person_id, by_volunteer=actor is Actor.VOLUNTEER
        )
    if action in ("give_back", "reopen"):
        return msgspec.structs.replace(after, holder_id=None, by_volunteer=False)
    return after


def possible(standing: Standing, me: Principal) -> list[str]:
    """What this person may do now."""
    actor = actor_of(me, standing)
    held = standing.holder_id is not None
    return [
        action
        for action in BUTTONS
        if actor in MOVES[action].actors
        and standing.state in MOVES[action].sources
        and not (action == "take" and held)
        and not (action == "give_back" and not held)
    ]


def may_look(me: Principal, standing: Standing) -> bool:
    """Whose numbers are whose business: the command post's, and the holder's until it has ended."""
    actor = actor_of(me, standing)
    return actor is Actor.COMMAND or (actor is Actor.HOLDER and standing.state in OPEN)


def tracking_key(secret: str, call_id: UUID) -> str:
    """What shows a caller how it goes on, without an account: derived, never kept."""
    return keyed_hash(secret, "sos-tracking", str(call_id))[:KEY_LENGTH]


def opens(secret: str, call_id: UUID, key: str | None) -> bool:
    """Whether this is the key of that call."""
    return key is not None and equal(key, tracking_key(secret, call_id))


def phone_key(secret: str, phone: str | None) -> str | None:
    """What tells that two calls name the same number, without saying which; words in its place are no number."""
    is_number = phone is not None and sum(map(str.isdigit, phone)) >= SHORTEST_NUMBER
    return keyed_hash(secret, "sos-phone", phone) if phone and is_number else None
