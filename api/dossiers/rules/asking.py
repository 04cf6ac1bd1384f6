"""What may be asked of whom and until when it must be answered; how it reads in a timeline and an inbox."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from api.dossiers.contracts import ClockState, Dossier, DossierRow, TimelineEntry
from api.dossiers.contracts.asking import Question, QuestionKind
from api.dossiers.rules.letters import moment_words
from api.dossiers.rules.notices import BODY_MAX, clipped
from api.kit.errors import FieldError, Invalid, Problem
from api.kit.text import nfc

REOPEN_FOR = timedelta(days=30)
"""How long after its end a dossier may be asked to be looked at again."""
A_DAY = 5
"""Questions a person may ask in 24 hours."""
ASKED = {
    QuestionKind.QUESTION: "Bạn hỏi cơ quan",
    QuestionKind.CONTACT: "Bạn đề nghị cơ quan liên hệ lại",
    QuestionKind.REOPEN: "Bạn đề nghị xem lại hồ sơ",
}
ANSWERED = "Cơ quan trả lời bạn"
DECIDED = {True: "Cơ quan đồng ý xem lại hồ sơ", False: "Cơ quan không xem lại hồ sơ"}
NO_DESK = "Hồ sơ này chưa ghi cơ quan nào đang giải quyết trên Ngõ Số, hãy gọi tổng đài {hotline}"
MOVED_AWAY = (
    "Hồ sơ đã chuyển sang cơ quan chưa trả lời câu hỏi trên Ngõ Số, nên chưa ai trả lời được câu này. "
    "Hãy gọi tổng đài {hotline} và đọc mã hồ sơ."
)
NOT_NOW = {
    QuestionKind.CONTACT: "Chỉ đề nghị liên hệ lại khi hồ sơ trễ hẹn hoặc đã xong; lúc này hãy gửi câu hỏi",
    QuestionKind.REOPEN: f"Chỉ chủ hồ sơ đề nghị xem lại được, trong {REOPEN_FOR.days} ngày sau khi hồ sơ xong",
}


class QuestionNotFound(Problem):
    """No such question for this agency, or of this person."""

    status = 404
    slug = "dossier-question-not-found"
    title = "Không tìm thấy câu hỏi này"


class QuestionOpen(Problem):
    """The person's last question about this dossier is not answered yet."""

    status = 409
    slug = "dossier-question-open"
    title = "Câu hỏi trước của bạn về hồ sơ này chưa được trả lời"


class QuestionRefused(Problem):
    """This cannot be asked of this dossier now; `detail` says why."""

    status = 409
    slug = "dossier-question-refused"
    title = "Lúc này chưa gửi được đề nghị này"


class QuestionAnswered(Problem):
    """Somebody of the agency answered before."""

    status = 409
    slug = "dossier-question-answered"
    title = "Câu hỏi này đã được trả lời"


def possible(row: DossierRow, *, late: bool, helping: bool, now: datetime) -> list[QuestionKind]:
    """What may be asked of this dossier now; nothing when its agency has no desk here.

    Who follows for the applicant (`helping`) asks for themselves and does nothing in the applicant's name.
    """
    if row.agency_title is None:
        return []
    kinds = [QuestionKind.QUESTION]
    stopped = row.clock is ClockState.STOPPED
    if stopped or late:
        kinds.append(QuestionKind.CONTACT)
    if stopped and not helping and row.stopped_at is not None and now <= row.stopped_at + REOPEN_FOR:
        kinds.append(QuestionKind.REOPEN)
    return kinds


def check_kind(kind: QuestionKind, dossier: Dossier, *, hotline: str) -> None:
    """QuestionRefused, with the reason, for what may not be asked now."""
    if not dossier.may_ask:
        raise QuestionRefused(detail=NO_DESK.format(hotline=hotline))
    if kind not in dossier.may_ask:
        raise QuestionRefused(detail=NOT_NOW[kind])


def entries(questions: Sequence[Question]) -> list[TimelineEntry]:
    """Questions and answers as lines of the asker's own timeline, by time."""
    found = []
    for one in questions:
        found.append(line(ASKED[one.kind], one.asked_at, one.text, kind="question"))
        if one.answer is not None and one.answered_at is not None:
            head = ANSWERED if one.agreed is None else DECIDED[one.agreed]
            found.append(line(head, one.answered_at, one.answer, kind="answer"))
    return sorted(found, key=lambda entry: entry.occurred_at)


def line(head: str, at: datetime, told: str, *, kind: str) -> TimelineEntry:
    """One line that is no step of the dossier."""
    return TimelineEntry(
        state_code="", state_name=head, occurred_at=at, told=told, note=None, correction=False, kind=kind
    )


def woven(steps: Sequence[TimelineEntry], asked: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """The steps in their own order, each question after the last step that happened before it."""
    woven = list(steps)
    for entry in asked:
        earlier = [place for place, one in enumerate(woven) if one.occurred_at <= entry.occurred_at]
        woven.insert(earlier[-1] + 1 if earlier else 0, entry)
    return woven


def asked_words(answer_by: datetime) -> tuple[str, str]:
    """To the agency's handlers: that something waits, never what or who."""
    body = f"Trả lời trước {moment_words(answer_by)} (8 giờ làm việc). Mở “Câu hỏi về hồ sơ” để xem."
    return "Người dân hỏi về hồ sơ", body


def answered_words(answer: str, code: str, *, agreed: bool | None) -> tuple[str, str]:
    """To the asker: the answer."""
    head = ANSWERED if agreed is None else DECIDED[agreed]
    return f"Hồ sơ: {head[0].lower()}{head[1:]}", clipped(f"{answer}\nHồ sơ {code}.", BODY_MAX)


def overdue_words(agency: str, count: int) -> tuple[str, str]:
    """To handlers and officers: how many wait too long, and where."""
    title = f"{count} câu hỏi của người dân quá 8 giờ làm việc chưa trả lời"
    return title, f"{agency}. Mở “Câu hỏi về hồ sơ” để xem."


def plain(text: str, field: str) -> str:
    """Words in NFC without hidden marks; Invalid when nothing is left."""
    words = nfc(text)
    if not words:
        raise Invalid(errors=[FieldError(field=field, message="Hãy viết vài chữ")])
    return words
