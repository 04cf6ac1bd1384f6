"""SQL of two accounts becoming one: every table that names a person gives the absorbed one's rows to the other.

`tests/identity/test_merging.py` reads the schema and holds that no table with a person in it is forgotten.
"""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from api.kit.db import Connection, fetch_all

LOCK_PEOPLE = """
select p.id, p.zalo_id, p.phone_verified_at is not null as has_phone, p.phone, p.demo,
    exists (select from role_grant g where g.person_id = p.id)
        or exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null)
        or exists (select from visit_event v where v.actor = p.id)
        or exists (select from second_factor_reset r where r.person_id = p.id)
        or exists (select from visit_install i where i.person_id = p.id) as has_served,
    exists (select from province_account a where a.person_id = p.id) as has_province
from person p where p.id = any ($1::uuid[]) order by p.id for update
"""


class Account(Struct, frozen=True, kw_only=True):
    """What decides whether two accounts may become one."""

    id: UUID
    zalo_id: str | None
    has_phone: bool
    phone: str | None
    demo: bool
    has_served: bool
    has_province: bool


async def lock_people(tx: Connection, ids: list[UUID]) -> dict[UUID, Account]:
    """The accounts, locked in one order."""
    found = await fetch_all(tx, LOCK_PEOPLE, ids, into=Account)
    return {each.id: each for each in found}


ALLOW_MERGING = """
select set_config('ngoso.merging', $1::uuid::text, true)
"""
MOVE_FOLLOWS = """
with moved as (
    insert into dossier_follow (dossier_id, person_id, followed_at, unfollowed_at, automatic)
    select dossier_id, $2::uuid, followed_at, unfollowed_at, automatic from dossier_follow where person_id = $1
    on conflict (dossier_id, person_id) do update
        set automatic = dossier_follow.automatic and excluded.automatic,
            followed_at = greatest(dossier_follow.followed_at, excluded.followed_at),
            unfollowed_at = case when dossier_follow.followed_at > excluded.followed_at
                then dossier_follow.unfollowed_at else excluded.unfollowed_at end
)
delete from dossier_follow where person_id = $1
"""
END_SHARES = """
update dossier_share o set ended_at = now(), ended_by = 'follower', owner_phone = null
where o.person_id = $1 and o.ended_at is null
  and exists (select from dossier_share s
      where s.person_id = $2::uuid and s.dossier_id = o.dossier_id and s.ended_at is null)
"""
MOVE_SHARES = """
update dossier_share set person_id = $2 where person_id = $1
"""
MOVE_RATINGS = """
with moved as (
    insert into dossier_rating (dossier_id, person_id, stars, reasons, words, rated_at, changed_at)
    select dossier_id, $2::uuid, stars, reasons, words, rated_at, changed_at
    from dossier_rating where person_id = $1
    on conflict (dossier_id, person_id) do nothing
)
delete from dossier_rating where person_id = $1
"""
CLOSE_QUESTIONS = """
update dossier_question o set answer = 'Người hỏi đã gộp hai tài khoản; câu hỏi kia của họ còn mở.',
    agreed = case when kind = 'reopen' then false end, answered_at = now()
where o.person_id = $1 and o.answered_at is null
  and exists (select from dossier_question s
      where s.person_id = $2::uuid and s.dossier_id = o.dossier_id and s.answered_at is null)
"""
MOVE_QUESTIONS = """
update dossier_question set person_id = $2 where person_id = $1
"""
MOVE_REPORTS = """
update report_reporter set person_id = $2 where person_id = $1
"""
MOVE_WITNESSES = """
update report_witness w set person_id = $2
where w.person_id = $1
  and not exists (select from report_witness o where o.report_id = w.report_id and o.person_id = $2::uuid)
"""
MOVE_CONSENTS = """
update consent set person_id = $2 where person_id = $1
"""
MOVE_CHOICES = """
update message_choice set person_id = $2 where person_id = $1
"""
DROP_TOLD_TWICE = """
delete from message m where person_id = $1
  and exists (select from message o where o.person_id = $2::uuid and o.dedupe_key = m.dedupe_key)
"""
MOVE_MESSAGES = """
update message set person_id = $2 where person_id = $1
"""
MOVE_DELIVERIES = """
update delivery set person_id = $2 where person_id = $1
"""
MOVE_EMAIL = """
with moved as (
    insert into message_email (person_id, email, challenge_id, asked_at, asked_today, tries, verified_at)
    select $2::uuid, email, challenge_id, asked_at, asked_today, tries, verified_at from message_email where person_id = $1
    on conflict (person_id) do update set email = excluded.email, challenge_id = excluded.challenge_id,
        asked_at = excluded.asked_at, asked_today = excluded.asked_today, tries = excluded.tries,
        verified_at = excluded.verified_at
    where message_email.verified_at is null and excluded.verified_at is not null
)
delete from message_email where person_id = $1
"""
MOVE_PUSH = """
update push_subscription set person_id = $2 where person_id = $1
"""
MOVE_STOPS = """
with moved as (
    insert into way_stop (person_id, way, address, reason, at, until)
    select $2::uuid, way, address, reason, at, until from way_stop where person_id = $1
    on conflict (person_id, way) do nothing
)
delete from way_stop where person_id = $1
"""
MOVE_WARNINGS = """
with moved as (
    insert into alert_delivery (alert_id, person_id, basis, told_at)
    select alert_id, $2::uuid, basis, told_at from alert_delivery where person_id = $1
    on conflict (alert_id, person_id) do nothing
)
delete from alert_delivery where person_id = $1
"""
MOVE_PLACES = """
with free as (
    select n as position, row_number() over (order by n) as turn from generate_series(1, 5) as n
    where not exists (select from alert_place p where p.person_id = $2::uuid and p.position = n)
), extra as (
    select commune_id, label, added_at, row_number() over (order by position) as turn
    from alert_place o
    where person_id = $1
      and not exists (select from alert_place p where p.person_id = $2::uuid and p.commune_id = o.commune_id)
), moved as (
    insert into alert_place (person_id, commune_id, position, label, added_at)
    select $2::uuid, e.commune_id, f.position, e.label, e.added_at from extra e join free f using (turn)
)
delete from alert_place where person_id = $1
"""
MOVE_PROVINCE = """
update province_account set person_id = $2 where person_id = $1
"""
MOVE_REQUESTS = """
update walk_request mine set person_id = $2
where person_id = $1 and (closed_at is not null or not exists (
    select from walk_request other where other.person_id = $2 and other.closed_at is null
))
"""
MOVE_RIGHTS = """
update rights_request set person_id = $2 where person_id = $1
"""
MOVES = (
    MOVE_FOLLOWS,
    END_SHARES,
    MOVE_SHARES,
    MOVE_RATINGS,
    CLOSE_QUESTIONS,
    MOVE_QUESTIONS,
    MOVE_REPORTS,
    MOVE_WITNESSES,
    MOVE_CONSENTS,
    MOVE_CHOICES,
    DROP_TOLD_TWICE,
    MOVE_MESSAGES,
    MOVE_DELIVERIES,
    MOVE_EMAIL,
    MOVE_PUSH,
    MOVE_STOPS,
    MOVE_WARNINGS,
    MOVE_PLACES,
    MOVE_PROVINCE,
    MOVE_REQUESTS,
    MOVE_RIGHTS,
)
"""$1 is absorbed, $2 stays. What only staff leave behind is not here: who has served is never absorbed."""
ABSORB = """
with gone as (
    delete from person where id = $1
    returning display_name, phone, phone_verified_at, phone_from_zalo, zalo_id, zalo_id_by_oa, home_commune_id
)
select display_name, phone, phone_verified_at, phone_from_zalo, zalo_id, zalo_id_by_oa, home_commune_id from gone
"""
INHERIT = """
update person set
    display_name = case when display_name = '' then $2 else display_name end,
    phone = case when phone_verified_at is null then $3 else phone end,
    phone_from_zalo = case when phone_verified_at is null then $4 else phone_from_zalo end,
    phone_verified_at = coalesce(phone_verified_at, $5),
    zalo_id = coalesce(zalo_id, $6),
    zalo_id_by_oa = coalesce(zalo_id_by_oa, $7),
    home_commune_id = coalesce(home_commune_id, $8)
where id = $1
"""


class Legacy(Struct, frozen=True, kw_only=True):
    """What the absorbed account knew of the person."""

    display_name: str
    phone: str | None
    phone_verified_at: datetime | None
    phone_from_zalo: bool
    zalo_id: str | None
    zalo_id_by_oa: str | None
    home_commune_id: int | None


async def absorb(tx: Connection, absorbed: UUID, stays: UUID) -> None:
    """Everything of one account becomes the other's; sessions and codes of the absorbed one end with it."""
    await tx.execute(ALLOW_MERGING, str(stays))
    for move in MOVES:
        await tx.execute(move, absorbed, stays)
    found = await fetch_all(tx, ABSORB, absorbed, into=Legacy)
    for old in found:
        await tx.execute(
            INHERIT,
            stays,
            old.display_name,
            old.phone,
            old.phone_from_zalo,
            old.phone_verified_at,
            old.zalo_id,
            old.zalo_id_by_oa,
            old.home_commune_id,
        )
