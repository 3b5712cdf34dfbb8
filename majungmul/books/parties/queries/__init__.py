"""상대방에 묻기 — who is who, who holds what, which body is meant; read only."""
