"""An Official Account of the local Zalo, as the product keeps it."""

from api.kit.db import Connection
from api.kit.zalo_oa_store import Pair
from tests.zalo_fake import state
from tests.zalo_fake.fake import FakeZalo

ROTATIONS = "select outcome, code from zalo_oa_rotation order by id"


def as_kept(fake: FakeZalo, pair: state.Pair) -> Pair:
    """A pair of the fake as we keep it."""
    return Pair(
        oa_id=fake.oa_id, version=1, access=pair.access, refresh=pair.refresh,
        expires_at=pair.expires_at, lifetime_s=fake.lifetime,
    )  # fmt: skip


async def outcomes(db: Connection) -> list[tuple[str | None, str | None]]:
    """What the audit says."""
    return [(row["outcome"], row["code"]) for row in await db.fetch(ROTATIONS)]
