"""올해의 사례 — co-operatives that there are not, and what they plan, trade and claim in the current year."""

from majungmul.story.cases import Case, Deal, Delivery

FURNITURE = Case(
    body="furniture",
    applied=(3, 12),
    contracted=(5, 6),
    claimed=(7, 13),
    outcome="참여 조합원 28개사, 원목 구매 단가 5% 절감(가상)",
    deals=(
        Deal(
            partner="timber",
            item="학교 책상용 원목판",
            quantity="9,200장×38,000원",
            planned=349_600_000,
            deliveries=(
                Delivery(on=(5, 27), supply=190_000_000, parts=2),
                Delivery(on=(6, 22), supply=159_600_000),
            ),
        ),
    ),
)
PRINTERS = Case(
    body="printers",
    applied=(3, 13),
    contracted=(5, 7),
    claimed=(6, 15),
    chair="나가상",
    deals=(
        Deal(
            partner="paper",
            item="재생 용지",
            quantity="2,500연×21,000원",
            planned=52_500_000,
            deliveries=(Delivery(on=(5, 26), supply=52_500_000, returned=1_050_000),),
        ),
        Deal(
            partner="paper",
            item="봉투 견본",
            quantity="12,000장×300원",
            planned=3_600_000,
            kind="order",
            confirmed="order",
            deliveries=(Delivery(on=(5, 20), supply=3_600_000, method="card"),),
        ),
    ),
)
STEEL = Case(
    body="steel",
    applied=(3, 16),
    contracted=(5, 11),
    claimed=(9, 14),
    outcome="참여 조합원 17개사, 강판 운송비 9% 절감(가상)",
    deals=(
        Deal(
            partner="sheets",
            item="캐비닛용 강판",
            quantity="380톤×920,000원",
            planned=349_600_000,
            deliveries=(
                Delivery(on=(6, 16), supply=184_000_000, method="bill"),
                Delivery(on=(8, 10), supply=165_600_000),
            ),
        ),
    ),
)
JEWELLERS = Case(
    body="jewellers",
    applied=(3, 17),
    contracted=(5, 12),
    claimed=(8, 17),
    outcome="공동 카탈로그로 참여 조합원 22개사의 주문이 늘어남(가상)",
    deals=(
        Deal(
            partner="printers",
            item="가을 공동 카탈로그",
            quantity="9,000부×5,800원",
            planned=52_200_000,
            confirmed="link",
            deliveries=(Delivery(on=(7, 20), supply=52_200_000),),
        ),
    ),
)
SALT = Case(
    body="salt",
    applied=(3, 18),
    is_on_paper=True,
    contracted=(5, 14),
    claimed=(10, 19),
    outcome="조합원 8개사의 천일염 판로가 안정됨(가상)",
    deals=(
        Deal(
            partner="pickles",
            item="김장용 천일염",
            quantity="9,500포×26,000원",
            planned=247_000_000,
            side="seller",
            is_taxed=False,
            effect="절임 조합에 직접 공급함",
            deliveries=(
                Delivery(on=(8, 24), supply=130_000_000),
                Delivery(on=(9, 21), supply=117_000_000),
            ),
        ),
    ),
)
FLORISTS = Case(
    body="florists",
    applied=(3, 19),
    contracted=(5, 13),
    claimed=(11, 16),
    outcome="15곳의 조합에 화환을 공급함(가상)",
    deals=(
        Deal(
            partner="concrete",
            item="행사 화환",
            quantity="240개×110,000원",
            planned=26_400_000,
            side="seller",
            others=14,
            kind="frame",
            effect="조합끼리 화환을 직거래함",
            deliveries=(
                Delivery(on=(6, 29), supply=12_100_000),
                Delivery(on=(10, 12), supply=14_300_000),
            ),
        ),
    ),
)
LIGHTS = Case(
    body="lights",
    applied=(3, 20),
    contracted=(5, 18),
    claimed=(11, 23),
    outcome="참여 조합원 13개사, 전구 단가 7% 절감(가상)",
    deals=(
        Deal(
            partner="bulbs",
            item="실내 조명 전구",
            quantity="18,000개×3,400원",
            planned=61_200_000,
            deliveries=(
                Delivery(on=(9, 7), supply=27_200_000),
                Delivery(on=(10, 26), supply=34_000_000),
            ),
        ),
    ),
)
PLUMBERS = Case(
    body="plumbers",
    applied=(3, 23),
    contracted=(5, 20),
    claimed=(12, 7),
    outcome="참여 조합원 19개사, 동관 단가 4% 절감(가상)",
    deals=(
        Deal(
            partner="copper",
            item="온수용 동관",
            quantity="7,000본×12,000원",
            planned=84_000_000,
            deliveries=(Delivery(on=(11, 9), supply=90_000_000),),
        ),
    ),
)
GROCERS = Case(
    body="grocers",
    applied=(3, 24),
    deals=(
        Deal(
            partner="orchards",
            item="명절 배 꾸러미",
            quantity="600상자×33,000원",
            planned=19_800_000,
            is_taxed=False,
            deliveries=(Delivery(on=(9, 14), supply=19_800_000),),
        ),
    ),
)
TRAVEL = Case(
    body="travel",
    applied=(3, 25),
    deals=(
        Deal(
            partner="concrete",
            item="회원 단체 나들이 버스",
            quantity="36대×700,000원",
            planned=25_200_000,
            side="seller",
            deliveries=(Delivery(on=(10, 5), supply=25_200_000),),
        ),
    ),
)
GARAGES = Case(
    body="garages",
    applied=(3, 26),
    is_on_paper=True,
    deals=(
        Deal(
            partner="bulbs",
            item="작업등 전구",
            quantity="4,000개×3,000원",
            planned=12_000_000,
            deliveries=(Delivery(on=(7, 6), supply=12_000_000),),
        ),
    ),
)
GLOVES = Case(
    body="gloves",
    applied=(3, 30),
    deals=(
        Deal(
            partner="garages",
            item="작업용 면장갑",
            quantity="50,000켤레×600원",
            planned=30_000_000,
            side="seller",
            deliveries=(Delivery(on=(7, 16), supply=30_000_000),),
        ),
    ),
)

SELECTED = (FURNITURE, PRINTERS, STEEL, JEWELLERS, SALT, FLORISTS, LIGHTS, PLUMBERS, GROCERS)
WORKING = (FURNITURE, PRINTERS, STEEL, JEWELLERS, SALT, FLORISTS, LIGHTS, PLUMBERS)
"""Selected, and at it."""
CASES = (*SELECTED, TRAVEL, GARAGES)
"""Who applied in time."""
