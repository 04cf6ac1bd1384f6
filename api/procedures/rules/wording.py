"""What a page says in words: where it is done, how far online, at which counter, ready on which day."""

from datetime import date, datetime

from api.kit.calendar import Calendar, Period, Unit
from api.kit.clock import vn_date
from api.kit.text import fold
from api.procedures.contracts import Deadline, DeadlineUnit, Level, Online

LEVEL_TEXTS = {
    Level.COMMUNE: "Làm tại xã, phường, đặc khu",
    Level.PROVINCE: "Làm tại tỉnh, thành phố",
    Level.MINISTRY: "Làm tại bộ, cơ quan trung ương",
    Level.UNKNOWN: "Chưa rõ nơi làm",
}
ONLINE_TEXTS = {
    (Online.FULL, True): "Làm được toàn bộ trên mạng",
    (Online.PARTIAL, True): "Làm được một phần trên mạng",
    (Online.PARTIAL, False): "Nộp được trên mạng, có thể phải đến một lần",
    (Online.NONE, True): "Chưa làm được trên mạng",
    (Online.UNKNOWN, False): "Chưa rõ có làm được trên mạng không",
}
UNITS = {
    DeadlineUnit.WORKING_DAY: Unit.WORKING_DAY,
    DeadlineUnit.CALENDAR_DAY: Unit.CALENDAR_DAY,
    DeadlineUnit.HOUR: Unit.WORKING_HOUR,
    DeadlineUnit.MONTH: Unit.MONTH,
}
CENTRE = "Trung tâm Phục vụ hành chính công"


def ready_on(deadline: Deadline, calendar: Calendar, at: datetime) -> date | None:
    """The day a file handed in now must be ready (Civil Code 2015, articles 147-148); None without a deadline."""
    unit = UNITS.get(deadline.unit)
    if unit is None or deadline.amount is None:
        return None
    return vn_date(calendar.due(at, Period(amount=deadline.amount, unit=unit)))


def office_name(level: Level, agency: str, issuer: str, *, commune: str, province: str) -> str | None:
    """The counter: the commune's or the province's centre, the police for what is theirs; None at a ministry.

    Centres by Decree 118/2025/NĐ-CP; police counters because residence and identity stayed with them.
    """
    if level not in (Level.COMMUNE, Level.PROVINCE):
        return None
    unit = commune if level is Level.COMMUNE else province
    unit = unit[:1].lower() + unit[1:]
    police = "cong an" in fold(agency) if agency else "cong an" in fold(issuer)
    return f"{'Công an' if police else CENTRE} {unit}"
