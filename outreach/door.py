"""The door of the room: the one router that api/app.py mounts."""

from collections.abc import Sequence

from litestar import Router
from litestar.di import Provide

from outreach.folding import FOLDS, Fold, Record, record
from outreach.measurement import routes as measurement
from outreach.planning import routes as planning
from outreach.registry import routes as registry
from outreach.rights import routes as rights
from outreach.supervision import routes as supervision
from outreach.teams import routes as teams
from outreach.visits import routes as visits


def provide_folds() -> Sequence[Fold]:
    """The folds as a dependency: slices do not import each other."""
    return FOLDS


def provide_record() -> Record:
    """What lets a slice say an event without knowing the log."""
    return record


router = Router(
    "/v1/outreach",
    route_handlers=[
        visits.router,
        registry.router,
        measurement.router,
        teams.router,
        rights.router,
        planning.router,
        supervision.router,
    ],
    dependencies={
        "folds": Provide(provide_folds, sync_to_thread=False),
        "record": Provide(provide_record, sync_to_thread=False),
    },
)
