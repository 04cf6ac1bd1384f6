"""Forming teams: an officer's verb, and the demo's."""

from collections.abc import Sequence

from api.kit.db import Connection
from outreach.teams import store
from outreach.teams.contracts import NewHamlet, NewTeam


async def form_teams(tx: Connection, teams: Sequence[NewTeam], *, hamlets: Sequence[NewHamlet]) -> None:
    """Put hamlets on the list and form the teams that walk them; doing it again changes nothing."""
    await store.insert_hamlets(tx, hamlets)
    await store.insert_teams(tx, teams)
