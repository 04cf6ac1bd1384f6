"""Lists: keyset pages with an opaque cursor."""

import base64
import binascii
from typing import Any, Generic, TypeVar

import msgspec

from api.kit.errors import FieldError, Invalid

T = TypeVar("T")
LIMIT_DEFAULT = 20
LIMIT_MAX = 100


class Page(msgspec.Struct, Generic[T], frozen=True):
    """One page: the items, and the cursor of the next page or null."""

    items: list[T]
    next: str | None = None


def encode_cursor(*keys: Any) -> str:
    """Opaque cursor of the last row's sort keys."""
    return base64.urlsafe_b64encode(msgspec.json.encode(keys)).rstrip(b"=").decode()


def decode_cursor(cursor: str, shape: type[T]) -> T:
    """The sort keys of a cursor, as `shape` (a tuple type); Invalid when it is not ours."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        return msgspec.json.decode(raw, type=shape)
    except (binascii.Error, msgspec.DecodeError, UnicodeError, ValueError) as error:
        message = "Dấu trang không hợp lệ, hãy mở lại danh sách từ đầu"
        raise Invalid(errors=[FieldError(field="cursor", message=message)]) from error
