"""Planted marks of a reporter are in no byte that leaves the server: no door, export, log, event, letter or request."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import httpx
import pytest
from litestar import Litestar, Response, asgi, route
from litestar.params import FromPath
from litestar.types import Receive, Scope, Send

from api.kit.db import Connection
from api.kit.demo import demo_agency, demo_second
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.log import set_up_logging
from api.kit.principal import Role
from api.kit.settings import Settings
from api.messages.contracts import Way
from api.published import store as published_store
from tests.given.alerts import published
from tests.given.forwarding import connected
from tests.given.identity import granted, signed_in
from tests.given.leaving import file_names, letters, sent_on
from tests.given.moderation import looked_at
from tests.given.planted import CONTACT, DEVICE, NAME, SECRET_WORDS, TIPPED_AT, WORDS, planted
from tests.given.reports import LAT, LON, accepted, answered, demo_province
from tests.given.walking import doors, leaks, walk
from tests.given.web import http_client
from tests.given.work import run_outbox

OWN = ("code_asked", "email_code_asked", "phone_proven")
"""Events of signing in: they go to the person themselves."""


@pytest.fixture
def loud(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """The logs of everything, as nobody would set them where people's data are."""
    set_up_logging("debug")
    yield capsys
    set_up_logging("warning")


async def everybody(
    tx: Connection, settings: Settings, as_person: Any, as_role: Any
) -> dict[str, dict[str, str]]:
    """Nobody, a volunteer (who is a citizen too), each kind of staff, and one person who is all of them."""
    all_of_it = (await signed_in(tx, settings, "0900111222")).me.id
    await granted(tx, all_of_it, Role.HANDLER, agency_id=demo_agency("46-do-thi"))
    await granted(tx, all_of_it, Role.OFFICER, province_code="46")
    await granted(tx, all_of_it, Role.ADMIN)
    return {
        "nobody": {},
        "volunteer": as_role(Role.VOLUNTEER),
        "handler": as_role(Role.HANDLER),
        "everything": as_person(all_of_it, staff=True),
        "second officer": as_person(demo_second(Role.OFFICER), staff=True),
    }


async def sent_on_to(client: httpx.AsyncClient, as_role: Any) -> None:
    """Another authority's system takes what belongs to this agency; nobody may send a sealed subject there."""
    route = {"service_code": "ALL", "agency_id": str(demo_agency("46-do-thi"))}
    await connected(client, as_role, "https://town.example/v2", routes=[
        {**route, "category_code": "moi-truong.tieng-on"}, {**route, "category_code": "an-ninh.to-giac"},
    ])  # fmt: skip


async def test_hard_case_17_planted_markers_are_found_in_no_byte_that_leaves_the_server(  # noqa: PLR0917  fixtures, one story
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    shared_app: Litestar,
    as_person: Any,
    as_role: Any,
    loud: pytest.CaptureFixture[str],
) -> None:
    """A public case and a tip about a crime, before and after they are handled, as everybody but their reporter."""
    await demo_province(tx)
    people = await everybody(tx, settings, as_person, as_role)
    await sent_on_to(client, as_role)
    alert = await published(tx, settings)
    await run_outbox(tx, files, settings)  # whoever is warned is warned before, at another time
    before = await tx.fetchval("select coalesce(max(id), 0) from outbox_event")
    shown = await planted(client, tx, settings, files)
    tip = await planted(
        client,
        tx,
        settings,
        files,
        at=TIPPED_AT,
        category_code="an-ninh.to-giac",
        description=f"{SECRET_WORDS}. {WORDS}",
    )
    elsewhere = await sent_on(tx, settings)
    await answered(tx, settings, shown.id)
    await looked_at(tx, shown.id)
    officer = people["second officer"]
    await client.post(f"/v1/agency/reports/{tip.id}/assign", headers=officer, json={
        "version": 1, "agency_id": str(demo_agency("46-do-thi")),
    })  # fmt: skip
    wanted = {"id": str(uuid7()), "reason": "Cần hỏi thêm nhân chứng"}
    asked = await client.post(f"/v1/sealed/{tip.id}/ask", headers=officer, json=wanted)
    assert asked.status_code == 200
    await run_outbox(tx, files, settings)

    values = {
        "report_id": [str(shown.id), str(tip.id)],
        "photo_id": [shown.photo_id, tip.photo_id],
        "opening_id": [wanted["id"]],
        "alert_id": [str(alert.id)],
        "position": ["0"],
        "size": ["large", "small"],
        "name": ["requests.json", f"{shown.code}.json", f"{tip.code}.json", f"{shown.code}.xml"],
        "code": ["19777", shown.code],
    }
    tipped = [f"{TIPPED_AT:%M:%S}", f"{TIPPED_AT:%f}"]
    marks = [*shown.marks, *tip.marks, *tipped]
    exact = [str(LAT)[:9], str(LON)[:10], "12:34:56", "13:47:31", "47:31"]
    for name in ("nobody", "volunteer", "handler", "everything"):
        who = people[name]
        seen = await walk(client, shared_app, who, values)
        assert len(seen) > 120
        assert leaks(seen, marks) == [], name
        of_tip = {
            address: said for address, said in seen.items() if str(tip.id) in address or tip.code in address
        }
        assert leaks(of_tip, exact) == [], name
        if name in ("nobody", "volunteer"):
            assert leaks(seen, [*exact, SECRET_WORDS]) == [], name
    mine = f"/v1/agency/reports/{tip.id}"
    assert (await client.get(mine, headers=people["handler"])).json()["code"] == tip.code
    for name in ("nobody", "everything"):
        written = await walk(client, shared_app, people[name], values, writing=True)
        assert len(written) > 130
        assert leaks(written, marks) == [], name
    await run_outbox(tx, files, settings)

    events = await tx.fetch("select kind, payload from outbox_event where id > $1", before)
    told = {f"event {row['kind']}": bytes(row["payload"]) for row in events if row["kind"] not in OWN}
    others = await tx.fetch(
        "select id, title || body || coalesce(link, '') as said from message where person_id <> all($1::uuid[])",
        [mark for mark in marks if isinstance(mark, UUID)],
    )
    told |= {f"message {row['id']}": row["said"].encode() for row in others}
    told |= await letters(tx, settings) | file_names(settings)
    told["logs"] = "".join(loud.readouterr()).encode()
    assert b"job_done" in told["logs"]
    assert {"logs", "event report_submitted"} < told.keys()
    assert {way for way in Way if any(name.startswith(f"letter {way} ") for name in told)} == set(Way) - {
        Way.PUSH
    }
    assert leaks(told, [*marks, *exact, SECRET_WORDS]) == []
    # Who handles a case in another system needs its place; nobody there handles a tip.
    assert leaks(elsewhere, [*marks, *exact[2:], SECRET_WORDS, tip.id, tip.code]) == []
    assert leaks(elsewhere, [shown.code]) != []


def test_a_new_door_cannot_escape_the_walk() -> None:
    """What is walked is what the application serves; what is no HTTP route stops the walk."""

    @route("/v1/new/{report_id:uuid}", http_method=["GET", "POST", "DELETE"])
    async def new_door(report_id: FromPath[UUID]) -> None: ...

    @asgi("/new-mount", is_mount=True, copy_scope=True)
    async def mount(scope: Scope, receive: Receive, send: Send) -> None: ...

    assert doors(Litestar([new_door], openapi_config=None)) == [
        (method, "/v1/new/{report_id}") for method in ("DELETE", "GET", "POST")
    ]
    with pytest.raises(AssertionError, match="/new-mount is not walked"):
        doors(Litestar([mount], openapi_config=None))


async def test_a_leak_that_is_planted_is_found(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The test above can fail: here the public list, a new door and a letter say how to reach the reporter."""
    await demo_province(tx)
    shown = await planted(client, tx, settings, files)
    await accepted(tx, settings, shown.id)

    @route("/v1/new/{report_id:uuid}", http_method=["GET", "POST"])
    async def new_door(report_id: FromPath[UUID]) -> Response[str]:
        return Response(
            "", status_code=200, headers={"X-Seen-By": f"{report_id} {NAME.encode().hex()} {DEVICE}"}
        )

    app = Litestar([new_door], openapi_config=None)
    for writing in (False, True):
        async with http_client(app) as other:
            seen = await walk(other, app, {}, {"report_id": [str(shown.id)]}, writing=writing)
        assert {mark for _, mark in leaks(seen, shown.marks)} == {repr(DEVICE.encode())}
    leaky = published_store.LIST_PUBLIC.replace(
        "public_text as description",
        "(select w.contact_phone from report_reporter w where w.report_id = report_seen.id) as description",
    )
    monkeypatch.setattr(published_store, "LIST_PUBLIC", leaky)
    answer = await client.get("/v1/reports")
    assert leaks({"/v1/reports": answer.content}, shown.marks) != []
    await tx.execute("update message set params = params || jsonb_build_object('code', $1::text)", CONTACT)
    assert leaks(await letters(tx, settings), shown.marks) != []
