"""What a message of a chain says to one person. Pure."""

import msgspec

from api.alerts.contracts import Alert, MessageType, Recipient

LEFT = "left_area"
DANGER = "danger_to_life"
"""The basis of docs/decisions/0030: outside the app it wakes people, where they agreed to be reached."""
SHOWN_PLACES = 3


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Title and body of the inbox; level and advice for outside the app."""

    title: str
    body: str
    level: str
    advice: str
    urgent: bool


def words_of(alert: Alert, person: Recipient) -> Words:
    """What this person reads: the warning, its new version, its end, or that they are out of it."""
    level = f"{alert.level_name} ({alert.level_meaning.lower()}, {alert.colour_name.lower()})"
    where = f"\nLiên quan tới: {', '.join(person.places[:SHOWN_PLACES])}." if kept(person) else ""
    if alert.msg_type is MessageType.CANCEL:
        return Words(
            title=alert.headline, body=alert.description + where, level="đã kết thúc", advice="", urgent=False
        )
    if person.basis == LEFT:
        return Words(
            title=f"Không còn trong vùng cảnh báo: {alert.headline}"[:160],
            body="Vùng cảnh báo đã thay đổi, nơi của bạn không còn ở trong đó.",
            level="không còn trong vùng",
            advice="",
            urgent=False,
        )
    return Words(
        title=alert.headline,
        body=f"{change_of(alert)}{alert.hazard_name}, {level}. {alert.description}{where}",
        level=alert.level_name.lower(),
        advice=alert.instruction,
        urgent=person.basis == DANGER,
    )


def kept(person: Recipient) -> bool:
    """Whether it is about places they keep, not (only) about home: a kept one is written "label (commune)"."""
    return any(place.endswith(")") for place in person.places)


def change_of(alert: Alert) -> str:
    """Whether the level went up or down since the version before."""
    if alert.level_before is None or alert.level_before == alert.risk_level:
        return ""
    way = (
        "Nâng từ cấp {} lên cấp {}. "
        if alert.risk_level > alert.level_before
        else "Hạ từ cấp {} xuống cấp {}. "
    )
    return way.format(alert.level_before, alert.risk_level)
