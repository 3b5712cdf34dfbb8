"""할 일 — who owes what by when, under which article; opened by one event, done by another.

An action that starts a deadline opens the duty, the action that fulfils it closes it (`actions`), each in
its own event. When the holidays change, the open ones are counted anew.
"""
