"""The agency as dated facts: nothing is overwritten when a unit moves or a head changes.

`until` is the first day on which a fact no longer holds (half-open), null while it still does.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q


class UnitKind(models.TextChoices):
    """What a unit is in its agency; role phrases of documents resolve through it."""

    SUPERIOR = "superior", "Cơ quan cấp trên"
    AGENCY = "agency", "Cơ quan"
    OFFICE = "office", "Văn phòng"
    INSPECTORATE = "inspectorate", "Thanh tra"
    DIVISION = "division", "Phòng chuyên môn, nghiệp vụ"
    PUBLIC_SERVICE = "public_service", "Đơn vị sự nghiệp"
    COMMUNE = "commune", "Ủy ban nhân dân cấp xã"


class Unit(models.Model):
    """A unit (đơn vị): an agency, its office, a division, a public service unit, or an agency above."""

    code = models.CharField("mã đơn vị", max_length=40, unique=True)
    name = models.CharField("tên đơn vị", max_length=200)
    short_name = models.CharField("tên gọi tắt", max_length=80, blank=True)
    kind = models.CharField("loại đơn vị", max_length=20, choices=UnitKind.choices)
    symbol = models.CharField("ký hiệu văn bản", max_length=20, blank=True)  # VP, STP: part of document symbols
    position = models.PositiveIntegerField("thứ tự", default=0)
    opened_on = models.DateField("ngày lập")
    closed_on = models.DateField("ngày giải thể", null=True, blank=True)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The name for tables and chips."""
        return self.short_name or self.name


class DatedQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> DatedQuerySet:
        """Facts that hold on this day."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)


class Placement(models.Model):
    """Under which unit a unit stood, from when until when (trực thuộc)."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="placements")
    parent = models.ForeignKey(Unit, models.CASCADE, related_name="child_placements", null=True)
    since = models.DateField()
    until = models.DateField(null=True)
    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=Q(until=None), name="placement_one_open"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("since")), name="placement_forward"),
        ]
        indexes = [models.Index(fields=["parent", "until"], name="placement_children")]

    def __str__(self) -> str:
        return f"{self.unit_id} < {self.parent_id}"


class Ancestry(models.Model):
    """Every pair of a unit and one at or above it, derived from placements: subtree questions in one index look-up."""

    ancestor = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    descendant = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    depth = models.PositiveSmallIntegerField()  # 0: the unit itself
    since = models.DateField()
    until = models.DateField(null=True)
    objects = DatedQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["ancestor", "until", "descendant"], name="ancestry_down"),
            models.Index(fields=["descendant", "until", "ancestor"], name="ancestry_up"),
        ]

    def __str__(self) -> str:
        return f"{self.ancestor_id} > {self.descendant_id}"


class UnitSpelling(models.Model):
    """Another way a document may write a unit's name, told by the office (cách viết khác)."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="spellings")
    folded = models.CharField(max_length=200)

    class Meta:
        # Another agency may call another unit the same; within one agency `actions.learn_spelling` keeps it single.
        constraints = [models.UniqueConstraint(fields=["unit", "folded"], name="spelling_once_a_unit")]

    def __str__(self) -> str:
        return self.folded


class StaffStatus(models.TextChoices):
    CIVIL_SERVANT = "civil_servant", "Công chức"
    PUBLIC_EMPLOYEE = "public_employee", "Viên chức"
    CONTRACT_WORKER = "contract_worker", "Người lao động"


class Person(models.Model):
    """Somebody who works here (công chức, viên chức, người lao động)."""

    code = models.CharField("mã cán bộ", max_length=40, unique=True)
    full_name = models.CharField("họ và tên", max_length=120)
    status = models.CharField("diện", max_length=20, choices=StaffStatus.choices)
    email = models.EmailField("thư điện tử", blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    left_on = models.DateField("ngày nghỉ việc", null=True, blank=True)

    class Meta:
        ordering = ["full_name", "id"]

    def __str__(self) -> str:
        return self.full_name


class PostRank(models.TextChoices):
    HEAD = "head", "Người đứng đầu"
    DEPUTY = "deputy", "Cấp phó"
    STAFF = "staff", "Chuyên viên, nhân viên"


class Post(models.Model):
    """A post in a unit (chức vụ, vị trí): it stays while its holders change."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="posts")
    title = models.CharField("chức danh", max_length=120)
    rank = models.CharField("cấp", max_length=10, choices=PostRank.choices)

    class Meta:
        ordering = ["unit_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=Q(rank="head"), name="post_one_head"),
            models.UniqueConstraint(fields=["unit", "title"], name="post_title_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Holding(models.Model):
    """Who held a post, from when until when (giữ chức vụ)."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="holdings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="holdings")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "person"], condition=Q(until=None), name="holding_open_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("since")), name="holding_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} @ {self.post_id}"


class DelegationKind(models.TextChoices):
    """In whose place somebody signs or decides (Decree 30/2020, Article 13)."""

    FOR_SUPERIOR = "KT.", "Ký thay (KT.)"
    BY_ORDER = "TL.", "Thừa lệnh (TL.)"
    UNDER_AUTHORISATION = "TUQ.", "Thừa ủy quyền (TUQ.)"
    ACTING = "Q.", "Quyền (Q.)"


class Delegation(models.Model):
    """One post lets another act in its place, within a scope and a time (ủy quyền, thừa lệnh, ký thay)."""

    kind = models.CharField("hình thức", max_length=4, choices=DelegationKind.choices)
    from_post = models.ForeignKey(Post, models.CASCADE, related_name="delegations_given")
    to_post = models.ForeignKey(Post, models.CASCADE, related_name="delegations_held")
    scope = models.CharField("phạm vi", max_length=200, blank=True)
    basis = models.CharField("căn cứ", max_length=200, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    objects = DatedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.kind} {self.from_post_id} → {self.to_post_id}"
