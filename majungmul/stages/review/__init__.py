"""심사 — 자격 검토와 대상 선정: each item with its reason, then decided by two persons; a committee is off here.

단계: after the application; it says who is chosen and how much is recommended, not what is granted.
근거 법령: 2018년 계획(사업계획제출 및 대상선정), 지방재정법 제32조의2제6항(2018년), 지방보조금법 제8조.
누가: 받는 기관의 담당자가 검토·결재 올림, 결재권자가 결정; 재검토 요청은 신청한 단체.
상태: 검토 → 결재 올림 → 결정; 재검토 중; 철회.
"""
