"""What may happen to a case and who may do it; deadlines, places, proofs and words. Pure."""

import math
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

import msgspec

from api.kit.calendar import Calendar, Period, Unit
from api.kit.errors import FieldError, NotAllowed, Problem
from api.kit.ids import is_uuid7
from api.kit.principal import Principal, Role
from api.kit.privacy import without_numbers
from api.kit.text import nfc
from api.kit.tokens import keyed_hash
from api.reports.contracts import Intake, NewReport, RefusalReason, ReportState, Standing, Telling

REOPEN_DAYS = 5
POOR_ACCURACY_M = 100
EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
"""A phone's clock may be years off and its report still true; only nonsense is refused."""
RESCUE, URGENT, NORMAL = 0, 1, 2
S = ReportState


class ReportNotFound(Problem):
    """No such report, or not one this caller may know of."""

    status = 404
    slug = "report-not-found"
    title = "Không tìm thấy phản ánh này"


class ReportIdTaken(Problem):
    """The same id was sent before with other content: nothing is overwritten."""

    status = 409
    slug = "report-id-taken"
    title = "Mã này đã dùng cho một phản ánh có nội dung khác"


class ReportChanged(Problem):
    """Somebody else changed the case after this caller read it."""

    status = 409
    slug = "report-changed"
    title = "Phản ánh vừa được người khác cập nhật, hãy tải lại rồi làm tiếp"


class ReportMoveRefused(Problem):
    """This step is not possible from where the case stands."""

    status = 409
    slug = "report-move-refused"
    title = "Bước này không làm được ở trạng thái hiện tại"


class ReportUnusable(Problem):
    """Understood, but names something that is not there."""

    status = 422
    slug = "report-unusable"
    title = "Phản ánh chưa gửi được, hãy kiểm tra lại thông tin"


class Actor(StrEnum):
    """On whose behalf a step is taken."""

    REPORTER = "reporter"
    HANDLER = "handler"
    OFFICER = "officer"
    SYSTEM = "system"


class Move(msgspec.Struct, frozen=True):
    """One row of the transition table."""

    action: str
    sources: frozenset[ReportState]
    target: ReportState
    actors: frozenset[Actor]


def move(action: str, sources: set[S], target: S, *actors: Actor) -> Move:
    """A row, written short."""
    return Move(action, frozenset(sources), target, frozenset(actors))


STAFF = (Actor.HANDLER, Actor.OFFICER)
NEW = {S.RECEIVED, S.VERIFYING, S.ASSIGNED, S.REOPENED}
MOVES = {
    row.action: row
    for row in (
        move("verify", {S.RECEIVED, S.REOPENED}, S.VERIFYING, *STAFF),
        move("assign", {*NEW, S.IN_PROGRESS, S.WAITING_AGENCY}, S.ASSIGNED, *STAFF),
        move("accept", NEW, S.IN_PROGRESS, Actor.HANDLER),
        move("ask", {S.IN_PROGRESS}, S.WAITING_REPORTER, Actor.HANDLER),
        move("reply", {S.WAITING_REPORTER}, S.IN_PROGRESS, Actor.REPORTER),
        move("consult", {S.IN_PROGRESS}, S.WAITING_AGENCY, Actor.HANDLER),
        move("resume", {S.WAITING_AGENCY}, S.IN_PROGRESS, Actor.HANDLER, Actor.SYSTEM),
        move("answer", {S.IN_PROGRESS}, S.DONE, Actor.HANDLER),
        move("close", {S.DONE}, S.CLOSED, *STAFF, Actor.SYSTEM),
        move("refuse", {*NEW, S.IN_PROGRESS}, S.REFUSED, *STAFF),
        move("merge", {*NEW, S.IN_PROGRESS}, S.MERGED, *STAFF),
        move("request_reopen", {S.DONE, S.CLOSED}, S.REOPEN_REQUESTED, Actor.REPORTER),
        move("reopen", {S.REOPEN_REQUESTED}, S.REOPENED, Actor.OFFICER),
        move("decline_reopen", {S.REOPEN_REQUESTED}, S.CLOSED, Actor.OFFICER),
    )
}
"""The transition table: everything that can happen to a case, and nothing else can."""
OFFERED = frozenset({"assign", "accept", "answer", "close", "refuse", "reopen", "decline_reopen"})
"""Staff moves that have a door today."""
ENDED = frozenset({S.CLOSED, S.REFUSED, S.MERGED})
RATED_IN = frozenset({S.DONE, S.CLOSED})


def actor_of(me: Principal, agency_id: UUID | None) -> Actor:
    """As whom this person handles the case: its agency's handler first, else the officer."""
    if me.has(Role.HANDLER) and agency_id in me.agency_ids:
        return Actor.HANDLER
    if me.has(Role.OFFICER):
        return Actor.OFFICER
    raise NotAllowed


def step(action: str, state: ReportState, actor: Actor) -> ReportState:
    """The state after `action`; refused when the table has no such row."""
    row = MOVES[action]
    if actor not in row.actors:
        raise NotAllowed
    if state not in row.sources:
        raise ReportMoveRefused(extra={"state": state, "actions": possible(state, actor)})
    return row.target


def possible(state: ReportState, actor: Actor) -> list[str]:
    """What this actor may do now."""
    return [
        row.action
        for row in MOVES.values()
        if state in row.sources
        and actor in row.actors
        and (actor is not Actor.REPORTER or row.action == "request_reopen")
        and (actor is Actor.REPORTER or row.action in OFFERED)
    ]


def possible_for_staff(state: ReportState, me: Principal, agency_id: UUID | None) -> list[str]:
    """What this person may do now; nothing when the case has left their hands."""
    try:
        return possible(state, actor_of(me, agency_id))
    except NotAllowed:
        return []


def possible_for_reporter(state: ReportState, finished_at: datetime | None, at: datetime) -> list[str]:
    """What the reporter may do now: ask to reopen inside the window, rate when done."""
    actions = possible(state, Actor.REPORTER) if may_reopen(finished_at, at) else []
    return [*actions, *(["rate"] if state in RATED_IN else [])]


def may_reopen(finished_at: datetime | None, at: datetime) -> bool:
    """Whether the window for reopening is still open."""
    return finished_at is not None and at <= finished_at + timedelta(days=REOPEN_DAYS)


def moved(
    before: Standing,
    action: str,
    actor: Actor,
    at: datetime,
    *,
    agency_id: UUID | None = None,
    answer: str | None = None,
    reason: RefusalReason | None = None,
) -> Standing:
    """How the case stands after a step, everything else unchanged."""
    target = step(action, before.state, actor)
    after = msgspec.structs.replace(
        before,
        state=target,
        agency_id=agency_id or before.agency_id,
        answer=answer or before.answer,
        refusal_reason=reason,
    )
    if actor in STAFF and before.acknowledged_at is None:
        after = msgspec.structs.replace(after, acknowledged_at=at)
    if action == "accept" and before.published_at is None and before.category_public:
        after = published(after, at)
    if target in (S.REFUSED, S.MERGED):
        after = msgspec.structs.replace(after, published_at=None)
    if target is S.DONE:
        after = msgspec.structs.replace(after, finished_at=at)
    if target is S.CLOSED:
        after = msgspec.structs.replace(after, closed_at=at)
    if target is S.REOPENED:
        # The clock never resets: the old deadline counts again.
        after = msgspec.structs.replace(after, finished_at=None, closed_at=None)
    return after


def published(case: Standing, at: datetime) -> Standing:
    """The case with its public face: numbers hidden from the text, place rounded."""
    return msgspec.structs.replace(
        case,
        published_at=at,
        public_text=None if case.description is None else without_numbers(case.description),
        public_lat=round(case.lat, case.public_decimals),
        public_lon=round(case.lon, case.public_decimals),
    )


def check_intake(new: NewReport, place: Intake) -> None:
    """Refuse a subject or commune that is not there today."""
    if place.category is None:
        raise unusable(field="category_code", message="Không có loại phản ánh này")
    if place.commune_id is None:
        raise unusable(field="commune_code", message="Mã xã, phường này không còn hiệu lực, hãy chọn lại")
    if new.anonymous and not place.anonymous_allowed:
        raise unusable(field="anonymous", message="Loại phản ánh này cần người gửi có tên")


def check_new(new: NewReport) -> None:
    """Refuse what no database is needed to refuse."""
    if not is_uuid7(new.id):
        raise unusable(field="id", message="Mã phản ánh phải là UUIDv7 do máy của bạn tạo")
    if new.description is not None and "\x00" in new.description:
        raise unusable(field="description", message="Nội dung có ký tự không đọc được")
    if not EARLIEST <= new.happened_at <= LATEST:
        raise unusable(field="happened_at", message="Thời điểm này không thể đúng")


def unusable(*, field: str, message: str) -> ReportUnusable:
    """A refusal that names the field."""
    return ReportUnusable(errors=[FieldError(field=field, message=message)])


def cleaned(new: NewReport) -> NewReport:
    """The report as kept: one text form, and no phone number when it is anonymous."""
    text = None if new.description is None else nfc(new.description) or None
    phone = None if new.anonymous else new.contact_phone
    return msgspec.structs.replace(new, description=text, contact_phone=phone)


def content_hash(secret: str, new: NewReport) -> str:
    """A keyed hash of everything that was sent, so that no phone number can be guessed from it."""
    parts = msgspec.to_builtins(new)
    parts["happened_at"] = new.happened_at.timestamp()
    return keyed_hash(secret, "report-content", msgspec.json.encode(parts, order="sorted").decode())


def priority(*, category_urgent: bool, reporter_urgent: bool) -> int:
    """Where in the inbox: what the category or the citizen calls urgent comes first."""
    return URGENT if category_urgent or reporter_urgent else NORMAL


def deadline(calendar: Calendar, at: datetime, amount: int, unit: str) -> datetime:
    """When something received now must be done; clock hours run through nights and holidays."""
    if unit == "clock_hour":
        return at + timedelta(hours=amount)
    return calendar.due(at, Period(amount=amount, unit=Unit(unit)))


def reach_m(area_km2: float | None) -> float:
    """How far from its centroid a commune of this area still is, generously."""
    return 2.5 * math.sqrt((area_km2 or 30.0) / math.pi) * 1000


def warnings(new: NewReport, *, distance: float | None, area_km2: float | None) -> list[str]:
    """What the citizen should look at again; none of it stops the report."""
    found = []
    if new.accuracy_m is not None and new.accuracy_m > POOR_ACCURACY_M:
        found.append(f"Vị trí chỉ chính xác khoảng {round(new.accuracy_m)} m, hãy kiểm tra lại ghim.")
    if distance is not None and distance > reach_m(area_km2) + (new.accuracy_m or 0):
        found.append(f"Ghim cách trung tâm xã, phường đã chọn {distance / 1000:.1f} km, hãy kiểm tra lại.")
    if not new.commune_confirmed:
        found.append("Bạn chưa xác nhận xã, phường; đơn vị tiếp nhận sẽ xác minh.")
    return found


def notice(told: Telling) -> tuple[str, str]:
    """Title and body of the inbox message of one step, from the words of the state."""
    facts = {
        "code": told.code,
        "category": told.category_name,
        "agency": told.agency_name or "Đơn vị tiếp nhận",
        "reason": told.refusal_reason or "",
        "note": told.note or "",
    }
    title, body = told.notice_title.format(**facts), told.notice_body.format(**facts)
    return title, nfc(body).rstrip(" :.") + "."
