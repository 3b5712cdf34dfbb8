"""내장 데이터베이스 — SQLite, refused unless it keeps what it has acknowledged."""
