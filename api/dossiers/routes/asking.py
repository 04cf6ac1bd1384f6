"""HTTP of questions and ratings: a citizen's own, an agency's desk, and counts for who oversees."""

from uuid import UUID

from litestar import Response, get, post, put
from litestar.datastructures import CacheControlHeader
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from api.dossiers.actions import asking, rating
from api.dossiers.contracts import Dossier
from api.dossiers.contracts.asking import (
    AgencyQuestion,
    NewAnswer,
    NewQuestion,
    QuestionCounts,
    QuestionDesk,
)
from api.dossiers.contracts.rating import NewRating, RatingReasons, RatingSums
from api.dossiers.routes.citizens import Configured, Cursor, Db, Limit, Me, Tx
from api.dossiers.rules.asking import QuestionAnswered, QuestionNotFound, QuestionOpen, QuestionRefused
from api.dossiers.rules.proof import DossierNotFound
from api.dossiers.rules.rating import NotRateable, RatingClosed, reasons_to_choose
from api.kit.errors import Invalid, TooMany
from api.kit.pages import LIMIT_DEFAULT
from api.kit.principal import Role
from api.web.auth import needs, public, signed_in
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
ASKED_BEFORE = {200: ResponseSpec(data_container=Dossier, description="Asked before")}


@post(
    "/v1/me/dossiers/{dossier_id:uuid}/questions",
    operation_id="ask_about_dossier",
    status_code=HTTP_201_CREATED,
    guards=[signed_in],
    cache_control=NEVER,
    responses=problems(DossierNotFound, QuestionOpen, QuestionRefused, TooMany, Invalid) | ASKED_BEFORE,
)
async def ask_about_dossier(
    tx: Tx, me: Me, settings: Configured, dossier_id: FromPath[UUID], data: JSONBody[NewQuestion]
) -> Response[Dossier]:
    """Ask the agency, ask to be called, or ask that a finished dossier be looked at again."""
    dossier, new = await asking.ask(tx, me, dossier_id, data, settings=settings)
    return Response(dossier, status_code=HTTP_201_CREATED if new else HTTP_200_OK)


@put(
    "/v1/me/dossiers/{dossier_id:uuid}/rating",
    operation_id="rate_dossier",
    guards=[signed_in],
    cache_control=NEVER,
    responses=problems(DossierNotFound, NotRateable, RatingClosed, Invalid),
)
async def rate_dossier(
    tx: Tx, me: Me, settings: Configured, dossier_id: FromPath[UUID], data: JSONBody[NewRating]
) -> Dossier:
    """Rate a finished dossier; changeable for seven days."""
    return await rating.rate(tx, me, dossier_id, data, settings=settings)


@get("/v1/dossier-rating-reasons", operation_id="list_rating_reasons", guards=[public])
async def list_rating_reasons() -> RatingReasons:
    """The fixed list of reasons of a rating."""
    return reasons_to_choose()


@get(
    "/v1/agency/dossier-questions",
    operation_id="list_agency_questions",
    guards=[needs(Role.HANDLER)],
    cache_control=NEVER,
    responses=problems(Invalid),
)
async def list_agency_questions(
    db: Db,
    me: Me,
    answered: FromQuery[bool] = False,  # noqa: FBT002  a query parameter
    cursor: Cursor = None,
    limit: Limit = LIMIT_DEFAULT,
) -> QuestionDesk:
    """Questions about my agencies' dossiers, the most pressing first; for handlers only."""
    return await asking.list_desk(db, me, answered=answered, cursor=cursor, limit=limit)


@post(
    "/v1/agency/dossier-questions/{question_id:uuid}/answer",
    operation_id="answer_dossier_question",
    status_code=HTTP_200_OK,
    guards=[needs(Role.HANDLER)],
    cache_control=NEVER,
    responses=problems(QuestionNotFound, QuestionAnswered, Invalid),
)
async def answer_dossier_question(
    tx: Tx, me: Me, question_id: FromPath[UUID], data: JSONBody[NewAnswer]
) -> AgencyQuestion:
    """Answer a question; the asker reads it in their timeline and inbox."""
    return await asking.answer(tx, me, question_id, data)


@get(
    "/v1/agency/dossier-question-counts",
    operation_id="count_agency_questions",
    guards=[needs(Role.HANDLER, Role.OFFICER)],
    cache_control=NEVER,
)
async def count_agency_questions(db: Db, me: Me) -> QuestionCounts:
    """How many questions wait, and how many too long, by agency; never what was asked."""
    return await asking.count_questions(db, me)


@get(
    "/v1/agency/dossier-ratings",
    operation_id="sum_dossier_ratings",
    guards=[needs(Role.HANDLER, Role.OFFICER)],
    cache_control=NEVER,
)
async def sum_dossier_ratings(db: Db, me: Me) -> RatingSums:
    """Ratings of my agencies' or province's dossiers, as sums of at least five people."""
    return await rating.sum_ratings(db, me)


handlers = [
    ask_about_dossier,
    rate_dossier,
    list_rating_reasons,
    list_agency_questions,
    answer_dossier_question,
    count_agency_questions,
    sum_dossier_ratings,
]
