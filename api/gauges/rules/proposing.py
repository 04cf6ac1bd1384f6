"""The draft of a warning that a risen river asks for: all facts, no decision. An officer decides, never a gauge."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from api.gauges.rules import alarms
from api.kit.clock import VN
from api.kit.proposing import AlertProposed

HOLDS = timedelta(hours=12)
ADVICE = {
    1: "Theo dõi mực nước và thông báo của chính quyền; chưa cần rời nhà.",
    2: "Kê cao tài sản, đưa người già, trẻ nhỏ khỏi nơi thấp; không đi qua ngầm, tràn.",
    3: "Rời nơi thấp theo hướng dẫn của chính quyền; không đi qua ngầm, tràn; cần cứu người gọi 112.",
}
ASSUMED = {
    "zone": "khu vực rủi ro của trạm là giả định",
    "alarm_1": "mức báo động 1 là suy ra",
    "communes": "danh sách xã, phường là gợi ý",
}


class About(msgspec.Struct, frozen=True, kw_only=True):
    """A station as a draft tells of it."""

    code: str
    name: str
    river: str | None
    province_code: str
    zone: int | None
    alarms: Sequence[float]
    commune_codes: Sequence[str]
    assumed: Sequence[str]


def proposal_of(station: About, value: float, at: datetime) -> AlertProposed:
    """A draft for a level that was reached: one a day, station and alarm level."""
    alarm = alarms.alarm_of(value, station.alarms)
    risk = alarms.risk_of(value, station.alarms, station.zone)
    if alarm is None or risk is None:
        message = f"{station.code} has no alarm levels"
        raise ValueError(message)
    local = at.astimezone(VN)
    river = f"sông {station.river} tại {station.name}" if station.river else station.name
    where = river[:1].upper() + river[1:]
    level = risk.low if risk.low == risk.high else None
    doubts = "; ".join(words for name, words in ASSUMED.items() if name in station.assumed)
    return AlertProposed(
        key=f"gauge:{station.code}:{local:%Y-%m-%d}:bd{alarm.stage}",
        province_code=station.province_code,
        hazard="flood",
        headline=f"{where} trên báo động {alarm.stage}",
        description=f"Mực nước {alarms.metres(value)} lúc {local:%H:%M} ngày {local:%d/%m/%Y}, {alarm.words[:1].lower() if alarm.delta == 0 else alarm.words[:1]}{alarm.words[1:]}.",
        note=f"Trạm đo đề xuất, chưa phát cho ai. {risk.words}."
        + (f" Cần kiểm tra: {doubts}." if doubts else ""),
        risk_level=level,
        instruction=ADVICE[alarm.stage],
        urgency="immediate" if alarm.stage == alarms.THIRD else "expected",
        certainty="observed",
        commune_codes=tuple(station.commune_codes),
        river_alarm=f"{alarm.words} tại {station.name}",
        expires_at=at + HOLDS,
        follows=f"gauge:{station.code}:",
    )
