"""공모의 거절 — why a call is not made, changed or explained so, each with the way out."""

from majungmul.values.refusal import Refusal


class ClosesBeforeItOpens(Refusal):
    """마감이 시작보다 앞."""

    sentence = "접수 마감이 접수 시작보다 늦어야 합니다. 시작과 마감의 날짜와 시각을 확인해 주십시오."


class OutOfItsYear(Refusal):
    """그 해의 것이 아닌 접수 기간."""

    sentence = (
        "접수 기간({opens_at:%Y. %-m. %-d.}~{closes_at:%Y. %-m. %-d.})이 {year}년 사업의 것이 아니거나 "
        "1년을 넘습니다. 연도를 확인해 주십시오."
    )


class AlreadyClosed(Refusal):
    """이미 지난 마감."""

    sentence = "접수 마감 {closes_at:%Y. %-m. %-d. %H:%M}이(가) 이미 지났습니다. 앞날의 마감을 적어 주십시오."


class CallOver(Refusal):
    """접수가 끝난 공고."""

    sentence = (
        "‘{title}’의 접수는 {closes_at:%Y. %-m. %-d. %H:%M}에 끝나 정정할 수 없습니다. "
        "더 받으려면 새로 공고해 주십시오."
    )


class OpenAlready(Refusal):
    """이미 시작한 접수."""

    sentence = (
        "접수가 {opens_at:%Y. %-m. %-d. %H:%M}에 시작되어 시작 시각은 바꿀 수 없습니다. "
        "마감이나 다른 내용을 정정해 주십시오."
    )


class NotOfThisOffice(Refusal):
    """이 기관이 쓸 수 없는 재원."""

    sentence = "‘{account}’은(는) 이 기관이 공고할 수 있는 재원이 아닙니다. 교부받은 항목을 골라 주십시오."


class YearEnded(Refusal):
    """끝난 회계연도."""

    sentence = (
        "{year}년은 출납폐쇄나 마감이 되어 새로 공고하거나 지정할 수 없습니다. 올해의 재원을 골라 주십시오."
    )


class NotAmendable(Refusal):
    """정정할 수 없는 것."""

    sentence = "공고의 {found}은(는) 정정하지 않습니다. 정정할 수 있는 것: {known}."


class NothingChanged(Refusal):
    """바뀐 것 없음."""

    sentence = "정정할 것이 없습니다. 바꿀 내용을 적어 주십시오."


class NoSuchPaper(Refusal):
    """없는 서류 부호."""

    sentence = "‘더 내야 하는 서류’를 읽을 수 없습니다. 양식에 있는 붙임의 부호를 목록으로 적어 주십시오."


class NoPlanInForce(Refusal):
    """확정되지 않은 지원계획."""

    sentence = "‘{account}’은(는) 이 기관의 확정된 지원계획이 아닙니다. 확정된 지원계획을 골라 주십시오."


class DesignatedAlready(Refusal):
    """이미 지정함."""

    sentence = (
        "‘{body}’은(는) 이미 {number}(으)로 지정되어 있습니다. 바꾸려면 그 지정을 먼저 취소해 주십시오."
    )


class AfterTheCall(Refusal):
    """접수가 끝난 뒤의 설명회."""

    sentence = "설명회는 접수 마감({closes_at:%Y. %-m. %-d. %H:%M}) 전이어야 합니다. 일시를 확인해 주십시오."


class NotHeldYet(Refusal):
    """아직 열리지 않은 설명회."""

    sentence = (
        "설명회는 {held_at:%Y. %-m. %-d. %H:%M}에 열립니다. 열린 뒤에 참석 인원과 서명부를 적어 주십시오."
    )


class HeldAlready(Refusal):
    """이미 적은 설명회."""

    sentence = "이 설명회의 결과는 이미 적혀 있습니다(참석 {people}명). 다시 적지 않아도 됩니다."


class NotSoMany(Refusal):
    """참석 인원."""

    sentence = "참석 인원은 0명부터 {most:,}명까지 적습니다(‘{found}’). 서명부의 인원을 세어 적어 주십시오."


class OtherPaper(Refusal):
    """다른 문서."""

    sentence = "‘{title}’에는 ‘{paper}’이(가) 없습니다. ‘{instead}’을(를) 골라 주십시오."
