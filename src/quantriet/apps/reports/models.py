"""Reporting regimes, one period a day, submissions as versions, consolidations that freeze what was sent up."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from quantriet.apps.accounts.models import User
from quantriet.apps.clock.moment import local_day
from quantriet.apps.obligations.models import Due, Obligation
from quantriet.apps.organization.models import Unit


class DayRule(models.TextChoices):
    EVERY_DAY = "every_day", "Hằng ngày, kể cả ngày nghỉ"
    WORKING_DAYS = "working_days", "Ngày làm việc"
    AS_DIRECTED = "as_directed", "Các ngày văn bản nêu (tuần, tháng, quý…)"


class Scope(models.TextChoices):
    """Internal regimes lie outside Decree 09/2019 (its Article 1.2) and may be set by a plain letter."""

    INTERNAL = "internal", "Nội bộ cơ quan"
    DECREE = "decree", "Theo Nghị định 09/2019/NĐ-CP"


class Regime(models.Model):
    """A reporting regime (chế độ báo cáo): who reports what, when the data close, when each level must have sent.

    Closing time of the data, deadline of the unit and deadline of the consolidation are three separate things.
    A regime of ad hoc reports alone has no `obligation` and opens no periods.
    """

    obligation = models.OneToOneField(Obligation, models.PROTECT, null=True, related_name="regime")
    ad_hoc = models.OneToOneField(Obligation, models.PROTECT, null=True, related_name="ad_hoc_regime")
    agency = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField("tên báo cáo", max_length=200)
    scope = models.CharField("phạm vi", max_length=10, choices=Scope.choices, default=Scope.INTERNAL)
    form_code = models.CharField("biểu mẫu", max_length=60)  # a form of law/forms
    ad_hoc_form_code = models.CharField("biểu mẫu đột xuất", max_length=60, blank=True)
    day_rule = models.CharField("ngày báo cáo", max_length=20, choices=DayRule.choices, default=DayRule.EVERY_DAY)
    closing_preset = models.CharField("giờ chốt số liệu", max_length=30)  # a preset of law/parameters
    limit = models.TimeField("đơn vị gửi trước")  # exclusive
    consolidation_limit = models.TimeField("cơ quan gửi lên trước")
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(obligation__isnull=False) | Q(ad_hoc__isnull=False), name="regime_has_source"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")), name="regime_forward"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Period(models.Model):
    """One day of a regime (kỳ báo cáo), opened with its frozen dues."""

    regime = models.ForeignKey(Regime, models.PROTECT, related_name="periods")
    day = models.DateField()
    form_version = models.DateField()  # the form in force that day: form_code + effective date
    opened_at = models.DateTimeField()
    closing_at = models.DateTimeField(null=True)  # null: the figures run until they are sent
    due_at = models.DateTimeField()
    consolidation_due_at = models.DateTimeField()

    class Meta:
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["regime", "day"], name="period_once")]

    def __str__(self) -> str:
        return f"{self.regime_id} {self.day}"


class Submission(models.Model):
    """One report as sent (lần gửi). A correction is a new version; nothing sent is ever changed."""

    regime = models.ForeignKey(Regime, models.PROTECT, related_name="submissions")
    period = models.ForeignKey(Period, models.PROTECT, null=True, related_name="submissions")  # null: ad hoc
    due = models.ForeignKey(Due, models.PROTECT, null=True, related_name="submissions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    key = models.UUIDField(unique=True)  # made by the sender: the same sending is accepted once
    values = models.JSONField()  # field code → number or text, checked against the form
    is_nil = models.BooleanField(default=False)
    received_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    correction_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["period", "unit"],
                condition=Q(is_current=True, period__isnull=False),
                name="submission_one_current",
            ),
            models.UniqueConstraint(
                fields=["period", "unit", "version"],
                condition=Q(period__isnull=False),
                name="submission_version_once",
            ),
        ]
        indexes = [
            models.Index(fields=["period", "is_current"], name="submission_period"),
            models.Index(fields=["regime", "-received_at"], name="submission_latest"),
            models.Index(fields=["unit", "-received_at"], name="submission_unit"),
        ]

    def __str__(self) -> str:
        return self.receipt

    @property
    def receipt(self) -> str:
        """The receipt number shown to the sender (số biên nhận), with the agency's day of receipt."""
        return f"BC-{local_day(self.received_at):%y%m%d}-{self.pk:06d}"


class Draft(models.Model):
    """What a unit has typed but not sent (bản nháp)."""

    due = models.OneToOneField(Due, models.CASCADE, related_name="draft")
    values = models.JSONField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(User, models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.due_id}"


class Consolidation(models.Model):
    """The figures as approved and sent up (báo cáo tổng hợp): frozen, one version an approval."""

    period = models.ForeignKey(Period, models.PROTECT, related_name="consolidations")
    version = models.PositiveIntegerField()
    figures = models.JSONField()  # totals, measures, and the id and version of every submission counted
    note = models.TextField(blank=True)
    approved_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["period", "version"], name="consolidation_version_once")]

    def __str__(self) -> str:
        return f"{self.period_id} v{self.version}"
