"""A volunteer's phone as the app is: it numbers, keeps, sends, renumbers, purges under a receipt, and pulls."""

import random
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from api.kit.ids import uuid7
from tests.given.outreach import Event, Walker, plain, seen, wire

LEVELS = ("heard", "says_can", "with_help", "alone_observed", "done_for")
BATCH = 40
Answer = dict[str, Any]


class SimPhone:
    """One phone: what it recorded, what it knows, and how wrong its clock is."""

    def __init__(self, walker: Walker, dice: random.Random) -> None:
        self.walker, self.dice = walker, dice
        self.name = str(uuid7())
        self.install_id, self.seq = str(uuid7()), 0
        self.session_id = str(uuid7())
        self.started: datetime | None = None
        self.error = timedelta(0)
        self.queue: dict[str, Event] = {}
        """What is not covered yet, by event id, as it would be sent."""
        self.state: dict[str, str] = {}
        """Event id → the last answer it got."""
        self.numbers: dict[tuple[str, int], str] = {}
        """(installation, number) → the event it was given to here."""
        self.recorded: dict[str, Event] = {}
        """Everything ever recorded: the phone forgets, the test does not."""
        self.homes: dict[str, dict[str, Any]] = {}
        self.adults: dict[str, dict[str, Any]] = {}
        self.mine: list[str] = []
        self.cursor: str | None = None
        self.removed = self.wiped = False
        self.receipts: dict[str, tuple[int, str]] = {}

    def restart(self, at: datetime) -> None:
        """The app is killed and opened again: another run, another stopwatch."""
        self.session_id, self.started = str(uuid7()), at

    def mono(self, at: datetime) -> int:
        """Milliseconds since the app was opened."""
        self.started = self.started or at
        return max(0, int((at - self.started).total_seconds() * 1000))

    def note(self, kind: str, at: datetime, **body: Any) -> Event:
        """Save a form."""
        self.seq += 1
        event: Event = {
            "event_id": str(uuid7()),
            "seq": self.seq,
            "type": kind,
            "schema_version": 2,
            "device_time": wire(at - self.error),
            "session_id": self.session_id,
            "device_mono": self.mono(at),
            "body": {"team_id": str(self.walker.team_id), **plain(body)},
        }
        self.queue[event["event_id"]] = event
        self.numbers[self.install_id, self.seq] = event["event_id"]
        self.recorded[event["event_id"]] = event
        self.state[event["event_id"]] = "queued"
        return event

    def live(self, at: datetime) -> None:
        """One thing somebody does on a walk."""
        dice = self.dice
        known = [*self.homes, *self.mine]
        if not known or dice.random() < 0.12:
            self.found(at)
            return
        home = dice.choice(known)
        people = [one["id"] for one in self.adults.values() if one["household_id"] == home]
        kind = dice.choices(
            ("visit", "away", "adult", "house", "person", "fix", "remove", "reshape", "withdraw"),
            (50, 20, 10, 8, 6, 4, 2, 8, 3),
        )[0]
        if kind == "visit" and people:
            looks = [
                seen(UUID(one), knows=dice.choice((True, False, None)), S07=dice.choice(LEVELS), S12=dice.choice(LEVELS))
                for one in dice.sample(people, dice.randrange(1, len(people) + 1))
            ]  # fmt: skip
            self.knock(home, at, "met", looks)
        elif kind == "adult":
            self.person(home, at)
        elif kind == "house" and home in self.homes:
            change = dice.choice(
                ({"adults_total": dice.randrange(9)}, {"reference": f"Hộ {dice.randrange(99)}"})
            )
            event = self.note("household_changed", at, household_id=home, **change)
            event["base_version"] = self.homes[home]["version"]
        elif kind == "person" and people:
            words = dice.choice(({"label": f"Bác {dice.randrange(9)}"}, {"consent": dice.random() < 0.6}))
            self.note("adult_changed", at, adult_id=dice.choice(people), **words)
        elif kind == "remove" and home in self.homes:
            self.note("household_removed", at, household_id=home, reason="Ghi nhầm nhà")
            self.note("household_restored", at + timedelta(seconds=30), household_id=home)
        elif kind == "fix":
            self.put_right(at)
        elif kind == "reshape":
            self.reshape(at, home, people)
        elif kind == "withdraw" and people:
            scope = dice.choice(("person", "person", "contact", "photo"))
            self.note("consent_withdrawn", at, adult_id=dice.choice(people), scope=scope)
        else:
            self.knock(home, at, dice.choice(("nobody_home", "refused", "moved")), [])

    def found(self, at: datetime) -> None:
        """A house nobody had on the list."""
        home = uuid7()
        self.mine.append(str(home))
        hamlet = self.dice.choice(self.walker.hamlet_ids)
        self.note(
            "household_added",
            at,
            household_id=home,
            hamlet_id=hamlet,
            reference=f"Hộ {self.dice.randrange(999)}",
        )
        self.person(str(home), at + timedelta(seconds=20))

    def person(self, home: str, at: datetime) -> None:
        """Somebody who agreed to be on the list."""
        adult = str(uuid7())
        self.adults[adult] = {"id": adult, "household_id": home}
        self.note("adult_added", at, adult_id=adult, household_id=home, label="Bác", consent=True)

    def knock(self, home: str, at: datetime, result: str, looks: list[dict[str, Any]]) -> None:
        """A visit, saved when it ends."""
        told = at - self.error
        self.note(
            "visit_logged", at, visit_id=uuid7(), household_id=home, started_at=told - timedelta(minutes=6), ended_at=told,
            result=result, consent=True if looks else None, adults=looks,
        )  # fmt: skip

    def put_right(self, at: datetime) -> None:
        """An earlier visit of this phone, said anew."""
        visits = [one for one in self.recorded.values() if one["type"] == "visit_logged"]
        if visits:
            body = self.dice.choice(visits)["body"]
            said = {key: body[key] for key in ("started_at", "ended_at", "result", "consent", "adults")}
            self.note("visit_corrected", at, visit_id=body["visit_id"], reason="Bấm nhầm", visit=said)

    def reshape(self, at: datetime, home: str, people: list[str]) -> None:
        """Who lives where and who is who: a split, a move, a merge, or that a merge was none."""
        dice = self.dice
        day = (at - timedelta(days=dice.randrange(4))).date().isoformat()
        other = dice.choice([*self.homes, *self.mine])
        merges = [
            one["body"]["merge_id"] for one in self.recorded.values() if one["type"].endswith("_merged")
        ]
        kind = dice.choice(("split", "moved", "adult", "merged", "same", "undone"))
        if kind == "split" and people:
            new = str(uuid7())
            self.mine.append(new)
            self.note(
                "household_split", at, household_id=new, from_household_id=home, hamlet_id=dice.choice(self.walker.hamlet_ids),
                reference=f"Hộ {dice.randrange(999)}", adult_ids=dice.sample(people, 1), on=day,
            )  # fmt: skip
        elif kind == "moved":
            self.note(
                "household_moved",
                at,
                household_id=home,
                hamlet_id=dice.choice(self.walker.hamlet_ids),
                on=day,
            )
        elif kind == "adult" and people:
            event = self.note("adult_moved", at, adult_id=dice.choice(people), to_household_id=other, on=day)
            event["body"]["kind"] = "moved"
        elif kind == "merged" and other != home:
            theirs = [one["id"] for one in self.adults.values() if one["household_id"] == other]
            pairs = [{"keep": keep, "drop": drop} for keep, drop in zip(theirs[:1], people[:1], strict=False)]
            self.note(
                "household_merged", at, merge_id=uuid7(), winner_id=other, loser_id=home, same=pairs, moves=people[1:2],
                reason="Một nhà ghi hai lần",
            )  # fmt: skip
        elif kind == "same" and len(people) > 1:
            one, two = dice.sample(people, 2)
            self.note("adult_merged", at, merge_id=uuid7(), winner_id=one, loser_id=two, reason="Ghi hai lần")
        elif merges:
            self.note("merge_undone", at, merge_id=dice.choice(merges), reason="Gộp nhầm")

    def upload(self, at: datetime) -> dict[str, Any] | None:
        """The next request, or None when there is nothing to say."""
        waiting = sorted(self.queue.values(), key=lambda event: event["seq"])[:BATCH]
        if not waiting and not self.dice.random() < 0.2:
            return None
        return {
            "install_id": self.install_id,
            "device_time": wire(at - self.error),
            "session_id": self.session_id,
            "device_mono": self.mono(at),
            "last_seq": self.seq,
            "pending": len(self.queue),
            "events": [dict(event) for event in waiting],
        }

    def hear(self, sent: dict[str, Any], answer: Answer) -> None:
        """What the app does with an answer, however late it comes."""
        for result in answer["results"]:
            name = result["event_id"]
            if name not in self.queue or result["reason_code"] == "seq_taken":
                continue
            self.state[name] = "taken" if result["conflict"] else result["status"]
            if result["status"] in ("accepted", "duplicate") or result["conflict"]:
                self.state[name] = "taken"
        receipt = answer["receipt"]
        best = self.receipts.get(receipt["install_id"], (0, ""))
        self.receipts[receipt["install_id"]] = max(best, (receipt["seq"], receipt["head"]))
        if sent["install_id"] == self.install_id and answer["install"]["state"] == "cloned":
            self.renumber()
        covered = self.receipts.get(self.install_id, (0, ""))[0]
        for name, event in list(self.queue.items()):
            if self.state[name] in ("taken", "rejected") and event["seq"] <= covered:
                del self.queue[name]

    def renumber(self) -> None:
        """This number is another phone's: a new one, and everything unsettled counted from 1."""
        self.install_id, self.seq = str(uuid7()), 0
        for event in sorted(self.queue.values(), key=lambda event: event["seq"]):
            if self.state[event["event_id"]] in ("queued", "held"):
                self.seq += 1
                event["seq"] = self.seq
                self.numbers[self.install_id, self.seq] = event["event_id"]
            else:
                del self.queue[event["event_id"]]

    def take(self, page: Answer) -> bool:
        """A page of the area; whether there is more."""
        if page["reset"]:
            self.homes.clear()
            self.adults.clear()
        for home in page["households"]:
            self.homes.pop(home["id"], None) if home["gone"] else self.homes.__setitem__(home["id"], home)
        touched = {home["id"] for home in page["households"]}
        self.adults = {key: one for key, one in self.adults.items() if one["household_id"] not in touched}
        self.adults |= {one["id"]: one for one in page["adults"] if not one["gone"]}
        self.mine = [home for home in self.mine if home not in self.homes]
        self.cursor = page["cursor"]
        return bool(page["more"])

    def clone_onto(self, other: "SimPhone") -> None:
        """A backup of this phone is restored on another: same number, same queue."""
        other.install_id, other.seq, other.walker = self.install_id, self.seq, self.walker
        other.queue = {name: dict(event) for name, event in self.queue.items()}
        other.state |= {name: self.state[name] for name in other.queue}
        other.homes, other.adults = dict(self.homes), dict(self.adults)
        other.mine, other.cursor = list(self.mine), self.cursor
