"""교부청구와 지출결의의 거절 — why the city's money is not asked for, and an order not paid, with the way out."""

from majungmul.values.refusal import Refusal

# ── 교부청구 ─────────────────────────────────────────────────────────────────────────────────────────────


class NoSecondBeforeCheck(Refusal):
    """중간점검 전의 2차 교부."""

    sentence = (
        "{instalment}차 교부청구는 앞의 교부를 받고 나서 중간점검에서 적합을 받은 뒤에 할 수 있습니다. "
        "시 담당자에게 중간점검을 요청해 주십시오."
    )


class NotThisAwardsLine(Refusal):
    """이 결정의 항목이 아님."""

    sentence = "‘{line}’은(는) ‘{award}’의 항목이 아닙니다. 교부결정의 항목에서 골라 주십시오."


class MoreThanDecided(Refusal):
    """결정보다 많은 교부청구."""

    sentence = (
        "‘{line}’의 결정액 {decided} 가운데 아직 청구하지 않은 금액은 {left}인데 {asked}을 청구했습니다. "
        "{left}까지로 줄여 주십시오."
    )


class SealedBeforeApproval(Refusal):
    """결재보다 빠른 시행일."""

    sentence = (
        "시행일 {on:%Y. %-m. %-d.}이(가) 결재한 날({decided:%Y. %-m. %-d.})보다 빠릅니다. "
        "교부 문서를 시행한 날을 적어 주십시오."
    )


# ── 지출결의 ─────────────────────────────────────────────────────────────────────────────────────────────


class OrderNotApproved(Refusal):
    """결재되지 않은 품의."""

    sentence = (
        "‘{order}’은(는) 지금 ‘{state}’ 상태라 지출결의를 할 수 없습니다. 품의 결재를 먼저 받아 주십시오."
    )


class OrderClaimedAlready(Refusal):
    """이미 지출결의한 품의."""

    sentence = "‘{order}’은(는) 지출결의 {number}에서 이미 올렸습니다. 잘못되었으면 그것을 취하해 주십시오."


class NoEvidence(Refusal):
    """증빙 없음."""

    sentence = "지출결의에는 세금계산서 등 증빙과 그 파일이 하나 이상 있어야 합니다. 증빙을 적고 파일을 올려 주십시오."
