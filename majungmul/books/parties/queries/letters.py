"""발신·수신 — how an official letter names the one who stands for a body."""

from majungmul.books.parties.kinds import OrganisationKind
from majungmul.books.parties.models import Organisation

CHAIRED = (OrganisationKind.COOPERATIVE, OrganisationKind.BUSINESS_COOPERATIVE)
HEADED = (OrganisationKind.FEDERATION, OrganisationKind.UNION, OrganisationKind.LOCAL_GOVERNMENT)


def head_of(body: Organisation) -> str:
    """수신·발신 명의 — `서울가상인쇄협동조합 이사장`, `중소기업중앙회장`, `주식회사 가상 대표`."""
    if body.kind in CHAIRED:
        return f"{body.name} 이사장"
    return f"{body.name}장" if body.kind in HEADED else f"{body.name} 대표"
