"""서식 — what a page asks: a form of a specification, or a small one of our own; drawn, read and sent once.

`asking` makes small forms, `typed` keeps what was typed with each mistake at its field, `doing` runs the one
action of a form, `files` receives uploads.
"""
