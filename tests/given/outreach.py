"""Teams, volunteers and phones that walk: everything a test says goes through the upload."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from outreach.folding import FOLDS
from outreach.measurement.contracts import CommuneCount
from outreach.teams.actions import form_teams
from outreach.teams.contracts import HamletKind, NewHamlet, NewTeam
from outreach.visits.actions import sync
from outreach.visits.contracts import EventResult, SyncAnswer, SyncBatch

SECRET = "only-for-tests-0123456789abcdefghij"
INSERT_PERSON = "insert into person (id, display_name, demo) values ($1, $2, true) on conflict do nothing"
INSERT_GRANT = """
insert into role_grant (id, person_id, role, team_id, valid_from, valid_to, granted_at)
values ($1, $2, 'volunteer', $3, $4, $5, now())
"""
LIST_COMMUNES = """
select code from admin_unit
where province_code = '46' and valid_to is null and type in ('commune', 'ward') order by code
"""
Event = dict[str, Any]


class Phone:
    """One installation of the app: numbers its events, keeps them, and sends them."""

    def __init__(self, walker: "Walker") -> None:
        self.walker, self.install_id, self.seq = walker, uuid7(), 0
        self.kept: list[Event] = []

    def note(self, kind: str, *, at: datetime | None = None, **body: Any) -> Event:
        """Record an event as the phone does when a form is saved."""
        self.seq += 1
        event = {
            "event_id": str(uuid7()),
            "seq": self.seq,
            "type": kind,
            "schema_version": 1,
            "device_time": wire(at or now()),
            "body": {"team_id": str(self.walker.team_id), **plain(body)},
        }
        self.kept.append(event)
        return event

    def household(self, reference: str = "Hộ số 12, ngõ 5", **body: Any) -> UUID:
        """A house joins the list."""
        home = uuid7()
        body.setdefault("hamlet_id", self.walker.hamlet_ids[0])
        self.note("household_added", household_id=home, reference=reference, **body)
        return home

    def adult(self, home: UUID, label: str = "Bác gái", **body: Any) -> UUID:
        """An adult who agreed joins the list."""
        adult = uuid7()
        body.setdefault("consent", True)
        self.note("adult_added", adult_id=adult, household_id=home, label=label, **body)
        return adult

    def visit(
        self,
        home: UUID,
        *seen: dict[str, Any],
        result: str = "met",
        at: datetime | None = None,
        minutes: int = 10,
        **body: Any,
    ) -> UUID:
        """A visit that ends when it is saved."""
        end, visit = at or now(), uuid7()
        body.setdefault("consent", True if seen else None)
        self.note(
            "visit_logged",
            at=end,
            visit_id=visit,
            household_id=home,
            started_at=end - timedelta(minutes=minutes),
            ended_at=end,
            result=result,
            adults=list(seen),
            **body,
        )
        return visit

    def batch(self, events: Sequence[Any] | None = None, *, clock: datetime | None = None) -> SyncBatch:
        """An upload of these events, or of everything kept."""
        return SyncBatch(
            install_id=self.install_id,
            device_time=clock or now(),
            events=list(self.kept if events is None else events),
        )

    async def send(
        self, tx: Connection, events: Sequence[Any] | None = None, *, clock: datetime | None = None
    ) -> SyncAnswer:
        """Upload inside this transaction."""
        return await sync(
            tx,
            self.batch(events, clock=clock),
            by=self.walker.principal,
            secret=SECRET,
            folds=FOLDS,
        )


class Walker:
    """A volunteer of one team."""

    def __init__(self, person_id: UUID, team_id: UUID, commune_code: str, hamlet_ids: list[UUID]) -> None:
        self.person_id, self.team_id = person_id, team_id
        self.commune_code, self.hamlet_ids = commune_code, hamlet_ids

    @property
    def principal(self) -> Principal:
        """As the door would know them."""
        return Principal(
            person_id=self.person_id,
            session_id=uuid4(),
            roles=frozenset({Role.CITIZEN, Role.VOLUNTEER}),
            team_ids=(self.team_id,),
        )

    def phone(self) -> Phone:
        """A phone with the app newly installed."""
        return Phone(self)


def wire(at: datetime) -> str:
    """A time as phones write it."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def plain(value: Any) -> Any:
    """JSON of ids, times and days."""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return wire(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def seen(adult: UUID, *, knows: bool | None = True, met: bool = True, **skills: Any) -> dict[str, Any]:
    """What a volunteer saw of an adult: `seen(adult, S07="alone_observed")`."""
    extra = {key: value for key, value in skills.items() if not key[0].isupper()}
    found = [{"code": code, "level": level} for code, level in skills.items() if code[0].isupper()]
    look: dict[str, Any] = {"adult_id": adult, "met": met, "knows": knows if met else None, **extra}
    return {**look, "skills": found} if found else look


async def given_walker(
    tx: Connection,
    *,
    hamlets: int = 1,
    commune: int = 0,
    since: date = date(2025, 7, 1),
    until: date | None = None,
    team_of: Walker | None = None,
) -> Walker:
    """A volunteer of a new team in the n-th commune of Huế, or of somebody's team."""
    person_id = uuid7()
    await tx.execute(INSERT_PERSON, person_id, "Tình nguyện viên thử")
    if team_of is None:
        codes = [row["code"] for row in await tx.fetch(LIST_COMMUNES)]
        new = [
            NewHamlet(
                id=uuid7(),
                commune_code=codes[commune],
                name=f"Tổ dân phố {uuid4().hex[:8]}",
                kind=HamletKind.TO_DAN_PHO,
            )
            for _ in range(hamlets)
        ]
        team = NewTeam(
            id=uuid7(),
            code=uuid4().hex,
            name="Tổ công nghệ số cộng đồng thử",
            commune_code=codes[commune],
            formed_on=date(2025, 7, 1),
            hamlet_ids=tuple(hamlet.id for hamlet in new),
        )
        await form_teams(tx, [team], hamlets=new)
        walker = Walker(person_id, team.id, codes[commune], [hamlet.id for hamlet in new])
    else:
        walker = Walker(person_id, team_of.team_id, team_of.commune_code, team_of.hamlet_ids)
    await tx.execute(INSERT_GRANT, uuid7(), person_id, walker.team_id, since, until)
    return walker


def statuses(answer: SyncAnswer) -> list[str]:
    """The statuses of an answer, in order."""
    return [result.status.value for result in answer.results]


def reasons(answer: SyncAnswer) -> list[str | None]:
    """The reason codes of an answer, in order."""
    return [result.reason_code for result in answer.results]


def only(results: Sequence[EventResult]) -> EventResult:
    """The one result there is."""
    (result,) = results
    return result


def count(code: str, *figures: int, population: int | None = None) -> CommuneCount:
    """The running totals of a made-up commune: registered, reached, assessed, able, visits."""
    registered, reached, assessed, able, visits = figures
    return CommuneCount(
        commune_code=code,
        commune_name=code,
        adults_registered=registered,
        adults_reached=reached,
        adults_assessed=assessed,
        know_and_can=able,
        visits=visits,
        adults_population=population,
        population_on=None,
        population_source="nguồn" if population else None,
    )
