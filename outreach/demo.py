"""The demo province's walks: teams in every commune of Huế and one evening list for the demo volunteer.

Everything is made up from a fixed seed, marked as demo, and goes through the same upload as a
phone's: teams are formed, then one installation per team sends what it "recorded".
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from api.kit.clock import VN, now, today
from api.kit.db import Connection
from api.kit.demo import COMMUNE, DEMO, PROVINCE, TEAM_CODE, demo_person, demo_team
from api.kit.principal import Principal, Role
from outreach.folding import FOLDS
from outreach.teams.actions import form_teams
from outreach.teams.actions.training import record as record_training
from outreach.teams.contracts import HamletKind, NewHamlet, NewTeam
from outreach.teams.contracts.training import Evidence, NewTraining
from outreach.teams.store.training import list_courses
from outreach.visits.actions import sync
from outreach.visits.contracts import EventType, SyncBatch

Event: TypeAlias = dict[str, Any]
SEED = 46
HOUSEHOLDS = 1_500
DAYS = 120
"""How far back the demo's evenings go."""
FORMED_ON = date(2025, 8, 8)
UNTRAINED = 2
"""Every so many-th of the other teams has been trained."""
BESIDE = 3
"""Members of the demo sign-in's team besides its leader and its volunteer: a team to look at."""
TESTED_SHARE, HINDERED_SHARE = 0.85, 0.2
LABELS = ("Bác trai", "Bác gái", "Anh cả", "Chị cả", "Em út", "Ông", "Bà", "Cô hai", "Chú ba")
ONLINE_SKILLS, OTHER_SKILLS = ("S04", "S05", "S07", "S09"), ("S12", "S13", "S15")
BARRIERS = ("no_device", "no_network", "eyesight", "no_vneid", "fear_scam", "no_need")

LIST_COMMUNES = """
select code, name, type from admin_unit
where province_code = $1 and valid_to is null and type in ('commune', 'ward')
order by code
"""
FIND_LOADED = """
select true from team where code = $1
"""
INSERT_WALKERS = """
insert into person (id, display_name, demo)
select id, name, true from unnest($1::uuid[], $2::text[]) as p(id, name)
on conflict (id) do nothing
"""
INSERT_MEMBERS = """
insert into role_grant (id, person_id, role, team_id, valid_from, granted_at)
select m.id, m.person_id, m.role, m.team_id, $5, now()
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[]) as m(id, person_id, role, team_id)
on conflict do nothing
"""


def demo_uuid7(dice: random.Random, at: datetime) -> UUID:
    """A version 7 id from the dice, so that the demo is the same every time."""
    stamp = int(at.timestamp() * 1000) << 80
    return UUID(int=stamp | 7 << 76 | dice.getrandbits(12) << 64 | 2 << 62 | dice.getrandbits(62))


class Walk:
    """What one demo team's phone recorded, in the order it did."""

    def __init__(self, team_id: UUID, hamlets: Sequence[UUID], *, houses: int, seed: str) -> None:
        """Dice of this team's own: another team more or less changes nothing here."""
        self.team_id, self.hamlets, self.houses = team_id, hamlets, houses
        digest = hashlib.sha256(f"{SEED}:{seed}".encode()).digest()
        self.dice = random.Random(int.from_bytes(digest[:8]))  # noqa: S311  not a secret
        self.ease = self.dice.choice((0.5, 0.65, 0.8, 0.98))
        """How able the people of this area are."""
        self.events: list[Event] = []

    def note(self, kind: EventType, at: datetime, **body: Any) -> None:
        """One event saved on the phone."""
        self.events.append(
            {
                "event_id": str(demo_uuid7(self.dice, at)),
                "seq": len(self.events) + 1,
                "type": kind.value,
                "schema_version": 1,
                "device_time": wire(at),
                "body": {"team_id": str(self.team_id), **body},
            }
        )

    def evening(self, days_ago: int) -> datetime:
        """A moment on an evening, Vietnamese time."""
        day = today() - timedelta(days=days_ago)
        minute = self.dice.randrange(18 * 60, 21 * 60)
        return datetime.combine(day, time(minute // 60, minute % 60), VN).astimezone(UTC)

    def record(self) -> list[Event]:
        """Every house of the area with its adults, and the visits so far."""
        for number in range(self.houses):
            self.record_house(number)
        return self.events

    def record_house(self, number: int) -> None:
        """A house: four in five were visited, some more than once."""
        dice = self.dice
        first = self.evening(dice.randrange(5, DAYS))
        home = str(demo_uuid7(dice, first))
        count = dice.choices((1, 2, 3, 4, 5), weights=(10, 35, 28, 18, 9))[0]
        self.note(
            EventType.HOUSEHOLD_ADDED,
            first - timedelta(minutes=20),
            household_id=home,
            hamlet_id=str(self.hamlets[number % len(self.hamlets)]),
            reference=f"Hộ số {number + 1}, ngõ {1 + number // 8}",
            adults_total=count,
        )
        adults = [str(demo_uuid7(dice, first)) for _ in range(count)]
        for adult, label in zip(adults, dice.sample(LABELS, count), strict=True):
            self.note(
                EventType.ADULT_ADDED,
                first - timedelta(minutes=15),
                adult_id=adult,
                household_id=home,
                label=label,
                consent=True,
                birth_year=today().year - dice.randrange(20, 82),
            )
        at = first
        for _ in range(dice.choices((0, 1, 2, 3), weights=(20, 45, 25, 10))[0]):
            self.record_visit(home, adults, at)
            at = at + timedelta(days=dice.randrange(2, 30))
            if at > now() - timedelta(hours=1):
                break

    def record_visit(self, home: str, adults: Sequence[str], at: datetime) -> None:
        """One knock: mostly somebody is at home."""
        dice = self.dice
        result = dice.choices(
            ("met", "nobody_home", "revisit", "refused", "do_not_contact"), weights=(70, 18, 7, 4, 1)
        )[0]
        looks = list(self.looks(adults)) if result == "met" else []
        body: Event = {
            "visit_id": str(demo_uuid7(dice, at)),
            "household_id": home,
            "started_at": wire(at - timedelta(minutes=dice.randrange(4, 25))),
            "ended_at": wire(at),
            "result": result,
        }
        if looks:
            body |= {"consent": "given_verbal", "adults": looks}
        if result == "revisit":
            body["revisit_at"] = wire(at + timedelta(days=dice.randrange(3, 40)))
        self.note(EventType.VISIT_LOGGED, at, **body)

    def looks(self, adults: Sequence[str]) -> Iterator[Event]:
        """What was seen of those who were at home."""
        dice = self.dice
        for adult in dice.sample(adults, dice.randrange(1, len(adults) + 1)):
            look: Event = {"adult_id": adult, "met": True, "knows": dice.random() < self.ease + 0.1}
            if dice.random() < TESTED_SHARE:
                able = look["knows"] and dice.random() < self.ease
                level = (
                    "alone_observed" if able else dice.choice(("heard", "says_can", "with_help", "done_for"))
                )
                helped = {"with_help": "hands_on", "done_for": "done_for", "alone_observed": "unaided"}
                skills = (dice.choice(ONLINE_SKILLS), dice.choice(OTHER_SKILLS))
                look["skills"] = [{"code": code, "level": level} for code in skills]
                if level in helped:
                    look["assistance"] = helped[level]
            if dice.random() < HINDERED_SHARE:
                look["barriers"] = [dice.choice(BARRIERS)]
            yield look


def wire(at: datetime) -> str:
    """A time as phones write it."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


async def load_demo(conn: Connection) -> None:
    """Load the demo's walks once, after the demo people and their grants; a second call finds them there."""
    if await conn.fetchval(FIND_LOADED, TEAM_CODE):
        return
    communes = await conn.fetch(LIST_COMMUNES, PROVINCE)
    hamlets: list[NewHamlet] = []
    teams: list[NewTeam] = []
    for row in communes:
        ward = row["type"] == "ward"
        kind = HamletKind.TO_DAN_PHO if ward else HamletKind.THON
        word = "Tổ dân phố" if ward else "Thôn"
        own = [
            NewHamlet(
                id=uuid5(DEMO, f"hamlet:{row['code']}:{number}"),
                commune_code=row["code"],
                name=f"{word} {number}",
                kind=kind,
            )
            for number in (1, 2, 3)
        ]
        hamlets += own
        code = TEAM_CODE if row["code"] == COMMUNE else f"demo-{row['code']}-1"
        teams.append(
            NewTeam(
                id=demo_team(code),
                code=code,
                name=f"Tổ công nghệ số cộng đồng {row['name']} (dữ liệu mẫu)",
                commune_code=row["code"],
                formed_on=FORMED_ON,
                hamlet_ids=tuple(hamlet.id for hamlet in own),
                demo=True,
            )
        )
    await form_teams(conn, teams, hamlets=hamlets)
    others = [team for team in teams if team.code != TEAM_CODE]
    home = next(team for team in teams if team.code == TEAM_CODE)
    joining = [
        *(
            (walker_of(team), f"Tình nguyện viên mẫu {n}", Role.VOLUNTEER, team)
            for n, team in enumerate(others, 1)
        ),
        *(
            (leader_of(team), f"Tổ trưởng mẫu {n}", Role.TEAM_LEADER, team)
            for n, team in enumerate(others, 1)
        ),
        *(
            (uuid5(DEMO, f"beside:{n}"), f"Thành viên mẫu {n}", Role.VOLUNTEER, home)
            for n in range(1, BESIDE + 1)
        ),
    ]
    await conn.execute(INSERT_WALKERS, [who for who, *_ in joining], [name for _, name, *_ in joining])
    await conn.execute(
        INSERT_MEMBERS,
        [uuid5(DEMO, f"member:{who}") for who, *_ in joining],
        [who for who, *_ in joining],
        [role.value for _, _, role, _ in joining],
        [team.id for *_, team in joining],
        FORMED_ON,
    )
    for team in teams:
        await walk(conn, team, walker_of(team), houses=HOUSEHOLDS // len(teams))
    for team in (home, *others[::UNTRAINED]):
        await train(conn, team)


def walker_of(team: NewTeam) -> UUID:
    """The volunteer of a demo team; the demo sign-in's own (made by identity and grants) for theirs."""
    return demo_person(Role.VOLUNTEER) if team.code == TEAM_CODE else uuid5(DEMO, f"walker:{team.code}")


def leader_of(team: NewTeam) -> UUID:
    """Who leads a demo team; the demo sign-in's own team has the one made by identity and grants."""
    return uuid5(DEMO, f"leader:{team.code}")


async def train(conn: Connection, team: NewTeam) -> None:
    """An officer writes down that its volunteer took every required course; whoever else is of the team did not yet."""
    officer = demo_person(Role.OFFICER)
    me = Principal(
        person_id=officer,
        session_id=officer,
        roles=frozenset({Role.OFFICER}),
        province_codes=(PROVINCE,),
        demo=True,
    )
    for course in (course for course in await list_courses(conn) if course.required):
        new = NewTraining(
            team_id=team.id,
            person_ids=(walker_of(team),),
            course_code=course.code,
            held_on=today() - timedelta(days=60),
            evidence=Evidence.ATTENDANCE_LIST,
            evidence_ref="Danh sách lớp mẫu",
        )
        await record_training(conn, me, new)


async def walk(conn: Connection, team: NewTeam, walker: UUID, *, houses: int) -> None:
    """Upload what a demo team recorded, as its phone would."""
    batch = SyncBatch(
        install_id=uuid5(DEMO, f"install:{team.code}"),
        device_time=now(),
        events=Walk(team.id, team.hamlet_ids, houses=houses, seed=team.code).record(),
    )
    me = Principal(person_id=walker, session_id=walker, team_ids=(team.id,), demo=True)
    await sync(conn, batch, by=me, secret="demo", folds=FOLDS)  # noqa: S106  the receipt is thrown away
