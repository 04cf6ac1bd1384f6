"""Following for somebody else: which sentence is agreed to, how long a question stays open, who is barred."""

import hmac
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from api.dossiers.contracts.sharing import (
    Follower,
    FollowerRow,
    How,
    NewShare,
    Relation,
    Share,
    SharePurpose,
    ShareRow,
    ShareState,
)
from api.kit.errors import FieldError, Invalid, Problem
from api.kit.phones import masked
from api.kit.tokens import derive_key, keyed_hash

TEXT_VERSION = "2026-11"
"""Goes up whenever a sentence below changes."""
OPEN_FOR = {How.ASKED: timedelta(days=14), How.CODE: timedelta(minutes=15)}
"""How long a request waits for its answer."""
OLDEST_YES = timedelta(days=90)
"""A yes given in person longer ago is asked for again."""
CODE_TRIES = 5
TEXTS_A_DAY = 3
"""Requests of one dossier in 24 hours whose owner may get a text: no stranger makes a phone ring for ever."""
ASKS_A_DAY = 10
"""The same for all requests: each is a message to the applicant."""
DIGITS = 6
ANONYMOUS = "Một người dùng Ngõ Số"
RELATIONS = {
    Relation.PARENT: "con hoặc cháu của bạn",
    Relation.RELATIVE: "người thân",
    Relation.NEIGHBOUR: "hàng xóm",
    Relation.HELPED: "người giúp bạn làm hồ sơ",
}
"""As the applicant reads it; the follower says whose dossier it is."""
PURPOSES = {
    SharePurpose.SEE_PROGRESS: "xem hồ sơ đến đâu và nhận tin báo",
    SharePurpose.ADD_PAPERS: "xem hồ sơ đến đâu để giúp bổ sung giấy tờ",
    SharePurpose.COLLECT_RESULT: "xem hồ sơ đến đâu để đi nhận kết quả giúp",
}
OWNER_TEXT = (
    "Tôi đồng ý cho người này xem hồ sơ của tôi đang ở đâu, hẹn ngày nào, cần bổ sung gì và nhận tin báo về hồ "
    "sơ, đúng mục đích họ đã nêu. Họ không làm thay tôi được việc gì. Tôi dừng lại được bất cứ lúc nào."
)
TEXTS = {
    "asked": "Tôi xin chủ hồ sơ cho tôi theo dõi. Chưa có đồng ý thì tôi chưa xem được gì.",
    "code": (
        "Tôi đã nói với chủ hồ sơ tôi xem gì và để làm gì. Họ đồng ý và tự đọc cho tôi mã gửi đến điện thoại của họ."
    ),
    "spoken": (
        "Tôi cam đoan đã nói với chủ hồ sơ tôi xem gì và để làm gì, họ đã đồng ý bằng lời vào ngày này và biết "
        "có thể dừng bất cứ lúc nào."
    ),
    "written": (
        "Tôi cam đoan chủ hồ sơ đã ký giấy đồng ý vào ngày này, biết tôi xem gì, để làm gì, và có thể dừng bất "
        "cứ lúc nào. Tôi giữ tờ giấy đó."
    ),
}


class ShareNotFound(Problem):
    """No such consent of this person."""

    status = 404
    slug = "dossier-share-not-found"
    title = "Không tìm thấy lượt theo dõi giúp này"


class ShareNotNeeded(Problem):
    """The dossier was filed with this person's own number: nobody's consent is needed."""

    status = 409
    slug = "dossier-share-not-needed"
    title = "Hồ sơ này nộp bằng số của chính bạn, không cần xin ai"


class ShareWaiting(Problem):
    """Who asked the applicant cannot follow the dossier as their own meanwhile."""

    status = 409
    slug = "dossier-share-waiting"
    title = "Bạn đang chờ chủ hồ sơ đồng ý, chưa theo dõi được"


class ShareCodeWrong(Problem):
    """Not the digits sent to the applicant, or they are over, or too many tries."""

    status = 422
    slug = "dossier-share-code-wrong"
    title = "Mã đồng ý không đúng hoặc đã hết hạn"
    keeps_writes = True


class ShareTextChanged(Problem):
    """The sentence on the screen is not the current one: show the new one and ask again."""

    status = 409
    slug = "dossier-share-text-changed"
    title = "Nội dung đồng ý đã được cập nhật, hãy đọc lại"


class FollowerNotFound(Problem):
    """Nobody with this id follows, or asked to follow, this dossier."""

    status = 404
    slug = "dossier-follower-not-found"
    title = "Không tìm thấy người theo dõi này"


def check_new(new: NewShare, today: date) -> None:
    """A yes in person has its day, a code has its phone, and the sentence is the current one."""
    if new.text_version != TEXT_VERSION:
        raise ShareTextChanged
    if (new.how in {"spoken", "written"}) != (new.given_on is not None):
        message = "Đồng ý trực tiếp cần ngày đồng ý; cách khác thì không"
        raise Invalid(errors=[FieldError(field="given_on", message=message)])
    if new.given_on and not today - OLDEST_YES <= new.given_on <= today:
        message = f"Ngày đồng ý phải trong {OLDEST_YES.days} ngày qua, không ở tương lai"
        raise Invalid(errors=[FieldError(field="given_on", message=message)])
    if new.how == "code" and new.owner_phone is None:
        message = "Cần số điện thoại của chủ hồ sơ để gửi mã"
        raise Invalid(errors=[FieldError(field="owner_phone", message=message)])
    if new.how == "asked" and new.owner_phone is not None:
        message = "Xin đồng ý trong ứng dụng thì không cần số điện thoại"
        raise Invalid(errors=[FieldError(field="owner_phone", message=message)])


def is_too_much(asked: Mapping[str, int], *, texted: bool) -> bool:
    """Whether one more request would be, after those of a day by how; how many had a number is not kept."""
    texts = sum(count for how, count in asked.items() if how != How.ASKED)
    return sum(asked.values()) >= ASKS_A_DAY or (texted and texts >= TEXTS_A_DAY)


def state_of(row: ShareRow | FollowerRow, now: datetime) -> ShareState:
    """How far a consent is at this moment."""
    if row.ended_at is not None:
        return ShareState.REFUSED if row.ended_by == "owner" and row.granted_at is None else ShareState.ENDED
    if row.granted_at is not None:
        return ShareState.GRANTED
    open_for = OPEN_FOR.get(row.how or How.ASKED, timedelta(0))
    return ShareState.ASKED if row.asked_at and now < row.asked_at + open_for else ShareState.LAPSED


def share_of(row: ShareRow, now: datetime, *, demo_code: str | None = None) -> Share:
    """A consent as the person who follows sees it."""
    state = state_of(row, now)
    return Share(
        id=row.id,
        code=row.code,
        dossier_id=row.dossier_id if state is ShareState.GRANTED else None,
        state=state,
        relation=row.relation,
        purpose=row.purpose,
        how=row.how,
        text=TEXTS.get(row.how, ""),
        given_on=row.given_on,
        asked_at=row.asked_at,
        granted_at=row.granted_at,
        ended_at=row.ended_at,
        demo_code=demo_code if state is ShareState.ASKED else None,
    )


def follower_of(row: FollowerRow, handle: str, now: datetime) -> Follower:
    """Somebody who follows as the applicant sees them; who needs no consent follows `by_code`.

    What the applicant ended is over only if they follow no more: whoever came back all the same, as two accounts
    that became one, is shown as following and can be ended again.
    """
    lives = row.share_id is not None and (
        row.ended_at is None or (row.ended_by == "owner" and not row.following)
    )
    state = state_of(row, now) if lives else ShareState.GRANTED
    return Follower(
        id=handle,
        name=row.name or ANONYMOUS,
        phone_masked=masked(row.phone) if row.phone else None,
        state=state,
        relation=row.relation if lives else None,
        purpose=row.purpose if lives else None,
        how=(row.how or How.BY_CODE) if lives else How.BY_CODE,
        given_on=row.given_on if lives else None,
        since=(row.asked_at if lives else row.followed_at) or now,
        ended_at=row.ended_at if lives else None,
    )


def handle_of(secret: str, row: FollowerRow, dossier: str) -> str:
    """What the applicant calls a follower by: of no use for another dossier."""
    return keyed_hash(secret, "dossier_follower", dossier, str(row.person_id))[:32]


def share_code(secret: str, row: ShareRow) -> str:
    """The digits sent to the applicant: derived, so that no table, queue or log ever holds them."""
    digest = hmac.digest(derive_key(secret, "dossier-share-code"), row.id.bytes, "sha256")
    return f"{int.from_bytes(digest[:8]) % 10**DIGITS:0{DIGITS}}"
