"""document → clause → obligation → assignment → due → evidence. State moves only through `actions`."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from quantriet.apps.accounts.models import User
from quantriet.apps.documents.models import Clause, Document, StoredFile
from quantriet.apps.organization.models import Person, Unit


class ObligationType(models.TextChoices):
    """What the sentence does (the labels of the reading)."""

    TASK = "task", "Nhiệm vụ"
    CONDITIONAL = "conditional", "Khi phát sinh"
    PROHIBITION = "prohibition", "Điều cấm"
    ACCOUNTABILITY = "accountability", "Trách nhiệm"
    EXECUTION = "execution_clause", "Điều khoản thi hành"
    CLOSING = "closing", "Yêu cầu chung"


class Obligation(models.Model):
    """One thing that a clause asks (nghĩa vụ), with the span of text that asks for it."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="obligations")
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, related_name="obligations")
    agency = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    type = models.CharField(max_length=20, choices=ObligationType.choices)
    title = models.CharField("tên việc", max_length=200)
    deliverable = models.CharField("kết quả phải có", max_length=300, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    fulfilment = models.CharField("cách thực hiện", max_length=30)  # a key of obligations.fulfilment
    timetable = models.JSONField(null=True)  # engines.timetable.Timetable.to_dict(); null: no deadline
    version = models.PositiveIntegerField(default=1)  # grows when timetable or assignments change
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closing_reason = models.TextField("lý do kết thúc", blank=True)

    class Meta:
        ordering = ["document_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="obligation_position_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="obligation_span"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def clause_label(self) -> str:
        return self.clause.name if self.clause else ""


class Part(models.TextChoices):
    LEAD = "lead", "Chủ trì"
    SUPPORT = "support", "Phối hợp"


class Assignment(models.Model):
    """A unit's share in an obligation (giao việc): lead or support, and whether its head has taken note of it."""

    obligation = models.ForeignKey(Obligation, models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments")
    part = models.CharField(max_length=10, choices=Part.choices)
    phrase = models.CharField(max_length=200, blank=True)  # the words of the document that named it
    assigned_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "unit"], condition=Q(ended_at=None), name="assignment_open_once"
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                name="assignment_acknowledged_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "ended_at"], name="assignment_unit"),
            models.Index(
                fields=["unit"],
                name="assignment_unacknowledged",
                condition=Q(ended_at=None, acknowledged_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation_id} → {self.unit_id}"


class DueState(models.TextChoices):
    """Where one due stands. Whether it was in time is never a state: it follows from the two instants."""

    OPEN = "open", "Đang thực hiện"
    SUBMITTED = "submitted", "Chờ xác nhận"  # reported done, waits for the office's word
    DONE = "done", "Đã xong"
    WITHDRAWN = "withdrawn", "Đã rút"


class Due(models.Model):
    """One expectation, frozen when it opened: this unit, this head, this instant (kỳ hạn).

    Rates of a past month are counted over these rows, so moving a unit or changing its head never rewrites them.
    `due_at` is exclusive: done at that very instant is late. Null means the directive set no deadline.
    """

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="dues", db_index=False)  # due_share has it
    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="dues", db_index=False)  # due_period has it
    obligation_version = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="dues")
    accountable = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    period_on = models.DateField(null=True)  # the day a recurring duty is owed for
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=DueState.choices, default=DueState.OPEN)
    received_at = models.DateTimeField(null=True)  # the server's clock; rules use this one
    claimed_at = models.DateTimeField(null=True)  # the sender's own clock, when it was offline
    is_nil = models.BooleanField(default=False)  # «không phát sinh»
    explanation = models.TextField(blank=True)  # why it was late, in the unit's words

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "unit", "period_on"],
                condition=Q(period_on__isnull=False),
                name="due_once_a_period",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["submitted", "done"]) | Q(received_at__isnull=False), name="due_done_received"
            ),
        ]
        indexes = [
            models.Index(fields=["obligation", "period_on", "unit"], name="due_period"),
            models.Index(fields=["assignment", "period_on"], name="due_share"),
            models.Index(fields=["assignment", "due_at"], name="due_share_open", condition=Q(state="open")),
            models.Index(fields=["unit", "due_at"], name="due_waiting", condition=Q(state="open")),
            models.Index(fields=["due_at"], name="due_late", condition=Q(state="open")),
            models.Index(fields=["unit"], name="due_submitted", condition=Q(state="submitted")),
            models.Index(fields=["unit", "received_at"], name="due_received", condition=Q(received_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.obligation_id} {self.unit_id} {self.due_at}"

    @property
    def is_received(self) -> bool:
        return self.state in (DueState.SUBMITTED, DueState.DONE)

    def is_late(self, at: datetime) -> bool:
        """Received at or after the limit, or not received although the limit has come."""
        if self.due_at is None:
            return False
        return (self.received_at if self.is_received and self.received_at else at) >= self.due_at


class Evidence(models.Model):
    """What shows that it was done (minh chứng): words, a file, or both."""

    due = models.ForeignKey(Due, models.CASCADE, related_name="evidence")
    note = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.file_name or self.note[:60]


class Extension(models.Model):
    """The one extension of a due: asked and answered on record (gia hạn; one per task, Decision 42/2014 practice)."""

    due = models.OneToOneField(Due, models.CASCADE, related_name="extension")
    reason = models.TextField()
    wanted_due_at = models.DateTimeField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    is_granted = models.BooleanField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, is_granted=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False, is_granted__isnull=False),
                name="extension_answered_pair",
            )
        ]
        indexes = [models.Index(fields=["due"], name="extension_waiting", condition=Q(answered_at=None))]

    def __str__(self) -> str:
        return f"{self.due_id} → {self.wanted_due_at}"


class ReadField(models.TextChoices):
    """Which value of a reading somebody judged."""

    KIND = "kind", "Loại văn bản"
    NUMBER = "number", "Số, ký hiệu"
    ISSUED_ON = "issued_on", "Ngày ban hành"
    ISSUER = "issuer", "Cơ quan ban hành"
    PARENT_AGENCY = "parent_agency", "Cơ quan chủ quản"
    ABSTRACT = "abstract", "Trích yếu"
    SIGNER = "signer", "Người ký"
    INCLUDE = "include", "Có là việc"
    TYPE = "type", "Tính chất"
    LEAD = "lead", "Chủ trì"
    SUPPORT = "support", "Phối hợp"
    DEADLINE = "deadline", "Thời hạn"


class ReadingFeedback(models.Model):
    """What a reviewer made of one value of a reading (phản hồi về bản đọc), from which new rules are written.

    Written in the transaction of the saving that says it: what was changed, what was expressly confirmed, and at the
    adoption everything else as confirmed. A value set back to what was read leaves nothing behind.

    Privacy and retention: values of official documents only, never what people type elsewhere; of the signer no name,
    only whether it was changed. `by` and `at` are there for the office's own record and stand in no report. A row
    lives as long as its document and goes with it. Who may see it: `review_feedback.feedback_visible_to`.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="reading_feedback")
    item = models.CharField(max_length=12, blank=True)  # the obligation in the working copy; empty: the letterhead
    field = models.CharField(max_length=20, choices=ReadField.choices)
    clause_label = models.CharField(max_length=40, blank=True)
    start = models.PositiveIntegerField(null=True)  # the words that asked for it, in the text of the document
    end = models.PositiveIntegerField(null=True)
    value_read = models.TextField(blank=True)
    doubt = models.FloatField()  # 0 stands so in the text, 1 is a guess
    reason = models.CharField(max_length=300, blank=True)
    value_kept = models.TextField(blank=True)
    is_changed = models.BooleanField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    engine_version = models.CharField(max_length=20)  # of the program at the saving

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "item", "field"], name="reading_feedback_once"),
            models.CheckConstraint(condition=Q(doubt__gte=0, doubt__lte=1), name="reading_feedback_doubt"),
        ]
        indexes = [models.Index(fields=["at"], name="reading_feedback_at")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.item} {self.field}".replace("  ", " ")
