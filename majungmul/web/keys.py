"""요청 번호 — each writing form carries one, so that the same form sent again makes nothing twice."""

from uuid import uuid4

from majungmul.values.refusal import Refusal
from majungmul.web.asked import Asked

FIELD = "key"
LONGEST = 64


class NoKeyInForm(Refusal):
    """요청 번호 없는 서식."""

    sentence = "이 서식은 오래되어 보낼 수 없습니다. 쪽을 새로 열어 다시 보내 주십시오."


def new_key() -> str:
    """A new key, for a form that is shown."""
    return uuid4().hex


def key_of(request: Asked) -> str:
    """The key that a form was sent with. Refuses one without."""
    key = request.POST.get(FIELD, "")
    if not key or len(key) > LONGEST:
        raise NoKeyInForm
    return key
