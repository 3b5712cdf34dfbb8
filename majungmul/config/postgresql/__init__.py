"""서버 데이터베이스 — PostgreSQL, refused unless it keeps what it has acknowledged."""
