"""지급 — 결과보고·증빙·청구와 지급, 교부청구와 교부, 지출결의: claimed, calculated, recognised, paid once.

단계: after delivery; every won that leaves is asked for by one, handed in by a second, approved by a third act.
근거 법령: 2018년 계획(결과보고 및 지원금 지급), 지방재정법 제32조의2제6항(2018년), 지방보조금법 제10조의2.
누가: 조합의 담당자(청구), 중앙회의 담당자(심사·결재 올림)와 결재권자(결재); 교부는 시의 담당자와 결재권자.
상태: 접수 ↔ 보완 중 → 결재 올림 → 결재 → 이체 중 → 지급 / 반송; 불인정, 취하.
"""
