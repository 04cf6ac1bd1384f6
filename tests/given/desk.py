"""A case in the hands of agencies, as given; and what was told."""

from typing import Any
from uuid import UUID

from api.kit.db import Connection
from api.kit.demo import demo_agency
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from api.reports.actions import handling
from tests.given.reports import citizen, handler, officer
from tests.given.work import run_outbox

A, B = "46-do-thi", "46-dien-luc"
"""The demo handler's agency, and another."""


class Desk:
    """One case in the hands of agencies, each step on the newest version."""

    def __init__(self, tx: Connection, settings: Settings, report_id: UUID) -> None:
        self.tx, self.settings, self.id = tx, settings, report_id

    async def work(self, action: str, agency: str | None = A, **said: Any) -> Any:
        me = officer() if agency is None else handler(agency)
        version = await self.tx.fetchval("select version from report where id = $1", self.id)
        return await handling.work(
            self.tx, self.id, action, me, settings=self.settings, version=version, **said
        )

    async def bounce(self, agency: str, to: str) -> Any:
        return await self.work("bounce", agency, agency_id=demo_agency(to), note="Không thuộc lĩnh vực")


async def told(tx: Connection, files: Files, settings: Settings, role: Role) -> list[str]:
    """The titles in the inbox of a demo person, oldest first."""
    await run_outbox(tx, files, settings)
    person = {Role.CITIZEN: citizen(), Role.HANDLER: handler(), Role.OFFICER: officer()}[role].person_id
    rows = await tx.fetch("select title from message where person_id = $1 order by created_at, id", person)
    return [row["title"] for row in rows]
