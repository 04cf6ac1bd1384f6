"""The peer: the same four jobs as most teams would write them, FastAPI + Pydantic + SQLAlchemy async ORM.

Its tables lie in the schema `peer` of the same database and hold the same rows; it runs under the
same server with the same number of connections. Written plainly, not badly: indexes where a careful
developer puts them, one transaction a request.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from fastapi import Depends, FastAPI
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import DateTime, Float, ForeignKey, Index, String, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Tables of the peer."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: DateTime(timezone=True)}
    __table_args__: Any = {"schema": "peer"}  # noqa: RUF012  SQLAlchemy's own spelling


class Procedure(Base):
    __tablename__ = "procedure"
    code: Mapped[str] = mapped_column(String, primary_key=True)
    name: Mapped[str]
    level: Mapped[str]
    field: Mapped[str]
    search: Mapped[str]
    __table_args__ = (
        Index(
            "peer_procedure_search",
            "search",
            postgresql_using="gin",
            postgresql_ops={"search": "gin_trgm_ops"},
        ),
        {"schema": "peer"},
    )


class Report(Base):
    __tablename__ = "report"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    category_code: Mapped[str] = mapped_column(index=True)
    description: Mapped[str | None]
    lat: Mapped[float] = mapped_column(Float)
    lon: Mapped[float] = mapped_column(Float)
    accuracy_m: Mapped[float | None]
    commune_code: Mapped[str] = mapped_column(index=True)
    happened_at: Mapped[datetime]
    received_at: Mapped[datetime] = mapped_column(server_default=func.now())
    state: Mapped[str] = mapped_column(default="received", index=True)
    due_at: Mapped[datetime | None]


class Visit(Base):
    __tablename__ = "visit"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    household_id: Mapped[UUID] = mapped_column(index=True)
    commune_code: Mapped[str] = mapped_column(index=True)
    result: Mapped[str]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime]


class AdultVisit(Base):
    __tablename__ = "adult_visit"
    id: Mapped[int] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("peer.visit.id"), index=True)
    adult_id: Mapped[UUID] = mapped_column(index=True)
    knows: Mapped[bool | None]
    can: Mapped[bool | None]


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
    """Look whether it is there, else add it."""
    found = await db.get(Report, data.id)
    if found is None:
        found = Report(
            **data.model_dump(include=set(Report.__table__.columns.keys())),
        )
        db.add(found)
        await db.commit()
        await db.refresh(found)
    return ReportOut.model_validate(found)


class AdultIn(BaseModel):
    adult_id: UUID
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
    """Each visit: look whether it is there, else add it and its adults."""
    results = []
    for visit in data:
        if await db.get(Visit, visit.id) is not None:
            results.append({"event_id": str(visit.id), "status": "duplicate"})
            continue
        db.add(Visit(**visit.model_dump(exclude={"adults"})))
        await db.flush()
        db.add_all(AdultVisit(visit_id=visit.id, **adult.model_dump()) for adult in visit.adults)
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
    visits = {
        code: count
        for code, count in (
            await db.execute(select(Visit.commune_code, func.count()).group_by(Visit.commune_code))
        ).all()
    }
    return [
        CoverageOut(commune_code=code, adults=adults, know_and_can=both, visits=visits.get(code, 0))
        for code, adults, both in rows.all()
    ]
