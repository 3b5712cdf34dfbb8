"""What a life does about people and the city: exclude, lift, accounts, officers who change, 대결, the second half."""

from datetime import timedelta

from majungmul.books.parties.actions.accounts import confirm_account, enter_account
from majungmul.books.parties.actions.deputies import act_for, end_acting
from majungmul.books.parties.actions.people import new_person
from majungmul.books.parties.actions.sanctions import lift, sanction
from majungmul.books.parties.actions.tenures import hand_over
from majungmul.books.parties.queries.positions import actors_of
from majungmul.stages.delivery import actions as delivery
from majungmul.stages.delivery.queries import midway_items
from majungmul.stages.payment import actions as payment
from majungmul.values.actor import Actor
from majungmul.values.seal import Seal
from majungmul.values.won import ZERO
from tests.given import a_key
from tests.lives.random_lives.life import Life
from tests.lives.random_lives.plain_year import must
from tests.stages.world_people import numbers

WHY = "가상의 사유"


def exclude(life: Life, name: str) -> None:
    days = (life.today, life.today + timedelta(days=90))
    key, by = life.real(name).body.pk, life.world.city_approver
    made = life.done(
        "exclude",
        lambda: sanction(key, "excluded", days, "공고", WHY, by=by, at=life.now, key=a_key()),
        lambda: life.year.excluded.add(name),
    )
    if made:
        life.rows["sanction", name] = made.pk


def lift_exclusion(life: Life, name: str) -> None:
    key, by = life.rows["sanction", name], life.world.city_approver
    life.done(
        "lift",
        lambda: lift(key, life.today, WHY, by=by, at=life.now, key=a_key()),
        lambda: life.year.excluded.discard(name),
    )


def correct_account(life: Life, name: str) -> None:
    own, by = life.real(name), life.people["officer"]
    digits = f"111-{next(numbers):04}-000001"

    def told() -> None:
        life.plain(name).account_by, life.plain(name).account_confirmed = by.person, False

    made = life.done(
        "correct account",
        lambda: enter_account(
            own.body.pk, "가상은행", digits, own.body.name, by=by, at=life.now, key=a_key()
        ),
        told,
    )
    if made:
        life.rows["account", name] = made.pk


def confirm(life: Life, name: str, choice: str) -> None:
    key, by = life.rows["account", name], life.who("approver", choice)

    def told() -> None:
        must(by.person != life.plain(name).account_by, "one person entered and confirmed an account")
        life.plain(name).account_confirmed = True

    life.done("confirm account", lambda: confirm_account(key, by=by, at=life.now, key=a_key()), told)


# ── 사람 ─────────────────────────────────────────────────────────────────────────────────────────────────


def change_officer(life: Life) -> None:
    """A new person has the officer's position; who had it is still there, and tries."""
    seat, system = life.people["officer"], life.world.system
    number = next(numbers)
    person = new_person(
        seat.office, f"w-life{number}", f"홍길동{number}", by=system, at=life.now, key=a_key()
    )
    life.settle_down()
    made = life.done(
        "change officer",
        lambda: hand_over(seat.position, person.pk, life.today, by=system, at=life.now, key=a_key()),
        lambda: None,
    )
    if made:
        life.people["former"], life.people["officer"] = seat, _actor(life, person.pk, seat)
        life.people.pop("deputy", None)
        _deputise(life)


def promote(life: Life) -> None:
    """The officer of before becomes the approver: what that person handed in may not be approved so."""
    seat, system, former = life.people["approver"], life.world.system, life.people["former"]
    made = life.done(
        "promote",
        lambda: hand_over(seat.position, former.person, life.today, by=system, at=life.now, key=a_key()),
        lambda: None,
    )
    if made:
        life.people["approver"] = _actor(life, former.person, seat)
        life.people.pop("former")


def begin_acting(life: Life) -> None:
    """대결: the officer's position acts for the approver's."""
    seat, deputy, system = life.people["approver"], life.people["officer"], life.world.system
    days = (life.today, None)
    made = life.done(
        "begin acting",
        lambda: act_for(seat.position, deputy.position, days, "출장", by=system, at=life.now, key=a_key()),
        lambda: None,
    )
    if made:
        life.rows["acting", ""] = made.pk
        _deputise(life)


def stop_acting(life: Life) -> None:
    made = life.done(
        "stop acting",
        lambda: end_acting(
            life.rows["acting", ""], life.today, by=life.world.system, at=life.now, key=a_key()
        ),
        lambda: None,
    )
    if made:
        life.rows.pop(("acting", ""))


def change_people(life: Life) -> None:
    """The officer moves away, and next is the approver; then the next officer."""
    (promote if "former" in life.people else change_officer)(life)


def act_for_another(life: Life) -> None:
    """대결 begins, or ends."""
    (stop_acting if ("acting", "") in life.rows else begin_acting)(life)


def _actor(life: Life, person: object, seat: Actor) -> Actor:
    own = actors_of(person, life.today)  # type: ignore[arg-type]
    return next(each for each in own if each.position == seat.position and not each.for_title)


def _deputise(life: Life) -> None:
    """Who may act for the approver now."""
    for each in actors_of(life.people["officer"].person, life.today):
        if each.for_title:
            life.people["deputy"] = each


# ── 시의 두 번째 교부 ────────────────────────────────────────────────────────────────────────────────────


def check(life: Life) -> None:
    grant, by = life.world.grant, life.world.city_officer
    items = [delivery.Checked(each.code, is_met=True, reason="통장과 맞음") for each in midway_items(grant)]

    def told() -> None:
        life.year.checked = True

    life.done(
        "check midway",
        lambda: delivery.check_midway(grant.pk, items, "적합", by=by, at=life.now, key=a_key()),
        told,
    )


def claim_second(life: Life) -> None:
    lines = life.world.grant.lines.select_related("account").order_by("order")
    rest = {each.pk: each.amount - each.account.credits_posted for each in lines if each.account}
    amounts = {key: amount for key, amount in rest.items() if amount > ZERO}
    made = life.done(
        "claim second half",
        lambda: payment.claim_grant(
            life.world.grant.pk,
            payment.GrantClaim(amounts=amounts),
            by=life.people["officer"],
            at=life.now,
            key=a_key(),
        ),
        life.year.claim_second,
    )
    if made:
        life.rows["second", ""] = made.pk


def submit_second(life: Life) -> None:
    key, by = life.rows["second", ""], life.world.city_officer
    life.done(
        "submit second half",
        lambda: payment.submit(key, by=by, at=life.now, key=a_key()),
        lambda: life.year.submit_second(by.person),
    )


def approve_second(life: Life) -> None:
    key, by = life.rows["second", ""], life.world.city_approver
    life.done(
        "approve second half",
        lambda: payment.approve(key, by=by, at=life.now, key=a_key()),
        lambda: life.year.approve_second(by.person),
    )


def disburse(life: Life) -> None:
    key, by = life.rows["second", ""], life.world.city_officer
    life.done(
        "disburse second half",
        lambda: payment.disburse(key, Seal("경제정책과-400", life.today), by=by, at=life.now, key=a_key()),
        life.year.disburse,
    )


def second_half(life: Life) -> None:
    """The next step of the second instalment; once it is paid, somebody tries a third."""
    steps = {
        "": claim_second if life.year.checked else check,
        "received": submit_second,
        "submitted": approve_second,
        "approved": disburse,
        "paid": claim_second,
    }
    steps[life.year.second](life)
