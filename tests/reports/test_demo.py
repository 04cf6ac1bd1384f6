"""The demo province's reports, photos and warnings load once, in every state, through the real verbs."""

from api.alerts import demo as alerts_demo
from api.kit.db import Connection
from api.kit.demo import demo_person
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from api.photos import demo as photos_demo
from api.reports import demo as reports_demo
from tests.given.reports import demo_province
from tests.given.work import run_outbox


async def test_the_demo_loads_once_and_its_jobs_run(tx: Connection, settings: Settings, files: Files) -> None:
    await demo_province(tx)
    for _ in range(2):
        await reports_demo.load_demo(tx, settings, show=photos_demo.show_result)
        await photos_demo.load_demo(tx, settings)
        await alerts_demo.load_demo(tx, settings)
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select count(*) from report where demo") == len(reports_demo.STORIES)
    states = {row["state"] for row in await tx.fetch("select distinct state from report")}
    assert states == {story.reached for story in reports_demo.STORIES}
    assert await tx.fetchval("select count(*) from report where agency_id is null") == 0
    assert await tx.fetchval("select count(*) from report where published_at is not null") >= 12
    assert await tx.fetchval("select count(*) from report where received_at > now()") == 0
    checked = await tx.fetchval("select array_agg(distinct verified order by verified) from flood_point")
    assert checked == [False, True], "the flood map shows a hazard nobody checked beside those that are"
    assert {row["state"] for row in await tx.fetch("select distinct state from photo")} == {"ready"}
    assert await tx.fetchval("select count(*) from photo") >= 10
    types = [row["msg_type"] for row in await tx.fetch("select msg_type from alert order by sent_at")]
    assert types == ["alert", "update", "cancel", "alert"]
    assert await tx.fetchval("select count(*) from alert where status <> 'exercise' or not demo") == 0
    owners = await tx.fetch("select distinct person_id from report_reporter")
    assert [row["person_id"] for row in owners] == [demo_person(Role.CITIZEN)]
    assert (
        await tx.fetchval("select count(*) from message where person_id = $1", demo_person(Role.CITIZEN)) >= 5
    )
