"""Rules that an event breaks by itself, whoever sent it. Pure."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from msgspec import UNSET

from api.kit.clock import vn_date
from outreach.visits.contracts import AdultAdded, AdultChanged, AdultSeen, AnyBody, VisitLogged, VisitResult
from outreach.visits.contracts.bodies import (
    HouseholdAdded,
    HouseholdChanged,
    HouseholdRemoved,
    HouseholdRestored,
    RoughPlace,
    VisitCorrected,
    VisitSaid,
)
from outreach.visits.contracts.reshaping import (
    AdultMerged,
    AdultMoved,
    ConsentWithdrawn,
    HouseholdMerged,
    HouseholdMoved,
    HouseholdSplit,
    MergeUndone,
)
from outreach.visits.rules.reasons import Refusal
from outreach.visits.rules.reshaping import (
    broken_move,
    broken_pair,
    broken_split,
)
from outreach.visits.rules.timing import LONGEST_OFFLINE
from outreach.visits.rules.withdrawing import broken_withdrawal

NO_TIME = timedelta(0)
LONGEST_VISIT = timedelta(hours=12)
LONGEST_PLAN = timedelta(days=730)
"""A return is agreed for at most two years ahead."""
ADULT_AGE = 18
PERSONAL_NUMBER = re.compile(r"(?:\d[ .\-]?){9,}")
"""Nine digits or more: an identity number or a telephone, whatever it claims to be."""


def broken(body: AnyBody, at: datetime) -> Refusal | None:
    """The rule a body breaks by itself, whoever sent it."""
    rule = BROKEN.get(type(body))
    # A kind whose part of the work is not built yet is as unknown as one of a newer app.
    return rule(body, at) if rule else Refusal("schema_unknown", "type")


def broken_house(body: HouseholdAdded | HouseholdChanged, _: datetime) -> Refusal | None:
    """A number in its words, or a place that is somebody's door."""
    return personal(body.reference, "reference") or misplaced(body.place)


def broken_new_adult(body: AdultAdded, at: datetime) -> Refusal | None:
    """Nobody joins the list without a yes, with a number for a name, or as a child."""
    if not body.consent:
        return Refusal("no_consent", "consent")
    return personal(body.label, "label") or underage(body.birth_year, at)


def broken_adult(body: AdultChanged, at: datetime) -> Refusal | None:
    """The same of a change, and a leaving that says when and why."""
    return personal(body.label, "label") or underage(body.birth_year, at) or leaving(body, at)


def broken_correction(body: VisitCorrected, at: datetime) -> Refusal | None:
    """A reason with a number in it, or a visit that could not have been logged so either."""
    return personal(body.reason, "reason") or broken_visit(body.visit, at)


def broken_reason(body: HouseholdRemoved | MergeUndone, _: datetime) -> Refusal | None:
    """A number among the words of a reason."""
    return personal(body.reason, "reason")


def broken_new_house(body: HouseholdSplit, at: datetime) -> Refusal | None:
    """A number in its words, or a split that cannot be."""
    return personal(body.reference, "reference") or broken_split(body, at)


def broken_merge(body: HouseholdMerged | AdultMerged, _: datetime) -> Refusal | None:
    """A number among the words of a reason, or a merge that cannot be."""
    return personal(body.reason, "reason") or broken_pair(body)


def unbroken(_: AnyBody, __: datetime) -> None:
    """Nothing that could be wrong by itself."""


def misplaced(place: object) -> Refusal | None:
    """A place more exact than about 100 m is somebody's door."""
    if isinstance(place, RoughPlace) and any(round(one, 3) != one for one in (place.lat, place.lon)):
        return Refusal("place_too_exact", "place")
    return None


def personal(text: object, field: str) -> Refusal | None:
    """A text that holds a number it must not hold."""
    if isinstance(text, str) and PERSONAL_NUMBER.search(text):
        return Refusal("personal_number", field)
    return None


def underage(birth_year: object, at: datetime) -> Refusal | None:
    """Certainly under 18: even a birthday today would not make them an adult."""
    if isinstance(birth_year, int) and vn_date(at).year - birth_year < ADULT_AGE:
        return Refusal("minor", "birth_year")
    return None


def leaving(body: AdultChanged, at: datetime) -> Refusal | None:
    """Leaving is said with a day and a reason together, and not ahead of time."""
    if (body.left_on is UNSET) != (body.left_reason is UNSET):
        return Refusal("leaving_unclear", "left_on")
    if (body.left_on is None) != (body.left_reason is None):
        return Refusal("leaving_unclear", "left_reason")
    if body.left_on and body.left_on > vn_date(at):
        return Refusal("leaving_unclear", "left_on")
    return None


def broken_visit(body: VisitLogged | VisitSaid, _: datetime) -> Refusal | None:
    """The rule a visit breaks by itself."""
    if not NO_TIME <= body.ended_at - body.started_at <= LONGEST_VISIT:
        return Refusal("ends_before_start", "ended_at")
    if len(body.adults) > 1 and len({adult.adult_id for adult in body.adults}) < len(body.adults):
        return Refusal("twice_in_list", "adults")
    talked = body.result in (VisitResult.MET, VisitResult.REVISIT)
    for place, adult in enumerate(body.adults):
        if refused := broken_look(adult, talked=talked, place=place):
            return refused
    if any(adult.met for adult in body.adults):
        if body.consent in (False, "declined"):
            return Refusal("no_consent", "consent")
        if body.consent is None:
            return Refusal("consent_needed", "consent")
    return None


def apart(body: AnyBody, device_time: datetime) -> Refusal | None:
    """Times of a visit that cannot belong to the moment it was saved."""
    if not isinstance(body, VisitLogged):
        return None
    if abs(device_time - body.started_at) > LONGEST_OFFLINE:
        return Refusal("times_apart", "started_at")
    if body.revisit_at and abs(body.revisit_at - body.started_at) > LONGEST_PLAN:
        return Refusal("times_apart", "revisit_at")
    return None


def broken_look(adult: AdultSeen, *, talked: bool, place: int) -> Refusal | None:
    """The rule that what is said of the adult at this place breaks."""
    judged = adult.knows is not None or adult.skills or adult.assistance is not None
    if (adult.met and not talked) or (judged and not adult.met):
        return Refusal("not_met_judged", f"adults[{place}]")
    if len(adult.skills) > 1 and len({skill.code for skill in adult.skills}) < len(adult.skills):
        return Refusal("twice_in_list", f"adults[{place}].skills")
    return personal(adult.next_step, f"adults[{place}].next_step") if adult.next_step else None


BROKEN: dict[type[AnyBody], Callable[[Any, datetime], Refusal | None]] = {
    HouseholdAdded: broken_house,
    HouseholdChanged: broken_house,
    HouseholdRemoved: broken_reason,
    HouseholdRestored: unbroken,
    AdultAdded: broken_new_adult,
    AdultChanged: broken_adult,
    VisitLogged: broken_visit,
    VisitCorrected: broken_correction,
    HouseholdSplit: broken_new_house,
    HouseholdMoved: broken_move,
    AdultMoved: broken_move,
    HouseholdMerged: broken_merge,
    AdultMerged: broken_merge,
    MergeUndone: broken_reason,
    ConsentWithdrawn: broken_withdrawal,
}
"""The kinds that are taken, each with its own rule."""
