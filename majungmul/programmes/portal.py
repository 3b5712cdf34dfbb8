"""보탬e — whether a step may have an entry in it: only on a day on which the law's rows know it; 2018 had none."""

from datetime import date

from majungmul.programmes.legislation import law_on, rows
from majungmul.values.refusal import Refusal
from majungmul.values.seal import Seal

OPENED = "network.opened"


class NoPortalThen(Refusal):
    """그때는 보탬e가 없었음."""

    sentence = (
        "{year}년에는 보탬e가 없었습니다({opened:%Y}년 {opened:%-m}월부터 씀). "
        "보탬e 등록번호와 등록일을 비우고 다시 적어 주십시오."
    )
    law = "지방보조금법 제28조"


class RegisteredInFuture(Refusal):
    """앞날의 보탬e 등록일."""

    sentence = (
        "보탬e 등록일 {on:%Y. %-m. %-d.}은(는) 아직 오지 않았습니다. 보탬e에 등록한 날을 적어 주십시오."
    )


def refuse_portal(given: Seal, today: date) -> None:
    """Nothing, where the entry in 보탬e may be. Refuses one of a time without 보탬e, and of a day to come."""
    if not given.portal_number and given.portal_on is None:
        return
    day = min(given.on, given.portal_on or given.on)
    if OPENED not in law_on(day):
        raise NoPortalThen(year=day.year, opened=min(row.since for row in rows() if row.key == OPENED))
    if given.portal_on and given.portal_on > today:
        raise RegisteredInFuture(on=given.portal_on)
