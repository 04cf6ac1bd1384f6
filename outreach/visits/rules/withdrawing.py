"""A yes taken back: whose it was, and what may not be written of them any more. Pure."""

from collections.abc import Set as AbstractSet
from datetime import datetime
from uuid import UUID

from outreach.visits.contracts import AdultChanged, AnyBody, VisitLogged
from outreach.visits.contracts.bodies import VisitCorrected
from outreach.visits.contracts.reshaping import ConsentWithdrawn
from outreach.visits.rules.reasons import Refusal


def broken_withdrawal(body: ConsentWithdrawn, _: datetime) -> Refusal | None:
    """One person, or one household: never both, never nobody."""
    if (body.adult_id is None) == (body.household_id is None):
        return Refusal("whose_consent", "adult_id")
    return None


def speaks_of_withdrawn(body: AnyBody, withdrawn: AbstractSet[UUID]) -> Refusal | None:
    """Words about somebody who took their yes back; that they were not met says nothing of them."""
    if isinstance(body, AdultChanged) and body.adult_id in withdrawn:
        return Refusal("withdrawn", "adult_id")
    visit = (
        body.visit if isinstance(body, VisitCorrected) else body if isinstance(body, VisitLogged) else None
    )
    if visit and any(adult.met and adult.adult_id in withdrawn for adult in visit.adults):
        return Refusal("withdrawn", "adults")
    return None
