"""A finished dossier is rated once a person; staff see sums of at least five people."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.dossiers.contracts.rating import RatingSum
from api.dossiers.rules.rating import sums_of
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, demo_person
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, given_code, given_key, given_person, tell, told
from tests.given.identity import demo_people
from tests.given.time import frozen

Headers = dict[str, str]
NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
RATING = (
    "insert into dossier_rating (dossier_id, person_id, stars, reasons, rated_at, changed_at)"
    " values ($1, $2, 3, '{}', $3, $3)"
)


async def finished(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, headers: Headers, state: str = "10"
) -> str:
    """A dossier in this state that the person follows."""
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1, agency_code=HANDLER_AGENCY))
    await tell(client, key, code, told(state, 2, agency_code=HANDLER_AGENCY))
    body = {"code": code, "phone_last4": LAST4}
    found = await client.post("/v1/me/dossiers", json=body, headers=headers)
    identity: str = found.json()["id"]
    return identity


async def rate(client: httpx.AsyncClient, dossier: str, headers: Headers, **body: Any) -> httpx.Response:
    return await client.put(f"/v1/me/dossiers/{dossier}/rating", json={"stars": 4} | body, headers=headers)


async def test_a_person_rates_once_and_may_change_it_for_seven_days(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Callable[[UUID], Headers]
) -> None:
    person = await given_person(tx)
    with frozen(NOW):
        dossier = await finished(client, tx, settings, as_person(person))
        first = await rate(
            client, dossier, as_person(person), reasons=["late", "kind", "late"], words=" Chờ  lâu "
        )
        assert first.status_code == 200, first.text
        given = first.json()["rating"]
        assert (given["stars"], given["reasons"], given["words"]) == (4, ["kind", "late"], "Chờ lâu")
        assert first.json()["may_rate"] is True
    with frozen(NOW + timedelta(days=6)):
        changed = (await rate(client, dossier, as_person(person), stars=2)).json()["rating"]
        assert (changed["stars"], changed["reasons"], changed["words"]) == (2, [], None)
        assert changed["rated_at"] == given["rated_at"]
    with frozen(NOW + timedelta(days=8)):
        late = await rate(client, dossier, as_person(person))
        assert (late.status_code, late.json()["type"]) == (409, "/problems/dossier-rating-closed")
        shown = await client.get(f"/v1/me/dossiers/{dossier}", headers=as_person(person))
        assert (shown.json()["rating"]["stars"], shown.json()["may_rate"]) == (2, False)
    assert await tx.fetchval("select count(*) from dossier_rating") == 1


@pytest.mark.parametrize(("state", "status"), [("4", 409), ("5", 409), ("7", 409), ("3", 200), ("9", 200)])
async def test_only_what_is_finished_is_rated(  # noqa: PLR0917  fixtures and a table
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    as_person: Callable[[UUID], Headers],
    state: str,
    status: int,
) -> None:
    me = as_person(await given_person(tx))
    dossier = await finished(client, tx, settings, me, state)
    shown = (await client.get(f"/v1/me/dossiers/{dossier}", headers=me)).json()
    assert shown["may_rate"] is (status == 200)
    assert (await rate(client, dossier, me)).status_code == status
    for wrong in ({"stars": 0}, {"stars": 6}, {"reasons": ["bad"]}, {"words": "x" * 1001}):
        assert (await rate(client, dossier, me, **wrong)).status_code == 422
    stranger = as_person(await given_person(tx))
    assert (await rate(client, dossier, stranger)).status_code == 404


async def test_staff_see_sums_of_five_and_never_words(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Callable[..., Headers]
) -> None:
    await demo_people(tx)
    staff = [as_person(demo_person(role), staff=True) for role in (Role.OFFICER, Role.HANDLER)]
    people = [as_person(await given_person(tx)) for _ in range(5)]
    for number, me in enumerate(people):
        dossier = await finished(client, tx, settings, me)
        rated = await rate(client, dossier, me, stars=5, reasons=["in_time"], words="Chị Hoa ở quầy 3")
        assert rated.status_code == 200
        for headers in staff:
            answer = await client.get("/v1/agency/dossier-ratings", headers=headers)
            (line,) = answer.json()["items"]
            assert "Hoa" not in answer.text
            assert line["suppressed"] is (number < 4)
            assert line["ratings"] == (None if number < 4 else 5)
    assert (line["average"], line["satisfied"]) == (5.0, 5)
    assert [(one["reason"], one["count"]) for one in line["reasons"]] == [("in_time", 5)]
    for role in (Role.ADMIN, Role.VOLUNTEER):
        headers = as_person(demo_person(role), staff=True)
        assert (await client.get("/v1/agency/dossier-ratings", headers=headers)).status_code == 403
    # Four stars are satisfied, three are not; what is a year old is not counted.
    await tx.execute("update dossier_rating set stars = 4")
    for days in [0] * 5 + [366]:
        at = now() - timedelta(days=days)
        await tx.execute(RATING, UUID(dossier), await given_person(tx), at)
    (line,) = (await client.get("/v1/agency/dossier-ratings", headers=staff[0])).json()["items"]
    assert (line["ratings"], line["average"], line["satisfied"]) == (10, 3.5, 5)


@pytest.mark.parametrize(
    ("ratings", "satisfied", "shown"),
    [(4, 4, (None, None, None)), (5, 5, (5, 4.0, 5)), (9, 5, (9, 4.0, None)), (10, 5, (10, 4.0, 5))],
)
def test_a_small_rest_is_not_shown_either(
    ratings: int, satisfied: int, shown: tuple[int | None, float | None, int | None]
) -> None:
    line = sums_of(
        RatingSum(
            agency_id=UUID(int=1), agency_name="A", ratings=ratings, stars=4 * ratings, satisfied=satisfied,
            reasons=["late"] * 4 + ["kind"] * 5,
        )
    )  # fmt: skip
    assert (line.ratings, line.average, line.satisfied) == shown
    counts = {one.reason: one.count for one in line.reasons}
    assert counts == ({} if ratings < 5 else {"kind": 5, "late": None})


async def test_the_reasons_are_a_public_list(client: httpx.AsyncClient) -> None:
    items = (await client.get("/v1/dossier-rating-reasons")).json()["items"]
    assert [one["text"] for one in items if one["good"]] == [
        "Đúng hẹn hoặc sớm", "Hướng dẫn rõ ràng", "Cán bộ tận tình", "Làm trên mạng dễ",
    ]  # fmt: skip
    assert len(items) == 10
