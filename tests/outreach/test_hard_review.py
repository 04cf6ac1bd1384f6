"""Hard cases of what people decide about, and of phones that are lost or doubled (reference §7): each is its number and what it must come to."""

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import NotFound
from api.kit.ids import uuid7
from outreach.folding import FOLDS
from outreach.visits.actions import reviewing, sync
from outreach.visits.contracts.reviewing import ConflictChoice, Decision, InstallRevocation, NewDecision
from outreach.visits.rules.proving import signed
from outreach.visits.rules.reasons import NeverWalked, NotYourLead
from tests.given.outreach import SECRET, Phone, Walker, given_walker, reasons, seen, statuses
from tests.given.outreach_sync import leading, send_as, totals
from tests.given.time import frozen

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


async def test_hard_case_14_a_visit_put_right(tx: Connection, walker: Walker) -> None:
    phone, other = walker.phone(), (await given_walker(tx, team_of=walker)).phone()
    home = phone.household()
    adult, second = phone.adult(home), phone.adult(home, "Bác trai")
    visit = phone.visit(home, seen(adult, S07="alone_observed"), at=now() - HOUR)
    await phone.send(tx)
    assert await totals(tx) == [2, 1, 1, 1, 1]

    def put_right(who: Phone, *looks: dict[str, Any], result: str = "met") -> None:
        said = {"started_at": now() - HOUR, "ended_at": now() - HOUR, "result": result}
        said |= {"consent": True, "adults": list(looks)} if looks else {}
        who.note("visit_corrected", visit_id=visit, reason="Ghi nhầm người", visit=said)

    put_right(phone, seen(second, S07="with_help"))
    assert statuses(await phone.send(tx)) == ["duplicate"] * 4 + ["accepted"]
    assert await totals(tx) == [2, 1, 1, 0, 1]
    assert await tx.fetchval("select version from visit") == 2
    versions = await reviewing.list_versions(tx, walker.principal, visit)
    assert [one.reason for one in versions] == [None, "Ghi nhầm người"]
    put_right(other, seen(second, S07="alone_observed"))
    assert reasons(await other.send(tx)) == ["not_your_visit"]
    with frozen(now() + 8 * DAY):
        put_right(phone, seen(adult, S07="alone_observed"), seen(second, S07="alone_observed"))
        late = await phone.send(tx, phone.kept[-1:])
        assert (statuses(late), reasons(late)) == (["held"], ["awaits_approval"])
        assert await totals(tx) == [2, 1, 1, 0, 1]
        yes = NewDecision(team_id=walker.team_id, decision=Decision.APPROVED, reason="Đã hỏi lại hộ")
        done = await reviewing.decide(tx, leading(walker), phone.install_id, yes, folds=FOLDS)
        assert (done.events, done.counted) == (1, 1)
        assert await totals(tx) == [2, 2, 2, 2, 1]
        assert statuses(await phone.send(tx, phone.kept[-1:])) == ["duplicate"]


async def test_hard_case_15_two_editors(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx, team_of=walker)
    mine, theirs = walker.phone(), other.phone()
    home = mine.household("Hộ số 1", adults_total=2)
    await mine.send(tx)
    noon = now() - HOUR
    mine.note("household_changed", at=noon, household_id=home, reference="Hộ số 1A")["base_version"] = 0
    theirs.note("household_changed", at=noon + timedelta(minutes=1), household_id=home, adults_total=5)
    theirs.note("household_changed", at=noon + timedelta(minutes=2), household_id=home, reference="Hộ số 1B")
    for event in theirs.kept:
        event["base_version"] = 0
    await mine.send(tx)
    answer = await theirs.send(tx)
    assert statuses(answer) == ["accepted", "conflict"]
    row = await tx.fetchrow("select reference, adults_total from household")
    assert row is not None
    assert tuple(row) == ("Hộ số 1B", 5)
    (line,) = await reviewing.list_conflicts(tx, walker.principal, open_only=True)
    assert (line.field, line.first_value, line.second_value) == ("reference", "Hộ số 1A", "Hộ số 1B")
    chosen = await reviewing.resolve_conflict(
        tx, walker.principal, line.id, ConflictChoice(keep="first"), folds=FOLDS
    )
    assert chosen.resolution == "first"
    assert await tx.fetchval("select reference from household") == "Hộ số 1A"
    with pytest.raises(NotFound):
        await reviewing.resolve_conflict(
            tx, walker.principal, line.id, ConflictChoice(keep="second"), folds=FOLDS
        )
    # Who has seen both edits contradicts nobody.
    theirs.note("household_changed", household_id=home, reference="Hộ số 1C")["base_version"] = 4
    assert statuses(await theirs.send(tx, theirs.kept[-1:])) == ["accepted"]


async def test_hard_case_16_delete_against_edit(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx, team_of=walker)
    mine, theirs = walker.phone(), other.phone()
    home = mine.household("Hộ số 1")
    adult = mine.adult(home)
    mine.visit(home, seen(adult, S07="alone_observed"))
    await mine.send(tx)
    noon = now() - HOUR
    mine.note("household_removed", at=noon, household_id=home, reason="Ghi trùng nhà khác")
    theirs.note("household_changed", at=noon, household_id=home, reference="Hộ số 2")
    await mine.send(tx)
    assert await totals(tx) == [0, 0, 0, 0, 1]
    answer = await theirs.send(tx)
    assert statuses(answer) == ["conflict"]
    assert await tx.fetchval("select removed_at is not null from household")
    assert len(await reviewing.list_conflicts(tx, walker.principal, open_only=True)) == 1
    mine.note("household_restored", household_id=home)
    await mine.send(tx)
    row = await tx.fetchrow("select reference, removed_at from household")
    assert row is not None
    assert tuple(row) == ("Hộ số 2", None)
    assert await totals(tx) == [1, 1, 1, 1, 1]


async def test_hard_case_28_a_volunteer_removed_at_noon(tx: Connection, walker: Walker) -> None:
    gone = await given_walker(tx, team_of=walker)
    phone = gone.phone()
    noon = now() - 5 * HOUR
    home = phone.household()
    phone.kept[0]["device_time"] = (noon - 4 * HOUR).isoformat()
    for number in range(30):
        at = noon - 3 * HOUR + number * timedelta(minutes=5)
        phone.visit(home, result="nobody_home", at=at, minutes=2)
    phone.visit(home, result="nobody_home", at=noon + HOUR)
    await tx.execute("update role_grant set revoked_at = $1 where person_id = $2", noon, gone.person_id)
    await tx.execute(
        "select visit_install_revoke($1, $2, $3, 'Rời tổ', $4)", gone.person_id, gone.team_id, walker.person_id, noon
    )  # fmt: skip
    removed = msgspec.structs.replace(gone.principal, team_ids=())
    batch = msgspec.structs.replace(phone.batch(), last_seq=32)
    answer = await sync(tx, batch, by=removed, secret=SECRET, folds=FOLDS)
    assert statuses(answer) == ["held"] * 31 + ["rejected"]
    assert answer.receipt.seq == 32
    assert await totals(tx) == []
    with pytest.raises(NotYourLead):
        await reviewing.list_waiting(tx, gone.principal, walker.team_id)
    waiting = await reviewing.list_waiting(tx, leading(walker), walker.team_id)
    assert len(waiting) == 31
    yes = NewDecision(team_id=walker.team_id, decision=Decision.APPROVED, reason="Đúng buổi sáng đi tổ")
    done = await reviewing.decide(tx, leading(walker), phone.install_id, yes, folds=FOLDS)
    assert (done.events, done.counted) == (31, 31)
    assert await totals(tx) == [0, 0, 0, 0, 30]
    again = await sync(tx, phone.batch(), by=removed, secret=SECRET, folds=FOLDS)
    assert statuses(again) == ["duplicate"] * 31 + ["rejected"]


async def test_who_never_walked_may_not_send(tx: Connection, walker: Walker) -> None:
    stranger = msgspec.structs.replace(walker.principal, person_id=uuid7(), team_ids=())
    with pytest.raises(NeverWalked):
        await sync(tx, walker.phone().batch([]), by=stranger, secret=SECRET, folds=FOLDS)


async def test_hard_case_29_a_lost_phone(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    phone.visit(home, result="nobody_home")
    phone.visit(home, result="nobody_home")
    await send_as(tx, phone, phone.kept[:1], last_seq=3, pending=2)
    (line,) = await reviewing.list_my_installs(tx, walker.principal)
    assert (line.missing, line.pending, line.wipe) == ([(2, 3)], 2, "none")
    why = InstallRevocation(reason="Mất máy ở chợ")
    stopped = await reviewing.revoke_install(tx, leading(walker), phone.install_id, why)
    assert (stopped.state, stopped.wipe) == ("revoked", "asked")
    with frozen(now() + DAY):
        phone.visit(home, result="nobody_home")
        found = await send_as(tx, phone, phone.kept[1:], last_seq=4)
        assert statuses(found) == ["held", "held", "rejected"]
        assert reasons(found)[2] == "device_revoked"
        assert (found.install.state, found.install.wipe) == ("revoked", True)
        assert found.receipt.seq == 4
        no = NewDecision(team_id=walker.team_id, decision=Decision.REFUSED, reason="Không phải người của tổ")
        done = await reviewing.decide(tx, leading(walker), phone.install_id, no, folds=FOLDS)
        assert (done.events, done.counted) == (2, 0)
        last = await send_as(tx, phone, phone.kept[1:3], last_seq=4, wiped=True)
        assert reasons(last) == ["refused_by_leader"] * 2
        assert not last.install.wipe
        (line,) = await reviewing.list_my_installs(tx, walker.principal)
        assert (line.wipe, line.missing) == ("done", [])
    with pytest.raises(NotFound):
        await reviewing.revoke_install(tx, (await given_walker(tx)).principal, phone.install_id, why)


async def test_hard_case_30_a_restored_backup_on_two_phones(tx: Connection, walker: Walker) -> None:
    phone, twin = walker.phone(), walker.phone()
    twin.install_id = phone.install_id
    home = phone.household()
    await phone.send(tx)
    twin.seq = 1
    phone.visit(home, result="nobody_home")
    twin.visit(home, result="nobody_home")
    assert statuses(await phone.send(tx, phone.kept[1:])) == ["accepted"]
    answer = await twin.send(tx)
    assert (statuses(answer), reasons(answer)) == (["conflict"], ["seq_taken"])
    assert answer.install.state == "cloned"
    twin.install_id, twin.kept[0]["seq"] = uuid7(), 1
    assert statuses(await twin.send(tx)) == ["accepted"]
    assert await totals(tx) == [0, 0, 0, 0, 2]


def keyed(phone: Phone, key: ec.EllipticCurvePrivateKey, events: list[Any]) -> dict[str, str]:
    """What a phone with this key says beside its events."""
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    batch = phone.batch(events, clock=NOON)
    halves = utils.decode_dss_signature(key.sign(signed(batch), ec.ECDSA(SHA256())))
    proof = b"".join(half.to_bytes(32) for half in halves)
    names = ("public_key", "proof")
    return {name: base64.urlsafe_b64encode(raw).decode().rstrip("=") for name, raw in zip(names, (point, proof), strict=True)}  # fmt: skip


async def test_a_stranger_with_somebodys_session_takes_no_number_of_theirs(
    tx: Connection, walker: Walker
) -> None:
    phone, key, other = walker.phone(), ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())  # fmt: skip
    with frozen(NOON):
        phone.household()
        first = await send_as(tx, phone, phone.kept, device_time=NOON, **keyed(phone, key, phone.kept))
        assert (statuses(first), first.install.state) == (["accepted"], "active")
        phone.household()
        fresh = phone.kept[1:]
        forged = {**keyed(phone, key, phone.kept), "device_time": NOON}  # signed for other events
        for said in ({}, forged, keyed(phone, other, fresh) | {"device_time": NOON}):
            answer = await send_as(tx, phone, fresh, **said)
            assert (reasons(answer), answer.install.state) == (["seq_taken"], "cloned")
            assert answer.receipt.seq == 0
        good = await send_as(tx, phone, fresh, device_time=NOON, **keyed(phone, key, fresh))
        assert (statuses(good), good.receipt.seq) == (["accepted"], 2)
