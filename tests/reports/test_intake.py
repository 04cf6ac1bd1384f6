"""A flood of reports: many in one transaction, each answered for itself."""

import asyncio

import httpx
import msgspec

from api.kit.clock import now
from api.kit.db import Connection, Pool
from api.kit.errors import Problem
from api.kit.ids import uuid7
from api.kit.settings import Settings
from api.reports.actions.intake import Submission, submit_all
from api.reports.contracts import ReportSubmitted
from api.reports.rules import ReportIdTaken, ReportUnusable
from tests.given.reports import new_report, report_body

EVENTS = "select payload, urgent from outbox_event where kind = 'report_submitted' order by id"


async def test_each_report_of_a_batch_is_answered_for_itself(tx: Connection, settings: Settings) -> None:
    plain, resent_id = new_report(), uuid7()
    first = new_report(id=resent_id, description="Cây đổ chắn đường")
    answers = await submit_all(
        tx,
        [
            Submission(new=plain),
            Submission(new=new_report(category_code="khong-co")),
            Submission(new=first),
            Submission(new=first),
            Submission(new=new_report(id=resent_id, description="khác")),
            Submission(new=new_report(urgent=True, contact_phone="0912345678")),
        ],
        settings=settings,
    )
    assert isinstance(answers[1], ReportUnusable)
    assert isinstance(answers[4], ReportIdTaken)
    taken = [answer for answer in answers if not isinstance(answer, Problem)]
    assert [(receipt.id == resent_id, fresh) for receipt, fresh in taken] == [
        (False, True),
        (True, True),
        (True, False),
        (False, True),
    ]
    assert taken[1][0] == taken[2][0]
    assert await tx.fetchval("select count(*) from report") == 3
    assert await tx.fetchval("select count(*) from report_step where state = 'received'") == 3
    assert await tx.fetchval("select count(*) from report_reporter") == 1


async def test_every_report_of_a_batch_causes_its_own_event_and_only_urgent_ones_overtake(
    tx: Connection, settings: Settings
) -> None:
    calm, hurried = new_report(), new_report(urgent=True)
    await submit_all(tx, [Submission(new=calm), Submission(new=hurried)], settings=settings)
    steps = {row["report_id"]: row["id"] for row in await tx.fetch("select report_id, id from report_step")}
    assert {(row["payload"], row["urgent"]) for row in await tx.fetch(EVENTS)} == {
        (msgspec.json.encode(ReportSubmitted(report_id=report.id, step_id=steps[report.id])), urgent)
        for report, urgent in ((calm, False), (hurried, True))
    }


async def test_a_known_report_is_answered_as_before_whatever_became_of_its_subject(
    tx: Connection, settings: Settings
) -> None:
    new = new_report()
    [first] = await submit_all(tx, [Submission(new=new)], settings=settings)
    await tx.execute("update category set retired_on = $1", now().date())
    [again, other] = await submit_all(
        tx, [Submission(new=new), Submission(new=new_report())], settings=settings
    )
    assert not isinstance(first, Problem)
    assert again == (first[0], False)
    assert isinstance(other, ReportUnusable)


async def test_two_hundred_at_once_are_all_kept_once_and_one_that_breaks_the_database_fails_alone(
    committing_client: httpx.AsyncClient, database: Pool
) -> None:
    bodies = [report_body() for _ in range(60)]
    broken = report_body(description="hỏng")
    async with database.acquire() as connection:
        await connection.execute("alter table report add constraint breaks check (description <> 'hỏng')")
    answers = await asyncio.gather(
        *(
            committing_client.post("/v1/reports", json=body)
            for body in [*bodies, broken, *bodies, *bodies[:30]]
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200] * 90 + [201] * 60 + [500]
    async with database.acquire() as connection:
        rows = await connection.fetch("select id::text from report")
    assert sorted(row["id"] for row in rows) == sorted(str(body["id"]) for body in bodies)
