"""What people are told about dossiers: a new state, a moved date, a consent asked for or ended."""

from collections.abc import Sequence

from api.dossiers.actions import consenting, desk, lateness, sharing
from api.dossiers.actions.notices import FollowerNotice, list_date_notices, list_notices
from api.dossiers.contracts import DossierStateChanged
from api.dossiers.contracts.asking import (
    DossierQuestionAnswered,
    DossierQuestionAsked,
    DossierQuestionsOverdue,
)
from api.dossiers.contracts.deadlines import DossierDueMoved, DossierOverdue
from api.dossiers.contracts.sharing import DossierFollowed, DossierShareAsked, DossierShareDecided
from api.identity.contracts import PhoneProven
from api.kit.clock import now
from api.messages.actions import tell_all
from api.messages.contracts import DossierParams, Kind, Notice, SystemParams
from api.messages.gateway.sms import sms_of
from api.messages.rules.planning import is_quiet
from workers.work import Call, Work, calls_out, together


@together
async def tell_followers(work: Work, event: DossierStateChanged) -> None:
    """One inbox message for everybody who followed when the change came in."""
    await tell_of(work, await list_notices(work.tx, event))


@together
async def tell_moved_date(work: Work, event: DossierDueMoved) -> None:
    """One inbox message for everybody who followed before the calendar moved the date."""
    notices = await list_date_notices(work.tx, event, settings=work.settings)
    await tell_of(work, notices)


@together
async def tell_late(work: Work, event: DossierOverdue) -> None:
    """One inbox message for everybody who follows a dossier whose promised date has passed."""
    await tell_of(work, await lateness.list_late_notices(work.tx, event))


@together
async def tell_owner_of_follower(work: Work, event: DossierFollowed) -> None:
    """The applicant hears that somebody follows with the code, and may end it."""
    notices = await consenting.list_followed_notices(work.tx, event, settings=work.settings)
    await tell_of(work, notices)


@together
async def ask_owner(work: Work, event: DossierShareAsked) -> None:
    """The applicant is asked in the app, or told of the yes that was recorded for them."""
    await tell_of(work, await consenting.list_asked_notices(work.tx, event, settings=work.settings))


@calls_out
async def text_owner(work: Work, event: DossierShareAsked) -> Call | None:
    """The applicant's phone gets the digits of their yes, or, not at night, word of the yes recorded for them."""
    found = await consenting.take_sms(work.tx, event, settings=work.settings, quiet=is_quiet(now()))
    if found is None:
        return None
    phone, text = found
    sms = sms_of(work.settings, work.http)
    return lambda: sms.send(phone, text, request_id=str(event.share_id))


@together
async def tell_asker(work: Work, event: DossierShareDecided) -> None:
    """Who asked hears the applicant's yes, no, or end."""
    await tell_of(work, await consenting.list_decided_notices(work.tx, event))


@together
async def tell_desk(work: Work, event: DossierQuestionAsked) -> None:
    """The agency's handlers hear that a citizen asked; never what or who."""
    await tell_of(work, await desk.list_asked_notices(work.tx, event))


@together
async def tell_answer(work: Work, event: DossierQuestionAnswered) -> None:
    """The asker reads the answer in their inbox."""
    await tell_of(work, await desk.list_answered_notices(work.tx, event))


@together
async def tell_overdue(work: Work, event: DossierQuestionsOverdue) -> None:
    """The agency's handlers and the province's officers hear how many wait too long."""
    await tell_of(work, await desk.list_overdue_notices(work.tx, event))


@together
async def follow_own(work: Work, event: PhoneProven) -> None:
    """Whoever proved a number is told of every dossier filed with it from now on."""
    await sharing.follow_own(work.tx, event.person_id, settings=work.settings)


async def tell_of(work: Work, notices: Sequence[FollowerNotice]) -> None:
    """Into the inboxes, each with its place in the app. Staff's own work, which names no dossier, is of the account."""
    told = [
        Notice(
            person_id=notice.person_id,
            kind=Kind.DOSSIER if notice.code else Kind.SYSTEM,
            title=notice.title,
            body=notice.body,
            link=notice.link,
            dedupe_key=notice.dedupe_key,
            params=DossierParams(code=notice.code, status=notice.status, next_step=notice.next_step)
            if notice.code
            else SystemParams(matter=notice.title),
        )
        for notice in notices
    ]
    await tell_all(work.tx, told)
