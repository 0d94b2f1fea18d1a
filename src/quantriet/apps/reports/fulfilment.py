"""The two ways to fulfil that this app brings: the periodic report and the ad hoc report."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse

from quantriet.apps.accounts.actors import Actor
from quantriet.apps.clock import moment
from quantriet.apps.clock.moment import at_local, local_day
from quantriet.apps.ledger.record import record
from quantriet.apps.obligations.fulfilment import Option
from quantriet.apps.obligations.models import Due, Obligation
from quantriet.apps.reports.actions.periods import start_regime
from quantriet.apps.reports.models import DayRule, Regime
from quantriet.apps.reports.regime_settings import (
    closing_choices,
    default_consolidation_limit,
    default_limit,
    read_date,
    read_settings,
)
from quantriet.engines.kernel import fold
from quantriet.law import load

RECURRING = {"daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly"}
DAILY_FORM, AD_HOC_FORM = "daily_epidemic", "ad_hoc_incident"


def _words(item: dict[str, Any]) -> str:
    return fold(f"{item.get('title') or ''} {(item.get('deadline') or {}).get('text') or ''}")


def _deadline_kind(item: dict[str, Any]) -> str:
    return str((item.get("deadline") or {}).get("kind") or "")


def _changes(item: dict[str, Any]) -> bool:
    """Whether the days of the duty are not simply all of them: it ends, goes on otherwise, or skips periods."""
    deadline = item.get("deadline") or {}
    return bool(deadline.get("further") or deadline.get("lasting")) or deadline.get("every", 1) > 1


class Report:
    """A report by each unit for each day, consolidated by the agency (báo cáo định kỳ)."""

    code = "report"
    name = "Báo cáo định kỳ"

    def suits(self, item: dict[str, Any]) -> float:
        if _deadline_kind(item) not in RECURRING:
            return 0.0
        return 0.95 if "báo cáo" in _words(item) else 0.4

    def options(self, item: dict[str, Any]) -> tuple[Option, ...]:
        now = moment.now()
        today = local_day(now)
        limit = _read_limit(item, today)
        starts = today if now < at_local(today, limit) else today + timedelta(days=1)
        daily = _deadline_kind(item) in ("daily", "") and not _changes(item)
        working = "ngày làm việc" in _words(item)
        rule = (DayRule.WORKING_DAYS if working else DayRule.EVERY_DAY) if daily else DayRule.AS_DIRECTED
        return (
            Option("form", "Biểu mẫu", "select", _form_choices(today), DAILY_FORM),
            Option(
                "day_rule", "Báo cáo vào", "select", tuple((code, str(name)) for code, name in DayRule.choices), rule
            ),
            Option(
                "closing",
                "Số liệu tính",
                "select",
                closing_choices(today),
                load.parameter("reporting.default_closing", today),
            ),
            Option("limit", "Đơn vị gửi trước", "time", initial=f"{limit:%H:%M}", help="Đúng giờ này đã là trễ."),
            Option(
                "consolidation_limit",
                "Cơ quan tổng hợp trước",
                "time",
                initial=f"{default_consolidation_limit(limit, today):%H:%M}",
            ),
            Option("starts_on", "Từ ngày", "date", initial=starts.isoformat()),
            Option("ends_on", "Đến hết ngày", "date", help="Để trống nếu chưa biết."),
        )

    @transaction.atomic
    def start(self, obligation: Obligation, options: dict[str, str], *, by: Actor, at: datetime) -> None:
        """The regime, today's period if its limit is still to come, and the clock's first midnight."""
        regime = _read_regime(obligation, options, local_day(at))
        standing = Regime.objects.filter(obligation=None, ad_hoc__document_id=obligation.document_id).first()
        if standing is not None:  # the ad hoc clause of the same document came first: one regime for both
            regime.pk, regime.ad_hoc_id = standing.pk, standing.ad_hoc_id
            regime.ad_hoc_form_code = standing.ad_hoc_form_code
        regime.save()
        start_regime(regime, by=by, at=at)

    def act_path(self, due: Due) -> str:
        return reverse("reports:fill", args=[due.pk])


class AdHocReport:
    """A report when something happens (báo cáo đột xuất): no period and no limit, course, measures, proposals."""

    code = "report_ad_hoc"
    name = "Báo cáo đột xuất"

    def suits(self, item: dict[str, Any]) -> float:
        words = _words(item)
        if "báo cáo" not in words or _deadline_kind(item) in RECURRING:
            return 0.0
        if "đột xuất" in words or _deadline_kind(item) == "ad_hoc":
            return 0.95
        return 0.65 if item.get("type") == "conditional" else 0.1

    def options(self, item: dict[str, Any]) -> tuple[Option, ...]:
        return (Option("form", "Biểu mẫu", "select", _form_choices(local_day(moment.now())), AD_HOC_FORM),)

    @transaction.atomic
    def start(self, obligation: Obligation, options: dict[str, str], *, by: Actor, at: datetime) -> None:
        """Join the regime of the same document, or stand alone until it comes."""
        today = local_day(at)
        form = load.form(options.get("form") or AD_HOC_FORM, today)
        regime = Regime.objects.filter(
            obligation__document_id=obligation.document_id, ad_hoc=None
        ).first() or _lone_regime(obligation, form.title, today)
        regime.ad_hoc, regime.ad_hoc_form_code = obligation, form.code
        regime.save()
        record("regime.ad_hoc_started", by=by, subject=regime, at=at, unit_id=obligation.agency_id)

    def act_path(self, due: Due) -> str:
        return reverse("reports:ad_hoc", args=[due.obligation.ad_hoc_regime.pk])


def _form_choices(day: date) -> tuple[tuple[str, str], ...]:
    return tuple((form.code, form.title) for form in load.iter_forms(day))


def _read_limit(item: dict[str, Any], day: date) -> time:
    written = (item.get("deadline") or {}).get("time")
    return time.fromisoformat(str(written)) if written else default_limit(day)


def _lone_regime(obligation: Obligation, name: str, today: date) -> Regime:
    limit = default_limit(today)
    return Regime(
        agency_id=obligation.agency_id,
        name=name,
        form_code=DAILY_FORM,
        closing_preset=load.parameter("reporting.default_closing", today),
        limit=limit,
        consolidation_limit=default_consolidation_limit(limit, today),
        starts_on=today,
    )


def _read_regime(obligation: Obligation, options: dict[str, str], today: date) -> Regime:
    """An unsaved regime from what the reviewer settled. Raises Problem with the option's name as its field."""
    starts_on = max(read_date(options, "starts_on") or today, today)
    form = load.form(options.get("form") or DAILY_FORM, starts_on)
    settings = read_settings(options, starts_on)
    return Regime(
        obligation=obligation,
        agency_id=obligation.agency_id,
        name=_name(obligation, form.title, settings.limit),
        form_code=form.code,
        starts_on=starts_on,
        **asdict(settings),
    )


def _name(obligation: Obligation, title: str, limit: time) -> str:
    """The name of the form; with its hour where the same words ask for several reports a day."""
    same_words = Obligation.objects.filter(
        document_id=obligation.document_id, start=obligation.start, end=obligation.end, fulfilment=Report.code
    )
    return f"{title} (kỳ {limit:%H:%M})" if same_words.exclude(pk=obligation.pk).exists() else title
