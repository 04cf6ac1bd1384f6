"""An Official Account's tokens: renewed once however many ask, committed before used, sealed, and lost loudly."""

from datetime import UTC, datetime, timedelta

import httpx
import msgspec
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from api.kit.zalo_oa import OaTokenError, OaTokens
from api.kit.zalo_oa_store import Pair, Seal, SealBrokenError, read_pair
from api.kit.zalo_outcomes import Outcome
from api.kit.zalo_sending import Sending, ask_quota
from tests.given.time import frozen
from tests.given.work import OneConnection
from tests.given.zalo import outcomes
from tests.zalo_fake.fake import FakeZalo

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DUE = AT + timedelta(hours=20)
"""Five of the twenty-five hours are left."""


async def test_a_token_is_renewed_when_five_hours_are_left(
    tx: Connection, tokens: OaTokens, fake: FakeZalo
) -> None:
    with frozen(DUE - timedelta(seconds=1)):
        assert await tokens.find() == "oa-access-1"
    assert fake.calls == []
    with frozen(DUE):
        assert await tokens.find() == "oa-access-2"
        assert await tokens.find() == "oa-access-2"
    assert fake.calls == ["/v4/oa/access_token?"]
    row = await tx.fetchrow("select version, access_expires_at from zalo_oa_token")
    assert row is not None
    assert tuple(row) == (2, DUE + timedelta(hours=25))
    assert await outcomes(tx) == [("first", None), ("rotated", None)]


async def test_the_life_of_a_token_is_what_zalo_says(tokens: OaTokens, fake: FakeZalo) -> None:
    """An hour, as older papers say: a fifth of it early, not five hours."""
    fake.lifetime = 3600
    with frozen(DUE):
        await tokens.find()
    with frozen(DUE + timedelta(minutes=47)):
        assert await tokens.find() == "oa-access-2"
    with frozen(DUE + timedelta(minutes=48)):
        assert await tokens.find() == "oa-access-3"


async def test_nothing_readable_is_kept(tx: Connection, tokens: OaTokens) -> None:
    sealed = await tx.fetchval("select sealed from zalo_oa_token")
    assert sealed
    assert "oa-" not in sealed
    whole = " ".join(
        str(row) for row in await tx.fetch("select t::text, r::text from zalo_oa_token t, zalo_oa_rotation r")
    )
    assert "oa-access" not in whole
    assert "oa-refresh" not in whole


def test_a_seal_opens_with_its_keys_and_for_its_account_only(settings: Settings) -> None:
    pair = Pair(oa_id="1", version=1, access="a", refresh="r", expires_at=AT, lifetime_s=1)
    plain = Seal(settings)
    renamed = Seal(msgspec.structs.replace(settings, zalo_token_key="new"))
    again = Seal(msgspec.structs.replace(settings, zalo_token_key="newer, new", secret_key="x" * 32))
    assert renamed.open(plain.close(pair), "1") == pair
    assert again.open(renamed.close(pair), "1") == pair
    for box, sealed, oa_id in (
        (plain, renamed.close(pair), "1"),
        (plain, plain.close(pair), "2"),
        (plain, "rubbish", "1"),
    ):
        with pytest.raises(SealBrokenError):
            box.open(sealed, oa_id)


async def test_a_rejected_token_is_renewed_once_and_the_call_made_again(
    tx: Connection, tokens: OaTokens, fake: FakeZalo, http: httpx.AsyncClient, ours: Settings
) -> None:
    with frozen(AT):
        fake.pairs[0].expires_at = now()
        sent = await tokens.use(lambda token: ask_quota(http, ours, token))
        assert (sent.outcome, sent.quota_left, fake.rotations) == (Outcome.SENT, 500, 1)


@pytest.mark.parametrize("code", [-216, -220, -124])
async def test_a_new_token_that_is_refused_too_stops_and_alerts(
    tx: Connection, tokens: OaTokens, fake: FakeZalo, code: int
) -> None:
    seen: list[str] = []

    async def refuse(token: str) -> Sending:
        seen.append(token)
        return Sending(outcome=Outcome.TOKEN_OVER, code=code)

    with frozen(AT):
        assert (await tokens.use(refuse)).outcome is Outcome.OUR_FAULT
        assert seen == ["oa-access-1", "oa-access-2"]
        assert (await tokens.use(refuse)).outcome is Outcome.OUR_FAULT
    assert seen == ["oa-access-1", "oa-access-2", "oa-access-2"]
    assert fake.rotations == 1
    assert await tx.fetchval("select stopped_code from zalo_oa_token") == str(code)
    assert await tx.fetchval("select count(*) from outbox_event where kind = 'zalo_needs_operator'") == 1


async def test_our_own_mistakes_alert_but_do_not_stop(
    tx: Connection, tokens: OaTokens, fake: FakeZalo
) -> None:
    fake.app_secret = "another"
    with frozen(DUE):
        assert await tokens.find() == "oa-access-1"
    assert await outcomes(tx) == [("first", None), ("refused", "-14004")]
    assert await tx.fetchval("select stopped_at from zalo_oa_token") is None


async def test_without_tokens_nothing_is_sent(
    tx: Connection, ours: Settings, http: httpx.AsyncClient
) -> None:
    tokens = OaTokens(ours, OneConnection(tx), http)
    with pytest.raises(OaTokenError, match="none"):
        await tokens.find()
    assert (await tokens.use(lambda token: ask_quota(http, ours, token))).outcome is Outcome.OUR_FAULT


async def test_a_timer_renews_what_nobody_uses(tokens: OaTokens, fake: FakeZalo) -> None:
    with frozen(AT):
        await tokens.renew_due()
        assert fake.rotations == 0
    with frozen(AT + timedelta(days=3)):
        await tokens.renew_due()
        await tokens.renew_due()
    assert fake.rotations == 1


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [({"expires_in": "90000"}, 90000), ({"expires_in": 3600}, 3600), ({"expires_in": "soon"}, 3600), ({}, 3600),
     ({"expires_in": "-5"}, 3600)],
)  # fmt: skip
def test_a_life_may_be_a_text_a_number_or_missing(answer: dict[str, object], seconds: int) -> None:
    pair = read_pair({"access_token": "a", "refresh_token": "r", **answer}, "1", 7)
    assert pair is not None
    assert (pair.lifetime_s, pair.version) == (seconds, 7)


@pytest.mark.parametrize("answer", [{}, {"access_token": ""}, {"access_token": "a"}, {"refresh_token": "r"}])
def test_half_a_pair_is_none(answer: dict[str, object]) -> None:
    assert read_pair(answer, "1", 1) is None
