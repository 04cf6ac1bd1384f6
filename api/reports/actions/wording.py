"""What a province sets for its desks: ready answers by agency, and who is told when time runs out."""

import msgspec

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.principal import Principal
from api.reports.contracts.wording import Ladder, NewTemplate, TemplateList
from api.reports.rules import wording as rules
from api.reports.store import wording as store


async def list_templates(db: Connection, me: Principal) -> TemplateList:
    """Ready answers this person may use or change."""
    return TemplateList(items=await store.list_templates(db, me))


async def add_template(tx: Connection, new: NewTemplate, me: Principal) -> TemplateList:
    """Add a ready answer for one's own agency; for all, an administrator."""
    await store.insert_template(tx, await checked(tx, new, me), by=me.person_id, at=now())
    return await list_templates(tx, me)


async def change_template(tx: Connection, template_id: int, new: NewTemplate, me: Principal) -> TemplateList:
    """Change a ready answer of one's own."""
    await hold(tx, template_id, me)
    await store.update_template(tx, template_id, await checked(tx, new, me), by=me.person_id, at=now())
    return await list_templates(tx, me)


async def delete_template(tx: Connection, template_id: int, me: Principal) -> TemplateList:
    """Take a ready answer of one's own away; what was answered with it stays."""
    await hold(tx, template_id, me)
    await store.delete_template(tx, template_id)
    return await list_templates(tx, me)


async def hold(tx: Connection, template_id: int, me: Principal) -> None:
    """A ready answer that this person may change, held."""
    there, agency_id = await store.hold_template(tx, template_id)
    allowed, _, _ = await store.allows(tx, me, agency_id, None)
    if not there or not allowed:
        raise rules.TemplateNotFound


async def checked(tx: Connection, new: NewTemplate, me: Principal) -> NewTemplate:
    """The ready answer in one text form, when it may be."""
    allowed, agency, category = await store.allows(tx, me, new.agency_id, new.category_code)
    if not agency:
        raise rules.unusable(field="agency_id", message="Không có đơn vị này")
    if not allowed:
        raise NotAllowed(detail="Chỉ viết mẫu cho đơn vị của mình; mẫu chung do quản trị viết")
    if not category:
        raise rules.unusable(field="category_code", message="Không có loại phản ánh này")
    return msgspec.structs.replace(
        new, title=rules.said(new.title, field="title"), body=rules.said(new.body, field="body")
    )


async def read_ladder(db: Connection) -> Ladder:
    """The ladder as it stands."""
    return Ladder(items=await store.list_ladder(db))


async def put_ladder(tx: Connection, ladder: Ladder, me: Principal) -> Ladder:
    """Change the ladder for every open case from now on; rungs already reached are not told again."""
    rungs = rules.checked(ladder, reached=await store.hold_reached(tx))
    await store.put_ladder(tx, rungs, by=me.person_id, at=now())
    return await read_ladder(tx)
