"""발주서 — for a small amount it stands for a contract; how small, the programme's settings say."""

from majungmul.stages.delivery.models import Contract
from majungmul.stages.delivery.queries.lists import settings_of
from majungmul.values.refusal import Refusal
from majungmul.values.won import Won


class OrderTooLarge(Refusal):
    """발주서로 되지 않는 금액."""

    sentence = "발주서만으로는 {limit}까지 됩니다(이 계약 {amount}). 양쪽 직인이 찍힌 계약서를 올려 주십시오."


def refuse_large(contract: Contract) -> None:
    """Nothing, where a 발주서 will do for the contract's supply. Refuses a larger one."""
    limit = Won(settings_of(contract.award).small_order_up_to)
    if contract.supply > limit:
        raise OrderTooLarge(limit=limit, amount=contract.supply)
