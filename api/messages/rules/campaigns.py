"""Decisions of campaigns, purely: who may invite whom, and what an invitation says."""

from collections.abc import Collection, Sequence
from uuid import UUID

from api.kit.errors import FieldError, Problem
from api.kit.text import nfc
from api.messages.contracts import CampaignParams, Kind, Notice
from api.messages.contracts.campaigns import NewCampaign

FEWEST = 5
"""Fewer people than this are not counted aloud, and more only by so many: somebody would know who they are,
or learn it by asking with one commune more and one less."""
LEAVE = "Bạn nhận tin này vì đã đồng ý nhận lời mời của địa phương. Tắt ở Thông báo → Nhận tin ở đâu."


class CampaignNotFound(Problem):
    """No such campaign in the provinces of this officer."""

    status = 404
    slug = "campaign-not-found"
    title = "Không tìm thấy chiến dịch này"


class CampaignIdTaken(Problem):
    """The same id was sent with other words: people have the first ones."""

    status = 409
    slug = "campaign-id-taken"
    title = "Lời mời này đã được gửi với nội dung khác"


class CampaignUnusable(Problem):
    """Communes that do not exist today, or that this officer does not speak for."""

    status = 422
    slug = "campaign-unusable"
    title = "Không gửi được lời mời này"


def cleaned(new: NewCampaign) -> tuple[str, str]:
    """Name and invitation as kept: NFC, no empty ends; CampaignUnusable when nothing is left."""
    name = nfc(new.name)
    invitation = "\n".join(nfc(line) for line in new.invitation.strip().splitlines())
    if not name or not invitation.strip():
        raise unusable(field="invitation", message="Hãy ghi tên chiến dịch và lời mời")
    return name, invitation


def unusable(*, field: str, message: str) -> CampaignUnusable:
    """What is wrong, at its field."""
    return CampaignUnusable(errors=[FieldError(field=field, message=message)])


def check_area(wanted: Sequence[str], found: Collection[tuple[str, str]], provinces: Collection[str]) -> None:
    """Every commune is there today and lies in a province of this officer; `found`: code and province."""
    if {code for code, _ in found} != set(wanted):
        raise unusable(field="commune_codes", message="Có xã, phường không còn hoặc không có trong danh mục")
    if any(province not in provinces for _, province in found):
        raise unusable(field="commune_codes", message="Có xã, phường ngoài tỉnh bạn phụ trách")


def heard(people: int) -> int | None:
    """A count as it may be shown: rounded down."""
    return people - people % FEWEST or None


def notice_to(person_id: UUID, *, key: str, name: str, invitation: str, link: str | None) -> Notice:
    """What one person is told, with the way out."""
    return Notice(
        person_id=person_id,
        kind=Kind.CAMPAIGN,
        title=name,
        body=f"{invitation}\n\n{LEAVE}",
        link=link,
        dedupe_key=key,
        params=CampaignParams(name=name, invitation=" ".join(invitation.split())),
    )
