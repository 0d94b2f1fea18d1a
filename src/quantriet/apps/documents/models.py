"""Documents and what was read in them. Spans count characters of `Document.text`."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from quantriet.apps.accounts.models import User
from quantriet.apps.organization.models import Unit

# Names of kinds as the reading calls them (Decree 30/2020, Article 7; `news` is an item of a web site).
KINDS = {
    "cong_van": "Công văn",
    "thong_bao": "Thông báo",
    "quyet_dinh": "Quyết định",
    "ke_hoach": "Kế hoạch",
    "chi_thi": "Chỉ thị",
    "cong_dien": "Công điện",
    "nghi_quyet": "Nghị quyết",
    "huong_dan": "Hướng dẫn",
    "bao_cao": "Báo cáo",
    "to_trinh": "Tờ trình",
    "giay_moi": "Giấy mời",
    "ket_luan": "Kết luận",
    "chuong_trinh": "Chương trình",
    "phuong_an": "Phương án",
    "de_an": "Đề án",
    "news": "Tin trên trang điện tử",
    "other": "Văn bản khác",
}


class StoredFile(models.Model):
    """A file kept by its content (tệp gốc): the SHA-256 is its name on the disk, written before the row commits."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.sha256


class Direction(models.TextChoices):
    INCOMING = "incoming", "Văn bản đến"
    OUTGOING = "outgoing", "Văn bản đi"


class DocumentState(models.TextChoices):
    RECEIVED = "received", "Chờ duyệt bản đọc"
    ADOPTED = "adopted", "Đã giao việc"
    SET_ASIDE = "set_aside", "Lưu, không giao việc"


class Document(models.Model):
    """An official document as it reached the agency (văn bản)."""

    agency = models.ForeignKey(Unit, models.PROTECT, related_name="documents")
    direction = models.CharField(max_length=10, choices=Direction.choices, default=Direction.INCOMING)
    state = models.CharField(max_length=10, choices=DocumentState.choices, default=DocumentState.RECEIVED)
    # the register: number within the agency's year (Decree 30/2020, Appendix IV)
    register_year = models.PositiveSmallIntegerField()
    register_number = models.PositiveIntegerField()
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    # what the letterhead says
    kind = models.CharField(max_length=20)  # as the reading calls it: cong_van, thong_bao, …
    number = models.CharField("số, ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=300, blank=True)
    parent_agency = models.CharField("cơ quan chủ quản", max_length=300, blank=True)
    abstract = models.TextField("trích yếu", blank=True)
    signer = models.CharField("người ký", max_length=200, blank=True)
    identity = models.CharField(max_length=300, blank=True)  # number + issuer + date folded; for duplicates
    # the text and its original
    original = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    original_name = models.CharField(max_length=200)
    text = models.TextField()
    reading = models.JSONField()  # as the engine read it; never changed
    review = models.JSONField()  # the reviewer's working copy (documents.review)
    search_text = models.TextField(blank=True)  # folded number, issuer and abstract
    adopted_at = models.DateTimeField(null=True)
    adopted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-received_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "direction", "register_year", "register_number"], name="document_registered_once"
            ),
            models.CheckConstraint(
                condition=Q(adopted_at=None, adopted_by=None) | Q(adopted_at__isnull=False, adopted_by__isnull=False),
                name="document_adopted_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "-id"], name="document_list"),
            models.Index(fields=["agency", "state", "-id"], name="document_state"),
            models.Index(fields=["agency", "identity"], name="document_identity"),
        ]

    def __str__(self) -> str:
        return f"{self.number or 'Không số'} {self.abstract}".strip()[:120]

    @property
    def kind_name(self) -> str:
        return KINDS.get(self.kind, KINDS["other"])

    @property
    def register_label(self) -> str:
        """The place in the book: `12/2021`."""
        return f"{self.register_number}/{self.register_year}"

    @property
    def heading(self) -> str:
        """What the document is called in lists and headings: its abstract, else its kind and number."""
        return self.abstract or f"{self.kind_name} {self.number or 'không số'}"

    @property
    def is_waiting(self) -> bool:
        return self.state == DocumentState.RECEIVED


class EnclosureRole(models.TextChoices):
    """What a further document of a file is to its main one; the names are the reading's."""

    ATTACHED = "attached", "Văn bản kèm theo"
    ISSUED = "issued", "Ban hành kèm theo"
    ANNEX = "annex", "Phụ lục"
    FORM = "form", "Biểu mẫu"
    PETITION = "petition", "Đơn kèm theo"
    COVER = "cover", "Thư chuyển văn bản"


class Enclosure(models.Model):
    """A further document in the file of another (văn bản kèm trong tệp): listed, entered for itself when wanted.

    Either a stretch of the holder's text (`start`, `end`), or a file of its own in a bundle (`file`, `name`, `text`).
    """

    holder = models.ForeignKey(Document, models.CASCADE, related_name="enclosures")
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=EnclosureRole.choices)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    # what was read in it, for the list; it is read again when it is entered
    kind = models.CharField(max_length=20)
    number = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True)
    issuer = models.CharField(max_length=300, blank=True)
    abstract = models.TextField(blank=True)
    identity = models.CharField(max_length=300, blank=True)
    obligation_count = models.PositiveIntegerField(default=0)
    document = models.OneToOneField(Document, models.SET_NULL, null=True, related_name="enclosure")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["holder", "position"], name="enclosure_position_once"),
            models.CheckConstraint(
                condition=Q(file=None, start__isnull=False, end__gte=F("start")) | Q(file__isnull=False, start=None),
                name="enclosure_place",
            ),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def whole_text(self) -> str:
        return self.text if self.start is None else self.holder.text[self.start : self.end]

    @property
    def heading(self) -> str:
        """Its abstract, else its number, its file's name or its first line."""
        first = next((line.strip() for line in self.whole_text.splitlines() if line.strip()), "")
        if self.role == EnclosureRole.COVER:
            return first[:200]
        if self.role == EnclosureRole.ANNEX and self.abstract and self.abstract not in first:
            return f"{first}: {self.abstract}"[:200]
        return next((words for words in (self.abstract, self.number, self.name, first) if words), "")[:200]

    @property
    def is_wanted(self) -> bool:
        """Whether one would enter it for itself: it has a number of its own, or asks for work."""
        if self.role in {EnclosureRole.COVER, EnclosureRole.FORM, EnclosureRole.PETITION}:
            return False
        return bool(self.obligation_count or self.identity)


class PendingState(models.TextChoices):
    """How far the reading of a file behind the request has come."""

    WAITING = "waiting", "Đang chờ đọc"
    DONE = "done", "Đã vào sổ"
    TWIN = "twin", "Có thể đã có trong sổ"
    FAILED = "failed", "Chưa đọc được"
    DROPPED = "dropped", "Đã bỏ"


class PendingFile(models.Model):
    """A file too long to be read while somebody waits (tệp chờ đọc): a scan, recognised page by page by the worker.

    `reader` names the process that reads it until `leased_at` is past; a process that dies leaves its pages behind, and
    the next one goes on from there. `failure_count` counts the tries since the last page that was read.
    """

    agency = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    direction = models.CharField(max_length=10, choices=Direction.choices)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    is_twin_accepted = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=PendingState.choices, default=PendingState.WAITING)
    page_count = models.PositiveIntegerField()
    reader = models.CharField(max_length=120, blank=True)
    leased_at = models.DateTimeField(null=True)
    failure_count = models.PositiveSmallIntegerField(default=0)
    failure = models.TextField(blank=True)  # the sentence that the clerk reads
    twin_ids = models.JSONField(default=list)  # the entries that seem to be the same document
    document = models.OneToOneField(Document, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["agency", "state"], name="pending_state")]

    def __str__(self) -> str:
        return self.name


class PendingPage(models.Model):
    """The recognised text of one page of a waiting file (trang đã nhận dạng)."""

    pending = models.ForeignKey(PendingFile, models.CASCADE, related_name="pages")
    key = models.CharField(max_length=16)  # of the file within a bundle
    number = models.PositiveIntegerField()
    text = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pending", "key", "number"], name="pending_page_once")]

    def __str__(self) -> str:
        return f"{self.pending_id}/{self.number}"


class Clause(models.Model):
    """A clause (điều, khoản, điểm) of an adopted document."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="clauses")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    path = models.CharField(max_length=120)  # labels joined by "/": III/1/a
    label = models.CharField(max_length=40)
    position = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="clause_position_once"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="clause_span"),
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def name(self) -> str:
        """The label as one says it: «Điểm 3», «điểm a»; «Thứ ba» and «Điều 2» say themselves."""
        bare = self.label.rstrip(".)")
        if bare[:1].isdigit():
            return f"Điểm {bare}"
        return f"điểm {bare}" if len(bare) == 1 and bare.islower() else self.label


class Citation(models.Model):
    """A document that this one names as its basis (căn cứ); tied to ours when we hold it."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="citations")
    number = models.CharField(max_length=80)
    issued_on = models.DateField(null=True)
    issuer = models.CharField(max_length=300, blank=True)
    cited = models.ForeignKey(Document, models.SET_NULL, null=True, related_name="cited_by")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["number"], name="citation_number")]

    def __str__(self) -> str:
        return self.number
