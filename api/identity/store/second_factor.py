"""SQL of second factors and of the devices somebody is signed in on."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from api.identity.contracts import Device
from api.kit.db import Connection, fetch_all, fetch_one

FIND_STANDING = """
select exists (select from second_factor f where f.person_id = $1 and f.confirmed_at is not null) as enrolled,
    exists (select from session s where s.id = $2 and s.person_id = $1 and s.second_factor_at > $3) as given,
    coalesce((select s.way = 'demo' or coalesce(s.second_factor_at > $3, false)
              from session s where s.id = $2 and s.person_id = $1), $4) as proven
"""


class Standing(Struct, frozen=True, kw_only=True):
    """Whether a person has a second factor here, whether one was given in this session, and whether it counts as proven.

    Given without being enrolled: at the province's server. Proven without being given: a demo.
    """

    enrolled: bool
    given: bool
    proven: bool


async def find_standing(
    db: Connection, person_id: UUID, session_id: UUID, *, proven_since: datetime, demo: bool
) -> Standing:
    """As every staff request judges it (api/grants/store.py)."""
    found = await fetch_one(db, FIND_STANDING, person_id, session_id, proven_since, demo, into=Standing)
    return found or Standing(enrolled=False, given=False, proven=False)


LOCK_FACTOR = """
select sealed, pending, last_step, tries, tries_since from second_factor where person_id = $1 for update
"""


class Factor(Struct, frozen=True, kw_only=True):
    """A second factor as kept: secrets sealed."""

    sealed: str | None
    pending: str | None
    last_step: int
    tries: int
    tries_since: datetime


async def lock_factor(tx: Connection, person_id: UUID) -> Factor | None:
    """Somebody's second factor; whoever else tries a code of it waits."""
    return await fetch_one(tx, LOCK_FACTOR, person_id, into=Factor)


SET_PENDING = """
insert into second_factor (person_id, pending, tries_since) values ($1, $2, $3)
on conflict (person_id) do update set pending = excluded.pending
"""


async def set_pending(tx: Connection, person_id: UUID, sealed: str, at: datetime) -> None:
    """Keep a secret that was shown, until a code of it comes back."""
    await tx.execute(SET_PENDING, person_id, sealed, at)


SET_CONFIRMED = """
update second_factor set sealed = pending, pending = null, confirmed_at = $2 where person_id = $1
"""


async def set_confirmed(tx: Connection, person_id: UUID, at: datetime) -> None:
    """The pending secret is in the app: from now on it is the one."""
    await tx.execute(SET_CONFIRMED, person_id, at)


LOCK_SEALED = """
select person_id, sealed from second_factor where sealed is not null order by person_id for update
"""


class Kept(Struct, frozen=True, kw_only=True):
    """A secret in use, as sealed."""

    person_id: UUID
    sealed: str


async def lock_sealed(tx: Connection) -> list[Kept]:
    """Every secret in use (staff only: hundreds); who proves a code meanwhile waits."""
    return await fetch_all(tx, LOCK_SEALED, into=Kept)


SET_SEALED = """
update second_factor f set sealed = anew.sealed
from unnest($1::uuid[], $2::text[]) as anew(person_id, sealed) where f.person_id = anew.person_id
"""


async def set_sealed(tx: Connection, people: list[UUID], sealed: list[str]) -> None:
    """The same secrets under another key."""
    await tx.execute(SET_SEALED, people, sealed)


SET_STEP = """
update second_factor set last_step = greatest(last_step, $2), tries = 0 where person_id = $1
"""


async def set_step(tx: Connection, person_id: UUID, step: int) -> None:
    """A code was right: it and all before are used up, and wrong ones are forgiven."""
    await tx.execute(SET_STEP, person_id, step)


COUNT_WRONG = """
update second_factor set tries = $2, tries_since = $3 where person_id = $1
"""


async def count_wrong(tx: Connection, person_id: UUID, tries: int, since: datetime) -> None:
    """How many were wrong since when."""
    await tx.execute(COUNT_WRONG, person_id, tries, since)


REPLACE_RECOVERY_CODES = """
with gone as (delete from recovery_code where person_id = $1 and digest <> all ($2::text[]))
insert into recovery_code (person_id, digest) select $1, unnest($2::text[])
"""


async def replace_recovery_codes(tx: Connection, person_id: UUID, digests: list[str]) -> None:
    """New codes for paper; the old paper is worth nothing."""
    await tx.execute(REPLACE_RECOVERY_CODES, person_id, digests)


USE_RECOVERY_CODE = """
update recovery_code set used_at = $3 where person_id = $1 and digest = $2 and used_at is null
"""


async def use_recovery_code(tx: Connection, person_id: UUID, digest: str, at: datetime) -> bool:
    """Whether it was one of theirs, unused until now."""
    return await tx.execute(USE_RECOVERY_CODE, person_id, digest, at) == "UPDATE 1"


SET_PROVEN = """
update session set second_factor_at = $3 where id = $1 and person_id = $2 and closed_at is null
"""


async def set_proven(tx: Connection, session_id: UUID, person_id: UUID, at: datetime) -> bool:
    """The session has its second factor; False when it was ended meanwhile."""
    return await tx.execute(SET_PROVEN, session_id, person_id, at) == "UPDATE 1"


DELETE_FACTOR = """
with gone as (delete from second_factor where person_id = $1 and confirmed_at is not null returning person_id),
    paper as (delete from recovery_code where person_id in (select person_id from gone)),
    waiting as (update session set second_factor_at = null where person_id in (select person_id from gone))
select person_id from gone
"""


async def delete_factor(tx: Connection, person_id: UUID) -> bool:
    """Forget a second factor, its paper, and that any session proved it; one only begun is none."""
    return await tx.fetchval(DELETE_FACTOR, person_id) is not None


LIST_DEVICES = """
select s.id, s.device as name, s.way, s.created_at,
    greatest(s.created_at, (select max(t.issued_at) from refresh_token t where t.session_id = s.id)) as last_seen_at,
    s.id = $2 as this
from session s
where s.person_id = $1 and s.closed_at is null and s.expires_at > $3
  and exists (select from refresh_token t where t.session_id = s.id and t.used_at is null and t.expires_at > $3)
order by this desc, last_seen_at desc, s.id
limit 100
"""


async def list_devices(db: Connection, person_id: UUID, session_id: UUID, at: datetime) -> list[Device]:
    """Where somebody is signed in and can stay so."""
    return await fetch_all(db, LIST_DEVICES, person_id, session_id, at, into=Device)


CLOSE_DEVICE = """
update session set closed_at = $3, closed_why = 'signed_out' where id = $2 and person_id = $1 and closed_at is null
"""


async def close_device(tx: Connection, person_id: UUID, session_id: UUID, at: datetime) -> bool:
    """End one session of this person; False when it is nobody's, another's, or over."""
    return await tx.execute(CLOSE_DEVICE, person_id, session_id, at) == "UPDATE 1"


CLOSE_OTHERS = """
update session set closed_at = $3, closed_why = 'signed_out_everywhere'
where person_id = $1 and id <> $2 and closed_at is null and expires_at > $3
"""


async def close_others(tx: Connection, person_id: UUID, session_id: UUID, at: datetime) -> int:
    """End every session of this person but one; how many."""
    return int((await tx.execute(CLOSE_OTHERS, person_id, session_id, at)).split()[-1])
