"""심사의 행위 — begun, each item answered, recommended, decided by another person, told, looked at again."""

from majungmul.stages.review.actions.again import dismiss, request_again, uphold
from majungmul.stages.review.actions.checking import ask_correction, begin, check
from majungmul.stages.review.actions.deciding import decide, notify, send_back, submit
from majungmul.stages.review.actions.withdrawing import withdraw

__all__ = [
    "ask_correction",
    "begin",
    "check",
    "decide",
    "dismiss",
    "notify",
    "request_again",
    "send_back",
    "submit",
    "uphold",
    "withdraw",
]
