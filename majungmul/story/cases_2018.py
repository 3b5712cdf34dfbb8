"""2018년의 사례 — twelve co-operatives that there are not, and what they plan, trade and claim."""

from majungmul.story.cases import Case, Deal, Delivery

PRINTERS = Case(
    body="printers",
    applied=(3, 12),
    contracted=(5, 2),
    claimed=(7, 16),
    deals=(
        Deal(
            partner="paper",
            item="안내책자 용지",
            quantity="3,000연×16,000원",
            planned=48_000_000,
            contracted=45_000_000,
            deliveries=(
                Delivery(on=(5, 21), supply=20_000_000),
                Delivery(on=(6, 11), supply=25_000_000, returned=500_000),
            ),
        ),
        Deal(
            partner="paper",
            item="견본 용지",
            quantity="300연×15,000원",
            planned=4_500_000,
            kind="order",
            confirmed="order",
            deliveries=(Delivery(on=(6, 4), supply=4_500_000, method="card"),),
        ),
    ),
)
FURNITURE = Case(
    body="furniture",
    applied=(3, 13),
    contracted=(5, 3),
    claimed=(9, 17),
    outcome="참여 조합원 31개사, 원목 구매 단가 6% 절감(가상)",
    deals=(
        Deal(
            partner="timber",
            item="가구용 원목판",
            quantity="11,800장×35,000원",
            planned=413_000_000,
            deliveries=(
                Delivery(on=(5, 28), supply=118_000_000, parts=2),
                Delivery(on=(6, 25), supply=141_750_000, parts=3),
                Delivery(on=(7, 30), supply=153_250_000),
            ),
        ),
    ),
)
JEWELLERS = Case(
    body="jewellers",
    applied=(3, 14),
    contracted=(5, 8),
    claimed=(8, 13),
    outcome="공동 카탈로그로 참여 조합원 24개사의 주문이 늘어남(가상)",
    deals=(
        Deal(
            partner="printers",
            item="공동 카탈로그 제작",
            quantity="10,000부×5,023원",
            planned=50_230_000,
            confirmed="link",
            deliveries=(Delivery(on=(7, 9), supply=50_230_000),),
        ),
    ),
)
FLORISTS = Case(
    body="florists",
    applied=(3, 16),
    contracted=(5, 4),
    claimed=(11, 26),
    outcome="15곳의 조합에 화환을 공급해 조합원 18개사의 판로가 생김(가상)",
    deals=(
        Deal(
            partner="concrete",
            item="행사 화환",
            quantity="220개×100,000원",
            planned=22_000_000,
            side="seller",
            others=14,
            kind="frame",
            effect="조합끼리 화환을 직거래함",
            deliveries=(
                Delivery(on=(6, 18), supply=8_200_000),
                Delivery(on=(10, 15), supply=13_800_000),
            ),
        ),
    ),
)
STEEL = Case(
    body="steel",
    applied=(3, 19),
    contracted=(5, 9),
    claimed=(10, 22),
    outcome="참여 조합원 15개사, 강판 공동구매로 운송비 11% 절감(가상)",
    deals=(
        Deal(
            partner="sheets",
            item="사무가구용 강판",
            quantity="441톤×798,000원",
            planned=351_918_000,
            deliveries=(
                Delivery(on=(6, 14), supply=175_959_000, method="bill"),
                Delivery(on=(8, 27), supply=175_959_000),
            ),
        ),
    ),
)
SALT = Case(
    body="salt",
    applied=(3, 20),
    is_on_paper=True,
    contracted=(5, 14),
    claimed=(11, 12),
    outcome="조합원 9개사의 천일염 판로가 한 해 동안 안정됨(가상)",
    deals=(
        Deal(
            partner="pickles",
            item="절임용 천일염",
            quantity="12,300포×20,000원",
            planned=246_000_000,
            side="seller",
            is_taxed=False,
            effect="절임 조합에 직접 공급함",
            deliveries=(
                Delivery(on=(9, 10), supply=150_000_000),
                Delivery(on=(10, 10), supply=96_000_000),
            ),
        ),
    ),
)
GLOVES = Case(
    body="gloves",
    applied=(3, 21),
    contracted=(5, 10),
    claimed=(9, 3),
    outcome="정비소 140곳에 장갑을 공급함(가상)",
    deals=(
        Deal(
            partner="garages",
            item="작업용 면장갑",
            quantity="69,000켤레×500원",
            planned=34_500_000,
            side="seller",
            effect="중간 유통을 거치지 않음",
            deliveries=(Delivery(on=(7, 16), supply=34_500_000),),
        ),
    ),
)
PLUMBERS = Case(
    body="plumbers",
    applied=(3, 22),
    contracted=(5, 21),
    claimed=(12, 3),
    outcome="참여 조합원 20개사, 동관 단가 5% 절감(가상)",
    deals=(
        Deal(
            partner="copper",
            item="급수용 동관",
            quantity="6,100본×10,000원",
            planned=61_000_000,
            deliveries=(Delivery(on=(10, 29), supply=63_000_000),),
        ),
    ),
)
GROCERS = Case(
    body="grocers",
    applied=(3, 23),
    deals=(
        Deal(
            partner="orchards",
            item="명절 사과 꾸러미",
            quantity="520상자×28,000원",
            planned=14_560_000,
            is_taxed=False,
            deliveries=(Delivery(on=(9, 12), supply=14_560_000),),
        ),
    ),
)
GARAGES = Case(
    body="garages",
    applied=(3, 14),
    deals=(
        Deal(
            partner="gloves",
            item="정비용 장갑",
            quantity="20,000켤레×500원",
            planned=10_000_000,
            deliveries=(Delivery(on=(7, 2), supply=10_000_000),),
        ),
    ),
)
TRAVEL = Case(
    body="travel",
    applied=(3, 26),
    deals=(
        Deal(
            partner="concrete",
            item="회원 단체 나들이 버스",
            quantity="40대×600,000원",
            planned=24_000_000,
            side="seller",
            deliveries=(Delivery(on=(10, 1), supply=24_000_000),),
        ),
    ),
)
LIGHTS = Case(
    body="lights",
    applied=(3, 30),
    deals=(
        Deal(
            partner="bulbs",
            item="엘이디 전구",
            quantity="9,000개×3,000원",
            planned=27_000_000,
            deliveries=(Delivery(on=(8, 6), supply=27_000_000),),
        ),
    ),
)

SELECTED = (PRINTERS, FURNITURE, JEWELLERS, FLORISTS, STEEL, SALT, GLOVES, GROCERS)
"""Selected at the first look."""
PAID = (PRINTERS, FURNITURE, JEWELLERS, FLORISTS, STEEL, SALT, GLOVES, PLUMBERS)
CASES = (*SELECTED, PLUMBERS, GARAGES, TRAVEL)
"""Who applied in time."""
