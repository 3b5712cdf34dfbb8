"""이의신청서와 그 답 — 재검토 요청서 where the award is the operator's."""

from majungmul.books.parties.queries.bodies import address_on
from majungmul.books.parties.queries.letters import head_of
from majungmul.formats.paper import Item, Pairs, Paper, Paragraph, day
from majungmul.stages.award.models import Award, AwardObjection
from majungmul.stages.award.papers.parts import NotYet, approvals, basis_of, decided, sender_of
from majungmul.stages.award.queries import is_of_city, lines_of, title
from majungmul.values.won import total

KEYS = ("objection.days",)


def word_of(award: Award) -> str:
    """이의신청 of the city's decision, 재검토 요청 of the operator's."""
    return "이의신청" if is_of_city(award) else "재검토 요청"


def objection(filed: AwardObjection) -> Paper:
    """이의신청서 — who objects to which decision, why, on which day."""
    award, word = filed.award, word_of(filed.award)
    address = address_on(award.body, filed.filed_on)
    decision = f"{award.number} ({day(award.effective_on)})" if award.effective_on else title(award)
    return Paper(
        kind="objection",
        title=f"{word}서",
        receiver=f"{sender_of(award)} 귀하",
        has_head=False,
        basis=basis_of(award, filed.filed_on, *KEYS),
        body=(
            Pairs(
                (("이름", award.body.name), ("소재지", address.text if address else "")),
                "1. 신청인",
            ),
            Pairs(
                (
                    ("결정", decision),
                    ("결정액", f"{total(map(decided, lines_of(award)))}"),
                    ("사업", award.application.call.title),
                ),
                f"2. {word}의 대상",
            ),
            Pairs(((f"{word}의 이유", filed.reason),), "3. 이유"),
            Paragraph(f"위와 같이 {word}을 합니다."),
        ),
        signed_by=f"신청인 {head_of(award.body)} (직인)",
        signed_on=filed.filed_on,
        is_made_up=filed.is_made_up,
    )


def objection_answer(filed: AwardObjection) -> Paper:
    """이의신청에 대한 답 — the result, its reason, what follows. Refuses one that is not answered."""
    award, word = filed.award, word_of(filed.award)
    if filed.answered_on is None:
        raise NotYet(title=title(award), state="답을 기다림", paper=f"{word}에 대한 답", when="답한")
    result = (
        "이의를 받아들입니다. 고친 결정을 따로 알려 드립니다."
        if filed.is_upheld
        else "처음의 결정을 그대로 둡니다."
    )
    return Paper(
        kind="objection_answer",
        title=f"{word}에 대한 답",
        sender=sender_of(award),
        receiver=head_of(award.body),
        effective=None if is_of_city(award) else filed.answered_on,
        basis=basis_of(award, filed.answered_on, *KEYS),
        body=(
            Item(f"{day(filed.filed_on)}에 내신 ‘{title(award)}’에 대한 {word}에 다음과 같이 답합니다."),
            Item(f"내신 이유: {filed.reason}"),
            Item("답", (Item(f"결과: {result}"), Item(f"이유: {filed.answer}"))),
            Item(f"문의: {award.application.call.contact}"),
        ),
        approvals=approvals(("결재", filed.answered_by, None)),
        is_made_up=filed.is_made_up,
    )
