"""이력 — what happened: one hash-chained event per action, and who read whose personal data.

It stands alone: who acted is kept as values, without foreign keys. Nothing here knows any other book.
"""
