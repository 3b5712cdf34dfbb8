"""지급 심사 — a claim with its calculation, evidence, rule and flags in one value, as its page shows it."""

from dataclasses import dataclass

from majungmul.programmes.specification import terms_on
from majungmul.stages.award.models import AwardLine
from majungmul.stages.payment.models import Claim, ClaimCorrection, ClaimLine, Proof
from majungmul.stages.payment.queries.flags import Flag, flags_on
from majungmul.stages.payment.queries.rows import corrections_of, lines_of, proofs_of
from majungmul.stages.payment.queries.sums import AwardTotals, most_of, totals_of
from majungmul.values.won import Won, total


@dataclass(frozen=True, slots=True)
class ExaminedProof:
    """심사할 증빙 — a proof, its whole with VAT, how much may count at most and does (None: not looked at), flags."""

    proof: Proof
    whole: Won
    most: Won
    recognised: Won | None
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class ExaminedLine:
    """심사할 거래 — a line of a claim with its rule in words, what it comes to, its proofs and flags.

    `difference`: calculated less claimed, in won.
    """

    line: ClaimLine
    rule: str
    difference: Won
    proofs: tuple[ExaminedProof, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """지급 심사 — of a claim: its lines, its own flags, what was asked to be put right, the award's totals.

    `unlooked` counts the proofs that nobody has recognised or not.
    """

    claim: Claim
    lines: tuple[ExaminedLine, ...]
    flags: tuple[Flag, ...]
    corrections: tuple[ClaimCorrection, ...]
    award: AwardTotals
    unlooked: int

    @property
    def difference(self) -> Won:
        """차이 — calculated less claimed, in won."""
        return total(line.difference for line in self.lines)


def examination(claim: Claim) -> Examination:
    """지급 심사 — everything that an officer looks at before handing the claim in."""
    flags = flags_on(claim)
    proofs = [_proof(each, flags) for each in proofs_of(claim)]
    return Examination(
        claim=claim,
        lines=tuple(_line(line, proofs, flags) for line in lines_of(claim)),
        flags=tuple(flag for flag in flags if flag.trade is None and flag.proof is None),
        corrections=tuple(corrections_of(claim)),
        award=totals_of(claim.award),
        unlooked=sum(each.recognised is None for each in proofs),
    )


def _proof(proof: Proof, flags: list[Flag]) -> ExaminedProof:
    own = tuple(flag for flag in flags if flag.proof == proof.pk)
    return ExaminedProof(proof, proof.supply + proof.vat, most_of(proof), proof.recognised, own)


def _line(line: ClaimLine, proofs: list[ExaminedProof], flags: list[Flag]) -> ExaminedLine:
    number = line.trade.number if line.trade else None
    return ExaminedLine(
        line=line,
        rule=_rule(line.line, line),
        difference=line.calculated - line.claimed,
        proofs=tuple(each for each in proofs if each.proof.line_id == line.pk),
        flags=tuple(
            flag for flag in flags if number is not None and flag.trade == number and flag.proof is None
        ),
    )


def _rule(award_line: AwardLine, line: ClaimLine) -> str:
    """지원 조건 — in words, of the day that counts; empty where the line has no such day (교부청구)."""
    if line.counted_on is None:
        return ""
    terms = terms_on(
        line.counted_on,
        jurisdiction=line.jurisdiction.code,
        programme=award_line.programme,
        line=award_line.code,
    )
    return terms.rule.in_words
