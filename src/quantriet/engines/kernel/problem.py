"""The base of every refusal that a person may cause: what is wrong, why, what to do."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818  # a refusal is no error of the program
    """A refusal with words for the person who caused it (lý do từ chối).

    `code` is stable and greppable (`reports.after_approval`); `what`, `why` and `remedy` are Vietnamese sentences;
    `field` names the form field it belongs to; `status` is the HTTP status that an edge answers with.
    Each app keeps its own in `problems.py`.
    """

    def __init__(
        self, code: str, what: str, *, why: str = "", remedy: str = "", field: str | None = None, status: int = 400
    ) -> None:
        super().__init__(code, what)
        self.code = code
        self.what = what
        self.why = why
        self.remedy = remedy
        self.field = field
        self.status = status

    @property
    def sentence(self) -> str:
        """The whole refusal in one line.

        >>> Problem("x.y", "Tệp rỗng.", remedy="Chọn tệp khác.").sentence
        'Tệp rỗng. Chọn tệp khác.'
        """
        return " ".join(part for part in (self.what, self.why, self.remedy) if part)

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence}"


class Problems(Problem):
    """Several refusals at once, as a form or an import has them (nhiều lỗi)."""

    def __init__(self, code: str, what: str, items: list[Problem]) -> None:
        super().__init__(code, what, remedy="Sửa các chỗ dưới đây rồi gửi lại.")
        self.items = items
