"""할 일의 행위 — opened, moved and closed inside a stage's action; by an officer alone; by the holidays."""

from majungmul.books.duties.actions.holidays import change_holidays
from majungmul.books.duties.actions.inside import close, close_all, move, open_all, open_one
from majungmul.books.duties.actions.own import add, finish, postpone

__all__ = [
    "add",
    "change_holidays",
    "close",
    "close_all",
    "finish",
    "move",
    "open_all",
    "open_one",
    "postpone",
]
