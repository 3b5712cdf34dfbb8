"""할 일의 거절 — why a duty is not opened, moved or closed, and what to do."""

from majungmul.values.refusal import Refusal


class AlreadyOwed(Refusal):
    """이미 있는 할 일."""

    sentence = (
        "‘{what}’은(는) 이미 할 일에 있습니다(기한 {due_on}). 그 할 일을 마치거나 기한을 바꾸어 주십시오."
    )


class NobodyOwes(Refusal):
    """맡을 곳 없음."""

    sentence = "‘{what}’을(를) 맡을 {who}의 직책이 정해지지 않았습니다. 직책을 먼저 정해 주십시오."


class AlreadyDone(Refusal):
    """이미 마친 할 일."""

    sentence = (
        "‘{what}’은(는) {done_on}에 이미 마친 일이라 바꿀 수 없습니다. 다시 할 일이면 새로 적어 주십시오."
    )


class NotTheirDuty(Refusal):
    """남의 할 일."""

    sentence = "‘{what}’은(는) {whose}의 할 일입니다. 그 직책이나 그 직책을 대신하는 사람만 마칠 수 있습니다."


class SameDay(Refusal):
    """같은 날."""

    sentence = "‘{what}’의 기한은 이미 {due_on}입니다. 바꿀 날짜를 확인해 주십시오."


class FewerHolidays(Refusal):
    """줄어든 공휴일 자료."""

    sentence = (
        "새 공휴일 자료에 {year}년이 없어 ‘{what}’의 기한({due_on})을 셀 수 없습니다. "
        "앞선 자료에 있던 해를 모두 넣어 주십시오."
    )
