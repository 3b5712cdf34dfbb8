"""원장 — how much: accounts and append-only transfers between them, guarded by the database.

One idea: between tiers, and between a stage and its money, stands an account and nothing else.
Only `postings` moves won; only a trigger moves an account's totals.
"""
