"""정산 — 실적보고·정산·금액 확정·반납, 취소와 환수, 제재와 이의신청: what was spent well, and what goes back.

단계: after payment; it also ends an award after money was paid, and asks back what proves wrong, even later.
근거 법령: 지방재정법 제32조의6·제32조의8·제32조의10(2018년), 지방보조금법 제12조·제17조·제19조·제31조~제36조의2.
누가: 중앙회의 담당자(실적보고), 시의 담당자·결재권자(심사·확정·취소·반환명령); 조합의 정산과 반환명령은 중앙회.
상태: 보고 → 결재 올림 → (결재) → 확정 → 완료; 반환명령 → 납부 / 철회.
"""
