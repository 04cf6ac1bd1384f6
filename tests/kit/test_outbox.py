"""An event told by the statement that causes it is the event that `emit` would have written."""

from uuid import UUID

import msgspec
import pytest

from api.kit import outbox
from api.kit.db import Connection


class LampMended(outbox.Event, frozen=True, kw_only=True, tag="lamp_mended"):
    lamp_id: UUID
    times: int


async def test_an_event_of_a_statement_reads_as_any_other(tx: Connection) -> None:
    lamp = UUID(int=7)
    told = outbox.emitting(LampMended, "made", lamp_id="id", times="n")
    await tx.execute("with made as (select $1::uuid as id, 3 as n) " + told, lamp)
    await outbox.emit(tx, LampMended(lamp_id=lamp, times=3))
    rows = await tx.fetch("select kind, payload, urgent from outbox_event order by id desc limit 2")
    assert {(row["kind"], row["urgent"]) for row in rows} == {("lamp_mended", False)}
    read = [msgspec.json.decode(row["payload"], type=LampMended) for row in rows]
    assert read == [LampMended(lamp_id=lamp, times=3)] * 2


def test_a_field_that_is_left_out_stops_the_process_at_its_start() -> None:
    with pytest.raises(TypeError):
        outbox.emitting(LampMended, "made", lamp_id="id")
