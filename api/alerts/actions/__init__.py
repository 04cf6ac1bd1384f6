"""What people and machines do with warnings; the whole of it by subject is in the files beside."""

from api.alerts.actions.publishing import UnsoundCapError, cancel, publish
from api.alerts.actions.reading import as_cap, as_feed, browse, show

__all__ = ["UnsoundCapError", "as_cap", "as_feed", "browse", "cancel", "publish", "show"]
