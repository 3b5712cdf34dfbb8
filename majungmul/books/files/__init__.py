"""파일 — which paper: contents kept once by their hash, each use in its own row, as long as the law says.

A file is on disk and fsynced before the row that names it commits: `store.receive`, then `actions.attach`
inside the action that needs it. What no row names is swept after a day (`orphans.sweep`).
"""
