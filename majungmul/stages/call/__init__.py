"""공모 — 사업공고·설명회, or the 지정 of the one who is to do the work: who may apply, for what, until when.

단계: after the plan's money is there; a call names the account that funds it, and no plan.
근거 법령: 지방재정법 제32조의2제4항(2018년), 지방보조금법 제7조제2항; 2018년 계획 3(사업공고 및 설명회).
누가: 중앙회 서울지역본부의 담당자·결재권자(공고), 시의 담당자·결재권자(지정).
상태: 작성 → 공고 → 취소; 접수는 적힌 시각에 저절로 마감.
"""
