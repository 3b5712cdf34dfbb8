"""감사의 창구 — the ledger, the trail, who looked at whose data."""
