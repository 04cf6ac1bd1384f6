"""SQL of preferences: every yes and no, the e-mail address, the browsers."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from api.kit.db import Connection, fetch_all, fetch_one
from api.messages.contracts import Channel, Kind, PushSubscription

LIST_CHOICES = """
select purpose, channel, granted from message_choice_now where person_id = $1
"""


class Decided(Struct, frozen=True, kw_only=True):
    """What was last decided about one purpose and channel."""

    purpose: Kind
    channel: Channel
    granted: bool


async def list_choices(db: Connection, *, seen_by: UUID) -> list[Decided]:
    """Every decision of this person that still holds."""
    return await fetch_all(db, LIST_CHOICES, seen_by, into=Decided)


INSERT_CHOICE = """
insert into message_choice (person_id, purpose, channel, granted, text_version, session_id, decided_at)
select p.id, $2, $3, $4, $5, $6, $7 from person p where p.id = $1
"""


async def insert_choice(
    tx: Connection,
    person_id: UUID,
    *,
    purpose: str,
    channel: str,
    granted: bool,
    text_version: str,
    session_id: UUID | None,
    at: datetime,
) -> None:
    """Keep a decision, with the wording it was about."""
    await tx.execute(INSERT_CHOICE, person_id, purpose, channel, granted, text_version, session_id, at)


FIND_ADDRESSES = """
select case when p.phone_verified_at is not null then p.phone end as phone,
       p.zalo_id_by_oa is not null as zalo_uid,
       e.email, e.verified_at is not null as email_verified,
       (select count(*) from push_subscription s where s.person_id = p.id) as browsers,
       array(select s.way from way_stop s where s.person_id = p.id and (s.until is null or s.until > $2)
             and s.address = coalesce(case s.way when 'email' then e.email when 'zalo_oa' then p.zalo_id_by_oa
                                                 when 'zalo_uid' then p.zalo_id_by_oa else p.phone end, '')) as stopped
from person p left join message_email e on e.person_id = p.id
where p.id = $1
"""


class Addresses(Struct, frozen=True, kw_only=True):
    """Where a person can be reached."""

    phone: str | None
    zalo_uid: bool
    email: str | None
    email_verified: bool
    browsers: int
    stopped: list[str]


async def find_addresses(db: Connection, *, seen_by: UUID, at: datetime) -> Addresses | None:
    """This person's addresses; None when they are gone."""
    return await fetch_one(db, FIND_ADDRESSES, seen_by, at, into=Addresses)


DELETE_STOPS = """
delete from way_stop where person_id = $1 and (way = any($2::text[]))
"""


async def delete_stops(tx: Connection, person_id: UUID, ways: list[str]) -> None:
    """Said yes again, in the app: what was stopped may be tried."""
    await tx.execute(DELETE_STOPS, person_id, ways)


UPSERT_EMAIL = """
insert into message_email (person_id, email, challenge_id, asked_at) values ($1, $2, $3, $4)
on conflict (person_id) do update
set email = excluded.email, challenge_id = excluded.challenge_id, asked_at = excluded.asked_at, tries = 0,
    asked_today = case when message_email.asked_at > $4 - interval '1 day' then message_email.asked_today + 1 else 1 end,
    verified_at = null
where message_email.asked_at < $4 - interval '1 day' or message_email.asked_today < $5
returning email
"""


async def upsert_email(
    tx: Connection, person_id: UUID, *, email: str, challenge_id: UUID, at: datetime, most_a_day: int
) -> bool:
    """Keep an address that still has to be proven; False when codes were asked for too often."""
    return await tx.fetchval(UPSERT_EMAIL, person_id, email, challenge_id, at, most_a_day) is not None


TRY_CODE = """
update message_email set tries = tries + 1
where person_id = $1 and tries < 5 and verified_at is null and asked_at > $2
returning challenge_id, email
"""


class Challenge(Struct, frozen=True, kw_only=True):
    """An address that waits for its code."""

    challenge_id: UUID
    email: str


async def try_code(tx: Connection, person_id: UUID, *, asked_after: datetime) -> Challenge | None:
    """Count a try; None when there is nothing to try any more."""
    return await fetch_one(tx, TRY_CODE, person_id, asked_after, into=Challenge)


FIND_CHALLENGE = """
select challenge_id, email from message_email
where person_id = $1 and challenge_id = $2 and verified_at is null and asked_at > $3
"""


async def find_challenge(
    db: Connection, person_id: UUID, challenge_id: UUID, *, asked_after: datetime
) -> Challenge | None:
    """The address a code must go to; None when it is over, or another was asked for meanwhile."""
    return await fetch_one(db, FIND_CHALLENGE, person_id, challenge_id, asked_after, into=Challenge)


SET_EMAIL_VERIFIED = """
update message_email set verified_at = $2 where person_id = $1
"""


async def set_email_verified(tx: Connection, person_id: UUID, *, at: datetime) -> None:
    """The code came back."""
    await tx.execute(SET_EMAIL_VERIFIED, person_id, at)


DELETE_EMAIL = """
delete from message_email where person_id = $1
"""


async def delete_email(tx: Connection, person_id: UUID) -> None:
    """Forget the address."""
    await tx.execute(DELETE_EMAIL, person_id)


INSERT_SUBSCRIPTION = """
insert into push_subscription (id, person_id, endpoint, p256dh, auth, created_at) values ($1, $2, $3, $4, $5, $6)
on conflict (endpoint) do update
set person_id = excluded.person_id, p256dh = excluded.p256dh, auth = excluded.auth,
    created_at = case when push_subscription.person_id = excluded.person_id
                      then push_subscription.created_at else excluded.created_at end
returning id, created_at
"""


async def insert_subscription(
    tx: Connection,
    subscription_id: UUID,
    *,
    person_id: UUID,
    endpoint: str,
    p256dh: str,
    auth: str,
    at: datetime,
) -> PushSubscription:
    """Keep a browser; one that another person used before is theirs no more."""
    found = await fetch_one(
        tx, INSERT_SUBSCRIPTION, subscription_id, person_id, endpoint, p256dh, auth, at, into=PushSubscription
    )
    return found or PushSubscription(id=subscription_id, created_at=at)


COUNT_SUBSCRIPTIONS = """
select count(*) from push_subscription where person_id = $1 and endpoint <> $2
"""


async def count_subscriptions(db: Connection, person_id: UUID, *, but: str) -> int:
    """How many other browsers this person has."""
    found: int = await db.fetchval(COUNT_SUBSCRIPTIONS, person_id, but)
    return found


DELETE_SUBSCRIPTION = """
delete from push_subscription where person_id = $1 and endpoint = $2
"""


async def delete_subscription(tx: Connection, person_id: UUID, endpoint: str) -> None:
    """Forget a browser of this person."""
    await tx.execute(DELETE_SUBSCRIPTION, person_id, endpoint)
