"""HTTP of consents: a person's own decisions, and nobody else's."""

from litestar import Router, get, put
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.consents import actions, rules
from api.consents.contracts import Consent, ConsentChange, Purpose
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import Page
from api.kit.principal import Principal
from api.web.auth import signed_in
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
MePrincipal = NamedDependency[Principal]


@get("/v1/me/consents", operation_id="list_consents")
async def list_consents(db: Db, me: MePrincipal) -> Page[Consent]:
    """Every purpose, its sentence, and what I decided."""
    return Page(await actions.list_consents(db, me))


@put(
    "/v1/me/consents/{purpose:str}",
    operation_id="decide_consent",
    responses=problems(rules.ConsentTextChanged, Invalid),
)
async def decide_consent(
    tx: Tx, me: MePrincipal, purpose: FromPath[Purpose], data: JSONBody[ConsentChange]
) -> Consent:
    """Agree to a purpose, or withdraw; every decision is kept with its time and wording."""
    return await actions.decide(tx, me, purpose, data)


router = Router(
    "/",
    route_handlers=[list_consents, decide_consent],
    guards=[signed_in],
    tags=["consents"],
    cache_control=CacheControlHeader(no_store=True),
)
