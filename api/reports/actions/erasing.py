"""A reporter has themselves removed from a case, open or not: the case lives on without them."""

from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.principal import Principal
from api.kit.privacy import without_numbers
from api.kit.settings import Settings
from api.kit.tracking import opens
from api.reports.actions.reporting import held_by_reporter
from api.reports.actions.stepping import tell_step
from api.reports.rules.moves import Actor
from api.reports.store import erasing


async def erase(
    tx: Connection, report_id: UUID, *, settings: Settings, caller: Principal | None, key: str | None
) -> None:
    """Remove the link to the person, the contact number, the box and every number in their words.

    The tracking key goes on working: it names nobody. Said twice is said once.
    """
    case = await held_by_reporter(tx, report_id, settings=settings, caller=caller, key=key)
    by = "key" if opens(settings.secret_key, report_id, key) else "account"
    if not await erasing.insert_erasure(tx, report_id, by=by, at=now()):
        return
    description, comment = await erasing.list_words(tx, report_id)
    await erasing.set_anonymous(
        tx, report_id, description and without_numbers(description), comment and without_numbers(comment)
    )
    notes = await erasing.list_notes(tx, report_id)
    await erasing.set_notes(tx, {step: without_numbers(note) for step, note in notes.items()})
    comments = await erasing.list_comments(tx, report_id)
    await erasing.set_comments(tx, {verdict: without_numbers(said) for verdict, said in comments.items()})
    await tell_step(tx, case, "erase", Actor.REPORTER, note="Người gửi đã yêu cầu xoá thông tin của mình")
    await erasing.delete_reporter(tx, report_id)
