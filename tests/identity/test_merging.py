"""One person, several identities: two accounts become one when both were proven, and nothing is left behind."""

from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest

from api.identity.actions.merging import link_zalo
from api.identity.actions.zalo import confirm_phone, forget_zalo, sign_in_zalo
from api.identity.contracts import Session
from api.identity.rules import MergeRefused
from api.identity.store import merging
from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from api.kit.tokens import read_access
from tests.given.identity import bearer, demo_people, granted, signed_in, with_second_factor
from tests.given.web import outcome

PHONE = "0912345678"
NAMING = """
select distinct c.conrelid::regclass::text || '.' || a.attname as place
from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
where c.contype = 'f' and c.confrelid = 'person'::regclass
"""
MOVED = {
    "dossier_follow.person_id", "dossier_share.person_id", "dossier_rating.person_id",
    "dossier_question.person_id", "report_reporter.person_id", "consent.person_id", "message_choice.person_id",
    "message.person_id", "delivery.person_id", "message_email.person_id", "push_subscription.person_id",
    "way_stop.person_id", "alert_delivery.person_id", "province_account.person_id",
    "report_witness.person_id", "alert_place.person_id", "walk_request.person_id",
    "rights_request.person_id",
}  # fmt: skip
ENDS_WITH_IT = {"session.person_id", "recovery_code.person_id", "second_factor.person_id"}
STAFF_ONLY = {
    "role_grant.person_id", "role_grant.granted_by", "role_grant.revoked_by", "report_step.staff_id",
    "alert.published_by", "visit_install.person_id", "delivery.resent_by",
    "dossier_question.answered_by", "second_factor_reset.person_id", "second_factor_reset.reset_by",
    "category_change.changed_by", "category_route.proposed_by", "category_route.reviewed_by",
    "message_campaign.created_by", "message_campaign.stopped_by", "member_miss.leader_id",
    "report_alarm.staff_id", "alert.approved_by", "alert_draft.changed_by", "alert_draft.sent_by",
    "alert_draft.decided_by", "alert_draft_step.person_id", "rescue_incident.holder_id", "rescue_step.person_id",
    "gauge_reading.judged_by", "reservoir_order.recorded_by", "photo_opening.staff_id", "moderation_step.staff_id",
    "sealed_opening.asked_by", "sealed_opening.agreed_by", "sealed_opening.refused_by", "sealed_look.staff_id",
    "rights_request.recorded_by", "rights_step.staff_id", "duplicate_decision.decided_by",
    "report_template.changed_by", "report_ladder.changed_by", "registry_conflict.resolved_by", "walk_lease.person_id", "walk_sheet.person_id", "walk_sheet_line.entered_by",
    "follow_up.settled_by", "help_call.person_id", "help_call.answered_by", "quality_review.person_id",
    "quality_review.reviewed_by", "audit_round.committed_by", "audit_round.closed_by", "month_close.closed_by",
}  # fmt: skip
"""Who left a row here has served and is never absorbed (`rules.may_merge`)."""


async def by_zalo(tx: Connection, settings: Settings, zalo_id: str = "4047") -> Session:
    """Somebody who came in through Zalo."""
    return await sign_in_zalo(tx, settings, zalo_id)


async def link(client: httpx.AsyncClient, session: Session, phone: str = PHONE) -> httpx.Response:
    """Prove a number from inside a session."""
    asked = (await client.post("/v1/auth/otp", json={"phone": phone})).json()
    body = {"challenge_id": asked["challenge_id"], "code": asked["demo_code"]}
    return await client.post("/v1/me/phone/code", json=body, headers=bearer(session))


async def tell(tx: Connection, person_id: UUID, key: str) -> UUID:
    """A notice in somebody's inbox."""
    found: UUID = await tx.fetchval(
        "insert into message (id, person_id, kind, title, body, dedupe_key, created_at)"
        " values ($1, $2, 'system', 'Tin', '', $3, now()) returning id",
        uuid7(), person_id, key,
    )  # fmt: skip
    return found


async def agree(tx: Connection, person_id: UUID, *, granted: bool) -> None:
    """A decision about a purpose."""
    await tx.execute(
        "insert into consent (person_id, purpose, granted, text_version, decided_at)"
        " values ($1, 'location', $2, '1', now())",
        person_id, granted,
    )  # fmt: skip


async def test_no_table_that_names_a_person_is_forgotten(tx: Connection) -> None:
    found = {row["place"] for row in await tx.fetch(NAMING)}
    staff = {
        place for place in found if place.startswith(("visit_", "visit.", "team")) or place in STAFF_ONLY
    }
    assert found - MOVED - ENDS_WITH_IT - staff == set()
    assert found >= MOVED | ENDS_WITH_IT
    text = " ".join(merging.MOVES)
    for place in MOVED:
        assert f"{place.split('.')[0]} " in text, place


async def test_zalo_and_phone_become_one_and_bring_everything(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    old, mine = await signed_in(tx, settings, PHONE), await by_zalo(tx, settings)
    await tell(tx, old.me.id, "only-old")
    await tell(tx, old.me.id, "both")
    await tell(tx, mine.me.id, "both")
    await agree(tx, mine.me.id, granted=True)
    await agree(tx, old.me.id, granted=False)
    await tx.execute(
        "insert into push_subscription values ($1, $2, 'https://push.example/1', 'k', 'a', now())",
        uuid7(), old.me.id,
    )  # fmt: skip
    answer = await link(client, mine)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["id"], answer.json()["phone_masked"]) == (str(mine.me.id), "0•• ••• •678")
    keys = await tx.fetch("select dedupe_key from message where person_id = $1 order by 1", mine.me.id)
    assert [row["dedupe_key"] for row in keys] == ["both", "only-old"]
    # The newest decision of the two accounts is the person's: they withdrew.
    now = await tx.fetchval("select granted from consent_now where person_id = $1", mine.me.id)
    assert now is False
    assert await tx.fetchval("select count(*) from push_subscription where person_id = $1", mine.me.id) == 1
    assert await tx.fetchval("select count(*) from person where id = $1", old.me.id) == 0
    gone = await client.post("/v1/auth/refresh", json={"refresh_token": old.refresh_token})
    assert gone.status_code == 401
    assert (await client.get("/v1/me", headers=bearer(old))).status_code == 401
    assert (await signed_in(tx, settings, PHONE)).me.id == mine.me.id
    assert (await by_zalo(tx, settings)).me.id == mine.me.id


async def test_from_the_phone_side_too(tx: Connection, settings: Settings) -> None:
    zalo, mine = await by_zalo(tx, settings), await signed_in(tx, settings, PHONE)
    who = read_access(settings, mine.access_token).who
    assert (await link_zalo(tx, who, "4047")).id == mine.me.id
    assert await tx.fetchval("select count(*) from person where id = $1", zalo.me.id) == 0
    assert (await by_zalo(tx, settings)).me.id == mine.me.id


async def test_without_the_code_nothing_is_merged(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    old, mine = await signed_in(tx, settings, PHONE), await by_zalo(tx, settings)
    asked = (await client.post("/v1/auth/otp", json={"phone": PHONE})).json()
    wrong = f"{(int(asked['demo_code']) + 1) % 1_000_000:06}"
    body = {"challenge_id": asked["challenge_id"], "code": wrong}
    answer = await client.post("/v1/me/phone/code", json=body, headers=bearer(mine))
    assert outcome(answer) == (422, "code-refused")
    assert await tx.fetchval("select count(*) from person where id in ($1, $2)", old.me.id, mine.me.id) == 2


async def test_two_numbers_two_zalos_and_staff_stay_apart(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    await demo_people(tx)
    mine = await signed_in(tx, settings, "0987654321")
    await signed_in(tx, settings, PHONE)
    assert outcome(await link(client, mine)) == (409, "merge-refused")
    who = read_access(settings, mine.access_token).who
    await link_zalo(tx, who, "1")
    with pytest.raises(MergeRefused):
        await link_zalo(tx, who, "2")
    officer = await signed_in(tx, settings, "0356789012")
    await granted(tx, officer.me.id, Role.OFFICER, province_code="46")
    stranger = await by_zalo(tx, settings, "3")
    assert outcome(await link(client, stranger, "0356789012")) == (409, "merge-refused")


async def test_staff_give_their_second_factor_before_another_way_in_is_added(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    officer = await by_zalo(tx, settings)
    await with_second_factor(tx, settings, officer)
    assert (await link(client, await by_zalo(tx, settings))).status_code == 403
    assert (await link(client, officer)).status_code == 200


async def test_nor_is_a_number_that_zalo_shares_taken_before_it(tx: Connection, settings: Settings) -> None:
    await with_second_factor(tx, settings, await by_zalo(tx, settings))
    again = read_access(settings, (await by_zalo(tx, settings)).access_token).who
    with pytest.raises(NotAllowed):
        await confirm_phone(tx, again, "+84912345678")
    assert await tx.fetchval("select phone from person where id = $1", again.person_id) is None


async def test_a_number_zalo_shared_and_a_code_proved_outlives_zalo(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    mine = await by_zalo(tx, settings)
    who = read_access(settings, mine.access_token).who
    await confirm_phone(tx, who, "+84912345678")
    assert (await link(client, mine)).status_code == 200
    assert await forget_zalo(tx, zalo_id="4047", uid=None) == mine.me.id
    assert (await signed_in(tx, settings, PHONE)).me.id == mine.me.id


async def test_a_consent_still_never_changes(tx: Connection, settings: Settings) -> None:
    person, other = await signed_in(tx, settings, PHONE), await by_zalo(tx, settings)
    await agree(tx, person.me.id, granted=True)

    async def change(words: str, *values: Any) -> None:
        with pytest.raises(asyncpg.RaiseError, match="append-only"):
            async with tx.transaction():
                await tx.execute(f"update consent set {words}", *values)  # noqa: S608  words of this test

    await change("granted = false")
    await change("person_id = $1", other.me.id)
    await tx.execute(merging.ALLOW_MERGING, str(other.me.id))
    await change("person_id = $1, granted = false", other.me.id)


async def keep_places(tx: Connection, person_id: UUID, *codes: str) -> None:
    """Places whose warnings somebody wants."""
    await tx.execute(
        "insert into alert_place (person_id, commune_id, position, label, added_at)"
        " select $1, u.id, c.position, 'Nhà ' || c.code, now() from unnest($2::text[]) with ordinality as c (code, position)"
        " join admin_unit u on u.code = c.code and u.valid_to is null",
        person_id, list(codes),
    )  # fmt: skip


async def test_places_of_both_are_kept_own_ones_first_and_five_at_most(
    tx: Connection, settings: Settings
) -> None:
    absorbed, stays = [(await by_zalo(tx, settings, zalo)).me.id for zalo in ("5001", "5002")]
    await keep_places(tx, absorbed, "19777", "19753", "19774")
    await keep_places(tx, stays, "19774", "19804", "19789")
    await merging.absorb(tx, absorbed, stays)
    kept = await tx.fetch(
        "select u.code from alert_place p join admin_unit u on u.id = p.commune_id where person_id = $1 order by position",
        stays,
    )  # fmt: skip
    assert [row["code"] for row in kept] == ["19774", "19804", "19789", "19777", "19753"]
