"""Settings: read once from the environment into a frozen Struct, then passed down."""

import os
from collections.abc import Mapping
from typing import Literal, get_args

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Every setting there is. The variable is the field's name in capitals (`.env.example`)."""

    database_url: str
    """PostgreSQL 15 or newer: postgresql://user@host/name, or ?host=/socket/folder."""
    queue_url: str = ""
    """Redis protocol: redis://host:port/0 or unix:///path.sock. Only the workers need it."""
    secret_key: str
    """Root secret, 32 random characters or more; every other key is derived from it."""
    token_keys: str = "k1"  # noqa: S105  a name, not a key
    """Names of access-token keys, comma-separated, the signing one first."""
    seal_keys: str = ""
    """What secrets of second factors are sealed with at rest, comma-separated, the sealing one first; then SECRET_KEY.

    The sealing one has 32 random characters or more, as SECRET_KEY.
    """
    box_keys: str = ""
    """`first,second`: what the boxes of sealed reports are locked with, a half each, 32 random characters or more;
    two people keep one each. After a change the old pair behind a semicolon. Empty: both from SECRET_KEY."""
    place_adults: int = 50
    """A sealed report's place is told by a square where so many adults live at least; unknown how many: its commune."""
    data_dir: str = ".data"
    """Where files are kept when FILES_URL is empty."""
    files_url: str = ""
    """Object storage, e.g. s3://bucket/prefix; empty: the folder `files` of DATA_DIR."""
    demo: bool = False
    """Demo data, demo sign-in and visible one-time codes. Never with real people's data."""
    public_url: str = "http://127.0.0.1:8000"
    """The address people reach us at; used in feeds, CAP and links."""
    cors_origins: str = "https://h5.zdn.vn,zbrowser://h5.zdn.vn"
    """Other origins that may call the API: the Zalo web view on Android and iOS."""
    province_code: str = "46"
    """The province this installation serves (46 = Huế)."""
    hotline: str = "19001075"
    """The province's help line, shown wherever we have no answer."""
    sos_sms: str = "112"
    """The number the app's text messages for help go to: 112, or the province's gateway (docs/integration.md)."""
    zalo_app_id: str = ""
    """The Zalo app's id at developers.zalo.me; webhooks of the Official Account must carry it."""
    zalo_app_secret: str = ""
    """Empty: sign-in through Zalo is switched off."""
    zalo_web_sign_in: bool = False
    """Offer Zalo's own page to browsers. It wants PUBLIC_URL/v1/auth/callback registered in Zalo's console first."""
    zalo_mini_app_id: str = ""
    """The Mini App's own id, another number; when set, the Mini App's webhook must carry it."""
    zalo_open_api_key: str = ""
    """The Mini App's Open API key: signs its webhook. Empty: that webhook is never believed."""
    zalo_site_code: str = ""
    """What Zalo asks to see at /zalo_verifier<code>.html before it believes that the domain is ours."""
    zalo_oa_id: str = ""
    """The Official Account that sends messages when several have given us their tokens."""
    zalo_oa_secret_key: str = ""
    """The OA secret key that signs webhooks; empty: the app secret is tried (sources disagree)."""
    zalo_code_verifier: str = ""
    """The PKCE verifier whose challenge stands in Zalo's console (`python -m workers.zalo verifier`)."""
    zalo_token_key: str = ""
    """What the OA's tokens are sealed with at rest, comma-separated, the sealing one first; empty: SECRET_KEY."""
    zalo_graph_url: str = "https://graph.zalo.me"
    """Set this and the next four to a local fake for tests and the demo."""
    zalo_oauth_url: str = "https://oauth.zaloapp.com"
    zalo_oa_url: str = "https://openapi.zalo.me"
    zalo_zbs_url: str = "https://business.openapi.zalo.me"
    zalo_mini_url: str = "https://openapi.mini.zalo.me"
    zalo_proxy_url: str = ""
    """Egress proxy inside Vietnam when the server is not (Zalo error -501)."""
    zalo_info_proof: bool = True
    """Send the proof with phone and location exchanges too; not required by the docs, harmless."""
    zalo_webhook_prefix: Literal["app_id", "oa_id"] = "app_id"
    """What the OA webhook's signature begins with: app_id, or oa_id as one older client has it."""
    zalo_webhook_strict: Literal["auto", "always", "never"] = "auto"
    """A wrong signature gets 401: always, never (200, kept aside), or auto: once a right one was seen."""
    zalo_webhook_fresh_seconds: int = 7200
    """Older OA events are kept without effect: an hour of Zalo's retries fits. 0: any age."""
    zalo_hash_plus: bool = False
    """Hash phones as +84… instead of 84… when a template is sent by hash."""
    zalo_uid_recipient: bool = False
    """Name the receiver of a template by UID as recipient.user_id instead of user_id."""
    zalo_morning: str = "06:05"
    """When (Vietnam) a template is tried again that Zalo refused at night (-133, -234)."""
    zalo_templates: str = ""
    """Reviewed Zalo templates by kind of message, e.g. dossier=307211,report=307212; a kind without one is not sent."""
    oidc_issuer: str = ""
    """The province's OpenID Connect server (its issuer, https://…), for officers and handlers; empty: none."""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    """Empty: a public client, proven by PKCE alone."""
    oidc_scopes: str = "openid profile"
    """What is asked for; with OIDC_PHONE_CLAIM add phone, with OIDC_EMAIL_CLAIM add email."""
    oidc_name_claim: str = "name"
    """The claim with the person's name, shown when they have said none here."""
    oidc_phone_claim: str = ""
    """The claim with a number the server has verified itself (phone_number); empty: no number links an account."""
    oidc_email_claim: str = ""
    """The claim with an address the server has verified itself (email); empty: no address links an account."""
    oidc_second_factor: str = ""
    """What in acr or amr counts as a second factor, comma-separated (amr:mfa,amr:otp,acr:…); empty: nothing does."""
    sms_kind: str = "esms"
    """Who carries SMS: esms (eSMS.vn), or http for the small contract in api/messages/gateway/sms.py."""
    sms_api_key: str = ""
    """The SMS account, for one-time codes and notices; empty: no SMS is sent."""
    sms_api_secret: str = ""
    sms_brand: str = ""
    """The sender's brand name, as registered with the carriers."""
    sms_url: str = "https://rest.esms.vn"
    smtp_url: str = ""
    """Mail server: smtp://user:password@host:587 (STARTTLS when offered) or smtps://…:465; empty: no e-mail."""
    email_from: str = "ngoso@example.vn"
    """The sender's address. Bounces come to name+<tracking id>@host."""
    push_hosts: str = "fcm.googleapis.com,*.push.apple.com,*.push.services.mozilla.com,*.notify.windows.com,jmt17.google.com"
    """Push services we call; http://127.0.0.1:port allows a local fake."""
    message_budget_vnd: int = 5_000_000
    """What messages may cost a day, đồng; danger to life is counted but never stopped by it."""
    message_prices: str = "sms=850,zalo_phone=300,zalo_uid=200"
    """Đồng a message by way, as the contracts with the carriers say; what is not named is free."""
    message_rate: int = 50
    """Messages a second, a way and a worker: what is not urgent is drained evenly at this pace."""
    delivery_keep_days: int = 90
    """How long it is kept when, by which way and how a message left the app; its words are never kept there."""
    inbox_keep_days: int = 730
    """After so long a message's words are erased; its key stays, so that it is never told again."""
    demo_integration_key: str = "demo-dossier-key"
    """The one-stop system's API key in the demo province; ignored unless DEMO is on."""
    demo_open311_key: str = "demo-open311-key"
    """The api_key other systems post reports with in the demo province; ignored unless DEMO is on."""
    metrics_token: str = ""
    """What `X-Metrics-Token` must say at /metrics; empty: loopback callers only."""
    trusted_proxies: int = 0
    """How many reverse proxies stand before us and append to X-Forwarded-For."""
    pool_size: int = 10
    """Database connections per API process."""
    log_level: str = "info"


class SettingsError(ValueError):
    """The environment does not make a usable configuration."""


TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}
SECRET_LENGTH = 32


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment; SettingsError names the variable that is wrong."""
    source = os.environ if environ is None else environ
    values: dict[str, object] = {}
    for field in msgspec.structs.fields(Settings):
        raw = source.get(field.name.upper())
        if raw is None:
            if field.required:
                message = f"{field.name.upper()} is not set"
                raise SettingsError(message)
            continue
        values[field.name] = parse(field.name, raw, field.type)
    settings = Settings(**values)  # type: ignore[arg-type]  # parse() gave each its type
    if len(settings.secret_key) < SECRET_LENGTH:
        message = f"SECRET_KEY must have at least {SECRET_LENGTH} characters"
        raise SettingsError(message)
    sealing = settings.seal_keys.split(",")[0].strip()
    if sealing and len(sealing) < SECRET_LENGTH:
        message = f"SEAL_KEYS: the first must have at least {SECRET_LENGTH} characters"
        raise SettingsError(message)
    newest = settings.box_keys.split(";")[0]
    if newest.strip() and not are_two_keys(newest):
        message = (
            f"BOX_KEYS: two words of {SECRET_LENGTH} characters or more, not the same, with a comma between"
        )
        raise SettingsError(message)
    return settings


def are_two_keys(words: str) -> bool:
    """Whether `first,second` names two keys worth keeping apart."""
    first, _, second = (word.strip() for word in words.partition(","))
    return first != second and min(len(first), len(second)) >= SECRET_LENGTH


def parse(name: str, raw: str, kind: object) -> object:
    """One variable as its field's type."""
    if kind is bool:
        if raw.lower() in TRUE | FALSE:
            return raw.lower() in TRUE
        message = f"{name.upper()} must be 1 or 0"
        raise SettingsError(message)
    if kind is int:
        try:
            return int(raw)
        except ValueError as error:
            message = f"{name.upper()} must be a whole number"
            raise SettingsError(message) from error
    words = get_args(kind)
    if words and raw not in words:
        message = f"{name.upper()} must be one of {', '.join(words)}"
        raise SettingsError(message)
    return raw
