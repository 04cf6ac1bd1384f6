"""Tips about crimes: who sent one lies in a box that takes two people; the case itself knows nothing of them."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest

from api.kit.clock import now
from api.kit.crowd import coarse_place, side_m
from api.kit.db import Connection
from api.kit.demo import demo_second
from api.kit.files import Files
from api.kit.ids import uuid7, uuid7_time
from api.kit.principal import Role
from api.kit.settings import Settings, SettingsError, read_settings
from api.kit.two_keys import close_box, open_box, sealed_id
from tests.given.identity import signed_in
from tests.given.photos import jpeg
from tests.given.reports import LAT, LON, demo_province, report_body
from tests.given.time import frozen
from tests.given.work import run_outbox

PLAIN = Settings(database_url="unused", secret_key="r" * 32)
PHONE, NAME = "0987001122", "Người Báo Tin Giấu Mặt"
WORDS = "Tụ điểm đánh bạc sau chợ, gọi tôi 0987001122"


def test_a_box_needs_both_keys_and_its_owner() -> None:
    owner, other = uuid7(), uuid7()
    keys = msgspec.structs.replace(PLAIN, box_keys=f"{'a' * 32},{'b' * 32}")
    box = close_box(keys, owner, b"who")
    assert open_box(keys, owner, box) == b"who"
    assert open_box(keys, other, box) is None
    for words in (f"{'a' * 32},{'c' * 32}", f"{'c' * 32},{'b' * 32}", f"{'b' * 32},{'a' * 32}", ""):
        assert open_box(msgspec.structs.replace(PLAIN, box_keys=words), owner, box) is None
    changed = msgspec.structs.replace(PLAIN, box_keys=f"{'d' * 32},{'e' * 32};{keys.box_keys}")
    assert open_box(changed, owner, box) == b"who"
    assert open_box(keys, owner, "no box") is None
    assert close_box(PLAIN, owner, b"who") != close_box(PLAIN, owner, b"who")


def test_the_two_keys_are_two() -> None:
    given = {"DATABASE_URL": "x", "SECRET_KEY": "r" * 32}
    for words in ("short,other", f"{'a' * 32}", f"{'a' * 32},{'a' * 32}"):
        with pytest.raises(SettingsError, match="BOX_KEYS"):
            read_settings({**given, "BOX_KEYS": words})
    assert read_settings({**given, "BOX_KEYS": f"{'a' * 32},{'b' * 32}"}).box_keys


def test_the_kept_id_tells_no_time() -> None:
    sent = uuid7()
    kept = sealed_id("r" * 32, sent)
    assert kept == sealed_id("r" * 32, sent) != sealed_id("s" * 32, sent)
    assert kept.version == 4
    assert uuid7_time(sent) - now() < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("adults", "area", "at_least", "side"),
    [
        (20_000, 8.0, 50, 500),  # a ward: 2,500 adults a km²
        (2_000, 100.0, 50, 5_000),  # a mountain commune: 20 a km²
        (200, 100.0, 50, None),  # hardly anybody: only the commune will do
        (None, 8.0, 50, None),
        (20_000, 8.0, 1, 100),
    ],
)
def test_a_place_is_told_by_a_square_with_enough_people(
    adults: int | None, area: float, at_least: int, side: int | None
) -> None:
    assert side_m(adults, area, at_least) == side


def test_two_points_of_a_square_are_told_as_one_and_no_square_as_the_commune() -> None:
    where = {"commune": (16.5, 107.6), "adults": 20_000, "area_km2": 8.0, "at_least": 50}
    first = coarse_place(LAT, LON, **where)  # type: ignore[arg-type]  # one dict of all kinds
    assert first == coarse_place(LAT + 0.00001, LON - 0.00001, **where)  # type: ignore[arg-type]
    assert first != (LAT, LON)
    assert abs(first[0] - LAT) < 0.0023
    unknown = {**where, "adults": None}
    assert coarse_place(LAT, LON, **unknown) == (16.5, 107.6)  # type: ignore[arg-type]


async def tipped(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> tuple[dict[str, Any], Any, UUID]:
    """A tip of a signed-in person with a contact number: the body, the receipt, the person."""
    session = await signed_in(tx, settings, PHONE)
    await tx.execute("update person set display_name = $2 where id = $1", session.me.id, NAME)
    body = report_body(
        category_code="an-ninh.to-giac",
        description=WORDS,
        contact_phone="0912999888",
        happened_at="2026-11-20T12:34:56.789Z",
        photo_count=1,
    )
    bearer = {"Authorization": f"Bearer {session.access_token}"}
    with frozen(datetime(2026, 11, 20, 13, 47, 31, tzinfo=UTC)):
        answer = await client.post("/v1/reports", json=body, headers=bearer)
    assert answer.status_code == 201, answer.text
    return body, answer.json(), session.me.id


async def test_hard_case_17_a_crime_tip_names_nobody_and_its_box_takes_two(  # noqa: PLR0915, PLR0917  one story
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_role: Any,
    as_person: Any,
) -> None:
    """The case: matter, day, coarse place. The box: the rest, for two officers, each reading written down."""
    await demo_province(tx)
    body, receipt, person_id = await tipped(client, tx, settings)
    key = {"X-Tracking-Key": receipt["tracking_key"]}
    # The phone goes on with its own id; sent again it is the same case.
    again = await client.post("/v1/reports", json=body)
    assert (again.status_code, again.json()) == (200, receipt)
    assert receipt["id"] != body["id"]
    picture = jpeg(200, 150)
    for known_as in (body["id"], receipt["id"]):
        assert (await client.get(f"/v1/me/reports/{known_as}", headers=key)).status_code == 200
        uploaded = await client.put(f"/v1/reports/{known_as}/photos/0", content=picture, headers=key)
        assert uploaded.status_code in (200, 201)
    await run_outbox(tx, files, settings)
    row = await tx.fetchrow("select * from report where id = $1", UUID(receipt["id"]))
    taken = await tx.fetchval("select received_at from photo where report_id = $1", UUID(receipt["id"]))
    assert (taken.minute, taken.second, taken.microsecond) == (0, 0, 0)
    assert row is not None
    assert (row["accuracy_m"], row["sent_at"], row["pin"], row["anonymous"]) == (None, None, None, True)
    assert row["happened_at"] == datetime(2026, 11, 19, 17, tzinfo=UTC)
    assert row["received_at"] == datetime(2026, 11, 20, 13, tzinfo=UTC)
    neighbour = (await client.post("/v1/reports", json=report_body())).json()["code"]
    assert int(neighbour[3:]) < 10**9 <= row["number"]  # its code lies between no two others
    assert row["description"] == "Tụ điểm đánh bạc sau chợ, gọi tôi [đã ẩn]"
    unit = await tx.fetchrow("select lat, lon from admin_unit where id = $1", row["commune_id"])
    assert unit is not None
    # Nobody knows how many live there: the middle of the commune, and not how far that is from the pin.
    told = (round(unit["lat"], 5), round(unit["lon"], 5), None)
    assert (row["lat"], row["lon"], row["commune_distance_m"]) == told
    assert await tx.fetchval("select count(*) from report_reporter where report_id = $1", row["id"]) == 0
    everything = "".join(str(dict(one)) for one in await tx.fetch("select * from report_box"))
    for secret in (PHONE, NAME, str(person_id), body["id"], "0912999888", str(LAT)):
        assert secret not in everything

    officer, second = as_role(Role.OFFICER), as_person(demo_second(Role.OFFICER), staff=True)
    assert (await client.get("/v1/sealed", headers=as_role(Role.HANDLER))).status_code == 403
    listed = (await client.get("/v1/sealed", headers=officer)).json()["items"]
    assert [(one["id"], one["boxed"], one["openings"]) for one in listed] == [(receipt["id"], True, [])]
    wanted = {"id": str(uuid7()), "reason": "Chuyên án 12/2026, cần hỏi thêm nhân chứng"}
    at = datetime(2026, 11, 21, 2, tzinfo=UTC)
    steps = f"/v1/sealed/openings/{wanted['id']}"
    with frozen(at):
        assert (
            await client.post(f"/v1/sealed/{receipt['id']}/ask", json=wanted, headers=officer)
        ).status_code == 200
        for path in ("agree", "read"):
            alone = await client.post(f"{steps}/{path}", headers=officer)
            assert (alone.status_code, alone.json()["type"]) == (403, "/problems/sealed-takes-two")
        await run_outbox(tx, files, settings)
        heard = await tx.fetch("select person_id, body from message where link = '#/hop-kin'")
        assert [one["person_id"] for one in heard] == [demo_second(Role.OFFICER)]
    with frozen(at + timedelta(minutes=29)):
        assert (await client.post(f"{steps}/agree", headers=second)).status_code == 200
    with frozen(at + timedelta(minutes=40)):
        for who in (officer, second):
            opened = (await client.post(f"{steps}/read", headers=who)).json()
            assert (opened["name"], opened["phone"], opened["contact_phone"]) == (
                NAME,
                "+84987001122",
                "0912999888",
            )
            assert (opened["description"], opened["lat"], opened["lon"]) == (WORDS, LAT, LON)
            assert opened["happened_at"].startswith("2026-11-20T12:34:56")
    with frozen(at + timedelta(minutes=45)):
        late = await client.post(f"{steps}/read", headers=officer)
        assert (late.status_code, late.json()["type"]) == (409, "/problems/sealed-over")
    audit = (await client.get("/v1/sealed", headers=second)).json()["items"][0]["openings"]
    assert [(one["reason"], one["looks"], one["mine"]) for one in audit] == [(wanted["reason"], 2, False)]
    assert audit[0]["asked_by"] != audit[0]["agreed_by"]


async def test_a_request_that_waited_too_long_or_was_refused_opens_nothing(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any, as_person: Any
) -> None:
    await demo_province(tx)
    _, receipt, _ = await tipped(client, tx, settings)
    officer, second = as_role(Role.OFFICER), as_person(demo_second(Role.OFFICER), staff=True)
    first, other = ({"id": str(uuid7()), "reason": "Cần hỏi thêm nhân chứng"} for _ in range(2))
    at = datetime(2026, 11, 21, 2, tzinfo=UTC)
    with frozen(at):
        for wanted in (first, other):
            await client.post(f"/v1/sealed/{receipt['id']}/ask", json=wanted, headers=officer)
        assert (
            await client.post(f"/v1/sealed/openings/{other['id']}/refuse", headers=second)
        ).status_code == 200
    for wanted, minutes in ((first, 31), (other, 1)):
        with frozen(at + timedelta(minutes=minutes)):
            answer = await client.post(f"/v1/sealed/openings/{wanted['id']}/agree", headers=second)
            assert (answer.status_code, answer.json()["type"]) == (409, "/problems/sealed-over")
