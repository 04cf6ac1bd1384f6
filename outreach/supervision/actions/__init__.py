"""Looking after a team: how far, what is overdue, who wants help, what to look at. Nobody is ranked, nothing is punished."""

from uuid import UUID

import msgspec

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid, NotAllowed, NotFound
from api.kit.pages import LIMIT_MAX
from api.kit.principal import Principal, Role
from outreach.supervision import store
from outreach.supervision.contracts import (
    Doubt,
    Doubts,
    FollowUp,
    HelpAnswer,
    HelpCall,
    NewHelpCall,
    Outcome,
    Overview,
    Review,
    Reviewed,
    Settlement,
)
from outreach.supervision.rules import FOLLOW_UP_DAYS, LOOKED_BACK, NOTE, SILENT
from outreach.supervision.rules.doubting import doubts
from outreach.supervision.store.audits import count_open

MOST_KNOCKS = 5_000
MOST_FOLLOW_UPS = 500


async def scope_of(db: Connection, team_id: UUID, *, me: Principal) -> store.Scope:
    """A team I lead, or of a province I am an officer of; whether another exists is not told."""
    scope = await store.find_scope(db, team_id, at=now())
    leads = team_id in me.led_team_ids
    serves = scope is not None and (me.has(Role.ADMIN) or scope.province_code in me.province_codes)
    if scope is None or not (leads or serves):
        raise NotAllowed(detail="Chỉ tổ trưởng, hoặc cán bộ phụ trách tỉnh, mới xem được phần này")
    return scope


async def own_scope(db: Connection, team_id: UUID, *, me: Principal) -> store.Scope:
    """A team I walk for."""
    scope = await store.find_scope(db, team_id, at=now()) if team_id in me.team_ids else None
    if scope is None:
        raise NotAllowed(detail="Bạn không thuộc tổ này")
    return scope


async def overview(db: Connection, team_id: UUID, *, me: Principal) -> Overview:
    """A team at one look."""
    scope, at = await scope_of(db, team_id, me=me), now()
    figures = await store.find_figures(db, scope, at=at, silent=SILENT)
    follow_ups = await follow_ups_of(db, scope)
    found = await doubts_of(db, team_id)
    return Overview(
        team_id=scope.id,
        team_name=scope.name,
        as_of=at,
        members=figures.members,
        visits_week=figures.visits_week,
        households_met_week=figures.households_met_week,
        follow_ups_open=len(follow_ups),
        follow_ups_overdue=sum(one.overdue for one in follow_ups),
        help_calls_open=figures.help_calls_open,
        requests_open=figures.requests_open,
        doubts_open=sum(one.review is None for one in found.items),
        audits_open=await count_open(db, team_id),
        phones_silent=figures.phones_silent,
        hamlets=await store.list_hamlets(db, scope.hamlets),
    )


async def list_follow_ups(db: Connection, team_id: UUID, *, me: Principal) -> list[FollowUp]:
    """What my team has promised, what is due first."""
    return await follow_ups_of(db, await own_scope(db, team_id, me=me))


async def follow_ups_of(db: Connection, scope: store.Scope) -> list[FollowUp]:
    """What a team has promised in its hamlets."""
    return await store.list_follow_ups(
        db, scope.hamlets, today=today(), days=FOLLOW_UP_DAYS, limit=MOST_FOLLOW_UPS
    )


async def settle(tx: Connection, how: Settlement, *, me: Principal) -> None:
    """Write down how a follow-up ended; as a report or dossier help only with the person's yes."""
    scope = await own_scope(tx, how.team_id, me=me)
    if how.outcome in (Outcome.REPORT, Outcome.DOSSIER) and not how.consent:
        raise Invalid(errors=[FieldError("consent", "Cần người dân đồng ý trước khi chuyển tiếp")])
    done = await store.settle(tx, how, hamlets=scope.hamlets, by=me.person_id, at=now())
    if not done:
        raise NotFound(detail="Việc này không còn chờ, hoặc không thuộc địa bàn của tổ")


async def call_for_help(tx: Connection, new: NewHelpCall, *, me: Principal) -> HelpCall:
    """A volunteer wants help; sending the same again changes nothing."""
    scope = await own_scope(tx, new.team_id, me=me)
    await store.insert_call(tx, new, by=me.person_id, at=now())
    return await find_call(tx, new.id, [scope.id], me=me)


async def list_calls(db: Connection, *, me: Principal) -> list[HelpCall]:
    """Calls for help of my teams: open ones, and what was answered lately."""
    since = now() - LOOKED_BACK
    return await store.list_calls(db, me.team_ids, me=me.person_id, since=since, limit=LIMIT_MAX)


async def answer_call(tx: Connection, call_id: UUID, said: HelpAnswer, *, me: Principal) -> HelpCall:
    """The leader says what is being done."""
    teams = me.led_team_ids
    done = await store.answer_call(tx, call_id, teams=teams, answer=said.answer, by=me.person_id, at=now())
    if not done:
        raise NotFound(detail="Lời nhờ này không còn chờ")
    return await find_call(tx, call_id, teams, me=me)


async def find_call(
    db: Connection, call_id: UUID, teams: tuple[UUID, ...] | list[UUID], *, me: Principal
) -> HelpCall:
    """One call of these teams."""
    found = await store.list_calls(
        db, teams, me=me.person_id, since=now() - LOOKED_BACK, limit=1, call_id=call_id
    )
    if not found:
        raise NotFound(detail="Không có lời nhờ này")
    return found[0]


async def list_doubts(db: Connection, team_id: UUID, *, me: Principal) -> Doubts:
    """What to look at first in a team's visits of a month; reading changes nothing."""
    await scope_of(db, team_id, me=me)
    return await doubts_of(db, team_id)


async def list_own_doubts(db: Connection, team_id: UUID, *, me: Principal) -> Doubts:
    """What others may ask me about: nobody is looked at behind their back."""
    await own_scope(db, team_id, me=me)
    found = await doubts_of(db, team_id)
    mine = [one for one in found.items if one.person_id == me.person_id]
    return msgspec.structs.replace(found, items=mine)


async def doubts_of(db: Connection, team_id: UUID) -> Doubts:
    """Doubts of a team with what was found when looking."""
    knocks = await store.list_knocks(db, team_id, since=now() - LOOKED_BACK, limit=MOST_KNOCKS)
    found = doubts(knocks)
    reviews = {(one.person_id, one.code, one.subject): one for one in await store.list_reviews(db, team_id)}
    names = await store.list_names(db, sorted({one.person_id for one in found}))
    return Doubts(
        items=[named(one, names, reviews) for one in found],
        note=NOTE,
        days=LOOKED_BACK.days,
        visits=len(knocks),
    )


def named(doubt: Doubt, names: dict[UUID, str], reviews: dict[tuple[UUID, str, str], Reviewed]) -> Doubt:
    """A doubt with whose visits it is about, and what somebody found."""
    return msgspec.structs.replace(
        doubt,
        person_name=names.get(doubt.person_id, ""),
        review=reviews.get((doubt.person_id, doubt.code, doubt.subject)),
    )


async def review(tx: Connection, said: Review, *, me: Principal) -> None:
    """Write down what looking found; the visits stay as they are, whatever is written."""
    await scope_of(tx, said.team_id, me=me)
    known = {(one.person_id, one.code, one.subject) for one in (await doubts_of(tx, said.team_id)).items}
    if (said.person_id, said.code, said.subject) not in known:
        raise NotFound(detail="Không có điều cần xem lại này")
    if said.person_id == me.person_id:
        raise NotAllowed(detail="Điều về lượt thăm của chính mình do cán bộ phụ trách xem")
    await store.put_review(tx, said, by=me.person_id, at=now())
