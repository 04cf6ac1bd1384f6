"""Nothing told is lost and nothing is told twice, whatever is killed meanwhile."""

import asyncio
import os
from pathlib import Path

from tests.faults.storm import run
from tests.given import cluster

CHANGES = int(os.environ.get("FAULTS", "90"))


def test_every_follower_is_told_each_change_exactly_once(tmp_path: Path) -> None:
    """A database server of its own: it is killed too. FAULTS=10000 runs it at full size."""
    per_dossier = 30 if CHANGES < 3000 else 100
    dossiers = CHANGES // per_dossier
    total = dossiers * per_dossier
    with cluster.test_server() as server:
        url = server.url(asyncio.run(server.clone()))
        found = asyncio.run(
            run(url, tmp_path, dossiers=dossiers, changes=per_dossier, every=max(24, total // 40))
        )
    print(found)
    assert found["left"] == {"events": 0, "unplanned": 0, "deliveries": 0}
    assert (found["told"], found["distinct_told"]) == (total, total)
    assert found["deliveries"] == {"sent": total}
    assert found["sms_reached_a_phone"] == total
    assert found["sms_lost"] == 0
    assert found["sms_offered_twice"] == 0, "a lost answer was asked about, not sent again"
    assert len(found["kills"]) >= 3
