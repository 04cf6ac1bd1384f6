"""The peer's tables, in the schema `peer`: what its four jobs keep, indexed where a careful developer would."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, DateTime, Float, ForeignKey, Index, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


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
    agency: Mapped[str | None]


class Category(Base):
    __tablename__ = "category"
    code: Mapped[str] = mapped_column(primary_key=True)
    finish_days: Mapped[int]


class Commune(Base):
    __tablename__ = "commune"
    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class Route(Base):
    __tablename__ = "route"
    id: Mapped[int] = mapped_column(primary_key=True)
    category_code: Mapped[str] = mapped_column(index=True)
    agency: Mapped[str]


class Step(Base):
    __tablename__ = "step"
    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("peer.report.id"), index=True)
    state: Mapped[str]
    at: Mapped[datetime] = mapped_column(server_default=func.now())


class Outbox(Base):
    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)


class Household(Base):
    __tablename__ = "household"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    commune_code: Mapped[str] = mapped_column(index=True)


class LoggedEvent(Base):
    __tablename__ = "logged_event"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    received_at: Mapped[datetime] = mapped_column(server_default=func.now())


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
    skills: Mapped[list["SkillSeen"]] = relationship()


class SkillSeen(Base):
    __tablename__ = "skill_seen"
    id: Mapped[int] = mapped_column(primary_key=True)
    adult_visit_id: Mapped[int] = mapped_column(ForeignKey("peer.adult_visit.id"), index=True)
    code: Mapped[str]
    level: Mapped[str]
