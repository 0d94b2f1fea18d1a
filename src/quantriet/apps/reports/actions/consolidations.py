"""Approving a consolidation: what is sent up is frozen; approving again makes the next version beside it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.accounts.problems import require
from quantriet.apps.accounts.roles import Permission
from quantriet.apps.ledger.record import record
from quantriet.apps.reports import problems, rules
from quantriet.apps.reports.consolidation import consolidate, frozen_figures
from quantriet.apps.reports.models import Consolidation, Period


@transaction.atomic
def approve_consolidation(period: Period, *, note: str = "", by: Actor, at: datetime) -> Consolidation:
    """Freeze the figures as they stand (duyệt báo cáo tổng hợp): totals, measures, every submission counted.

    Raises Problem 409 when nobody has reported, or when nothing has changed since the last approval.
    """
    require(by, Permission.APPROVE, period.regime.agency_id)
    Period.objects.select_for_update(of=("self",)).get(pk=period.pk)
    table = consolidate(period, at)
    if not table.measures.received:
        raise problems.nobody_reported()
    last = Consolidation.objects.filter(period=period).order_by("-version").first()
    figures = frozen_figures(table)
    if last is not None and last.figures["submissions"] == figures["submissions"]:
        raise problems.approved_unchanged(last.version)
    version = last.version + 1 if last else 1
    consolidation = Consolidation.objects.create(
        period=period,
        version=version,
        figures=figures,
        note=rules.clean_text(note)[:4000],
        approved_at=at,
        approved_by_id=by.account_id,
    )
    record(
        "consolidation.approved",
        by=by,
        subject=consolidation,
        at=at,
        unit_id=period.regime.agency_id,
        details={"version": version, "submissions": len(figures["submissions"])},
    )
    return consolidation
