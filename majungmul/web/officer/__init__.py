"""보조사업자 담당자의 창구 — today's work, calls, applications, awards, claims, settlements."""
