"""A yes taken back leaves state, log, phones and files; a counted, anonymous row is what stays (reference §7, case 32)."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import httpx
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from outreach.planning import actions as planning
from outreach.registry import actions as registry
from outreach.rights.actions.photos import key_of
from outreach.visits.contracts.reshaping import ConsentWithdrawn
from outreach.visits.rules.withdrawing import broken_withdrawal
from tests.given.outreach import Phone, Walker, given_walker, reasons, seen, statuses
from tests.given.outreach_sync import totals
from tests.given.photos import MARKERS, jpeg
from tests.given.web import outcome
from tests.given.work import run_outbox

Headers = dict[str, str]
SECRET_WORDS = ("Bác Tư tóc bạc", "1951", "female", "Xin chỉ lại cách nộp hồ sơ", "eyesight")
"""What was said of her, in words and figures."""
EVERYWHERE = """
select coalesce(string_agg(t, ' '), '') from (
    select body::text as t from visit_event
    union all select label || coalesce(birth_year::text, '') || coalesce(sex, '') from adult
    union all select coalesce(next_step, '') || barriers::text from visit_adult
    union all select fields::text from registry_edit
    union all select coalesce(first_value::text, '') || coalesce(second_value::text, '') from registry_conflict
    union all select coalesce(convert_from(payload, 'UTF8'), '') from visit_quarantine
) everything
"""
PIECE = 9_000


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


async def known_of(tx: Connection, walker: Walker, phone: Phone) -> tuple[UUID, UUID]:
    """A household with an adult of whom much was said, seen once."""
    home = phone.household("Hộ số 4, ngõ 2", place={"lat": 16.464, "lon": 107.591, "consent": True})
    adult = phone.adult(home, SECRET_WORDS[0], birth_year=1951, sex="female")
    phone.note("adult_changed", adult_id=adult, label=SECRET_WORDS[0] + " nhà trong")
    phone.visit(
        home,
        seen(adult, S07="alone_observed", next_step=SECRET_WORDS[3], barriers=["eyesight"]),
        at=now() - timedelta(hours=2),
    )
    assert set(statuses(await phone.send(tx))) == {"accepted"}
    return home, adult


def test_a_withdrawal_is_of_one_person_or_one_household() -> None:
    team = UUID(int=1)
    both = ConsentWithdrawn(team_id=team, adult_id=UUID(int=2), household_id=UUID(int=3), scope="person")
    for wrong in (both, ConsentWithdrawn(team_id=team, scope="person")):
        refused = broken_withdrawal(wrong, now())
        assert refused is not None
        assert refused.code == "whose_consent"
    assert broken_withdrawal(ConsentWithdrawn(team_id=team, adult_id=team, scope="photo"), now()) is None


async def test_hard_case_32_consent_withdrawn_leaves_every_place(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, *, as_person: Callable[..., Headers],
    settings: Settings, files: Files,
) -> None:  # fmt: skip
    phone, other = walker.phone(), (await given_walker(tx, team_of=walker)).phone()
    home, adult = await known_of(tx, walker, phone)
    picture = jpeg(400, 300)
    digest = hashlib.sha256(picture).hexdigest()
    photos = [{"sha256": digest, "size": len(picture)}]
    visit = phone.visit(home, seen(adult, S07="alone_observed"), photos=photos)
    await phone.send(tx)
    mine = as_person(walker.person_id, staff=True)
    url = f"/v1/outreach/visits/{visit}/photos/{digest}"
    assert (await client.put(url, content=picture, headers=mine)).json() == {
        "offset": len(picture),
        "whole": True,
    }
    shown = await client.get(url, headers=mine)
    assert not any(marker in shown.content for marker in MARKERS), "without place and owner"
    blob = await tx.fetchval("select blob_id from visit_photo")
    kept = await files.get(key_of(blob))
    assert kept is not None
    assert picture[:200] not in kept
    assert shown.content[:64] not in kept, "sealed under a key of its own"
    before = await totals(tx)
    assert before == [1, 1, 1, 1, 2]
    read = await registry.pull(tx, me=walker.principal, cursor=None, team_id=None)
    all_words = await tx.fetchval(EVERYWHERE)
    assert all(word in all_words for word in SECRET_WORDS)

    phone.note("consent_withdrawn", adult_id=adult, scope="person")
    assert statuses(await phone.send(tx))[-1] == "accepted"
    left = await tx.fetchval(EVERYWHERE)
    assert [word for word in (*SECRET_WORDS, digest) if word in left] == []
    assert await totals(tx) == before, "a counted, anonymous row stays"
    # Phones: told by the feed, with nothing of her left in what they are told.
    news = await registry.pull(tx, me=walker.principal, cursor=read.cursor, team_id=None)
    (line,) = news.adults
    assert (line.id, line.gone, line.label, line.birth_year, line.knows) == (adult, True, None, None, None)
    # Files: the key is destroyed at once, the file is deleted by the job, the same photo never comes back.
    assert await tx.fetchval("select key from visit_photo") is None
    await run_outbox(tx, files, settings)
    assert await files.get(key_of(blob)) is None
    assert outcome(await client.get(url, headers=mine)) == (410, "visit-photo-withdrawn")
    offline = other.visit(home, result="nobody_home", photos=photos)
    await other.send(tx)
    back = f"/v1/outreach/visits/{offline}/photos/{digest}"
    theirs = as_person(other.walker.person_id, staff=True)
    assert outcome(await client.put(back, content=picture, headers=theirs)) == (410, "visit-photo-withdrawn")
    assert (await tx.fetchval("select count(*) from visit_photo where key is not null")) == 0
    # A phone that was offline: what it says of her is refused and not even kept; the door itself still counts.
    other.note("adult_changed", adult_id=adult, label=SECRET_WORDS[0])
    other.visit(home, seen(adult, S07="with_help", next_step=SECRET_WORDS[3]))
    other.visit(home, seen(adult, met=False))
    answer = await other.send(tx, other.kept[1:])
    assert reasons(answer) == ["withdrawn", "withdrawn", None]
    assert [word for word in SECRET_WORDS if word in await tx.fetchval(EVERYWHERE)] == []
    # The same upload again is known by its digest, though its words are gone.
    assert set(statuses(await phone.send(tx))) == {"duplicate"}


async def test_a_household_takes_everything_back_and_no_door_leads_there(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    home, adult = await known_of(tx, walker, phone)
    second = phone.adult(home, "Chú Năm")
    phone.note("consent_withdrawn", household_id=home, scope="person")
    assert set(statuses(await phone.send(tx))) <= {"accepted", "duplicate"}
    labels = await tx.fetch(
        "select label, redacted_at is not null as gone from adult where id = any($1::uuid[])", [adult, second]
    )
    assert {tuple(row) for row in labels} == {("Đã rút đồng ý", True)}
    house = await tx.fetchrow("select rough_lat, no_contact_at is not null as quiet from household")
    assert house is not None
    assert tuple(house) == (None, True)
    assert "107.591" not in await tx.fetchval(EVERYWHERE)
    pulled = await registry.pull(tx, me=walker.principal, cursor=None, team_id=None)
    assert [one.do_not_contact for one in pulled.households] == [True]
    tonight = await planning.tonight(tx, me=walker.principal, team_id=None, limit=40)
    assert tonight.items == []
    assert (await totals(tx))[0] == 2


async def test_who_is_one_with_another_entry_goes_with_it_and_what_waited_loses_its_words(
    tx: Connection, walker: Walker
) -> None:
    phone, late = walker.phone(), (await given_walker(tx, team_of=walker)).phone()
    home, adult = await known_of(tx, walker, phone)
    alias = phone.adult(home, SECRET_WORDS[0] + " (ghi lần hai)")
    await phone.send(tx)
    await tx.execute("update adult set root_id = $1 where id = $2", adult, alias)
    stranger = UUID(int=77)  # a household nobody has told of
    late.visit(stranger, seen(adult, next_step=SECRET_WORDS[3]))
    assert statuses(await late.send(tx)) == ["held"]
    phone.note("consent_withdrawn", adult_id=adult, scope="person")
    await phone.send(tx)
    assert await tx.fetchval("select count(*) from adult where redacted_at is not null") == 2
    assert [word for word in SECRET_WORDS if word in await tx.fetchval(EVERYWHERE)] == []


async def test_only_the_contact_or_only_the_photos_may_be_taken_back(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home, adult = await known_of(tx, walker, phone)
    phone.note("consent_withdrawn", household_id=home, scope="contact")
    phone.note("consent_withdrawn", adult_id=adult, scope="photo")
    await phone.send(tx)
    row = await tx.fetchrow("select a.label, d.no_contact_at is not null as quiet from adult a, household d")
    assert row is not None
    assert tuple(row) == (SECRET_WORDS[0] + " nhà trong", True)
    assert await tx.fetchval("select next_step from visit_adult") is None


async def test_another_team_cannot_take_a_yes_back_in_somebodys_name(tx: Connection, walker: Walker) -> None:
    _, adult = await known_of(tx, walker, walker.phone())
    intruder = (await given_walker(tx)).phone()
    intruder.note("consent_withdrawn", adult_id=adult, scope="person")
    assert reasons(await intruder.send(tx)) == ["not_your_area"]


async def test_a_partial_photo_upload_is_resumed(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Callable[..., Headers]
) -> None:
    phone, picture = walker.phone(), jpeg(1200, 900)
    digest = hashlib.sha256(picture).hexdigest()
    home = phone.household()
    visit = phone.visit(home, result="nobody_home", photos=[{"sha256": digest, "size": len(picture)}])
    await phone.send(tx)
    mine = as_person(walker.person_id, staff=True)
    url = f"/v1/outreach/visits/{visit}/photos/{digest}"

    async def put(offset: int, content: bytes) -> httpx.Response:
        return await client.put(f"{url}?offset={offset}", content=content, headers=mine)

    assert (await put(0, picture[:PIECE])).json() == {"offset": PIECE, "whole": False}
    assert (await put(0, picture[:PIECE])).json() == {"offset": PIECE, "whole": False}, (
        "again changes nothing"
    )
    ahead = await put(PIECE + 5, picture[PIECE + 5 :])
    assert (outcome(ahead), ahead.json()["extra"]["offset"]) == ((409, "visit-photo-misplaced"), PIECE)
    # The app was killed; what is here is asked for, and the sending goes on from there.
    here = (await client.get(f"{url}/pieces", headers=mine)).json()
    assert (await put(here["offset"], picture[here["offset"] :])).json() == {
        "offset": len(picture),
        "whole": True,
    }
    assert (await put(0, picture)).json()["whole"], "and again"
    assert await tx.fetchval("select count(*) from visit_photo") == 1
    assert await tx.fetchval("select count(*) from visit_photo_part") == 0
    wrong = bytes([picture[0] ^ 1]) + picture[1:]
    other = hashlib.sha256(b"other").hexdigest()
    assert outcome(await client.put(url.replace(digest, other), content=wrong, headers=mine)) == (
        404, "visit-photo-not-found",
    )  # fmt: skip
    stranger = as_person((await given_walker(tx)).person_id, staff=True)
    assert outcome(await client.get(url, headers=stranger)) == (404, "visit-photo-not-found")
