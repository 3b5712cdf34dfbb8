"""결정 — 교부결정(시→중앙회)과 지원결정(중앙회→조합): how much, for what, under which conditions; changed, ended.

단계: after the review; its lines own the accounts on which all money that follows is drawn.
근거 법령: 지방재정법 제32조의2·제32조의4(2018년), 지방보조금법 제8조부터 제15조까지; 공고.
누가: 담당자가 작성·결재 올림, 결재권자가 결정; 시의 결정은 문서번호·시행일을 적어야 효력이 생김.
상태: 작성 → 결재 올림 → (결재) → 결정 → 종료. How money leaves is no matter of this stage.
"""
