"""What people and jobs do with messages; `tell` is what other rooms come for."""

from api.messages.actions.telling import tell, tell_all

__all__ = ["tell", "tell_all"]
