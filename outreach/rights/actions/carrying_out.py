"""Doing what somebody asked about their data: said to the log as one more event, so that phones hear of it too."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias
from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.principal import Principal, Role
from api.kit.text import nfc
from outreach.rights import rules, store
from outreach.rights.actions import line_of, note, take
from outreach.rights.contracts import CarryOut, RequestKind, RequestLine, RightsExport
from outreach.rights.store import telling

Record: TypeAlias = Callable[..., Awaitable[Any]]
"""Says one event as the server; slices do not know the log."""
TAKEN = "accepted"
SCOPES = {RequestKind.DELETE: "person", RequestKind.RESTRICT: "contact", RequestKind.OBJECT: "contact"}


async def carry_out(
    tx: Connection, me: Principal, request_id: UUID, do: CarryOut, *, record: Record
) -> RequestLine:
    """Do it, and close the request: withdrawn and deleted words leave the log and the phones."""
    held = await take(tx, me, request_id)
    if held.household_id is None:
        raise rules.RightsRequestIncomplete(detail="Hãy chọn hộ hoặc người mà yêu cầu nói đến trước")
    events = wanted(held, do)
    if events:
        team_id = await store.find_team(tx, held.household_id, at=now())
        if team_id is None:
            raise rules.RightsRequestIncomplete(detail="Chưa có tổ nào phụ trách hộ này")
        for kind, body in events:
            result = await record(tx, by=me, team_id=team_id, kind=kind, body=body)
            if result.status != TAKEN:
                raise rules.RightsRequestIncomplete(detail=result.reason)
    await store.close(tx, request_id, "done", at=now())
    await note(tx, request_id, "done", by=me.person_id, words=nfc(do.words))
    return await line_of(tx, request_id)


def wanted(held: store.Held, do: CarryOut) -> list[tuple[str, dict[str, Any]]]:
    """The events that carry a request out; none for somebody who only wants to see."""
    adult = {"adult_id": str(held.adult_id)} if held.adult_id else None
    home = {"household_id": str(held.household_id)}
    if held.kind is RequestKind.VIEW:
        return []
    if held.kind is RequestKind.CORRECT:
        person, house = rules.fields_of(do.correction)
        if not (person or house) or (person and adult is None):
            raise rules.RightsRequestIncomplete(
                detail="Hãy ghi điều cần sửa, và chọn người nếu sửa về một người"
            )
        events = [("adult_changed", {**adult, **person})] if person and adult else []
        return events + ([("household_changed", {**home, **house})] if house else [])
    scope = SCOPES.get(held.kind, do.scope)
    # Whom nobody is to visit is a household: one door has no two answers.
    whose = adult if adult and scope != "contact" else home
    return [("consent_withdrawn", {**whose, "scope": scope})]


async def export(db: Connection, me: Principal, request_id: UUID) -> RightsExport:
    """Everything that is kept of who asked to see it: for them once it was found and closed, for the desk before."""
    held = await store.hold(
        db,
        request_id,
        everywhere=me.has(Role.ADMIN),
        provinces=me.province_codes,
        own=me.person_id,
    )
    if held is None or held.household_id is None or held.kind is not RequestKind.VIEW:
        raise rules.RightsRequestNotFound
    desk = me.has(Role.ADMIN) or held.province_code in me.province_codes
    if not desk and held.closed_at is None:
        raise rules.RightsRequestNotFound
    kept = await telling.export(db, held.household_id, held.adult_id)
    if kept is None:
        raise rules.RightsRequestNotFound
    return RightsExport(
        request_id=request_id,
        made_at=now(),
        household=kept.household,
        adults=kept.adults,
        visits=kept.visits,
        changes=kept.changes,
    )
