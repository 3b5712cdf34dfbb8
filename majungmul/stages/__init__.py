"""일생 — one Django app per stage of life; each may look back, never ahead."""
