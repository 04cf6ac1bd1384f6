"""Citizens ask about a dossier; the agency's handlers answer; who waits too long is seen and counted."""

from datetime import datetime, timedelta
from uuid import UUID

from api.dossiers.actions import following
from api.dossiers.actions.almanac import almanac
from api.dossiers.contracts import Dossier
from api.dossiers.contracts.asking import (
    AgencyQuestion,
    DossierQuestionAnswered,
    DossierQuestionAsked,
    DossierQuestionsOverdue,
    NewAnswer,
    NewQuestion,
    QuestionCounts,
    QuestionDesk,
    QuestionKind,
)
from api.dossiers.rules import asking as rules
from api.dossiers.rules.asking import plain
from api.dossiers.rules.flow import FIRST_ANSWER
from api.dossiers.store import asking as store
from api.kit import outbox
from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid, TooMany
from api.kit.pages import decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.kit.settings import Settings

DAY = timedelta(days=1)


async def ask(
    tx: Connection, me: Principal, dossier_id: UUID, new: NewQuestion, *, settings: Settings
) -> tuple[Dossier, bool]:
    """Ask the agency that has the dossier; the dossier as I see it now, and whether the question is new."""
    dossier = await following.read_mine(tx, me, dossier_id, settings=settings)
    if await is_known(tx, me, dossier_id, new):
        # Read again: it may have come between the two looks, sent twice at once.
        return await following.read_mine(tx, me, dossier_id, settings=settings), False
    rules.check_kind(new.kind, dossier, hotline=settings.hotline)
    at = now()
    if await store.count_asked(tx, me.person_id, since=at - DAY) >= rules.A_DAY:
        raise TooMany(retry_after=int(DAY.total_seconds()))
    scopes = (settings.province_code, *filter(None, [await store.find_agency_code(tx, dossier_id)]))
    calendar = (await almanac.read_calendars(tx, [scopes]))[scopes]
    kept = await store.insert_question(
        tx,
        new.id,
        dossier_id,
        person_id=me.person_id,
        kind=new.kind,
        text=plain(new.text, "text"),
        may_call=new.may_call,
        at=at,
        answer_by=calendar.due(at, FIRST_ANSWER),
    )
    if not kept:
        if not await is_known(tx, me, dossier_id, new):
            raise rules.QuestionOpen
        return await following.read_mine(tx, me, dossier_id, settings=settings), False
    await outbox.emit(tx, DossierQuestionAsked(question_id=new.id))
    return await following.read_mine(tx, me, dossier_id, settings=settings), True


async def is_known(tx: Connection, me: Principal, dossier_id: UUID, new: NewQuestion) -> bool:
    """Whether this very question came before; the same id with another content is refused."""
    known = await store.find_question(tx, new.id)
    if known is None:
        return False
    same = (known.person_id, known.dossier_id, known.kind, known.text, known.may_call)
    if same != (me.person_id, dossier_id, new.kind, plain(new.text, "text"), new.may_call):
        raise Invalid(errors=[FieldError(field="id", message="Mã này đã dùng cho nội dung khác")])
    return True


async def list_desk(
    db: Connection, me: Principal, *, answered: bool, cursor: str | None, limit: int
) -> QuestionDesk:
    """The questions about my agencies' dossiers, the most pressing first."""
    after = decode_cursor(cursor, tuple[datetime, UUID]) if cursor else None
    at = now()
    rows = await store.list_for_agency(db, me, answered=answered, after=after, limit=limit + 1, at=at)
    waiting = await store.count_waiting(db, me, at=at)
    last = encode_cursor(rows[limit - 1].answer_by, rows[limit - 1].id) if len(rows) > limit else None
    return QuestionDesk(items=rows[:limit], next=last, open=waiting.open, overdue=waiting.overdue)


async def answer(tx: Connection, me: Principal, question_id: UUID, new: NewAnswer) -> AgencyQuestion:
    """Answer a question on my desk, once."""
    at = now()
    found = await find_on_desk(tx, me, question_id, answered=False, at=at)
    if found is None:
        if await find_on_desk(tx, me, question_id, answered=True, at=at):
            raise rules.QuestionAnswered
        raise rules.QuestionNotFound
    if (new.agreed is not None) != (found.kind is QuestionKind.REOPEN):
        message = "Chọn đồng ý hay không khi trả lời đề nghị xem lại; loại khác thì để trống"
        raise Invalid(errors=[FieldError(field="agreed", message=message)])
    if not await store.answer(
        tx, question_id, by=me, text=plain(new.answer, "answer"), agreed=new.agreed, at=at
    ):
        raise rules.QuestionAnswered
    await outbox.emit(tx, DossierQuestionAnswered(question_id=question_id))
    done = await find_on_desk(tx, me, question_id, answered=True, at=at)
    assert done is not None  # noqa: S101  just written in this transaction
    return done


async def find_on_desk(
    db: Connection, me: Principal, question_id: UUID, *, answered: bool, at: datetime
) -> AgencyQuestion | None:
    """One question of my agencies."""
    rows = await store.list_for_agency(
        db, me, answered=answered, after=None, limit=1, at=at, question_id=question_id
    )
    return rows[0] if rows else None


async def count_questions(db: Connection, me: Principal) -> QuestionCounts:
    """How the agencies I oversee or work at answer: counts only."""
    return QuestionCounts(items=await store.count_by_agency(db, me, at=now()))


async def recount_open(tx: Connection, *, settings: Settings) -> None:
    """The calendar changed: the hours of questions that wait are counted anew."""
    held = await store.hold_open(tx)
    scopes = {one.id: (settings.province_code, *filter(None, [one.agency_code])) for one in held}
    calendars = await almanac.read_calendars(tx, scopes.values())
    due = {one.id: calendars[scopes[one.id]].due(one.asked_at, FIRST_ANSWER) for one in held}
    await store.set_answer_by(tx, {one.id: due[one.id] for one in held if due[one.id] != one.answer_by})


async def tell_overdue(tx: Connection, *, settings: Settings) -> None:
    """Once a night: agencies whose questions went over their time are told of, each question once.

    Where the dossier went to an agency without a desk nobody can answer: the asker is told so, and may ask anew.
    """
    at = now()
    answer = rules.MOVED_AWAY.format(hotline=settings.hotline)
    closed = await store.close_homeless(tx, answer=answer, at=at)
    await outbox.emit_all(tx, [(DossierQuestionAnswered(question_id=one), False) for one in closed])
    for one in await store.take_overdue(tx, at=at):
        day = vn_date(at).isoformat()
        await outbox.emit(tx, DossierQuestionsOverdue(agency_id=one.agency_id, count=one.count, day=day))
