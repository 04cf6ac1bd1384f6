"""What is one incident, how pressing it is, and what may happen: without a database."""

from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import msgspec
import pytest

from api.kit.errors import NotAllowed
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.rescue.contracts import Call, Help, NewSos, RescueState, What
from api.rescue.rules import calling, moves, ranking, texting

HERE = Path(__file__).parent
ME = "0912345678"


def test_the_largest_coded_request_and_a_usual_one_fit_200_bytes() -> None:
    """With every field that is a code at its longest; free text takes what is left, and comes whole afterwards."""
    largest = {
        "id": uuid7().hex, "lat": 16.46371, "lon": 107.58822, "acc_m": 9999, "phone": "0912345678",
        "victim": "0987654321", "what": "swept", "worse": True, "people": 99, "weak": "cdiop", "help": "doctor",
    }  # fmt: skip
    usual = {
        "id": uuid7().hex,
        "lat": 16.46371,
        "lon": 107.58822,
        "acc_m": 12,
        "phone": "0912345678",
        "what": "roof",
        "people": 5,
    }
    assert len(msgspec.json.encode(largest)) == 199
    assert len(msgspec.json.encode(usual)) == 129
    assert msgspec.json.decode(msgspec.json.encode(largest), type=NewSos).weak == "cdiop"


def test_sent_again_it_says_more_and_never_less() -> None:
    first = calling.read_call(NewSos(id=UUID(int=1), phone=ME, what="flood", text="nước vào"))
    again = calling.read_call(
        NewSos(
            id=UUID(int=1), lat=16.4, lon=107.5, acc_m=8, what="roof", people=2, text="nước vào nhà, tới mái"
        )
    )
    both = calling.completed(first, again)
    assert (both.phone, both.what, both.people, both.lat) == ("+84912345678", What.ROOF, 2, 16.4)
    assert both.text == "nước vào nhà, tới mái"
    assert calling.completed(both, first) == both
    rough = calling.read_call(NewSos(id=UUID(int=1), lat=16.5, lon=107.6, acc_m=900))
    assert calling.completed(both, rough).lat == 16.4, "a worse position replaces no better one"


def earlier(**changes: Any) -> ranking.Earlier:
    values: dict[str, Any] = {
        "incident_id": UUID(int=7), "caller_key": None, "victim_key": None, "for_other": False,
        "lat": None, "lon": None, "acc_m": None, "place": None,
    }  # fmt: skip
    return ranking.Earlier(**{**values, **changes})


HERE_NOW: dict[str, Any] = {"lat": 16.46371, "lon": 107.58822, "acc_m": 10.0}
MERGES: list[tuple[str, dict[str, Any], tuple[str | None, str | None], ranking.Earlier, bool]] = [
    ("same number", {}, ("a", None), earlier(caller_key="a"), True),
    ("same number, 3 km on", {**HERE_NOW, "lat": 16.49}, ("a", None), earlier(caller_key="a", **HERE_NOW), False),
    ("the victim calls too", {}, ("v", None), earlier(caller_key="a", victim_key="v", for_other=True), True),
    ("two relatives of one victim", {"for_other": True}, ("b", "v"), earlier(caller_key="a", victim_key="v", for_other=True), True),
    ("one caller, two victims", {"for_other": True}, ("a", "w"), earlier(caller_key="a", victim_key="v", for_other=True), False),
    ("one caller, two places", {"for_other": True, "place": "thôn 1"}, ("a", None), earlier(caller_key="a", for_other=True, place="thôn 2"), False),
    ("one caller, one place", {"for_other": True, "place": "Thôn 1"}, ("a", None), earlier(caller_key="a", for_other=True, place="thon 1"), True),
    ("one house, two telephones", HERE_NOW, ("b", None), earlier(caller_key="a", **HERE_NOW), True),
    ("houses apart", {**HERE_NOW, "lat": 16.4642}, ("b", None), earlier(caller_key="a", **HERE_NOW), False),
    ("rough positions", {**HERE_NOW, "acc_m": 800.0}, ("b", None), earlier(caller_key="a", **HERE_NOW), False),
    ("for myself, then for another", {"for_other": True, "place": "x"}, ("a", None), earlier(caller_key="a"), False),
    ("a second half", {"goes_on": True}, ("a", None), earlier(caller_key="a", victim_key="v", for_other=True, just_texted=True), True),
    ("no half", {}, ("a", None), earlier(caller_key="a", victim_key="v", for_other=True, just_texted=True), False),
    ("no half any more", {"goes_on": True}, ("a", None), earlier(caller_key="a", victim_key="v", for_other=True), False),
    ("somebody else's half", {"goes_on": True}, ("b", None), earlier(caller_key="a", victim_key="v", for_other=True, just_texted=True), False),
    ("for yet another", {"goes_on": True, "for_other": True}, ("a", "w"), earlier(caller_key="a", victim_key="v", for_other=True, just_texted=True), False),
    ("nobody knows anything", {}, (None, None), earlier(), False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "call", "keys", "before", "same"),
    MERGES,
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_incident_or_two(
    what: str,
    call: dict[str, Any],
    keys: tuple[str | None, str | None],
    before: ranking.Earlier,
    *,
    same: bool,
) -> None:
    found = ranking.find_same(Call(id=UUID(int=1), **call), *keys, [before])
    assert (found == before.incident_id) is same, what


def test_calls_that_may_be_one_incident_wait_for_one_turn_and_others_for_none() -> None:
    dice, far = Random(5), 0
    for _ in range(300):
        lat, lon = dice.uniform(8, 23), dice.uniform(102, 110)
        north, east = ranking.box(lat)
        spots = [
            (lat, lon),
            (lat + dice.uniform(-1, 1) * north, lon + dice.uniform(-1, 1) * east),
            (lat + 0.05, lon),
        ]
        one, near, away = (
            set(ranking.turns(Call(id=uuid7(), lat=at[0], lon=at[1]), None, None)) for at in spots
        )
        assert one & near
        far += bool(one & away)
    assert far == 0
    same = [
        ranking.turns(Call(id=UUID(int=n)), *keys)
        for n, keys in enumerate([("a", None), (None, "a"), ("b", "c")])
    ]
    assert len({*same[0]} & {*same[1]}) == 1
    assert not {*same[0]} & {*same[2]}
    assert all(turns == sorted(turns) for turns in same), "always in one order: nobody waits for each other"


RANKS: list[tuple[dict[str, Any], list[list[str]], int]] = [
    ({"what": What.SWEPT}, [[]], ranking.NOW),
    ({"what": What.FLOOD}, [[]], ranking.SOON),
    ({"what": What.FLOOD, "worse": True, "weak": "o"}, [[]], ranking.NOW),
    ({"weak": "i"}, [[]], ranking.NOW),
    ({}, [[]], ranking.SOON),
    ({"what": What.STUCK, "help": Help.FOOD}, [[]], ranking.LATER),
    ({"what": What.STUCK, "help": Help.FOOD, "weak": "c"}, [[]], ranking.SOON),
    ({"what": What.SWEPT}, [["lie"]], ranking.DOUBTFUL),
    ({"what": What.SWEPT}, [["lie"], []], ranking.NOW),
]


@pytest.mark.parametrize(("said", "doubts", "expected"), RANKS)
def test_how_pressing(said: dict[str, Any], doubts: list[list[str]], expected: int) -> None:
    """Somebody else who says the same takes every doubt away."""
    found = ranking.rank(ranking.gather([Call(id=UUID(int=1), **said)]), doubts)
    assert found.rank == expected


def test_who_was_right_before_is_believed() -> None:
    assert ranking.doubts_of(ranking.Record(disproved=1, proved=1, places=40)) == []
    assert len(ranking.doubts_of(ranking.Record(disproved=2, places=10, crowded=True))) == 3
    assert ranking.doubts_of(ranking.Record(places=9)) == []


def standing(**changes: Any) -> moves.Standing:
    values: dict[str, Any] = {
        "id": UUID(int=7), "number": 1, "province_code": "46", "version": 1, "state": RescueState.RECEIVED, "holder_id": None,
        "by_volunteer": False, "calls": 1, "attempts": 0,
    }  # fmt: skip
    return moves.Standing(**{**values, **changes})


def person(*roles: Role) -> Principal:
    return Principal(
        person_id=uuid7(), session_id=uuid7(), roles=frozenset({Role.CITIZEN, *roles}), province_codes=("46",)
    )


def test_one_taker_and_only_the_holder_or_the_command_post_goes_on() -> None:
    one, other, officer = person(Role.VOLUNTEER), person(Role.VOLUNTEER), person(Role.OFFICER)
    with pytest.raises(NotAllowed):
        moves.moved(standing(), "set_out", one)
    taken = moves.moved(standing(), "take", one)
    assert (taken.state, taken.holder_id, taken.by_volunteer) == (
        RescueState.ACKNOWLEDGED,
        one.person_id,
        True,
    )
    assert moves.moved(taken, "take", one) == taken
    with pytest.raises(moves.RescueTaken):
        moves.moved(taken, "take", other)
    with pytest.raises(NotAllowed):
        moves.moved(taken, "mark_false", one)
    assert moves.may_look(one, taken)
    assert not moves.may_look(other, taken)
    on_the_way = moves.moved(taken, "set_out", one)
    assert moves.moved(on_the_way, "give_back", one).holder_id is None
    safe = moves.moved(moves.moved(on_the_way, "reach", one), "safe", one)
    assert not moves.may_look(one, safe), "it has ended: the number is no longer theirs"
    assert moves.may_look(officer, safe)
    assert moves.moved(safe, "reopen", officer).state is RescueState.ACKNOWLEDGED


def test_another_provinces_officer_commands_nothing_here() -> None:
    stranger = standing(province_code="48")
    with pytest.raises(NotAllowed):
        moves.moved(stranger, "mark_false", person(Role.OFFICER))
    assert not moves.may_look(person(Role.OFFICER), stranger)


def test_every_step_offered_is_possible_and_no_other() -> None:
    for me in (person(Role.OFFICER), person(Role.VOLUNTEER)):
        for state in RescueState:
            for holder in (None, me.person_id, UUID(int=9)):
                now = standing(state=state, holder_id=holder)
                offered = set(moves.possible(now, me))
                for action in moves.BUTTONS:
                    try:
                        moves.moved(now, action, me)
                        done = True
                    except (NotAllowed, moves.RescueMoveRefused, moves.RescueTaken):
                        done = False
                    again = action == "take" and holder == me.person_id
                    assert done == (action in offered) or again, (state, action)


def test_every_state_and_step_has_words() -> None:
    assert set(moves.STATE_NAMES) == set(RescueState)
    assert set(moves.BUTTONS) <= set(moves.MOVES)
    assert set(moves.TOLD) <= set(moves.MOVES)
    assert len(texting.reply(10**9, has_place=False)) <= 160


def test_what_the_app_writes_into_a_text_is_read_as_it_was_meant() -> None:
    words = msgspec.json.decode((HERE.parents[1] / "miniapp/src/rescue/sms.json").read_bytes())
    for code, phrase in words["what"].items():
        assert texting.read_sms("1", ME, f"SOS {phrase}").what == (What(code) if phrase else None)
    for code, phrase in words["help"].items():
        assert texting.read_sms("1", ME, f"SOS {phrase}").help == (Help(code) if phrase else None)
    for letter, phrase in words["weak"].items():
        assert letter in texting.read_sms("1", ME, f"SOS {phrase}").weak
    assert texting.read_sms("1", ME, f"SOS {words['worse']}").worse
    call = texting.read_sms("1", ME, f"SOS 7 nguoi; {words['victim']} ba lan 0987654321; canh tru so thon")
    assert (call.people, call.for_other, call.victim_phone, call.place) == (
        7,
        True,
        "+84987654321",
        "bao giup ba lan, canh tru so thon",
    )
