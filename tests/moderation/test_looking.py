"""What becomes public is looked at first: photo by photo, the text too, with history and no lost decision."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from api.kit.areas import Area, What
from api.kit.db import Connection
from api.kit.demo import demo_agency
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from api.photos import rules as photo_rules
from tests.given import pictures
from tests.given.identity import granted, signed_in
from tests.given.reports import accepted, demo_province, officer, reported
from tests.given.work import run_outbox


@pytest.fixture(autouse=True)
async def province(tx: Connection) -> None:
    await demo_province(tx)


class Desk:
    """The moderator's desk for one case."""

    def __init__(self, client: httpx.AsyncClient, report_id: Any, headers: dict[str, str]) -> None:
        self.client, self.report_id, self.headers, self.version = client, report_id, headers, 0

    async def read(self) -> Any:
        """The case as moderators see it."""
        answer = await self.client.get(f"/v1/moderation/{self.report_id}", headers=self.headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def do(self, verb: str, path: str, **body: Any) -> httpx.Response:
        """One deed on the version last seen."""
        answer = await self.client.request(
            verb, f"/v1/moderation/{path}", headers=self.headers, json={"version": self.version, **body}
        )
        if answer.status_code == 200 and "version" in answer.json():
            self.version = answer.json()["version"]
        return answer


async def sent(client: httpx.AsyncClient, report: Any, count: int = 1) -> None:
    """Photos of a report, each another."""
    for position in range(count):
        data = pictures.street(200 + 8 * position)
        path = f"/v1/reports/{report.id}/photos/{position}"
        answer = await client.put(path, content=data, headers={"X-Tracking-Key": report.tracking_key})
        assert answer.status_code == 201, answer.text


async def public_photos(client: httpx.AsyncClient, report_id: Any) -> list[str]:
    """The ids of the photos everybody sees."""
    answer = await client.get(f"/v1/reports/{report_id}")
    return [photo["id"] for photo in answer.json()["photos"]]


async def test_hard_case_26_nothing_of_a_photo_is_public_before_a_person_looked(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, as_role: Any
) -> None:
    """Three photos: one is shown with its plate blurred, one hidden with a reason, one not looked at yet."""
    report = await reported(tx, settings, photo_count=3)
    await sent(client, report, 3)
    await run_outbox(tx, files, settings)
    await accepted(tx, settings, report.id)
    handler = as_role(Role.HANDLER)
    queue = (await client.get("/v1/moderation", headers=handler)).json()["items"]
    assert [(line["id"], line["photos_waiting"]) for line in queue] == [(str(report.id), 3)]
    assert await public_photos(client, report.id) == []
    desk = Desk(client, report.id, handler)
    first, second, third = (await desk.read())["photos"]
    assert (await client.get(f"/v1/photos/{first['id']}/large")).status_code == 404

    x, y, w, h = pictures.PLATE
    areas = [{"x": x, "y": y, "w": w, "h": h, "what": "plate"}]
    assert (await desk.do("PUT", f"photos/{first['id']}/areas", areas=areas)).status_code == 200
    assert (await desk.do("PUT", f"photos/{first['id']}/shown", shown=True)).status_code == 200
    # Approved, but its copies do not show the blurring yet: still nobody's.
    assert await public_photos(client, report.id) == []
    await run_outbox(tx, files, settings)
    assert (await desk.do("PUT", f"photos/{second['id']}/shown", shown=False)).status_code == 422
    hidden = await desk.do("PUT", f"photos/{second['id']}/shown", shown=False, reason="Có hình ảnh máu me")
    assert hidden.status_code == 200
    assert await public_photos(client, report.id) == [first["id"]]
    for other in second, third:
        assert (await client.get(f"/v1/photos/{other['id']}/large")).status_code == 404
    for size in "large", "small":
        shown = await client.get(f"/v1/photos/{first['id']}/{size}")
        assert pictures.contrast(shown.content) < 60

    # The clear one: with a reason, written down, for ten minutes; never without the address.
    assert (await client.get(f"/v1/photos/{first['id']}/clear")).status_code == 404
    opened = await client.post(
        f"/v1/moderation/photos/{first['id']}/open", headers=handler, json={"reason": "Kiểm tra vùng che"}
    )
    clear = await client.get(opened.json()["url"])
    assert pictures.contrast(clear.content) > 150
    audit = await tx.fetchrow(
        "select staff_id, reason from photo_opening where photo_id = $1", UUID(first["id"])
    )
    assert audit is not None
    assert audit["reason"] == "Kiểm tra vùng che"

    assert (await desk.do("PUT", f"photos/{third['id']}/areas", areas=[], whole=True)).status_code == 200
    await run_outbox(tx, files, settings)
    assert (await desk.do("PUT", f"photos/{third['id']}/shown", shown=True)).status_code == 200
    assert await public_photos(client, report.id) == [first["id"], third["id"]]


async def test_what_the_detector_found_is_blurred_before_anybody_looks(  # noqa: PLR0917  fixtures
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_role: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A suggestion at work: blurred for the handler too; a moderator may take it off, the clear copy is kept."""
    x, y, w, h = pictures.PLATE
    found = [Area(x=x, y=y, w=w, h=h, what=What.PLATE)]
    monkeypatch.setattr("api.photos.actions.making.spotted", lambda _: found)
    report = await reported(tx, settings, photo_count=1)
    await sent(client, report)
    await run_outbox(tx, files, settings)
    desk = Desk(client, report.id, as_role(Role.OFFICER))
    photo = (await desk.read())["photos"][0]
    assert [area["what"] for area in photo["areas"]] == ["plate"]
    assert pictures.contrast((await client.get(photo["large"])).content) < 60
    await desk.do("PUT", f"photos/{photo['id']}/areas", areas=[])
    await run_outbox(tx, files, settings)
    assert pictures.contrast((await client.get(photo["large"])).content) > 150
    assert await files.get(photo_rules.derived_key(UUID(photo["id"]), "clear")) is not None


async def test_words_and_publication_have_a_history_and_are_taken_back(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any
) -> None:
    report = await reported(tx, settings, description="Nhà ông A đổ rác, gọi 0912345678")
    await accepted(tx, settings, report.id)
    desk = Desk(client, report.id, as_role(Role.OFFICER))
    assert (await desk.read())["public_text"] == "Nhà ông A đổ rác, gọi [đã ẩn]"
    await desk.do("PUT", f"{report.id}/text", text="Có hộ dân đổ rác", reason="Bỏ tên người")
    assert (await client.get(f"/v1/reports/{report.id}")).json()["description"] == "Có hộ dân đổ rác"
    no_reason = await desk.do("PUT", f"{report.id}/public", public=False)
    assert no_reason.status_code == 422
    assert (
        await desk.do("PUT", f"{report.id}/public", public=False, reason="Nêu tên người")
    ).status_code == 200
    assert (await client.get(f"/v1/reports/{report.id}")).status_code == 404
    history = (await desk.read())["history"]
    assert [(step["action"], step["by"]) for step in history] == [
        ("withhold", "officer"),
        ("text", "officer"),
    ]
    assert history[1]["before"] == {"text": "Nhà ông A đổ rác, gọi [đã ẩn]"}
    assert history[1]["after"] == {"text": "Có hộ dân đổ rác"}
    for step in history:
        answer = await desk.do("POST", f"{report.id}/history/{step['id']}/revert")
        assert answer.status_code == 200, answer.text
    assert (await client.get(f"/v1/reports/{report.id}")).json()[
        "description"
    ] == "Nhà ông A đổ rác, gọi [đã ẩn]"
    assert len((await desk.read())["history"]) == 4


async def test_two_moderators_conflict_visibly(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any
) -> None:
    report = await reported(tx, settings)
    await accepted(tx, settings, report.id)
    officer, handler = as_role(Role.OFFICER), as_role(Role.HANDLER)
    first, second = Desk(client, report.id, officer), Desk(client, report.id, handler)
    await first.do("PUT", f"{report.id}/text", text="Đèn tắt")
    late = await second.do("PUT", f"{report.id}/text", text="Đèn hỏng")
    assert (late.status_code, late.json()["type"]) == (409, "/problems/moderation-changed")
    faster = late.json()["extra"]
    assert (faster["action"], faster["by"], faster["version"]) == ("text", "officer", 1)
    assert (await first.read())["public_text"] == "Đèn tắt"


async def test_who_may_not_moderate(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any, as_person: Any
) -> None:
    """Another agency's handler, a citizen, and whoever sent it themselves."""
    stranger = await signed_in(tx, settings, "0912000333")
    await granted(tx, stranger.me.id, Role.HANDLER, agency_id=demo_agency("46-dien-luc"))
    report = await reported(tx, settings)
    path = f"/v1/moderation/{report.id}"
    assert (await client.get(path, headers=as_person(stranger.me.id, staff=True))).status_code == 404
    assert (await client.get(path, headers=as_role(Role.CITIZEN))).status_code == 403
    mine = await reported(tx, settings, officer())
    own = Desk(client, mine.id, as_role(Role.OFFICER))
    assert (await own.do("PUT", f"{mine.id}/text", text="Tôi tự sửa")).status_code == 409
