"""판 쓰기 — a plan as its file writes it, into rows: what it says in words, its tables, its lines."""

from uuid import UUID

from majungmul.books.ledger import accounts
from majungmul.books.parties.models import Jurisdiction, Office
from majungmul.books.trail.canonical import plain
from majungmul.programmes import plan as file
from majungmul.programmes.plan_tables import BUDGET
from majungmul.programmes.specification import Specification, specification
from majungmul.stages.plan.actions.pen import Pen, refuse_twice, refuse_unfit
from majungmul.stages.plan.actions.tables import TablesWriter
from majungmul.stages.plan.models import (
    BudgetLine,
    ChecklistAnswer,
    Content,
    Edition,
    Plan,
    PlanNote,
    PlanRow,
    ScheduledEvent,
)
from majungmul.values.actor import Actor
from majungmul.values.refusal import Refusal


class OtherJurisdictionsPlan(Refusal):
    """다른 자치단체의 지원계획."""

    sentence = "이 지원계획은 ‘{written}’의 것이라 ‘{own}’에서 쓸 수 없습니다. 자치단체를 확인해 주십시오."


class LineOfAnotherPlan(Refusal):
    """다른 계획의 항목."""

    sentence = (
        "‘{line}’은(는) {year}년 다른 기관의 지원계획에 이미 있습니다. 한 항목은 한 계획에만 적어 주십시오."
    )


class LinesNotNamed(Refusal):
    """항목이 나뉘지 않음."""

    sentence = "소요예산의 ‘{programme}’에는 항목이 여럿 있습니다. 항목마다 행을 적어 주십시오: {known}."


class NoBudget(Refusal):
    """소요예산 없음."""

    sentence = "지원계획에 소요예산(표 ‘budget’)의 항목이 없습니다. 사업마다 항목과 금액을 적어 주십시오."


def begin(written: file.Plan, keeper_id: UUID, *, by: Actor) -> Plan:
    """A plan of the actor's office, in 작성, yet without an edition."""
    office = Office.objects.get(pk=by.office)
    account = accounts.open_plan(by.jurisdiction, written.year, office.code, f"{written.year}년 지원계획")
    plan = Plan(
        jurisdiction_id=by.jurisdiction,
        office=office,
        year=written.year,
        account=account,
        keeper_id=keeper_id,
    )
    plan.save()
    return plan


def write(plan: Plan, written: file.Plan) -> Edition:
    """지원계획 판 — the next edition of a plan, with an empty account for each line.

    Refuses a plan of another jurisdiction, one without a budget, and whatever `programmes` refuses in it.
    """
    code = Jurisdiction.objects.get(pk=plan.jurisdiction_id).code
    if written.jurisdiction != code:
        raise OtherJurisdictionsPlan(written=written.jurisdiction, own=code)
    pen = Pen(_edition(plan, written))
    _write_texts(pen, written)
    TablesWriter(pen).write(written)
    _write_lines(pen, written)
    return pen.edition


def _edition(plan: Plan, written: file.Plan) -> Edition:
    edition = Edition(
        jurisdiction_id=plan.jurisdiction_id,
        plan=plan,
        number=plan.editions.count() + 1,
        title=written.title,
        operator=written.operator,
        purpose=written.purpose,
        law=written.law,
        report_title=written.report.title,
        report_number=written.report.number,
        report_date=written.report.date,
        budget_code=written.account.code,
        budget_names=list(written.account.names),
    )
    refuse_unfit(edition)
    edition.save()
    return edition


def _write_texts(pen: Pen, written: file.Plan) -> None:
    """What it says in words: contents, schedule, checklist, and what is to be compared."""
    for year in written.contents:
        for text in year.items:
            pen.write(Content, year=year.year, text=text)
    for event in written.calendar:
        first, *last = event.months
        pen.write(ScheduledEvent, what=event.what, who=event.who, first_month=first, last_month="".join(last))
    refuse_twice(item.key for item in written.checklist)
    for item in written.checklist:
        pen.write(ChecklistAnswer, key=item.key, label=item.label, question=item.question, answer=item.answer)
    for note in written.notes:
        pen.write(PlanNote, asks=plain(note.model_dump()))


def _write_lines(pen: Pen, written: file.Plan) -> None:
    """소요예산 항목 — a line for each row of the budget that has no rows of its own, in their order."""
    plan = pen.edition.plan
    rows = list(PlanRow.objects.filter(edition=pen.edition, table__key=BUDGET, level__gt=0).order_by("order"))
    divided = {row.key.partition(".")[0] for row in rows if "." in row.key}
    lines = [row for row in rows if "." in row.key or row.key not in divided]
    if not lines:
        raise NoBudget
    for row in lines:
        programme, _, code = row.key.partition(".")
        line = _line_code(specification(written.jurisdiction, programme), code, row.label)
        _refuse_of_another(plan, programme, line, row.label)
        account = accounts.open_line(plan.account, programme, line, row.label)
        pen.write(BudgetLine, row=row, programme=programme, code=line, account=account)


def _line_code(programme: Specification, code: str, label: str) -> str:
    """The code of a line, or of the only one where the row is not divided. Refuses one of several."""
    if not (code or programme.main_line):
        known = ", ".join(f"{line.code}({line.label})" for line in programme.lines)
        raise LinesNotNamed(programme=label, known=known)
    return programme.line(code or programme.main_line).code


def _refuse_of_another(plan: Plan, programme: str, line: str, label: str) -> None:
    """Refuse a line that another office's plan of the year has: its account is one."""
    same = BudgetLine.objects.filter(jurisdiction=plan.jurisdiction_id, account__year=plan.year)
    if same.filter(programme=programme, code=line).exclude(edition__plan=plan).exists():
        raise LineOfAnotherPlan(line=label, year=plan.year)
