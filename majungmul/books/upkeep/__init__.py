"""보존 — the whole of the books: checked, backed up, brought back, and taken to the program's version.

It knows every table by Django's own account of them, and no stage; the books it asks.
"""
