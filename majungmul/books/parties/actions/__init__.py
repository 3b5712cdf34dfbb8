"""상대방의 행위 — the only code that writes people, positions, bodies and what is known of them."""
