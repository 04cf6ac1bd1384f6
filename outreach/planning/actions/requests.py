"""Families that ask the team to come."""

from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import NotFound
from api.kit.ids import uuid7
from api.kit.pages import LIMIT_MAX
from api.kit.principal import Principal
from api.kit.text import nfc
from outreach.planning.actions import area_of
from outreach.planning.contracts import HamletChoice, NewRequest, RequestPlace, VisitRequest
from outreach.planning.store import requests as store


async def list_hamlets(db: Connection, commune: str) -> list[HamletChoice]:
    """Where a team can come to."""
    return await store.list_hamlets(db, commune, at=now())


async def ask(tx: Connection, new: NewRequest, *, me: Principal) -> VisitRequest:
    """Ask for a visit; asking again puts the words of the open one right."""
    found = await store.insert_request(
        tx,
        request_id=uuid7(),
        person_id=me.person_id,
        hamlet_id=new.hamlet_id,
        words=nfc(new.words),
        at=now(),
    )
    if found is None:
        raise NotFound(detail="Không có thôn, tổ dân phố này")
    return await show(tx, found)


async def list_mine(db: Connection, *, me: Principal) -> list[VisitRequest]:
    """What I asked for."""
    return await store.list_requests(db, person_id=me.person_id, limit=LIMIT_MAX)


async def withdraw(tx: Connection, request_id: UUID, *, me: Principal) -> VisitRequest:
    """I do not want it any more."""
    if not await store.withdraw_request(tx, request_id, person_id=me.person_id, at=now()):
        raise NotFound(detail="Không có yêu cầu đang chờ này")
    return await show(tx, request_id)


async def list_of_team(db: Connection, *, me: Principal, team_id: UUID | None) -> list[VisitRequest]:
    """Who asks in the hamlets of my team."""
    area = await area_of(db, me=me, team_id=team_id)
    return await store.list_requests(db, hamlets=area.hamlets, limit=LIMIT_MAX)


async def place(
    tx: Connection, request_id: UUID, where: RequestPlace, *, me: Principal, team_id: UUID | None
) -> VisitRequest:
    """Say which house of the list asked: it moves up the list for tonight."""
    area = await area_of(tx, me=me, team_id=team_id)
    done = await store.place_request(
        tx, request_id, hamlets=area.hamlets, household_id=where.household_id, at=now()
    )
    if not done:
        raise NotFound(detail="Không có yêu cầu đang chờ hoặc hộ này trong địa bàn của tổ")
    return await show(tx, request_id)


async def show(db: Connection, request_id: UUID) -> VisitRequest:
    """One request as it stands."""
    found = await store.find_request(db, request_id)
    if found is None:
        raise NotFound(detail="Không có yêu cầu này")
    return found
