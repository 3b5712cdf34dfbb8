"""장부 — the books that every stage writes in."""
