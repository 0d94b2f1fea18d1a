"""An invented agency of any size, written straight into the tables: too many rows for the actions of the product.

One agency, its office, N reporting units with a head each, a daily report over many days, and open tasks. Numbers
follow from the unit and the day alone, so that two runs hold the same data. States are spread as offices show them:
most reports in time, some nil, a few late, a few missing.
"""

from __future__ import annotations

import argparse
import secrets
import time as clock
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from benchmarks.directives import directive_text

WITHOUT_DATE = date(2020, 1, 1)
GROUP = 200  # units below one group when an agency has more than 400
REPORT = {
    "headcount": 24, "present": 18, "remote": 4, "on_leave": 2, "f0_new": 0, "f0_total": 3, "f0_treated": 1,
    "f1_new": 0, "f1_total": 5, "f2_total": 9, "isolated_site": 0, "isolated_home": 2, "tested": 6, "positive": 0,
    "vaccinated_1": 20, "vaccinated_2": 11, "declared": 23, "disinfected": 1,
    "difficulties": "Thiếu nước rửa tay tại nơi tiếp công dân.",
}  # fmt: skip


@dataclass(frozen=True)
class Agency:
    """What the benchmarks ask for by id."""

    agency_id: int
    unit_ids: list[int]
    chief: str
    director: str
    heads: list[str]


def build(*, units: int, days: int, open_days: int = 1, told_days: int = 1000, tasks: int = 0) -> Agency:
    """Units, people, sign-ins; `days` of dues, all open for the last `open_days`; open tasks.

    Of the days that are done only the last `told_days` hold the reports themselves.
    """
    from django.db import connection, transaction

    from quantriet.apps.clock.moment import local_day, now

    at = now()
    with transaction.atomic():
        agency = _agency(units)
        period_days = [local_day(at) - timedelta(days=back) for back in range(days - 1, -1, -1)]
        _reports(agency, period_days, open_days, told_days, at)
        if tasks:
            _tasks(agency, tasks, at)
        _notices(agency, at)
    if connection.vendor == "postgresql":  # autovacuum would do so within a minute; SQLite never does by itself
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return agency


def _agency(count: int) -> Agency:
    from quantriet.apps.accounts.models import RoleAssignment
    from quantriet.apps.organization.models import PostRank, Unit, UnitKind

    top = _unit("BENCH", "Ủy ban nhân dân tỉnh Phước An", UnitKind.AGENCY, 0)
    office = _unit("BENCH-VP", "Văn phòng", UnitKind.OFFICE, 1)
    groups = [
        _unit(f"BENCH-G{n}", f"Cụm thi đua số {n + 1}", UnitKind.DIVISION, n + 2)
        for n in range(-(-count // GROUP) if count > 400 else 0)
    ]
    own = [_unit(f"BENCH-{n}", f"Đơn vị sự nghiệp số {n + 1}", UnitKind.PUBLIC_SERVICE, n + 500) for n in range(count)]
    every = Unit.objects.bulk_create([top, office, *groups, *own], 2000)
    parents: dict[int, list[Unit]] = {unit.pk: [top] for unit in [office, *groups]}
    parents |= {unit.pk: [groups[n // GROUP], top] if groups else [top] for n, unit in enumerate(own)}
    _place(every, parents)
    heads = _people(own, PostRank.HEAD, "Trưởng đơn vị", "head")
    director, chief = (
        _people([top], PostRank.HEAD, "Chủ tịch", "director")[0],
        _people([office], PostRank.HEAD, "Chánh Văn phòng", "chief")[0],
    )
    RoleAssignment.objects.create(user=chief, role="chief_of_office", unit=top, since=WITHOUT_DATE)
    return Agency(
        top.pk, [unit.pk for unit in own], chief.username, director.username, [user.username for user in heads]
    )


def _unit(code: str, name: str, kind: Any, position: int) -> Any:
    from quantriet.apps.organization.models import Unit

    return Unit(code=code, name=name, kind=kind, position=position, opened_on=WITHOUT_DATE)


def _place(units: Sequence[Any], parents: dict[int, list[Any]]) -> None:
    """`parents`: unit id → those above it, the nearest first."""
    from quantriet.apps.organization.models import Ancestry, Placement

    Placement.objects.bulk_create(
        [
            Placement(unit=unit, parent=(parents.get(unit.pk) or [None])[0], since=WITHOUT_DATE)
            for unit in units
        ],
        2000,
    )  # fmt: skip
    Ancestry.objects.bulk_create(
        [
            Ancestry(ancestor=above, descendant=unit, depth=depth, since=WITHOUT_DATE)
            for unit in units
            for depth, above in enumerate([unit, *parents.get(unit.pk, [])])
        ],
        2000,
    )


def _people(units: Sequence[Any], rank: Any, title: str, login: str) -> list[Any]:
    """One person a unit, with post and sign-in; one password for all, kept nowhere."""
    from django.contrib.auth.hashers import make_password

    from quantriet.apps.accounts.models import User
    from quantriet.apps.organization.models import Holding, Person, Post, StaffStatus

    people = Person.objects.bulk_create(
        [
            Person(code=f"{login}{n}", full_name=f"Nguyễn Thị Mẫu {n + 1}", status=StaffStatus.CIVIL_SERVANT)
            for n, _ in enumerate(units)
        ],
        2000,
    )
    posts = Post.objects.bulk_create([Post(unit=unit, title=title, rank=rank) for unit in units], 2000)
    Holding.objects.bulk_create(
        [Holding(post=post, person=person, since=WITHOUT_DATE) for post, person in zip(posts, people, strict=True)],
        2000,
    )
    password = make_password(secrets.token_urlsafe())
    return User.objects.bulk_create(
        [User(username=person.code, password=password, person=person) for person in people], 2000
    )


def _reports(agency: Agency, days: Sequence[date], open_days: int, told_days: int, at: datetime) -> None:
    from quantriet.apps.clock.moment import at_local
    from quantriet.apps.reports.models import Period, Regime
    from quantriet.engines.timetable import Kind, Timetable
    from quantriet.law import load

    limit = time(15)
    timetable = Timetable(kind=Kind.DAILY, time=limit).to_dict()
    obligation = _directive(agency, 1, [("Báo cáo tình hình dịch bệnh hằng ngày", "report", timetable)], at)[0]
    regime = Regime.objects.create(
        obligation=obligation, agency_id=agency.agency_id, name="Báo cáo ngày", form_code="daily_epidemic",
        closing_preset="until_sending", limit=limit, consolidation_limit=time(16), starts_on=days[0],
    )  # fmt: skip
    _assign(obligation, agency.unit_ids, at)
    for number, day in enumerate(days):
        period = Period.objects.create(
            regime=regime, day=day, form_version=load.form("daily_epidemic", day).version,
            opened_at=at_local(day, time()), due_at=at_local(day, limit), consolidation_due_at=at_local(day, time(16)),
        )  # fmt: skip
        _write_dues(obligation.pk, period, is_open=number >= len(days) - open_days)
    _write_submissions(regime.pk, days[-1] - timedelta(days=open_days + told_days))


def _write_dues(obligation_id: int, period: Any, *, is_open: bool) -> None:
    """One due for each assignment of this obligation, in one statement."""
    sql = """
        INSERT INTO obligations_due (assignment_id, obligation_id, obligation_version, unit_id, accountable_id,
            period_on, opened_at, due_at, state, received_at, claimed_at, is_nil, explanation)
        SELECT a.id, a.obligation_id, 1, a.unit_id, h.person_id, %s, %s, %s,
            CASE WHEN {missing} THEN 'open' ELSE 'done' END,
            CASE WHEN {missing} THEN NULL WHEN {late} THEN {late_at} ELSE {good_at} END,
            NULL, {nil} AND NOT ({missing}), ''
        FROM obligations_assignment a
        JOIN organization_post p ON p.unit_id = a.unit_id AND p.rank = 'head'
        JOIN organization_holding h ON h.post_id = p.id
        WHERE a.obligation_id = %s
    """
    chance = f"((a.unit_id * 31 + {period.day.toordinal()} * 17) %% 100)"
    stamp = "%s" if _vendor() == "sqlite" else "CAST(%s AS timestamptz)"
    filled = sql.format(
        missing="1 = 1" if is_open else f"{chance} < 2",
        late=f"{chance} BETWEEN 2 AND 5",
        nil=f"({chance} >= 60)",
        late_at=stamp,
        good_at=stamp,
    )
    late_at, good_at = period.due_at + timedelta(minutes=17), period.due_at - timedelta(minutes=23)
    times = [_instant(moment) for moment in (period.opened_at, period.due_at, late_at, good_at)]
    _execute(filled, [period.day, *times, obligation_id])


def _write_submissions(regime_id: int, after: date) -> None:
    """One report for each received due of the later days."""
    import json

    key = "lower(hex(randomblob(16)))" if _vendor() == "sqlite" else "gen_random_uuid()"
    kind = "%s" if _vendor() == "sqlite" else "CAST(%s AS jsonb)"
    _execute(
        f"""
        INSERT INTO reports_submission (regime_id, period_id, due_id, unit_id, version, is_current, key, "values",
            is_nil, received_at, claimed_at, submitted_by_id, correction_reason)
        SELECT p.regime_id, p.id, d.id, d.unit_id, 1, {_true()}, {key}, {kind}, d.is_nil, d.received_at, NULL, u.id, ''
        FROM reports_period p
        JOIN reports_regime r ON r.id = p.regime_id
        JOIN obligations_due d ON d.obligation_id = r.obligation_id AND d.period_on = p.day AND d.state = 'done'
        JOIN accounts_user u ON u.person_id = d.accountable_id
        WHERE p.regime_id = %s AND p.day > %s
        """,
        [json.dumps(REPORT, ensure_ascii=False), regime_id, after],
    )


def _tasks(agency: Agency, count: int, at: datetime) -> None:
    """This many open assignments: a quarter late, a tenth waiting for the office's word, a third not yet noted."""
    from quantriet.apps.obligations.models import Assignment, Due
    from quantriet.engines.timetable import Kind, Timetable

    share = min(90, len(agency.unit_ids))
    obligations: list[Any] = []
    number = 2
    while len(obligations) * share < count:
        on = at.date() + timedelta(days=number - 4)
        plan = Timetable(kind=Kind.ONCE, on=on).to_dict()
        obligations += _directive(agency, number, [(f"Rà soát nội dung {n}", "task", plan) for n in range(1, 6)], at)
        number += 1
    for index, obligation in enumerate(obligations):
        left = count - index * share
        if left <= 0:
            break
        start = index * share % len(agency.unit_ids)
        chosen = (agency.unit_ids * 2)[start : start + min(share, left)]
        _assign(obligation, chosen, at)
    rows = list(Assignment.objects.filter(obligation__in=obligations).values_list("pk", "obligation_id", "unit_id"))
    Due.objects.bulk_create(
        [
            Due(
                assignment_id=pk, obligation_id=obligation, obligation_version=1, unit_id=unit,
                opened_at=at - timedelta(9), due_at=at + timedelta(hours=(-5 if n % 4 == 0 else 24 + n % 90)),
                state="submitted" if n % 10 == 1 else "open", received_at=at if n % 10 == 1 else None,
            )
            for n, (pk, obligation, unit) in enumerate(rows)
        ],
        2000,
    )  # fmt: skip


def _assign(obligation: Any, unit_ids: Sequence[int], at: datetime) -> None:
    from quantriet.apps.accounts.models import User
    from quantriet.apps.obligations.models import Assignment

    reader = User.objects.order_by("pk").first()
    Assignment.objects.bulk_create(
        [
            Assignment(
                obligation=obligation, unit_id=unit, part="lead", assigned_at=at,
                acknowledged_at=None if n % 3 == 0 else at, acknowledged_by=None if n % 3 == 0 else reader,
            )
            for n, unit in enumerate(unit_ids)
        ],
        2000,
    )  # fmt: skip


def _directive(agency: Agency, number: int, works: Sequence[tuple[str, str, Any]], at: datetime) -> list[Any]:
    """An adopted document with as many clauses as works, its text really read."""
    from quantriet.apps.accounts.models import User
    from quantriet.apps.documents.models import Clause, Document, DocumentState, StoredFile
    from quantriet.apps.obligations.models import Obligation
    from quantriet.engines.reading import read

    text, spans = directive_text(number, [title for title, _, _ in works])
    plain = read(text).to_dict()
    del plain["text"]
    file = StoredFile.objects.create(sha256=f"{number:064d}", size=len(text), media_type="text/plain")
    chief = User.objects.get(username="chief0")
    document = Document.objects.create(
        agency_id=agency.agency_id, state=DocumentState.ADOPTED, register_year=at.year, register_number=number,
        received_at=at, received_by=chief, kind="cong_van", number=f"{number}/UBND-VX", issued_on=at.date(),
        issuer="Ủy ban nhân dân tỉnh Phước An", abstract=f"V/v tăng cường phòng, chống dịch đợt {number}",
        original=file, original_name="van-ban.txt", text=text, reading=plain, review={}, adopted_at=at,
        adopted_by=chief,
    )  # fmt: skip
    clauses = Clause.objects.bulk_create(
        [
            Clause(document=document, path=str(n), label=f"Điểm {n}", position=n, start=start, end=end)
            for n, (start, end) in enumerate(spans, 1)
        ]
    )
    return Obligation.objects.bulk_create(
        [
            Obligation(
                document=document, clause=clause, agency_id=agency.agency_id, position=clause.position, type="task",
                title=title, start=clause.start, end=clause.end, fulfilment=way, timetable=timetable, created_at=at,
            )
            for clause, (title, way, timetable) in zip(clauses, works, strict=True)
        ]
    )  # fmt: skip


def _notices(agency: Agency, at: datetime) -> None:
    from quantriet.apps.notices.models import Notice
    from quantriet.apps.organization.models import Person

    people = Person.objects.filter(user__username__in=[agency.chief, agency.director, *agency.heads[:300]])
    Notice.objects.bulk_create(
        [
            Notice(person=person, key=f"bench{n}", title="Văn phòng nhắc: chưa báo cáo", path="/", sent_at=at)
            for person in people
            for n in range(4)
        ],
        2000,
    )


def sessions(usernames: Sequence[str]) -> list[str]:
    """A signed-in browser session for each of these people; returns the session keys in their order."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.utils import timezone
    from django.utils.crypto import get_random_string

    from quantriet.apps.accounts.models import User

    users = {user.username: user for user in User.objects.filter(person__isnull=False)}
    store = SessionStore()
    expires = timezone.now() + timedelta(days=7)
    keys, rows = [], []
    for name in usernames:
        user = users[name]
        content = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: "allauth.account.auth_backends.AuthenticationBackend",
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        keys.append(get_random_string(32, "abcdefghijklmnopqrstuvwxyz0123456789"))
        rows.append(Session(session_key=keys[-1], session_data=store.encode(content), expire_date=expires))
    Session.objects.bulk_create(rows, 2000)
    return keys


def _vendor() -> str:
    from django.db import connection

    return connection.vendor


def _true() -> str:
    return "1" if _vendor() == "sqlite" else "true"


def _instant(moment: datetime) -> Any:
    from django.db import connection

    return connection.ops.adapt_datetimefield_value(moment)


def _execute(sql: str, words: Sequence[Any]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, words)


def count_line() -> str:
    """How many rows the tables hold that matter here."""
    from quantriet.apps.accounts.models import User
    from quantriet.apps.obligations.models import Assignment, Due
    from quantriet.apps.organization.models import Unit
    from quantriet.apps.reports.models import Submission

    counts = {model._meta.db_table: model.objects.count() for model in (Unit, User, Assignment, Due, Submission)}
    return "rows: " + ", ".join(f"{name} {count:,}" for name, count in counts.items())


def main() -> None:
    """Build one agency in the home of the environment and say how long it took: for looking at it by hand."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--units", type=int, default=360)
    parser.add_argument("--days", type=int, default=90)
    parser.add_argument("--tasks", type=int, default=4000)
    words = parser.parse_args()
    from benchmarks.place import database_line, set_up

    set_up()
    started = clock.perf_counter()
    build(units=words.units, days=words.days, tasks=words.tasks)
    print(f"{database_line()}\n{count_line()}\nbuilt in {clock.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
