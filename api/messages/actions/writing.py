"""Write the letter of a delivery: the words for every carrier, the reader's address, the way out."""

from api.kit.settings import Settings
from api.messages.actions.preferences import leave_token
from api.messages.contracts import Kind, Way
from api.messages.gateway.carrier import Browser, Letter
from api.messages.rules.planning import DANGER
from api.messages.rules.templates import render
from api.messages.store.carrying import Task


def letter_of(settings: Settings, task: Task) -> Letter:
    """What a carrier is given; the tracking id is the delivery's own."""
    url = settings.public_url + "/" + (task.link or "#/tb")
    leave = f"{settings.public_url}/#/tb/nhan" if task.kind is Kind.CAMPAIGN else None
    if task.way is Way.EMAIL:
        leave = f"{settings.public_url}/v1/unsubscribe/{leave_token(settings, task.person_id, task.kind)}"
    return Letter(
        id=task.id.hex,
        kind=task.kind,
        urgent=task.priority == DANGER,
        words=render(task.params, title=task.title, url=url, unsubscribe=leave),
        phone=task.phone,
        email=task.email,
        zalo_uid=task.zalo_uid,
        browsers=tuple(
            Browser(id=one.id, endpoint=one.endpoint, p256dh=one.p256dh, auth=one.auth)
            for one in task.browsers
        ),
        ref=task.provider_ref,
        unsubscribe=leave if task.way is Way.EMAIL else None,
    )
