"""결재권자의 창구 — what waits for approval, in both offices."""
