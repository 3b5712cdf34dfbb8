"""수행 — 계약과 거래, 중앙회의 자체 집행 품의, 수행상황 보고와 중간점검: what is done with what was granted.

단계: after the award, before any claim; it moves no money, but orders work (자체 집행) from an award.
근거 법령: 2018년 계획(조합간 계약 및 거래), 지방재정법 제32조의5(2018년), 지방보조금법 제16조.
누가: 조합의 담당자(계약·거래), 중앙회의 담당자·결재권자(확인·품의·보고), 시의 담당자(중간점검).
상태: 계약 작성 → 확인 대기 → 확인 → 해제; 품의 작성 → 결재 올림 → 결재 → 취소.
"""
