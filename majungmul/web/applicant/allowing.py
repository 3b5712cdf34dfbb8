"""할 수 있는 일 — whether a state leaves room for an act, as the stage's own table says: for showing a button."""

from collections.abc import Callable

from majungmul.values.refusal import Refusal


def allows(after: Callable[[str, str, str], object], act: str, state: str) -> bool:
    """Whether the act has a place in this state, as the table behind `after` says."""
    try:
        after(act, state, "")
    except Refusal:
        return False
    return True
