"""Jobs of warnings: everybody concerned hears of each version once, and of its end."""

from api.alerts import actions
from api.alerts.contracts import AlertPublished, MessageType
from api.messages.actions import tell_all
from api.messages.contracts import AlertParams, Kind, Notice
from workers.work import Work

DANGER = "danger_to_life"
"""The basis of docs/decisions/0030: outside the app it wakes people, where they agreed to be reached."""


async def tell_people(work: Work, event: AlertPublished) -> None:
    """Tell the next few hundred people; drills and tests are told to nobody."""
    people = await actions.next_to_tell(work.tx, event)
    if not people:
        return
    alert = await actions.show(work.tx, event.alert_id)
    ended = alert.msg_type is MessageType.CANCEL
    level = f"{alert.level_name} ({alert.level_meaning.lower()}, {alert.colour_name.lower()})"
    body = alert.description if ended else f"{alert.hazard_name}, {level}. {alert.description}"
    words = AlertParams(
        headline=alert.headline,
        level="đã kết thúc" if ended else alert.level_name.lower(),
        advice="" if ended else alert.instruction,
    )
    notices = [
        Notice(
            person_id=person.person_id,
            kind=Kind.ALERT,
            title=alert.headline,
            body=body,
            link=f"#/canh-bao/{alert.replaces or alert.id if ended else alert.id}",
            dedupe_key=f"alert:{alert.id}",
            params=words,
            urgent=person.basis == DANGER and not ended,
        )
        for person in people
    ]
    await tell_all(work.tx, notices)
