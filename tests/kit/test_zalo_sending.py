"""Messages of the Official Account against a local Zalo: what leaves, and what each number means."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest

from api.kit.settings import Settings
from api.kit.zalo import zalo_http
from api.kit.zalo_outcomes import NO_ZALO, OUTCOMES, Outcome, next_morning
from api.kit.zalo_sending import (
    ask_quota,
    ask_status,
    ask_talk,
    ask_user,
    moment,
    quota_left,
    send_mini_app_notice,
    send_reply,
    send_template,
    send_template_to_uid,
    upload_image,
)
from tests.given.time import frozen
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.sending import sha256
from tests.zalo_fake.server import Stage
from tests.zalo_fake.state import Template

DAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
"""23:30 in Vietnam."""
TRACKING = UUID("01a20000-0000-7000-8000-0000000000aa")
DATA = {"ma_ho_so": "H46.1-261123-0001", "trang_thai": "Đã xử lý xong"}


class Oa:
    """Our side of one Official Account: settings, connections, a token."""

    def __init__(self, settings: Settings, http: httpx.AsyncClient, token: str) -> None:
        self.settings, self.http, self.token = settings, http, token

    async def template(self, phone: str = "+84987654321", **other: Any) -> Any:
        filled = {"template_id": "7895417a", "data": DATA, "tracking_id": TRACKING, **other}
        return await send_template(self.http, self.settings, self.token, phone=phone, **filled)


@pytest.fixture
async def oa(fake: FakeZalo, stage: tuple[Stage, str]) -> AsyncIterator[Oa]:
    """An Official Account with one template, at ten in the morning."""
    fake.templates["7895417a"] = Template(params={"ma_ho_so": (True, 30), "trang_thai": (True, 30)})
    settings = Settings(
        database_url="x",
        secret_key="s" * 32,
        zalo_oa_url=stage[1],
        zalo_zbs_url=stage[1],
        zalo_oa_id=fake.oa_id,
    )
    with frozen(DAY):
        async with zalo_http(settings) as http:
            yield Oa(settings, http, fake.seed_pair().access)


async def test_a_template_leaves_with_our_tracking_id(fake: FakeZalo, oa: Oa) -> None:
    sent = await oa.template(data={**DATA, "trang_thai": "Đã xử lý xong"})
    assert (sent.outcome, sent.message_id, sent.quota_left) == (Outcome.SENT, f"{1:020x}", 499)
    assert sent.sent_at == DAY
    assert fake.bodies == [
        {
            "phone": "84987654321",
            "template_id": "7895417a",
            "template_data": DATA,
            "tracking_id": "01a200000000700080000000000000aa",
        }
    ]
    assert fake.calls == ["/message/template?"]


async def test_a_number_can_go_as_its_digest(fake: FakeZalo, oa: Oa) -> None:
    assert (await oa.template(hashed=True)).outcome is Outcome.SENT
    assert "phone" not in fake.bodies[0]
    assert fake.bodies[0]["hash_phone"] == sha256("84987654321")
    oa.settings = msgspec.structs.replace(oa.settings, zalo_hash_plus=True)
    await oa.template(hashed=True)
    assert fake.bodies[1]["hash_phone"] == sha256("+84987654321")


@pytest.mark.parametrize(
    ("phone", "other", "outcome", "code"),
    [
        ("+8412", {}, Outcome.BAD_RECIPIENT, -108),
        ("+84987654321", {"template_id": "none"}, Outcome.OUR_FAULT, -109),
        ("+84987654321", {"data": {"ma_ho_so": "1"}}, Outcome.BAD_MESSAGE, -1122),
        ("+84987654321", {"data": {**DATA, "ma_ho_so": "1" * 31}}, Outcome.BAD_MESSAGE, -1121),
        ("+84987654321", {"data": {}}, Outcome.BAD_MESSAGE, -111),
        ("+84987654321", {"development": True}, Outcome.BAD_MESSAGE, -127),
    ],
)
async def test_what_zalo_checks_is_told_apart(
    oa: Oa, phone: str, other: dict[str, Any], outcome: Outcome, code: int
) -> None:
    sent = await oa.template(phone, **other)
    assert (sent.outcome, sent.code, sent.retry_at) == (outcome, code, None)


@pytest.mark.parametrize(("status", "outcome"), [("DISABLE", -146), ("PENDING_REVIEW", -131)])
async def test_a_template_that_is_off_needs_a_person(
    fake: FakeZalo, oa: Oa, status: str, outcome: int
) -> None:
    fake.templates["7895417a"].status = status
    sent = await oa.template()
    assert (sent.outcome, sent.code) == (Outcome.BAD_MESSAGE, outcome)


@pytest.mark.parametrize("code", [-114, -118, -141])
async def test_somebody_without_zalo_is_reached_another_way(fake: FakeZalo, oa: Oa, code: int) -> None:
    fake.recipients["84987654321"] = code
    assert (await oa.template()).outcome is Outcome.BAD_RECIPIENT
    assert (await oa.template(hashed=True)).outcome is Outcome.BAD_RECIPIENT
    assert (code in NO_ZALO) == (code != -141)


async def test_at_night_it_waits_for_the_morning(fake: FakeZalo, oa: Oa) -> None:
    with frozen(NIGHT):
        oa.token = fake.seed_pair().access
        sent = await oa.template()
    morning = datetime(2026, 11, 23, 23, 5, tzinfo=UTC)
    assert (sent.outcome, sent.code) == (Outcome.RETRY_LATER, -133)
    assert morning <= sent.retry_at < morning + timedelta(minutes=20)


async def test_when_the_quota_is_used_up_it_is_tomorrow(fake: FakeZalo, oa: Oa) -> None:
    fake.quota = 1
    assert (await oa.template()).quota_left == 0
    sent = await oa.template()
    assert (sent.outcome, sent.code) == (Outcome.OVER_QUOTA, -144)
    assert sent.retry_at > datetime(2026, 11, 23, 23, 4, tzinfo=UTC)
    asked = await ask_quota(oa.http, oa.settings, oa.token)
    assert (asked.quota_left, asked.data["dailyQuota"]) == (0, "1")


async def test_a_token_that_is_over_says_so_on_both_hosts(fake: FakeZalo, oa: Oa) -> None:
    oa.token = "old"
    assert (await oa.template()).code == -124
    replied = await send_reply(oa.http, oa.settings, "old", uid="1", text="Chào")
    assert (replied.code, replied.outcome) == (-216, Outcome.TOKEN_OVER)


async def test_a_template_goes_to_a_uid_in_either_shape(fake: FakeZalo, oa: Oa) -> None:
    async def send() -> Any:
        return await send_template_to_uid(
            oa.http, oa.settings, oa.token, uid="246845883529197922", template_id="7895417a", data=DATA
        )

    sent = await send()
    assert (sent.outcome, sent.message_id) == (Outcome.SENT, f"{1:020x}")
    assert fake.bodies[0]["user_id"] == "246845883529197922"
    oa.settings = msgspec.structs.replace(oa.settings, zalo_uid_recipient=True)
    assert (await send()).code == -201
    assert fake.bodies[1]["recipient"] == {"user_id": "246845883529197922"}
    fake.templates["7895417a"].uid = False
    oa.settings = msgspec.structs.replace(oa.settings, zalo_uid_recipient=False)
    assert (await send()).code == -249


async def test_a_reply_reaches_whom_wrote_within_seven_days(fake: FakeZalo, oa: Oa) -> None:
    uid = "246845883529197922"
    fake.talked_at = {uid: DAY - timedelta(days=7), "late": DAY - timedelta(days=7, seconds=1)}
    sent = await send_reply(
        oa.http, oa.settings, oa.token, uid=uid, text="Dạ, đã có kết quả\nMời bác đến nhận  ạ"
    )
    assert sent.outcome is Outcome.SENT
    assert fake.bodies[0] == {
        "recipient": {"user_id": uid},
        "message": {"text": "Dạ, đã có kết quả\nMời bác đến nhận ạ"},
    }
    for other, code in (("late", -230), ("stranger", -232)):
        refused = await send_reply(oa.http, oa.settings, oa.token, uid=other, text="x" * 2001)
        assert (refused.outcome, refused.code) == (Outcome.BAD_RECIPIENT, code)
    talk = await ask_talk(oa.http, oa.settings, oa.token, uid=uid)
    assert moment(talk.data["last_interaction"]) == DAY - timedelta(days=7)


async def test_a_picture_is_uploaded_and_sent(fake: FakeZalo, oa: Oa) -> None:
    up = await upload_image(oa.http, oa.settings, oa.token, content=b"\xff\xd8\r\n\xff")
    assert fake.uploads == [("file", b"\xff\xd8\r\n\xff")]
    fake.talked_at["1"] = DAY
    await send_reply(
        oa.http, oa.settings, oa.token, uid="1", text="Ảnh", attachment_id=up.data["attachment_id"]
    )
    elements = fake.bodies[0]["message"]["attachment"]["payload"]["elements"]
    assert elements == [{"media_type": "image", "attachment_id": "att-1"}]


async def test_what_became_of_a_message_can_be_asked(fake: FakeZalo, oa: Oa) -> None:
    sent = await oa.template()

    async def status(message_id: str) -> Any:
        asked = await ask_status(oa.http, oa.settings, oa.token, message_id=message_id)
        return asked.data["status"]

    assert await status(sent.message_id) == 0
    fake.sent[sent.message_id]["delivered"] = True
    assert (await status(sent.message_id), await status("nothing")) == (1, -1)


async def test_the_two_ids_of_a_follower_are_paired(fake: FakeZalo, oa: Oa) -> None:
    fake.add_user("4047671499938107249", uid="246845883529197922")
    found = await ask_user(oa.http, oa.settings, oa.token, uid="246845883529197922")
    assert found.data["user_id_by_app"] == "4047671499938107249"
    assert (await ask_user(oa.http, oa.settings, oa.token, uid="1")).outcome is Outcome.BAD_RECIPIENT


@pytest.mark.parametrize("code", [-99999, "strange"])
async def test_a_number_nobody_knows_is_tried_again_in_a_minute(fake: FakeZalo, oa: Oa, code: Any) -> None:
    fake.forced = code
    sent = await oa.template()
    assert (sent.outcome, sent.retry_at) == (Outcome.RETRY_LATER, DAY + timedelta(minutes=1))


async def test_a_notice_of_the_mini_app_needs_our_key_and_their_consent(fake: FakeZalo, oa: Oa) -> None:
    settings = msgspec.structs.replace(
        oa.settings,
        zalo_mini_url=oa.settings.zalo_oa_url,
        zalo_mini_app_id=fake.mini_app_id,
        zalo_open_api_key=fake.open_api_key,
    )

    async def notify(zalo_id: str, settings: Settings = settings) -> tuple[Outcome, int | None]:
        data = {"title": "Hồ sơ", "buttonUrl": f"https://zalo.me/s/{fake.mini_app_id}/"}
        sent = await send_mini_app_notice(
            oa.http, settings, zalo_id=zalo_id, template_id="00126fd7", data=data
        )
        return sent.outcome, sent.code

    fake.add_user("1001")
    assert await notify("1001") == (Outcome.SENT, 0)
    assert fake.bodies[0]["templateData"]["title"] == "Hồ sơ"
    assert await notify("9999") == (Outcome.BAD_RECIPIENT, -110)
    fake.recipients["1001"] = -111
    assert await notify("1001") == (Outcome.BAD_RECIPIENT, -111)
    wrong = msgspec.structs.replace(settings, zalo_open_api_key="wrong")
    assert await notify("1001", wrong) == (Outcome.OUR_FAULT, -102)


async def test_a_lost_answer_is_no_answer(fake: FakeZalo, oa: Oa, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.kit.zalo.TIMEOUT", 0.05)
    fake.slow_by = 0.1
    sent = await oa.template()
    assert (sent.outcome, sent.message_id, sent.code) == (Outcome.LOST, None, None)


def test_every_documented_number_is_in_one_class() -> None:
    documented = {
        -100, *range(-105, -100), -106, -107, -108, -109, -110, -111, -112, -113, -114, -115, -116, -117, -118, -119,
        -120, -121, -122, -123, -124, -125, -126, -127, -130, -131, -132, -133, -134, -135, -136, -137, -138, -139,
        -140, -141, -144, -145, -146, -147, -153, -161, -162, -1121, -1122, -1124, -1131, -1241, -1351, -1381, -1441,
        -1471, -1472, -320, -321,
        -32, -200, -201, -204, -205, -209, -210, -211, -212, -213, -216, -217, -218, -219, -220, -221, -223, -224,
        -227, -230, -232, -233, -234, -235, -240, -242, -244, -248, -249, -501, 0,
    }  # fmt: skip
    assert set(OUTCOMES) == documented


@pytest.mark.parametrize(
    ("hour", "tomorrow", "day"), [(2, False, 23), (2, True, 24), (7, False, 24), (23, False, 24)]
)
def test_the_next_morning(hour: int, tomorrow: bool, day: int) -> None:  # noqa: FBT001
    at = datetime(2026, 11, 22, 17, tzinfo=UTC) + timedelta(hours=hour)
    assert next_morning(at, "06:05", tomorrow=tomorrow).isoformat() == f"2026-11-{day}T06:05:00+07:00"


def test_numbers_of_zalo_may_be_texts_or_nonsense() -> None:
    assert (moment("1626926349402"), moment(None), moment("soon"), moment("9" * 30)) == (
        datetime(2021, 7, 22, 3, 59, 9, 402000, UTC), None, None, None,
    )  # fmt: skip
    assert quota_left({"quota": {"remain": "7"}}) == quota_left({"remainingQuota": 7}) == 7
    assert quota_left({"quota": "many"}) is quota_left({"quota": {"remain": True}}) is None
