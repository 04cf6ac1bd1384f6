"""Who hears of a warning: home there, and danger to life or consent; once per version; and of its end."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from api.alerts import actions
from api.alerts.actions import telling
from api.alerts.contracts import Cancellation
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.alerts import published
from tests.given.identity import demo_people, signed_in
from tests.given.reports import officer
from tests.given.time import frozen
from tests.given.work import run_outbox

TOLD = "select title, body, link from message where person_id = $1 and kind = 'alert' order by created_at, id"


async def living_in(
    tx: Connection, client: httpx.AsyncClient, settings: Settings, phone: str, commune: str, *, consent: bool
) -> UUID:
    """Somebody whose home is in a commune, with or without consent to alert messages."""
    session = await signed_in(tx, settings, phone)
    headers = {"Authorization": f"Bearer {session.access_token}"}
    answer = await client.patch("/v1/me", json={"home_commune_code": commune}, headers=headers)
    assert answer.status_code == 200, answer.text
    if consent:
        answer = await client.put("/v1/me/consents/alert_messages", json={"granted": True}, headers=headers)
        assert answer.status_code in (200, 201, 204), answer.text
    return session.me.id


@pytest.fixture
async def people(tx: Connection, client: httpx.AsyncClient, settings: Settings) -> dict[str, UUID]:
    """One who agreed, one who did not, and one who agreed but lives elsewhere."""
    await demo_people(tx)
    found = {
        "agreed": await living_in(tx, client, settings, "0912000001", "19777", consent=True),
        "silent": await living_in(tx, client, settings, "0912000002", "19753", consent=False),
        "elsewhere": await living_in(tx, client, settings, "0912000003", "19789", consent=True),
    }
    await tx.execute("update person set home_commune_id = null where demo")
    return found


async def told(tx: Connection, people: dict[str, UUID]) -> dict[str, int]:
    return {name: len(await tx.fetch(TOLD, person)) for name, person in people.items()}


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (1, {"agreed": 1, "silent": 0, "elsewhere": 0}),
        (2, {"agreed": 1, "silent": 0, "elsewhere": 0}),
        (3, {"agreed": 1, "silent": 1, "elsewhere": 0}),
        (4, {"agreed": 1, "silent": 1, "elsewhere": 0}),
        (5, {"agreed": 1, "silent": 1, "elsewhere": 0}),
    ],
)
async def test_danger_to_life_needs_no_consent_and_the_basis_is_recorded(
    *,
    tx: Connection,
    settings: Settings,
    files: Files,
    people: dict[str, UUID],
    level: int,
    expected: dict[str, int],
) -> None:
    alert = await published(tx, settings, risk_level=level)
    await run_outbox(tx, files, settings)
    assert await told(tx, people) == expected
    rows = await tx.fetch("select distinct basis from alert_delivery where alert_id = $1", alert.id)
    assert [row["basis"] for row in rows] == ["danger_to_life" if level >= 3 else "consent"]


async def test_a_withdrawn_consent_counts(
    *,
    tx: Connection,
    client: httpx.AsyncClient,
    settings: Settings,
    files: Files,
    people: dict[str, UUID],
    as_person: Any,
) -> None:
    headers = as_person(people["agreed"])
    await client.put("/v1/me/consents/alert_messages", json={"granted": False}, headers=headers)
    await published(tx, settings, risk_level=1)
    await run_outbox(tx, files, settings)
    assert await told(tx, people) == {"agreed": 0, "silent": 0, "elsewhere": 0}


async def test_a_drill_and_what_was_over_before_its_turn_are_told_to_nobody(
    tx: Connection, settings: Settings, files: Files, people: dict[str, UUID]
) -> None:
    for status in ("exercise", "test"):
        await published(tx, settings, status=status, risk_level=5)
    late = await published(tx, settings)
    with frozen(late.expires_at):
        await run_outbox(tx, files, settings)
    assert sum((await told(tx, people)).values()) == 0
    assert await tx.fetchval("select count(*) from alert_delivery") == 0


async def test_running_the_jobs_again_tells_nobody_twice(
    tx: Connection, settings: Settings, files: Files, people: dict[str, UUID]
) -> None:
    await published(tx, settings)
    await run_outbox(tx, files, settings)
    await tx.execute("update outbox_event set done_at = null")
    await tx.execute("delete from outbox_job")
    await run_outbox(tx, files, settings)
    assert await told(tx, people) == {"agreed": 1, "silent": 1, "elsewhere": 0}


async def test_the_message_speaks_in_words_and_leads_to_the_warning(
    tx: Connection, settings: Settings, files: Files, people: dict[str, UUID]
) -> None:
    alert = await published(tx, settings)
    await run_outbox(tx, files, settings)
    (row,) = await tx.fetch(TOLD, people["agreed"])
    assert row["title"] == alert.headline
    assert row["body"] == "Lũ, Cấp 3 (rủi ro lớn, da cam). Mực nước 3,54 m."
    assert row["link"] == f"#/canh-bao/{alert.id}"


async def test_a_new_version_and_the_end_reach_all_who_were_told(
    tx: Connection, settings: Settings, files: Files, people: dict[str, UUID]
) -> None:
    first = await published(tx, settings)
    await run_outbox(tx, files, settings)
    second = await published(tx, settings, replaces=first.id, risk_level=1, commune_codes=["19777"])
    await run_outbox(tx, files, settings)
    assert await told(tx, people) == {"agreed": 2, "silent": 2, "elsewhere": 0}
    await actions.cancel(tx, second.id, Cancellation(reason="Nước đã rút"), officer(), settings=settings)
    await run_outbox(tx, files, settings)
    assert await told(tx, people) == {"agreed": 3, "silent": 3, "elsewhere": 0}
    last = (await tx.fetch(TOLD, people["silent"]))[-1]
    assert (last["title"], last["body"]) == ("Huỷ cảnh báo: Sông Hương trên báo động 3", "Nước đã rút")
    assert last["link"] == f"#/canh-bao/{second.id}"


async def test_somebody_who_moved_in_later_is_not_told_of_the_end(
    tx: Connection, client: httpx.AsyncClient, settings: Settings, files: Files, people: dict[str, UUID]
) -> None:
    alert = await published(tx, settings)
    await run_outbox(tx, files, settings)
    await tx.execute(
        "update person set home_commune_id = (select home_commune_id from person where id = $1) where id = $2",
        people["agreed"],
        people["elsewhere"],
    )
    await actions.cancel(tx, alert.id, Cancellation(reason="Hết"), officer(), settings=settings)
    await run_outbox(tx, files, settings)
    assert (await told(tx, people))["elsewhere"] == 0


async def test_many_people_are_told_in_turns_and_none_is_left_out(
    tx: Connection, settings: Settings, files: Files, people: dict[str, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "LOOKED_AT_ONCE", 7)
    await tx.execute(
        "insert into person (id, home_commune_id) "
        "select gen_random_uuid(), (select home_commune_id from person where id = $1) from generate_series(1, 40)",
        people["silent"],
    )
    alert = await published(tx, settings, risk_level=4)
    done = await run_outbox(tx, files, settings)
    assert done.count("alerts.tell_people") >= 6
    assert await tx.fetchval("select count(*) from alert_delivery where alert_id = $1", alert.id) == 42
    assert await tx.fetchval("select count(*) from message where kind = 'alert'") == 42
    assert Role.OFFICER in officer().roles
