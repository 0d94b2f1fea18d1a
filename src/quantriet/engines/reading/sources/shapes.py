"""What every kind of source yields: text, media type, findings; and the words for a file that gives none."""

from __future__ import annotations

from dataclasses import dataclass

from quantriet.engines.kernel import Finding, Severity

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
MAIL = "message/rfc822"
PDF = "application/pdf"
PLAIN = "text/plain"
ZIP = "application/zip"
BINARY = "application/octet-stream"
TYPE_AGAIN = "Mở tệp, chép toàn văn rồi dán vào, hoặc lưu lại thành .docx hay .txt."


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file, what kind of file it was, what was doubtful about it; of a bundle also the other files."""

    text: str
    media_type: str
    findings: tuple[Finding, ...] = ()
    others: tuple[Other, ...] = ()

    @property
    def is_refused(self) -> bool:
        """True of a file that gave nothing to read."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Other:
    """Another file that came in the same bundle and can be read too (tệp khác trong gói)."""

    name: str
    data: bytes
    source: SourceText


def nothing(media_type: str, code: str, what: str, remedy: str = TYPE_AGAIN) -> SourceText:
    """A file without text: what was found, what to do."""
    return SourceText("", media_type, (Finding(code, f"{what} {remedy}", None, Severity.ERROR),))


def told(code: str, message: str, severity: Severity = Severity.WARNING) -> Finding:
    """A remark on the whole file."""
    return Finding(code, message, None, severity)
