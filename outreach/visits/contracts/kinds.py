"""Every kind of event with its body."""

from typing import TypeAlias

from outreach.visits.contracts.bodies import (
    AdultAdded,
    AdultChanged,
    EventType,
    HouseholdAdded,
    HouseholdChanged,
    HouseholdRemoved,
    HouseholdRestored,
    VisitCorrected,
    VisitLogged,
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

AnyBody: TypeAlias = (
    HouseholdAdded
    | HouseholdChanged
    | AdultAdded
    | AdultChanged
    | VisitLogged
    | VisitCorrected
    | HouseholdRemoved
    | HouseholdRestored
    | HouseholdSplit
    | HouseholdMoved
    | AdultMoved
    | HouseholdMerged
    | AdultMerged
    | MergeUndone
    | ConsentWithdrawn
)
BODIES: dict[EventType, type[AnyBody]] = {
    EventType.HOUSEHOLD_ADDED: HouseholdAdded,
    EventType.HOUSEHOLD_CHANGED: HouseholdChanged,
    EventType.ADULT_ADDED: AdultAdded,
    EventType.ADULT_CHANGED: AdultChanged,
    EventType.VISIT_LOGGED: VisitLogged,
    EventType.VISIT_CORRECTED: VisitCorrected,
    EventType.HOUSEHOLD_REMOVED: HouseholdRemoved,
    EventType.HOUSEHOLD_RESTORED: HouseholdRestored,
    EventType.HOUSEHOLD_SPLIT: HouseholdSplit,
    EventType.HOUSEHOLD_MOVED: HouseholdMoved,
    EventType.ADULT_MOVED: AdultMoved,
    EventType.HOUSEHOLD_MERGED: HouseholdMerged,
    EventType.ADULT_MERGED: AdultMerged,
    EventType.MERGE_UNDONE: MergeUndone,
    EventType.CONSENT_WITHDRAWN: ConsentWithdrawn,
}
