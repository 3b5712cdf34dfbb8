"""신청의 거절 — why an application is not received, each with the way out."""

from collections.abc import Sequence

from majungmul.programmes.form_answers import FieldMistake
from majungmul.values.refusal import Refusal


class CallNotOpen(Refusal):
    """접수 기간이 아님."""

    sentence = (
        "‘{title}’의 접수 기간은 {opens_at:%Y. %-m. %-d. %H:%M}부터 {closes_at:%Y. %-m. %-d. %H:%M} 전까지입니다. "
        "궁금한 것은 {contact}에 물어 주십시오."
    )


class AppliedAlready(Refusal):
    """이미 신청함."""

    sentence = (
        "‘{body}’은(는) 이 공고에 이미 신청했습니다(접수번호 {number}). "
        "고칠 것이 있으면 그 신청을 철회하고 다시 신청하거나 담당자에게 보완을 요청해 주십시오."
    )


class Excluded(Refusal):
    """제외 중."""

    sentence = "‘{body}’은(는) {until}까지 {kind} 중이라 신청할 수 없습니다(근거: {article})."


class NotDesignated(Refusal):
    """지정받지 않음."""

    sentence = "‘{body}’은(는) 이 지정의 대상이 아닙니다. 지정받은 단체로 로그인했는지 확인해 주십시오."


class OwnCall(Refusal):
    """자기 공고."""

    sentence = (
        "‘{office}’은(는) 이 공고를 낸 기관이라 신청할 수 없습니다. 신청하는 조합으로 로그인해 주십시오."
    )


class ReceivedInFuture(Refusal):
    """앞날의 접수."""

    sentence = (
        "접수일시 {received_at:%Y. %-m. %-d. %H:%M}은(는) 아직 오지 않았습니다. "
        "종이가 들어온 날짜와 시각을 적어 주십시오."
    )


class ScanMissing(Refusal):
    """스캔 없음."""

    sentence = "종이로 받은 신청서의 스캔 파일이 없습니다. 직인이 찍힌 신청서를 스캔해 함께 올려 주십시오."


class WithItself(Refusal):
    """자기 자신과의 거래."""

    sentence = "거래계획 {order}번의 거래조합이 신청한 조합과 같습니다. 다른 조합과의 거래를 적어 주십시오."


class SameTrade(Refusal):
    """다른 신청에 있는 거래."""

    sentence = (
        "거래계획 {order}번(‘{item}’, {amount})은 접수번호 {number}의 신청에도 있습니다. "
        "한 거래는 한 신청에만 적습니다. 하나를 빼 주십시오."
    )


class TradeTwice(Refusal):
    """한 신청에 두 번 적은 거래."""

    sentence = (
        "거래계획 {first}번과 {second}번(‘{item}’, {amount})이 같습니다. "
        "한 거래는 한 번만 적습니다. 하나를 빼 주십시오."
    )


class NoSuchField(Refusal):
    """양식에 없는 칸."""

    sentence = "‘{form}’에 ‘{found}’ 칸이 없습니다. 양식의 칸이나 붙임의 이름을 적어 주십시오. 예: {example}"


class DaysOutOfRange(Refusal):
    """보완 기한의 날수."""

    sentence = "보완 기한은 1일부터 {most}일까지 줄 수 있습니다(‘{found}’). 날수를 확인해 주십시오."


class UnderReview(Refusal):
    """심사 중인 신청."""

    sentence = "접수번호 {number}의 신청을 심사하고 있어 공고를 취소할 수 없습니다. 심사를 마친 뒤에 다시 해 주십시오."


class ReadAlready(Refusal):
    """이미 읽음."""

    sentence = "이 정정 알림은 이미 읽은 것으로 되어 있습니다. 다시 하지 않아도 됩니다."


class NotAGrantApplication(Refusal):
    """교부신청이 아님."""

    sentence = "접수번호 {number}은(는) 교부신청이 아니라 문서번호를 적지 않습니다. 교부신청을 골라 주십시오."


class NotReturned(Refusal):
    """반려하지 않은 신청."""

    sentence = (
        "접수번호 {number}의 신청은 지금 ‘{state}’ 상태라 반려 통지를 만들 수 없습니다. "
        "반려한 신청을 골라 주십시오."
    )


class Incomplete(Refusal):
    """고칠 칸이 있음."""

    sentence = "고칠 칸이 {count}곳 있습니다: {first}"

    def __init__(self, mistakes: Sequence[FieldMistake]) -> None:
        """Keep every mistake, so that each is shown at its field."""
        self.mistakes = tuple(mistakes)
        super().__init__(count=len(self.mistakes), first=self.mistakes[0].sentence)
