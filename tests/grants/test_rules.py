"""What a grant must name, by itself."""

from datetime import date
from uuid import UUID

import msgspec
import pytest

from api.grants.contracts import NewGrant
from api.grants.rules import check_grant
from api.kit.errors import FieldError, Invalid
from api.kit.principal import Role

FROM = date(2026, 12, 1)
ID = UUID(int=1)
WHO = "Chọn người bằng mã hoặc bằng số điện thoại"
NEEDED = "Vai trò này cần có phạm vi"
UNUSED = "Vai trò này không dùng phạm vi đó"
ENDS = "Ngày kết thúc phải sau ngày bắt đầu"
OFFICER = NewGrant(role=Role.OFFICER.value, person_id=ID, province_code="46")


@pytest.mark.parametrize(
    "grant",
    [
        OFFICER,
        NewGrant(role="admin", phone="0912345678"),
        NewGrant(role="handler", person_id=ID, agency_id=ID),
        NewGrant(role="volunteer", person_id=ID, team_id=ID, valid_to=FROM),
        NewGrant(role="team_leader", person_id=ID, team_id=ID),
    ],
)
def test_a_whole_grant_passes(grant: NewGrant) -> None:
    check_grant(grant, FROM)


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({"person_id": None}, [FieldError("person_id", WHO)]),
        ({"phone": "0912345678"}, [FieldError("person_id", WHO)]),
        ({"province_code": None}, [FieldError("province_code", NEEDED)]),
        ({"agency_id": ID}, [FieldError("agency_id", UNUSED)]),
        ({"team_id": ID}, [FieldError("team_id", UNUSED)]),
        ({"role": "admin"}, [FieldError("province_code", UNUSED)]),
        (
            {"role": "handler"},
            [FieldError("agency_id", NEEDED), FieldError("province_code", UNUSED)],
        ),
        ({"valid_to": date(2026, 11, 30)}, [FieldError("valid_to", ENDS)]),
    ],
)
def test_each_gap_is_named(changed: dict[str, object], errors: list[FieldError]) -> None:
    with pytest.raises(Invalid) as refusal:
        check_grant(msgspec.structs.replace(OFFICER, **changed), FROM)
    assert refusal.value.errors == errors
