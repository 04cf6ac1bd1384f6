"""What both sides of a consent are told, in plain words; never whether the applicant's phone is known here."""

from api.dossiers.contracts.sharing import How, ShareRow, ShareState
from api.dossiers.rules.sharing import ANONYMOUS, PURPOSES, RELATIONS
from api.dossiers.rules.words import day_words
from api.kit.clock import VN
from api.kit.phones import masked

STOP = "Không phải bạn cho phép? Mở mục “Ai đang theo dõi” của hồ sơ và bấm Dừng: họ không xem được nữa ngay lập tức."
SMS_CODE = (
    "{digits} la ma DONG Y cho nguoi quen theo doi ho so {code} cua ban tren Ngo So. "
    "Chi doc cho nguoi ban muon nho, trong 15 phut."
)
SMS_RECORDED = (
    "Ngo So: co nguoi ghi rang ban dong y cho ho theo doi ho so {code}. "
    "Khong dung? Dang nhap bang so nay va bam Dung, hoac goi {hotline}."
)
CODE_IN_SMS = 30


def who_words(row: ShareRow, name: str, phone: str | None) -> str:
    """Who follows: the name they gave, the end of their number, what they say they are."""
    number = f", số {masked(phone)}" if phone else ""
    relation = f" ({RELATIONS[row.relation]}{number})" if row.relation else ""
    return f"{name or ANONYMOUS}{relation}"


def asked_words(row: ShareRow, name: str, phone: str | None) -> tuple[str, str]:
    """To the applicant: somebody asks to follow, or recorded their yes."""
    who = who_words(row, name, phone)
    purpose = PURPOSES[row.purpose] if row.purpose else ""
    if row.how is How.ASKED:
        lines = [
            f"{who} xin {purpose}.",
            "Bạn đồng ý hay không đều được. Chưa trả lời thì họ chưa xem được gì.",
            f"Hồ sơ {row.code}.",
        ]
        return "Có người xin theo dõi hồ sơ của bạn", "\n".join(lines)
    way = "bằng lời" if row.how is How.SPOKEN else "bằng giấy"
    day = f" ngày {row.given_on:%d/%m/%Y}" if row.given_on else ""
    lines = [f"{who} ghi rằng bạn đã đồng ý {way}{day} cho họ {purpose}.", STOP, f"Hồ sơ {row.code}."]
    return "Có người theo dõi giúp hồ sơ của bạn", "\n".join(lines)


def followed_words(code: str) -> tuple[str, str]:
    """To the applicant: somebody follows with the code and the last digits of the number."""
    lines = ["Người này biết mã hồ sơ và 4 số cuối điện thoại của bạn.", STOP, f"Hồ sơ {code}."]
    return "Có người vừa theo dõi hồ sơ của bạn", "\n".join(lines)


def decided_words(row: ShareRow, state: ShareState) -> tuple[str, str]:
    """To who follows: the applicant said yes, no, or ended it."""
    if state is ShareState.GRANTED:
        day = day_words(row.granted_at.astimezone(VN)) if row.granted_at else ""
        text = (
            f"Từ {day} bạn xem được hồ sơ {row.code} và nhận tin báo. Chủ hồ sơ dừng lại được bất cứ lúc nào."
        )
        return "Chủ hồ sơ đã đồng ý cho bạn theo dõi", text
    if state is ShareState.REFUSED:
        return "Chủ hồ sơ chưa đồng ý cho bạn theo dõi", f"Hồ sơ {row.code}. Bạn có thể gặp và hỏi lại họ."
    text = f"Bạn không còn xem được hồ sơ {row.code} và không nhận tin báo về hồ sơ này nữa."
    return "Chủ hồ sơ đã dừng cho bạn theo dõi", text


def sms_words(row: ShareRow, *, digits: str, hotline: str) -> str:
    """One text without marks to the applicant's phone."""
    code = "".join(letter for letter in row.code if letter.isascii() and letter.isprintable())[:CODE_IN_SMS]
    text = SMS_CODE if row.how is How.CODE else SMS_RECORDED
    return text.format(digits=digits, code=code, hotline=hotline)
