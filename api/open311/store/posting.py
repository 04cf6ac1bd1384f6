"""SQL of posts: kept until they are reports, then only what the token answers."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from api.open311.contracts import Sent, TokenAnswer, Waiting
from api.open311.rules.placing import Commune

INSERT_POST = """
insert into open311_post (token, system, content_hash, report_id, sent, demo, received_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (system, content_hash) do nothing
returning token
"""
FIND_SAME = """
select token from open311_post
where system = $1 and content_hash = any($2) and (received_at > $3 or content_hash = $4)
order by received_at desc limit 1
"""
HOLD_POST = """
select token, system, report_id, sent, demo, received_at from open311_post
where token = $1 and taken_at is null for update
"""
SET_TAKEN = """
update open311_post set taken_at = $2, refusal = $3, sent = null where token = $1
"""
FIND_OUTCOME = """
select p.token::text as token, r.code as service_request_id, p.refusal as service_notice
from open311_post p
left join report r on r.id = p.report_id and p.refusal is null
where p.token = $1
"""
LIST_COMMUNES = """
select code, full_name, name, lat, lon, area_km2 from admin_unit
where province_code = $1 and valid_to is null and length(code) = 5 and lat is not null
"""
FORGET_POSTS = """
delete from open311_post where taken_at < $1
"""


class NewPost(msgspec.Struct, frozen=True, kw_only=True):
    """A post as it is kept."""

    token: UUID
    system: str
    content_hash: str
    report_id: UUID
    sent: Sent
    demo: bool
    received_at: datetime


async def find_same(
    tx: Connection, system: str, hashes: Sequence[str], *, since: datetime, ever: str | None
) -> UUID | None:
    """The token of the same post, kept since then, or `ever` under this one."""
    found: UUID | None = await tx.fetchval(FIND_SAME, system, hashes, since, ever)
    return found


async def insert_post(tx: Connection, post: NewPost) -> UUID | None:
    """Keep a post; the token of the same post when it came at the same moment."""
    sent = msgspec.to_builtins(post.sent)
    kept: UUID | None = await tx.fetchval(
        INSERT_POST,
        post.token,
        post.system,
        post.content_hash,
        post.report_id,
        sent,
        post.demo,
        post.received_at,
    )
    same = post.content_hash
    return kept or await find_same(tx, post.system, [same], since=post.received_at, ever=same)


async def hold_post(tx: Connection, token: UUID) -> Waiting | None:
    """A post that is no report yet, locked; None when it is one."""
    return await fetch_one(tx, HOLD_POST, token, into=Waiting)


async def set_taken(tx: Connection, token: UUID, *, at: datetime, refusal: str | None) -> None:
    """It became a report, or was refused; what was sent is erased."""
    await tx.execute(SET_TAKEN, token, at, refusal)


async def find_outcome(db: Connection, token: UUID) -> TokenAnswer | None:
    """What became of a post."""
    return await fetch_one(db, FIND_OUTCOME, token, into=TokenAnswer)


async def list_communes(db: Connection, province: str) -> list[Commune]:
    """Communes of a province, as addresses may name them."""
    return await fetch_all(db, LIST_COMMUNES, province, into=Commune)


async def forget_posts(tx: Connection, *, before: datetime) -> None:
    """Drop tokens nobody asks about any more; the reports stay."""
    await tx.execute(FORGET_POSTS, before)
