"""My say: what I get where, the address I read e-mail at, the browsers that show notifications."""

import hmac
from datetime import timedelta
from uuid import UUID

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import TooMany
from api.kit.ids import uuid7
from api.kit.phones import masked
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tokens import derive_key, equal, keyed_hash
from api.messages.actions.receipts import opt_out
from api.messages.contracts import (
    Channel,
    ChannelReady,
    EmailAsked,
    EmailCodeAsked,
    Kind,
    MessagePreferences,
    NewPushSubscription,
    PreferencesChange,
    PurposeChoice,
    PushSubscription,
    Way,
)
from api.messages.gateway.push import allowed_endpoint, push_key
from api.messages.rules import purposes
from api.messages.rules.planning import CHANNELS, QUIET_FROM, QUIET_UNTIL, browser_said_yes
from api.messages.store import preferences as store

CODE_LIFETIME = timedelta(minutes=15)
CODES_A_DAY = 5
MOST_BROWSERS = 10


async def read_preferences(db: Connection, settings: Settings, me: Principal) -> MessagePreferences:
    """Every purpose with its sentence and switches, every channel with what it still needs."""
    decided = {
        (one.purpose, one.channel): one.granted for one in await store.list_choices(db, seen_by=me.person_id)
    }
    addresses = await store.find_addresses(db, seen_by=me.person_id, at=now())
    told_by_browser = addresses is not None and addresses.browsers > 0
    return MessagePreferences(
        purposes=[
            PurposeChoice(
                purpose=kind,
                title=purposes.SENTENCES[kind][0],
                text=purposes.SENTENCES[kind][1],
                channels=[
                    channel
                    for channel in Channel
                    if decided.get((kind, channel), told_by_browser and browser_said_yes(kind, channel))
                ],
            )
            for kind in Kind
        ],
        channels=[ready(channel, addresses) for channel in Channel],
        text_version=purposes.TEXT_VERSION,
        quiet_from=QUIET_FROM.strftime("%H:%M"),
        quiet_until=QUIET_UNTIL.strftime("%H:%M"),
        danger=purposes.DANGER,
        push_key=push_key(settings),
    )


def ready(channel: Channel, has: store.Addresses | None) -> ChannelReady:
    """One channel as this person has it."""
    phone = masked(has.phone) if has and has.phone else None
    email = purposes.email_masked(has.email) if has and has.email else None
    stopped = {CHANNELS[Way(way)] for way in (has.stopped if has else [])}
    state: dict[Channel, tuple[str | None, bool, str]] = {
        Channel.PUSH: (None, bool(has and has.browsers), "Chưa có trình duyệt nào của bạn bật thông báo"),
        Channel.EMAIL: (
            email,
            bool(has and has.email_verified),
            "Chưa xác nhận địa chỉ" if email else "Chưa có địa chỉ thư điện tử",
        ),
        Channel.ZALO: (
            phone,
            bool(phone or (has and has.zalo_uid)),
            "Chưa quan tâm tài khoản Zalo của tỉnh và chưa xác nhận số điện thoại",
        ),
        Channel.SMS: (phone, bool(phone), "Chưa xác nhận số điện thoại"),
    }
    address, there, missing = state[channel]
    if there and channel in stopped and channel is not Channel.PUSH:
        return ChannelReady(
            channel=channel,
            address=address,
            ready=channel is Channel.ZALO and bool(has and has.zalo_uid and "zalo_uid" not in has.stopped),
            why_not="Địa chỉ này đang không nhận được hoặc đã từ chối nhận tin",
        )
    return ChannelReady(channel=channel, address=address, ready=there, why_not=None if there else missing)


async def change_preferences(
    tx: Connection, settings: Settings, me: Principal, change: PreferencesChange
) -> MessagePreferences:
    """Keep the decisions about the sentences that were on the screen; a new yes lifts an old stop."""
    granted = [choice for choice in change.choices if choice.granted]
    if granted and change.text_version not in (None, purposes.TEXT_VERSION):
        raise purposes.PreferencesTextChanged
    for choice in change.choices:
        await store.insert_choice(
            tx,
            me.person_id,
            purpose=choice.purpose,
            channel=choice.channel,
            granted=choice.granted,
            text_version=purposes.TEXT_VERSION,
            session_id=me.session_id,
            at=now(),
        )
    again = {choice.channel for choice in granted}
    if again:
        await store.delete_stops(tx, me.person_id, [way for way, its in CHANNELS.items() if its in again])
    return await read_preferences(tx, settings, me)


def email_code(settings: Settings, challenge_id: UUID) -> str:
    """The six digits of a challenge: derived, never kept."""
    digest = hmac.digest(derive_key(settings.secret_key, "email-code"), challenge_id.bytes, "sha256")
    return f"{int.from_bytes(digest[:8]) % 10**6:06}"


async def ask_email(tx: Connection, settings: Settings, me: Principal, email: str) -> EmailAsked:
    """Keep an address and have a code sent to it; nothing else is sent there before the code came back."""
    challenge_id = uuid7()
    address = email.strip()
    kept = await store.upsert_email(
        tx, me.person_id, email=address, challenge_id=challenge_id, at=now(), most_a_day=CODES_A_DAY
    )
    if not kept:
        raise TooMany(retry_after=3600)
    await outbox.emit(tx, EmailCodeAsked(person_id=me.person_id, challenge_id=challenge_id), urgent=True)
    return EmailAsked(
        email_masked=purposes.email_masked(address),
        expires_in=int(CODE_LIFETIME.total_seconds()),
        demo_code=email_code(settings, challenge_id) if settings.demo else None,
    )


async def find_email_code(
    db: Connection, settings: Settings, event: EmailCodeAsked
) -> tuple[str, str] | None:
    """The address and the code of a challenge that is still open."""
    found = await store.find_challenge(
        db, event.person_id, event.challenge_id, asked_after=now() - CODE_LIFETIME
    )
    return (found.email, email_code(settings, found.challenge_id)) if found else None


async def confirm_email(tx: Connection, settings: Settings, me: Principal, code: str) -> MessagePreferences:
    """The code came back, in five tries and fifteen minutes; each try is counted."""
    found = await store.try_code(tx, me.person_id, asked_after=now() - CODE_LIFETIME)
    if found is None or not equal(email_code(settings, found.challenge_id), code):
        raise purposes.EmailCodeWrong
    await store.set_email_verified(tx, me.person_id, at=now())
    return await read_preferences(tx, settings, me)


async def forget_email(tx: Connection, me: Principal) -> None:
    """Forget my address."""
    await store.delete_email(tx, me.person_id)


async def subscribe(
    tx: Connection, settings: Settings, me: Principal, new: NewPushSubscription
) -> PushSubscription:
    """This browser shows my notifications; registering it again changes nothing."""
    if not allowed_endpoint(new.endpoint, settings.push_hosts):
        raise purposes.PushEndpointRefused
    if await store.count_subscriptions(tx, me.person_id, but=new.endpoint) >= MOST_BROWSERS:
        raise purposes.TooManyPushSubscriptions
    return await store.insert_subscription(
        tx,
        uuid7(),
        person_id=me.person_id,
        endpoint=new.endpoint,
        p256dh=new.keys.p256dh.rstrip("="),
        auth=new.keys.auth.rstrip("="),
        at=now(),
    )


async def unsubscribe(tx: Connection, me: Principal, endpoint: str) -> None:
    """This browser shows them no more."""
    await store.delete_subscription(tx, me.person_id, endpoint)


def leave_token(settings: Settings, person_id: UUID, kind: Kind) -> str:
    """The token of a link that stops one kind of e-mail without signing in: who, what, and proof it is ours."""
    proof = keyed_hash(settings.secret_key, "leave", person_id.hex, kind)[:32]
    return f"{person_id.hex}.{kind}.{proof}"


async def leave(tx: Connection, settings: Settings, token: str) -> None:
    """No more e-mails of this kind; said again, it changes nothing."""
    parts = token.split(".")
    try:
        person_id, kind = UUID(hex=parts[0]), Kind(parts[1])
    except (ValueError, IndexError):
        raise purposes.LinkNotOurs from None
    if not equal(leave_token(settings, person_id, kind), token):
        raise purposes.LinkNotOurs
    await opt_out(tx, person_id, Way.EMAIL, kind=kind)
