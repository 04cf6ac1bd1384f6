"""Units of what is measured, and the limits of what can be believed of it anywhere."""

import msgspec

from api.gauges.contracts import Quantity

METRES = {"m": 1.0, "cm": 0.01, "mm": 0.001}
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0}
FLOWS = {"m3/s": 1.0}


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity: its own unit, what it may be sent in, and the bounds of belief (levels: each station's own)."""

    unit: str
    units: dict[str, float]
    lowest: float = 0.0
    highest: float = 0.0


MEASURES = {
    Quantity.LEVEL: Measure(unit="m", units=METRES),
    Quantity.RAIN_1H: Measure(unit="mm", units=MILLIMETRES, highest=300.0),
    # Bạch Mã had 1,700 mm in a day in October 2025.
    Quantity.RAIN_24H: Measure(unit="mm", units=MILLIMETRES, highest=2_500.0),
    Quantity.INFLOW: Measure(unit="m3/s", units=FLOWS, highest=30_000.0),
    Quantity.OUTFLOW: Measure(unit="m3/s", units=FLOWS, highest=30_000.0),
}


def in_own_unit(quantity: Quantity, value: float, unit: str | None) -> float | None:
    """The value in the quantity's own unit; None when it is never measured in this one."""
    factor = MEASURES[quantity].units.get(unit or MEASURES[quantity].unit)
    return None if factor is None else round(value * factor, 6)
