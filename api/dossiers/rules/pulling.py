"""How much a system that only answers is asked for; when it is asked again is in `api.kit.patience`."""

from api.kit.errors import Problem
from api.kit.patience import Health

PAGE = 500
"""Items asked for at a time; one while it is only tried whether the system is back."""


class SourceNotFound(Problem):
    """No system of this name is asked."""

    status = 404
    slug = "integration-source-not-found"
    title = "Không có hệ thống nguồn này"


def page_size(health: Health) -> int:
    """How many items to ask for: a system that may still be ill is asked for one."""
    return 1 if health.open_until is not None else PAGE
