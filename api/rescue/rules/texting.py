"""A text message as a call for help: whatever people type, with or without marks, and what our own app composes. Pure.

The app writes `SOS #<id> 16.46371,107.58822~12m; 5 nguoi; nuoc toi mai nha; …`: the same grammar, so that a text
typed by hand and one composed by the app become the same call, and the id makes it the same as the one sent as data.
"""

import re
from uuid import UUID, uuid5

import msgspec

from api.kit.phones import MOBILE, SEPARATORS
from api.kit.text import fold, nfc
from api.rescue.contracts import Call, Channel, Help, PlaceFrom, What
from api.rescue.rules.places import Spot, read_place
from api.rescue.rules.spelling import in_digits, mended

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: capitals do not matter, no letter is mistaken for a digit."""
ID_LETTERS = 26
ID = re.compile(r"#([0-9a-hjkmnp-tv-z]{26})\b", re.IGNORECASE)
SMS = UUID("50505353-6d73-5000-8000-000000000112")
"""The name space of texts that carry no id of ours: a gateway that counts from one again has other texts."""
PHONE = re.compile(r"(?<![\d.])(?:\+?84|0)[\s.\-]?\d(?:[\s.\-]?\d){8}(?![\d])")
ACCURACY = re.compile(r"~\s*(\d{1,6})\s*m\b")
PEOPLE = re.compile(
    r"(?<![\d.,])(\d{1,4})\s*(?:nguoi|ng\b|nhan khau|khau\b|mang\b|em be|tre|dua\b|cu\b|ba con)"
)
ALL_PEOPLE = re.compile(r"(?<![\d.,])(\d{1,4})\s*(?:nguoi(?! gia)|ng\b(?! gia)|nhan khau|khau\b|mang nguoi)")
OPENING = re.compile(
    r"^\W*(?:s[.\s]?o[.\s]?s|cuu ho khan cap|cuu ho|cuu voi|cuu toi|cuu|khan cap|help)\b[\s:.,!\-]*",
    re.IGNORECASE,
)
FOR_OTHER = re.compile(
    r"\b(?:bao giup|bao ho|nho cuu|cuu giup|goi ho|nhan ho|giup cho|cho (?:ba|me|bo|ong|cha|em|anh|chi|nha|gia dinh)"
    r"|(?:ba|me|bo|ong|cha|ngoai|noi) (?:toi|em|minh|con)|nguoi than|hang xom)\b"
)
WHATS: tuple[tuple[What, re.Pattern[str]], ...] = tuple(
    (what, re.compile(words))
    for what, words in (
        (What.SWEPT, r"\bcuon\b|\btroi (?:mat|nguoi|theo|di)|bi troi|nuoc troi|duoi nuoc|chet duoi|lat ghe|lat thuyen|\bchim\b"),
        (What.SLIDE, r"sat lo|lo nui|lo dat|vui lap|bi vui|dat do|(?:sap|sup) (?:nha|tuong|nui|cau|do)\b|(?:nha|tuong|cau) (?:bi )?(?:sap|sup)\b(?! (?:ngap|chim|het))|lu quet"),
        (What.ROOF, r"mai nha|noc nha|(?:len|toi|tren|ngap|leo|sat) (?:mai|noc|tran)|\btran nha"),
        (What.FIRE, r"chay nha|nha chay|bi chay\b|chay (?:rung|lan)|rung chay|dam chay|boc chay|hoa hoan|phat hoa|chay no|\blua\b"),
        (What.ILL, r"bi thuong|benh nang|dot quy|kho tho|chay mau|gay (?:chan|tay|xuong)|bat tinh|sap sinh|chuyen da|cap cuu|co giat|sot cao|dien giat|giat dien"),
        (What.STUCK, r"mac ket|\bket\b|co lap|khong (?:ra|di|thoat) (?:duoc|dc)|ko (?:ra|di) (?:duoc|dc)|chia cat"),
        (What.FLOOD, r"\bngap|\blut\b|\blu\b|nuoc (?:len|dang|cao|vao|tran|lon|xiet|sau|toi|da|qua|chay)"),
    )
)  # fmt: skip
WORSE = re.compile(
    r"dang (?:len|dang|tang|cao)|len nhanh|dang cao|dang nhanh|tang nhanh|con len|nhanh lam|lan rong|chay xiet|xiet lam|sap ngap|sap chim|xau di"
)
WEAKS = {
    "c": re.compile(
        r"tre em|tre nho|em be|em nho|dua (?:nho|tre|be)|chau nho|chau be|so sinh|\bbe\b|con nho|\btre\b"
    ),
    "o": re.compile(
        r"nguoi gia|gia yeu|\bcu\b|cu gia|ong ba|ba cu|\bgia\b(?! (?:dinh|suc|cam|do))|\d\d tuoi"
    ),
    "i": re.compile(r"bi thuong|chay mau|gay (?:chan|tay|xuong)|bat tinh|dot quy|kho tho|co giat|benh nang"),
    "p": re.compile(r"\bbau\b|mang thai|sap sinh|chuyen da"),
    "d": re.compile(r"khuyet tat|\bliet\b|xe lan|tan tat"),
}
HELPS: tuple[tuple[Help, re.Pattern[str]], ...] = tuple(
    (wanted, re.compile(words))
    for wanted, words in (
        (Help.BOAT, r"\bghe\b|\bthuyen\b|\bxuong\b|ca no|cano|\bdo\b don"),
        (Help.DOCTOR, r"bac si|y te|cap cuu|\bthuoc\b|benh vien|xe cuu thuong"),
        (Help.MOVE, r"di doi|so tan|dua di|don di|di tru|cho di"),
        (
            Help.FOOD,
            r"luong thuc|do an|thuc an|mi tom|nuoc uong|nuoc sach|\bdoi\b|(?:khong|het|chang) (?:con |co )?(?:gi|do) (?:de )?an|het gao|\bgao\b|\bsua\b",
        ),
    )
)
LABELS = re.compile(
    r"^(?:o|toi|minh|nha|em|tai|dia chi|dc|noi o|vi tri|goi|dt|sdt|so dt|lien he|can|giup|xin|co|gom|nha co|va|voi|\W)+\b", re.IGNORECASE
)  # fmt: skip
LONGEST = 1_000
WORDY = 6


def read_sms(sms_id: str, sender: str, text: str) -> Call:
    """The call a text message is. Every text is one: what is not understood stays as words for a person to read."""
    words = cut(text, LONGEST) or ""
    known = ID.search(words)
    body, openings = OPENING.subn(
        "", (words[: known.start()] + " " + words[known.end() :]) if known else words
    )
    spot = read_place(body)
    folded = fold(body if spot is None or spot.linked else spot.rest)
    mobile, victim = mobile_of(sender), other_phone(body, sender)
    accuracy = ACCURACY.search(folded)
    return msgspec.structs.replace(
        understood(folded),
        id=decoded(known[1]) if known else uuid5(SMS, f"{sms_id}\n{sender}\n{text}"),
        channel=Channel.SMS,
        goes_on=known is None and not openings,
        phone=mobile or cut(sender, 40),
        for_other=bool(FOR_OTHER.search(folded)) or (victim is not None and mobile is not None),
        victim_phone=victim,
        place=place_words(body, spot),
        text=words or None,
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        acc_m=float(accuracy[1]) if accuracy and spot else None,
        place_from=place_from(spot, place_words(body, spot), by_gps=accuracy is not None),
    )


def understood(folded: str) -> Call:
    """What folded words say, and what they would say if they were spelt right."""
    said, meant = meaning(folded), meaning(mended(folded))
    return msgspec.structs.replace(
        said,
        what=said.what or meant.what,
        worse=said.worse or meant.worse,
        people=said.people or meant.people,
        weak=said.weak or meant.weak,
        help=said.help or meant.help,
    )


def meaning(folded: str) -> Call:
    """What folded words say is happening, to how many, and what would help."""
    weak = "".join(letter for letter, words in WEAKS.items() if words.search(folded))
    return Call(
        id=SMS,
        what=next((what for what, words in WHATS if words.search(folded)), None),
        worse=bool(WORSE.search(folded)),
        people=people_of(folded),
        weak=weak,
        help=next((wanted for wanted, words in HELPS if words.search(folded)), None),
    )


def people_of(folded: str) -> int | None:
    """How many people: what is said of all of them, else the parts added up."""
    folded = in_digits(folded)
    whole = [int(found[1]) for found in ALL_PEOPLE.finditer(folded)]
    parts = [int(found[1]) for found in PEOPLE.finditer(folded)]
    if whole:
        return max(whole) or None
    return sum(parts) or None


def mobile_of(text: str) -> str | None:
    """A Vietnamese mobile number as +84…, or None."""
    found = MOBILE.fullmatch(text.translate(SEPARATORS))
    return "+84" + found[1] if found else None


def other_phone(text: str, sender: str) -> str | None:
    """The first number in a text that is not the sender's: where the person in danger can be reached."""
    mine = mobile_of(sender)
    for found in PHONE.finditer(text):
        if (mobile := mobile_of(found[0])) and mobile != mine:
            return mobile
    return None


def place_words(body: str, spot: Spot | None) -> str | None:
    """The pieces of a text that say nothing we know: with a position or without, most likely where."""
    rest = spot.rest if spot else body
    kept = []
    for piece in re.split(r"[,;\n]|\.\s", PHONE.sub(" ", ACCURACY.sub(" ", rest))):
        folded = LABELS.sub("", fold(piece)).strip(" .")
        said = understood(folded)
        known = said.what or said.help or said.weak or said.people or said.worse
        if len(folded) > 2 and not known and not FOR_OTHER.fullmatch(folded):  # noqa: PLR2004  a word
            kept.append(nfc(piece).strip(" .:-"))
    if kept or spot:
        return ", ".join(kept)[:LONGEST] or None
    said = understood(fold(body))
    plain = said.what is None and said.help is None and not said.weak
    # A long piece says what and where in one breath: all of it is shown as the place.
    return nfc(body)[:LONGEST] or None if plain or len(body.split()) >= WORDY else None


def place_from(spot: Spot | None, words: str | None, *, by_gps: bool) -> PlaceFrom:
    """How a position is known."""
    if spot is None:
        return PlaceFrom.WORDS if words else PlaceFrom.NONE
    return PlaceFrom.GPS if by_gps else PlaceFrom.LINK


def cut(text: str | None, length: int) -> str | None:
    """One text form, without control characters, not longer than `length`; None when nothing is left."""
    if text is None:
        return None
    return nfc("".join(char if char.isprintable() else " " for char in text))[:length].strip() or None


def encoded(identity: UUID) -> str:
    """An id as 26 letters for a text message."""
    number, letters = identity.int, []
    for _ in range(ID_LETTERS):
        number, place = divmod(number, 32)
        letters.append(ALPHABET[place])
    return "".join(reversed(letters))


def decoded(letters: str) -> UUID:
    """The id again."""
    number = 0
    for letter in letters.lower():
        number = number * 32 + ALPHABET.index(letter)
    return UUID(int=number & (2**128 - 1))


def reply(number: int, *, has_place: bool) -> str:
    """The answer to a text message: one message of 160 letters, without marks."""
    ask = "" if has_place else " Nhan them: o dau (ten thon, duong, so nha)."
    return f"Da nhan SOS so {number}. Truc ban se goi lai so nay. Nguy cap goi 112.{ask} Giu may con pin."
