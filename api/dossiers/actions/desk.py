"""What an agency's desk, its asker and who oversees it are told of questions."""

from api.dossiers.actions.notices import FollowerNotice
from api.dossiers.contracts.asking import (
    DossierQuestionAnswered,
    DossierQuestionAsked,
    DossierQuestionsOverdue,
)
from api.dossiers.rules.asking import answered_words, asked_words, overdue_words
from api.dossiers.store import asking as store
from api.kit.clock import now
from api.kit.db import Connection

DESK = "#/hs-hoi"


async def list_asked_notices(tx: Connection, event: DossierQuestionAsked) -> list[FollowerNotice]:
    """To the handlers of the agency that has the dossier, while nobody has answered."""
    question = await store.find_question(tx, event.question_id)
    desk = await store.find_desk(tx, question.agency_code) if question else None
    if question is None or desk is None or question.answered_at is not None:
        return []
    title, body = asked_words(question.answer_by)
    staff = await store.list_staff(tx, desk, on=now(), officers=False)
    return [
        FollowerNotice(
            person_id=one.person_id, title=title, body=f"{body}\n{one.agency_name}.", code="", status="",
            next_step="", dedupe_key=f"question:{question.id}", link=DESK,
        )
        for one in staff
        if one.person_id != question.person_id
    ]  # fmt: skip


async def list_answered_notices(tx: Connection, event: DossierQuestionAnswered) -> list[FollowerNotice]:
    """To the asker, with the answer; to whom the applicant let go meanwhile, nothing of the dossier is told."""
    question = await store.find_question(tx, event.question_id)
    if question is None or question.answer is None or question.asker_left:
        return []
    title, body = answered_words(question.answer, question.code, agreed=question.agreed)
    return [
        FollowerNotice(
            person_id=question.person_id, title=title, body=body, code=question.code,
            status=title.removeprefix("Hồ sơ: "), next_step="", dedupe_key=f"answer:{question.id}",
            link=f"#/hs/{question.dossier_id}",
        )
    ]  # fmt: skip


async def list_overdue_notices(tx: Connection, event: DossierQuestionsOverdue) -> list[FollowerNotice]:
    """To the agency's handlers and the officers of its province: how many, once a night."""
    return [
        FollowerNotice(
            person_id=one.person_id, title=title, body=body, code="", status="", next_step="",
            dedupe_key=f"questions-overdue:{event.agency_id}:{event.day}", link=DESK,
        )
        for one in await store.list_staff(tx, event.agency_id, on=now(), officers=True)
        for title, body in [overdue_words(one.agency_name, event.count)]
    ]  # fmt: skip
