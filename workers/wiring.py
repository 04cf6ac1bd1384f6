"""The table of contents of everything that happens in the background: event → jobs."""

from api.dossiers.contracts import DossierStateChanged
from workers import dossiers
from workers.work import Wiring

WIRING: Wiring = {
    DossierStateChanged: [dossiers.tell_followers],
}
