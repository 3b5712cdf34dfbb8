"""설정 — what differs from one installation to the next, and how the program starts."""
