"""Three papers of invented bodies: a letter, a form, and a voucher."""

from datetime import date

from majungmul.formats import paper
from majungmul.formats.paper import Approval, Grid, Item, Pairs, Paper, Paragraph
from majungmul.values.won import Won

LINES = paper.table(
    "award",
    "교부결정 내역",
    "원",
    [("보조비목", "text"), ("신청액", "won"), ("교부결정액", "won"), ("조정액", "won"), ("비고", "text")],
    [
        ["협동조합 간 협업 지원", Won(300_000_000), Won(290_000_000), Won(-10_000_000), "거래금액의 10%"],
        ["설명회 등 홍보비", Won(10_000_000), Won(10_000_000), Won(0), ""],
    ],
    ["계", Won(310_000_000), Won(300_000_000), Won(-10_000_000), ""],
)

AWARD_NOTICE = Paper(
    kind="award_notice",
    title="2018년 중소기업 육성사업 보조금 교부결정 통지",
    sender="서울특별시장",
    receiver="중소기업중앙회장",
    via="서울지역본부장",
    basis=("지방재정법 제32조의5", "서울특별시 지방보조금 관리 조례 제12조"),
    body=(
        Item("귀 기관의 무궁한 발전을 기원합니다."),
        Item("귀 기관이 신청한 보조금의 교부를 다음과 같이 결정하여 통지합니다."),
        Item(
            "교부결정 내용",
            (
                Item("교부결정액", amount=Won(300_000_000)),
                Item("사업기간: 2018. 3. 2.부터 2018. 12. 31.까지"),
                Grid(LINES, "※ 조정액은 교부결정액에서 신청액을 뺀 금액입니다."),
                Item(
                    "교부조건",
                    (
                        Item("보조금은 별도의 계정을 두어 회계처리하고, 교부 목적 외에 사용하지 않습니다."),
                        Item("사업을 마친 날부터 2개월 안에 실적보고서를 제출합니다."),
                    ),
                ),
            ),
        ),
        Item("이 결정에 이의가 있으면 통지를 받은 날부터 20일 안에 서면으로 이의를 신청할 수 있습니다."),
    ),
    attachments=("교부조건 1부.", "사업계획서 1부."),
    approvals=(
        Approval("담당", "홍길동", date(2018, 3, 2)),
        Approval("과장", "김가상", date(2018, 3, 2), "전결"),
    ),
    is_made_up=True,
)

APPLICATION = Paper(
    kind="application",
    title="협동조합 간 협업 지원 신청서",
    receiver="중소기업중앙회 서울지역본부장 귀하",
    has_head=False,
    body=(
        Pairs(
            (
                ("신청조합", "서울가상인쇄협동조합"),
                ("사업자등록번호", "123-45-67890"),
                ("이사장(대표자)", "홍길동"),
                ("담당자·직통전화·전자우편", "사무국장 김가상, 02-000-0000\nprint@example.org"),
                ("소재지", ""),
            ),
            "1. 신청인",
        ),
        Grid(
            paper.table(
                "trades",
                "2. 거래계획",
                "원",
                [
                    ("연번", "number"),
                    ("거래조합", "text"),
                    ("품목·용도", "text"),
                    ("예정 시기", "text"),
                    ("거래금액(공급가액)", "won"),
                    ("세금 구분", "text"),
                    ("결제방법", "text"),
                    ("지원 신청액", "won"),
                ],
                [
                    [
                        1,
                        "경기가상지류조합",
                        "카탈로그 3,000부",
                        "4~9월",
                        Won(45_000_000),
                        "과세",
                        "계좌이체",
                        Won(4_500_000),
                    ],
                    [
                        2,
                        "서울가상제책조합 외 14곳",
                        "제책",
                        "5월",
                        Won(5_000_000),
                        "면세",
                        "카드",
                        Won(500_000),
                    ],
                ],
                ["계", "", "", "", Won(50_000_000), "", "", Won(5_000_000)],
            )
        ),
        Paragraph("위와 같이 협동조합 간 협업 지원을 신청합니다."),
    ),
    notes=("거래금액은 부가가치세를 뺀 공급가액으로 적습니다.",),
    signed_by="신청인 서울가상인쇄협동조합 이사장 홍길동 (직인)",
    signed_on=date(2018, 3, 12),
)

VOUCHER = Paper(
    kind="voucher",
    title="지출결의서",
    has_head=False,
    basis=("지방재정법 제32조의6",),
    body=(
        Pairs(
            (
                ("지출금액", "금4,500,000원(금사백오십만원)"),
                ("받는 사람", "서울가상인쇄협동조합 (예금주 서울가상인쇄협동조합)"),
                ("예산과목", "민간경상사업보조(307-02)"),
                ("적요", "협동조합 간 협업 지원금 지급"),
            ),
        ),
        Item("위 금액을 지출하고자 합니다."),
    ),
    approvals=(
        Approval("담당", "김가상", date(2018, 6, 29)),
        Approval("팀장", "이가상", date(2018, 6, 29)),
        Approval("본부장", "박가상", date(2018, 7, 2), "대결"),
    ),
)
