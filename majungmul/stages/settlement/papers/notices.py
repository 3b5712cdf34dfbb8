"""알리는 문서 — 금액 확정 통지서 to who is settled, and 미결 목록 of a year."""

from majungmul.books.files.seals import seal_of
from majungmul.books.parties.queries.letters import head_of
from majungmul.formats import paper
from majungmul.formats.paper import Block, Entry, Heading, Item, Paper, Paragraph
from majungmul.programmes.legislation import NotInForce, law_on
from majungmul.programmes.specification import specification
from majungmul.stages.award.queries import awards_by
from majungmul.stages.plan.models import Plan
from majungmul.stages.plan.queries import edition_of
from majungmul.stages.settlement.models import Settlement
from majungmul.stages.settlement.papers.letters import article, sender_of, signed, whom_to_call
from majungmul.stages.settlement.papers.settling_tables import GIVEN, label_of, titled, to_give_back
from majungmul.stages.settlement.queries.settling import lines_of, plan_behind
from majungmul.stages.settlement.queries.yearly import still_open
from majungmul.values.won import ZERO, Won, total

STEP = "settlement"
KEYS = ("settlement.notice", "refund.with_interest", "objection.days")


def settled_notice(row: Settlement) -> Paper:
    """금액 확정 통지서 — what is confirmed of each line, what to return until when and where, how to object."""
    is_of_the_city, sealed, award = row.office.kind == "city", seal_of(row, STEP), row.award
    day = row.fixed_on or row.reported_on
    found = (article(award, day, key) for key in KEYS) if is_of_the_city else iter(("공고와 지원조건",))
    body: tuple[Block, ...] = (
        Item(f"관련: {award.number}, 정산번호 {row.number}({paper.day(row.reported_on)} 보고)"),
        Item(f"{subject_of(row)}의 정산을 심사하여 다음과 같이 금액을 확정합니다.", _why(row)),
        _confirmed(row),
        *_to_return(row),
        Item(_objection(row)),
        whom_to_call(award),
    )
    return Paper(
        kind="settled_notice",
        title="금액 확정 통지",
        sender=sender_of(award),
        receiver=head_of(row.body),
        number=sealed.number if sealed else ("" if is_of_the_city else row.number),
        effective=sealed.effective_on if sealed else (None if is_of_the_city else row.fixed_on),
        portal=sealed.portal if sealed else "",
        basis=tuple(dict.fromkeys(each for each in found if each)),
        body=body,
        approvals=signed(row.submitted_by, row.decided_by, row.decided_on, row.submitted_on),
        is_made_up=row.is_made_up,
    )


def subject_of(row: Settlement) -> str:
    """무엇의 정산 — of the city the subsidy of the year's plan, below the support that a call announced."""
    plan = plan_behind(row.award)
    return (
        f"{edition_of(plan).title}에 따른 보조금"
        if plan
        else f"{row.award.application.call.title}에 따른 지원금"
    )


def open_items(plan: Plan) -> Paper:
    """미결 목록 — of a plan's year: whose money is not settled, how much, where it stands and why."""
    items = still_open(plan)
    columns: list[Heading] = [
        ("결정", "text"),
        ("소요예산 항목", "text"),
        ("단체", "text"),
        ("정산 상태", "text"),
        ("남아 있는 금액", "won"),
        ("사유", "text"),
    ]
    rows: list[list[Entry]] = [
        [each.number, each.line, each.body, each.state, each.amount, each.reason] for each in items
    ]
    said = f"{edition_of(plan).title}에서 정산이 끝나지 않은 것은 {len(items)}건입니다."
    after = "마감한 뒤에 들어오는 돈은 들어온 해의 과년도 수입으로 적습니다."
    return Paper(
        kind="open_items",
        title=f"{plan.year}년 미결 목록",
        has_head=False,
        body=(
            Paragraph(said if items else f"{plan.year}년에는 정산이 끝나지 않은 것이 없습니다."),
            *((titled("open", "미결", columns, rows),) if items else ()),
        ),
        notes=(after,) if items else (),
        is_made_up=_is_made_up(plan),
    )


def _confirmed(row: Settlement) -> Block:
    given = GIVEN[row.office.kind == "city"]
    columns: list[Heading] = [
        ("소요예산 항목", "text"),
        ("결정액", "won"),
        (f"{given}액", "won"),
        ("집행액", "won"),
        ("확정액", "won"),
        ("인정하지 않은 금액", "won"),
        ("집행잔액", "won"),
        ("이자", "won"),
        ("반납할 금액", "won"),
    ]
    rows: list[list[Entry]] = [
        [
            label_of(each),
            each.decided,
            each.received,
            each.reported,
            each.recognised,
            each.reported - each.recognised if each.recognised is not None else None,
            each.unspent,
            each.interest,
            to_give_back(each),
        ]
        for each in lines_of(row)
    ]
    return titled("confirmed", "확정 금액", columns, rows)


def _why(row: Settlement) -> tuple[Block, ...]:
    """Each line of which less was recognised, with the reason."""
    less = [
        (each, each.reported - each.recognised)
        for each in lines_of(row)
        if each.recognised is not None and each.recognised < each.reported
    ]
    said = [
        Item(f"{label_of(each)}: {amount}은 인정하지 않습니다. 이유: {each.less_reason}")
        for each, amount in less
    ]
    return (*said, *((Item(f"심사 의견: {row.opinion}"),) if row.opinion else ()))


def _to_return(row: Settlement) -> tuple[Block, ...]:
    back: Won = total(to_give_back(each) for each in lines_of(row))
    if back == ZERO:
        return (Item("돌려줄 금액은 없습니다."),)
    interest = total(each.interest for each in lines_of(row))
    until = f"{paper.day(row.return_due_on)}까지" if row.return_due_on else "따로 알립니다"
    return (
        Item(
            "아래 금액을 기한까지 돌려주시기 바랍니다",
            (
                Item(f"기한: {until}"),
                Item(f"납부할 곳: {row.return_to}"),
                Item(f"이 가운데 이자는 {interest}입니다. 1원까지 모두 돌려줍니다."),
            ),
            amount=back,
        ),
    )


def _objection(row: Settlement) -> str:
    """Until when to object, and how: the city by the law of the day, below by what the call says."""
    if row.office.kind != "city":
        award = row.award
        code, programme = award.jurisdiction.code, award.application.call.programme
        days = (
            specification(code, programme).settings_on(row.fixed_on or row.reported_on).reconsideration_days
        )
        return f"이 결과에 이의가 있으면 통지를 받은 날부터 {days}일 안에 재검토를 요청할 수 있습니다."
    try:
        rule = law_on(row.fixed_on or row.reported_on, row.jurisdiction.code)["objection.days"]
    except NotInForce:
        return "이의신청: 당시 법 확인 필요."
    return (
        f"이 결정에 이의가 있으면 통지를 받은 날부터 {rule.number}일 안에 서면으로 이의신청을 할 수 있습니다"
        f"({rule.article})."
    )


def _is_made_up(plan: Plan) -> bool:
    """가상 — whether what the plan's office decided in its year is."""
    awards = awards_by(plan.office_id, plan.jurisdiction_id, plan.year).select_related("application__call")
    return any(each.is_made_up for each in awards)
