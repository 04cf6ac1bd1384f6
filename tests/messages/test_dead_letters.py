"""What nobody could send waits for who is responsible: an officer for their province, an administrator for all."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import httpx

from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from api.messages.actions import tell, tell_all
from api.messages.contracts import Channel, Kind, Way
from api.messages.rules.dead import why_dead
from tests.given.carriers import FakeProvider
from tests.given.dossiers import given_code, given_key, told
from tests.given.dossiers import tell as tell_dossier
from tests.given.identity import granted
from tests.given.messages import drain, lives_in, notice, person
from tests.given.reports import demo_province, reported
from tests.given.time import frozen
from tests.messages.conftest import DAY
from workers.carrying import Post

Headers = dict[str, str]
HUE, HANOI = "19777", "00004"
ELSEWHERE = {"lives elsewhere, report there"}
DEAD, TODAY = "/v1/admin/messages/dead", "/v1/admin/messages/today"


async def test_an_officer_decides_about_their_province_and_an_administrator_about_all(
    *, client: httpx.AsyncClient, tx: Connection, real: Settings, post: Post, provider: FakeProvider,
    as_role: Callable[[Role], Headers], as_person: Callable[..., Headers],
) -> None:  # fmt: skip
    await demo_province(tx)
    report, code = await reported(tx, real), given_code()
    await tell_dossier(
        client, await given_key(tx, real), code, told("1", 1, agency_code="46-cong-an", applicant_phone=None)
    )
    dossier = await tx.fetchval("select id from dossier where code = $1", code)
    letters: dict[str, tuple[str | None, Kind, str]] = {
        "lives there": (HUE, Kind.DOSSIER, "#/hs/1"),
        "report there": (None, Kind.REPORT, f"#/p/{report.id}"),
        "dossier there": (None, Kind.DOSSIER, f"#/hs/{dossier}"),
        "lives elsewhere, report there": (HANOI, Kind.REPORT, f"#/p/{report.id}"),
        "nobody can say": (None, Kind.DOSSIER, f"#/hs/{uuid7()}"),
        "another kind": (None, Kind.SYSTEM, f"#/p/{report.id}"),
    }
    readers: dict[UUID, str] = {}
    provider.status = 400
    for number, (key, (home, kind, link)) in enumerate(letters.items()):
        who = await person(tx, real, phone=f"09123456{number:02}", agreed={kind: (Channel.SMS,)})
        readers[who] = key
        if home:
            await lives_in(tx, who, home)
        await tell(tx, notice(who, kind=kind, key=key, link=link))
    await drain(post)
    ids = {
        str(row["id"]): readers[row["person_id"]]
        for row in await tx.fetch("select id, person_id from delivery")
    }
    stranger = await person(tx, real, phone="0987654321")
    await granted(tx, stranger, Role.OFFICER, province_code="01")
    hanoi = as_person(stranger, staff=True)
    here = set(letters) - ELSEWHERE
    for headers, theirs in (
        (as_role(Role.OFFICER), here), (hanoi, ELSEWHERE), (as_role(Role.ADMIN), set(letters)),
    ):  # fmt: skip
        items = (await client.get(DEAD, headers=headers)).json()["items"]
        assert {ids[one["id"]] for one in items} == theirs
        assert (await client.get(TODAY, headers=headers)).json()["dead"] == len(items)
    for delivery, key in ids.items():
        for what, done in (("resend", 202), ("give-up", 404)):  # once sent again it is dead no more
            url = f"/v1/admin/messages/{delivery}/{what}"
            answer = await client.post(url, headers=as_role(Role.OFFICER))
            assert answer.status_code == (done if key in here else 404), (key, what)
    left = next(delivery for delivery, key in ids.items() if key in ELSEWHERE)
    answer = await client.post(f"/v1/admin/messages/{left}/give-up", headers=as_role(Role.ADMIN))
    assert answer.status_code == 204


async def test_what_waits_for_a_way_without_an_account_goes_on_or_waits_for_a_person(
    *, tx: Connection, real: Settings, post: Post, provider: FakeProvider
) -> None:
    both = await person(tx, real, email="an@example.vn", agreed={Kind.DOSSIER: (Channel.EMAIL, Channel.SMS)})
    only = await person(
        tx, real, phone="0987654321", email="b@example.vn", agreed={Kind.DOSSIER: (Channel.EMAIL,)}
    )
    await tell_all(tx, [notice(both), notice(only)])
    await post.plan()
    post.carriers = {way: carrier for way, carrier in post.carriers.items() if way is not Way.EMAIL}
    assert await post.close_some(Way.EMAIL) == 0, "an account may be missing for an hour"
    with frozen(DAY + timedelta(days=1, seconds=1)):
        assert await post.close_some(Way.EMAIL) == 2
        await drain(post)
    kept = await tx.fetch("select person_id, way, state from delivery order by way, state")
    assert [tuple(row) for row in kept] == [
        (only, "email", "dead"), (both, "email", "unreachable"), (both, "sms", "sent"),
    ]  # fmt: skip
    assert why_dead(await tx.fetchval("select reason from delivery where state = 'dead'")).startswith("Kênh")
    assert len(provider.posts) == 1
