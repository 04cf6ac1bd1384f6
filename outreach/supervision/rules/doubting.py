"""What about visits a person should look at: reasons with points, for review only. Pure.

None of these is a proof. Few questions make answers alike (Pew 2016), bad networks make clocks jump, houses stand
wall to wall, and indoors a phone is off by kilometres or does not know where it is at all: that is no doubt.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from itertools import pairwise
from statistics import median
from uuid import UUID

import msgspec

from api.kit.clock import VN, vn_date
from api.kit.geo import distance_m
from outreach.supervision.contracts import Doubt, DoubtVisit, Knock

POINTS = {
    "photo": 50, "overlap": 40, "mock": 40, "far": 35, "same_spot": 35, "speed": 30, "jump": 25, "short": 20,
    "same_answers": 15, "digits": 10, "away_share": 10,
}  # fmt: skip
"""How much each kind deserves a look; one more for each visit in it, ten at most."""
SHOWN = 10
HOUR = timedelta(hours=1)
MOST_AN_HOUR = 20
OVERLAP = timedelta(seconds=60)
FASTEST_M_S = 60 / 3.6
JUMP_M = 1000
FAR_M, SHARP_M = 2000, 500
SAME_SPOT, SAME_SPOT_HOMES = 10, 5
SHORTEST_S, SHORT_SHARE = 120, 0.25
ENOUGH = 10
ALIKE, ITEMS = 0.85, 3
DIGITS_ENOUGH, DIGITS_P = 50, 0.001
AWAY_ENOUGH, AWAY_SHARE = 20, 0.6
Finder = Callable[[Sequence[Knock], Sequence[Knock]], Iterable[Doubt]]


def doubts(knocks: Sequence[Knock]) -> list[Doubt]:
    """Everything worth a look in a team's visits, what matters most first."""
    of_person: dict[UUID, list[Knock]] = defaultdict(list)
    for knock in sorted(knocks, key=lambda knock: (knock.started_at, knock.visit_id)):
        of_person[knock.person_id].append(knock)
    found = [doubt for mine in of_person.values() for finder in FINDERS for doubt in finder(mine, knocks)]
    found.sort(key=lambda doubt: (-doubt.points, doubt.person_id, doubt.code, doubt.subject))
    return [msgspec.structs.replace(doubt, rank=rank) for rank, doubt in enumerate(found, 1)]


def doubt(code: str, reason: str, found: Sequence[Knock], subject: str = "") -> Doubt:
    """One doubt over these visits; it is named by its first visit unless a better name is given."""
    return Doubt(
        person_id=found[0].person_id,
        code=code,
        subject=subject or str(found[0].visit_id),
        points=POINTS[code] + min(len(found), SHOWN),
        reason=reason,
        visits=[shown(knock) for knock in found[:SHOWN]],
        from_day=vn_date(found[0].started_at),
        to_day=vn_date(found[-1].started_at),
    )


def shown(knock: Knock) -> DoubtVisit:
    """What somebody who looks needs to find the visit."""
    return DoubtVisit(
        visit_id=knock.visit_id,
        household_id=knock.household_id,
        reference=knock.reference,
        started_at=knock.started_at,
        ended_at=knock.ended_at,
        result=knock.result,
    )


def timed(knocks: Iterable[Knock]) -> list[Knock]:
    """Those whose times a phone measured."""
    return [knock for knock in knocks if knock.timed]


def too_many_an_hour(mine: Sequence[Knock], _: Sequence[Knock]) -> Iterable[Doubt]:
    """More doors in one hour than anybody walks; the fullest hour of each day."""
    by_day: dict[str, list[Knock]] = defaultdict(list)
    for knock in timed(mine):
        by_day[vn_date(knock.started_at).isoformat()].append(knock)
    for day, walked in by_day.items():
        first = 0
        best: list[Knock] = []
        for last, knock in enumerate(walked):
            while knock.started_at - walked[first].started_at >= HOUR:
                first += 1
            if last - first + 1 > len(best):
                best = walked[first : last + 1]
        if len(best) > MOST_AN_HOUR:
            yield doubt("speed", f"{len(best)} lượt thăm trong một giờ", best, day)


def overlapping(mine: Sequence[Knock], _: Sequence[Knock]) -> Iterable[Doubt]:
    """In two houses at one time; two entries of one house are a correction, not a doubt."""
    for one, two in pairwise(timed(mine)):
        both = min(one.ended_at, two.ended_at) - two.started_at
        if both > OVERLAP and one.household_id != two.household_id:
            minutes = max(round(both.total_seconds() / 60), 1)
            yield doubt("overlap", f"Hai lượt thăm ở hai nhà chồng giờ nhau {minutes} phút", [one, two])


def jumping(mine: Sequence[Knock], _: Sequence[Knock]) -> Iterable[Doubt]:
    """From one house to the next faster than a road allows."""
    for one, two in pairwise(timed(mine)):
        if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
            continue
        metres = distance_m(one.lat, one.lon, two.lat, two.lon)
        seconds = max((two.started_at - one.ended_at).total_seconds(), 1.0)
        if metres > JUMP_M and metres / seconds > FASTEST_M_S:
            reason = f"Đi {metres / 1000:.1f} km giữa hai nhà trong {round(seconds / 60)} phút".replace(
                ".", ","
            )
            yield doubt("jump", reason, [one, two])


def far_away(mine: Sequence[Knock], _: Sequence[Knock]) -> Iterable[Doubt]:
    """The phone knew well where it was, and it was not at the house."""
    far = [
        (check.away_m - check.accuracy_m, knock)
        for knock in mine
        if (check := knock.place_check)
        and check.accuracy_m <= SHARP_M
        and check.away_m - check.accuracy_m > FAR_M
    ]
    if far:
        most = max(metres for metres, _ in far) // 1000
        yield doubt(
            "far",
            f"{len(far)} lượt ghi khi điện thoại cách nhà xa nhất {most} km",
            [knock for _, knock in far],
        )


def mocked(mine: Sequence[Knock], _: Sequence[Knock]) -> Iterable[Doubt]:
    """The phone said that its place was set by hand."""
    found = [knock for knock in mine if knock.place_check and knock.place_check.mock]
    if found:
        yield doubt("mock", f"{len(found)} lượt ghi khi điện thoại bật vị trí giả", found)


def one_spot(mine: Sequence[Knock], _: Sequence[Knock]) -> Iterable[Doubt]:
    """The very same fix at many houses: a real one never repeats to the last figure."""
    spots: dict[str, list[Knock]] = defaultdict(list)
    for knock in mine:
        if knock.place_check and knock.place_check.spot:
            spots[knock.place_check.spot].append(knock)
    for found in spots.values():
        homes = len({knock.household_id for knock in found})
        if len(found) >= SAME_SPOT and homes >= SAME_SPOT_HOMES:
            yield doubt("same_spot", f"{len(found)} lượt ở {homes} nhà có vị trí trùng khít nhau", found)


def same_photo(mine: Sequence[Knock], everybody: Sequence[Knock]) -> Iterable[Doubt]:
    """One photo for two houses."""
    houses: dict[str, set[UUID]] = defaultdict(set)
    for knock in everybody:
        for photo in knock.photos:
            houses[photo].add(knock.household_id)
    for photo in sorted({photo for knock in mine for photo in knock.photos if len(houses[photo]) > 1}):
        found = [knock for knock in mine if photo in knock.photos]
        yield doubt("photo", f"Một ảnh dùng cho {len(houses[photo])} nhà", found, photo[:16])


def too_short(mine: Sequence[Knock], everybody: Sequence[Knock]) -> Iterable[Doubt]:
    """Half of the talks far shorter than the team's usual one."""
    talks = [knock for knock in timed(mine) if knock.result == "met"]
    usual = [length(knock) for knock in timed(everybody) if knock.result == "met"]
    if len(talks) < ENOUGH:
        return
    line = min(SHORTEST_S, SHORT_SHARE * median(usual))
    short = [knock for knock in talks if length(knock) < line]
    if 2 * len(short) >= len(talks):
        reason = f"{len(short)} trên {len(talks)} lượt gặp ngắn hơn {round(line)} giây, tổ thường mất {round(median(usual) / 60)} phút"
        yield doubt("short", reason, short)


def length(knock: Knock) -> float:
    """Seconds at a house."""
    return (knock.ended_at - knock.started_at).total_seconds()


def alike(mine: Sequence[Knock], _: Sequence[Knock]) -> Iterable[Doubt]:
    """Nearly all answers the same, where there were enough questions to differ in."""
    talks = [knock for knock in mine if knock.answered >= ITEMS]
    if len(talks) < ENOUGH:
        return
    answers, many = Counter(knock.answers for knock in talks).most_common(1)[0]
    if many / len(talks) >= ALIKE:
        found = [knock for knock in talks if knock.answers == answers]
        yield doubt("same_answers", f"{many} trên {len(talks)} lượt có câu trả lời giống hệt nhau", found)


def rounded(mine: Sequence[Knock], _: Sequence[Knock]) -> Iterable[Doubt]:
    """Last figures of the minutes that are not as chance makes them: made up afterwards, perhaps."""
    walked = timed(mine)
    if len(walked) < DIGITS_ENOUGH:
        return
    counts = [0] * 10
    for knock in walked:
        counts[knock.started_at.astimezone(VN).minute % 10] += 1
    if chance_of(counts) < DIGITS_P:
        top = max(range(10), key=counts.__getitem__)
        yield doubt(
            "digits", f"{counts[top]} trên {len(walked)} giờ bắt đầu có phút tận cùng là {top}", walked
        )


def chance_of(counts: Sequence[int]) -> float:
    """How likely counts at least so uneven are when every figure is as likely as another (χ², one freedom fewer)."""
    even = sum(counts) / len(counts)
    return chi_square_tail(sum((count - even) ** 2 / even for count in counts), len(counts) - 1)


def chi_square_tail(chi: float, freedom: int) -> float:
    """P(X ≥ chi) by the recurrence of the incomplete gamma function, exact for whole and half steps."""
    x = chi / 2
    a = 0.5 if freedom % 2 else 1.0
    tail = math.erfc(math.sqrt(x)) if freedom % 2 else math.exp(-x)
    while a < freedom / 2:
        tail += math.exp(a * math.log(x) - x - math.lgamma(a + 1)) if x else 0.0
        a += 1
    return tail


def away_often(mine: Sequence[Knock], everybody: Sequence[Knock]) -> Iterable[Doubt]:
    """Nobody home far more often than for the rest of the team."""
    gone = [knock for knock in mine if knock.result == "nobody_home"]
    others = [knock for knock in everybody if knock.person_id != mine[0].person_id]
    if len(mine) < AWAY_ENOUGH or not others:
        return
    share = len(gone) / len(mine)
    usual = sum(knock.result == "nobody_home" for knock in others) / len(others)
    if share >= AWAY_SHARE and share > 2 * usual:
        yield doubt(
            "away_share",
            f"{len(gone)} trên {len(mine)} lượt không gặp ai, cả tổ {round(100 * usual)} %",
            gone,
        )


FINDERS: tuple[Finder, ...] = (
    same_photo, overlapping, mocked, far_away, one_spot, too_many_an_hour, jumping, too_short, alike, rounded, away_often,
)  # fmt: skip
