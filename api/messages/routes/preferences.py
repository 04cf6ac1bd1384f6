"""HTTP of preferences: what I get where, my e-mail address, my browsers."""

from litestar import delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import JSONBody

from api.kit.db import Connection
from api.kit.errors import Invalid, TooMany
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.messages.actions import preferences as actions
from api.messages.contracts import (
    EmailAsked,
    EmailCode,
    GoneEndpoint,
    MessagePreferences,
    NewEmail,
    NewPushSubscription,
    PreferencesChange,
    PushSubscription,
)
from api.messages.rules import purposes
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
MePrincipal = NamedDependency[Principal]
Config = NamedDependency[Settings]


@get("/v1/me/message-preferences", operation_id="read_message_preferences")
async def read_preferences(db: Db, settings: Config, me: MePrincipal) -> MessagePreferences:
    """What I get outside the app, purpose by purpose, and what each channel still needs."""
    return await actions.read_preferences(db, settings, me)


@put(
    "/v1/me/message-preferences",
    operation_id="change_message_preferences",
    responses=problems(purposes.PreferencesTextChanged, Invalid),
)
async def change_preferences(
    tx: Tx, settings: Config, me: MePrincipal, data: JSONBody[PreferencesChange]
) -> MessagePreferences:
    """Switch purposes and channels on or off; what is not named stays. Every decision is kept."""
    return await actions.change_preferences(tx, settings, me, data)


@post(
    "/v1/me/email",
    operation_id="ask_email_code",
    status_code=202,
    responses=problems(Invalid, TooMany),
)
async def ask_email(tx: Tx, settings: Config, me: MePrincipal, data: JSONBody[NewEmail]) -> EmailAsked:
    """I read e-mail here: a code is sent there, five times a day at most."""
    return await actions.ask_email(tx, settings, me, data.email)


@post(
    "/v1/me/email/confirm",
    operation_id="confirm_email",
    status_code=200,
    responses=problems(purposes.EmailCodeWrong, Invalid),
)
async def confirm_email(
    tx: Tx, settings: Config, me: MePrincipal, data: JSONBody[EmailCode]
) -> MessagePreferences:
    """The code that came: five tries, fifteen minutes."""
    return await actions.confirm_email(tx, settings, me, data.code)


@delete("/v1/me/email", operation_id="forget_email", status_code=204)
async def forget_email(tx: Tx, me: MePrincipal) -> None:
    """Forget my e-mail address."""
    await actions.forget_email(tx, me)


@post(
    "/v1/me/push-subscriptions",
    operation_id="subscribe_to_push",
    status_code=201,
    responses=problems(purposes.PushEndpointRefused, purposes.TooManyPushSubscriptions, Invalid),
)
async def subscribe(
    tx: Tx, settings: Config, me: MePrincipal, data: JSONBody[NewPushSubscription]
) -> PushSubscription:
    """This browser shows my notifications (RFC 8030); again, it changes nothing."""
    return await actions.subscribe(tx, settings, me, data)


@delete(
    "/v1/me/push-subscriptions",
    operation_id="unsubscribe_from_push",
    status_code=204,
    responses=problems(Invalid),
)
async def unsubscribe(tx: Tx, me: MePrincipal, data: JSONBody[GoneEndpoint]) -> None:
    """This browser shows them no more."""
    await actions.unsubscribe(tx, me, data.endpoint)


HANDLERS = [
    read_preferences,
    change_preferences,
    ask_email,
    confirm_email,
    forget_email,
    subscribe,
    unsubscribe,
]
