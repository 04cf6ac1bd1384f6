"""The peer: the same four jobs as most teams would write them, FastAPI + Pydantic + SQLAlchemy async ORM.

Its tables lie in the schema `peer` of the same database and hold the same rows; it runs under the
same server with the same number of connections. Written plainly, not badly: indexes where a careful
developer puts them, one transaction a request.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Depends, FastAPI, HTTPException
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from tests.bench.peer_tables import (
    AdultVisit,
    Category,
    Commune,
    Household,
    LoggedEvent,
    Outbox,
    Procedure,
    Report,
    Route,
    SkillSeen,
    Step,
    Visit,
)

engine = create_async_engine(
    os.environ["PEER_DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://"),
    pool_size=10,
    max_overflow=0,  # as many connections as ours, none opened and closed for one request
)
sessions = async_sessionmaker(engine, expire_on_commit=False)


async def session() -> AsyncIterator[AsyncSession]:
    """One session a request."""
    async with sessions() as found:
        yield found


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan)
Session = Annotated[AsyncSession, Depends(session)]


class ProcedureOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    code: str
    name: str
    level: str
    field: str


@app.get("/v1/procedures")
async def search(q: str, db: Session, limit: int = 20) -> list[ProcedureOut]:
    """Trigram word similarity, as the PostgreSQL manual shows."""
    folded = func.lower(func.unaccent(q))
    rows = await db.scalars(
        select(Procedure)
        .where(text("lower(unaccent(:q)) <% search").bindparams(q=q))
        .order_by(func.word_similarity(folded, Procedure.search).desc(), Procedure.code)
        .limit(limit)
    )
    return [ProcedureOut.model_validate(row) for row in rows]


class ReportIn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: UUID
    category_code: str = Field(max_length=60)
    description: str | None = Field(default=None, max_length=4000)
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    accuracy_m: float | None = Field(default=None, ge=0)
    commune_code: str = Field(pattern=r"^\d{5}$")
    commune_confirmed: bool
    happened_at: datetime
    anonymous: bool = False
    urgent: bool = False
    photo_count: int = Field(default=0, ge=0, le=4)


class ReportOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: UUID
    state: str
    received_at: datetime


@app.post("/v1/reports", status_code=201)
async def submit(data: ReportIn, db: Session) -> ReportOut:
    """Look whether it is there, else route it, and add it, its first step and what must follow."""
    found = await db.get(Report, data.id)
    if found is None:
        category = await db.get(Category, data.category_code)
        if category is None or await db.get(Commune, data.commune_code) is None:
            raise HTTPException(422)
        route = await db.scalar(select(Route).where(Route.category_code == category.code).limit(1))
        found = Report(
            **data.model_dump(include=set(Report.__table__.columns.keys())),
            due_at=datetime.now(UTC) + timedelta(days=category.finish_days),
            agency=route.agency if route else None,
        )
        db.add(found)
        await db.flush()
        db.add_all([
            Step(report_id=found.id, state="received"),
            Outbox(kind="report_submitted", payload={"report_id": str(found.id)}),
        ])  # fmt: skip
        await db.commit()
        await db.refresh(found)
    return ReportOut.model_validate(found)


class SkillIn(BaseModel):
    code: str
    level: str


class AdultIn(BaseModel):
    adult_id: UUID
    skills: list[SkillIn] = []
    knows: bool | None = None
    can: bool | None = None


class VisitIn(BaseModel):
    id: UUID
    household_id: UUID
    commune_code: str
    result: str
    started_at: datetime
    ended_at: datetime
    adults: list[AdultIn] = []


class SyncOut(BaseModel):
    results: list[dict[str, str]]


@app.post("/v1/outreach/sync")
async def sync(data: list[VisitIn], db: Session) -> SyncOut:
    """Each visit: look whether it is there and its house is ours, else log it, and add it and its adults."""
    results = []
    for visit in data:
        if await db.get(LoggedEvent, visit.id) is not None:
            results.append({"event_id": str(visit.id), "status": "duplicate"})
            continue
        if await db.get(Household, visit.household_id) is None:
            results.append({"event_id": str(visit.id), "status": "rejected"})
            continue
        db.add(LoggedEvent(id=visit.id, payload=visit.model_dump(mode="json")))
        db.add(Visit(**visit.model_dump(exclude={"adults"})))
        await db.flush()
        db.add_all(
            AdultVisit(
                visit_id=visit.id,
                **adult.model_dump(exclude={"skills"}),
                skills=[SkillSeen(**skill.model_dump()) for skill in adult.skills],
            )
            for adult in visit.adults
        )
        results.append({"event_id": str(visit.id), "status": "accepted"})
    await db.commit()
    return SyncOut(results=results)


class CoverageOut(BaseModel):
    commune_code: str
    adults: int
    know_and_can: int
    visits: int


@app.get("/v1/outreach/coverage")
async def coverage(db: Session) -> list[CoverageOut]:
    """The latest word on each adult, grouped by commune."""
    latest = (
        select(
            AdultVisit.adult_id,
            Visit.commune_code,
            AdultVisit.knows,
            AdultVisit.can,
            func.row_number()
            .over(partition_by=AdultVisit.adult_id, order_by=Visit.started_at.desc())
            .label("place"),
        )
        .join(Visit, Visit.id == AdultVisit.visit_id)
        .subquery()
    )
    rows = await db.execute(
        select(
            latest.c.commune_code,
            func.count().label("adults"),
            func.count().filter(latest.c.knows & latest.c.can).label("both"),
        )
        .where(latest.c.place == 1)
        .group_by(latest.c.commune_code)
    )
    counted = await db.execute(select(Visit.commune_code, func.count()).group_by(Visit.commune_code))
    visits = {row[0]: row[1] for row in counted.all()}
    return [
        CoverageOut(commune_code=code, adults=adults, know_and_can=both, visits=visits.get(code, 0))
        for code, adults, both in rows.all()
    ]
