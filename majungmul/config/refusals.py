"""설정의 거절 — what keeps the program from starting, with the way out."""

from majungmul.values.refusal import Refusal


class NotConfigured(Refusal):
    """설정 값이 맞지 않음."""

    sentence = "환경변수 {name}을(를) 고쳐 주십시오: {what}."


class UnsafeDatabase(Refusal):
    """안전하지 않은 데이터베이스."""

    sentence = (
        "데이터베이스의 {name} 값이 ‘{found}’입니다. "
        "저장한 기록을 잃지 않도록 ‘{wanted}’(으)로 바꾼 뒤 다시 시작해 주십시오."
    )
