"""A volunteer's verb: bring home what another phone recorded and cannot send itself."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from api.kit.db import Connection
from api.kit.principal import Principal
from outreach.visits.actions import Fold, sync
from outreach.visits.contracts import EventStatus
from outreach.visits.contracts.rescuing import Rescued
from outreach.visits.rules.packing import in_full
from outreach.visits.rules.proving import key_of
from outreach.visits.rules.rescuing import RescueUnreadable, opened
from outreach.visits.store import installs


async def bring_home(
    tx: Connection, sealed: str, *, by: Principal, secret: str, folds: Iterable[Fold]
) -> Rescued:
    """Take it as from the phone that recorded it and in the name of its volunteer: its key has signed it.

    How long it was carried is nobody's clock error: times are put right as at that phone's own last upload.
    """
    batch = in_full(opened(secret, sealed))
    phone = await installs.find_signer(tx, batch.install_id)
    if phone is None or key_of(batch) != phone.public_key:
        raise RescueUnreadable
    author = msgspec.structs.replace(by, person_id=phone.person_id, team_ids=())
    # What only the phone itself may say or hear is not the carrier's: its stopwatch, and whether it has forgotten.
    said = msgspec.structs.replace(batch, session_id=None, device_mono=None, wiped=False, brief=False)
    answer = await sync(tx, said, by=author, secret=secret, folds=folds, offset=phone.clock_offset)
    told = Counter(result.status for result in answer.results)
    return Rescued(
        install_id=batch.install_id,
        events=len(answer.results),
        taken=told[EventStatus.ACCEPTED] + told[EventStatus.DUPLICATE],
        waiting=told[EventStatus.HELD],
        refused=told[EventStatus.REJECTED] + told[EventStatus.CONFLICT],
    )
