"""Writing down who was trained, and how far a team or a province is from 100 %."""

from uuid import UUID

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid
from api.kit.ids import uuid7
from api.kit.pages import LIMIT_MAX
from api.kit.principal import Principal
from api.kit.text import nfc
from outreach.teams import rules
from outreach.teams.actions import hold
from outreach.teams.contracts.training import NewTraining, Training, TrainingBook, TrainingFigure, Voiding
from outreach.teams.store import forming
from outreach.teams.store import training as store


async def record(tx: Connection, me: Principal, new: NewTraining) -> TrainingBook:
    """Write down that members of a team were trained; the same line again changes nothing."""
    await hold(tx, me, new.team_id)
    expires_on = rules.expiry_of(new, await store.list_courses(tx), today())
    at = now()
    if await store.list_strangers(tx, new.team_id, new.person_ids, at=at):
        raise Invalid(
            errors=[FieldError(field="person_ids", message="Có người không phải thành viên của tổ")]
        )
    ids = [uuid7() for _ in new.person_ids]
    await store.insert_trainings(tx, ids, new, expires_on=expires_on, by=me.person_id, at=at)
    return await book(tx, me, new.team_id)


async def void(tx: Connection, me: Principal, training_id: UUID, why: Voiding) -> None:
    """A line that is wrong counts no more; it stays, with the reason."""
    reach = rules.reach_of(me)
    if not await store.void(tx, training_id, by=me.person_id, why=nfc(why.reason), at=now(), reach=reach):
        raise rules.TrainingNotFound


async def book(db: Connection, me: Principal, team_id: UUID) -> TrainingBook:
    """The trainings of a team one leads or governs."""
    if await forming.find_team(db, team_id, rules.reach_of(me)) is None:
        raise rules.TeamNotFound
    return TrainingBook(
        figure=await figure_of(db, team_id=team_id, province=None),
        courses=await store.list_courses(db),
        items=await store.list_trainings(db, team_id=team_id, on=today(), at=now(), limit=LIMIT_MAX),
    )


async def list_mine(db: Connection, me: Principal) -> list[Training]:
    """My own trainings, newest first."""
    return await store.list_trainings(db, person_id=me.person_id, on=today(), at=now(), limit=LIMIT_MAX)


async def figure(db: Connection, me: Principal, province: str) -> TrainingFigure:
    """The figure of a province one governs."""
    reach = rules.reach_of(me)
    if not reach.everywhere and province not in reach.provinces:
        raise rules.NotYourCommune
    return await figure_of(db, team_id=None, province=province)


async def figure_of(db: Connection, *, team_id: UUID | None, province: str | None) -> TrainingFigure:
    """Members, the trained among them, and who is missing."""
    on, at = today(), now()
    counted = await store.count_members(
        db, team_id=team_id, province=province, on=on, soon=on + rules.SOON, at=at
    )
    missing = await store.list_missing(db, team_id=team_id, province=province, on=on, at=at, limit=LIMIT_MAX)
    return rules.figure(counted.members, counted.trained, counted.expiring, missing)
