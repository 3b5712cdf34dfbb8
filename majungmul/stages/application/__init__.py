"""신청 — 신청·접수·보완: what is asked for, by whom, received when; a draft is none until it is handed in.

단계: after the call; the trail of an application begins with its 접수.
근거 법령: 지방재정법 제32조의2제6항(2018년), 지방보조금법 제7조제1항, 시행령 제5조; 공고.
누가: 조합·중소기업의 담당자(tier 2), 중앙회의 담당자(tier 1의 교부신청); 종이 접수는 받는 기관의 담당자.
상태: 접수 ↔ 보완 중, 접수 → 심사 중; 철회, 접수 반려.
"""
