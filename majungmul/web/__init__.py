"""창구 — the pages: a view loads and runs one action, or asks queries and renders. Nothing is decided here.

One folder per audience (`routes.py`, views, `jinja2/<audience>/`); `audiences` says who may open a page,
`forms` draws and reads what is asked, `showing` renders, `keys` lets a form be sent once.
"""
