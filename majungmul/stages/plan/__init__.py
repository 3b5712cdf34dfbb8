"""지원계획 — 지원계획·예산편성·사전검토: what a year decides to spend, on what, and why.

단계: the first of a subsidy's life; everything after it draws on the accounts of its lines.
근거 법령: the edition names the law of the support; 예산은 지방재정법, 출납폐쇄는 지방회계법 제7조제1항.
누가: 시의 담당자가 작성·제출·통보, 결재권자가 확정; 들여오기는 시스템 (`parties.rights`).
상태: 작성 → 제출 → 확정 → 통보 → 마감; 결재 반려는 작성으로 (`states`).

What a plan says is an edition of it, written once and never changed; each new draft is the next edition.
확정 posts 편성 and 배정: before it, every line's account is empty, and nothing can be committed.
"""
